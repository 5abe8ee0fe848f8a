// SPDX-License-Identifier: GPL-3.0-or-later
#include "numbers.h"

#include <algorithm>
#include <charconv>

namespace griddesk {

namespace {

constexpr std::string_view orderPrefix = "DB-";

bool isCapital(char c) { return c >= 'A' && c <= 'Z'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isDeviceLetters(std::string_view text)
{
    return !text.empty() && text.size() <= 3 && text != "DB" && std::ranges::all_of(text, isCapital);
}

bool isStream(std::string_view text)
{
    return !text.empty() && text.size() <= 32
        && std::ranges::all_of(text, [](char c) { return isCapital(c) || isDigit(c) || (c >= 'a' && c <= 'z') || c == '_' || c == '.'; });
}

std::string padded(std::int64_t number, std::size_t digits)
{
    auto text = std::to_string(number);
    text.insert(0, digits - std::min(digits, text.size()), '0');
    return text;
}

std::unexpected<Error> noNumber(std::string_view text)
{
    return fail(ErrorCode::Syntax, "a number looks like B-0042 or 2026-990101001-000123", std::string(text.substr(0, 64)));
}

Result<std::int64_t> counter(std::string_view digits, std::size_t least, std::string_view whole)
{
    std::int64_t number = 0;
    if (digits.size() < least || digits.size() > 9 || !std::ranges::all_of(digits, isDigit))
        return noNumber(whole);
    if (digits.size() > least && digits.front() == '0')
        return noNumber(whole);
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number == 0)
        return fail(ErrorCode::OutOfRange, "numbers count from 1", std::string(whole.substr(0, 64)));
    return number;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::string capitals(std::string_view text)
{
    std::string up(text);
    std::ranges::transform(up, up.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return up;
}

} // namespace

Result<std::string> formatNumber(const Number& number)
{
    std::string text = number.what == Numbered::SupervisionOrder ? std::string(orderPrefix) : std::string();
    if (const auto* local = std::get_if<LocalNumber>(&number.number)) {
        if (!isDeviceLetters(local->device))
            return fail(ErrorCode::Syntax, "a device has one to three capital letters, not DB", local->device);
        if (local->counter < 1 || local->counter > largestNumber)
            return fail(ErrorCode::OutOfRange, "counters run from 1 to 999999999", std::to_string(local->counter));
        return text + local->device + '-' + padded(local->counter, 4);
    }
    const auto& given = std::get<AuthorityNumber>(number.number);
    if (given.year < 2000 || given.year > 2199)
        return fail(ErrorCode::OutOfRange, "years run from 2000 to 2199", std::to_string(given.year));
    if (!isStream(given.stream))
        return fail(ErrorCode::Syntax, "a stream in a number is letters and digits", given.stream.substr(0, 64));
    if (given.sequence < 1 || given.sequence > largestNumber)
        return fail(ErrorCode::OutOfRange, "sequences run from 1 to 999999999", std::to_string(given.sequence));
    return text + std::to_string(given.year) + '-' + given.stream + '-' + padded(given.sequence, 6);
}

Result<Number> parseNumber(std::string_view text)
{
    auto rest = trimmed(text);
    if (rest.size() > 64)
        return noNumber(text);
    Number number;
    for (const std::string_view prefix : {std::string_view("督办-"), std::string_view("督办")})
        if (number.what == Numbered::Case && rest.starts_with(prefix)) {
            number.what = Numbered::SupervisionOrder;
            rest = trimmed(rest.substr(prefix.size()));
        }
    if (number.what == Numbered::Case && capitals(rest.substr(0, orderPrefix.size())) == orderPrefix) {
        number.what = Numbered::SupervisionOrder;
        rest.remove_prefix(orderPrefix.size());
    }

    const auto first = rest.find('-');
    const auto last = rest.rfind('-');
    if (first == std::string_view::npos)
        return noNumber(text);
    if (first == last) {
        LocalNumber local{.device = capitals(rest.substr(0, first))};
        const auto count = counter(rest.substr(first + 1), 4, text);
        if (!isDeviceLetters(local.device))
            return noNumber(text);
        if (!count)
            return std::unexpected(count.error());
        local.counter = *count;
        number.number = std::move(local);
        return number;
    }
    AuthorityNumber given{.stream = std::string(rest.substr(first + 1, last - first - 1))};
    const auto year = counter(rest.substr(0, first), 4, text);
    const auto sequence = counter(rest.substr(last + 1), 6, text);
    if (!year || !sequence)
        return std::unexpected(!year ? year.error() : sequence.error());
    if (*year < 2000 || *year > 2199)
        return fail(ErrorCode::OutOfRange, "years run from 2000 to 2199", std::string(text.substr(0, 64)));
    if (!isStream(given.stream))
        return noNumber(text);
    given.year = static_cast<int>(*year);
    given.sequence = *sequence;
    number.number = std::move(given);
    return number;
}

} // namespace griddesk
