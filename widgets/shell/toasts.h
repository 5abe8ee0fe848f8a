// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace griddesk {

enum class ToastKind { Done, Notice, Trouble };

/// Messages over the lower right corner of an area: what happened, and what to do. Done goes after four seconds, Notice after
/// six, both when another person sits down; Trouble stays until it is closed. At most four; the oldest goes. Never takes the
/// focus. Thread: GUI.
class Toasts : public QWidget {
    Q_OBJECT

public:
    explicit Toasts(QWidget* parent);

    void add(ToastKind kind, const QString& what, const QString& then = {});
    [[nodiscard]] QStringList shown() const; ///< first lines, newest last
    void dismissAll();
    /// What passes by itself is gone at once: it was for somebody else.
    void personChanged();
    /// The child of the parent over which messages lie, and how many pixels above its lower edge (its buttons stay free).
    void setOver(QWidget* area, int lift);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_area = nullptr;
    int m_lift = 0;

    void dismiss(QWidget* card);
    void place();
};

} // namespace griddesk
