// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callerindex.h"
#include "casefacts.h"
#include "codebook.h"
#include "database.h"
#include "hotreports.h"

#include "models/sync/projectionport.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace griddesk {

/// The work of one transaction on the projection: statements are taken once, counter changes are gathered and written at
/// the end. Thread: the writer, inside a transaction.
class ProjectionBatch {
public:
    ProjectionBatch(Database& database, CodeBook& codes, const CallersOf& callers, int hotMetres);

    /// Inserts or updates one case and adds it to the change set.
    Result<void> put(const ProjectedCase& projected);
    Result<void> remove(const CaseId& id);
    /// Sets or clears PendingMark::Refused of one case.
    Result<void> setRefused(const CaseId& id, bool refused);
    /// Writes the counters.
    Result<void> finish();
    [[nodiscard]] ChangeSet takeChanges();

private:
    /// What is stored of a case now.
    struct Stored {
        std::int64_t key = 0;
        CaseRow row;
        unsigned pending = 0;
    };
    /// Columns of `hot` as they are bound.
    struct Codes {
        std::optional<std::int64_t> source, category, unit, unit2, cell, grid, community, subdistrict, lon, lat;
    };

    Result<std::optional<Stored>> find(const CaseId& id);
    /// Keys are never used twice, also not after a removal: tables on the screen and the search index know cases by them.
    Result<std::int64_t> nextKey();
    Result<Codes> codesOf(const CaseRow& row);
    Result<void> insert(std::int64_t key, const CaseRow& row, const CaseFacts& facts, unsigned pending);
    Result<void> update(const Stored& old, const CaseRow& row, const CaseFacts& before, const CaseFacts& facts, unsigned pending);
    Result<void> updateHolders(std::int64_t key, const CaseRow* before, const CaseRow* after);
    Result<void> updateNumbers(std::int64_t key, const CaseRow* before, const CaseRow* after);
    Result<void> updateAssignments(std::int64_t key, const Case& state, bool fresh);
    Result<void> updateMine(std::int64_t key, const CaseRow& row, const Case& state, bool fresh);
    /// What the case counts for in hot events; absent for what states no place, time or category, and for imports.
    Result<std::optional<Matter>> matterOf(const CaseRow& row);
    /// Looks at the marks of similar reports again, after this one came, went or moved.
    Result<void> refreshAround(std::int64_t key, const Matter& matter);
    Result<void> refreshHot(const SimilarReport& report);
    Result<void> updateMatter(std::int64_t key, const std::optional<Matter>& before, const std::optional<Matter>& after);
    Result<void> updateCallers(std::int64_t key, const Case& state, bool fresh);
    void count(const CaseFacts& facts, std::int64_t by);

    Database& m_database;
    CodeBook& m_codes;
    const CallersOf& m_callers;
    HotReports m_reports;
    Statement m_find, m_insertDetail, m_updateDetail, m_insertHot, m_moveHot, m_placeHot;
    std::map<std::pair<Tally, std::int64_t>, std::int64_t> m_tally;
    std::optional<std::int64_t> m_lastKey;
    std::vector<std::byte> m_bytes;
    std::vector<CaseId> m_added, m_changed;
};

} // namespace griddesk
