// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/core/caserow.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace griddesk {

/// A case for the map.
struct PlacedCase {
    std::int64_t key = 0;
    CaseId id;
    GeoPoint place;
    Stage stage = Stage::Reported;
    Urgency urgency = Urgency::Ordinary;
    std::uint32_t marks = 0;
    std::optional<Instant> due, yellowAt;
};

/// Reads case rows by key, by id and by any number. Thread: that of the database (a reader).
class CaseReader {
public:
    /// The database must outlive it and be of storeSchema().
    explicit CaseReader(Database& database) : m_database(database) {}

    /// Rows in the order asked; a key that is gone is left out.
    [[nodiscard]] Result<std::vector<std::pair<std::int64_t, CaseRow>>> rows(const std::vector<std::int64_t>& keys);
    [[nodiscard]] Result<std::optional<CaseRow>> row(const CaseId& id);
    /// 0 for unknown ids.
    [[nodiscard]] Result<std::vector<std::int64_t>> keysOf(const std::vector<CaseId>& ids);
    /// What find() and nearby() look at before they give up finding more.
    static constexpr std::size_t mostCandidates = 20'000;
    /// Case number, local number or outside number: whole ones first, then those that end so (at least `shortestSuffix`
    /// letters and digits), newest first. Ends are found once the case is in the word index, whole numbers at once.
    [[nodiscard]] Result<std::vector<std::int64_t>> find(std::string_view number, std::size_t limit = 50, std::size_t candidates = mostCandidates);
    static constexpr std::size_t shortestSuffix = 3;

    /// Cases around a place, nearest first, with their distance in metres; at most `widest` metres. The newest cases that
    /// the word index does not know yet are looked through one by one.
    [[nodiscard]] Result<std::vector<std::pair<double, std::int64_t>>> nearby(GeoPoint place, double metres, std::size_t limit,
                                                                              std::optional<Instant> reportedSince = {});
    static constexpr double widest = 1000;
    /// Keys of cases reported in [from, until), oldest first: candidates for duplicates by time.
    [[nodiscard]] Result<std::vector<std::int64_t>> reportedBetween(Instant from, Instant until, std::size_t limit);

    /// Light rows with a place for keys in any order (the result is in order of key).
    [[nodiscard]] Result<std::vector<PlacedCase>> placed(std::vector<std::int64_t> keys);

private:
    Database& m_database;
};

} // namespace griddesk
