// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include <sys/stat.h>

using namespace griddesk;
using namespace griddesk::test;

namespace {

Result<std::string> readAll(ByteSource& source)
{
    std::string out;
    std::vector<char> block(7777);
    for (;;) {
        auto got = source.read(block);
        if (!got)
            return std::unexpected(got.error());
        if (*got == 0)
            return out;
        out.append(block.data(), *got);
    }
}

Result<std::string> readFile(const std::filesystem::path& path, ByteLimits limits = {})
{
    auto source = openByteSource(path, limits);
    if (!source)
        return std::unexpected(source.error());
    return readAll(**source);
}

std::string manyNumbers()
{
    std::string text;
    for (int i = 0; i < 50'000; ++i)
        text += std::to_string(i * 7919) + '\n';
    return text;
}

} // namespace

TEST(ByteSource, PlainAndGzipFilesGiveTheSameBytesWhateverTheirNames)
{
    const TempFolder folder;
    const std::string text = manyNumbers();
    EXPECT_EQ(readFile(folder.write("plain.gz", text)), text);
    EXPECT_EQ(readFile(folder.write("packed.csv", gzipped(text))), text);
    EXPECT_EQ(readAll(*memoryByteSource(gzipped(text), "memory")), text);
}

TEST(ByteSource, SeveralGzipMembersAndZeroPaddingAreOneStream)
{
    const TempFolder folder;
    EXPECT_EQ(readFile(folder.write("two.gz", gzipped("one\n") + gzipped("") + gzipped("two\n") + std::string(600, '\0'))), "one\ntwo\n");
}

TEST(ByteSource, GarbageAfterGzipIsDamage)
{
    const TempFolder folder;
    EXPECT_EQ(readFile(folder.write("g.gz", gzipped("one\n") + "rubbish")).error().code, ErrorCode::FileDamaged);
}

TEST(ByteSource, GzipCutAnywhereIsDamageAndNeverAShortText)
{
    const std::string packed = gzipped("some text that is long enough to be packed, packed, packed\n");
    for (std::size_t length = 2; length < packed.size(); ++length) {
        auto got = readAll(*memoryByteSource(packed.substr(0, length), "cut"));
        ASSERT_FALSE(got) << length;
        EXPECT_EQ(got.error().code, ErrorCode::FileDamaged) << length;
        EXPECT_EQ(got.error().context, "cut");
    }
}

TEST(ByteSource, EveryFlippedByteOfGzipIsDamageOrTheSameText)
{
    const std::string text = "some text that is long enough to be packed, packed, packed\n";
    const std::string packed = gzipped(text);
    for (std::size_t i = 10; i < packed.size(); ++i) {
        std::string bad = packed;
        bad[i] = static_cast<char>(bad[i] ^ 0x55);
        auto got = readAll(*memoryByteSource(bad, "flipped"));
        if (got) {
            EXPECT_EQ(*got, text) << i;
        } else {
            EXPECT_EQ(got.error().code, ErrorCode::FileDamaged) << i;
        }
    }
}

TEST(ByteSource, ExplodingGzipStopsAtTheLimits)
{
    const std::string bomb = gzipped(std::string(64 << 20, 'a'));
    auto byRatio = readAll(*memoryByteSource(bomb, "bomb"));
    ASSERT_FALSE(byRatio);
    EXPECT_EQ(byRatio.error().code, ErrorCode::LimitExceeded);
    auto bySize = readAll(*memoryByteSource(gzipped(manyNumbers()), "big", {.maximumBytes = 10'000}));
    ASSERT_FALSE(bySize);
    EXPECT_EQ(bySize.error().code, ErrorCode::LimitExceeded);
}

TEST(ByteSource, WhatIsNoReadableFileIsNamed)
{
    const TempFolder folder;
    EXPECT_EQ(openByteSource(folder / "missing.csv").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(openByteSource(folder.path()).error().code, ErrorCode::NotAFile);
    EXPECT_EQ(openByteSource(folder.write("empty.csv", "")).error().code, ErrorCode::FileDamaged);
    EXPECT_EQ(openByteSource("/dev/null").error().code, ErrorCode::NotAFile);
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(openByteSource(folder / "pipe").error().code, ErrorCode::NotAFile);
    EXPECT_EQ(openByteSource(folder / "missing.csv").error().context, (folder / "missing.csv").string());
}

TEST(ByteSource, NoPermissionIsSaid)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may read everything; exchange_as_anybody runs this";
    const TempFolder folder;
    const auto path = folder.write("secret.csv", "a\n");
    ::chmod(path.c_str(), 0);
    EXPECT_EQ(openByteSource(path).error().code, ErrorCode::FileNotReadable);
}
