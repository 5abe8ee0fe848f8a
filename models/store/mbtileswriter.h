// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tilearchive.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>

struct sqlite3;
struct sqlite3_stmt;

namespace griddesk {

/// Writes an MBTiles 1.3 file. It grows beside the wanted name (`NAME.part`) and takes the name in finish(), so a
/// half-written map is never opened. Threads: add() may be called from any thread; it locks.
class MbtilesWriter {
public:
    /// `metadata.bounds`, zooms and format are written as given. An old file of that name is replaced in finish().
    /// Errors: FileNotWritable, Database.
    [[nodiscard]] static Result<std::unique_ptr<MbtilesWriter>> create(const std::filesystem::path& file, const TileMetadata& metadata);
    MbtilesWriter(const MbtilesWriter&) = delete;
    MbtilesWriter& operator=(const MbtilesWriter&) = delete;
    /// Without finish() the part file is removed.
    ~MbtilesWriter();

    /// Rows from the north (XYZ); a tile given twice is replaced. Errors: OutOfRange, LimitExceeded, DiskFull, Database.
    [[nodiscard]] Result<void> add(int zoom, int x, int y, std::span<const std::byte> bytes);
    /// Commits and gives the file its name. Errors: DiskFull, FileNotWritable, Database.
    [[nodiscard]] Result<void> finish();

private:
    MbtilesWriter() = default;
    [[nodiscard]] Result<void> run(const char* sql);
    [[nodiscard]] Result<void> writeMetadata(const TileMetadata& metadata);
    [[nodiscard]] std::unexpected<Error> failure(int code) const;
    void close() noexcept;

    std::filesystem::path m_file;
    std::filesystem::path m_part;
    sqlite3* m_db = nullptr;
    sqlite3_stmt* m_insert = nullptr;
    std::mutex m_mutex;
};

} // namespace griddesk
