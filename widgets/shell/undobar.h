// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace griddesk {

/// "Saved. Take back (8 s)": while an operation is held it can be taken back, by the button or Ctrl+Z; afterwards, for four
/// seconds, that it was. A later offer replaces an earlier one. Part of the status line, where it covers nothing, and never
/// takes the focus. Thread: GUI.
class UndoBar : public QFrame {
    Q_OBJECT

public:
    explicit UndoBar(const Desk& desk, QWidget* parent = nullptr);

    /// Offers to take the operations of an answer back; nothing is offered when the time is over already.
    void offer(const Actor& actor, const QString& what, const SubmitAnswer& answer);
    [[nodiscard]] bool offered() const { return !m_operations.empty(); }
    void undo();
    /// Says that something is done, where the offer stood. An offer that still holds is not covered by it.
    void tell(const QString& what);
    /// Another person sits down: what somebody else saved is not his to take back.
    void personChanged(const AccountId& account);
    void retranslate();

Q_SIGNALS:
    void offeredChanged(bool offered);
    void takenBack(const QString& what);
    void undone(const std::vector<griddesk::OperationId>& operations); ///< the same, for who has to bring something back
    void failed(const griddesk::Error& error);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Desk m_desk;
    Actor m_actor{AccountId::literal("nobody"), PostId::literal("nobody")};
    std::vector<OperationId> m_operations;
    QString m_what;
    Instant m_until{};
    Milliseconds m_whole{1};
    QTimer m_tick, m_told;
    QLabel* m_label;
    QPushButton* m_button;

    void tick();
    void withdraw();
};

} // namespace griddesk
