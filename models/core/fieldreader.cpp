// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldreader.h"

#include <algorithm>

namespace griddesk {

std::string FieldPath::text() const
{
    std::string path = outer != nullptr ? outer->text() : std::string();
    if (!path.empty() && !name.empty())
        path += '.';
    path += name;
    if (index >= 0)
        path += '[' + std::to_string(index) + ']';
    return path;
}

FieldReader::FieldReader(const Value& value, const FieldPath* path) : m_value(&value), m_path(path)
{
    if (!value.isObject())
        fault({ErrorCode::WrongType, "an object is wanted", path != nullptr ? path->text() : std::string()});
}

void FieldReader::fault(Error error)
{
    if (!m_error)
        m_error = std::move(error);
}

void FieldReader::fault(ErrorCode code, std::string detail, std::string_view key)
{
    if (!m_error)
        m_error = Error{code, std::move(detail), FieldPath{m_path, key}.text()};
}

const Value* FieldReader::any(std::string_view key)
{
    m_asked.push_back(key);
    return m_value->find(key);
}

bool FieldReader::has(std::string_view key) { return any(key) != nullptr; }

std::string FieldReader::text(std::string_view key, std::size_t mostBytes)
{
    if (!has(key)) {
        fault(ErrorCode::MissingField, "the field is missing", key);
        return {};
    }
    auto words = textOr(key, mostBytes);
    if (words.empty())
        fault(ErrorCode::OutOfRange, "the field is empty", key);
    return words;
}

std::string FieldReader::textOr(std::string_view key, std::size_t mostBytes)
{
    const auto* value = any(key);
    if (value == nullptr)
        return {};
    const auto* words = value->text();
    if (words == nullptr) {
        fault(ErrorCode::WrongType, "a text is wanted", key);
        return {};
    }
    if (words->size() > mostBytes) {
        fault(ErrorCode::LimitExceeded, "the text is longer than " + std::to_string(mostBytes) + " bytes", key);
        return {};
    }
    if (std::ranges::any_of(*words, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; })) {
        fault(ErrorCode::OutOfRange, "the text has control characters", key);
        return {};
    }
    return *words;
}

std::int64_t FieldReader::integerOr(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise)
{
    const auto* value = any(key);
    if (value == nullptr)
        return otherwise;
    const auto* number = value->integer();
    if (number == nullptr) {
        fault(ErrorCode::WrongType, "a whole number is wanted", key);
        return otherwise;
    }
    if (*number < least || *number > most) {
        fault(ErrorCode::OutOfRange, "the number must be " + std::to_string(least) + " to " + std::to_string(most), key);
        return otherwise;
    }
    return *number;
}

bool FieldReader::booleanOr(std::string_view key, bool otherwise)
{
    const auto* value = any(key);
    if (value == nullptr)
        return otherwise;
    const auto* yes = value->boolean();
    if (yes == nullptr) {
        fault(ErrorCode::WrongType, "true or false is wanted", key);
        return otherwise;
    }
    return *yes;
}

const Value::List* FieldReader::list(std::string_view key, std::size_t most)
{
    const auto* value = any(key);
    if (value == nullptr)
        return nullptr;
    const auto* items = value->list();
    if (items == nullptr) {
        fault(ErrorCode::WrongType, "a list is wanted", key);
        return nullptr;
    }
    if (items->size() > most) {
        fault(ErrorCode::LimitExceeded, "at most " + std::to_string(most) + " are allowed", key);
        return nullptr;
    }
    return items;
}

std::optional<Instant> FieldReader::instant(std::string_view key)
{
    if (!has(key))
        return std::nullopt;
    return parsed<Instant>(key, parseInstant, Instant{});
}

Result<void> FieldReader::finish()
{
    if (m_error)
        return std::unexpected(*m_error);
    if (const auto* members = m_value->object())
        for (const auto& [key, value] : *members)
            if (!std::ranges::contains(m_asked, std::string_view(key)))
                return fail(ErrorCode::UnknownField, "there is no such field", FieldPath{m_path, key}.text());
    return {};
}

} // namespace griddesk
