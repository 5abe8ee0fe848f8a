// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendarreader.h"

#include "calendarindex.h"
#include "deadline.h"
#include "ids.h"

#include <algorithm>
#include <format>
#include <initializer_list>
#include <optional>

namespace griddesk {

namespace {

constexpr std::size_t maximumYears = 200;
constexpr std::size_t maximumDays = 366;
constexpr std::size_t maximumPlans = 64;
constexpr std::size_t maximumSlots = 16;
constexpr std::size_t maximumZoneEntries = 1000;
constexpr std::size_t maximumNameBytes = 100;
constexpr std::int64_t maximumOffset = 18 * 60;

using Check = Result<void>;

std::optional<int> twoDigits(std::string_view text, std::size_t at)
{
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9')
        return std::nullopt;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

Check onlyFields(const Value& value, std::initializer_list<std::string_view> known, const std::string& where)
{
    const auto* object = value.object();
    if (!object)
        return fail(ErrorCode::WrongType, "an object is wanted", where);
    for (const auto& [key, member] : *object) {
        if (std::ranges::find(known, key) == known.end())
            return fail(ErrorCode::UnknownField, "no such field in a calendar", where + "." + key.substr(0, 64));
    }
    return {};
}

Result<std::string_view> textField(const Value& value, std::string_view key, const std::string& where)
{
    const Value* member = value.find(key);
    if (!member)
        return fail(ErrorCode::MissingField, "a field is missing", std::format("{}.{}", where, key));
    if (!member->isText())
        return fail(ErrorCode::WrongType, "text is wanted", std::format("{}.{}", where, key));
    return std::string_view{*member->text()};
}

Result<const Value::List*> listOf(const Value& value, std::size_t maximum, const std::string& where)
{
    const auto* list = value.list();
    if (!list)
        return fail(ErrorCode::WrongType, "a list is wanted", where);
    if (list->size() > maximum)
        return fail(ErrorCode::LimitExceeded, std::format("at most {} entries", maximum), where);
    return list;
}

std::unexpected<Error> placed(Error error, const std::string& where)
{
    error.context = error.context.empty() ? where : where + ": " + error.context;
    return std::unexpected(std::move(error));
}

Check readDay(const Value& value, int year, Calendar& calendar, const std::string& where)
{
    if (auto known = onlyFields(value, {"date", "name", "off"}, where); !known)
        return known;
    const auto dateText = textField(value, "date", where);
    if (!dateText)
        return std::unexpected(dateText.error());
    const auto name = textField(value, "name", where);
    if (!name)
        return std::unexpected(name.error());
    if (name->size() > maximumNameBytes)
        return fail(ErrorCode::LimitExceeded, "the name of a day is too long", where + ".name");
    const Value* off = value.find("off");
    if (!off)
        return fail(ErrorCode::MissingField, "a field is missing", where + ".off");
    if (!off->isBool())
        return fail(ErrorCode::WrongType, "true or false is wanted", where + ".off");
    const auto date = parseDate(*dateText);
    if (!date)
        return placed(date.error(), where);
    if (int{std::chrono::year_month_day{*date}.year()} != year)
        return fail(ErrorCode::Inconsistent, "the day belongs to another year", std::format("{}: {}", where, *dateText));
    const DayEntry entry{*off->boolean() ? DayKind::Holiday : DayKind::Workday, std::string(*name)};
    if (!calendar.days.emplace(*date, entry).second)
        return fail(ErrorCode::Duplicate, "the day is listed twice", std::format("{}: {}", where, *dateText));
    return {};
}

Check readYears(const Value& value, Calendar& calendar)
{
    const auto* object = value.object();
    if (!object)
        return fail(ErrorCode::WrongType, "an object is wanted", "years");
    if (object->size() > maximumYears)
        return fail(ErrorCode::LimitExceeded, "too many years", "years");
    for (const auto& [key, list] : *object) {
        const std::string where = "years." + key.substr(0, 64);
        const auto century = twoDigits(key, 0), rest = twoDigits(key, 2);
        if (key.size() != 4 || !century || !rest)
            return fail(ErrorCode::Syntax, "a year has four digits", where);
        const int year = *century * 100 + *rest;
        if (year < CalendarIndex::firstYear || year > CalendarIndex::lastYear)
            return fail(ErrorCode::OutOfRange, "years are 1970 to 2199", where);
        const auto entries = listOf(list, maximumDays, where);
        if (!entries)
            return std::unexpected(entries.error());
        calendar.years.insert(year);
        for (std::size_t i = 0; i < (*entries)->size(); ++i) {
            if (auto day = readDay((**entries)[i], year, calendar, std::format("{}[{}]", where, i)); !day)
                return day;
        }
    }
    return {};
}

Result<Slot> parseSlot(std::string_view text)
{
    const auto h1 = twoDigits(text, 0), m1 = twoDigits(text, 3), h2 = twoDigits(text, 6), m2 = twoDigits(text, 9);
    if (text.size() != 11 || !h1 || !m1 || !h2 || !m2 || text[2] != ':' || text[5] != '-' || text[8] != ':')
        return fail(ErrorCode::Syntax, "working hours are written like 08:00-12:00", std::string(text.substr(0, 64)));
    const Slot slot{*h1 * 60 + *m1, *h2 * 60 + *m2};
    if (*m1 > 59 || *m2 > 59 || slot.to > 24 * 60 || slot.from >= slot.to)
        return fail(ErrorCode::OutOfRange, "working hours begin before they end, within one day", std::string(text));
    return slot;
}

Check appendSlot(std::vector<Slot>& slots, std::string_view text)
{
    if (slots.size() == maximumSlots)
        return fail(ErrorCode::LimitExceeded, "too many slots in a day", std::string(text.substr(0, 64)));
    const auto slot = parseSlot(text);
    if (!slot)
        return std::unexpected(slot.error());
    if (!slots.empty() && slot->from < slots.back().to)
        return fail(ErrorCode::Inconsistent, "working hours overlap or are out of order", std::string(text));
    slots.push_back(*slot);
    return {};
}

Result<std::chrono::month_day> parseMonthDay(std::string_view text)
{
    const auto month = twoDigits(text, 0), day = twoDigits(text, 3);
    if (text.size() != 5 || !month || !day || text[2] != '-')
        return fail(ErrorCode::Syntax, "a day of the year is written like 10-01", std::string(text.substr(0, 64)));
    const auto monthDay = std::chrono::month{static_cast<unsigned>(*month)} / *day;
    if (!monthDay.ok())
        return fail(ErrorCode::OutOfRange, "no such day", std::string(text));
    return monthDay;
}

Check readValidity(const Value& value, SlotPlan& plan, const std::string& where)
{
    if (!value.has("from") && !value.has("to"))
        return {};
    const auto from = textField(value, "from", where);
    if (!from)
        return std::unexpected(from.error());
    const auto to = textField(value, "to", where);
    if (!to)
        return std::unexpected(to.error());
    if (from->size() == 10 || to->size() == 10) {
        const auto first = parseDate(*from), last = parseDate(*to);
        if (!first || !last)
            return placed(first ? last.error() : first.error(), where);
        if (*last < *first)
            return fail(ErrorCode::OutOfRange, "the range of dates ends before it begins", where);
        plan.validity = DateRange{*first, *last};
        return {};
    }
    const auto first = parseMonthDay(*from), last = parseMonthDay(*to);
    if (!first || !last)
        return placed(first ? last.error() : first.error(), where);
    plan.validity = Season{*first, *last};
    return {};
}

bool clash(const SlotPlan& a, const SlotPlan& b)
{
    if (a.validity.index() != b.validity.index())
        return false;
    if (const auto* range = std::get_if<DateRange>(&a.validity)) {
        const auto& other = std::get<DateRange>(b.validity);
        return range->from <= other.to && other.from <= range->to;
    }
    if (const auto* season = std::get_if<Season>(&a.validity)) {
        const auto& other = std::get<Season>(b.validity);
        return season->holdsOn(other.from) || other.holdsOn(season->from);
    }
    return true;
}

/// Plans of one kind must not overlap, and every day of a leap year must have hours.
Check checkPlans(const std::vector<SlotPlan>& plans)
{
    for (std::size_t i = 0; i < plans.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (clash(plans[k], plans[i]))
                return fail(ErrorCode::Inconsistent, "two slot plans hold on the same day", std::format("slots[{}], slots[{}]", k, i));
        }
    }
    if (std::ranges::any_of(plans, [](const SlotPlan& p) { return std::holds_alternative<WholeYear>(p.validity); }))
        return {};
    for (LocalDate date{std::chrono::local_days{std::chrono::year{2000} / 1 / 1}}; date < std::chrono::local_days{std::chrono::year{2001} / 1 / 1};
         date += std::chrono::days{1}) {
        const std::chrono::year_month_day ymd{date};
        const auto holds = [day = ymd.month() / ymd.day()](const SlotPlan& p) {
            const auto* season = std::get_if<Season>(&p.validity);
            return season && season->holdsOn(day);
        };
        if (std::ranges::none_of(plans, holds))
            return fail(ErrorCode::Inconsistent, "no slot plan holds on some day of the year", "slots: " + formatDate(date).substr(5));
    }
    return {};
}

Check readPlans(const Value& value, Calendar& calendar)
{
    const auto list = listOf(value, maximumPlans, "slots");
    if (!list)
        return std::unexpected(list.error());
    calendar.plans.clear();
    for (std::size_t i = 0; i < (*list)->size(); ++i) {
        const Value& entry = (**list)[i];
        const std::string where = std::format("slots[{}]", i);
        if (auto known = onlyFields(entry, {"from", "to", "hours"}, where); !known)
            return known;
        SlotPlan plan;
        if (auto validity = readValidity(entry, plan, where); !validity)
            return validity;
        const Value* hours = entry.find("hours");
        if (!hours)
            return fail(ErrorCode::MissingField, "a field is missing", where + ".hours");
        const auto texts = listOf(*hours, maximumSlots, where + ".hours");
        if (!texts)
            return std::unexpected(texts.error());
        if ((*texts)->empty())
            return fail(ErrorCode::OutOfRange, "a slot plan needs working hours", where + ".hours");
        for (const Value& text : **texts) {
            if (!text.isText())
                return fail(ErrorCode::WrongType, "text is wanted", where + ".hours");
            if (auto slot = appendSlot(plan.slots, *text.text()); !slot)
                return placed(slot.error(), where + ".hours");
        }
        calendar.plans.push_back(std::move(plan));
    }
    return checkPlans(calendar.plans);
}

Check readWeekend(const Value& value, Calendar& calendar)
{
    const auto list = listOf(value, 7, "weekend");
    if (!list)
        return std::unexpected(list.error());
    calendar.weekdayOff = {};
    for (const Value& entry : **list) {
        const std::int64_t* day = entry.integer();
        if (!day)
            return fail(ErrorCode::WrongType, "a number is wanted", "weekend");
        if (*day < 1 || *day > 7)
            return fail(ErrorCode::OutOfRange, "weekdays are 1 (Monday) to 7", "weekend");
        bool& off = calendar.weekdayOff[static_cast<std::size_t>(*day % 7)];
        if (off)
            return fail(ErrorCode::Duplicate, "a weekday is listed twice", "weekend");
        off = true;
    }
    return {};
}

Check readZone(const Value& value, Calendar& calendar)
{
    const auto list = listOf(value, maximumZoneEntries, "zone");
    if (!list)
        return std::unexpected(list.error());
    if ((*list)->empty())
        return fail(ErrorCode::OutOfRange, "a zone needs an offset", "zone");
    calendar.zone.clear();
    for (std::size_t i = 0; i < (*list)->size(); ++i) {
        const Value& entry = (**list)[i];
        const std::string where = std::format("zone[{}]", i);
        if (auto known = onlyFields(entry, {"from", "offset"}, where); !known)
            return known;
        const auto fromText = textField(entry, "from", where);
        if (!fromText)
            return std::unexpected(fromText.error());
        const auto from = parseInstant(*fromText);
        if (!from)
            return placed(from.error(), where);
        const Value* offset = entry.find("offset");
        if (!offset)
            return fail(ErrorCode::MissingField, "a field is missing", where + ".offset");
        if (!offset->isInt())
            return fail(ErrorCode::WrongType, "a number of minutes is wanted", where + ".offset");
        if (*offset->integer() < -maximumOffset || *offset->integer() > maximumOffset)
            return fail(ErrorCode::OutOfRange, "an offset is at most 18 hours", where + ".offset");
        if (!calendar.zone.empty() && *from <= calendar.zone.back().from)
            return fail(ErrorCode::Inconsistent, "zone entries are out of order", where);
        calendar.zone.push_back({*from, static_cast<int>(*offset->integer())});
    }
    return {};
}

std::string slotText(Slot slot)
{
    return std::format("{:02}:{:02}-{:02}:{:02}", slot.from / 60, slot.from % 60, slot.to / 60, slot.to % 60);
}

Value writePlan(const SlotPlan& plan)
{
    const auto monthDay = [](std::chrono::month_day day) { return std::format("{:02}-{:02}", unsigned{day.month()}, unsigned{day.day()}); };
    Value value;
    if (const auto* season = std::get_if<Season>(&plan.validity))
        value.set("from", monthDay(season->from)).set("to", monthDay(season->to));
    else if (const auto* range = std::get_if<DateRange>(&plan.validity))
        value.set("from", formatDate(range->from)).set("to", formatDate(range->to));
    Value::List hours;
    for (const Slot slot : plan.slots)
        hours.emplace_back(slotText(slot));
    value.set("hours", std::move(hours));
    return value;
}

} // namespace

Result<Calendar> readCalendar(const Value& value)
{
    if (auto known = onlyFields(value, {"id", "years", "slots", "weekend", "zone"}, "calendar"); !known)
        return std::unexpected(known.error());
    const auto id = textField(value, "id", "calendar");
    if (!id)
        return std::unexpected(id.error());
    if (!isIdentifier(*id))
        return fail(ErrorCode::Syntax, "not a valid calendar id", std::string(id->substr(0, 64)));
    if (!value.has("years"))
        return fail(ErrorCode::MissingField, "a field is missing", "calendar.years");
    Calendar calendar;
    calendar.id = *id;
    struct Part {
        std::string_view key;
        Check (*read)(const Value&, Calendar&);
    };
    for (const Part& part : {Part{"years", readYears}, Part{"slots", readPlans}, Part{"weekend", readWeekend}, Part{"zone", readZone}}) {
        if (const Value* member = value.find(part.key)) {
            if (auto done = part.read(*member, calendar); !done)
                return std::unexpected(done.error());
        }
    }
    return calendar;
}

Value writeCalendar(const Calendar& calendar)
{
    Value::Object years;
    for (const int year : calendar.years)
        years.emplace(std::to_string(year), Value::List{});
    for (const auto& [date, entry] : calendar.days) {
        Value day;
        day.set("date", formatDate(date)).set("name", entry.name).set("off", entry.kind == DayKind::Holiday);
        const auto year = years.try_emplace(std::to_string(int{std::chrono::year_month_day{date}.year()}), Value::List{}).first;
        if (Value::List* list = year->second.list())
            list->push_back(std::move(day));
    }
    Value::List plans;
    for (const SlotPlan& plan : calendar.plans)
        plans.push_back(writePlan(plan));
    Value::List weekend;
    for (int day = 1; day <= 7; ++day) {
        if (calendar.weekdayOff[static_cast<std::size_t>(day % 7)])
            weekend.emplace_back(day);
    }
    Value::List zone;
    for (const ZoneOffset& entry : calendar.zone)
        zone.push_back(Value{}.set("from", formatInstant(entry.from)).set("offset", entry.minutes));
    Value value;
    value.set("id", calendar.id).set("years", std::move(years)).set("slots", std::move(plans));
    value.set("weekend", std::move(weekend)).set("zone", std::move(zone));
    return value;
}

Result<std::vector<Slot>> parseSlots(std::string_view text)
{
    std::vector<Slot> slots;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        if (auto slot = appendSlot(slots, text.substr(at, comma - at)); !slot)
            return std::unexpected(slot.error());
        at = comma + 1;
    }
    return slots;
}

std::string formatSlots(const std::vector<Slot>& slots)
{
    std::string text;
    for (const Slot slot : slots) {
        if (!text.empty())
            text += ',';
        text += slotText(slot);
    }
    return text;
}

} // namespace griddesk
