// SPDX-License-Identifier: GPL-3.0-or-later
#include "mbtilesarchive.h"

#include <sqlcipher/sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <numbers>
#include <string_view>

namespace griddesk {

namespace {

constexpr int maxMetadataRows = 256;
constexpr int maxMetadataValue = 4096;
/// One call may run this many thousand virtual machine steps; a hostile view would run for ever.
constexpr int maxStepThousands = 20'000;

class Statement {
public:
    Statement(sqlite3* db, const char* sql) { m_code = sqlite3_prepare_v2(db, sql, -1, &m_statement, nullptr); }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() { sqlite3_finalize(m_statement); }
    [[nodiscard]] int code() const noexcept { return m_code; }
    [[nodiscard]] int step() { return m_code == SQLITE_OK ? sqlite3_step(m_statement) : m_code; }
    [[nodiscard]] sqlite3_stmt* get() const noexcept { return m_statement; }

private:
    sqlite3_stmt* m_statement = nullptr;
    int m_code = SQLITE_OK;
};

/// Aborts the statement after a fixed amount of work; lives as long as one call.
class StepLimit {
public:
    explicit StepLimit(sqlite3* db) : m_db(db)
    {
        sqlite3_progress_handler(
            db, 1000, [](void* left) { return --*static_cast<int*>(left) < 0 ? 1 : 0; }, &m_left);
    }
    StepLimit(const StepLimit&) = delete;
    StepLimit& operator=(const StepLimit&) = delete;
    ~StepLimit() { sqlite3_progress_handler(m_db, 0, nullptr, nullptr); }

private:
    sqlite3* m_db;
    int m_left = maxStepThousands;
};

std::string columnText(sqlite3_stmt* statement, int column)
{
    const auto* text = sqlite3_column_text(statement, column);
    const int size = sqlite3_column_bytes(statement, column);
    if (text == nullptr || size <= 0)
        return {};
    std::string out(static_cast<std::size_t>(std::min(size, maxMetadataValue)), '\0');
    std::memcpy(out.data(), text, out.size());
    return out;
}

/// Attributions are often HTML; the map shows plain text.
std::string withoutMarkup(std::string_view text)
{
    std::string out;
    bool inTag = false;
    for (const char c : text) {
        if (c == '<')
            inTag = true;
        else if (c == '>' && inTag)
            inTag = false;
        else if (!inTag)
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> entities{
        {{"&copy;", "©"}, {"&lt;", "<"}, {"&amp;", "&"}}};
    for (const auto& [from, to] : entities)
        for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
            out.replace(at, from.size(), to);
    return out;
}

std::optional<MapBox> parseBounds(std::string_view text)
{
    std::array<double, 4> v{};
    for (std::size_t i = 0; i < v.size(); ++i) {
        while (text.starts_with(' '))
            text.remove_prefix(1);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v[i]);
        if (error != std::errc{})
            return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (i < 3 && !text.starts_with(','))
            return {};
        if (i < 3)
            text.remove_prefix(1);
    }
    const auto southWest = GeoPoint::fromDegrees(v[0], v[1]);
    const auto northEast = GeoPoint::fromDegrees(v[2], v[3]);
    if (!southWest || !northEast)
        return {};
    const MapBox box{*southWest, *northEast};
    return box.isValid() ? std::optional(box) : std::nullopt;
}

std::optional<TileFormat> formatOf(const unsigned char* bytes, int size)
{
    const std::string_view head(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(std::clamp(size, 0, 16)));
    if (head.starts_with("\x89PNG\r\n\x1a\n"))
        return TileFormat::Png;
    if (head.starts_with("\xff\xd8\xff"))
        return TileFormat::Jpeg;
    if (head.size() >= 12 && head.starts_with("RIFF") && head.substr(8, 4) == "WEBP")
        return TileFormat::Webp;
    return {};
}

/// A file name as the path of an SQLite URI.
std::string uriOf(const std::filesystem::path& file)
{
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string uri = "file:";
    std::error_code error; // a working folder that has gone leaves the name as it is
    const auto absolute = std::filesystem::absolute(file, error);
    for (const char c : (error ? file : absolute).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7f && c != '?' && c != '#' && c != '%')
            uri += c;
        else
            (uri += '%') += {hex[byte >> 4], hex[byte & 15]};
    }
    return uri + "?mode=ro&immutable=1";
}

/// Longitude and latitude of the north-west corner of a tile.
GeoPoint cornerOf(int zoom, double x, double y)
{
    const double n = std::ldexp(1.0, zoom);
    const double lat = std::atan(std::sinh(std::numbers::pi * (1.0 - 2.0 * y / n))) * 180.0 / std::numbers::pi;
    return GeoPoint::fromDegrees(std::clamp(x / n * 360.0 - 180.0, -180.0, 180.0), lat).value_or(GeoPoint{});
}

} // namespace

Result<std::unique_ptr<MbtilesArchive>> MbtilesArchive::open(const std::filesystem::path& file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::FileNotFound, "there is no such base map file", file.string());
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::NotAFile, "a base map is a file", file.string());
    std::array<char, 16> head{};
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::FileNotReadable, "the base map cannot be opened for reading", file.string());
    stream.read(head.data(), head.size());
    if (std::string_view(head.data(), head.size()) != std::string_view("SQLite format 3\0", 16))
        return fail(ErrorCode::FileForeign, "not an MBTiles file: it does not begin as an SQLite database", file.string());
    std::unique_ptr<MbtilesArchive> archive(new MbtilesArchive);
    if (auto done = archive->prepare(file); !done)
        return std::unexpected(std::move(done.error()));
    return archive;
}

MbtilesArchive::~MbtilesArchive()
{
    sqlite3_finalize(m_select);
    sqlite3_close_v2(m_db);
}

std::unexpected<Error> MbtilesArchive::failure(int code, const char* doing) const
{
    const std::string text = std::string(doing) + ": " + (m_db != nullptr ? sqlite3_errmsg(m_db) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_IOERR:
    case SQLITE_FORMAT: return fail(ErrorCode::FileDamaged, text, m_file);
    case SQLITE_TOOBIG: return fail(ErrorCode::LimitExceeded, text, m_file);
    case SQLITE_INTERRUPT: return fail(ErrorCode::LimitExceeded, std::string(doing) + ": the file asks for too much work", m_file);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return fail(ErrorCode::FileNotReadable, text, m_file);
    default: return fail(ErrorCode::Database, text, m_file);
    }
}

Result<void> MbtilesArchive::prepare(const std::filesystem::path& file)
{
    m_file = file.string();
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    if (const int code = sqlite3_open_v2(uriOf(file).c_str(), &m_db, flags, nullptr); code != SQLITE_OK)
        return failure(code, "open");
    sqlite3_limit(m_db, SQLITE_LIMIT_LENGTH, static_cast<int>(maxTileBytes) * 2);
    sqlite3_limit(m_db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    const StepLimit limit(m_db);

    const char* sql = "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1";
    if (const int code = sqlite3_prepare_v3(m_db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_select, nullptr); code != SQLITE_OK) {
        if ((code & 0xff) == SQLITE_ERROR)
            return fail(ErrorCode::FileForeign, "an SQLite database without the tiles of MBTiles", m_file);
        return failure(code, "read the schema");
    }
    return readZooms().and_then([this] { return readMetadata(); }).and_then([this] { return readFormat(); });
}

Result<void> MbtilesArchive::readZooms()
{
    // Two subqueries: each is one look at the index, together in one query they would be a full scan.
    Statement zooms(m_db, "SELECT (SELECT min(zoom_level) FROM tiles), (SELECT max(zoom_level) FROM tiles)");
    if (const int code = zooms.step(); code != SQLITE_ROW)
        return failure(code, "read the zoom levels");
    if (sqlite3_column_type(zooms.get(), 0) == SQLITE_NULL)
        return fail(ErrorCode::MissingField, "the base map holds no tile", m_file);
    const auto low = sqlite3_column_int64(zooms.get(), 0);
    const auto high = sqlite3_column_int64(zooms.get(), 1);
    if (sqlite3_column_type(zooms.get(), 0) != SQLITE_INTEGER || sqlite3_column_type(zooms.get(), 1) != SQLITE_INTEGER || low < 0
        || high > maxTileZoom)
        return fail(ErrorCode::OutOfRange, "zoom levels are whole numbers from 0 to 24", m_file);
    m_metadata.minZoom = static_cast<int>(low);
    m_metadata.maxZoom = static_cast<int>(high);
    return {};
}

Result<void> MbtilesArchive::readMetadata()
{
    Statement rows(m_db, "SELECT name, value FROM metadata");
    int code = rows.code();
    for (int n = 0; code == SQLITE_OK || code == SQLITE_ROW; ++n) {
        code = rows.step();
        if (code != SQLITE_ROW || n == maxMetadataRows)
            break;
        const std::string name = columnText(rows.get(), 0);
        std::string value = columnText(rows.get(), 1);
        if (name == "name")
            m_metadata.name = std::move(value);
        else if (name == "attribution")
            m_metadata.attribution = withoutMarkup(value);
        else if (name == "review_number")
            m_metadata.reviewNumber = withoutMarkup(value);
        else if (name == "datum" && (value == "cgcs2000" || value == "gcj02" || value == "bd09"))
            m_metadata.datum = std::move(value);
        else if (name == "bounds")
            m_metadata.bounds = parseBounds(value);
    }
    // A missing metadata table is common and harmless; a damaged one is not.
    if ((code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB || (code & 0xff) == SQLITE_INTERRUPT)
        return failure(code, "read the metadata");
    if (m_metadata.name.empty())
        m_metadata.name = std::filesystem::path(m_file).stem().string();
    if (m_metadata.bounds)
        return {};

    Statement extent(m_db, "SELECT min(tile_column), max(tile_column), min(tile_row), max(tile_row) FROM tiles WHERE zoom_level = ?1");
    if (extent.code() != SQLITE_OK)
        return failure(extent.code(), "read the extent");
    sqlite3_bind_int(extent.get(), 1, m_metadata.maxZoom);
    if (const int step = extent.step(); step != SQLITE_ROW)
        return failure(step, "read the extent");
    const double n = std::ldexp(1.0, m_metadata.maxZoom);
    const auto column = [&](int i) { return std::clamp(sqlite3_column_double(extent.get(), i), 0.0, n - 1); };
    const GeoPoint northWest = cornerOf(m_metadata.maxZoom, column(0), n - 1 - column(3));
    const GeoPoint southEast = cornerOf(m_metadata.maxZoom, column(1) + 1, n - column(2));
    m_metadata.bounds = MapBox{{northWest.lonE7, southEast.latE7}, {southEast.lonE7, northWest.latE7}};
    return {};
}

Result<void> MbtilesArchive::readFormat()
{
    Statement any(m_db, "SELECT tile_data FROM tiles LIMIT 1");
    if (const int code = any.step(); code != SQLITE_ROW)
        return failure(code, "read a first tile");
    const auto format = formatOf(static_cast<const unsigned char*>(sqlite3_column_blob(any.get(), 0)),
                                 sqlite3_column_bytes(any.get(), 0));
    if (!format)
        return fail(ErrorCode::Unsupported, "tiles are PNG, JPEG or WebP pictures; these are something else (vector tiles?)", m_file);
    m_metadata.format = *format;
    return {};
}

Result<std::optional<TileBytes>> MbtilesArchive::tile(int zoom, int x, int y)
{
    if (zoom < m_metadata.minZoom || zoom > m_metadata.maxZoom)
        return std::nullopt;
    const std::int64_t n = std::int64_t{1} << zoom;
    if (x < 0 || y < 0 || x >= n || y >= n)
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    const StepLimit limit(m_db);
    sqlite3_reset(m_select);
    sqlite3_bind_int(m_select, 1, zoom);
    sqlite3_bind_int64(m_select, 2, x);
    sqlite3_bind_int64(m_select, 3, n - 1 - y); // MBTiles counts rows from the south
    const int code = sqlite3_step(m_select);
    Result<std::optional<TileBytes>> result = std::nullopt;
    if (code == SQLITE_ROW) {
        const auto size = static_cast<std::size_t>(std::max(0, sqlite3_column_bytes(m_select, 0)));
        if (size > maxTileBytes) {
            result = fail(ErrorCode::LimitExceeded, "a tile is larger than 2 MiB", m_file);
        } else if (const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(m_select, 0)); bytes != nullptr && size > 0) {
            result = TileBytes(bytes, bytes + size);
        }
    } else if (code != SQLITE_DONE) {
        result = failure(code, "read a tile");
    }
    sqlite3_reset(m_select);
    return result;
}

} // namespace griddesk
