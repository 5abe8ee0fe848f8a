// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace griddesk {

/// A tree of plain values that has exactly one canonical JSON form: booleans, integers within ±(2^53−1), UTF-8 text,
/// lists, and objects with ASCII keys. There is no null (absent is absent) and no floating point. Operation payloads and
/// rule bundles are Values; models/wire turns them into bytes and back.
class Value {
public:
    using List = std::vector<Value>;
    using Object = std::map<std::string, Value, std::less<>>;

    Value() : m_data(Object{}) {}
    Value(bool b) : m_data(b) {}
    Value(std::int64_t n) : m_data(n) {}
    Value(int n) : m_data(std::int64_t{n}) {}
    Value(std::string s) : m_data(std::move(s)) {}
    Value(std::string_view s) : m_data(std::string(s)) {}
    Value(const char* s) : m_data(std::string(s)) {}
    Value(List l) : m_data(std::move(l)) {}
    Value(Object o) : m_data(std::move(o)) {}

    [[nodiscard]] bool isBool() const noexcept { return std::holds_alternative<bool>(m_data); }
    [[nodiscard]] bool isInt() const noexcept { return std::holds_alternative<std::int64_t>(m_data); }
    [[nodiscard]] bool isText() const noexcept { return std::holds_alternative<std::string>(m_data); }
    [[nodiscard]] bool isList() const noexcept { return std::holds_alternative<List>(m_data); }
    [[nodiscard]] bool isObject() const noexcept { return std::holds_alternative<Object>(m_data); }

    /// The value of that type, or nullptr when it is of another type.
    [[nodiscard]] const bool* boolean() const noexcept { return std::get_if<bool>(&m_data); }
    [[nodiscard]] const std::int64_t* integer() const noexcept { return std::get_if<std::int64_t>(&m_data); }
    [[nodiscard]] const std::string* text() const noexcept { return std::get_if<std::string>(&m_data); }
    [[nodiscard]] const List* list() const noexcept { return std::get_if<List>(&m_data); }
    [[nodiscard]] const Object* object() const noexcept { return std::get_if<Object>(&m_data); }
    [[nodiscard]] List* list() noexcept { return std::get_if<List>(&m_data); }
    [[nodiscard]] Object* object() noexcept { return std::get_if<Object>(&m_data); }

    /// Member of an object; nullptr when this is no object or has no such key.
    [[nodiscard]] const Value* find(std::string_view key) const noexcept;
    [[nodiscard]] bool has(std::string_view key) const noexcept { return find(key) != nullptr; }

    /// Convenience readers with a default, for fields already checked against a schema.
    [[nodiscard]] std::string_view textOr(std::string_view key, std::string_view otherwise = {}) const noexcept;
    [[nodiscard]] std::int64_t intOr(std::string_view key, std::int64_t otherwise) const noexcept;
    [[nodiscard]] bool boolOr(std::string_view key, bool otherwise) const noexcept;

    /// Sets a member; turns this into an object when it is none.
    Value& set(std::string key, Value value);

    bool operator==(const Value&) const = default;

private:
    std::variant<bool, std::int64_t, std::string, List, Object> m_data;
};

/// Largest integer magnitude that a canonical JSON number may have (RFC 8785 over IEEE 754 doubles).
inline constexpr std::int64_t maximumJsonInteger = (std::int64_t{1} << 53) - 1;

} // namespace griddesk
