// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace griddesk {

inline constexpr std::size_t mostPasswordBytes = 256;

/// What one guess costs: Argon2id passes over so much memory.
struct PasswordCost {
    unsigned long long passes = 2;
    std::size_t memory = std::size_t{64} * 1024 * 1024; ///< bytes

    /// The least libsodium knows; for tests.
    [[nodiscard]] static PasswordCost least() noexcept;
};

/// Argon2id (RFC 9106) with a random salt, as libsodium writes it: parameters and salt are in the text. Thread: any; takes
/// tenths of a second. Errors: OutOfRange (empty or longer than mostPasswordBytes), LimitExceeded (not enough memory).
[[nodiscard]] Result<std::string> hashPassword(std::string_view password, const PasswordCost& cost = {});

/// Whether `password` is the one `hash` was made of; false for a hash that cannot be read.
[[nodiscard]] bool isPassword(std::string_view password, const std::string& hash) noexcept;

} // namespace griddesk
