// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/canonicaljson.h"
#include "models/wire/grant.h"
#include "models/wire/sealedrecord.h"

#include "wiretestsupport.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

class SealedRecordTest : public testing::Test {
protected:
    SeededRandom random{1};
    Secret caseKey = Secret::random(random);
    PersonalRecord person{CaseId::literal("case-1"), "reporter", {{"name", "王小明"}, {"phone", "13900000000"}, {"room", "3号楼502"}}};
    SealedWithCommitments made = valueOf(sealRecord(person, caseKey, random));
};

bool contains(Bytes haystack, std::string_view needle)
{
    return textOf(haystack).find(needle) != std::string_view::npos;
}

} // namespace

TEST_F(SealedRecordTest, OpensToTheSameFieldsAndTheyAreTheCommittedOnes)
{
    const auto opened = valueOf(openRecord(made.record, caseKey));
    ASSERT_EQ(opened.fields.size(), 3U);
    for (const auto& [name, value] : person.fields)
        EXPECT_EQ(opened.fields.at(name).value, value);
    EXPECT_TRUE(verifyCommitments(opened, made.commitments));
}

TEST_F(SealedRecordTest, NothingOfThePersonShowsInWhatIsStoredOrSigned)
{
    const auto stored = toCanonical(toValue(made.record)) + toCanonical(toValue(made.commitments));
    for (const auto& [name, value] : person.fields) {
        EXPECT_FALSE(contains(made.record.sealed, value));
        EXPECT_EQ(stored.find(value), std::string::npos);
    }
}

TEST_F(SealedRecordTest, SameValuesOfAnotherRecordHaveOtherCommitments)
{
    auto again = person;
    again.recordId = "party-2";
    const auto other = valueOf(sealRecord(again, caseKey, random));
    const auto third = valueOf(sealRecord(person, caseKey, random));
    for (const auto& [name, commitment] : made.commitments.fields) {
        EXPECT_NE(other.commitments.fields.at(name), commitment);
        EXPECT_NE(third.commitments.fields.at(name), commitment);
    }
}

TEST_F(SealedRecordTest, EveryFlippedByteAndEveryCutIsRefused)
{
    for (std::size_t i = 0; i < made.record.sealed.size(); ++i) {
        auto changed = made.record;
        changed.sealed[i] ^= 1;
        EXPECT_EQ(codeOf(openRecord(changed, caseKey)), ErrorCode::WrongKey) << i;
        changed = made.record;
        changed.sealed.resize(i);
        EXPECT_FALSE(openRecord(changed, caseKey)) << i;
    }
}

TEST_F(SealedRecordTest, RecordMovedToAnotherCaseOrNameDoesNotOpen)
{
    auto moved = made.record;
    moved.caseId = CaseId::literal("case-2");
    EXPECT_EQ(codeOf(openRecord(moved, caseKey)), ErrorCode::WrongKey);
    moved = made.record;
    moved.recordId = "party-2";
    EXPECT_EQ(codeOf(openRecord(moved, caseKey)), ErrorCode::WrongKey);
}

TEST_F(SealedRecordTest, ChangedMissingAndAddedFieldsAreNoticed)
{
    const auto opened = valueOf(openRecord(made.record, caseKey));
    auto other = opened;
    other.fields.at("phone").value = "13900000001";
    EXPECT_EQ(verifyCommitments(other, made.commitments).error().context, "phone");
    other = opened;
    other.fields.erase("room");
    EXPECT_EQ(verifyCommitments(other, made.commitments).error().context, "room");
    other = opened;
    other.fields.emplace("idNumber", DisclosedField{"1", {}});
    EXPECT_EQ(verifyCommitments(other, made.commitments).error().context, "idNumber");
    other = opened;
    std::swap(other.fields.at("phone"), other.fields.at("name"));
    EXPECT_EQ(codeOf(verifyCommitments(other, made.commitments)), ErrorCode::HashMismatch);
}

TEST_F(SealedRecordTest, ErasureLeavesNothingToRecover)
{
    const auto kept = made.record; // a copy of the bytes in some backup
    const auto opened = valueOf(openRecord(made.record, caseKey));
    eraseRecord(made.record, caseKey);
    EXPECT_TRUE(caseKey.empty());
    EXPECT_TRUE(made.record.sealed.empty());
    EXPECT_EQ(codeOf(openRecord(kept, caseKey)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(openRecord(kept, Secret::random(random))), ErrorCode::WrongKey);
    // Even who guesses the value rightly cannot tell: the commitment needs the salt, and the salt went with the key.
    const DisclosedField guess{opened.fields.at("phone").value, {}};
    EXPECT_NE(commitmentOf(kept.caseId, kept.recordId, "phone", guess), made.commitments.fields.at("phone"));
    EXPECT_FALSE(contains(bytesOf(toCanonical(toValue(made.commitments))), opened.fields.at("phone").salt.hex()));
}

TEST_F(SealedRecordTest, BadRecordsAreNotSealed)
{
    const auto sealing = [&](auto change) {
        auto bad = person;
        change(bad);
        return codeOf(sealRecord(bad, caseKey, random));
    };
    EXPECT_EQ(sealing([](auto& r) { r.recordId = "two words"; }), ErrorCode::InvalidArgument);
    EXPECT_EQ(sealing([](auto& r) { r.fields["姓名"] = "x"; }), ErrorCode::InvalidArgument);
    EXPECT_EQ(sealing([](auto& r) { r.fields["name"] = std::string(4097, 'x'); }), ErrorCode::LimitExceeded);
    EXPECT_EQ(sealing([](auto& r) { r.fields["name"] = "\xff"; }), ErrorCode::Encoding);
    EXPECT_EQ(sealing([](auto& r) { for (int i = 0; i < 33; ++i) r.fields["f" + std::to_string(i)] = "x"; }), ErrorCode::LimitExceeded);
}

TEST_F(SealedRecordTest, FormsForStorageAreReadBack)
{
    EXPECT_EQ(valueOf(sealedRecordFromValue(toValue(made.record))), made.record);
    EXPECT_EQ(valueOf(commitmentsFromValue(toValue(made.commitments))), made.commitments);
    EXPECT_FALSE(sealedRecordFromValue(toValue(made.record).set("sealed", "zz")));
    EXPECT_FALSE(sealedRecordFromValue(toValue(made.record).set("more", 1)));
    EXPECT_FALSE(commitmentsFromValue(toValue(made.commitments).set("fields", Value::List{})));
    EXPECT_FALSE(commitmentsFromValue(toValue(made.commitments).set("fields", Value().set("name", "abc"))));
    EXPECT_FALSE(commitmentsFromValue(Value("text")));
}

TEST_F(SealedRecordTest, CaseKeyComesBackOnlyForItsCaseAndProfile)
{
    const auto profileKey = Secret::random(random);
    const auto wrapped = valueOf(wrapCaseKey(caseKey, person.caseId, profileKey, random));
    EXPECT_TRUE(valueOf(unwrapCaseKey(wrapped, person.caseId, profileKey)).sameAs(caseKey));
    EXPECT_EQ(codeOf(unwrapCaseKey(wrapped, CaseId::literal("case-2"), profileKey)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(unwrapCaseKey(wrapped, person.caseId, Secret::random(random))), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(unwrapCaseKey(Bytes(wrapped).first(40), person.caseId, profileKey)), ErrorCode::FileDamaged);
}

TEST_F(SealedRecordTest, GrantOpensForItsReaderAndOnlyWithItsOwnTerms)
{
    const auto granteeKey = Secret::random(random);
    const auto grant = valueOf(makeGrant({.id = "g1", .caseId = person.caseId, .grantee = AccountId::literal("li"), .purpose = "回访",
                                          .expires = instantFromMs(1000)},
                                         caseKey, granteeKey, random));
    const auto key = valueOf(openGrant(grant, granteeKey));
    EXPECT_TRUE(openRecord(made.record, key));
    EXPECT_EQ(codeOf(openGrant(grant, Secret::random(random))), ErrorCode::WrongKey);
    EXPECT_TRUE(grant.holds(instantFromMs(999)));
    EXPECT_FALSE(grant.holds(instantFromMs(1000)));
    EXPECT_EQ(valueOf(grantFromValue(toValue(grant))), grant);

    const auto opening = [&](auto change) {
        auto changed = grant;
        change(changed);
        return codeOf(openGrant(changed, granteeKey));
    };
    EXPECT_EQ(opening([](Grant& g) { g.expires = instantFromMs(2000); }), ErrorCode::WrongKey);
    EXPECT_EQ(opening([](Grant& g) { g.purpose = "other"; }), ErrorCode::WrongKey);
    EXPECT_EQ(opening([](Grant& g) { g.grantee = AccountId::literal("zhao"); }), ErrorCode::WrongKey);
    EXPECT_EQ(opening([](Grant& g) { g.caseId = CaseId::literal("case-2"); }), ErrorCode::WrongKey);
    EXPECT_EQ(opening([](Grant& g) { g.id = "g2"; }), ErrorCode::WrongKey);
}
