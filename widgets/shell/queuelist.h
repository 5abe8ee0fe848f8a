// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/tables/queuemodel.h"
#include "widgets/theme.h"

#include <QListView>

namespace griddesk {

/// The queues at the left: a name and a number each, red only where a hand is needed. Choosing one tells it. Thread: GUI.
class QueueList : public QListView {
    Q_OBJECT

public:
    QueueList(QueueModel& model, const ThemeKeeper& themes, QWidget* parent = nullptr);

    [[nodiscard]] Queue queue() const;
    void setQueue(Queue queue);
    /// The next queue that holds cases, going round.
    void nextQueue();

Q_SIGNALS:
    void chosen(griddesk::Queue queue);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    QueueModel& m_model;
};

} // namespace griddesk
