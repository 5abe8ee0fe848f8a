// SPDX-License-Identifier: GPL-3.0-or-later
#include "password.h"

#include "sodiumready.h"

#include <sodium.h>

#include <array>

namespace griddesk {

PasswordCost PasswordCost::least() noexcept
{
    return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

Result<std::string> hashPassword(std::string_view password, const PasswordCost& cost)
{
    if (password.empty() || password.size() > mostPasswordBytes)
        return fail(ErrorCode::OutOfRange, "a password has 1 to " + std::to_string(mostPasswordBytes) + " bytes");
    std::array<char, crypto_pwhash_STRBYTES> text{};
    requireSodium();
    if (crypto_pwhash_str(text.data(), password.data(), password.size(), cost.passes, cost.memory) != 0)
        return fail(ErrorCode::LimitExceeded, "there is not enough memory to hash a password");
    return std::string(text.data());
}

bool isPassword(std::string_view password, const std::string& hash) noexcept
{
    requireSodium();
    return hash.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

} // namespace griddesk
