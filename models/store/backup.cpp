// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"

#include "backupmanifest.h"
#include "durablefile.h"
#include "pendingfolder.h"

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace griddesk {

namespace {

namespace fs = std::filesystem;

bool isThere(const fs::path& path)
{
    std::error_code ec;
    return fs::exists(fs::symlink_status(path, ec));
}

Result<void> copyDurably(const fs::path& from, const fs::path& to)
{
    std::error_code ec;
    fs::create_directories(to.parent_path(), ec);
    const auto temporary = temporaryBeside(to);
    if (!fs::copy_file(from, temporary, ec)) {
        const auto code = ec == std::errc::no_space_on_device || ec == std::errc::file_too_large ? ErrorCode::DiskFull : ErrorCode::Io;
        std::error_code ignored;
        fs::remove(temporary, ignored);
        return fail(code, "copy: " + ec.message(), from.string());
    }
    return publishFile(temporary, to);
}

/// Whether `inner` is `outer` or lies inside it, links followed as far as there is anything.
bool liesInside(const fs::path& inner, const fs::path& outer)
{
    std::error_code ec;
    const auto deep = fs::weakly_canonical(inner, ec), top = fs::weakly_canonical(outer, ec);
    return !ec && !top.empty() && std::ranges::mismatch(top, deep).in1 == top.end();
}

class Steps {
public:
    Steps(std::int64_t all, const BackupProgress& progress, const CancelToken& cancel) : m_all(all), m_progress(progress), m_cancel(cancel) {}
    [[nodiscard]] Result<void> next()
    {
        if (m_cancel.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
        if (m_progress && !m_progress(m_done, m_all))
            return fail(ErrorCode::Cancelled, "stopped");
        ++m_done;
        return {};
    }

private:
    std::int64_t m_done = 0, m_all;
    const BackupProgress& m_progress;
    const CancelToken& m_cancel;
};

Result<void> addToManifest(BackupManifest& manifest, BackupReport& report, const fs::path& folder, const std::string& path)
{
    std::error_code ec;
    const auto size = static_cast<std::int64_t>(fs::file_size(folder / path, ec));
    const auto hash = sha256OfFile(folder / path);
    if (!hash)
        return std::unexpected(hash.error());
    manifest.files.push_back({path, size, *hash});
    ++report.files;
    report.bytes += size;
    return {};
}

/// Structure of one database and the number of rows of each of its tables.
void inspect(Database& database, const std::string& name, BackupReport& report)
{
    const auto problems = database.integrityProblems();
    if (!problems) {
        report.problems.push_back(name + ": " + problems.error().detail);
        return;
    }
    for (const auto& problem : *problems)
        report.problems.push_back(name + ": " + problem);
    if (!problems->empty())
        return;
    std::vector<std::string> tables;
    const auto listed = database.each("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
                                      [&](Statement& s) { tables.emplace_back(s.text(0)); });
    if (!listed)
        report.problems.push_back(name + ": " + listed.error().detail);
    for (const auto& table : tables)
        if (const auto n = database.rowsOf(table))
            report.rows[name + "/" + table] = *n;
        else
            report.problems.push_back(name + "/" + table + ": " + n.error().detail);
}

} // namespace

Result<BackupReport> makeBackup(const BackupPlan& plan, const fs::path& target, Instant now, const BackupProgress& progress,
                                const CancelToken& cancel)
{
    if (isThere(target))
        return fail(ErrorCode::Duplicate, "something is there already", target.string());
    if (!plan.sealing)
        return fail(ErrorCode::InvalidArgument, "no key was given to seal the backup with", target.string());
    if (liesInside(target, plan.folder))
        return fail(ErrorCode::InvalidArgument, "a backup lies outside the profile it is made of; name a folder elsewhere", target.string());
    auto folder = PendingFolder::make(target);
    if (!folder)
        return std::unexpected(folder.error());
    std::vector<fs::path> blobs;
    if (plan.blobs != nullptr) {
        auto files = plan.blobs->files();
        if (!files)
            return std::unexpected(files.error());
        blobs = std::move(*files);
    }
    BackupReport report;
    BackupManifest manifest{now, {}};
    Steps steps(static_cast<std::int64_t>(plan.databases.size() + plan.files.size() + blobs.size()), progress, cancel);
    for (const auto& part : plan.databases) {
        if (auto ok = steps.next(); !ok)
            return std::unexpected(ok.error());
        auto source = openDatabase(plan.folder / part.file, part.key, *part.schema, OpenMode::QueryOnly);
        if (!source)
            return std::unexpected(source.error());
        if (auto ok = backupDatabase(**source, folder->path() / part.file, part.key, cancel); !ok)
            return std::unexpected(ok.error());
        if (auto ok = addToManifest(manifest, report, folder->path(), part.file); !ok)
            return std::unexpected(ok.error());
    }
    // Blobs after the databases: whatever the copied databases name was there before they were copied.
    const auto copy = [&](const fs::path& from, const std::string& path) -> Result<void> {
        if (auto ok = steps.next(); !ok)
            return ok;
        if (auto ok = copyDurably(from, folder->path() / path); !ok)
            return ok;
        return addToManifest(manifest, report, folder->path(), path);
    };
    if (plan.blobs != nullptr) {
        auto later = plan.blobs->files();
        if (!later)
            return std::unexpected(later.error());
        for (const auto& file : *later)
            if (auto ok = copy(file, "blobs/" + file.parent_path().filename().string() + "/" + file.filename().string()); !ok)
                return std::unexpected(ok.error());
    }
    for (const auto& file : plan.files)
        if (isThere(plan.folder / file))
            if (auto ok = copy(plan.folder / file, file); !ok)
                return std::unexpected(ok.error());
    const auto text = serialise(manifest, *plan.sealing);
    if (!text)
        return std::unexpected(text.error());
    if (cancel.cancelled())
        return fail(ErrorCode::Cancelled, "stopped");
    if (auto ok = writeFileDurably(folder->path() / "manifest.json", std::as_bytes(std::span(*text))); !ok)
        return std::unexpected(ok.error());
    if (auto ok = folder->publish(); !ok)
        return std::unexpected(ok.error());
    return report;
}

Result<BackupReport> verifyBackup(const fs::path& backup, const BackupPlan& plan, const fs::path& scratch,
                                  const std::function<std::vector<std::string>(const fs::path&)>& chain, const BackupProgress& progress,
                                  const CancelToken& cancel)
{
    if (!plan.sealing)
        return fail(ErrorCode::InvalidArgument, "no key was given to check the seal with", backup.string());
    const auto manifest = readManifest(backup, *plan.sealing);
    if (!manifest)
        return std::unexpected(manifest.error());
    BackupReport report;
    Steps steps(static_cast<std::int64_t>(manifest->files.size() + plan.databases.size()), progress, cancel);
    for (const auto& file : manifest->files) {
        if (auto ok = steps.next(); !ok)
            return std::unexpected(ok.error());
        const auto hash = sha256OfFile(backup / file.path);
        std::error_code ec;
        const auto size = fs::file_size(backup / file.path, ec);
        ++report.files;
        report.bytes += file.size;
        if (!hash)
            report.problems.push_back(file.path + ": " + hash.error().detail);
        else if (*hash != file.sha256 || ec || size != static_cast<std::uintmax_t>(file.size))
            report.problems.push_back(file.path + ": not the file that was backed up");
    }
    // Databases are opened as copies: opening writes side files, and a backup is left as it is.
    const auto copies = PendingFolder::make(scratch / "griddesk-verify");
    if (!copies)
        return std::unexpected(copies.error());
    for (const auto& part : plan.databases) {
        if (auto ok = steps.next(); !ok)
            return std::unexpected(ok.error());
        if (!std::ranges::contains(manifest->files, part.file, &ManifestFile::path)) {
            report.problems.push_back(part.file + ": is not in the backup");
            continue;
        }
        if (!isThere(backup / part.file))
            continue; // told above
        if (auto ok = copyDurably(backup / part.file, copies->path() / part.file); !ok)
            return std::unexpected(ok.error());
        auto database = openDatabase(copies->path() / part.file, part.key, *part.schema, OpenMode::QueryOnly);
        if (!database) {
            report.problems.push_back(part.file + ": " + database.error().detail);
            continue;
        }
        setCancel(**database, cancel);
        inspect(**database, part.file, report);
        if (cancel.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
    }
    if (chain && report.problems.empty())
        std::ranges::move(chain(copies->path()), std::back_inserter(report.problems));
    return report;
}

Result<void> restoreBackup(const fs::path& backup, const fs::path& target, const Secret& sealing, const BackupProgress& progress,
                           const CancelToken& cancel)
{
    const auto manifest = readManifest(backup, sealing);
    if (!manifest)
        return std::unexpected(manifest.error());
    if (isThere(target))
        return fail(ErrorCode::Duplicate, "something is there already", target.string());
    auto folder = PendingFolder::make(target);
    if (!folder)
        return std::unexpected(folder.error());
    Steps steps(static_cast<std::int64_t>(manifest->files.size()), progress, cancel);
    for (const auto& file : manifest->files) {
        if (auto ok = steps.next(); !ok)
            return ok;
        if (auto ok = copyDurably(backup / file.path, folder->path() / file.path); !ok)
            return ok;
        // The copy is compared, so that a fault of either disk shows now.
        const auto hash = sha256OfFile(folder->path() / file.path);
        if (!hash)
            return std::unexpected(hash.error());
        if (*hash != file.sha256)
            return fail(ErrorCode::HashMismatch, "not the file that was backed up", file.path);
    }
    return folder->publish();
}

Result<std::vector<std::string>> verifyFolder(const BackupPlan& plan, const BackupProgress& progress, const CancelToken& cancel)
{
    BackupReport report;
    std::vector<fs::path> blobs;
    if (plan.blobs != nullptr) {
        auto files = plan.blobs->files();
        if (!files)
            return std::unexpected(files.error());
        blobs = std::move(*files);
    }
    Steps steps(static_cast<std::int64_t>(plan.databases.size() + blobs.size()), progress, cancel);
    for (const auto& part : plan.databases) {
        if (auto ok = steps.next(); !ok)
            return std::unexpected(ok.error());
        auto database = openDatabase(plan.folder / part.file, part.key, *part.schema, OpenMode::QueryOnly);
        if (!database) {
            report.problems.push_back(part.file + ": " + database.error().detail);
            continue;
        }
        setCancel(**database, cancel);
        inspect(**database, part.file, report);
        if (cancel.cancelled())
            return fail(ErrorCode::Cancelled, "stopped");
    }
    for (const auto& file : blobs) {
        if (auto ok = steps.next(); !ok)
            return std::unexpected(ok.error());
        if (auto ok = plan.blobs->verifyFile(file); !ok)
            report.problems.push_back("blobs/" + file.filename().string() + ": " + ok.error().detail);
    }
    return report.problems;
}

} // namespace griddesk
