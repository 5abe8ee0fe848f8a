// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/chainverifier.h"

#include "wiretestsupport.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

class DeviceChainTest : public testing::Test {
protected:
    SealedEnvelope seal(int number) { return valueOf(chain.seal(sampleOperation(number), sampleContext())); }

    DeviceKey key = sampleKey();
    DeviceChain chain{sampleHead(), key};
    ChainVerifier verifier{sampleHead().device, sampleHead().stream, key.publicKey()};
};

/// The envelope with something changed and signed again, as only the device itself could.
template <typename Change>
SealedEnvelope resigned(SealedEnvelope sealed, const DeviceKey& key, Change&& change)
{
    change(sealed.envelope);
    sealed.envelope.sig = key.sign(bytesOf(bytesToSign(sealed.envelope)));
    sealed.hash = hashOf(sealed.envelope);
    return sealed;
}

} // namespace

TEST_F(DeviceChainTest, SequenceIsGaplessAndEachNamesTheOneBefore)
{
    const auto first = seal(1);
    const auto second = seal(2);
    EXPECT_EQ(first.envelope.devSeq, 1);
    EXPECT_EQ(first.envelope.prevHash, Hash{});
    EXPECT_EQ(second.envelope.devSeq, 2);
    EXPECT_EQ(second.envelope.prevHash, first.hash);
    EXPECT_EQ(verifier.take(first), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(second), ChainVerdict::Next);
    EXPECT_EQ(verifier.head(), chain.head());
}

TEST_F(DeviceChainTest, ResentIsADuplicateAndSkippedIsAGap)
{
    const auto first = seal(1);
    const auto second = seal(2);
    EXPECT_EQ(verifier.take(second), ChainVerdict::Gap);
    EXPECT_EQ(verifier.take(first), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(first), ChainVerdict::Duplicate);
    EXPECT_EQ(verifier.take(second), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(first), ChainVerdict::Duplicate);
    EXPECT_FALSE(isTampered(ChainVerdict::Duplicate) || isTampered(ChainVerdict::Gap));
}

TEST_F(DeviceChainTest, CopiedProfileThatGoesOnForItselfIsAFork)
{
    const auto first = seal(1);
    DeviceChain copy(chain.head(), key);
    const auto second = seal(2);
    const auto otherSecond = valueOf(copy.seal(sampleOperation(3), sampleContext()));
    const auto otherThird = valueOf(copy.seal(sampleOperation(4), sampleContext()));
    EXPECT_EQ(verifier.take(first), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(second), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(otherSecond), ChainVerdict::Fork);
    EXPECT_EQ(verifier.take(otherThird), ChainVerdict::BrokenLink);
    EXPECT_TRUE(isTampered(ChainVerdict::Fork) && isTampered(ChainVerdict::BrokenLink));
    EXPECT_EQ(verifier.head(), chain.head());
}

TEST_F(DeviceChainTest, ChangedOrForeignSignatureNeverCountsAsAForkOfTheDevice)
{
    const auto first = seal(1);
    EXPECT_EQ(verifier.take(first), ChainVerdict::Next);
    auto forged = first;
    forged.envelope.op.payload.set("category", "0999");
    forged.hash = hashOf(forged.envelope);
    EXPECT_EQ(verifier.take(forged), ChainVerdict::BadSignature);
    const auto stranger = resigned(seal(2), sampleKey(2), [](Envelope&) {});
    EXPECT_EQ(verifier.take(stranger), ChainVerdict::BadSignature);
}

TEST_F(DeviceChainTest, OtherDeviceOrStreamIsAnotherChain)
{
    const auto first = seal(1);
    EXPECT_EQ(verifier.take(resigned(first, key, [](Envelope& e) { e.stream = "310101002"; })), ChainVerdict::WrongChain);
    EXPECT_EQ(verifier.take(resigned(first, key, [](Envelope& e) { e.device = DeviceId::literal("desk-2"); })), ChainVerdict::WrongChain);
}

TEST_F(DeviceChainTest, RestoredDeviceGoesOnInTheNextEpoch)
{
    EXPECT_EQ(verifier.take(seal(1)), ChainVerdict::Next);
    const auto lost = seal(2);
    auto head = sampleHead();
    head.epoch = 2;
    chain.reset(head);
    const auto restored = seal(3);
    EXPECT_EQ(restored.envelope.devSeq, 1);
    EXPECT_EQ(verifier.take(restored), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(lost), ChainVerdict::OldEpoch);
    EXPECT_EQ(verifier.take(restored), ChainVerdict::Duplicate);
}

TEST_F(DeviceChainTest, NewEpochStartsAtOneWithNothingBefore)
{
    const auto first = seal(1);
    const auto later = [&](std::int64_t seq, Hash before) {
        return resigned(first, key, [&](Envelope& e) { e.devEpoch = 2, e.devSeq = seq, e.prevHash = before; });
    };
    EXPECT_EQ(verifier.take(first), ChainVerdict::Next);
    EXPECT_EQ(verifier.take(later(2, first.hash)), ChainVerdict::Gap);
    EXPECT_EQ(verifier.take(later(1, first.hash)), ChainVerdict::BrokenLink);
    EXPECT_EQ(verifier.take(later(1, Hash{})), ChainVerdict::Next);
}

TEST_F(DeviceChainTest, HeadAheadOfWhatWasKeptNeverLetsAnOldNumberPass)
{
    const auto first = seal(1);
    EXPECT_EQ(judge(chain.head(), first, key.publicKey(), std::nullopt), ChainVerdict::Fork);
}

TEST_F(DeviceChainTest, WhatNobodyCouldReadIsNotSealedAndTheHeadStays)
{
    const auto before = chain.head();
    auto operation = sampleOperation();
    operation.payload.set("note", std::string(maximumEnvelopeBytes, 'x'));
    EXPECT_EQ(codeOf(chain.seal(operation, sampleContext())), ErrorCode::LimitExceeded);
    operation.payload.set("note", "\xff");
    EXPECT_EQ(codeOf(chain.seal(operation, sampleContext())), ErrorCode::Encoding);
    operation = sampleOperation();
    operation.rules = "none";
    EXPECT_EQ(codeOf(chain.seal(operation, sampleContext())), ErrorCode::Syntax);
    EXPECT_EQ(chain.head(), before);
}

TEST_F(DeviceChainTest, AfterARolledBackTransactionTheNumberIsUsedAgain)
{
    const auto before = chain.head();
    (void)seal(1);
    chain.reset(before);
    EXPECT_EQ(verifier.take(seal(2)), ChainVerdict::Next);
}
