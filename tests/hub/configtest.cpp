// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration stream: rule bundles and what they name.
#include "platformundertest.h"

namespace griddesk::testing {
namespace {

using namespace std::chrono_literals;

class Config : public ::testing::Test {
protected:
    Config() { desk.begin(); }
    std::vector<ConfigLine> linesAfter(const char* after)
    {
        const auto response = platform.send("GET", "/v1/config", {}, desk.token, {{"after", after}});
        std::vector<ConfigLine> lines;
        for (const auto line : valueOf(splitLines(response.body, 100, 10'000)))
            lines.push_back(valueOf(readConfigLine(line)));
        return lines;
    }
    static Rules named(const char* name)
    {
        Rules rules = platformRules();
        rules.name = name;
        return rules;
    }
    Platform platform;
    DeskAt desk{platform, "op", "desk-1"};
};

TEST_F(Config, tellsWhatWasPublishedSignedByThePlatform)
{
    platform.publish(named("第二版"), platform.now + 24h);
    const auto lines = linesAfter("0");
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0].seq, 1);
    EXPECT_EQ(lines[1].seq, 2);
    EXPECT_EQ(lines[1].bundle, platform.bundle.hash.hex());
    EXPECT_EQ(lines[1].validFrom, platform.now + 24h);
    EXPECT_EQ(lines[1].by.text(), "u-ad");
    for (const auto& line : lines)
        EXPECT_TRUE(verifySignature(platform.hub->publicKey(), bytesOf(bytesToSign(line)), line.sig));
    EXPECT_EQ(linesAfter("1").size(), 1U);
    EXPECT_TRUE(linesAfter("2").empty());
    EXPECT_EQ(linesAfter("99").size(), 0U);
    for (const char* after : {"-1", "x", "", "1x"})
        EXPECT_EQ(platform.send("GET", "/v1/config", {}, desk.token, {{"after", after}}).status, 400) << after;
}

TEST_F(Config, givesABundleByItsHash)
{
    const auto path = "/v1/bundle/" + platform.bundle.hash.hex();
    const auto response = platform.send("GET", path.c_str(), {}, desk.token);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, platform.bundle.bytes);
    for (const std::string& hash : {std::string(), std::string("x"), std::string(64, '0'), std::string("../") + std::string(61, 'a'),
                                    platform.bundle.hash.hex() + "/", std::string(64, 'A')})
        for (const char* kind : {"/v1/bundle/", "/v1/document/"})
            EXPECT_EQ(Platform::errorOf(platform.send("GET", (kind + hash).c_str(), {}, desk.token)), "404 notFound") << hash;
}

TEST_F(Config, aDocumentComesWithTheBundleThatNamesIt)
{
    const std::string geometry = "{\"areas\":[]}\n";
    Rules rules = named("有图");
    rules.geometry = sha256(geometry).hex();
    EXPECT_EQ(platform.tryPublish(rules).error().code, ErrorCode::UnknownReference) << "missing";
    EXPECT_EQ(platform.tryPublish(rules, {}, {{rules.geometry, "other bytes"}}).error().code, ErrorCode::HashMismatch);
    EXPECT_EQ(platform.tryPublish(rules, {}, {{rules.geometry, geometry}, {sha256("x").hex(), "x"}}).error().code, ErrorCode::Inconsistent);
    EXPECT_EQ(valueOf(platform.store().configHead()), 1) << "nothing of it was published";
    const auto line = valueOf(platform.tryPublish(rules, {}, {{rules.geometry, geometry}}));
    EXPECT_EQ(line.documents, std::vector{rules.geometry});
    const auto response = platform.send("GET", ("/v1/document/" + rules.geometry).c_str(), {}, desk.token);
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(response.body, geometry);
    rules.name += "2";
    EXPECT_TRUE(platform.tryPublish(rules)) << "the document is there already";
}

TEST_F(Config, refusesWhatIsNoBundleOfThisStreamOrKnown)
{
    EXPECT_EQ(platform.tryPublish(platformRules()).error().code, ErrorCode::Duplicate);
    Rules foreign = named("别的街道");
    foreign.stream = "990101002";
    EXPECT_FALSE(platform.tryPublish(foreign));
    EXPECT_FALSE(platform.hub->publish("{}", {}, {}, AccountId::literal("u-ad")));
    EXPECT_EQ(valueOf(platform.store().configHead()), 1);
    desk.does(desk.report()); // and the rules in force are still known
}

TEST_F(Config, anOperationMayNameEveryPublishedBundleAndNoOther)
{
    desk.does(desk.report());
    const auto old = platform.bundle.hash;
    platform.publish(named("第二版"), platform.now + 24h);
    desk.does(desk.accept());
    auto byOld = desk.comment("by the rules it had");
    byOld.rules = old.hex();
    desk.does(byOld);
    auto unknown = desk.comment("by rules nobody knows");
    unknown.rules = std::string(64, 'f');
    const auto answer = desk.pushOne(unknown);
    EXPECT_EQ(answer.outcome, "held");
    EXPECT_EQ(answer.reason, "unknownRules");
    EXPECT_GT(answer.seq, 0);
}

} // namespace
} // namespace griddesk::testing
