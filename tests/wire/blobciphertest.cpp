// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/blobcipher.h"

#include "wiretestsupport.h"

#include <sstream>

using namespace griddesk;
using namespace griddesk::test;

namespace {

std::string contentsOf(std::size_t size)
{
    Buffer bytes(size);
    SeededRandom random(size);
    random.fill(bytes);
    return std::string(textOf(bytes));
}

class BlobCipherTest : public testing::Test {
protected:
    std::string encrypted(const std::string& contents) const
    {
        std::istringstream in(contents);
        std::ostringstream out;
        EXPECT_EQ(valueOf(cipher.encrypt(in, out)), (BlobContent{sha256(contents), static_cast<std::int64_t>(contents.size())}));
        return out.str();
    }
    Result<BlobContent> decrypted(const std::string& bytes, const Hash& expected, std::string* contents = nullptr) const
    {
        std::istringstream in(bytes);
        std::ostringstream out;
        auto result = cipher.decrypt(in, out, expected);
        if (contents != nullptr)
            *contents = out.str();
        return result;
    }

    SeededRandom random{1};
    DataKey key = DataKey::generate(random);
    BlobCipher cipher{key};
};

constexpr std::size_t piece = 64 * 1024;

} // namespace

TEST_F(BlobCipherTest, FilesOfEverySizeAroundThePieceComeBack)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, piece - 1, piece, piece + 1, 2 * piece, 5 * piece + 77}) {
        const auto contents = contentsOf(size);
        std::string back;
        EXPECT_TRUE(decrypted(encrypted(contents), sha256(contents), &back)) << size;
        EXPECT_EQ(back, contents) << size;
    }
}

TEST_F(BlobCipherTest, EveryFlippedByteIsRefused)
{
    const auto contents = contentsOf(100);
    const auto bytes = encrypted(contents);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        auto changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(decrypted(changed, sha256(contents))) << i;
    }
}

TEST_F(BlobCipherTest, CutFilesAreDamagedWhereverTheyAreCut)
{
    const auto contents = contentsOf(2 * piece);
    const auto bytes = encrypted(contents);
    const auto boundary = std::size_t{8 + 24} + piece + 17;
    for (const std::size_t length : {std::size_t{0}, std::size_t{3}, std::size_t{8}, std::size_t{20}, std::size_t{32}, std::size_t{40}, boundary - 1,
                                     boundary, boundary + 1, bytes.size() - 17, bytes.size() - 1})
        EXPECT_EQ(codeOf(decrypted(bytes.substr(0, length), sha256(contents))), ErrorCode::FileDamaged) << length;
}

TEST_F(BlobCipherTest, SwappedPiecesAndAppendedBytesAreDamage)
{
    const auto contents = contentsOf(3 * piece);
    const auto bytes = encrypted(contents);
    const std::size_t sealed = piece + 17;
    const auto swapped = bytes.substr(0, 32) + bytes.substr(32 + sealed, sealed) + bytes.substr(32, sealed) + bytes.substr(32 + 2 * sealed);
    EXPECT_EQ(codeOf(decrypted(swapped, sha256(contents))), ErrorCode::FileDamaged);
    EXPECT_EQ(codeOf(decrypted(bytes + "x", sha256(contents))), ErrorCode::FileDamaged);
}

TEST_F(BlobCipherTest, IntactFileOfOtherContentsIsAMismatch)
{
    EXPECT_EQ(codeOf(decrypted(encrypted("one photo"), sha256("another photo"))), ErrorCode::HashMismatch);
}

TEST_F(BlobCipherTest, ForeignNewerAndOtherKeysAreToldApart)
{
    auto bytes = encrypted("photo");
    EXPECT_EQ(codeOf(decrypted("\xff\xd8\xff\xe0 a plain picture", sha256("photo"))), ErrorCode::FileForeign);
    bytes[6] = '2';
    EXPECT_EQ(codeOf(decrypted(bytes, sha256("photo"))), ErrorCode::FileNewer);
    std::istringstream in(encrypted("photo"));
    std::ostringstream out;
    const BlobCipher other(DataKey::generate(random));
    EXPECT_EQ(codeOf(other.decrypt(in, out, sha256("photo"))), ErrorCode::FileDamaged);
    EXPECT_TRUE(out.str().empty());
}

TEST_F(BlobCipherTest, NamesTellNothingWithoutTheKeyAndAreStable)
{
    const auto hash = sha256("photo");
    EXPECT_EQ(cipher.nameOf(hash), BlobCipher(key).nameOf(hash));
    EXPECT_EQ(cipher.nameOf(hash).size(), 64U);
    EXPECT_NE(cipher.nameOf(hash), hash.hex());
    EXPECT_NE(cipher.nameOf(hash), BlobCipher(DataKey::generate(random)).nameOf(hash));
}

TEST_F(BlobCipherTest, MemoryIsBounded)
{
    const auto contents = contentsOf(2 * piece);
    const auto bytes = encrypted(contents);
    std::istringstream small(bytes);
    EXPECT_EQ(codeOf(cipher.decryptToMemory(small, sha256(contents), contents.size() - 1)), ErrorCode::LimitExceeded);
    std::istringstream enough(bytes);
    EXPECT_EQ(textOf(valueOf(cipher.decryptToMemory(enough, sha256(contents), contents.size()))), contents);
}

TEST_F(BlobCipherTest, FailingOutputIsAnError)
{
    std::istringstream in("photo");
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_EQ(codeOf(cipher.encrypt(in, out)), ErrorCode::Io);
}
