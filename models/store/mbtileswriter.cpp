// SPDX-License-Identifier: GPL-3.0-or-later
#include "mbtileswriter.h"

#include <sqlcipher/sqlite3.h>

#include <format>
#include <utility>

namespace griddesk {

namespace {

const char* formatName(TileFormat format)
{
    switch (format) {
    case TileFormat::Png: return "png";
    case TileFormat::Jpeg: return "jpg";
    case TileFormat::Webp: return "webp";
    }
    return "png";
}

} // namespace

Result<std::unique_ptr<MbtilesWriter>> MbtilesWriter::create(const std::filesystem::path& file, const TileMetadata& metadata)
{
    std::unique_ptr<MbtilesWriter> writer(new MbtilesWriter);
    writer->m_file = file;
    writer->m_part = file.string() + ".part";
    std::error_code ignored;
    std::filesystem::remove(writer->m_part, ignored);
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    if (const int code = sqlite3_open_v2(writer->m_part.c_str(), &writer->m_db, flags, nullptr); code != SQLITE_OK)
        return fail(ErrorCode::FileNotWritable, sqlite3_errstr(code), writer->m_part.string());
    // The part file is thrown away after a crash, so it needs no journal of its own.
    const char* schema = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA application_id = 0x4d504258;"
                         "CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT);"
                         "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
                         "CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row); BEGIN;";
    if (auto done = writer->run(schema).and_then([&] { return writer->writeMetadata(metadata); }); !done)
        return std::unexpected(std::move(done.error()));
    const int code = sqlite3_prepare_v3(writer->m_db, "INSERT OR REPLACE INTO tiles VALUES (?1, ?2, ?3, ?4)", -1,
                                        SQLITE_PREPARE_PERSISTENT, &writer->m_insert, nullptr);
    if (code != SQLITE_OK)
        return writer->failure(code);
    return writer;
}

MbtilesWriter::~MbtilesWriter()
{
    if (m_db == nullptr)
        return;
    close();
    std::error_code ignored;
    std::filesystem::remove(m_part, ignored);
}

void MbtilesWriter::close() noexcept
{
    sqlite3_finalize(std::exchange(m_insert, nullptr));
    sqlite3_close_v2(std::exchange(m_db, nullptr));
}

std::unexpected<Error> MbtilesWriter::failure(int code) const
{
    const ErrorCode kind = (code & 0xff) == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::Database;
    return fail(kind, sqlite3_errstr(code), m_part.string());
}

Result<void> MbtilesWriter::run(const char* sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return failure(code);
    return {};
}

Result<void> MbtilesWriter::writeMetadata(const TileMetadata& metadata)
{
    std::vector<std::pair<const char*, std::string>> rows{
        {"name", metadata.name},       {"format", formatName(metadata.format)},
        {"type", "baselayer"},         {"version", "1"},
        {"datum", metadata.datum},     {"attribution", metadata.attribution},
        {"minzoom", std::to_string(metadata.minZoom)}, {"maxzoom", std::to_string(metadata.maxZoom)},
        {"review_number", metadata.reviewNumber}};
    if (const auto& box = metadata.bounds) {
        rows.emplace_back("bounds", std::format("{:.7f},{:.7f},{:.7f},{:.7f}", box->southWest.lon(), box->southWest.lat(),
                                                box->northEast.lon(), box->northEast.lat()));
    }
    sqlite3_stmt* insert = nullptr;
    int code = sqlite3_prepare_v2(m_db, "INSERT INTO metadata VALUES (?1, ?2)", -1, &insert, nullptr);
    for (const auto& [name, value] : rows) {
        if (code != SQLITE_OK)
            break;
        sqlite3_bind_text(insert, 1, name, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, value.c_str(), static_cast<int>(value.size()), SQLITE_STATIC);
        code = sqlite3_step(insert);
        sqlite3_reset(insert);
        code = code == SQLITE_DONE ? SQLITE_OK : code;
    }
    sqlite3_finalize(insert);
    if (code != SQLITE_OK)
        return failure(code);
    return {};
}

Result<void> MbtilesWriter::add(int zoom, int x, int y, std::span<const std::byte> bytes)
{
    if (zoom < 0 || zoom > maxTileZoom || x < 0 || y < 0 || x >= (1 << zoom) || y >= (1 << zoom))
        return fail(ErrorCode::OutOfRange, "tile numbers are outside the scheme", std::format("{}/{}/{}", zoom, x, y));
    if (bytes.size() > maxTileBytes)
        return fail(ErrorCode::LimitExceeded, "a tile is larger than 2 MiB", std::format("{}/{}/{}", zoom, x, y));
    const std::scoped_lock lock(m_mutex);
    if (m_db == nullptr)
        return fail(ErrorCode::InvalidArgument, "the base map is already finished", m_file.string());
    sqlite3_bind_int(m_insert, 1, zoom);
    sqlite3_bind_int(m_insert, 2, x);
    sqlite3_bind_int(m_insert, 3, (1 << zoom) - 1 - y);
    sqlite3_bind_blob(m_insert, 4, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
    const int code = sqlite3_step(m_insert);
    sqlite3_reset(m_insert);
    sqlite3_clear_bindings(m_insert);
    if (code != SQLITE_DONE)
        return failure(code);
    return {};
}

Result<void> MbtilesWriter::finish()
{
    const std::scoped_lock lock(m_mutex);
    if (m_db == nullptr)
        return fail(ErrorCode::InvalidArgument, "the base map is already finished", m_file.string());
    if (auto done = run("COMMIT; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; UPDATE metadata SET value = value WHERE name = 'name'; COMMIT;"); !done)
        return done;
    close();
    std::error_code error;
    std::filesystem::rename(m_part, m_file, error);
    if (error)
        return fail(ErrorCode::FileNotWritable, error.message(), m_file.string());
    return {};
}

} // namespace griddesk
