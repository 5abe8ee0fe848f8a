// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callerindex.h"
#include "codebook.h"
#include "database.h"

#include "models/sync/projectionport.h"

#include <vector>

namespace griddesk {

/// Writes store.db: rows, who holds what, numbers, and the counters of all queues, kept in the same transaction as the
/// rows they count. It alone knows which cases make a hot event and gives them CaseMark::Hot. Text for search is only noted here and indexed later (SearchIndex). Thread: the writer.
class ProjectionStore final : public ProjectionPort {
public:
    /// The database must outlive it and be of storeSchema(). Without `callers` no case is found by telephone number.
    explicit ProjectionStore(Database& database, CallersOf callers = {}) : m_database(database), m_codes(database), m_callers(std::move(callers)) {}

    /// How near similar reports of a hot event lie (Parameters::duplicateRadiusMetres). Counts for what is written from now
    /// on; marks that stand are not looked at again.
    void setHotRadius(int metres) noexcept { m_hotMetres = metres; }

    Result<std::int64_t> appliedSeq() override;
    Result<ChangeSet> project(const std::vector<ProjectedCase>& cases, std::int64_t appliedSeq) override;
    Result<ChangeSet> forget(const CaseId& id) override;
    Result<void> clear() override;

    /// Exactly these cases have refused operations in the tray; the rest have none. Unknown ids are passed over.
    Result<ChangeSet> setRefused(const std::vector<CaseId>& cases) override;

private:
    Database& m_database;
    CodeBook m_codes;
    CallersOf m_callers;
    int m_hotMetres = Parameters{}.duplicateRadiusMetres;
};

/// A change set names at most this many cases; more is told as bulk.
inline constexpr std::size_t namedChanges = 2000;

} // namespace griddesk
