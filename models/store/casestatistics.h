// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/core/ids.h"
#include "models/core/instant.h"
#include "models/core/stage.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>

namespace griddesk {

/// Counts over all cases at one instant.
struct CaseStatistics {
    std::int64_t cases = 0;
    std::array<std::int64_t, stageCount> byStage{};
    std::map<std::string, std::int64_t> byArea;     ///< smallest area known, cell to sub-district; "" = the place lies in none
    std::map<std::string, std::int64_t> byUnit;     ///< level-1 unit; "" = none
    std::map<std::string, std::int64_t> byCategory; ///< "" = none
    std::int64_t closed = 0, closedOnTime = 0, closedOverdue = 0, closedNoLimit = 0, openOverdue = 0;
};

struct UnitLoad {
    std::int64_t open = 0, overdue = 0;
    bool operator==(const UnitLoad&) const = default;
};

/// Counts for reports and boards. Thread: that of the database (a reader); the scans obey its cancel token.
class CaseStatisticsReader {
public:
    /// The database must outlive it and be of storeSchema().
    explicit CaseStatisticsReader(Database& database) : m_database(database) {}

    /// One pass over all cases as they stand now, so that all sums agree. A closed case is on time when it closed at or
    /// before its deadline; `asOf` is the instant at which open ones are overdue or not, by the running deadline or that of
    /// the case, whichever is earlier. Only cases reported before `asOf` count.
    [[nodiscard]] Result<CaseStatistics> statistics(Instant asOf);

    /// Morning count: cases reported in [from, until) by source, community and stage; "" where unknown.
    [[nodiscard]] Result<std::map<std::tuple<std::string, std::string, Stage>, std::int64_t>> morningCount(Instant from, Instant until);

    /// Open cases per unit that holds them at level 1 or 2, and how many of them are overdue at `now`.
    [[nodiscard]] Result<std::map<UnitId, UnitLoad>> unitLoads(Instant now);

private:
    Database& m_database;
};

} // namespace griddesk
