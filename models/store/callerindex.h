// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include "models/core/case.h"
#include "models/wire/secret.h"

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace griddesk {

/// What store.db knows of a telephone number: 16 bytes of a keyed BLAKE2b of its line. Without the profile's key nothing
/// can be tried against it, although there are few telephone numbers.
using CallerMark = std::array<std::byte, 16>;

/// The marks of a case's reporters, opened from their sealed records; asked once per written case. Errors end the writing.
using CallersOf = std::function<Result<std::vector<CallerMark>>(const Case&)>;

/// Makes marks of telephone numbers. Owns its key. Thread: any, const.
class CallerMarker {
public:
    /// `key`: that of KeyPurpose::Callers.
    explicit CallerMarker(Secret key) : m_key(std::move(key)) {}
    /// Absent for what normalisedPhone() does not take for a number, and without a key.
    [[nodiscard]] std::optional<CallerMark> mark(std::string_view phone) const;

private:
    Secret m_key;
};

/// Keys of the cases that bear the mark, newest report first. Thread: that of the database, of storeSchema().
[[nodiscard]] Result<std::vector<std::int64_t>> casesOfCaller(Database& database, const CallerMark& mark, std::size_t limit);

} // namespace griddesk
