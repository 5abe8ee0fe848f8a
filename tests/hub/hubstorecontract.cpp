// SPDX-License-Identifier: GPL-3.0-or-later
// What every HubStore owes the platform; the one in memory is the reference for the durable ones.
#include "hubstores.h"
#include "publishedrules.h"

#include "models/wire/devicekey.h"
#include "models/wire/random.h"

#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace griddesk::testing {
namespace {

class HubStoreContract : public ::testing::Test {
protected:
    static LogEntry entry(std::int64_t seq, const std::string& caseId = "case-1")
    {
        return {.seq = seq,
                .caseId = CaseId::literal(caseId),
                .operationId = OperationId::literal("o-" + std::to_string(seq)),
                .caseRev = seq,
                .envelope = "{\"n\":" + std::to_string(seq) + "}",
                .outcome = seq % 3 == 0 ? Outcome::Conflict : Outcome::Applied,
                .reason = seq % 3 == 0 ? "stageClosed" : "",
                .effective = instantFromMs(1'700'000'000'000 + seq),
                .receivedAt = seq % 2 == 0 ? std::nullopt : std::optional(instantFromMs(1'700'000'100'000 + seq)),
                .doubtMs = seq * 2,
                .number = seq == 1 ? "2026-990101001-000001" : "",
                .hash = sha256(std::to_string(seq)).hex()};
    }
    static PublicKey keyOf(std::uint64_t seed)
    {
        SeededRandom random(seed);
        return DeviceKey::generate(random).publicKey();
    }
    static EnrolledDevice deviceNamed(const char* id)
    {
        return {.device = DeviceId::literal(id),
                .account = AccountId::literal("u-op"),
                .publicKey = keyOf(1),
                .state = EnrolState::Pending,
                .code = "K7Q-42M",
                .letter = {},
                .program = "网格指挥台 0.1 @ desk",
                .asked = instantFromMs(1'700'000'000'000),
                .decided = {}};
    }
    static ConfigLine configLine(std::int64_t seq)
    {
        return {.seq = seq, .bundle = sha256(std::to_string(seq)).hex(), .validFrom = instantFromMs(seq), .documents = {sha256("d").hex()}, .by = AccountId::literal("u-ad")};
    }
    [[nodiscard]] HubStore& store() { return files->store(); }
    Result<void> within(const std::function<Result<void>(HubStore&)>& work)
    {
        return inLogTransaction(store(), [&] { return work(store()); });
    }
    void put(std::int64_t seq, const std::string& caseId, const ScopeSet& scopes)
    {
        valueOf(within([&](HubStore& s) -> Result<void> {
            if (auto ok = s.append(entry(seq, caseId)); !ok)
                return ok;
            return s.setCaseScopes(CaseId::literal(caseId), scopes, seq);
        }));
    }
    static Digest shareOf(std::int64_t seq) { return digestOf(seq, entry(seq).hash, nameOf(entry(seq).outcome)); }

    std::unique_ptr<StoreUnderTest> files = makeStoreUnderTest();
};

TEST_F(HubStoreContract, keepsEntriesInOrderAndFindsThem)
{
    valueOf(within([&](HubStore& s) -> Result<void> {
        for (std::int64_t seq = 1; seq <= 7; ++seq)
            if (auto ok = s.append(entry(seq, seq % 2 == 0 ? "case-2" : "case-1")); !ok)
                return ok;
        return {};
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().head()), 7);
    EXPECT_EQ(valueOf(store().findOperation(OperationId::literal("o-4"))), entry(4, "case-2"));
    EXPECT_FALSE(valueOf(store().findOperation(OperationId::literal("o-8"))));
    EXPECT_EQ(valueOf(store().caseHistory(CaseId::literal("case-1"))), (std::vector{entry(1), entry(3), entry(5), entry(7)}));
    EXPECT_TRUE(valueOf(store().caseHistory(CaseId::literal("case-3"))).empty());
    EXPECT_EQ(valueOf(store().entriesAfter(5, 10)), (std::vector{entry(6, "case-2"), entry(7)}));
    EXPECT_EQ(valueOf(store().entriesAfter(0, 2)), (std::vector{entry(1), entry(2, "case-2")}));
    EXPECT_TRUE(valueOf(store().entriesAfter(7, 2)).empty());
}

TEST_F(HubStoreContract, refusesGapsAndAnOperationTwice)
{
    const auto result = within([&](HubStore& s) -> Result<void> {
        if (auto ok = s.append(entry(1)); !ok)
            return ok;
        EXPECT_EQ(s.append(entry(3)).error().code, ErrorCode::Inconsistent);
        EXPECT_EQ(s.append(entry(1)).error().code, ErrorCode::Inconsistent);
        auto again = entry(2);
        again.operationId = OperationId::literal("o-1");
        EXPECT_EQ(s.append(again).error().code, ErrorCode::Duplicate);
        return s.append(entry(2));
    });
    EXPECT_TRUE(result);
    EXPECT_EQ(valueOf(store().head()), 2);
}

TEST_F(HubStoreContract, keepsDevicesHashesAndNumbersPerYear)
{
    DeviceRecord record{keyOf(1), {.device = DeviceId::literal("desk-1"), .stream = "990101001", .lastHash = {}}};
    valueOf(within([&](HubStore& s) { return s.putDevice(record); }));
    record.head.lastSeq = 4;
    record.head.lastHash = sha256("four");
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putDevice(record));
        EXPECT_TRUE(s.putSentHash(record.head.device, 1, 4, sha256("four")));
        EXPECT_EQ(s.nextNumber(2025), 1);
        EXPECT_EQ(s.nextNumber(2026), 1);
        EXPECT_EQ(s.nextNumber(2026), 2);
        return {};
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().device(record.head.device)), record);
    EXPECT_FALSE(valueOf(store().device(DeviceId::literal("desk-2"))));
    EXPECT_EQ(valueOf(store().sentHash(record.head.device, 1, 4)), sha256("four"));
    EXPECT_FALSE(valueOf(store().sentHash(record.head.device, 2, 4)));
    EXPECT_EQ(valueOf(inLogTransaction(store(), [&] { return store().nextNumber(2026); })), 3);
}

TEST_F(HubStoreContract, aBundleIsInForceFromItsDayAndTheLatestStoredWinsADay)
{
    const auto day = [](int n) { return Instant{} + std::chrono::days{n}; };
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putBundle("first", "1", day(10)));
        EXPECT_TRUE(s.putBundle("future", "2", day(30)));
        EXPECT_TRUE(s.putBundle("second", "3", day(20)));
        EXPECT_TRUE(s.putBundle("corrected", "4", day(20)));
        return s.putBundle("first", "other bytes", day(25)); // content-addressed: known already
    }));
    files->reopen();
    EXPECT_FALSE(valueOf(store().bundleInForce(day(9))));
    EXPECT_EQ(valueOf(store().bundleInForce(day(10))), "first");
    EXPECT_EQ(valueOf(store().bundleInForce(day(29))), "corrected");
    EXPECT_EQ(valueOf(store().bundleInForce(day(300))), "future");
    EXPECT_EQ(valueOf(store().bundle("first")), "1");
    EXPECT_FALSE(valueOf(store().bundle("none")));
}

TEST_F(HubStoreContract, keepsDocumentsOfAnyBytesAndOutsideNumbersPerPlatform)
{
    const std::string bytes("a\0\n\xff", 4);
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putDocument("d", bytes));
        EXPECT_TRUE(s.putDocument("d", "other"));
        EXPECT_TRUE(s.putDocument("e", ""));
        EXPECT_TRUE(s.putOutside("boston", "1", {CaseId::literal("case-1"), "h1"}));
        return s.putOutside("la", "1", {CaseId::literal("case-2"), "h2"});
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().document("d")), bytes);
    EXPECT_EQ(valueOf(store().document("e")), "");
    EXPECT_FALSE(valueOf(store().document("f")));
    EXPECT_EQ(valueOf(store().findOutside("boston", "1")), (OutsideRecord{CaseId::literal("case-1"), "h1"}));
    EXPECT_EQ(valueOf(store().findOutside("la", "1")), (OutsideRecord{CaseId::literal("case-2"), "h2"}));
    EXPECT_FALSE(valueOf(store().findOutside("nyc", "1")));
}

TEST_F(HubStoreContract, countsWhatIsInQuarantine)
{
    EXPECT_EQ(valueOf(store().quarantined()), 0);
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.quarantine(std::string("\0\xff", 2), Outcome::Invalid, "syntax", instantFromMs(1)));
        EXPECT_TRUE(s.quarantine("", Outcome::Invalid, "syntax", instantFromMs(1)));
        return s.quarantine("same", Outcome::Tampered, "fork", instantFromMs(1));
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().quarantined()), 3);
}

TEST_F(HubStoreContract, forgetsEverythingOfARolledBackTransaction)
{
    put(1, "case-1", {"street", "unit:city"});
    const auto before = valueOf(store().scopeDigest("unit:city"));
    const auto device = deviceNamed("desk-1");
    const DeviceRecord record{keyOf(1), {.device = device.device, .stream = "990101001", .lastHash = {}}};
    const auto failed = within([&](HubStore& s) -> Result<void> {
        for (const auto& step :
             {s.append(entry(2)), s.setCaseScopes(CaseId::literal("case-1"), {"street"}, 2), s.putDevice(record),
              s.putSentHash(device.device, 1, 1, sha256("x")), s.quarantine("bytes", Outcome::Invalid, "syntax", Instant{}),
              s.putOutside("p", "1", {CaseId::literal("case-1"), "h"}), s.putBundle("b", "bytes", Instant{}), s.putDocument("d", "bytes"),
              s.setStreamEpoch(2), s.putScopeSet("h", {"street"}), s.appendConfig(configLine(1)), s.setPasswordHash(device.account, "hash"),
              s.putEnrolled(device), s.putSession({sha256("t"), device.device, device.account, instantFromMs(9)}),
              s.putFoundingPiece(device.device, 0, "piece"), s.setFounder(device.device)})
            EXPECT_TRUE(step);
        EXPECT_EQ(s.nextNumber(2026), 1);
        EXPECT_EQ(s.useNonce(device.device, "n", instantFromMs(9)), true);
        return fail(ErrorCode::Cancelled, "stop");
    });
    EXPECT_EQ(failed.error().code, ErrorCode::Cancelled);
    for (const bool reopened : {false, true}) {
        if (reopened)
            files->reopen();
        auto& s = store();
        EXPECT_EQ(valueOf(s.head()), 1);
        EXPECT_EQ(valueOf(s.caseScopes(CaseId::literal("case-1"))), (ScopeSet{"street", "unit:city"}));
        EXPECT_EQ(valueOf(s.scopeDigest("unit:city")), before);
        EXPECT_EQ(valueOf(s.scopeDigest("street")).count, 1);
        EXPECT_TRUE(valueOf(s.sights({"unit:city"}, 1, 2)).empty());
        EXPECT_FALSE(valueOf(s.device(device.device)));
        EXPECT_FALSE(valueOf(s.sentHash(device.device, 1, 1)));
        EXPECT_EQ(valueOf(s.quarantined()), 0);
        EXPECT_FALSE(valueOf(s.findOutside("p", "1")));
        EXPECT_FALSE(valueOf(s.bundle("b")));
        EXPECT_FALSE(valueOf(s.bundleInForce(instantFromMs(9))));
        EXPECT_FALSE(valueOf(s.document("d")));
        EXPECT_EQ(valueOf(s.streamEpoch()), 1);
        EXPECT_FALSE(valueOf(s.scopeSet("h")));
        EXPECT_EQ(valueOf(s.configHead()), 0);
        EXPECT_FALSE(valueOf(s.passwordHash(device.account)));
        EXPECT_FALSE(valueOf(s.enrolled(device.device)));
        EXPECT_TRUE(valueOf(s.enrolledDevices()).empty());
        EXPECT_FALSE(valueOf(s.session(sha256("t"))));
        EXPECT_EQ(valueOf(s.foundingSize(device.device)), 0);
        EXPECT_FALSE(valueOf(s.founder()));
    }
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_EQ(s.nextNumber(2026), 1);
        EXPECT_EQ(s.useNonce(device.device, "n", instantFromMs(9)), true);
        return {};
    }));
}

TEST_F(HubStoreContract, rollsBackWhatWasChangedAndTakenAway)
{
    const auto device = deviceNamed("desk-1");
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putEnrolled(device));
        EXPECT_TRUE(s.setPasswordHash(device.account, "old"));
        EXPECT_TRUE(s.putSession({sha256("t"), device.device, device.account, instantFromMs(9)}));
        EXPECT_TRUE(s.putFoundingPiece(device.device, 0, "ab"));
        EXPECT_EQ(s.useNonce(device.device, "n", instantFromMs(9)), true);
        return s.putFoundingPiece(device.device, 2, "c");
    }));
    auto changed = device;
    changed.state = EnrolState::Revoked;
    (void)within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putEnrolled(changed));
        EXPECT_TRUE(s.setPasswordHash(device.account, "new"));
        EXPECT_TRUE(s.forgetExpired(instantFromMs(100)));
        EXPECT_TRUE(s.endSessions(device.device));
        EXPECT_TRUE(s.dropFounding(device.device));
        return fail(ErrorCode::Cancelled, "stop");
    });
    EXPECT_EQ(valueOf(store().enrolled(device.device)), device);
    EXPECT_EQ(valueOf(store().passwordHash(device.account)), "old");
    EXPECT_TRUE(valueOf(store().session(sha256("t"))));
    EXPECT_EQ(valueOf(store().foundingSize(device.device)), 3);
    EXPECT_EQ(valueOf(store().foundingPiece(device.device, 2)), "c");
    EXPECT_EQ(valueOf(inLogTransaction(store(), [&] { return store().useNonce(device.device, "n", instantFromMs(9)); })), false);
}

TEST_F(HubStoreContract, hasOneTransactionAtATimeAndReadsInOne)
{
    ASSERT_TRUE(store().begin());
    EXPECT_FALSE(store().begin());
    EXPECT_FALSE(store().beginReading());
    store().rollback();
    EXPECT_FALSE(store().commit()) << "nothing is open";
    store().rollback();
    ASSERT_TRUE(store().beginReading());
    EXPECT_EQ(valueOf(store().head()), 0);
    EXPECT_TRUE(store().commit());
    ASSERT_TRUE(store().beginReading());
    store().rollback();
    EXPECT_TRUE(store().begin());
    EXPECT_TRUE(store().commit());
}

TEST_F(HubStoreContract, anUncommittedTransactionEndsWithTheProgram)
{
    ASSERT_TRUE(store().begin());
    ASSERT_TRUE(store().append(entry(1)));
    ASSERT_TRUE(store().setCaseScopes(CaseId::literal("case-1"), {"street"}, 1));
    files->reopen();
    EXPECT_EQ(valueOf(store().head()), 0);
    EXPECT_EQ(valueOf(store().scopeDigest("street")).count, 0);
    put(1, "case-1", {"street"});
    EXPECT_EQ(valueOf(store().head()), 1);
}

TEST_F(HubStoreContract, epochRisesAndStays)
{
    EXPECT_EQ(valueOf(store().streamEpoch()), 1);
    valueOf(within([](HubStore& s) { return s.setStreamEpoch(2); }));
    files->reopen();
    EXPECT_EQ(valueOf(store().streamEpoch()), 2);
}

TEST_F(HubStoreContract, aSightLastsFromItsPositionToTheNextChange)
{
    put(1, "case-1", {"street"});
    put(2, "case-1", {"street", "unit:city"});
    put(3, "case-2", {"street"});
    put(4, "case-1", {"street"});
    put(5, "case-1", {"street", "unit:city"});
    files->reopen();
    const CaseId one = CaseId::literal("case-1");
    const auto sight = [&](bool before, bool after) { return std::vector{CaseSight{one, before, after}}; };
    EXPECT_EQ(valueOf(store().caseScopes(one)), (ScopeSet{"street", "unit:city"}));
    EXPECT_EQ(valueOf(store().sights({"unit:city"}, 0, 2)), sight(false, true));
    EXPECT_EQ(valueOf(store().sights({"unit:city"}, 2, 4)), sight(true, false));
    EXPECT_EQ(valueOf(store().sights({"unit:city"}, 3, 5)), sight(true, true)) << "what was between does not count";
    EXPECT_TRUE(valueOf(store().sights({"unit:city"}, 2, 3)).empty()) << "the case has no entry there";
    EXPECT_TRUE(valueOf(store().sights({"unit:city"}, 0, 1)).empty());
    EXPECT_TRUE(valueOf(store().sights({"unit:water"}, 0, 5)).empty());
    EXPECT_TRUE(valueOf(store().sights({}, 0, 5)).empty());
    EXPECT_EQ(valueOf(store().sights({"unit:city", "street"}, 3, 4)), sight(true, true)) << "the street still sees it";
    EXPECT_EQ(valueOf(store().sights({"street"}, 0, 5)).size(), 2U);
    EXPECT_TRUE(valueOf(store().sights({"street"}, 5, 5)).empty());
    EXPECT_TRUE(valueOf(store().sights({"street"}, 5, 3)).empty());
}

TEST_F(HubStoreContract, scopesGivenTwiceAtOnePositionLeaveNoTrace)
{
    put(1, "case-1", {"street", "unit:city"});
    valueOf(within([](HubStore& s) -> Result<void> {
        if (auto ok = s.setCaseScopes(CaseId::literal("case-1"), {"street"}, 1); !ok)
            return ok;
        return s.setCaseScopes(CaseId::literal("case-1"), {"street", "unit:water"}, 1);
    }));
    EXPECT_EQ(valueOf(store().caseScopes(CaseId::literal("case-1"))), (ScopeSet{"street", "unit:water"}));
    EXPECT_TRUE(valueOf(store().sights({"unit:city"}, 0, 1)).empty());
    EXPECT_EQ(valueOf(store().scopeDigest("unit:city")), (ScopeDigest{"unit:city", 0, {}}));
    EXPECT_EQ(valueOf(store().scopeDigest("unit:water")), (ScopeDigest{"unit:water", 1, shareOf(1)}));
}

TEST_F(HubStoreContract, aDigestHoldsTheWholeHistoryOfWhatAScopeSeesNow)
{
    EXPECT_EQ(valueOf(store().scopeDigest("street")), (ScopeDigest{"street", 0, {}}));
    put(1, "case-1", {"street"});
    put(2, "case-1", {"street", "unit:city"});
    EXPECT_EQ(valueOf(store().scopeDigest("unit:city")), (ScopeDigest{"unit:city", 2, shareOf(1) ^ shareOf(2)})) << "with what was before it came into sight";
    valueOf(within([](HubStore& s) { return s.append(entry(3)); })); // a refused one changes no scope and counts
    EXPECT_EQ(valueOf(store().scopeDigest("unit:city")), (ScopeDigest{"unit:city", 3, shareOf(1) ^ shareOf(2) ^ shareOf(3)}));
    put(4, "case-1", {"street"});
    files->reopen();
    EXPECT_EQ(valueOf(store().scopeDigest("unit:city")), (ScopeDigest{"unit:city", 0, {}}));
    EXPECT_EQ(valueOf(store().scopeDigest("street")).count, 4);
}

TEST_F(HubStoreContract, anEntryBeforeAnythingWasAppliedIsSeenByNobodyUntilThen)
{
    valueOf(within([](HubStore& s) { return s.append(entry(1)); }));
    EXPECT_TRUE(valueOf(store().sights({"street"}, 0, 1)).empty());
    EXPECT_EQ(valueOf(store().seenUpTo({"street"}, 0, 1)), 1) << "nothing seen: the head";
    put(2, "case-1", {"street"});
    EXPECT_EQ(valueOf(store().scopeDigest("street")).count, 2);
    EXPECT_EQ(valueOf(store().sights({"street"}, 0, 2)).size(), 1U);
}

TEST_F(HubStoreContract, aChangeOfScopesListsCasesInPages)
{
    put(1, "case-1", {"street", "unit:city"});
    put(2, "case-2", {"street", "unit:water"});
    put(3, "case-3", {"street", "unit:city", "unit:water"});
    put(4, "case-4", {"street"});
    put(5, "case-1", {"street"});
    const auto ids = [&](const ScopeSet& before, const ScopeSet& after, std::int64_t seq, std::string_view from, std::size_t limit) {
        std::string text;
        for (const auto& sight : valueOf(store().sightsChanged(before, after, seq, from, limit)))
            text += sight.caseId.text().substr(5) + (sight.before ? "-" : "+");
        return text;
    };
    EXPECT_EQ(ids({"unit:city"}, {"unit:water"}, 4, "", 10), "1-2+");
    EXPECT_EQ(ids({"unit:city"}, {"unit:water"}, 5, "", 10), "2+");
    EXPECT_EQ(ids({"unit:city"}, {"street"}, 4, "", 10), "2+4+");
    EXPECT_EQ(ids({"street"}, {}, 4, "", 10), "1-2-3-4-");
    EXPECT_EQ(ids({"street"}, {}, 4, "", 2), "1-2-");
    EXPECT_EQ(ids({"street"}, {}, 4, "case-2", 2), "3-4-");
    EXPECT_EQ(ids({"street"}, {}, 4, "case-4", 2), "");
    EXPECT_EQ(ids({"street"}, {}, 2, "", 10), "1-2-") << "later cases are not there yet";
    EXPECT_EQ(ids({"street", "unit:city"}, {"street"}, 4, "", 10), "");
    EXPECT_EQ(ids({}, {}, 4, "", 10), "");
}

// Any course of entries and scopes against a model that looks at every position by itself.
TEST_F(HubStoreContract, sightsAndDigestsAreThoseOfTheWholeHistoryOnAnyCourse)
{
    SeededRandom random(20260301);
    const auto pick = [&](std::size_t n) {
        std::array<std::uint8_t, 2> bytes{};
        random.fill(bytes);
        return (std::size_t{bytes[0]} * 256 + bytes[1]) % n;
    };
    const std::array<std::string, 4> all{"street", "unit:a", "unit:b", "area:E"};
    constexpr std::int64_t length = 60;
    std::vector<std::string> caseAt{""};
    std::vector<std::map<std::string, ScopeSet>> scopesAt{{}};
    for (std::int64_t seq = 1; seq <= length; ++seq) {
        const std::string id = "case-" + std::to_string(pick(7));
        caseAt.push_back(id);
        scopesAt.push_back(scopesAt.back());
        if (pick(4) == 0) { // refused: nothing changes
            valueOf(within([&](HubStore& s) { return s.append(entry(seq, id)); }));
            continue;
        }
        ScopeSet scopes;
        for (const auto& scope : all)
            if (pick(2) == 0)
                scopes.insert(scope);
        scopesAt.back()[id] = scopes;
        put(seq, id, scopes);
    }
    files->reopen();
    const auto seen = [&](const std::string& id, const ScopeSet& scopes, std::int64_t seq) {
        const auto& now = scopesAt[static_cast<std::size_t>(seq)];
        const auto found = now.find(id);
        return found != now.end() && std::ranges::any_of(found->second, [&](const auto& scope) { return scopes.contains(scope); });
    };
    const std::vector<ScopeSet> sets{{}, {"street"}, {"unit:a"}, {"unit:a", "area:E"}, {"unit:b", "street"}};
    for (const auto& set : sets) {
        for (std::int64_t after = 0; after <= length; after += 7) {
            for (std::int64_t upTo = after; upTo <= length; upTo += 5) {
                std::vector<CaseSight> expected;
                for (const auto& id : std::set<std::string>(caseAt.begin() + after + 1, caseAt.begin() + upTo + 1))
                    if (const CaseSight sight{CaseId::literal(id), seen(id, set, after), seen(id, set, upTo)}; sight.before || sight.after)
                        expected.push_back(sight);
                EXPECT_EQ(valueOf(store().sights(set, after, upTo)), expected) << after << " to " << upTo;
            }
            for (const std::size_t wanted : {1U, 2U, 5U, 500U}) {
                std::int64_t expected = length;
                std::size_t count = 0;
                for (std::int64_t seq = after + 1; seq <= length && expected == length; ++seq)
                    if (seen(caseAt[static_cast<std::size_t>(seq)], set, seq) && ++count == wanted)
                        expected = seq;
                EXPECT_EQ(valueOf(store().seenUpTo(set, after, wanted)), expected) << after << ", " << wanted;
            }
            for (const auto& other : sets) {
                std::vector<CaseSight> expected;
                for (const auto& id : std::set<std::string>(caseAt.begin() + 1, caseAt.end()))
                    if (const CaseSight sight{CaseId::literal(id), seen(id, set, after), seen(id, other, after)}; sight.before != sight.after)
                        expected.push_back(sight);
                EXPECT_EQ(valueOf(store().sightsChanged(set, other, after, "", 100)), expected) << after;
            }
        }
    }
    for (const auto& scope : all) {
        ScopeDigest expected{scope, 0, {}};
        for (std::int64_t seq = 1; seq <= length; ++seq)
            if (seen(caseAt[static_cast<std::size_t>(seq)], {scope}, length)) {
                ++expected.count;
                expected.digest ^= shareOf(seq);
            }
        EXPECT_EQ(valueOf(store().scopeDigest(scope)), expected) << scope;
    }
}

TEST_F(HubStoreContract, keepsSetsOfScopesByTheirHash)
{
    valueOf(within([](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putScopeSet("h1", {"street", "unit:city"}));
        EXPECT_TRUE(s.putScopeSet("h1", {"street", "unit:city"}));
        return s.putScopeSet("h2", {});
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().scopeSet("h1")), (ScopeSet{"street", "unit:city"}));
    EXPECT_EQ(valueOf(store().scopeSet("h2")), ScopeSet{});
    EXPECT_FALSE(valueOf(store().scopeSet("h3")));
    EXPECT_FALSE(valueOf(store().scopeSet("")));
}

TEST_F(HubStoreContract, theConfigurationStreamHasNoGaps)
{
    valueOf(within([](HubStore& s) -> Result<void> {
        EXPECT_EQ(s.appendConfig(configLine(2)).error().code, ErrorCode::Inconsistent);
        for (std::int64_t seq = 1; seq <= 3; ++seq)
            EXPECT_TRUE(s.appendConfig(configLine(seq)));
        EXPECT_EQ(s.appendConfig(configLine(3)).error().code, ErrorCode::Inconsistent);
        return {};
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().configHead()), 3);
    const auto lines = valueOf(store().configAfter(1, 10));
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(write(lines[0]), write(configLine(2)));
    EXPECT_EQ(valueOf(store().configAfter(0, 1)).size(), 1U);
    EXPECT_TRUE(valueOf(store().configAfter(3, 10)).empty());
}

TEST_F(HubStoreContract, keepsAccountsAndDevices)
{
    auto one = deviceNamed("desk-1");
    const auto two = deviceNamed("desk-2");
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.setPasswordHash(one.account, "hash"));
        EXPECT_TRUE(s.putEnrolled(two));
        return s.putEnrolled(one);
    }));
    one.state = EnrolState::Approved;
    one.code.clear();
    one.letter = "B";
    one.decided = instantFromMs(5);
    valueOf(within([&](HubStore& s) { return s.putEnrolled(one); }));
    files->reopen();
    EXPECT_EQ(valueOf(store().passwordHash(one.account)), "hash");
    EXPECT_FALSE(valueOf(store().passwordHash(AccountId::literal("u-di"))));
    EXPECT_EQ(valueOf(store().enrolled(one.device)), one);
    EXPECT_FALSE(valueOf(store().enrolled(DeviceId::literal("desk-3"))));
    EXPECT_EQ(valueOf(store().enrolledDevices()), (std::vector{one, two}));
}

TEST_F(HubStoreContract, forgetsSessionsAndNoncesWhenTheirTimeIsOver)
{
    const auto device = DeviceId::literal("desk-1"), other = DeviceId::literal("desk-2");
    const auto account = AccountId::literal("u-op");
    const Session first{sha256("1"), device, account, instantFromMs(10)}, second{sha256("2"), device, account, instantFromMs(20)},
        third{sha256("3"), other, account, instantFromMs(30)};
    const auto nonce = [&](const DeviceId& of, const char* text, int expires) {
        return valueOf(inLogTransaction(store(), [&] { return store().useNonce(of, text, instantFromMs(expires)); }));
    };
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_TRUE(s.putSession(first));
        EXPECT_TRUE(s.putSession(second));
        return s.putSession(third);
    }));
    EXPECT_TRUE(nonce(device, "a", 10));
    EXPECT_FALSE(nonce(device, "a", 20)) << "used";
    EXPECT_TRUE(nonce(other, "a", 20)) << "of another device";
    files->reopen();
    EXPECT_EQ(valueOf(store().session(sha256("1"))), first);
    valueOf(within([](HubStore& s) { return s.forgetExpired(instantFromMs(10)); }));
    EXPECT_FALSE(valueOf(store().session(sha256("1"))));
    EXPECT_EQ(valueOf(store().session(sha256("2"))), second);
    EXPECT_TRUE(nonce(device, "a", 30)) << "forgotten";
    EXPECT_FALSE(nonce(other, "a", 30));
    valueOf(within([&](HubStore& s) { return s.endSessions(device); }));
    EXPECT_FALSE(valueOf(store().session(sha256("2"))));
    EXPECT_EQ(valueOf(store().session(sha256("3"))), third);
}

TEST_F(HubStoreContract, keepsThePiecesOfAnUploadPerDevice)
{
    const auto one = DeviceId::literal("desk-1"), two = DeviceId::literal("desk-2");
    valueOf(within([&](HubStore& s) -> Result<void> {
        EXPECT_EQ(s.putFoundingPiece(one, 1, "x").error().code, ErrorCode::Inconsistent);
        EXPECT_TRUE(s.putFoundingPiece(one, 0, std::string("a\0\n", 3)));
        EXPECT_EQ(s.putFoundingPiece(one, 0, "x").error().code, ErrorCode::Inconsistent);
        EXPECT_TRUE(s.putFoundingPiece(one, 3, "de"));
        EXPECT_TRUE(s.putFoundingPiece(two, 0, "other"));
        return s.setFounder(two);
    }));
    files->reopen();
    EXPECT_EQ(valueOf(store().foundingSize(one)), 5);
    EXPECT_EQ(valueOf(store().foundingPiece(one, 0)), std::string("a\0\n", 3));
    EXPECT_EQ(valueOf(store().foundingPiece(one, 3)), "de");
    EXPECT_FALSE(valueOf(store().foundingPiece(one, 5)));
    EXPECT_FALSE(valueOf(store().foundingPiece(one, 1)));
    valueOf(within([&](HubStore& s) { return s.dropFounding(one); }));
    EXPECT_EQ(valueOf(store().foundingSize(one)), 0);
    EXPECT_EQ(valueOf(store().foundingSize(two)), 5);
    EXPECT_EQ(valueOf(store().founder()), two);
}

} // namespace
} // namespace griddesk::testing
