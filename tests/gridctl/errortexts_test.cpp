// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gridctl/errortexts.h"

#include <gtest/gtest.h>

#include <string_view>

namespace griddesk::gridctl {
namespace {

TEST(ErrorTexts, sayWhatWhereAndWhatToDo)
{
    EXPECT_EQ(sentence(Error{ErrorCode::FileNotFound, "open: no such file", "areas.geojson"}),
              "areas.geojson: no such file (open: no such file). Check the path.");
    EXPECT_EQ(sentence(Error{ErrorCode::Cancelled, {}, {}}), "stopped as asked.");
}

TEST(ErrorTexts, everyCodeHasItsOwn)
{
    for (unsigned i = 0; i < 1000; ++i) {
        const auto code = static_cast<ErrorCode>(i);
        if (std::string_view(errorName(code)) == "unknown")
            continue;
        EXPECT_NE(sentence(Error{code, {}, {}}), "failed.") << errorName(code);
    }
}

TEST(ErrorTexts, aNameCannotWriteOnTheTerminal)
{
    EXPECT_EQ(sentence(Error{ErrorCode::Io, {}, "a\x1b[2J\nb"}).find_first_of("\x1b\n"), std::string::npos);
}

TEST(RefusalTexts, sayWhatIsMissingAndWhoCouldDoIt)
{
    EXPECT_EQ(sentence(Refusal{RefusalRule::CallbackOpen, {"callback"}, {Role::Operator}, {}}),
              "refused: the resident has not been called back. Missing: callback. Who can do it: operator.");
    EXPECT_EQ(sentence(Refusal{RefusalRule::StageClosed, {}, {}, "handled"}), "refused: not possible in this stage (handled).");
    EXPECT_EQ(sentence(Refusal{RefusalRule::RoleMissing, {}, RoleSet::all(), {}}),
              "refused: the post bears none of the roles asked for. Anybody can do it.");
}

TEST(RefusalTexts, areNotWrappedInASecondSentence)
{
    const auto refusal = sentence(Refusal{RefusalRule::StageClosed, {}, {}, "handled"});
    EXPECT_EQ(sentence(Error{ErrorCode::Refused, refusal, "file"}), "file: " + refusal);
}

TEST(RefusalTexts, everyRuleHasItsOwn)
{
    for (std::size_t i = 0; i < refusalRuleCount; ++i)
        EXPECT_NE(sentence(Refusal{static_cast<RefusalRule>(i), {}, {}, {}}), "refused: refused.") << i;
}

} // namespace
} // namespace griddesk::gridctl
