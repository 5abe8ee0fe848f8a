// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/core/queue.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace griddesk {

/// A filter together with what lies below its codes, which only the rules know.
struct CaseSelection {
    CaseFilter filter;
    std::vector<CategoryId> categories; ///< filter.category and all below it; empty = that code alone
    std::vector<UnitId> units;          ///< filter.unit and all below it; empty = that unit alone
    std::optional<std::vector<std::int64_t>> among; ///< only these keys (found by filter.text); absent = any
};

/// The keys of the cases a table shows. There is no OFFSET: a table holds the whole list and reads rows by key.
/// Thread: that of the database (a reader).
class CaseLists {
public:
    /// The database must outlive it and be of storeSchema().
    explicit CaseLists(Database& database) : m_database(database) {}

    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    /// At most `limit` keys in order. A queue in its own order comes from an index alone; a filter or another order may
    /// have to sort. Errors: Cancelled, as sqliteError().
    [[nodiscard]] Result<std::vector<std::int64_t>> keys(const CaseSelection& selection, const CaseSort& sort, Instant now,
                                                         std::size_t limit = all);

    /// The number of cases of every queue at `now`, from the counters when nothing is filtered. Queue::Mine needs
    /// filter.mine; filter.queue is ignored.
    [[nodiscard]] Result<QueueCounts> counts(const CaseSelection& within, Instant now);

private:
    [[nodiscard]] Result<std::vector<std::int64_t>> merged(Queue queue, Instant now, std::size_t limit);
    [[nodiscard]] Result<std::vector<std::int64_t>> indexed(Queue queue, const CaseSort& sort, std::size_t limit);
    [[nodiscard]] Result<std::vector<std::int64_t>> selected(const CaseSelection& selection, const CaseSort& sort, Instant now,
                                                             std::size_t limit);
    [[nodiscard]] Result<QueueCounts> countsOfAll(Instant now);
    [[nodiscard]] Result<std::int64_t> mineOf(const AccountId& account);

    Database& m_database;
};

} // namespace griddesk
