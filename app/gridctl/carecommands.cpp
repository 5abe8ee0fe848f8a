// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl backup, restore, verify.
#include "opening.h"

#include "app/common/profilecare.h"

namespace griddesk::gridctl {

namespace {

StepProgress steps(const Invocation& invocation, const char* what)
{
    return [&invocation, what](std::uint64_t done, std::uint64_t all) { return invocation.progress(done, all, what); };
}

BackupProgress shown(const Invocation& invocation, const char* what)
{
    return [&invocation, what](std::int64_t done, std::int64_t all) {
        return invocation.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(all), what);
    };
}

/// Reaches into the copying and checking of one large file.
CancelToken cancelled(const Invocation& invocation)
{
    if (!invocation.stopped)
        return {};
    // Asked once before anything is made: from here on a signal is answered by tidying up, not by ending at once.
    static_cast<void>(invocation.stopped());
    return CancelToken(invocation.stopped);
}

/// Whether an error is a finding about the files themselves, and not about who asks or how.
bool isFinding(const Error& error)
{
    switch (error.code) {
    case ErrorCode::FileDamaged:
    case ErrorCode::FileForeign:
    case ErrorCode::HashMismatch: return true;
    default: return false;
    }
}

std::string findingText(const Error& error)
{
    const auto file = std::filesystem::path(error.context).filename().string();
    return (file.empty() ? "" : file + ": ") + error.detail;
}

Answer findings(const std::vector<std::string>& problems, const char* sound)
{
    Answer answer;
    answer.json["ok"] = problems.empty();
    answer.json["problems"] = problems;
    answer.status = problems.empty() ? 0 : 1;
    for (const auto& problem : problems)
        answer.text += problem + "\n";
    if (problems.empty())
        answer.text = std::string(sound) + "\n";
    return answer;
}

} // namespace

Result<Answer> runBackup(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    auto unlock = unlockOf(invocation.arguments, *folder);
    if (!unlock)
        return std::unexpected(unlock.error());
    auto profile = Profile::open(*folder, *unlock);
    if (!profile)
        return std::unexpected(profile.error());
    const BlobStore blobs(profile->paths().blobs(), profile->key());
    const auto report = makeBackup(backupPlanOf(*profile, blobs), invocation.operand(0), systemNow(), shown(invocation, "copying"), cancelled(invocation));
    if (!report)
        return std::unexpected(asOccupied(report.error()));
    Answer answer;
    answer.json["backup"] = invocation.operand(0);
    answer.json["files"] = report->files;
    answer.json["bytes"] = report->bytes;
    answer.text = std::to_string(report->files) + " files, " + std::to_string(report->bytes) + " bytes copied to " + invocation.operand(0) + "\n";
    return answer;
}

Result<Answer> runRestore(const Invocation& invocation)
{
    const std::filesystem::path backup = invocation.operand(0);
    std::error_code ignored;
    // One that lost a file is a bad backup; a folder without any of them is none.
    const bool isBackup = std::filesystem::exists(backup / "manifest.json", ignored);
    auto unlock = unlockOf(invocation.arguments, backup);
    if (!unlock)
        return std::unexpected(unlock.error());
    auto profile = Profile::open(backup, *unlock);
    if (invocation.arguments.has("verify")) {
        if (!profile && isBackup && (isFinding(profile.error()) || profile.error().code == ErrorCode::FileNotFound))
            return findings({findingText(profile.error())}, "");
        if (!profile)
            return std::unexpected(profile.error());
        const BlobStore blobs(profile->paths().blobs(), profile->key());
        // The copies are opened like a profile and every case is replayed: a restore drill, not a look at sizes.
        const auto replay = [&](const std::filesystem::path& copies) -> std::vector<std::string> {
            for (const char* name : {"profile.json", "keys.json", "device.key"})
                if (std::filesystem::exists(backup / name, ignored))
                    std::filesystem::copy_file(backup / name, copies / name, std::filesystem::copy_options::skip_existing, ignored);
            auto copy = Profile::open(copies, *unlock);
            if (!copy)
                return {copy.error().detail};
            if (auto current = bringUpToDate(*copy); !current) // a backup of an earlier version is as good
                return {current.error().detail};
            // Evidence is looked at where it lies: it is not copied.
            auto found = verifyProfile(*copy, blobs, steps(invocation, "replaying"));
            return found ? *found : std::vector<std::string>{found.error().detail};
        };
        const auto report = verifyBackup(backup, backupPlanOf(*profile, blobs), std::filesystem::temp_directory_path(), replay, shown(invocation, "checking"), cancelled(invocation));
        if (invocation.stopped && invocation.stopped())
            return fail(ErrorCode::Cancelled, "the check did not come to its end");
        if (!report && (isFinding(report.error()) || report.error().code == ErrorCode::FileNotFound || report.error().code == ErrorCode::Unsupported))
            return findings({findingText(report.error())}, "");
        if (!report)
            return std::unexpected(report.error());
        return findings(report->problems, "the backup is whole and can be restored");
    }
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    // Who cannot open the backup cannot say whether it is unchanged.
    if (!profile)
        return std::unexpected(profile.error());
    if (auto restored = restoreBackup(backup, *folder, profile->key().derived(KeyPurpose::Manifest), shown(invocation, "copying"), cancelled(invocation)); !restored)
        return std::unexpected(asOccupied(restored.error()));
    Answer answer;
    answer.json["data"] = folder->string();
    answer.text = "restored to " + folder->string() + "\n";
    return answer;
}

Result<Answer> runVerify(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    auto unlock = unlockOf(invocation.arguments, *folder);
    if (!unlock)
        return std::unexpected(unlock.error());
    auto profile = Profile::open(*folder, *unlock);
    if (!profile && isFinding(profile.error()))
        return findings({findingText(profile.error())}, "");
    if (!profile)
        return std::unexpected(profile.error());
    // Nobody writes while the tables are compared with the log.
    auto lock = ProfileLock::take(profile->paths(), "gridctl verify");
    if (!lock)
        return std::unexpected(lock.error());
    const BlobStore blobs(profile->paths().blobs(), profile->key());
    auto problems = verifyProfile(*profile, blobs, steps(invocation, "checking"));
    if (!problems)
        return std::unexpected(problems.error());
    return findings(*problems, "everything is sound");
}

} // namespace griddesk::gridctl
