// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/sqlite/sqlitehubstore.h"
#include "models/wire/devicekey.h"
#include "models/wire/random.h"

#include <filesystem>
#include <memory>
#include <string>

namespace griddesk::platform {

/// The opened files of a platform: hub.db and platform.key (the seed of the key that signs configuration and checkpoints; for
/// its owner only, and never in the database).
struct Folder {
    std::unique_ptr<SqliteHubStore> store;
    DeviceKey key;
    std::string stream;

    /// Makes an empty platform; a folder that exists is fine as long as it holds none. Errors: Duplicate, FileNotWritable, Io.
    [[nodiscard]] static Result<void> create(const std::filesystem::path& folder, const std::string& stream, RandomSource& random);
    /// `stream` may be empty when the folder holds one only. Errors: FileNotFound, FileDamaged (key), InvalidArgument (several
    /// streams), those of SqliteHubStore::open().
    [[nodiscard]] static Result<Folder> open(const std::filesystem::path& folder, const std::string& stream);
};

} // namespace griddesk::platform
