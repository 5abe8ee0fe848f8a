// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/blobstore.h"
#include "tempfolder.h"

#include <gtest/gtest.h>

namespace griddesk::test {
namespace {

class Blobs : public ::testing::Test {
protected:
    static DataKey key(std::uint64_t seed)
    {
        SeededRandom random(seed);
        return DataKey::generate(random);
    }
    TempFolder folder;
    BlobStore store{folder / "blobs", key(1)};
};

TEST_F(Blobs, giveBackWhatWasPutAndShowNothingOfIt)
{
    const std::string picture = "plain picture bytes " + std::string(200'000, 'p');
    const auto content = store.put(picture);
    ASSERT_TRUE(content) << content.error().detail;
    EXPECT_EQ(content->sha256, sha256(picture));
    EXPECT_EQ(content->size, static_cast<std::int64_t>(picture.size()));
    EXPECT_TRUE(store.has(content->sha256));
    EXPECT_EQ(*store.get(content->sha256), picture);
    EXPECT_TRUE(store.verify(content->sha256));
    const auto path = store.pathOf(content->sha256);
    EXPECT_EQ(bytesOfFile(path).find("plain picture"), std::string::npos);
    EXPECT_EQ(path.string().find(content->sha256.hex()), std::string::npos) << "the name tells nothing";
}

TEST_F(Blobs, keepTheSameContentsOnce)
{
    ASSERT_TRUE(store.put("same"));
    writeBytes(folder / "file", "same");
    ASSERT_TRUE(store.putFile(folder / "file"));
    EXPECT_EQ(store.files()->size(), 1U);
    int others = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder / "blobs"))
        ++others;
    EXPECT_EQ(others, 1) << "no temporary file is left";
}

TEST_F(Blobs, tellEveryChangedByteCutAndExchange)
{
    const auto one = *store.put(std::string(3000, 'a'));
    const auto two = *store.put(std::string(3000, 'b'));
    const auto path = store.pathOf(one.sha256);
    const auto sound = bytesOfFile(path);
    for (std::size_t at = 0; at < sound.size(); at += 37) {
        auto bytes = sound;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        writeBytes(path, bytes);
        EXPECT_FALSE(store.get(one.sha256)) << at;
        EXPECT_FALSE(store.verifyFile(path)) << at;
    }
    for (const std::size_t length : {std::size_t{0}, std::size_t{10}, sound.size() - 1}) {
        writeBytes(path, sound.substr(0, length));
        EXPECT_FALSE(store.get(one.sha256)) << length;
        EXPECT_FALSE(store.verifyFile(path)) << length;
    }
    writeBytes(path, bytesOfFile(store.pathOf(two.sha256)));
    EXPECT_EQ(store.get(one.sha256).error().code, ErrorCode::HashMismatch);
    writeBytes(path, sound);
    EXPECT_TRUE(store.get(one.sha256));
}

TEST_F(Blobs, refuseWhatIsNoFileAndWhatIsTooMuch)
{
    EXPECT_EQ(store.putFile(folder / "none").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(store.putFile(folder.path()).error().code, ErrorCode::NotAFile);
    EXPECT_EQ(store.get(sha256("unknown")).error().code, ErrorCode::FileNotFound);
    const auto content = *store.put(std::string(5000, 'x'));
    EXPECT_EQ(store.get(content.sha256, 4000).error().code, ErrorCode::LimitExceeded);
    const BlobStore other(folder / "blobs", key(2));
    EXPECT_FALSE(other.has(content.sha256)) << "another key names it otherwise";
}

TEST_F(Blobs, passOverWhatACrashLeft)
{
    ASSERT_TRUE(store.put("whole"));
    writeBytes(folder / "blobs/blob.new-01234567", "half");
    EXPECT_EQ(store.files()->size(), 1U);
    EXPECT_EQ(*store.removeUnfinished(), 1U);
    EXPECT_FALSE(std::filesystem::exists(folder / "blobs/blob.new-01234567"));
    EXPECT_EQ(*store.get(sha256("whole")), "whole");
}

} // namespace
} // namespace griddesk::test
