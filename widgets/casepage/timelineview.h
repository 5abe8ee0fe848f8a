// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/timelinemodel.h"
#include "widgets/theme.h"

#include <QListView>
#include <QWidget>

class QPushButton;

namespace griddesk {

/// The history as a line with a sign per operation: what, who and in which post, when, what was said; waiting ones with
/// the seconds they may still be taken back, refused ones with the reason. Thread: GUI.
class TimelineView : public QWidget {
    Q_OBJECT

public:
    TimelineView(TimelineModel& model, ThemeKeeper& theme, QWidget* parent);
    [[nodiscard]] QListView* list() const { return m_list; }
    void retranslate();

Q_SIGNALS:
    void takeBackWanted(const QString& operationId);
    void fileWanted(const QString& sha256);

private:
    TimelineModel& m_model;
    QListView* m_list;
    QPushButton *m_order, *m_takeBack;
    void showButtons();
};

} // namespace griddesk
