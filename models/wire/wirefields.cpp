// SPDX-License-Identifier: GPL-3.0-or-later
#include "wirefields.h"

namespace griddesk {

std::int64_t wantedInteger(FieldReader& fields, std::string_view key, std::int64_t least, std::int64_t most)
{
    if (!fields.has(key))
        fields.fault(ErrorCode::MissingField, "missing", key);
    return fields.integerOr(key, least, most, least);
}

std::optional<std::int64_t> optionalInteger(FieldReader& fields, std::string_view key, std::int64_t least, std::int64_t most)
{
    if (!fields.has(key))
        return std::nullopt;
    return fields.integerOr(key, least, most, least);
}

Buffer wantedHex(FieldReader& fields, std::string_view key, std::size_t mostBytes)
{
    auto bytes = fromHex(fields.text(key, 2 * mostBytes));
    if (!bytes) {
        fields.fault(bytes.error().code, bytes.error().detail, key);
        return {};
    }
    return *std::move(bytes);
}

Value::Object wantedObject(FieldReader& fields, std::string_view key)
{
    const auto* member = fields.any(key);
    if (member == nullptr)
        fields.fault(ErrorCode::MissingField, "missing", key);
    else if (const auto* members = member->object())
        return *members;
    else
        fields.fault(ErrorCode::WrongType, "an object is wanted", key);
    return {};
}

Value::List wantedList(FieldReader& fields, std::string_view key, std::size_t most)
{
    if (!fields.has(key))
        fields.fault(ErrorCode::MissingField, "missing", key);
    const auto* items = fields.list(key, most);
    return items != nullptr ? *items : Value::List{};
}

} // namespace griddesk
