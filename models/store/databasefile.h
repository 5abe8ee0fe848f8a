// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/wire/secret.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace griddesk {

/// The first sixteen bytes of an encrypted database are its salt, the only ones that stand in the clear. With a random
/// raw key the salt protects nothing, so it can say whose file this is: "GDSK", the application id, four random bytes and
/// four bytes of a keyed hash over the twelve before. That tells a foreign file, a file of another kind, a wrong key and
/// a damaged page apart, which the page authentication alone cannot.
using DatabaseSalt = std::array<std::uint8_t, 16>;

/// A salt for a new file under a raw 256-bit key that is not empty. Thread: any.
[[nodiscard]] DatabaseSalt makeDatabaseSalt(std::uint32_t applicationId, const Secret& key);

/// Looks at the file before SQLite does; writes nothing. Errors: FileNotFound, NotAFile (a folder, a device),
/// FileNotReadable, FileForeign (plain SQLite, another kind or no database), FileDamaged (shorter than a page), WrongKey
/// (also for an empty key).
[[nodiscard]] Result<DatabaseSalt> probeDatabaseFile(const std::filesystem::path& file, std::uint32_t applicationId, const Secret& key);

} // namespace griddesk
