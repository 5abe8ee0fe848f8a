// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupmanifest.h"

#include "durablefile.h"

#include "models/core/value.h"
#include "models/wire/canonicaljson.h"

namespace griddesk {

namespace {

constexpr std::uintmax_t largestManifest = 64 * 1024 * 1024;
constexpr std::size_t mostFiles = 1'000'000;
constexpr std::string_view formatName = "griddesk-backup";
constexpr std::int64_t formatVersion = 2; ///< 1 had no seal

Result<Hash> sealOf(const Value& unsealed, const Secret& key)
{
    const std::string text = toCanonical(unsealed);
    return keyedHash(key, Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

} // namespace

bool isSafePath(std::string_view path) noexcept
{
    if (path.empty() || path.size() > 255)
        return false;
    bool partBegins = true;
    for (const char c : path) {
        if (c == '/') {
            if (partBegins)
                return false;
            partBegins = true;
            continue;
        }
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
        if (!plain || (partBegins && c == '.'))
            return false;
        partBegins = false;
    }
    return !partBegins;
}

Result<std::string> serialise(const BackupManifest& manifest, const Secret& key)
{
    Value::List files;
    for (const auto& file : manifest.files) {
        Value entry;
        entry.set("path", file.path).set("size", file.size).set("sha256", file.sha256.hex());
        files.push_back(std::move(entry));
    }
    Value value;
    value.set("format", formatName).set("version", formatVersion).set("made", formatInstant(manifest.made)).set("files", std::move(files));
    const auto seal = sealOf(value, key);
    if (!seal)
        return std::unexpected(seal.error());
    value.set("seal", seal->hex());
    return toCanonical(value) + "\n";
}

Result<BackupManifest> readManifest(const std::filesystem::path& backup, const Secret& key)
{
    const auto file = backup / "manifest.json";
    const auto text = readWholeFile(file, largestManifest);
    if (!text)
        return std::unexpected(text.error());
    const auto value = fromJson(*text, JsonLimits{.bytes = largestManifest});
    if (!value || value->textOr("format") != formatName)
        return fail(ErrorCode::FileForeign, "not the manifest of a backup", file.string());
    if (value->intOr("version", 0) > formatVersion)
        return fail(ErrorCode::FileNewer, "made by a newer version", file.string());
    if (value->intOr("version", 0) < formatVersion)
        return fail(ErrorCode::Unsupported,
                    "the list of files bears no seal, so nobody can say that it is unchanged: it is of an older version, or was changed since", file.string());
    const auto seal = Hash::parse(value->textOr("seal"));
    Value unsealed = *value;
    if (unsealed.object() != nullptr)
        unsealed.object()->erase("seal");
    const auto expected = sealOf(unsealed, key);
    if (!expected)
        return std::unexpected(expected.error());
    if (!seal || *seal != *expected)
        return fail(ErrorCode::HashMismatch, "the list of files is not the one that was written: its seal does not fit", file.string());
    const auto damaged = [&](const std::string& what) { return fail(ErrorCode::FileDamaged, what, file.string()); };
    BackupManifest manifest;
    const auto made = parseInstant(value->textOr("made"));
    const auto* files = value->find("files");
    if (!made || files == nullptr || !files->isList())
        return damaged("the manifest is not whole");
    manifest.made = *made;
    if (files->list()->size() > mostFiles)
        return fail(ErrorCode::LimitExceeded, "more files than a backup may have", file.string());
    for (const auto& entry : *files->list()) {
        const auto hash = Hash::parse(entry.textOr("sha256"));
        const auto path = entry.textOr("path");
        const auto size = entry.intOr("size", -1);
        if (!hash || size < 0 || !isSafePath(path))
            return damaged("a file entry of the manifest is not valid");
        manifest.files.push_back({std::string(path), size, *hash});
    }
    return manifest;
}

} // namespace griddesk
