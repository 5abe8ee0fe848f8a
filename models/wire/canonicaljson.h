// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/value.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace griddesk {

/// What a reader of JSON accepts at most. Depth counts nested lists and objects; a plain value has depth 0.
struct JsonLimits {
    std::size_t bytes = 1024 * 1024;
    int depth = 32;
};

/// Canonical JSON (RFC 8785) of a Value: no blanks, keys sorted, shortest escapes, plain integers. A Value outside the
/// subset (bad UTF-8, a key that is not printable ASCII, an integer beyond ±(2^53−1)) is written as it stands, and
/// fromCanonical() refuses the result; use canonicalBytes() where a Value comes from outside.
[[nodiscard]] std::string toCanonical(const Value& value);

/// toCanonical() checked by reading it back. Errors: those of fromCanonical().
[[nodiscard]] Result<std::string> canonicalBytes(const Value& value, const JsonLimits& limits = {});

/// Reads canonical JSON and nothing else: bytes that would be written differently are refused, so that a document has
/// exactly one hash. `context` of an error is "line L, column C".
/// Errors: LimitExceeded (size, depth), Syntax (no JSON, not canonical), Encoding (UTF-8, lone surrogate, NUL byte),
/// WrongType (null, fraction or exponent), OutOfRange (integer too large), Duplicate (key).
[[nodiscard]] Result<Value> fromCanonical(std::string_view bytes, const JsonLimits& limits = {});

/// Reads JSON written by people: blanks, any order of keys, any escapes, a byte order mark. The same subset and errors
/// otherwise.
[[nodiscard]] Result<Value> fromJson(std::string_view text, const JsonLimits& limits = {});

} // namespace griddesk
