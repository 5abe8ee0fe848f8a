// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubtestsupport.h"
#include "logstores.h"

namespace griddesk::testing {
namespace {

class Library : public OnBothLogs {};
INSTANTIATE_TEST_SUITE_P(Logs, Library, ::testing::Values(LogKind::Memory, LogKind::Sqlite), nameOfLog);

TEST_P(Library, opensWhatWasPublishedAndNothingElse)
{
    RuleLibrary library(log.store());
    EXPECT_EQ(library.inForce(Instant{}).error().code, ErrorCode::UnknownReference);
    EXPECT_EQ(library.rules(std::string(64, 'a')).error().code, ErrorCode::UnknownReference);
    const auto bundle = valueOf(makeBundle(writeRules(publishedRules())));
    const auto published = valueOf(inLogTransaction(log.store(), [&] { return library.publish(bundle.bytes, Instant{}); }));
    EXPECT_EQ(published->hash, bundle.hash.hex());
    log.reopen();
    RuleLibrary restarted(log.store());
    EXPECT_EQ(valueOf(restarted.inForce(Instant{}))->hash, bundle.hash.hex());
    EXPECT_EQ(valueOf(restarted.rules(bundle.hash.hex()))->stream, "990101001");
}

TEST_P(Library, storesNoBundleThatCannotBeOpened)
{
    RuleLibrary library(log.store());
    EXPECT_FALSE(inLogTransaction(log.store(), [&] { return library.publish("{}", Instant{}); }));
    EXPECT_FALSE(valueOf(log.store().bundle(sha256("{}").hex())));
}

TEST_P(Library, forgetsWhatARollbackTookBack)
{
    RuleLibrary library(log.store());
    const auto bundle = valueOf(makeBundle(writeRules(publishedRules())));
    ASSERT_TRUE(log.store().begin());
    valueOf(library.publish(bundle.bytes, Instant{}));
    log.store().rollback();
    library.forget();
    EXPECT_EQ(library.rules(bundle.hash.hex()).error().code, ErrorCode::UnknownReference);
}

TEST_P(Library, seesWhenStoredBytesWereChanged)
{
    const auto bundle = valueOf(makeBundle(writeRules(publishedRules())));
    valueOf(inLogTransaction(log.store(), [&] { return log.store().putBundle(bundle.hash.hex(), bundle.bytes + " ", Instant{}); }));
    EXPECT_EQ(RuleLibrary(log.store()).rules(bundle.hash.hex()).error().code, ErrorCode::HashMismatch);
}

} // namespace
} // namespace griddesk::testing
