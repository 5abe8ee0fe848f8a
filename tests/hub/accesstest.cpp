// SPDX-License-Identifier: GPL-3.0-or-later
// Every route, asked by everybody: nothing is told to who may not know it.
#include "platformundertest.h"

#include <deque>

namespace griddesk::testing {
namespace {

using namespace std::chrono_literals;

class Access : public ::testing::Test {
protected:
    Access()
    {
        op.begin();
        di.begin();
        reach("case-1", "waste", "E1a", "city", "d-city");
        reach("case-2", "manhole", "W1a", "water", "d-water");
        op.does(op.report("case-3"));
        const std::string geometry = "{\"areas\":[]}";
        Rules rules = platformRules();
        rules.geometry = sha256(geometry).hex();
        valueOf(platform.tryPublish(rules, {}, {{rules.geometry, geometry}}));
        document = rules.geometry;
    }
    void reach(const std::string& id, const char* category, const char* area, const char* lead, const char* duty)
    {
        op.does(op.report(id));
        op.does(op.accept(id, category, area));
        op.does(op.file(id, category));
        di.does(di.dispatch(id, lead, duty));
    }
    struct Route {
        const char* method;
        std::string path;
        std::string body;
    };
    std::vector<Route> guarded()
    {
        return {{"POST", "/v1/push", "x\n"}, {"GET", "/v1/pull", ""}, {"GET", "/v1/config", ""}, {"GET", "/v1/bundle/" + platform.bundle.hash.hex(), ""},
                {"GET", "/v1/document/" + document, ""}, {"POST", "/v1/found", "x\n"}};
    }
    /// Whether an answer tells anything of what is kept here.
    bool tells(const HubResponse& response)
    {
        for (const std::string& secret : {std::string("words of"), std::string("case-"), platform.bundle.hash.hex(), std::string("示范街道"), document})
            if (response.body.find(secret) != std::string::npos)
                return true;
        return false;
    }
    Platform platform;
    DeskAt op{platform, "op", "desk-1"}, di{platform, "di", "desk-2"};
    std::string document;
};

TEST_F(Access, withoutASessionEveryRouteIsClosed)
{
    DeskAt ended(platform, "op", "desk-3"), revoked(platform, "op", "desk-4");
    ended.begin();
    const auto old = ended.token;
    platform.now += 9min;
    revoked.begin();
    valueOf(platform.hub->revoke(revoked.device(), platform.now));
    platform.now += 1min;
    auto cutToken = revoked.token;
    cutToken.pop_back();
    struct State {
        const char* name;
        std::string token;
        std::string answer;
    };
    const std::vector<State> states{{"none", "", "401 unauthorised"},
                                    {"wrong", std::string(64, 'a'), "401 unauthorised"},
                                    {"no hexadecimal", std::string(64, 'z'), "401 unauthorised"},
                                    {"cut", cutToken, "401 unauthorised"},
                                    {"the hash of one", sha256(Bytes(valueOf(fromHex(revoked.token)))).hex(), "401 unauthorised"},
                                    {"ended", old, "401 unauthorised"},
                                    {"revoked", revoked.token, "403 revoked"}};
    for (const auto& state : states)
        for (const auto& route : guarded()) {
            const auto response = platform.send(route.method, route.path.c_str(), route.body, state.token);
            EXPECT_EQ(Platform::errorOf(response), state.answer) << state.name << " " << route.path;
            EXPECT_FALSE(tells(response)) << state.name << " " << route.path;
        }
    EXPECT_EQ(valueOf(platform.store().quarantined()), 1) << "only what the revoked device pushed";
}

TEST_F(Access, otherPathsAndMethodsAreNotThere)
{
    for (const char* method : {"GET", "POST", "PUT", "DELETE", "HEAD", ""})
        for (const char* path : {"", "/", "/v1", "/v1/", "/v1/pull/", "/v1/Pull", "/v2/pull", "//v1/pull", "/v1/enrol/x", "/v1/bundle", "/admin", "/v1/push\n"})
            EXPECT_EQ(Platform::errorOf(platform.send(method, path, {}, op.token)), "404 notFound") << method << " " << path;
    for (const auto& route : guarded())
        for (const char* method : {"GET", "POST", "PUT", "DELETE"})
            if (std::string_view(method) != route.method) {
                EXPECT_EQ(Platform::errorOf(platform.send(method, route.path.c_str(), {}, op.token)), "404 notFound") << method << " " << route.path;
            }
}

TEST_F(Access, theOpenRoutesTellNoContents)
{
    const auto health = platform.send("GET", "/healthz");
    EXPECT_EQ(health.status, 200);
    const auto metrics = platform.send("GET", "/metrics");
    EXPECT_EQ(metrics.status, 200);
    EXPECT_NE(metrics.body.find("griddesk_stream_head 9\n"), std::string::npos) << metrics.body;
    EXPECT_NE(metrics.body.find("griddesk_requests_total{route=\"/v1/push\",status=\"200\"} 9\n"), std::string::npos) << metrics.body;
    EXPECT_NE(metrics.body.find("griddesk_pushed_total{outcome=\"appliedRebased\"}"), std::string::npos);
    (void)platform.send("GET", "/v1/words of nobody");
    EXPECT_FALSE(tells(platform.send("GET", "/metrics"))) << "what callers write is not repeated";
}

// Every post of the district, and every case: a desk gets the cases of its scopes and not a word of the others.
TEST_F(Access, everyAccountGetsTheCasesOfItsScopesAndNoOther)
{
    std::deque<DeskAt> desks;
    int seen = 0, unseen = 0, number = 10;
    for (const auto& [post, definition] : platformRules().posts) {
        const std::string account = "u-" + post.text();
        if (!platformRules().accounts.contains(AccountId::literal(account)))
            continue;
        auto& desk = desks.emplace_back(platform, post.text().c_str(), ("desk-" + std::to_string(number++)).c_str());
        desk.begin();
        const auto scopes = desk.scopes();
        std::string raw;
        for (bool more = true; more;) {
            const auto response = desk.ask(2);
            raw += response.body;
            const auto lines = valueOf(splitLines(response.body, 1000, 100'000));
            const auto checkpoint = valueOf(readPulledLine(lines.back()));
            desk.cursor = checkpoint.cursor;
            more = checkpoint.more;
        }
        for (const char* id : {"case-1", "case-2", "case-3"}) {
            const auto of = valueOf(platform.store().caseScopes(CaseId::literal(id)));
            const bool may = std::ranges::any_of(of, [&](const auto& scope) { return scopes.contains(scope); });
            EXPECT_EQ(raw.find(std::string("words of ") + id) != std::string::npos, may) << post.text() << " " << id;
            EXPECT_EQ(raw.find('"' + std::string(id) + '"') != std::string::npos, may) << post.text() << " " << id;
            ++(may ? seen : unseen);
        }
        // Another one's cursor opens nothing.
        for (const auto& other : desks) {
            const auto response = platform.send("GET", "/v1/pull", {}, desk.token, {{"cursor", other.cursor}});
            EXPECT_EQ(response.status, 200);
            for (const char* id : {"case-1", "case-2", "case-3"}) {
                const auto of = valueOf(platform.store().caseScopes(CaseId::literal(id)));
                if (std::ranges::none_of(of, [&](const auto& scope) { return scopes.contains(scope); })) {
                    EXPECT_EQ(response.body.find(id), std::string::npos) << post.text() << " with the cursor of another";
                }
            }
        }
    }
    EXPECT_GE(seen, 40);
    EXPECT_GE(unseen, 15);
}

TEST_F(Access, aPushSeesNoMoreThanItsOwnOperations)
{
    DeskAt water(platform, "water-ha", "desk-3");
    water.begin();
    // An operation on a case out of sight is judged, and its answer holds nothing of the case.
    const auto sealed = water.seal(water.comment("from outside", "case-1"));
    const auto response = water.pushLines({sealed});
    EXPECT_EQ(response.body.find("words of"), std::string::npos);
    // Bytes of another device are not repeated back.
    const auto foreign = water.pushLines({op.seal(op.comment("mine", "case-1"))});
    EXPECT_EQ(foreign.body.find("mine"), std::string::npos);
}

} // namespace
} // namespace griddesk::testing
