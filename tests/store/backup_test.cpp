// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/backup.h"
#include "models/store/backupmanifest.h"
#include "models/store/desknotes.h"
#include "models/store/pendingfolder.h"
#include "models/store/storeschema.h"
#include "models/wire/canonicaljson.h"
#include "tempfolder.h"

#include <gtest/gtest.h>

#include <sys/stat.h>

namespace griddesk::test {
namespace {

class Backup : public ::testing::Test {
protected:
    void SetUp() override
    {
        std::filesystem::create_directory(folder / "profile");
        ASSERT_TRUE(createDatabase(folder / "profile/desk.db", key, deskSchema()));
        database = *openDatabase(folder / "profile/desk.db", key, deskSchema(), OpenMode::ReadWrite);
        ASSERT_TRUE(DeskNotes(*database).put("draft/1", "路灯", instantFromMs(1)));
        ASSERT_TRUE(DeskNotes(*database).put("draft/1", "路灯不亮", instantFromMs(2)));
        writeBytes(folder / "profile/profile.json", "{}\n");
        picture = blobs.put("picture")->sha256;
        plan.folder = folder / "profile";
        plan.databases.push_back({"desk.db", &deskSchema(), key.clone()});
        plan.files = {"profile.json", "not-there.json"};
        plan.blobs = &blobs;
        plan.sealing = sealing.clone();
    }
    static DataKey dataKey()
    {
        SeededRandom random(9);
        return DataKey::generate(random);
    }
    Result<void> restore() { return restoreBackup(folder / "copy", folder / "back", sealing); }
    /// The list with a seal of this profile, whatever it says.
    std::string sealed(const std::string& text) const
    {
        Value value = fromJson(text).value();
        const std::string bytes = toCanonical(value);
        value.set("seal", keyedHash(sealing, Bytes(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()))->hex());
        return toCanonical(value);
    }
    Result<BackupReport> check() { return verifyBackup(folder / "copy", plan, folder.path()); }

    TempFolder folder;
    Secret key = keyFromSeed(1), sealing = keyFromSeed(2);
    BlobStore blobs{folder / "profile/blobs", dataKey()};
    std::unique_ptr<Database> database;
    Hash picture;
    BackupPlan plan;
};

TEST_F(Backup, ofALiveProfileVerifiesAndComesBackEqual)
{
    const auto made = makeBackup(plan, folder / "copy", instantFromMs(1000));
    ASSERT_TRUE(made) << made.error().detail;
    EXPECT_EQ(made->files, 3);
    const auto report = check();
    ASSERT_TRUE(report) << report.error().detail;
    EXPECT_EQ(report->problems, std::vector<std::string>{});
    EXPECT_EQ(report->rows.at("desk.db/entry"), 1);
    ASSERT_TRUE(restore());
    const auto back = openDatabase(folder / "back/desk.db", key, deskSchema(), OpenMode::ReadWrite);
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(*DeskNotes(**back).get("draft/1"), "路灯不亮");
    EXPECT_EQ(*BlobStore(folder / "back/blobs", dataKey()).get(picture), "picture");
    EXPECT_EQ(bytesOfFile(folder / "back/profile.json"), "{}\n");
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_FALSE(entry.path().string().contains(".new-")) << entry.path();
}

TEST_F(Backup, neverReplacesAnything)
{
    std::filesystem::create_directory(folder / "copy");
    EXPECT_EQ(makeBackup(plan, folder / "copy", instantFromMs(1)).error().code, ErrorCode::Duplicate);
    std::filesystem::remove(folder / "copy");
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    EXPECT_EQ(restoreBackup(folder / "copy", folder / "profile", sealing).error().code, ErrorCode::Duplicate);
}

TEST_F(Backup, withAnyFileChangedOrMissingIsTold)
{
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    const auto manifest = readManifest(folder / "copy", sealing);
    ASSERT_EQ(manifest->files.size(), 3U);
    for (const auto& file : manifest->files) {
        const auto path = folder / ("copy/" + file.path);
        const auto sound = bytesOfFile(path);
        auto bytes = sound;
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 4);
        writeBytes(path, bytes);
        EXPECT_FALSE(check()->problems.empty()) << file.path;
        EXPECT_EQ(restore().error().code, ErrorCode::HashMismatch) << file.path;
        EXPECT_FALSE(std::filesystem::exists(folder / "back"));
        std::filesystem::remove(path);
        EXPECT_FALSE(check()->problems.empty()) << file.path;
        writeBytes(path, sound);
    }
    EXPECT_TRUE(check()->problems.empty());
}

TEST_F(Backup, thatIsStoppedLeavesNothing)
{
    const CancelToken stopped([] { return true; });
    EXPECT_EQ(makeBackup(plan, folder / "copy", instantFromMs(1), {}, stopped).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(folder / "copy"));
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    EXPECT_EQ(restoreBackup(folder / "copy", folder / "back", sealing, {}, stopped).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(folder / "back"));
}

TEST_F(Backup, runsTheChainCheckOverCopies)
{
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    bool opened = false;
    const auto report = verifyBackup(folder / "copy", plan, folder.path(), [&](const std::filesystem::path& copies) {
        opened = std::filesystem::exists(copies / "desk.db");
        return std::vector<std::string>{"the chain is broken"};
    });
    EXPECT_TRUE(opened);
    EXPECT_EQ(report->problems, std::vector<std::string>{"the chain is broken"});
}

TEST_F(Backup, withAnyByteOfItsListChangedIsRefused)
{
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    const auto sound = bytesOfFile(folder / "copy/manifest.json");
    for (std::size_t i = 0; i + 1 < sound.size(); ++i) { // the last byte is the end of the line
        auto bytes = sound;
        bytes[i] = static_cast<char>(bytes[i] ^ 1);
        writeBytes(folder / "copy/manifest.json", bytes);
        ASSERT_FALSE(readManifest(folder / "copy", sealing)) << "byte " << i << " of " << sound;
    }
    writeBytes(folder / "copy/manifest.json", sound);
    EXPECT_EQ(readManifest(folder / "copy", keyFromSeed(3)).error().code, ErrorCode::HashMismatch);
    EXPECT_TRUE(check()->problems.empty());
}

TEST_F(Backup, neverGoesIntoTheProfileItself)
{
    for (const auto& target : {folder / "profile/sub", folder / "profile/blobs/deep/er", folder / "profile/../profile/sub"}) {
        EXPECT_EQ(makeBackup(plan, target, instantFromMs(1)).error().code, ErrorCode::InvalidArgument) << target;
        EXPECT_FALSE(std::filesystem::exists(target));
    }
    std::filesystem::create_directory_symlink(folder / "profile", folder / "link");
    EXPECT_EQ(makeBackup(plan, folder / "link/sub", instantFromMs(1)).error().code, ErrorCode::InvalidArgument);
    EXPECT_TRUE(makeBackup(plan, folder / "profile-beside", instantFromMs(1)));
}

TEST_F(Backup, isEndedByWhoLooksOn)
{
    const BackupProgress enough = [](std::int64_t done, std::int64_t) { return done < 1; };
    EXPECT_EQ(makeBackup(plan, folder / "copy", instantFromMs(1), enough).error().code, ErrorCode::Cancelled);
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    EXPECT_EQ(verifyBackup(folder / "copy", plan, folder.path(), {}, enough).error().code, ErrorCode::Cancelled);
    EXPECT_EQ(restoreBackup(folder / "copy", folder / "back", sealing, enough).error().code, ErrorCode::Cancelled);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_FALSE(entry.path().string().contains(".new-")) << entry.path();
}

TEST_F(Backup, isForTheEyesOfItsOwner)
{
    ASSERT_TRUE(makeBackup(plan, folder / "copy", instantFromMs(1)));
    ASSERT_TRUE(restore());
    for (const auto* path : {"copy", "back", "copy/desk.db", "back/desk.db", "profile/desk.db"}) {
        struct stat status {};
        ASSERT_EQ(::stat((folder / path).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 077, 0U) << path;
    }
}

TEST(PendingFolder, removesWhatAKilledProgramLeftAndNothingElse)
{
    const TempFolder folder;
    const auto mark = [&] {
        const auto living = PendingFolder::make(folder / "a");
        return bytesOfFile(living->path() / ".griddesk-unfinished");
    }();
    const auto make = [&](const std::string& name, const std::string& text) {
        std::filesystem::create_directory(folder / name);
        writeBytes(folder / (name + "/log.db"), "x");
        if (!text.empty())
            writeBytes(folder / (name + "/.griddesk-unfinished"), text);
    };
    make("a.new-0123abcd", mark);                   // killed
    make("a.new-0123abce", "");                     // somebody's own folder
    make("a.new-0123abcf", "my own words\n");       // a mark of somebody else
    make("a.new-1", mark);                          // another name
    make("b.new-0123abcd", mark);                   // another place
    make("a.new", mark);
    const auto living = PendingFolder::make(folder / "a");
    ASSERT_TRUE(living) << living.error().detail;
    EXPECT_FALSE(std::filesystem::exists(folder / "a.new-0123abcd"));
    for (const auto* name : {"a.new-0123abce", "a.new-0123abcf", "a.new-1", "b.new-0123abcd", "a.new"})
        EXPECT_TRUE(std::filesystem::exists(folder / (std::string(name) + "/log.db"))) << name;
    const auto second = PendingFolder::make(folder / "a/"); // while the first is being filled
    ASSERT_TRUE(second);
    EXPECT_TRUE(std::filesystem::exists(living->path()));
}

TEST(PendingFolder, isPublishedWholeOrNotAtAll)
{
    const TempFolder folder;
    EXPECT_FALSE(PendingFolder::make(folder / "deep/a"));
    std::filesystem::create_directory(folder / "deep");
    {
        auto pending = PendingFolder::make(folder / "deep/a");
        writeBytes(pending->path() / "x", "1");
        ASSERT_TRUE(pending->publish());
    }
    EXPECT_EQ(bytesOfFile(folder / "deep/a/x"), "1");
    EXPECT_FALSE(std::filesystem::exists(folder / "deep/a/.griddesk-unfinished"));
    auto again = PendingFolder::make(folder / "deep/a");
    writeBytes(again->path() / "x", "2");
    EXPECT_EQ(again->publish().error().code, ErrorCode::Duplicate);
    EXPECT_EQ(again->publishInto("x").error().code, ErrorCode::Duplicate);
    EXPECT_EQ(bytesOfFile(folder / "deep/a/x"), "1");
    auto into = PendingFolder::make(folder / "deep/a");
    writeBytes(into->path() / "y", "3");
    ASSERT_TRUE(into->publishInto("y"));
    EXPECT_EQ(bytesOfFile(folder / "deep/a/x") + bytesOfFile(folder / "deep/a/y"), "13");
}

TEST_F(Backup, manifestsThatAreForeignOrHostileAreRefused)
{
    const struct {
        std::string text;
        ErrorCode code;
    } bad[] = {
        {"", ErrorCode::FileForeign},
        {"[]", ErrorCode::FileForeign},
        {R"({"format":"other"})", ErrorCode::FileForeign},
        {R"({"format":"griddesk-backup","version":3})", ErrorCode::FileNewer},
        {R"({"files":[],"format":"griddesk-backup","made":"2026-01-01T00:00:00Z","version":1})", ErrorCode::Unsupported},
        {R"({"files":[],"format":"griddesk-backup","made":"2026-01-01T00:00:00Z","version":2})", ErrorCode::HashMismatch},
        {R"({"files":[],"format":"griddesk-backup","made":"2026-01-01T00:00:00Z","seal":"00","version":2})", ErrorCode::HashMismatch},
        {sealed(R"({"format":"griddesk-backup","version":2})"), ErrorCode::FileDamaged},
        {sealed(R"({"files":[{"path":"../x","sha256":")" + std::string(64, '0') + R"(","size":1}],"format":"griddesk-backup","made":"2026-01-01T00:00:00Z","version":2})"),
         ErrorCode::FileDamaged},
        {sealed(R"({"files":[{"path":"a","sha256":"00","size":1}],"format":"griddesk-backup","made":"2026-01-01T00:00:00Z","version":2})"), ErrorCode::FileDamaged},
    };
    std::filesystem::create_directory(folder / "copy");
    EXPECT_EQ(check().error().code, ErrorCode::FileNotFound);
    for (const auto& [text, code] : bad) {
        writeBytes(folder / "copy/manifest.json", text);
        EXPECT_EQ(check().error().code, code) << text;
        EXPECT_FALSE(restore()) << text;
    }
    for (const auto* path : {"", "/etc/passwd", "a//b", "..", "a/../b", ".hidden", "a/", "a\\b", "a b", "a/.b"})
        EXPECT_FALSE(isSafePath(path)) << path;
    EXPECT_TRUE(isSafePath("blobs/ab/ab01.x"));
}

TEST_F(Backup, checkInPlaceNamesADamagedDatabaseAndBlob)
{
    EXPECT_TRUE(verifyFolder(plan)->empty());
    database.reset();
    auto bytes = bytesOfFile(folder / "profile/desk.db");
    bytes[4096 + 100] = static_cast<char>(bytes[4096 + 100] ^ 1);
    writeBytes(folder / "profile/desk.db", bytes);
    auto blob = bytesOfFile(blobs.pathOf(picture));
    blob.back() = static_cast<char>(blob.back() ^ 1);
    writeBytes(blobs.pathOf(picture), blob);
    const auto problems = verifyFolder(plan);
    ASSERT_TRUE(problems);
    ASSERT_GE(problems->size(), 2U);
    EXPECT_TRUE(problems->front().starts_with("desk.db"));
    EXPECT_TRUE(problems->back().starts_with("blobs/"));
}

TEST_F(Backup, notesKeepTheirHistoryAndListByPrefix)
{
    DeskNotes notes(*database);
    for (int i = 0; i < 30; ++i)
        ASSERT_TRUE(notes.put("setting", std::to_string(i), instantFromMs(i)));
    EXPECT_EQ(*notes.get("setting"), "29");
    const auto history = notes.history("setting");
    EXPECT_EQ(history->size(), static_cast<std::size_t>(DeskNotes::keptVersions));
    EXPECT_EQ(history->front().second, "28");
    EXPECT_EQ(notes.list("draft/")->size(), 1U);
    ASSERT_TRUE(notes.put("draft/1", "", instantFromMs(9)));
    EXPECT_TRUE(notes.list("draft/")->empty());
    EXPECT_EQ(notes.history("draft/1")->front().second, "路灯不亮") << "a draft thrown away by mistake can be had back";
    EXPECT_EQ(notes.put("", "x", instantFromMs(1)).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(notes.put(std::string(300, 'k'), "x", instantFromMs(1)).error().code, ErrorCode::LimitExceeded);
}

} // namespace
} // namespace griddesk::test
