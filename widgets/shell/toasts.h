// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

namespace griddesk {

enum class ToastKind { Done, Notice, Trouble };

/// Messages over the lower right corner: what happened, and what to do. Done and Notice go after six seconds, Trouble
/// stays until it is closed. At most four; the oldest goes. Never takes the focus. Thread: GUI.
class Toasts : public QWidget {
    Q_OBJECT

public:
    explicit Toasts(QWidget* parent);

    void add(ToastKind kind, const QString& what, const QString& then = {});
    [[nodiscard]] QStringList shown() const; ///< first lines, newest last
    void dismissAll();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dismiss(QWidget* card);
    void place();
};

} // namespace griddesk
