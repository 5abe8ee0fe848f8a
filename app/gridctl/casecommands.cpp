// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl stats, locate, case show, case list: asking a profile.
#include "opening.h"
#include "segments.h"

#include "app/common/caseview.h"

#include "models/core/areatree.h"
#include "models/core/deadline.h"
#include "models/core/explaincase.h"
#include "models/core/summarise.h"
#include "models/geo/datum.h"
#include "models/store/caselists.h"
#include "models/store/casereader.h"
#include "models/store/casestatistics.h"
#include "models/store/searchindex.h"

#include <algorithm>
#include <charconv>

namespace griddesk::gridctl {

namespace {

Result<double> numberOf(const std::string& word)
{
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size())
        return usage("not a number", word);
    return value;
}

template <typename Map, typename Name>
Json named(const Map& counts, Name name)
{
    Json json = Json::object();
    for (const auto& [code, count] : counts) {
        const std::string key = name(code);
        json[key] = json.value(key, std::int64_t{0}) + count;
    }
    return json;
}

Json rowJson(const CaseRow& row)
{
    Json json;
    json["id"] = row.id.text();
    json["number"] = row.number;
    json["localNumber"] = row.localNumber;
    json["stage"] = nameOf(row.stage);
    json["category"] = row.category ? Json(row.category->text()) : Json(nullptr);
    json["title"] = row.title;
    json["address"] = row.address;
    json["lon"] = row.place ? Json(row.place->lon()) : Json(nullptr);
    json["lat"] = row.place ? Json(row.place->lat()) : Json(nullptr);
    json["cell"] = row.cell ? Json(row.cell->text()) : Json(nullptr);
    json["community"] = row.community ? Json(row.community->text()) : Json(nullptr);
    json["unit"] = row.unit ? Json(row.unit->text()) : Json(nullptr);
    json["outsideNumbers"] = row.outsideNumbers;
    const auto at = [](const std::optional<Instant>& t) { return t ? Json(formatInstant(*t)) : Json(nullptr); };
    json["reportedAt"] = at(row.reportedAt);
    json["due"] = at(row.due);
    json["caseDue"] = at(row.caseDue);
    json["closedAt"] = at(row.closedAt);
    return json;
}

} // namespace

Result<Answer> runLocate(const Invocation& invocation)
{
    auto lon = numberOf(invocation.operand(0));
    auto lat = numberOf(invocation.operand(1));
    if (!lon || !lat)
        return std::unexpected(lon ? lat.error() : lon.error());
    auto datum = parseDatum(invocation.arguments.value("datum").value_or("wgs84"));
    if (!datum)
        return usage("--datum is wgs84, gcj02, bd09 or cgcs2000", *invocation.arguments.value("datum"));
    auto place = geoPointFrom(*datum, *lon, *lat);
    if (!place)
        return std::unexpected(place.error());
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const PlaceAreas areas = (*workspace)->places()->areasAt(*place);
    const auto rules = (*workspace)->rules();
    Answer answer;
    Json names = Json::object();
    for (const auto& [key, code] : {std::pair{"cell", areas.cell}, {"grid", areas.grid}, {"community", areas.community}, {"subdistrict", areas.subdistrict}}) {
        answer.json[key] = code ? Json(code->text()) : Json(nullptr);
        const auto found = code ? rules->areas.find(*code) : rules->areas.end();
        names[key] = found != rules->areas.end() ? Json(found->second.name) : Json(nullptr);
        answer.text += std::string(key) + ": " + (code ? code->text() + (found != rules->areas.end() ? " " + found->second.name : "") : std::string("–")) + "\n";
    }
    answer.json["names"] = std::move(names);
    return answer;
}

Result<Answer> runStats(const Invocation& invocation)
{
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const auto rules = (*workspace)->rules();
    Instant asOf = systemNow();
    if (const auto text = invocation.arguments.value("as-of")) {
        const auto calendar = rules->calendars.find(rules->calendar);
        auto at = calendar != rules->calendars.end() ? parseLocalTime(*text, calendar->second->calendar()) : parseInstant(*text);
        if (!at)
            return usage(at.error().detail, *text);
        asOf = *at;
    }
    auto stats = answerOf((*workspace)->read([&](DeskConnection& desk) { return CaseStatisticsReader(*desk.storeDb).statistics(asOf); }));
    if (!stats)
        return std::unexpected(stats.error());
    // The community a place lies in, or the area itself where the district is not divided so far.
    const auto areaFor = [&](const AreaCode& code, AreaLevel level) -> const Area* {
        if (const Area* above = ancestorAt(*rules, code, level))
            return above;
        const auto own = rules->areas.find(code);
        return own == rules->areas.end() ? nullptr : &own->second;
    };
    const auto areaName = [&](AreaLevel level) {
        return [&areaFor, level](const std::string& code) -> std::string {
            auto parsed = AreaCode::parse(code);
            const Area* area = parsed ? areaFor(*parsed, level) : nullptr;
            return area == nullptr ? std::string("-") : area->name.empty() ? area->code.text() : area->name;
        };
    };
    const auto areaCode = [&](const std::string& code) -> std::string {
        auto parsed = AreaCode::parse(code);
        const Area* area = parsed ? areaFor(*parsed, AreaLevel::Community) : nullptr;
        return area == nullptr ? std::string("-") : area->code.text();
    };
    Answer answer;
    answer.json["asOf"] = formatInstant(asOf);
    answer.json["cases"] = stats->cases;
    answer.json["byStage"] = Json::object();
    for (std::size_t i = 0; i < stageCount; ++i)
        if (stats->byStage[i] != 0)
            answer.json["byStage"][std::string(nameOf(static_cast<Stage>(i)))] = stats->byStage[i];
    answer.json["byArea"] = named(stats->byArea, areaName(AreaLevel::Community));
    answer.json["byAreaCode"] = named(stats->byArea, areaCode);
    answer.json["byUnit"] = named(stats->byUnit, [&](const std::string& code) {
        auto id = UnitId::parse(code);
        const auto found = id ? rules->units.find(*id) : rules->units.end();
        return code.empty() ? std::string("-") : found == rules->units.end() ? code : found->second.name;
    });
    answer.json["byCategory"] = named(stats->byCategory, [&](const std::string& code) {
        auto id = CategoryId::parse(code);
        const auto found = id ? rules->categories.find(*id) : rules->categories.end();
        return code.empty() ? std::string("-") : found == rules->categories.end() ? code : found->second.name;
    });
    for (const auto& [key, count] : {std::pair{"closed", stats->closed}, {"closedOnTime", stats->closedOnTime}, {"closedOverdue", stats->closedOverdue},
                                     {"closedNoLimit", stats->closedNoLimit}, {"openOverdue", stats->openOverdue}})
        answer.json[key] = count;
    answer.text = std::to_string(stats->cases) + " cases; closed " + std::to_string(stats->closed) + ": " + std::to_string(stats->closedOnTime)
        + " on time, " + std::to_string(stats->closedOverdue) + " overdue, " + std::to_string(stats->closedNoLimit) + " without a limit; open and overdue "
        + std::to_string(stats->openOverdue) + "\n";
    for (const char* part : {"byStage", "byArea", "byUnit"})
        for (const auto& [key, count] : answer.json[part].items())
            answer.text += "  " + std::string(part + 2) + " " + key + ": " + std::to_string(count.get<std::int64_t>()) + "\n";
    return answer;
}

Result<Answer> runCaseShow(const Invocation& invocation)
{
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    auto id = caseNamed(**workspace, invocation.operand(0));
    if (!id)
        return std::unexpected(id.error());
    auto view = answerOf((*workspace)->read([&](DeskConnection& desk) { return viewCase(desk, *id); }));
    if (!view)
        return std::unexpected(view.error());
    if (!view->state)
        return fail(ErrorCode::UnknownReference, "no such case", invocation.operand(0));
    const auto rules = (*workspace)->rules();
    const Case& state = *view->state;
    Answer answer;
    answer.json["row"] = rowJson(summarise(state, *rules));
    answer.json["case"] = jsonOf(describe(state));
    answer.json["history"] = Json::array();
    answer.text = (state.number.empty() ? state.localNumber : state.number) + "  " + std::string(nameOf(state.stage)) + "  " + state.title + "\n";
    for (const auto& item : view->history) {
        answer.json["history"].push_back({{"seq", item.seq},
                                          {"id", item.operation.id.text()},
                                          {"operation", nameOf(item.operation.kind)},
                                          {"account", item.operation.actor.account.text()},
                                          {"post", item.operation.actor.post.text()},
                                          {"at", formatInstant(item.effective)},
                                          {"receivedAt", item.receivedAt ? Json(formatInstant(*item.receivedAt)) : Json(nullptr)},
                                          {"writtenLater", item.writtenLater()},
                                          {"outcome", item.outcome},
                                          {"reason", item.reason},
                                          {"payload", jsonOf(item.operation.payload)}});
        answer.text += "  " + formatInstant(item.effective) + "  " + std::string(nameOf(item.operation.kind)) + "  "
            + item.operation.actor.account.text() + (item.waiting ? "  (waiting)" : "")
            + (item.writtenLater() ? "  (written down " + formatInstant(*item.receivedAt) + ")" : "") + (item.reason.empty() ? "" : "  refused: " + item.reason) + "\n";
    }
    answer.json["clocks"] = Json::array();
    const auto explained = explainCase(state, *rules, systemNow());
    for (const auto& clock : explained.clocks)
        answer.json["clocks"].push_back({{"id", clock.clock.id},
                                         {"kind", clockKindName(clock.clock.kind)},
                                         {"open", clock.open},
                                         {"lamp", lampName(clock.explanation.lamp)},
                                         {"start", formatInstant(clock.clock.start)},
                                         {"due", formatInstant(clock.explanation.due.at)},
                                         {"provisional", clock.explanation.due.provisional},
                                         {"countedMinutes", clock.explanation.countedMs / 60'000},
                                         {"countedMs", clock.explanation.countedMs},
                                         {"limitMs", clock.explanation.limitMs},
                                         {"segments", segmentsJson(clock.explanation.segments)}});
    return answer;
}

Result<Answer> runCaseList(const Invocation& invocation)
{
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    CaseSelection selection;
    if (const auto name = invocation.arguments.value("queue")) {
        auto queue = parseQueue(*name);
        if (!queue)
            return usage("no such queue; there are " + queueNames(), *name);
        selection.filter.queue = *queue;
    }
    const auto whose = invocation.arguments.value("as");
    if ((selection.filter.queue == Queue::Mine) != whose.has_value())
        return whose ? usage("--as goes with --queue mine", *whose) : usage("whose? Give --as ACCOUNT with --queue mine");
    if (whose) {
        auto account = AccountId::parse(*whose);
        if (!account || !(*workspace)->rules()->accounts.contains(*account))
            return fail(ErrorCode::UnknownReference, "the rules know no such account", *whose);
        selection.filter.mine = *std::move(account);
    }
    std::size_t limit = 100;
    if (const auto text = invocation.arguments.value("limit"))
        if (const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit); error != std::errc{} || end != text->data() + text->size())
            return usage("--limit is a whole number", *text);
    const Instant now = systemNow();
    const auto words = invocation.arguments.value("text");
    if (words)
        if (auto indexed = answerOf((*workspace)->write([](DeskConnection& desk) -> Result<std::size_t> {
                SearchIndex index(*desk.storeDb);
                for (;;)
                    if (auto some = index.indexSome(2000); !some || *some == 0)
                        return some;
            }));
            !indexed)
            return std::unexpected(indexed.error());
    auto rows = answerOf((*workspace)->read([&](DeskConnection& desk) -> Result<std::pair<std::int64_t, std::vector<std::pair<std::int64_t, CaseRow>>>> {
        if (words) {
            auto found = SearchIndex(*desk.storeDb).search(*words, SearchIndex::all, SearchIndex::all);
            if (!found)
                return std::unexpected(found.error());
            selection.among = *std::move(found);
        }
        auto keys = CaseLists(*desk.storeDb).keys(selection, CaseSort{}, now);
        if (!keys)
            return std::unexpected(keys.error());
        const auto count = static_cast<std::int64_t>(keys->size());
        keys->resize(std::min(keys->size(), limit));
        auto read = CaseReader(*desk.storeDb).rows(*keys);
        if (!read)
            return std::unexpected(read.error());
        return std::pair{count, *std::move(read)};
    }));
    if (!rows)
        return std::unexpected(rows.error());
    Answer answer;
    answer.json["count"] = rows->first;
    answer.json["shown"] = rows->second.size();
    answer.json["cases"] = Json::array();
    for (const auto& [key, row] : rows->second) {
        answer.json["cases"].push_back(rowJson(row));
        answer.text += (row.number.empty() ? row.localNumber : row.number) + "  " + std::string(nameOf(row.stage)) + "  " + row.title + "\n";
    }
    answer.text += std::to_string(rows->first) + " cases";
    if (std::cmp_less(rows->second.size(), rows->first))
        answer.text += ", the first " + std::to_string(rows->second.size()) + " shown (--limit N shows more)";
    answer.text += "\n";
    return answer;
}

} // namespace griddesk::gridctl
