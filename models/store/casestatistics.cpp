// SPDX-License-Identifier: GPL-3.0-or-later
#include "casestatistics.h"

#include "codebook.h"

#include <algorithm>
#include <unordered_map>

namespace griddesk {

namespace {

using Codes = std::unordered_map<std::int64_t, std::string>;

std::string codeText(const Codes& codes, const std::optional<std::int64_t>& id)
{
    if (!id)
        return {};
    const auto found = codes.find(*id);
    return found == codes.end() ? std::string() : found->second;
}

} // namespace

Result<CaseStatistics> CaseStatisticsReader::statistics(Instant asOf)
{
    CodeBook book(m_database);
    const auto areas = book.all(CodeKind::Area);
    const auto units = book.all(CodeKind::Unit);
    const auto categories = book.all(CodeKind::Category);
    for (const auto* codes : {&areas, &units, &categories})
        if (!*codes)
            return std::unexpected(codes->error());

    CaseStatistics total;
    std::unordered_map<std::int64_t, std::int64_t> byArea, byUnit, byCategory; // key -1: none
    const auto ms = msOf(asOf);
    auto ok = m_database.each(
        "SELECT stage, coalesce(cell, grid, community, subdistrict), unit, category, closed, closed_at, case_due, due FROM hot WHERE reported < ?",
        [&](Statement& s) {
            ++total.cases;
            if (const auto stage = static_cast<std::size_t>(s.integer(0)); stage < stageCount)
                ++total.byStage[stage];
            ++byArea[s.maybeInteger(1).value_or(-1)];
            ++byUnit[s.maybeInteger(2).value_or(-1)];
            ++byCategory[s.maybeInteger(3).value_or(-1)];
            const auto closedAt = s.maybeInteger(5);
            const auto caseDue = s.maybeInteger(6);
            const bool ended = s.integer(4) != 0;
            // A source may state a closing date for a case it calls open; it is open here and counts as such.
            if (ended && closedAt) {
                ++total.closed;
                ++(!caseDue ? total.closedNoLimit : *closedAt <= *caseDue ? total.closedOnTime : total.closedOverdue);
            } else if (!ended) {
                const auto due = s.maybeInteger(7);
                const auto earliest = due && caseDue ? std::min(*due, *caseDue) : due ? *due : caseDue.value_or(ms + 1);
                total.openOverdue += earliest <= ms ? 1 : 0;
            }
        },
        ms);
    if (!ok)
        return std::unexpected(ok.error());
    const auto named = [](const auto& counts, const Codes& codes, auto& into) {
        for (const auto& [id, n] : counts)
            into[id < 0 ? std::string() : codeText(codes, id)] += n;
    };
    named(byArea, *areas, total.byArea);
    named(byUnit, *units, total.byUnit);
    named(byCategory, *categories, total.byCategory);
    return total;
}

Result<std::map<std::tuple<std::string, std::string, Stage>, std::int64_t>> CaseStatisticsReader::morningCount(Instant from, Instant until)
{
    CodeBook book(m_database);
    const auto areas = book.all(CodeKind::Area);
    const auto sources = book.all(CodeKind::Source);
    for (const auto* codes : {&areas, &sources})
        if (!*codes)
            return std::unexpected(codes->error());
    std::map<std::tuple<std::string, std::string, Stage>, std::int64_t> counts;
    auto ok = m_database.each(
        "SELECT source, community, stage, count(*) FROM hot INDEXED BY hot_reported WHERE reported >= ? AND reported < ?"
        " GROUP BY source, community, stage",
        [&](Statement& s) {
            counts[{codeText(*sources, s.maybeInteger(0)), codeText(*areas, s.maybeInteger(1)), static_cast<Stage>(s.integer(2))}] = s.integer(3);
        },
        msOf(from), msOf(until));
    if (!ok)
        return std::unexpected(ok.error());
    return counts;
}

Result<std::map<UnitId, UnitLoad>> CaseStatisticsReader::unitLoads(Instant now)
{
    std::map<UnitId, UnitLoad> loads;
    auto ok = m_database.each(
        "SELECT c.text, count(*), coalesce(sum(h.due <= ?), 0) FROM hot h JOIN code c ON c.id IN (h.unit, h.unit2)"
        " WHERE h.step IS NOT NULL AND h.closed = 0 GROUP BY c.id",
        [&](Statement& s) {
            if (auto unit = UnitId::parse(s.text(0)))
                loads[*unit] = UnitLoad{s.integer(1), s.integer(2)};
        },
        msOf(now));
    if (!ok)
        return std::unexpected(ok.error());
    return loads;
}

} // namespace griddesk
