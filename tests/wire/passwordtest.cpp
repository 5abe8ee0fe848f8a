// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/password.h"

#include <gtest/gtest.h>

namespace griddesk {
namespace {

TEST(Password, isKnownAgainByItsHash)
{
    const auto hash = hashPassword("街道办事处-2026", PasswordCost::least());
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->starts_with("$argon2id$"));
    EXPECT_TRUE(isPassword("街道办事处-2026", *hash));
    EXPECT_FALSE(isPassword("街道办事处-2027", *hash));
    EXPECT_FALSE(isPassword("", *hash));
    EXPECT_NE(*hashPassword("街道办事处-2026", PasswordCost::least()), *hash) << "every hash has a salt of its own";
}

TEST(Password, hasLimits)
{
    EXPECT_EQ(hashPassword("", PasswordCost::least()).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(hashPassword(std::string(mostPasswordBytes + 1, 'x'), PasswordCost::least()).error().code, ErrorCode::OutOfRange);
    EXPECT_TRUE(hashPassword(std::string(mostPasswordBytes, 'x'), PasswordCost::least()));
    for (const std::string& hash : {std::string(), std::string("x"), std::string("$argon2id$"), std::string(500, 'x')})
        EXPECT_FALSE(isPassword("x", hash));
}

} // namespace
} // namespace griddesk
