// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/core/geopoint.h"
#include "models/core/instant.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace griddesk {

/// What makes two reports similar: category (its short code), time and place.
struct Matter {
    std::int64_t category = 0;
    Instant reported{};
    GeoPoint place;
    bool operator==(const Matter&) const = default;
};

/// Another report that is similar to one.
struct SimilarReport {
    std::int64_t key = 0;
    Matter matter;
};

/// The reports of a district by category and time (table `matter`), to find hot events while they are written. Thread: the
/// writer, inside a transaction.
class HotReports {
public:
    HotReports(Database& database, int metres) : m_database(database), m_metres(metres) {}

    Result<void> add(std::int64_t key, const Matter& matter);
    Result<void> remove(std::int64_t key, const Matter& matter);
    /// Reports of the same category within the radius and thirty minutes of this one, apart from itself.
    [[nodiscard]] Result<std::vector<SimilarReport>> around(std::int64_t key, const Matter& matter);
    /// Whether the report belongs to a hot event (inHotEvent()).
    [[nodiscard]] Result<bool> hot(std::int64_t key, const Matter& matter);

private:
    Database& m_database;
    int m_metres;
};

} // namespace griddesk
