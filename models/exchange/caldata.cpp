// SPDX-License-Identifier: GPL-3.0-or-later
#include "caldata.h"

#include "utf8.h"

#include "models/core/instant.h"

#include <algorithm>
#include <format>
#include <map>

namespace griddesk {
namespace {

constexpr std::size_t maximumDays = 400;

/// The days of one year, whose flag for a day off is called `flag`, sorted and checked.
Result<Value::List> days(const Value& list, std::string_view flag)
{
    const auto* items = list.list();
    if (items == nullptr)
        return fail(ErrorCode::WrongType, "the days of a year are a list");
    if (items->size() > maximumDays)
        return fail(ErrorCode::LimitExceeded, std::format("more than {} days in a year", maximumDays));
    std::map<std::string, Value> sorted;
    for (const auto& item : *items) {
        const Value* date = item.find("date");
        const Value* off = item.find(flag);
        if (date == nullptr || off == nullptr)
            return fail(ErrorCode::MissingField, std::format("a day has `date` and `{}`", flag));
        if (!date->isText() || !off->isBool())
            return fail(ErrorCode::WrongType, std::format("`date` is text and `{}` is true or false", flag));
        const std::string& text = *date->text();
        if (text.size() != 10 || !parseInstant(text + "T00:00:00Z"))
            return fail(ErrorCode::OutOfRange, "a date is written like 2026-02-14", printable(text));
        const bool fresh =
            sorted.emplace(text, Value(Value::Object{{"date", text}, {"name", item.textOr("name")}, {"off", *off}})).second;
        if (!fresh)
            return fail(ErrorCode::Duplicate, "the date stands twice", text);
    }
    Value::List out;
    for (auto& [date, day] : sorted)
        out.push_back(std::move(day));
    return out;
}

/// A list that somebody has filled in; an empty one is a year whose holidays are not known yet.
Result<void> published(const Value::List& days, const std::string& year)
{
    if (days.empty())
        return fail(ErrorCode::MissingField, "no day is listed: the holidays of this year are not published yet, and its deadlines stay provisional", year);
    return {};
}

bool isYear(std::int64_t year) noexcept { return year >= 1900 && year <= 2200; }

Result<Value> checkedCalendar(const Value& years)
{
    const auto* object = years.object();
    if (object == nullptr)
        return fail(ErrorCode::WrongType, "`years` is an object");
    Value::Object out;
    for (const auto& [year, list] : *object) {
        if (year.size() != 4 || year.find_first_not_of("0123456789") != std::string::npos || !isYear(std::stoi(year)))
            return fail(ErrorCode::OutOfRange, "a year is four digits, 1900 to 2200", printable(year));
        auto checked = days(list, "off");
        if (!checked)
            return std::unexpected(checked.error());
        if (auto known = published(*checked, year); !known)
            return std::unexpected(known.error());
        out.emplace(year, Value(std::move(*checked)));
    }
    return Value(Value::Object{{"years", Value(std::move(out))}});
}

} // namespace

Result<Value> calendarFromHolidays(const Value& file)
{
    if (const Value* years = file.find("years"))
        return checkedCalendar(*years);
    const Value* year = file.find("year");
    const Value* list = file.find("days");
    if (year == nullptr || list == nullptr)
        return fail(ErrorCode::MissingField, "a holiday file has `year` and `days`");
    if (!year->isInt())
        return fail(ErrorCode::WrongType, "`year` is a whole number");
    if (!isYear(*year->integer()))
        return fail(ErrorCode::OutOfRange, "the year is 1900 to 2200");
    auto checked = days(*list, "isOffDay");
    if (!checked)
        return std::unexpected(checked.error());
    if (auto known = published(*checked, std::to_string(*year->integer())); !known)
        return std::unexpected(known.error());
    Value::Object years;
    years.emplace(std::to_string(*year->integer()), Value(std::move(*checked)));
    return Value(Value::Object{{"years", Value(std::move(years))}});
}

std::vector<std::string> thinYears(const Value& calendar)
{
    std::vector<std::string> thin;
    if (const Value* years = calendar.find("years"); years != nullptr && years->object() != nullptr)
        for (const auto& [year, list] : *years->object())
            if (list.list() != nullptr && std::ranges::count_if(*list.list(), [](const Value& day) { return day.boolOr("off", false); }) < fewestDaysOff)
                thin.push_back(year);
    return thin;
}

void mergeCalendar(Value& calendar, const Value& more)
{
    const Value* added = more.find("years");
    if (added == nullptr || added->object() == nullptr)
        return;
    if (!calendar.isObject() || !calendar.has("years"))
        calendar.set("years", Value(Value::Object{}));
    Value merged = *calendar.find("years");
    for (const auto& [year, list] : *added->object())
        merged.set(year, list);
    calendar.set("years", std::move(merged));
}

} // namespace griddesk
