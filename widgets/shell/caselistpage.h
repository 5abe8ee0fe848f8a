// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bulkbar.h"
#include "casetable.h"
#include "filterrow.h"
#include "models/service/desk.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace griddesk {

/// The middle of the workplace: name and size of the queue, filters, the bar of new cases, the table and the bar of a
/// selection. Thread: GUI.
class CaseListPage : public QWidget {
    Q_OBJECT

public:
    CaseListPage(const Desk& desk, const Words& words, const ThemeKeeper& themes, QWidget* parent = nullptr);

    void setSession(const Session& session);
    void setQueue(Queue queue);
    /// A queue with everything that narrows it, under a name: a saved filter.
    void setNarrowed(const QString& name, const CaseFilter& filter);
    [[nodiscard]] Queue queue() const { return m_queue; }
    /// Shows all cases that have these words.
    void searchAll(const QString& words);
    /// The case beside the table is this one: it becomes current here as soon as the list holds it, and until then the
    /// head says that it does not.
    void follow(CaseKey key);
    void retranslate();
    [[nodiscard]] CaseTable& table() const { return *m_table; }
    [[nodiscard]] CaseTableModel& model() { return m_model; }
    [[nodiscard]] FilterRow& filters() const { return *m_filters; }
    [[nodiscard]] CaseFilter filter() const;
    /// A name for what is on show: the queue and what narrows it.
    [[nodiscard]] QString suggestedName() const;

Q_SIGNALS:
    void filterChanged(const griddesk::CaseFilter& filter);
    void opened(griddesk::CaseKey key);
    void chosen(griddesk::CaseKey key); ///< another current case
    void bulkAsked(griddesk::BulkAction action);
    void failed(const griddesk::Error& error);
    void saveAsked();                        ///< keep the filter on show under a name
    void headerMenuAsked(const QPoint& at); ///< the head of the columns, global place

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const Words& m_words;
    CaseTableModel m_model;
    Session m_session;
    Queue m_queue = Queue::Open;
    CaseFilter m_bounds; ///< what has no field in the filter row: time of reporting, stage, what is unknown
    QString m_name;      ///< of what is on show; empty = that of the queue
    CaseKey m_shown = 0; ///< the case beside the table; 0 = none
    bool m_sought = false; ///< that case was asked for and may still come with the new ones
    QLabel *m_title, *m_count, *m_empty, *m_away;
    QPushButton *m_fresh, *m_bound, *m_save;
    FilterRow* m_filters;
    CaseTable* m_table;
    BulkBar* m_bulk;
    QTimer m_time;

    void ask();
    void showName();
    void clearBounds();
    void showCount();
    void followShown();
    void showSought();
};

} // namespace griddesk
