// SPDX-License-Identifier: GPL-3.0-or-later
// What every LogStore owes its callers; the one in memory is the reference for the durable one.
#include "hubtestsupport.h"
#include "logstores.h"

namespace griddesk::testing {
namespace {

class LogStoreContract : public OnBothLogs {
protected:
    static LogEntry entry(std::int64_t seq, const char* caseId = "case-1")
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
    Result<void> within(const std::function<Result<void>(LogStore&)>& work)
    {
        return inLogTransaction(log.store(), [&] { return work(log.store()); });
    }
};
INSTANTIATE_TEST_SUITE_P(Logs, LogStoreContract, ::testing::Values(LogKind::Memory, LogKind::Sqlite), nameOfLog);

TEST_P(LogStoreContract, keepsEntriesInOrderAndFindsThem)
{
    valueOf(within([&](LogStore& store) -> Result<void> {
        for (std::int64_t seq = 1; seq <= 7; ++seq)
            if (auto ok = store.append(entry(seq, seq % 2 == 0 ? "case-2" : "case-1")); !ok)
                return ok;
        return {};
    }));
    log.reopen();
    EXPECT_EQ(valueOf(log.store().head()), 7);
    EXPECT_EQ(valueOf(log.store().findOperation(OperationId::literal("o-4"))), entry(4, "case-2"));
    EXPECT_FALSE(valueOf(log.store().findOperation(OperationId::literal("o-8"))));
    EXPECT_EQ(valueOf(log.store().caseHistory(CaseId::literal("case-1"))), (std::vector{entry(1), entry(3), entry(5), entry(7)}));
    EXPECT_TRUE(valueOf(log.store().caseHistory(CaseId::literal("case-3"))).empty());
    EXPECT_EQ(valueOf(log.store().entriesAfter(5, 10)), (std::vector{entry(6, "case-2"), entry(7)}));
    EXPECT_EQ(valueOf(log.store().entriesAfter(0, 2)), (std::vector{entry(1), entry(2, "case-2")}));
    EXPECT_TRUE(valueOf(log.store().entriesAfter(7, 2)).empty());
}

TEST_P(LogStoreContract, refusesGapsAndAnOperationTwice)
{
    const auto result = within([&](LogStore& store) -> Result<void> {
        if (auto ok = store.append(entry(1)); !ok)
            return ok;
        EXPECT_EQ(store.append(entry(3)).error().code, ErrorCode::Inconsistent);
        EXPECT_EQ(store.append(entry(1)).error().code, ErrorCode::Inconsistent);
        auto again = entry(2);
        again.operationId = OperationId::literal("o-1");
        EXPECT_EQ(store.append(again).error().code, ErrorCode::Duplicate);
        return store.append(entry(2));
    });
    EXPECT_TRUE(result);
    EXPECT_EQ(valueOf(log.store().head()), 2);
}

TEST_P(LogStoreContract, forgetsEverythingOfARolledBackTransaction)
{
    const DeviceRecord record{Hub::makeKey(1).publicKey(), Hub::headOf("desk-1")};
    const auto failed = within([&](LogStore& store) -> Result<void> {
        for (const auto& step : {store.append(entry(1)), store.putDevice(record), store.putSentHash(record.head.device, 1, 1, sha256("x")),
                                 store.quarantine("bytes", Outcome::Invalid, "syntax", Instant{}), store.putOutside("p", "1", {CaseId::literal("case-1"), "h"}),
                                 store.putBundle("b", "bytes", Instant{}), store.putDocument("d", "bytes")})
            EXPECT_TRUE(step);
        EXPECT_EQ(store.nextNumber(2026), 1);
        return fail(ErrorCode::Cancelled, "stop");
    });
    EXPECT_EQ(failed.error().code, ErrorCode::Cancelled);
    log.reopen();
    auto& store = log.store();
    EXPECT_EQ(valueOf(store.head()), 0);
    EXPECT_FALSE(valueOf(store.device(record.head.device)));
    EXPECT_FALSE(valueOf(store.sentHash(record.head.device, 1, 1)));
    EXPECT_FALSE(valueOf(store.findOutside("p", "1")));
    EXPECT_FALSE(valueOf(store.bundle("b")));
    EXPECT_FALSE(valueOf(store.document("d")));
    EXPECT_EQ(valueOf(inLogTransaction(store, [&] { return store.nextNumber(2026); })), 1);
}

TEST_P(LogStoreContract, keepsDevicesHashesAndNumbersPerYear)
{
    DeviceRecord record{Hub::makeKey(1).publicKey(), Hub::headOf("desk-1")};
    valueOf(within([&](LogStore& store) { return store.putDevice(record); }));
    record.head.lastSeq = 4;
    record.head.lastHash = sha256("four");
    valueOf(within([&](LogStore& store) -> Result<void> {
        EXPECT_TRUE(store.putDevice(record));
        EXPECT_TRUE(store.putSentHash(record.head.device, 1, 4, sha256("four")));
        EXPECT_EQ(store.nextNumber(2025), 1);
        EXPECT_EQ(store.nextNumber(2026), 1);
        EXPECT_EQ(store.nextNumber(2026), 2);
        return {};
    }));
    log.reopen();
    EXPECT_EQ(valueOf(log.store().device(record.head.device)), record);
    EXPECT_EQ(valueOf(log.store().sentHash(record.head.device, 1, 4)), sha256("four"));
    EXPECT_FALSE(valueOf(log.store().sentHash(record.head.device, 2, 4)));
    EXPECT_EQ(valueOf(inLogTransaction(log.store(), [&] { return log.store().nextNumber(2026); })), 3);
}

TEST_P(LogStoreContract, aBundleIsInForceFromItsDayAndTheLatestStoredWinsADay)
{
    const auto day = [](int n) { return Instant{} + std::chrono::days{n}; };
    valueOf(within([&](LogStore& store) -> Result<void> {
        EXPECT_TRUE(store.putBundle("first", "1", day(10)));
        EXPECT_TRUE(store.putBundle("future", "2", day(30)));
        EXPECT_TRUE(store.putBundle("second", "3", day(20)));
        EXPECT_TRUE(store.putBundle("corrected", "4", day(20)));
        return store.putBundle("first", "other bytes", day(25)); // content-addressed: known already
    }));
    log.reopen();
    EXPECT_FALSE(valueOf(log.store().bundleInForce(day(9))));
    EXPECT_EQ(valueOf(log.store().bundleInForce(day(10))), "first");
    EXPECT_EQ(valueOf(log.store().bundleInForce(day(29))), "corrected");
    EXPECT_EQ(valueOf(log.store().bundleInForce(day(300))), "future");
    EXPECT_EQ(valueOf(log.store().bundle("first")), "1");
}

TEST_P(LogStoreContract, keepsOutsideNumbersPerPlatform)
{
    valueOf(within([&](LogStore& store) -> Result<void> {
        EXPECT_TRUE(store.putOutside("boston", "1", {CaseId::literal("case-1"), "h1"}));
        return store.putOutside("la", "1", {CaseId::literal("case-2"), "h2"});
    }));
    log.reopen();
    EXPECT_EQ(valueOf(log.store().findOutside("boston", "1")), (OutsideRecord{CaseId::literal("case-1"), "h1"}));
    EXPECT_EQ(valueOf(log.store().findOutside("la", "1")), (OutsideRecord{CaseId::literal("case-2"), "h2"}));
    EXPECT_FALSE(valueOf(log.store().findOutside("nyc", "1")));
}

TEST_P(LogStoreContract, hasOneTransactionAtATime)
{
    ASSERT_TRUE(log.store().begin());
    EXPECT_FALSE(log.store().begin());
    log.store().rollback();
    EXPECT_FALSE(log.store().commit()) << "nothing is open";
    EXPECT_TRUE(log.store().begin());
    EXPECT_TRUE(log.store().commit());
}

} // namespace
} // namespace griddesk::testing
