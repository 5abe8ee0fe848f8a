// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/canonicaljson.h"
#include "models/wire/keyfile.h"

#include "wiretestsupport.h"

#include <set>

using namespace griddesk;
using namespace griddesk::test;

namespace {

class KeyFileTest : public testing::Test {
protected:
    KeyFileTest()
    {
        EXPECT_TRUE(file.addPassphrase("passphrase", key, "正确的口令", random, leastArgon2Cost));
        EXPECT_TRUE(file.addExternal("keystore", key, external, random));
    }
    /// The file as bytes with one member of the first wrap changed and the sum made right again.
    std::string withWrapMember(const std::string& name, Value member) const
    {
        auto value = valueOf(fromJson(file.serialise()));
        auto members = *value.object();
        members.erase("check");
        members.at("wraps").list()->front().set(name, std::move(member));
        Value body(std::move(members));
        return toCanonical(Value(body).set("check", sha256(toCanonical(body)).hex()));
    }

    SeededRandom random{1};
    DataKey key = DataKey::generate(random);
    Secret external = Secret::random(random);
    KeyFile file{key};
};

} // namespace

TEST_F(KeyFileTest, EveryWayLeadsToTheSameKey)
{
    const auto readBack = valueOf(KeyFile::parse(file.serialise()));
    EXPECT_TRUE(valueOf(readBack.openWithPassphrase("正确的口令")).secret().sameAs(key.secret()));
    EXPECT_TRUE(valueOf(readBack.openWithExternal(external)).secret().sameAs(key.secret()));
    EXPECT_EQ(readBack.wraps(), file.wraps());
    EXPECT_EQ(readBack.serialise(), file.serialise());
}

TEST_F(KeyFileTest, DefaultCostIsTheDesignedOne)
{
    EXPECT_EQ(Argon2Cost{}.memory, 64 * 1024 * 1024);
    EXPECT_EQ(Argon2Cost{}.passes, 3);
    KeyFile strong(key);
    ASSERT_TRUE(strong.addPassphrase("passphrase", key, "口令", random));
    EXPECT_TRUE(valueOf(strong.openWithPassphrase("口令")).secret().sameAs(key.secret()));
}

TEST_F(KeyFileTest, WrongKeysAreWrongKeysNotDamage)
{
    EXPECT_EQ(codeOf(file.openWithPassphrase("错误的口令")), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(file.openWithPassphrase("")), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(file.openWithExternal(Secret::random(random))), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(KeyFile(key).openWithPassphrase("正确的口令")), ErrorCode::WrongKey);
}

TEST_F(KeyFileTest, EveryFlippedBitIsDamageOrForeignAndNeverOpens)
{
    const auto bytes = file.serialise();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const int bit : {0x01, 0x20}) {
            auto changed = bytes;
            changed[i] = static_cast<char>(changed[i] ^ bit);
            const auto code = codeOf(KeyFile::parse(changed));
            // The last byte is the line end, which may also be another blank.
            EXPECT_TRUE(code == ErrorCode::FileDamaged || code == ErrorCode::FileForeign || code == ErrorCode::FileNewer
                        || i + 1 == bytes.size())
                << "byte " << i << ": " << errorName(code);
        }
    }
}

TEST_F(KeyFileTest, EveryCutIsDamage)
{
    const auto bytes = file.serialise();
    for (std::size_t length = 60; length + 1 < bytes.size(); ++length) // from where the name of the format is complete
        EXPECT_TRUE(codeOf(KeyFile::parse(bytes.substr(0, length))) != ErrorCode{}) << length;
    EXPECT_EQ(codeOf(KeyFile::parse("")), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(KeyFile::parse(bytes.substr(0, bytes.size() / 2 + 200))), ErrorCode::FileDamaged);
}

TEST_F(KeyFileTest, ForeignAndNewerFilesAreToldApart)
{
    EXPECT_EQ(codeOf(KeyFile::parse("{}")), ErrorCode::FileForeign);
    EXPECT_EQ(codeOf(KeyFile::parse("[1,2]")), ErrorCode::FileForeign);
    EXPECT_EQ(codeOf(KeyFile::parse("SQLite format 3")), ErrorCode::FileForeign);
    EXPECT_EQ(codeOf(KeyFile::parse(std::string(100'000, 'x'))), ErrorCode::FileForeign);
    EXPECT_EQ(codeOf(KeyFile::parse(R"({"format":"griddesk-keys","version":3,"news":[]})")), ErrorCode::FileNewer);
    EXPECT_EQ(codeOf(KeyFile::parse(R"({"format":"griddesk-keys","version":1})")), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(KeyFile::parse(R"({"format":"griddesk-keys","version":0})")), ErrorCode::FileDamaged);
}

TEST_F(KeyFileTest, AbsurdCostIsRefusedBeforeAnyMemoryIsTaken)
{
    for (const auto memory : {std::int64_t{0}, std::int64_t{1024}, mostArgon2Cost.memory + 1, maximumJsonInteger, std::int64_t{-1}})
        EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("memory", memory))), ErrorCode::FileDamaged) << memory;
    for (const auto passes : {0, 17, -1})
        EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("passes", passes))), ErrorCode::FileDamaged) << passes;
    EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("salt", "00"))), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("kind", "magic"))), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(file.addPassphrase("p", key, "x", random, {1, 1})), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(file.addPassphrase("p", key, "x", random, {17, 8192})), ErrorCode::InvalidArgument);
}

TEST_F(KeyFileTest, TermsOfAWrapAreBoundToIt)
{
    const auto renamed = valueOf(KeyFile::parse(withWrapMember("label", "other")));
    EXPECT_EQ(codeOf(renamed.openWithPassphrase("正确的口令")), ErrorCode::WrongKey);
    const auto dearer = valueOf(KeyFile::parse(withWrapMember("passes", 2)));
    EXPECT_EQ(codeOf(dearer.openWithPassphrase("正确的口令")), ErrorCode::WrongKey);
}

TEST_F(KeyFileTest, PassphraseIsChangedByReplacingItsWrap)
{
    ASSERT_TRUE(file.addPassphrase("passphrase", key, "新口令", random, leastArgon2Cost));
    EXPECT_EQ(file.wraps().size(), 2U);
    EXPECT_EQ(codeOf(file.openWithPassphrase("正确的口令")), ErrorCode::WrongKey);
    EXPECT_TRUE(file.openWithPassphrase("新口令"));
}

TEST_F(KeyFileTest, LastWayStays)
{
    EXPECT_FALSE(file.remove("none"));
    EXPECT_TRUE(file.remove("passphrase"));
    EXPECT_FALSE(file.remove("keystore"));
    EXPECT_TRUE(file.openWithExternal(external));
}

TEST_F(KeyFileTest, BadAdditionsAreRefused)
{
    EXPECT_EQ(codeOf(file.addPassphrase("p", key, "", random)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(file.addExternal("two words", key, external, random)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(file.addExternal("e", DataKey::generate(random), external, random)), ErrorCode::InvalidArgument);
    for (int i = 2; i < 16; ++i)
        EXPECT_TRUE(file.addExternal("e" + std::to_string(i), key, external, random));
    EXPECT_EQ(codeOf(file.addExternal("e16", key, external, random)), ErrorCode::LimitExceeded);
}

TEST_F(KeyFileTest, AWayByTheKeyStoreMakesTheFileNewerForOlderProgramsAndItsRemovalReadableAgain)
{
    EXPECT_EQ(valueOf(fromJson(file.serialise())).intOr("version", 0), 1);
    EXPECT_EQ(file.keyStoreEntry(), std::nullopt);
    const Secret stored = Secret::random(random);
    ASSERT_TRUE(file.addKeyStore("computer", key, "profile.0001", stored, random));
    EXPECT_EQ(valueOf(fromJson(file.serialise())).intOr("version", 0), 2);
    auto readBack = valueOf(KeyFile::parse(file.serialise()));
    EXPECT_EQ(readBack.wraps(), file.wraps());
    EXPECT_EQ(readBack.keyStoreEntry(), "profile.0001");
    EXPECT_TRUE(valueOf(readBack.openWithKeyStore(stored)).secret().sameAs(key.secret()));
    EXPECT_TRUE(readBack.openWithPassphrase("正确的口令"));
    EXPECT_TRUE(readBack.remove("computer"));
    EXPECT_EQ(valueOf(fromJson(readBack.serialise())).intOr("version", 0), 1);
    EXPECT_EQ(codeOf(readBack.openWithKeyStore(stored)), ErrorCode::WrongKey);
}

TEST_F(KeyFileTest, KeysOfAFileAndOfTheKeyStoreDoNotStandInForEachOther)
{
    const Secret stored = Secret::random(random);
    ASSERT_TRUE(file.addKeyStore("computer", key, "profile.0001", stored, random));
    EXPECT_EQ(codeOf(file.openWithKeyStore(external)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(file.openWithExternal(stored)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(file.addKeyStore("other", key, "two words", stored, random)), ErrorCode::InvalidArgument);
    EXPECT_EQ(codeOf(file.addKeyStore("other", DataKey::generate(random), "e", stored, random)), ErrorCode::InvalidArgument);
}

TEST_F(KeyFileTest, TheEntryOfTheKeyStoreIsBoundAndReadStrictly)
{
    const Secret stored = Secret::random(random);
    file = KeyFile(key);
    ASSERT_TRUE(file.addKeyStore("computer", key, "profile.0001", stored, random));
    EXPECT_EQ(codeOf(valueOf(KeyFile::parse(withWrapMember("entry", "profile.0002"))).openWithKeyStore(stored)), ErrorCode::WrongKey);
    EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("entry", ""))), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("entry", std::string(65, 'x')))), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("kind", "external"))), ErrorCode::FileDamaged) << "an entry where none belongs";
    EXPECT_EQ(codeOf(KeyFile::parse(withWrapMember("kind", "passphrase"))), ErrorCode::FileDamaged);
    auto older = valueOf(fromJson(file.serialise()));
    auto members = *older.object();
    members.erase("check");
    members.at("version") = 1;
    const Value body(std::move(members));
    EXPECT_EQ(codeOf(KeyFile::parse(toCanonical(Value(body).set("check", sha256(toCanonical(body)).hex())))), ErrorCode::FileDamaged) << "version 1 has no such way";
}

TEST_F(KeyFileTest, DerivedKeysDifferByPurposeAndFollowFromTheKeyAlone)
{
    std::set<std::string> seen{toHex(key.secret().bytes())};
    for (int purpose = 1; purpose <= 10; ++purpose)
        EXPECT_TRUE(seen.insert(toHex(key.derived(static_cast<KeyPurpose>(purpose)).bytes())).second);
    const auto same = valueOf(DataKey::fromSecret(key.secret().clone()));
    EXPECT_TRUE(same.derived(KeyPurpose::Outbox).sameAs(key.derived(KeyPurpose::Outbox)));
    EXPECT_EQ(same.fingerprint(), key.fingerprint());
}

// Value of an independent implementation (Python's hashlib: BLAKE2b, salt = purpose, person = context). The stored databases depend on it: another derivation would lock every profile out.
TEST(DataKey, DerivationNeverChanges)
{
    const auto key = valueOf(DataKey::fromSecret(valueOf(Secret::copyOf(Buffer(32, 0x11)))));
    EXPECT_EQ(toHex(key.derived(KeyPurpose::Outbox).bytes()), "a0b7846b1487a23dc419c7a7da8fd65fbe89e0ffff80a378583887a57f09c1a8");
}
