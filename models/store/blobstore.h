// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/blobcipher.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Evidence and other files of a profile: encrypted, named by a keyed hash of their contents, each once. A name appears
/// only when the whole file is on the disk. Thread: any; two may put the same file at once.
///
///     blobs/ab/ab34…  (two levels, 64 hex digits)
class BlobStore {
public:
    /// `folder` is made when it is missing, at the first put.
    BlobStore(std::filesystem::path folder, const DataKey& key) : m_folder(std::move(folder)), m_cipher(key) {}

    /// Largest file taken.
    static constexpr std::int64_t largest = std::int64_t{2} * 1024 * 1024 * 1024;

    /// Errors: FileNotFound, NotAFile, FileNotReadable, LimitExceeded, DiskFull, FileNotWritable, Io.
    [[nodiscard]] Result<BlobContent> putFile(const std::filesystem::path& file) const;
    /// Errors: LimitExceeded, DiskFull, FileNotWritable, Io.
    [[nodiscard]] Result<BlobContent> put(std::string_view bytes) const;

    [[nodiscard]] bool has(const Hash& sha256) const;
    /// The contents. Errors: FileNotFound, FileDamaged, HashMismatch, LimitExceeded (larger than `most`), Io.
    [[nodiscard]] Result<std::string> get(const Hash& sha256, std::size_t most = 256 * 1024 * 1024) const;
    /// Decrypts the whole file and compares its hash, keeping nothing. Errors: as get().
    [[nodiscard]] Result<void> verify(const Hash& sha256) const;

    /// Every piece of a blob file authenticated, without knowing its hash (a file under a wrong name is told by get()).
    [[nodiscard]] Result<void> verifyFile(const std::filesystem::path& file) const;

    /// Paths of all blobs, sorted. Unfinished files of an interrupted put are no blobs.
    [[nodiscard]] Result<std::vector<std::filesystem::path>> files() const;
    /// Removes unfinished files; only while the profile's lock is held.
    [[nodiscard]] Result<std::size_t> removeUnfinished() const;

    [[nodiscard]] const std::filesystem::path& folder() const noexcept { return m_folder; }
    [[nodiscard]] std::filesystem::path pathOf(const Hash& sha256) const;

private:
    [[nodiscard]] Result<BlobContent> putStream(std::istream& plain) const;

    std::filesystem::path m_folder;
    BlobCipher m_cipher;
};

} // namespace griddesk
