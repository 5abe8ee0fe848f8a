// SPDX-License-Identifier: GPL-3.0-or-later
#include "casereader.h"

#include "bigrams.h"
#include "casefacts.h"
#include "rowcodec.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <unordered_set>

namespace griddesk {

namespace {

constexpr double metresPerDegree = 111'194.926; // mean earth radius 6371.0088 km

double metresBetween(GeoPoint a, GeoPoint b)
{
    const double mean = (a.lat() + b.lat()) / 2 * std::numbers::pi / 180;
    return std::hypot((a.lon() - b.lon()) * std::cos(mean), a.lat() - b.lat()) * metresPerDegree;
}

} // namespace

Result<std::vector<std::pair<std::int64_t, CaseRow>>> CaseReader::rows(const std::vector<std::int64_t>& keys)
{
    std::vector<std::pair<std::int64_t, CaseRow>> rows;
    rows.reserve(keys.size());
    auto statement = m_database.statement("SELECT row FROM detail WHERE key = ?");
    for (const auto key : keys) {
        statement.reset();
        statement.bind(1, key);
        if (!statement.step()) {
            if (auto ok = statement.result(); !ok)
                return std::unexpected(ok.error());
            continue;
        }
        auto row = decodeRow(statement.blob(0));
        if (!row)
            return std::unexpected(row.error());
        rows.emplace_back(key, std::move(*row));
    }
    return rows;
}

Result<std::optional<CaseRow>> CaseReader::row(const CaseId& id)
{
    auto statement = m_database.statement("SELECT row FROM detail WHERE id = ?");
    statement.bind(1, id.text());
    if (!statement.step()) {
        if (auto ok = statement.result(); !ok)
            return std::unexpected(ok.error());
        return std::optional<CaseRow>();
    }
    return decodeRow(statement.blob(0)).transform([](CaseRow row) { return std::optional(std::move(row)); });
}

Result<std::vector<std::int64_t>> CaseReader::keysOf(const std::vector<CaseId>& ids)
{
    std::vector<std::int64_t> keys;
    keys.reserve(ids.size());
    for (const auto& id : ids) {
        const auto key = m_database.integer("SELECT key FROM detail WHERE id = ?", id.text());
        if (!key)
            return std::unexpected(key.error());
        keys.push_back(key->value_or(0));
    }
    return keys;
}

Result<std::vector<std::int64_t>> CaseReader::find(std::string_view number, std::size_t limit, std::size_t candidates)
{
    std::vector<std::int64_t> keys;
    if (number.empty() || number.size() > 128)
        return keys;
    std::unordered_set<std::int64_t> seen;
    const auto whole = [&](Statement& s) {
        if (seen.insert(s.integer(0)).second)
            keys.push_back(s.integer(0));
        return keys.size() < limit;
    };
    if (auto ok = m_database.each("SELECT key FROM number WHERE text = ? ORDER BY key DESC", whole, number); !ok)
        return std::unexpected(ok.error());
    const auto token = numberToken(number);
    if (token.size() < 2 + shortestSuffix)
        return keys;
    auto entries = m_database.statement("SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?");
    entries.bindAll('"' + token + "\" *", static_cast<std::int64_t>(candidates));
    while (keys.size() < limit && entries.step()) {
        const auto key = entries.integer(0);
        if (seen.contains(key))
            continue;
        const auto found = rows({key});
        if (!found)
            return std::unexpected(found.error());
        const auto ends = [&](const std::string& text) { return text.ends_with(number); };
        for (const auto& [k, row] : *found)
            if (ends(row.number) || ends(row.localNumber) || std::ranges::any_of(row.outsideNumbers, ends))
                keys.push_back(k);
    }
    if (auto ok = entries.result(); !ok)
        return std::unexpected(ok.error());
    return keys;
}

Result<std::vector<std::pair<double, std::int64_t>>> CaseReader::nearby(GeoPoint place, double metres, std::size_t limit,
                                                                        std::optional<Instant> reportedSince)
{
    if (!(metres > 0) || metres > widest)
        return fail(ErrorCode::OutOfRange, "the distance is more than 0 and at most 1000 metres");
    const double degrees = metres / metresPerDegree;
    const double shrink = std::max(0.05, std::cos(place.lat() * std::numbers::pi / 180));
    const auto reach = [](double span) { return static_cast<std::int64_t>(std::ceil(span * 1e7 / tileSizeE7)); };
    std::string match;
    for (std::int64_t y = -reach(degrees); y <= reach(degrees); ++y)
        for (std::int64_t x = -reach(degrees / shrink); x <= reach(degrees / shrink); ++x)
            match += (match.empty() ? "\"" : " OR \"") + tileToken(tileOf(place) + y * (std::int64_t{1} << 32) + x) + '"';

    std::vector<std::pair<double, std::int64_t>> found;
    auto at = m_database.statement("SELECT lon, lat FROM hot WHERE key = ? AND lon IS NOT NULL AND reported >= ?");
    const auto since = reportedSince ? msOf(*reportedSince) : std::numeric_limits<std::int64_t>::min();
    std::optional<Error> error;
    const auto consider = [&](Statement& candidate) {
        at.reset();
        at.bindAll(candidate.integer(0), since);
        if (at.step()) {
            const GeoPoint there{static_cast<std::int32_t>(at.integer(0)), static_cast<std::int32_t>(at.integer(1))};
            if (const double distance = metresBetween(place, there); distance <= metres)
                found.emplace_back(distance, candidate.integer(0));
        } else if (auto ok = at.result(); !ok) {
            error = ok.error();
        }
        return !error;
    };
    auto ok = m_database.each("SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?", consider, match, static_cast<std::int64_t>(mostCandidates));
    if (ok)
        ok = m_database.each("SELECT key FROM hot WHERE key > (SELECT value FROM state WHERE name = 'indexed')"
                             " UNION SELECT key FROM reindex ORDER BY key DESC LIMIT ?",
                             consider, static_cast<std::int64_t>(mostCandidates));
    if (error)
        return std::unexpected(*error);
    if (!ok)
        return std::unexpected(ok.error());
    std::ranges::sort(found);
    const auto [first, last] = std::ranges::unique(found);
    found.erase(first, last);
    found.resize(std::min(found.size(), limit));
    return found;
}

Result<std::vector<std::int64_t>> CaseReader::reportedBetween(Instant from, Instant until, std::size_t limit)
{
    std::vector<std::int64_t> keys;
    auto ok = m_database.each("SELECT key FROM hot INDEXED BY hot_reported WHERE reported >= ? AND reported < ? ORDER BY reported LIMIT ?",
                              [&](Statement& s) { keys.push_back(s.integer(0)); }, msOf(from), msOf(until),
                              static_cast<std::int64_t>(std::min<std::size_t>(limit, 1'000'000)));
    if (!ok)
        return std::unexpected(ok.error());
    return keys;
}

Result<std::vector<PlacedCase>> CaseReader::placed(std::vector<std::int64_t> keys)
{
    std::ranges::sort(keys);
    std::vector<PlacedCase> cases;
    cases.reserve(keys.size());
    auto statement = m_database.statement("SELECT h.lon, h.lat, h.stage, h.urgency, h.marks, h.due, h.yellow, d.id"
                                          " FROM hot h JOIN detail d ON d.key = h.key WHERE h.key = ? AND h.lon IS NOT NULL");
    const auto when = [](std::optional<std::int64_t> ms) { return ms ? std::optional(instantFromMs(*ms)) : std::nullopt; };
    for (const auto key : keys) {
        statement.reset();
        statement.bind(1, key);
        if (statement.step()) {
            auto id = CaseId::parse(statement.text(7));
            if (!id)
                return fail(ErrorCode::FileDamaged, id.error().detail);
            cases.push_back({key, std::move(*id),
                             GeoPoint{static_cast<std::int32_t>(statement.integer(0)), static_cast<std::int32_t>(statement.integer(1))},
                             static_cast<Stage>(statement.integer(2)), static_cast<Urgency>(statement.integer(3)),
                             static_cast<std::uint32_t>(statement.integer(4)), when(statement.maybeInteger(5)), when(statement.maybeInteger(6))});
        } else if (auto ok = statement.result(); !ok) {
            return std::unexpected(ok.error());
        }
    }
    return cases;
}

} // namespace griddesk
