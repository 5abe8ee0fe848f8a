// SPDX-License-Identifier: GPL-3.0-or-later
#include "value.h"

namespace griddesk {

const Value* Value::find(std::string_view key) const noexcept
{
    const auto* members = object();
    if (members == nullptr)
        return nullptr;
    const auto found = members->find(key);
    return found == members->end() ? nullptr : &found->second;
}

std::string_view Value::textOr(std::string_view key, std::string_view otherwise) const noexcept
{
    const auto* member = find(key);
    const auto* value = member != nullptr ? member->text() : nullptr;
    return value != nullptr ? std::string_view(*value) : otherwise;
}

std::int64_t Value::intOr(std::string_view key, std::int64_t otherwise) const noexcept
{
    const auto* member = find(key);
    const auto* value = member != nullptr ? member->integer() : nullptr;
    return value != nullptr ? *value : otherwise;
}

bool Value::boolOr(std::string_view key, bool otherwise) const noexcept
{
    const auto* member = find(key);
    const auto* value = member != nullptr ? member->boolean() : nullptr;
    return value != nullptr ? *value : otherwise;
}

Value& Value::set(std::string key, Value value)
{
    if (!isObject())
        m_data = Object{};
    std::get<Object>(m_data).insert_or_assign(std::move(key), std::move(value));
    return *this;
}

} // namespace griddesk
