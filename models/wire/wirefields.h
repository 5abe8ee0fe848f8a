// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytes.h"

#include "models/core/fieldreader.h"

namespace griddesk {

// What wire documents have beyond the fields of rule bundles. Faults go to the reader.

/// An integer that has to be there.
[[nodiscard]] std::int64_t wantedInteger(FieldReader& fields, std::string_view key, std::int64_t least, std::int64_t most);
[[nodiscard]] std::optional<std::int64_t> optionalInteger(FieldReader& fields, std::string_view key, std::int64_t least, std::int64_t most);
/// At most so many bytes as lower-case hexadecimal; it has to be there and not be empty.
[[nodiscard]] Buffer wantedHex(FieldReader& fields, std::string_view key, std::size_t mostBytes);
/// An object or list that has to be there; empty after a fault.
[[nodiscard]] Value::Object wantedObject(FieldReader& fields, std::string_view key);
[[nodiscard]] Value::List wantedList(FieldReader& fields, std::string_view key, std::size_t most);

/// An identifier without a type of its own.
struct PlainIdTag { static constexpr const char* name = "identifier"; };
using PlainId = Id<PlainIdTag>;

} // namespace griddesk
