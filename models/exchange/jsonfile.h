// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"

#include "models/core/value.h"

#include <filesystem>

namespace griddesk {

/// Limits of JSON files with categories, units, duty lists, calendars and profiles.
inline constexpr std::uint64_t jsonFileBytes = std::uint64_t{64} << 20;
inline constexpr std::size_t jsonFileDepth = 32;

/// Which member names are accepted: ASCII only, as canonical JSON has them, or any (code maps of profiles, whose keys are
/// words of the source).
enum class JsonNames { Ascii, Any };

/// Reads one JSON document as a Value. Fractions are refused unless whole (`5.0` is 5), null members are dropped, a member
/// that stands twice is refused; nesting up to 32, 2 000 000 values.
/// Errors: those of the source, Syntax, Encoding, WrongType, OutOfRange, Duplicate, UnknownField, LimitExceeded.
[[nodiscard]] Result<Value> readJson(ByteSource& source, JsonNames names = JsonNames::Ascii);
/// The same from a file of at most 64 MiB (gzip allowed).
[[nodiscard]] Result<Value> readJsonFile(const std::filesystem::path& path, JsonNames names = JsonNames::Ascii);

} // namespace griddesk
