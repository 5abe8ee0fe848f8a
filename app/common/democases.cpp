// SPDX-License-Identifier: GPL-3.0-or-later
#include "democases.h"

#include "demoscenes.h"
#include "demoscript.h"

#include <algorithm>

namespace griddesk {

namespace {

/// A point inside the shape: tries the box, else its middle.
GeoPoint pointIn(const MultiPolygon& shape, DemoDice& dice)
{
    const Box box = boundingBox(shape);
    const auto along = [&](std::int32_t low, std::int32_t high) {
        return static_cast<std::int32_t>(low + static_cast<std::int64_t>(dice.pick(static_cast<std::size_t>(std::int64_t{high} - low + 1))));
    };
    for (int tries = 0; tries < 30; ++tries) {
        const GeoPoint point{along(box.minLonE7, box.maxLonE7), along(box.minLatE7, box.maxLatE7)};
        if (contains(shape, point))
            return point;
    }
    return centroid(shape);
}

/// Whether houses stand along it: nobody lives at number 171 of a tunnel.
bool hasHouses(std::string_view road)
{
    for (const std::string_view without : {"隧道", "高架", "立交", "匝道", "大桥", "快速路"})
        if (road.contains(without))
            return false;
    return true;
}

/// The name of the nearest street with houses; small districts have a few hundred, so a scan will do.
std::string streetAt(const std::vector<NamedPlace>& streets, GeoPoint place)
{
    const NamedPlace* best = nullptr;
    std::int64_t nearest = 0;
    for (const auto& street : streets) {
        if (!hasHouses(street.name))
            continue;
        const std::int64_t dx = std::int64_t{street.place.lonE7} - place.lonE7;
        const std::int64_t dy = std::int64_t{street.place.latE7} - place.latE7;
        const std::int64_t square = dx * dx + dy * dy;
        if (best == nullptr || square < nearest) {
            best = &street;
            nearest = square;
        }
    }
    return best != nullptr ? best->name : std::string("和平路");
}

/// Fills in an address: {road}, its number {n} (of a house or a lane), a house {h} within the lane, a number {m} further
/// along on the same side of the road. The last two follow from the first, so that title and text agree.
std::string filled(std::string pattern, const std::string& road, int number)
{
    const auto replace = [&](std::string_view what, const std::string& with) {
        for (auto at = pattern.find(what); at != std::string::npos; at = pattern.find(what, at + with.size()))
            pattern.replace(at, what.size(), with);
    };
    replace("{road}", road);
    replace("{n}", std::to_string(number));
    replace("{h}", std::to_string(1 + number * 7 % 38));
    replace("{m}", std::to_string(number + 8 + 2 * (number % 7)));
    return pattern;
}

/// The texts of a template with the place put in.
Value filledIn(const Value& text, const std::string& road, int number)
{
    Value result = text;
    for (const char* name : {"title", "text", "reply", "check", "callback"})
        if (text.has(name))
            result.set(name, filled(std::string(text.textOr(name)), road, number));
    return result;
}

/// When a case comes in: somewhat more of late, by day more than at night, on working days more than on others.
Instant arrival(DemoDice& dice, const Calendar& calendar, Instant now, int days)
{
    const std::int64_t span = std::int64_t{days} * 86'400;
    Instant at{};
    for (int tries = 0; tries < 12; ++tries) {
        const auto share = static_cast<std::int64_t>(dice.pick(1'000'000));
        at = now - std::chrono::seconds{120 + span * share / 1'000'000 * (share + 1'000'000) / 2'000'000};
        const LocalTime local = calendar.localTime(at);
        const auto hour = std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count();
        const int often = hour < 6 || hour >= 22 ? 10 : hour < 8 || hour >= 18 ? 55 : 100;
        if (dice.chance(calendar.isWorkday(calendar.localDate(at)) ? often : often * 6 / 10))
            break;
    }
    return at;
}

constexpr int hotCalls = 4, fewestForScenes = 50;

/// One matter that is being called in just now, by four people within a quarter of an hour.
Result<void> hotEvent(DemoLife& life, const Value::List& texts, const std::vector<std::pair<AreaCode, const MultiPolygon*>>& cells, DemoDice& dice,
                      const std::vector<NamedPlace>& streets, Instant now)
{
    const auto fits = [](const Value& text) {
        return text.textOr("source") == "hotline12345" && text.textOr("demandType") == "help" && text.textOr("urgency") == "urgent";
    };
    auto text = std::ranges::find_if(texts, fits);
    if (text == texts.end())
        text = texts.begin();
    const auto& [code, shape] = cells[dice.pick(cells.size())];
    const GeoPoint place = pointIn(*shape, dice);
    const std::string road = streetAt(streets, place);
    for (int i = 0; i < hotCalls; ++i) {
        const GeoPoint there{place.lonE7 + i * 500, place.latE7}; // about 5 m: along the fronts of neighbouring houses
        auto lived = life.live({filledIn(*text, road, 120 + 2 * i), filled(std::string(text->textOr("address", "{road}{n}号")), road, 120 + 2 * i), there, code},
                               now - std::chrono::minutes(14 - 3 * i));
        if (!lived)
            return lived;
    }
    return {};
}

} // namespace

Result<DemoReport> DemoCases::run(const Value& templates, Instant now, const DemoOptions& options)
{
    auto rules = m_submitter.rulesNow(now);
    if (!rules)
        return std::unexpected(rules.error());
    const auto* list = templates.list();
    if (list == nullptr || list->empty())
        return fail(ErrorCode::MissingField, "case texts are a list of at least one", "cases.json");
    const auto calendar = (*rules)->calendars.find((*rules)->calendar);
    if (calendar == (*rules)->calendars.end())
        return fail(ErrorCode::CalendarMissing, "the district has no calendar", (*rules)->calendar);
    std::vector<std::pair<AreaCode, const MultiPolygon*>> cells;
    for (const auto& [code, shape] : m_places.shapes()) {
        const auto area = (*rules)->areas.find(code);
        if (area != (*rules)->areas.end() && area->second.level == AreaLevel::Cell)
            cells.emplace_back(code, &shape);
    }
    if (cells.empty())
        return fail(ErrorCode::MissingField, "the district has no cells with a shape", (*rules)->stream);

    DemoDice dice(options.seed);
    const DemoCast cast(**rules, now);
    DemoReport report;
    if (auto begun = m_log.begin(); !begun)
        return std::unexpected(begun.error());
    const auto push = [&](Operation operation, Instant at) -> Result<std::optional<Case>> {
        const CaseId id = operation.caseId;
        auto before = m_authority.caseState(id);
        if (!before)
            return std::unexpected(before.error());
        // Judged first, so that what the rules refuse does not stand in the demo's history.
        if (auto judged = apply(*before, operation, **rules, at); !judged)
            return std::optional<Case>{};
        auto sealed = m_submitter.sealNow(std::move(operation), at, *before ? (*before)->operations : 0);
        if (!sealed)
            return std::unexpected(sealed.error());
        auto answer = m_authority.pushOwn(*std::move(sealed), at);
        if (!answer)
            return std::unexpected(answer.error());
        if (!isApplied(answer->outcome))
            return fail(ErrorCode::Inconsistent, "the authority refused what was judged legal", answer->reason);
        return m_authority.caseState(id);
    };
    const auto pushPair = [&](Operation one, Operation other, Instant at) -> Result<bool> {
        std::vector<std::int64_t> revisions; // both are judged before either is sealed, so that the device's chain has no gap
        for (const Operation* operation : {&one, &other}) {
            auto before = m_authority.caseState(operation->caseId);
            if (!before)
                return std::unexpected(before.error());
            if (auto judged = apply(*before, *operation, **rules, at); !judged)
                return false;
            revisions.push_back(*before ? (*before)->operations : 0);
        }
        std::vector<std::string> envelopes;
        for (Operation* operation : {&one, &other}) {
            auto sealed = m_submitter.sealNow(std::move(*operation), at, revisions[envelopes.size()]);
            if (!sealed)
                return std::unexpected(sealed.error());
            envelopes.push_back(std::move(sealed->bytes));
        }
        auto answers = m_authority.pushWithin(envelopes, at);
        if (!answers)
            return std::unexpected(answers.error());
        for (const auto& answer : *answers)
            if (!isApplied(answer.outcome))
                return fail(ErrorCode::Inconsistent, "the authority refused what was judged legal", answer.reason);
        return true;
    };
    DemoLife life(**rules, *calendar->second, cast, dice, options, now, push, [this](Instant at) { return m_submitter.newId(at); });

    const auto matter = [&](const std::function<bool(const Value&)>& fits) {
        const Value* text = &(*list)[dice.pick(list->size())];
        for (int tries = 0; fits && !fits(*text) && tries < 2000; ++tries)
            text = &(*list)[dice.pick(list->size())];
        const auto& [code, shape] = cells[dice.pick(cells.size())];
        const GeoPoint place = pointIn(*shape, dice);
        const std::string road = streetAt(m_places.streets(), place);
        const int number = dice.between(1, 398);
        return DemoMatter{filledIn(*text, road, number), filled(std::string(text->textOr("address", "{road}{n}号")), road, number), place, code};
    };
    Result<void> made;
    for (int i = 0; made && i < options.cases; ++i) {
        if (options.progress && i % 20 == 0 && !options.progress(i, options.cases)) {
            made = fail(ErrorCode::Cancelled, "stopped while making the demo cases");
            break;
        }
        const DemoMatter what = matter({});
        made = life.live(what, arrival(dice, calendar->second->calendar(), now, options.days));
        report.cases += life.born() ? 1 : 0;
    }
    if (made && options.cases >= fewestForScenes) {
        made = hotEvent(life, *list, cells, dice, m_places.streets(), now);
        report.cases += hotCalls;
    }
    if (made && options.cases >= fewestForScenes) {
        DemoScenes scenes(life, *calendar->second, **rules, dice, now, matter, pushPair, [this](Instant at) { return m_submitter.newId(at); });
        made = scenes.play();
        report.cases += scenes.cases;
        life.operations += scenes.pairs * 2;
    }
    if (made)
        made = m_log.commit();
    if (!made) {
        m_log.rollback();
        m_authority.forget();
        if (auto reset = m_submitter.resetChain(); !reset)
            return std::unexpected(reset.error());
        return std::unexpected(made.error());
    }
    if (auto kept = m_submitter.keepChain(); !kept)
        return std::unexpected(kept.error());
    report.operations = life.operations;
    report.refused = life.refused;
    if (options.progress)
        options.progress(options.cases, options.cases);
    return report;
}

} // namespace griddesk
