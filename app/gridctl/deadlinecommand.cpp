// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl deadline: needs no store.
#include "segments.h"

#include "app/common/resources.h"
#include "models/core/calendarreader.h"
#include "models/core/deadline.h"
#include "models/exchange/caldata.h"
#include "models/exchange/jsonfile.h"

namespace griddesk::gridctl {

namespace {

/// The shipped calendar, or a file in either form: a rule bundle's calendar, or one or more years of holiday data.
Result<Calendar> calendarOf(const Arguments& arguments, Json& warnings)
{
    auto shipped = readJsonFile(resourcePath("calendars/cn.json"));
    if (!shipped)
        return std::unexpected(shipped.error());
    Value value = *shipped;
    bool first = true;
    for (const auto& file : arguments.values("calendar")) {
        auto given = readJsonFile(file);
        if (!given)
            return std::unexpected(given.error());
        if (given->has("id") && given->has("years")) {
            value = *std::move(given);
        } else {
            auto years = calendarFromHolidays(*given);
            if (!years)
                return std::unexpected(years.error());
            for (const auto& year : thinYears(*years))
                warnings.push_back(year + " lists fewer than " + std::to_string(fewestDaysOff) + " days off: is the file whole?");
            if (first)
                value.set("years", Value::Object{});
            mergeCalendar(value, *years);
        }
        first = false;
    }
    if (const auto text = arguments.value("slots")) {
        auto slots = parseSlots(*text);
        if (!slots)
            return usage(slots.error().detail, *text);
        Value::List hours;
        for (const auto& slot : *slots)
            hours.emplace_back(formatSlots({slot}));
        Value plan;
        plan.set("hours", std::move(hours));
        value.set("slots", Value::List{std::move(plan)});
    }
    return readCalendar(value);
}

} // namespace

Result<Answer> runDeadline(const Invocation& invocation)
{
    Json warnings = Json::array();
    auto calendar = calendarOf(invocation.arguments, warnings);
    if (!calendar)
        return std::unexpected(calendar.error());
    auto start = parseLocalTime(invocation.operand(0), *calendar);
    if (!start)
        return usage(start.error().detail, invocation.operand(0));
    auto limit = parseLimit(invocation.operand(1));
    if (!limit)
        return usage(limit.error().detail, invocation.operand(1));
    const CalendarIndex index(*std::move(calendar));
    auto found = deadline(*start, *limit, index);
    if (!found)
        return std::unexpected(found.error());

    const Calendar& used = index.calendar();
    Answer answer;
    answer.json["start"] = formatLocalTime(*start, used);
    answer.json["limit"] = formatLimit(*limit);
    answer.json["due"] = formatLocalTime(found->due, used);
    answer.json["dueUtc"] = formatInstant(found->due);
    answer.json["provisional"] = found->provisional;
    if (!warnings.empty())
        answer.json["warnings"] = warnings;
    answer.json["segments"] = Json::array();
    answer.text = "due " + formatLocalTime(found->due, used) + (found->provisional ? " (provisional: a year without a holiday table)\n" : "\n");
    for (const auto& warning : warnings)
        answer.text += "  warning: " + warning.get<std::string>() + "\n";
    WholeMinutes minutes;
    for (const auto& segment : found->segments) {
        const std::string kind(segmentKindName(segment.kind));
        const auto whole = minutes.of(segment.countedMs);
        answer.json["segments"].push_back({{"from", formatLocalTime(segment.from, used)},
                                           {"to", formatLocalTime(segment.to, used)},
                                           {"kind", kind},
                                           {"minutes", whole},
                                           {"ms", segment.countedMs}});
        answer.text += "  " + formatLocalTime(segment.from, used) + " – " + formatLocalTime(segment.to, used) + "  " + kind
            + (segment.countedMs > 0 ? ", " + std::to_string(whole) + " min" : "") + "\n";
    }
    return answer;
}

} // namespace griddesk::gridctl
