// SPDX-License-Identifier: GPL-3.0-or-later
#include "backup.h"

#include "models/core/value.h"
#include "models/store/durablefile.h"
#include "models/store/logschema.h"
#include "models/store/migrations.h"
#include "models/wire/canonicaljson.h"
#include "models/wire/hash.h"

#include <algorithm>
#include <span>

namespace griddesk {

namespace {

constexpr std::string_view format = "griddesk-backup-1";
constexpr const char* manifestName = "manifest.json";

Error ioError(const std::error_code& error, const std::filesystem::path& path)
{
    return Error{error == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io, error.message(), path.string()};
}

Result<void> copyFile(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::create_directories(to.parent_path(), error);
    std::filesystem::copy_file(from, to, error);
    if (error)
        return std::unexpected(ioError(error, to));
    return {};
}

/// A folder of its own that goes away with this object unless it was published.
struct Scratch {
    std::filesystem::path folder;
    ~Scratch()
    {
        std::error_code ignored;
        if (!folder.empty())
            std::filesystem::remove_all(folder, ignored);
    }
};

Result<Value> readManifest(const std::filesystem::path& backup)
{
    auto text = readWholeFile(backup / manifestName, std::uintmax_t{64} << 20);
    if (!text)
        return fail(text.error().code == ErrorCode::FileNotFound ? ErrorCode::FileForeign : text.error().code, "this is no backup of GridDesk: manifest.json cannot be read",
                    backup.string());
    auto value = fromJson(*text, JsonLimits{.bytes = std::size_t{64} << 20, .depth = 8});
    if (!value || value->textOr("format") != format || value->find("files") == nullptr || value->find("files")->object() == nullptr)
        return fail(ErrorCode::FileForeign, "this is no backup of GridDesk: manifest.json is of another kind", backup.string());
    return value;
}

/// Names in a manifest stay inside the folder.
bool isPlainName(const std::string& name)
{
    const std::filesystem::path path(name);
    return !name.empty() && path.is_relative() && std::ranges::none_of(path, [](const auto& part) { return part == ".." || part == "."; });
}

} // namespace

Result<BackupReport> backupProfile(const std::filesystem::path& folder, const ProfileUnlock& unlock, const std::filesystem::path& target,
                                   const StepProgress& progress)
{
    auto profile = Profile::open(folder, unlock);
    if (!profile)
        return std::unexpected(profile.error());
    std::error_code error;
    if (std::filesystem::exists(target, error))
        return fail(ErrorCode::Duplicate, "there is something at the target already; choose a name that is free", target.string());
    Scratch scratch{temporaryBeside(target)};
    std::filesystem::create_directories(scratch.folder, error);
    if (error)
        return fail(ErrorCode::FileNotWritable, "the folder of the backup cannot be made: " + error.message(), target.string());

    const auto& paths = profile->paths();
    BackupReport report;
    std::vector<std::filesystem::path> blobs;
    if (std::filesystem::exists(paths.blobs(), error))
        for (const auto& entry : std::filesystem::recursive_directory_iterator(paths.blobs(), error))
            if (entry.is_regular_file())
                blobs.push_back(entry.path());
    const std::uint64_t all = blobs.size() + 4;
    std::uint64_t done = 0;
    const auto step = [&] { return !progress || progress(++done, all); };

    struct Kind {
        std::filesystem::path file;
        KeyPurpose purpose;
        const Schema& schema;
    };
    for (const Kind& kind : {Kind{paths.outbox(), KeyPurpose::Outbox, outboxSchema()}, Kind{paths.log(), KeyPurpose::Log, logSchema()}}) {
        auto source = openDatabase(kind.file, profile->key().derived(kind.purpose), kind.schema, OpenMode::QueryOnly);
        if (!source)
            return std::unexpected(source.error());
        if (auto copied = backupDatabase(**source, scratch.folder / kind.file.filename(), profile->key().derived(kind.purpose)); !copied)
            return std::unexpected(copied.error());
        report.files.push_back(kind.file.filename().string());
        if (!step())
            return fail(ErrorCode::Cancelled, "stopped; no backup was made", target.string());
    }
    for (const auto& file : {paths.info(), paths.keys(), paths.deviceKey()}) {
        if (!std::filesystem::exists(file, error))
            continue;
        if (auto copied = copyFile(file, scratch.folder / file.filename()); !copied)
            return std::unexpected(copied.error());
        report.files.push_back(file.filename().string());
    }
    for (const auto& blob : blobs) {
        const auto relative = std::filesystem::relative(blob, paths.folder, error);
        if (auto copied = copyFile(blob, scratch.folder / relative); !copied)
            return std::unexpected(copied.error());
        report.files.push_back(relative.generic_string());
        if (!step())
            return fail(ErrorCode::Cancelled, "stopped; no backup was made", target.string());
    }
    Value files;
    for (const auto& name : report.files) {
        auto hash = sha256OfFile(scratch.folder / name);
        if (!hash)
            return std::unexpected(hash.error());
        files.set(name, hash->hex());
        report.bytes += std::filesystem::file_size(scratch.folder / name, error);
    }
    Value manifest;
    manifest.set("format", format);
    manifest.set("files", std::move(files));
    const std::string text = toCanonical(manifest) + "\n";
    if (auto written = writeFileDurably(scratch.folder / manifestName, std::as_bytes(std::span(text))); !written)
        return std::unexpected(written.error());
    if (auto published = publishFile(scratch.folder, target); !published)
        return std::unexpected(published.error());
    scratch.folder.clear();
    return report;
}

Result<void> restoreBackup(const std::filesystem::path& backup, const std::filesystem::path& folder)
{
    auto manifest = readManifest(backup);
    if (!manifest)
        return std::unexpected(manifest.error());
    std::error_code error;
    if (std::filesystem::exists(folder, error) && (!std::filesystem::is_directory(folder, error) || !std::filesystem::is_empty(folder, error)))
        return fail(ErrorCode::Duplicate, "the folder to restore into is not empty; nothing is overwritten", folder.string());
    for (const auto& [name, hash] : *manifest->find("files")->object()) {
        if (!isPlainName(name) || hash.text() == nullptr)
            return fail(ErrorCode::FileDamaged, "the manifest names a file outside the backup", name);
        auto found = sha256OfFile(backup / name);
        if (!found)
            return std::unexpected(found.error());
        if (found->hex() != *hash.text())
            return fail(ErrorCode::HashMismatch, "a file of the backup has changed since it was made", (backup / name).string());
    }
    std::filesystem::create_directories(folder, error);
    // profile.json comes last: its presence says that the profile is whole.
    for (const bool last : {false, true})
        for (const auto& [name, hash] : *manifest->find("files")->object())
            if ((name == "profile.json") == last)
                if (auto copied = copyFile(backup / name, folder / name); !copied)
                    return copied;
    return syncFolder(folder);
}

Result<std::vector<std::string>> verifyBackup(const std::filesystem::path& backup, const ProfileUnlock& unlock, const StepProgress& progress)
{
    auto manifest = readManifest(backup);
    if (!manifest)
        return std::unexpected(manifest.error());
    std::vector<std::string> problems;
    for (const auto& [name, hash] : *manifest->find("files")->object()) {
        if (!isPlainName(name)) {
            problems.push_back("the manifest names a file outside the backup: " + name);
            continue;
        }
        auto found = sha256OfFile(backup / name);
        if (!found)
            problems.push_back(name + ": " + found.error().detail);
        else if (hash.text() == nullptr || found->hex() != *hash.text())
            problems.push_back(name + ": has changed since the backup was made");
    }
    if (!problems.empty())
        return problems;
    // The drill: a real restore beside, opened and checked like a profile, then removed.
    Scratch scratch{temporaryBeside(std::filesystem::temp_directory_path() / "griddesk-restore")};
    if (auto restored = restoreBackup(backup, scratch.folder); !restored)
        return std::unexpected(restored.error());
    auto profile = Profile::open(scratch.folder, unlock);
    if (!profile)
        return std::unexpected(profile.error());
    return verifyProfile(*profile, progress);
}

} // namespace griddesk
