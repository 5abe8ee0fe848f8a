// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keyplan.h"
#include "models/service/casequeries.h"
#include "models/service/clocksource.h"
#include "models/service/notifier.h"
#include "models/views/words.h"
#include "rowcache.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace griddesk {

/// The case table over a store of any size: the full list of keys and a page cache of rows. data() never waits and never
/// asks; the view tells which rows it shows and pages are asked for by key. Follows the notifier by ranges, never by a
/// reset; new rows are counted, not pushed in. Thread: GUI. Owner: the page.
class CaseTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        LampColumn, ///< lamp and remaining time
        NumberColumn,
        StageColumn,
        UrgencyColumn,
        CategoryColumn,
        TitleColumn, ///< title, with the address as AddressRole
        AreaColumn,  ///< community / grid
        UnitColumn,
        ReportedColumn,
        DueColumn,
        SourceColumn,
        MarksColumn,
        ColumnCount
    };
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< qint64
        IdRole,                     ///< case id; empty while not loaded
        LoadedRole,                 ///< bool
        LampRole,                   ///< int of Lamp
        RemainingRole,              ///< qint64 ms; invalid when nothing runs
        StageRole,                  ///< int of Stage
        UrgencyRole,                ///< int of Urgency
        MarksRole,                  ///< quint32, bits of CaseMark
        AddressRole,
        ReportedRole, ///< qint64 ms since 1970
        DueRole       ///< qint64 ms since 1970
    };
    static constexpr int pageSize = 200;
    static constexpr std::size_t cacheCapacity = 4000;
    static constexpr int maximumEdits = 64;

    CaseTableModel(CaseQueries& queries, Notifier& notifier, const ClockSource& clock, const Words& words, QObject* parent = nullptr);
    ~CaseTableModel() override;

    /// Another list: a reset when its first keys are there. The same query again is refresh().
    void setQuery(const CaseFilter& filter, const CaseSort& sort);
    [[nodiscard]] const CaseFilter& filter() const { return m_filter; }
    [[nodiscard]] const CaseSort& caseSort() const { return m_sort; }
    /// Reads the keys anew and follows by ranges.
    void refresh();
    /// The rows the view shows; pages around them are read.
    void setVisibleRange(int first, int last);
    /// New rows that wait to be shown.
    [[nodiscard]] int pendingNewRows() const { return static_cast<int>(m_pending.size()); }
    void showPendingRows();
    /// Time went by: lamps and remaining times of the shown rows.
    void tick();
    /// The language or the rules changed: all texts anew.
    void retranslate();
    void setHeaders(QStringList headers); ///< column titles by Column, from the view

    [[nodiscard]] CaseKey keyAt(int row) const; ///< 0 when there is no such row
    [[nodiscard]] const CaseRow* rowAt(int row) const; ///< nullptr while not loaded
    /// The row of a key, searched outwards from `hint`; -1 when not in the list.
    [[nodiscard]] int rowOf(CaseKey key, int hint = 0) const;
    [[nodiscard]] bool busy() const { return m_busy; }
    /// False while only the first screenful of keys is known.
    [[nodiscard]] bool complete() const { return m_complete; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    /// Sorts in the store: Number, Reported, Due; any other column is the order of work.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

Q_SIGNALS:
    void pendingNewRowsChanged(int count);
    void busyChanged(bool busy);
    void failed(const griddesk::Error& error);
    /// Around a batch of ranges, so that the view can keep its place.
    void aboutToFollow();
    void followed();
    /// The exact list of a new query is there.
    void listed(int rows);

private:
    CaseQueries& m_queries;
    const ClockSource& m_clock;
    const Words& m_words;
    CaseFilter m_filter;
    CaseSort m_sort;
    std::vector<CaseKey> m_keys;
    std::vector<CaseKey> m_pending;
    std::shared_ptr<const std::vector<CaseKey>> m_wanted; ///< the newest full list
    RowCache m_cache{cacheCapacity};
    std::unordered_set<CaseKey> m_asked; ///< keys under way
    std::unordered_set<CaseKey> m_gone;  ///< keys that no row was given for; not asked again until the list is read anew
    QStringList m_headers;
    CancelFlag m_cancel;
    QTimer m_follow;
    std::unordered_set<std::string> m_changedIds;
    int m_first = 0, m_last = 0;
    int m_pagesUnderWay = 0;
    std::uint64_t m_query = 0;     ///< generation of the query; answers of an older one are dropped
    std::uint64_t m_revision = 0;  ///< of m_keys; a plan made for an older list is made again
    std::uint64_t m_freshness = 0; ///< of the rows; answers asked before a change are stale
    bool m_busy = false, m_complete = false, m_asking = false, m_again = false, m_planning = false, m_changedAll = false;
    bool m_showNew = false, m_planAgain = false;

    [[nodiscard]] QString text(const CaseRow& row, int column) const;
    void setBusy(bool busy);
    void reset(std::vector<CaseKey> keys);
    void askKeys();
    void takeKeys(std::vector<CaseKey> keys);
    void planAgain();
    void follow(const KeyPlan& plan);
    void followByRanges(const KeyPlan& plan);
    void setPending(std::vector<CaseKey> pending);
    void followWholesale(const KeyPlan& plan);
    void permute(std::vector<CaseKey> keys);
    void noteChanges(const std::vector<CaseId>& changed, bool bulk);
    void applyChanges();
    void readPages();
    void askPage(int first, std::vector<CaseKey> keys);
    void takePage(int hint, const std::vector<CaseKey>& asked, std::vector<std::pair<CaseKey, CaseRow>> rows, bool stale);
};

} // namespace griddesk
