// SPDX-License-Identifier: GPL-3.0-or-later
#include "localqueries.h"

#include "caseview.h"
#include "likeness.h"

#include "models/core/categories.h"
#include "models/core/roster.h"
#include "models/store/caselists.h"
#include "models/store/casereader.h"
#include "models/store/casestatistics.h"
#include "models/store/searchindex.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::size_t searchLimit = 20'000;
constexpr double duplicateReach = 400;                        ///< metres looked at around a place
constexpr std::chrono::days duplicateAge{14};                 ///< how far back candidates go
constexpr std::size_t callerCases = 50;
constexpr std::size_t duplicateCandidates = 200, duplicatesShown = 12;

CancelToken tokenOf(CancelFlag flag)
{
    return flag ? CancelToken([flag = std::move(flag)] { return flag->load(); }) : CancelToken{};
}

/// The filter with what lies below its codes, and the keys its words find.
Result<CaseSelection> selectionOf(DeskConnection& desk, const Rules& rules, const CaseFilter& filter)
{
    CaseSelection selection{.filter = filter, .categories = {}, .units = {}, .among = {}};
    if (filter.category)
        for (const auto& [code, category] : rules.categories)
            if (isWithin(rules, code, *filter.category))
                selection.categories.push_back(code);
    if (filter.unit)
        for (const auto& [id, unit] : rules.units)
            if (isUnder(rules, id, *filter.unit))
                selection.units.push_back(id);
    if (!filter.text.empty()) {
        auto found = SearchIndex(*desk.storeDb).search(filter.text, searchLimit);
        if (!found)
            return std::unexpected(found.error());
        selection.among = *std::move(found);
    }
    return selection;
}

} // namespace

QFuture<Result<std::vector<CaseKey>>> LocalQueries::keys(const CaseFilter& filter, const CaseSort& sort, Instant now, CancelFlag cancel)
{
    return m_workspace.read(
        [rules = m_workspace.rules(), filter, sort, now](DeskConnection& desk) -> Result<std::vector<CaseKey>> {
            auto selection = selectionOf(desk, *rules, filter);
            if (!selection)
                return std::unexpected(selection.error());
            return CaseLists(*desk.storeDb).keys(*selection, sort, now);
        },
        Priority::Interactive, tokenOf(std::move(cancel)));
}

QFuture<Result<std::vector<CaseKey>>> LocalQueries::firstKeys(const CaseFilter& filter, const CaseSort& sort, Instant now, int count)
{
    return m_workspace.read([rules = m_workspace.rules(), filter, sort, now, count](DeskConnection& desk) -> Result<std::vector<CaseKey>> {
        auto selection = selectionOf(desk, *rules, filter);
        if (!selection)
            return std::unexpected(selection.error());
        return CaseLists(*desk.storeDb).keys(*selection, sort, now, static_cast<std::size_t>(std::max(0, count)));
    });
}

QFuture<Result<std::vector<std::pair<CaseKey, CaseRow>>>> LocalQueries::rows(std::vector<CaseKey> keys)
{
    return m_workspace.read([keys = std::move(keys)](DeskConnection& desk) { return CaseReader(*desk.storeDb).rows(keys); });
}

QFuture<Result<std::vector<CaseKey>>> LocalQueries::keysOf(std::vector<CaseId> ids)
{
    return m_workspace.read([ids = std::move(ids)](DeskConnection& desk) { return CaseReader(*desk.storeDb).keysOf(ids); });
}

QFuture<Result<QueueCounts>> LocalQueries::counts(const CaseFilter& within, Instant now)
{
    return m_workspace.read([rules = m_workspace.rules(), within, now](DeskConnection& desk) -> Result<QueueCounts> {
        auto selection = selectionOf(desk, *rules, within);
        if (!selection)
            return std::unexpected(selection.error());
        auto counts = CaseLists(*desk.storeDb).counts(*selection, now);
        // The tray counts operations: one case may have several, and a refused report has no case at all.
        auto refused = desk.outbox->refusedCount();
        if (!refused)
            return std::unexpected(refused.error());
        if (counts)
            counts->count[static_cast<std::size_t>(Queue::Tray)] = *refused;
        return counts;
    });
}

QFuture<Result<CaseDetail>> LocalQueries::detail(const CaseId& id, const Actor& actor, Instant now)
{
    return m_workspace.read([rules = m_workspace.rules(), id, actor, now](DeskConnection& desk) -> Result<CaseDetail> {
        auto view = viewCase(desk, id);
        if (!view)
            return std::unexpected(view.error());
        if (!view->state)
            return fail(ErrorCode::UnknownReference, "no such case", id.text());
        CaseReader reader(*desk.storeDb);
        auto keys = reader.keysOf({id});
        auto row = reader.row(id);
        if (!keys || !row)
            return std::unexpected(keys ? row.error() : keys.error());
        return CaseDetail{.key = keys->front(),
                          .row = *row ? *std::move(*row) : CaseRow{.id = id},
                          .state = *view->state,
                          .history = std::move(view->history),
                          .clocks = explainCase(*view->state, *rules, now),
                          .actions = allowedOperations(*view->state, actor, *rules, now)};
    });
}

QFuture<Result<std::vector<CaseKey>>> LocalQueries::find(const std::string& number)
{
    return m_workspace.read([number](DeskConnection& desk) { return CaseReader(*desk.storeDb).find(number); });
}

QFuture<Result<std::vector<CaseKey>>> LocalQueries::search(const std::string& words, int limit, CancelFlag cancel)
{
    return m_workspace.read(
        [words, limit](DeskConnection& desk) { return SearchIndex(*desk.storeDb).search(words, static_cast<std::size_t>(std::max(0, limit))); },
        Priority::Interactive, tokenOf(std::move(cancel)));
}

QFuture<Result<std::vector<CasePin>>> LocalQueries::mapCases(const CaseFilter& filter, Instant now, CancelFlag cancel)
{
    return m_workspace.read(
        [rules = m_workspace.rules(), filter, now](DeskConnection& desk) -> Result<std::vector<CasePin>> {
            auto selection = selectionOf(desk, *rules, filter);
            if (!selection)
                return std::unexpected(selection.error());
            auto keys = CaseLists(*desk.storeDb).keys(*selection, CaseSort{}, now);
            if (!keys)
                return std::unexpected(keys.error());
            auto placed = CaseReader(*desk.storeDb).placed(*std::move(keys));
            if (!placed)
                return std::unexpected(placed.error());
            std::vector<CasePin> pins;
            pins.reserve(placed->size());
            for (auto& one : *placed)
                pins.push_back(CasePin{one.key, std::move(one.id), one.place, one.stage, one.urgency, one.marks, one.due.value_or(Instant{}),
                                       one.yellowAt.value_or(Instant{})});
            return pins;
        },
        Priority::Background, tokenOf(std::move(cancel)));
}

QFuture<Result<std::vector<DuplicateCandidate>>> LocalQueries::duplicates(const DuplicateProbe& probe, CancelFlag cancel)
{
    return m_workspace.read(
        [rules = m_workspace.rules(), probe](DeskConnection& desk) -> Result<std::vector<DuplicateCandidate>> {
            CaseReader reader(*desk.storeDb);
            std::map<CaseKey, double> distances;
            std::vector<CaseKey> keys;
            if (probe.place) {
                auto near = reader.nearby(*probe.place, duplicateReach, duplicateCandidates, probe.now - duplicateAge);
                if (!near)
                    return std::unexpected(near.error());
                for (const auto& [metres, key] : *near) {
                    distances[key] = metres;
                    keys.push_back(key);
                }
            }
            if (!probe.text.empty() || !probe.address.empty()) {
                auto recent = reader.reportedBetween(probe.now - duplicateAge, probe.now, 2000);
                if (!recent)
                    return std::unexpected(recent.error());
                for (const auto key : *recent)
                    if (!distances.contains(key))
                        keys.push_back(key);
            }
            auto rows = reader.rows(keys);
            if (!rows)
                return std::unexpected(rows.error());
            std::vector<DuplicateCandidate> found;
            for (auto& [key, row] : *rows) {
                DuplicateCandidate candidate{.key = key, .row = std::move(row)};
                const auto distance = distances.find(key);
                candidate.metres = distance == distances.end() ? -1 : distance->second;
                candidate.age = candidate.row.reportedAt ? probe.now - *candidate.row.reportedAt : Milliseconds{};
                candidate.sameCategory = probe.category && candidate.row.category
                    && (*candidate.row.category == *probe.category || isWithin(*rules, *candidate.row.category, *probe.category));
                candidate.textLikeness = likeness(probe.text + " " + probe.address, candidate.row.title + " " + candidate.row.text + " " + candidate.row.address);
                const auto hours = std::chrono::duration_cast<std::chrono::hours>(candidate.age).count();
                const double near = candidate.metres < 0 ? 0 : std::max(0.0, 40.0 - candidate.metres / 10);
                candidate.score = static_cast<int>(near) + (candidate.sameCategory ? 25 : 0) + candidate.textLikeness * 25 / 100
                    + static_cast<int>(std::max<std::int64_t>(0, 10 - hours / 24));
                if (candidate.score >= 35 || candidate.textLikeness >= 60)
                    found.push_back(std::move(candidate));
            }
            std::ranges::stable_sort(found, std::greater<>{}, &DuplicateCandidate::score);
            if (found.size() > duplicatesShown)
                found.erase(found.begin() + static_cast<std::ptrdiff_t>(duplicatesShown), found.end());
            return found;
        },
        Priority::Interactive, tokenOf(std::move(cancel)));
}

QFuture<Result<std::vector<CaseKey>>> LocalQueries::ofCaller(const std::string& phone, const Actor& actor, Instant now)
{
    const auto mark = m_callers.mark(phone);
    if (!mark)
        return QtFuture::makeReadyValueFuture(Result<std::vector<CaseKey>>{std::vector<CaseKey>{}});
    return m_workspace.read([inForce = m_workspace.rules(), mark = *mark, actor, now](DeskConnection& desk) -> Result<std::vector<CaseKey>> {
        auto keys = casesOfCaller(*desk.storeDb, mark, callerCases);
        if (!keys)
            return keys;
        auto rows = CaseReader(*desk.storeDb).rows(*keys);
        if (!rows)
            return std::unexpected(rows.error());
        std::vector<CaseKey> shown;
        for (const auto& [key, row] : *rows) {
            const auto view = viewCase(desk, row.id);
            if (!view)
                return std::unexpected(view.error());
            if (view->state && mayRevealContact(*view->state, actor, *inForce, now))
                shown.push_back(key);
        }
        return shown;
    });
}

QFuture<Result<std::vector<CaseRow>>> LocalQueries::nearby(GeoPoint place, int metres, int limit)
{
    return m_workspace.read([place, metres, limit](DeskConnection& desk) -> Result<std::vector<CaseRow>> {
        CaseReader reader(*desk.storeDb);
        auto near = reader.nearby(place, metres, static_cast<std::size_t>(std::max(0, limit)));
        if (!near)
            return std::unexpected(near.error());
        std::vector<CaseKey> keys;
        for (const auto& [distance, key] : *near)
            keys.push_back(key);
        auto rows = reader.rows(keys);
        if (!rows)
            return std::unexpected(rows.error());
        std::vector<CaseRow> result;
        for (auto& [key, row] : *rows)
            result.push_back(std::move(row));
        return result;
    });
}

QFuture<Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>>> LocalQueries::unitLoads(Instant now)
{
    return m_workspace.read([now](DeskConnection& desk) -> Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>> {
        auto loads = CaseStatisticsReader(*desk.storeDb).unitLoads(now);
        if (!loads)
            return std::unexpected(loads.error());
        std::map<UnitId, std::pair<std::int64_t, std::int64_t>> result;
        for (const auto& [unit, load] : *loads)
            result.emplace(unit, std::pair{load.open, load.overdue});
        return result;
    });
}

QFuture<Result<std::vector<MorningNumber>>> LocalQueries::morningCount(Instant from, Instant until)
{
    // Somebody waits for it, but a count over all years would keep the table waiting: it is left to the other readers.
    return m_workspace.read(
        [from, until](DeskConnection& desk) -> Result<std::vector<MorningNumber>> {
            auto counted = CaseStatisticsReader(*desk.storeDb).morningCount(from, until);
            if (!counted)
                return std::unexpected(counted.error());
            std::vector<MorningNumber> numbers;
            for (const auto& [where, count] : *counted) {
                const auto& [source, community, stage] = where;
                auto code = AreaCode::parse(community);
                numbers.push_back({.source = source, .community = code ? std::optional{*std::move(code)} : std::nullopt, .stage = stage, .count = count});
            }
            return numbers;
        },
        Priority::Background);
}

} // namespace griddesk
