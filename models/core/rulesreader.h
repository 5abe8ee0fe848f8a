// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rules.h"
#include "value.h"

#include <cstddef>

namespace griddesk {

/// Largest counts a rule bundle may have.
struct RulesLimits {
    static constexpr std::size_t areas = 20'000;
    static constexpr std::size_t units = 5'000;
    static constexpr std::size_t posts = 50'000;
    static constexpr std::size_t accounts = 50'000;
    static constexpr std::size_t tenures = 200'000;
    static constexpr std::size_t categories = 20'000;
    static constexpr std::size_t standardsOfCategory = 50;
    static constexpr std::size_t limitsOfStandard = 10;
    static constexpr std::size_t duties = 100'000;
    static constexpr std::size_t calendars = 50; ///< each takes about a megabyte when read
};

/// Reads a rule bundle (`"format": "griddesk-rules-1"`, rules-format.md beside this file) and checks it whole: what comes out holds
/// every promise of checkRules(). `hash` stays empty, it belongs to the bytes. Pure.
/// Errors: FileForeign / FileNewer for the format; MissingField, UnknownField, WrongType, OutOfRange, LimitExceeded, Syntax for
/// a field; UnknownReference, Duplicate, Inconsistent for what does not fit together. Error::context is the path of the
/// field, such as "areas[12].parent".
[[nodiscard]] Result<Rules> readRules(const Value& value);

/// The form that readRules() reads; lists in the order of their codes, defaults left out. readRules(writeRules(r)) equals r
/// but for the hash.
[[nodiscard]] Value writeRules(const Rules& rules);

/// One area in the form of the list "areas".
[[nodiscard]] Value writeArea(const Area& area);

} // namespace griddesk
