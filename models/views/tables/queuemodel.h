// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/queue.h"
#include "models/service/casequeries.h"
#include "models/service/clocksource.h"
#include "models/service/notifier.h"
#include "models/views/words.h"
#include "savedfilters.h"

#include <QAbstractListModel>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace griddesk {

/// The queues with their counts, in groups; a group's title is a row of its own that cannot be chosen. Counts follow the
/// notifier in batches of 200 ms and the time every 30 s, because cases turn yellow and red by themselves. The last group is
/// that of the saved filters, when there are any. Thread: GUI.
class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum class Group { Steps, Watch, Own, Everything, Saved };
    static constexpr int groupCount = 4; ///< that are always there
    enum Role {
        QueueRole = Qt::UserRole + 1, ///< int of Queue; -1 for a title; that of the filter for a saved one
        CountRole,                    ///< qint64; -1 while unknown
        TitleRole,                    ///< bool
        AlertRole,                    ///< bool: a number that needs a hand now
        SavedRole                     ///< id of the saved filter; empty for others
    };

    QueueModel(CaseQueries& queries, Notifier& notifier, const ClockSource& clock, const Words& words, QObject* parent = nullptr);

    /// Whose cases "mine" counts, and any other bound.
    void setWithin(const CaseFilter& within);
    /// Whose filters the last group shows. They must outlive the model.
    void setSaved(const SavedFilters& saved);
    void setGroupTitles(const QStringList& titles); ///< by Group
    void retranslate();
    void refresh();
    [[nodiscard]] int rowOf(Queue queue) const;
    [[nodiscard]] int rowOfSaved(const QString& id) const; ///< -1 when there is none
    [[nodiscard]] int titleRowOf(int row) const;           ///< the head of the group a row stands in
    [[nodiscard]] const QueueCounts& counts() const { return m_counts; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void counted();
    void failed(const griddesk::Error& error);

private:
    struct Line {
        Group group;
        bool title;
        Queue queue;
        std::string saved = {}; ///< id
    };
    CaseQueries& m_queries;
    const ClockSource& m_clock;
    const Words& m_words;
    std::vector<Line> m_lines;
    CaseFilter m_within;
    QueueCounts m_counts;
    QStringList m_titles;
    QTimer m_batch, m_time;
    const SavedFilters* m_saved = nullptr;
    std::uint64_t m_generation = 0;
    bool m_known = false;

    void followSaved();
};

} // namespace griddesk
