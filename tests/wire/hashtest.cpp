// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/hash.h"

#include "wiretestsupport.h"

#include <filesystem>
#include <fstream>

using namespace griddesk;
using griddesk::test::codeOf;
using griddesk::test::valueOf;

// FIPS 180-4 examples (NIST).
TEST(Sha256, PublishedVectors)
{
    EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").hex(),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256(std::string(1'000'000, 'a')).hex(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, PiecesGiveTheHashOfTheWholeAndTheHasherStartsAnew)
{
    StreamHasher hasher;
    hasher.update(bytesOf("a"));
    hasher.update({});
    hasher.update(bytesOf("bc"));
    EXPECT_EQ(hasher.finish(), sha256("abc"));
    EXPECT_EQ(hasher.finish(), sha256(""));
}

// Values of an independent implementation (Python's hashlib) for key 00 01 … 1f.
TEST(KeyedHash, AgreesWithAnIndependentImplementation)
{
    Buffer raw(32);
    for (std::size_t i = 0; i < raw.size(); ++i)
        raw[i] = static_cast<std::uint8_t>(i);
    const auto key = valueOf(Secret::copyOf(raw));
    EXPECT_EQ(valueOf(keyedHash(key, bytesOf("abc"))).hex(), "d63a32d3e44738d7907f964316c241adaba0abfeabc32349677578a15a203f7f");
    EXPECT_EQ(valueOf(keyedHash(key, {})).hex(), "4e51e7a913fc80137da52880fecca175bf81e117d5c68126dc2774033517ea0d");
}

TEST(KeyedHash, WithoutAKeyIsRefusedInsteadOfUnkeyed)
{
    SeededRandom random(1);
    auto key = Secret::random(random);
    key.wipe();
    EXPECT_EQ(codeOf(keyedHash(key, bytesOf("abc"))), ErrorCode::InvalidArgument);
}

TEST(Hash, TextHasOneForm)
{
    const auto text = sha256("abc").hex();
    EXPECT_EQ(valueOf(Hash::parse(text)), sha256("abc"));
    auto upper = text;
    upper[0] = 'B';
    for (const auto& wrong : {upper, text.substr(1), text + "00", std::string(64, 'g'), std::string{}})
        EXPECT_EQ(codeOf(Hash::parse(wrong)), ErrorCode::Syntax) << wrong;
}

TEST(FileHash, OfFilesFoldersAndNothing)
{
    const auto folder = std::filesystem::temp_directory_path() / ("griddesk-hash-" + sha256(testing::UnitTest::GetInstance()->current_test_info()->name()).hex().substr(0, 8));
    std::filesystem::create_directories(folder);
    const auto file = folder / "file";
    std::ofstream(file, std::ios::binary) << std::string(1'000'000, 'a');
    EXPECT_EQ(valueOf(sha256OfFile(file)), sha256(std::string(1'000'000, 'a')));
    EXPECT_EQ(codeOf(sha256OfFile(folder)), ErrorCode::NotAFile);
    EXPECT_EQ(codeOf(sha256OfFile(folder / "none")), ErrorCode::FileNotFound);
    std::filesystem::remove_all(folder);
}

TEST(Secret, MovedFromAndWipedHoldNothing)
{
    SeededRandom random(1);
    auto first = Secret::random(random);
    const auto copy = first.clone();
    EXPECT_TRUE(first.sameAs(copy));
    auto second = std::move(first);
    EXPECT_TRUE(second.sameAs(copy));
    second.wipe();
    EXPECT_TRUE(second.empty());
    EXPECT_TRUE(second.bytes().empty());
    EXPECT_FALSE(second.sameAs(second));
    EXPECT_TRUE(second.clone().empty());
    EXPECT_EQ(codeOf(Secret::copyOf(bytesOf("short"))), ErrorCode::InvalidArgument);
}

TEST(Random, SeedsRepeatAndCallsDiffer)
{
    Buffer a(40), b(40), c(40), d(40);
    SeededRandom first(7);
    SeededRandom second(7);
    SeededRandom other(8);
    first.fill(a);
    second.fill(b);
    other.fill(c);
    first.fill(d);
    EXPECT_EQ(a, b);
    EXPECT_NE(a, c);
    EXPECT_NE(a, d);
}
