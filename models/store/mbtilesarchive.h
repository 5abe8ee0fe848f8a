// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tilearchive.h"

#include <filesystem>
#include <memory>
#include <mutex>

struct sqlite3;
struct sqlite3_stmt;

namespace griddesk {

/// A raster base map in an MBTiles 1.3 file (plain SQLite, opened read-only and immutable, so it may lie on a read-only
/// share). The file is foreign input: zooms come from the tiles themselves and the format from their first bytes,
/// because metadata is often wrong; views and triggers in it run without trust and under a step limit.
/// Threads: any; one lock. Limits: 2 MiB a tile, 256 metadata rows, 4 KiB a metadata value.
class MbtilesArchive final : public TileArchive {
public:
    /// Errors: FileNotFound, NotAFile, FileNotReadable, FileForeign (no SQLite, or no tiles table), FileDamaged,
    /// MissingField (no tile in it), Unsupported (vector tiles or an unknown picture format), LimitExceeded.
    [[nodiscard]] static Result<std::unique_ptr<MbtilesArchive>> open(const std::filesystem::path& file);
    ~MbtilesArchive() override;

    [[nodiscard]] const TileMetadata& metadata() const noexcept override { return m_metadata; }
    [[nodiscard]] Result<std::optional<TileBytes>> tile(int zoom, int x, int y) override;

private:
    MbtilesArchive() = default;
    [[nodiscard]] Result<void> prepare(const std::filesystem::path& file);
    [[nodiscard]] Result<void> readZooms();
    [[nodiscard]] Result<void> readMetadata();
    [[nodiscard]] Result<void> readFormat();
    [[nodiscard]] std::unexpected<Error> failure(int code, const char* doing) const;

    std::string m_file;
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_select = nullptr;
    TileMetadata m_metadata;
    std::mutex m_mutex;
};

} // namespace griddesk
