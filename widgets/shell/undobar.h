// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace griddesk {

/// "Saved. Undo (8 s)": while an operation is held it can be taken back, by the button or Ctrl+Z. A later offer replaces
/// an earlier one. Lies above the status strip over the lower left corner of
/// an area, beside the messages at the right, and never takes the focus. Thread: GUI.
class UndoBar : public QFrame {
    Q_OBJECT

public:
    UndoBar(const Desk& desk, QWidget* parent);

    /// Offers to take the operations of an answer back; nothing is offered when the time is over already.
    void offer(const Actor& actor, const QString& what, const SubmitAnswer& answer);
    [[nodiscard]] bool offered() const { return !m_operations.empty(); }
    void undo();
    /// Another person sits down: what somebody else saved is not his to take back.
    void personChanged(const AccountId& account);
    void retranslate();
    /// The child of the parent over which it lies, and how many pixels above its lower edge (scroll bar and buttons stay free).
    void setOver(QWidget* area, int lift);

Q_SIGNALS:
    void offeredChanged(bool offered);
    void takenBack(const QString& what);
    void failed(const griddesk::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Desk m_desk;
    QWidget* m_area = nullptr;
    int m_lift = 0;
    Actor m_actor{AccountId::literal("nobody"), PostId::literal("nobody")};
    std::vector<OperationId> m_operations;
    QString m_what;
    Instant m_until{};
    Milliseconds m_whole{1};
    QTimer m_tick;
    QLabel* m_label;
    QPushButton* m_button;

    void tick();
    void withdraw();
    void place();
};

} // namespace griddesk
