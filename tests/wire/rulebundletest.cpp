// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/canonicaljson.h"
#include "models/wire/rulebundle.h"

#include "wiretestsupport.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

/// The smallest rules that hold together: one centre, one area, one calendar.
constexpr std::string_view smallRules = R"({
    "format": "griddesk-rules-1", "stream": "310101001", "name": "示范街道",
    "areas": [{"code": "310101001", "level": "subdistrict", "name": "示范街道", "fallbackUnit": "centre"}],
    "units": [{"id": "centre", "name": "指挥中心", "kind": "centre"}],
    "calendars": [{"id": "cn-1", "years": {"2026": []}}], "calendar": "cn-1", "centre": "centre"
})";

} // namespace

TEST(RuleBundle, HandWrittenRulesBecomeABundleThatOpensByItsHash)
{
    const auto bundle = valueOf(makeBundle(valueOf(fromJson(smallRules))));
    EXPECT_EQ(bundle.hash, sha256(bundle.bytes));
    const auto rules = valueOf(openBundle(bundle.bytes, bundle.hash));
    EXPECT_EQ(rules->hash, bundle.hash.hex());
    EXPECT_EQ(rules->name, "示范街道");
    EXPECT_TRUE(rules->units.contains(UnitId::literal("centre")));
}

TEST(RuleBundle, AnyChangedByteIsAMismatchBeforeItIsRead)
{
    const auto bundle = valueOf(makeBundle(valueOf(fromJson(smallRules))));
    for (std::size_t i = 0; i < bundle.bytes.size(); ++i) {
        auto changed = bundle.bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_EQ(codeOf(openBundle(changed, bundle.hash)), ErrorCode::HashMismatch);
    }
    EXPECT_EQ(codeOf(openBundle("", bundle.hash)), ErrorCode::HashMismatch);
}

TEST(RuleBundle, RightHashOfAnotherFormIsRefused)
{
    EXPECT_EQ(codeOf(openBundle(smallRules, sha256(smallRules))), ErrorCode::Syntax);
    EXPECT_EQ(codeOf(openBundle("{}", sha256("{}"))), ErrorCode::MissingField);
}

TEST(RuleBundle, RulesThatDoNotHoldTogetherAreNotMadeIntoABundle)
{
    auto rules = valueOf(fromJson(smallRules));
    EXPECT_EQ(codeOf(makeBundle(Value(rules).set("format", "griddesk-rules-2"))), ErrorCode::FileNewer);
    EXPECT_EQ(codeOf(makeBundle(Value(rules).set("format", "other"))), ErrorCode::FileForeign);
    EXPECT_FALSE(makeBundle(Value(rules).set("centre", "nobody")));
}
