// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/canonicaljson.h"
#include "models/wire/devicechain.h"

#include "wiretestsupport.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

SealedEnvelope sealedSample(const DeviceKey& key)
{
    DeviceChain chain(sampleHead(), key);
    return valueOf(chain.seal(sampleOperation(), sampleContext()));
}

/// The sample as a Value with one member replaced.
Value changed(const std::string& name, Value member)
{
    return toValue(sealedSample(sampleKey()).envelope).set(name, std::move(member));
}

} // namespace

// RFC 8032, section 7.1, tests 1 to 3.
TEST(Ed25519, PublishedVectors)
{
    struct Vector {
        const char *seed, *publicKey, *message, *signature;
    };
    static constexpr Vector vectors[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
         "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
         "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
        {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
         "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"},
    };
    for (const auto& vector : vectors) {
        const auto key = valueOf(DeviceKey::fromSeed(valueOf(Secret::copyOf(valueOf(fromHex(vector.seed))))));
        const auto message = valueOf(fromHex(vector.message));
        EXPECT_EQ(key.publicKey().hex(), vector.publicKey);
        EXPECT_EQ(key.sign(message).hex(), vector.signature);
        EXPECT_TRUE(verifySignature(key.publicKey(), message, key.sign(message)));
        EXPECT_FALSE(verifySignature(key.publicKey(), bytesOf("other"), key.sign(message)));
    }
}

TEST(Ed25519, AllZeroKeyVerifiesNothing)
{
    EXPECT_FALSE(verifySignature({}, bytesOf("x"), {}));
}

TEST(Envelope, IsReadBackEqual)
{
    const auto key = sampleKey();
    const auto sealed = sealedSample(key);
    const auto readBack = valueOf(readEnvelope(sealed.bytes));
    EXPECT_EQ(readBack.envelope, sealed.envelope);
    EXPECT_EQ(readBack.envelope.op, sampleOperation());
    EXPECT_EQ(readBack.hash, sealed.hash);
    EXPECT_EQ(hashOf(readBack.envelope), sha256(sealed.bytes));
    EXPECT_TRUE(isSignedBy(readBack.envelope, key.publicKey()));
    EXPECT_FALSE(isSignedBy(readBack.envelope, sampleKey(2).publicKey()));
}

TEST(Envelope, OptionalMembersAreAbsentOrThereNeverNull)
{
    const auto key = sampleKey();
    const auto without = sealedSample(key);
    for (const char* name : {"branch_id", "parent_op", "lease_fence", "pair_id", "null"})
        EXPECT_EQ(without.bytes.find(name), std::string::npos) << name;

    DeviceChain chain(sampleHead(), key);
    auto operation = sampleOperation();
    operation.pairId = "pair-1";
    auto context = sampleContext();
    context.branchId = "branch-1";
    context.parentOp = OperationId::literal("parent-1");
    context.leaseFence = 0;
    const auto with = valueOf(readEnvelope(valueOf(chain.seal(operation, context)).bytes));
    EXPECT_EQ(with.envelope.op.pairId, "pair-1");
    EXPECT_EQ(with.envelope.branchId, "branch-1");
    EXPECT_EQ(with.envelope.parentOp, OperationId::literal("parent-1"));
    EXPECT_EQ(with.envelope.leaseFence, 0);
}

TEST(Envelope, EveryFlippedBitIsRefused)
{
    const auto key = sampleKey();
    const auto sealed = sealedSample(key);
    int readable = 0;
    for (std::size_t i = 0; i < sealed.bytes.size(); ++i) {
        for (const int bit : {0x01, 0x02, 0x20, 0x80}) {
            auto bytes = sealed.bytes;
            bytes[i] = static_cast<char>(bytes[i] ^ bit);
            const auto changedEnvelope = readEnvelope(bytes);
            if (!changedEnvelope)
                continue;
            ++readable;
            EXPECT_FALSE(isSignedBy(changedEnvelope->envelope, key.publicKey())) << "byte " << i << " bit " << bit;
            EXPECT_NE(changedEnvelope->hash, sealed.hash);
        }
    }
    EXPECT_GT(readable, 300); // the signature was what refused these, not the reader
}

TEST(Envelope, EveryCutIsRefused)
{
    const auto sealed = sealedSample(sampleKey());
    for (std::size_t length = 0; length < sealed.bytes.size(); ++length)
        EXPECT_FALSE(readEnvelope(std::string_view(sealed.bytes).substr(0, length)));
    EXPECT_FALSE(readEnvelope(sealed.bytes + "\n"));
}

struct BadMember {
    const char* name;
    Value member;
    ErrorCode code;
    const char* context;
};

void PrintTo(const BadMember& bad, std::ostream* out)
{
    *out << bad.name << " = " << toCanonical(bad.member);
}

class BadEnvelope : public testing::TestWithParam<BadMember> {};

TEST_P(BadEnvelope, IsRefusedNamingTheField)
{
    const auto& bad = GetParam();
    const auto result = readEnvelope(toCanonical(changed(bad.name, bad.member)));
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, bad.code) << errorName(result.error().code) << " " << result.error().detail;
    EXPECT_EQ(result.error().context, bad.context);
}

INSTANTIATE_TEST_SUITE_P(
    Envelope, BadEnvelope,
    testing::Values(BadMember{"proto", 2, ErrorCode::Unsupported, "proto"}, BadMember{"proto", 0, ErrorCode::OutOfRange, "proto"},
                    BadMember{"type", "teleport", ErrorCode::Unsupported, "type"}, BadMember{"type", 5, ErrorCode::MissingField, "type"},
                    BadMember{"op_id", "", ErrorCode::OutOfRange, "op_id"}, BadMember{"op_id", "a b", ErrorCode::Syntax, "op_id"},
                    BadMember{"case_id", 1, ErrorCode::WrongType, "case_id"}, BadMember{"rules", "abc", ErrorCode::Syntax, "rules"},
                    BadMember{"rules", std::string(64, 'A'), ErrorCode::Syntax, "rules"},
                    BadMember{"payload", Value::List{}, ErrorCode::WrongType, "payload"},
                    BadMember{"payload", "text", ErrorCode::WrongType, "payload"},
                    BadMember{"actor", Value().set("account", "wang"), ErrorCode::MissingField, "actor.post"},
                    BadMember{"actor", Value().set("account", "wang").set("post", "p").set("name", "x"), ErrorCode::UnknownField, "actor.name"},
                    BadMember{"dev_seq", 0, ErrorCode::OutOfRange, "dev_seq"}, BadMember{"dev_seq", -1, ErrorCode::OutOfRange, "dev_seq"},
                    BadMember{"dev_epoch", 0, ErrorCode::OutOfRange, "dev_epoch"}, BadMember{"dev_seq", "1", ErrorCode::WrongType, "dev_seq"},
                    BadMember{"trunk_rev", -1, ErrorCode::OutOfRange, "trunk_rev"}, BadMember{"hlc", "now", ErrorCode::Syntax, "hlc"},
                    BadMember{"stream", std::string(65, 's'), ErrorCode::LimitExceeded, "stream"},
                    BadMember{"prev_hash", "", ErrorCode::OutOfRange, "prev_hash"}, BadMember{"sig", "00", ErrorCode::Syntax, "sig"},
                    BadMember{"blobs", Value::List(65, Value()), ErrorCode::LimitExceeded, "blobs"},
                    BadMember{"blobs", Value::List{Value().set("sha256", "x").set("size", 1).set("mime", "a/b")}, ErrorCode::Syntax, "blobs[0].sha256"},
                    BadMember{"blobs", Value::List{Value().set("sha256", std::string(64, '0')).set("size", -1).set("mime", "a/b")},
                              ErrorCode::OutOfRange, "blobs[0].size"},
                    BadMember{"lease_fence", -1, ErrorCode::OutOfRange, "lease_fence"}, BadMember{"extra", true, ErrorCode::UnknownField, "extra"}));

TEST(Envelope, EveryMemberThatMustBeThereIsMissed)
{
    const auto whole = toValue(sealedSample(sampleKey()).envelope);
    for (const auto& [name, member] : *whole.object()) {
        auto members = *whole.object();
        members.erase(name);
        EXPECT_FALSE(envelopeFromValue(Value(members))) << name;
    }
}

TEST(Envelope, TooLargeIsRefusedBeforeReading)
{
    EXPECT_EQ(codeOf(readEnvelope(std::string(maximumEnvelopeBytes + 1, ' '))), ErrorCode::LimitExceeded);
}
