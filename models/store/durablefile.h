// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace griddesk {

/// A name beside `file` that nothing has yet: "NAME.new-" and eight hex digits. What a crash leaves behind under such a
/// name was never published and may be removed by whoever holds the folder's lock.
[[nodiscard]] std::filesystem::path temporaryBeside(const std::filesystem::path& file);

enum class Replace : std::uint8_t { No, Yes };

/// Brings a finished temporary file to its name: fsync of the file, rename, fsync of the folder. On failure the
/// temporary file is gone and the target untouched. Errors: Duplicate (something is there and Replace::No), DiskFull, Io.
[[nodiscard]] Result<void> publishFile(const std::filesystem::path& temporary, const std::filesystem::path& target,
                                       Replace replace = Replace::No);

/// Writes a whole file so that after a crash either the old or the new one is there, never a half. Mode 0600.
[[nodiscard]] Result<void> writeFileDurably(const std::filesystem::path& file, std::span<const std::byte> bytes,
                                            Replace replace = Replace::No);

/// Errors: FileNotFound, NotAFile, FileNotReadable, LimitExceeded (longer than `limit` bytes), Io.
[[nodiscard]] Result<std::string> readWholeFile(const std::filesystem::path& file, std::uintmax_t limit);

/// Makes the entries of a folder durable. Errors: Io.
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path& folder);

} // namespace griddesk
