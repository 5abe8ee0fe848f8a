// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/atomicfile.h"

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace griddesk;
using namespace griddesk::test;

namespace {

std::string content(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t entries(const TempFolder& folder) { return std::distance(std::filesystem::directory_iterator(folder.path()), {}); }

} // namespace

TEST(AtomicFile, AppearsWholeAtCommitOnly)
{
    const TempFolder folder;
    folder.write("out.csv", "old");
    {
        auto file = AtomicFile::create(folder / "out.csv").value();
        ASSERT_TRUE(file.write(std::string(1 << 20, 'n')));
        EXPECT_EQ(content(folder / "out.csv"), "old");
        ASSERT_TRUE(file.commit());
    }
    EXPECT_EQ(content(folder / "out.csv").size(), std::size_t{1} << 20);
    EXPECT_EQ(entries(folder), 1);
}

TEST(AtomicFile, WithoutCommitNothingIsLeftBehind)
{
    const TempFolder folder;
    {
        auto file = AtomicFile::create(folder / "out.csv").value();
        ASSERT_TRUE(file.write("half"));
    }
    EXPECT_EQ(entries(folder), 0);
}

TEST(AtomicFile, NeverTakesThePlaceOfAPipeOrADevice)
{
    const TempFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(AtomicFile::create(folder / "pipe").error().code, ErrorCode::NotAFile);
    EXPECT_TRUE(std::filesystem::is_fifo(folder / "pipe"));
    EXPECT_EQ(entries(folder), 1);
}

TEST(AtomicFile, PlacesThatCannotBeWrittenAreNamed)
{
    const TempFolder folder;
    EXPECT_EQ(AtomicFile::create(folder.path()).error().code, ErrorCode::NotAFile);
    EXPECT_EQ(AtomicFile::create(folder / "no/such/out.csv").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(AtomicFile::create("/proc/out.csv").error().code == ErrorCode::FileNotWritable
                  || AtomicFile::create("/proc/out.csv").error().code == ErrorCode::FileNotFound,
              true);
}

TEST(AtomicFile, NoPermissionToWriteIsSaid)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere; exchange_as_anybody runs this";
    const TempFolder folder;
    ::chmod(folder.path().c_str(), 0500);
    EXPECT_EQ(AtomicFile::create(folder / "out.csv").error().code, ErrorCode::FileNotWritable);
    EXPECT_EQ(entries(folder), 0);
    ::chmod(folder.path().c_str(), 0700);
}

TEST(AtomicFile, AFullDiskLeavesTheOldFileAndNothingElse)
{
    const TempFolder folder;
    folder.write("out.csv", "old");
    // A limit on the size of files makes write(2) fail the way a full disk does.
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{64 * 1024, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    auto file = AtomicFile::create(folder / "out.csv").value();
    const auto written = file.write(std::string(1 << 20, 'n'));
    const auto committed = file.commit();
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::DiskFull);
    EXPECT_FALSE(committed);
    EXPECT_EQ(content(folder / "out.csv"), "old");
    EXPECT_EQ(entries(folder), 1);
}
