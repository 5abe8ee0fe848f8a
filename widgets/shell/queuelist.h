// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/tables/queuemodel.h"
#include "widgets/theme.h"

#include <QListView>

#include <optional>

namespace griddesk {

/// The queues at the left: a name and a number each, red only where a hand is needed. Choosing one tells it. Lines draw
/// together where the window is low, so that all queues stay in sight. Thread: GUI.
class QueueList : public QListView {
    Q_OBJECT

public:
    QueueList(QueueModel& model, const ThemeKeeper& themes, QWidget* parent = nullptr);

    [[nodiscard]] Queue queue() const;
    void setQueue(Queue queue);
    void setSaved(const QString& id);
    /// Id of the saved filter under the cursor; empty when it is a queue.
    [[nodiscard]] QString saved() const;
    /// The next queue that holds cases, going round.
    void nextQueue();
    /// Nothing is pointed at any more until the mouse moves: the hand is at the keys, or something lies over the list.
    void dropHover();

Q_SIGNALS:
    void chosen(griddesk::Queue queue);
    void savedChosen(const QString& id);
    void savedMenuAsked(const QString& id, const QPoint& at); ///< right click or menu key on a saved filter, global place
    void savedDeleteAsked(const QString& id);                 ///< Delete on a saved filter

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QueueModel& m_model;
    int m_density = 0;
    std::optional<QPointF> m_mouse; ///< where it was last, on the screen

    void fit();
    void showCurrent();
};

} // namespace griddesk
