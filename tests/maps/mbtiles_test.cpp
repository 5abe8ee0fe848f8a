// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/mbtilesarchive.h"
#include "models/store/mbtileswriter.h"
#include "mapfixtures.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <sqlcipher/sqlite3.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace griddesk {
namespace {

class Mbtiles : public ::testing::Test {
protected:
    [[nodiscard]] std::filesystem::path file(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
    std::filesystem::path write(const char* name, std::string_view bytes) const
    {
        std::ofstream(file(name), std::ios::binary) << bytes;
        return file(name);
    }
    /// A file made by SQL alone.
    std::filesystem::path database(const char* name, const char* sql) const
    {
        sqlite3* db = nullptr;
        EXPECT_EQ(sqlite3_open(file(name).c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        sqlite3_close(db);
        return file(name);
    }
    static std::string bytesOf(const std::filesystem::path& path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    QTemporaryDir m_folder;
};

constexpr const char* tilesTable = "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);";

ErrorCode codeOf(const Result<std::unique_ptr<MbtilesArchive>>& result) { return result ? ErrorCode{} : result.error().code; }

TEST_F(Mbtiles, GivesTheSamePicturesAsThePmtilesFileItWasMadeFrom)
{
    const std::filesystem::path shared = std::filesystem::path(GRIDDESK_SHARED_DATA) / "tiles/stamen_toner_raster_z3.mbtiles";
    if (!std::filesystem::exists(shared))
        GTEST_SKIP() << "the shared data are not here";
    // Read from the PMTiles file of the same map by an independent reader: place, bytes, CRC-32.
    struct Expected {
        int z, x, y;
        std::size_t size;
        std::uint32_t crc;
    };
    constexpr std::array<Expected, 6> expected{{
        {0, 0, 0, 18404, 0xb0409d95U},
        {1, 1, 0, 15544, 0xcc63a594U},
        {2, 3, 1, 13672, 0x35985d30U},
        {3, 6, 3, 19487, 0x5a30f892U},
        {3, 0, 7, 6505, 0x8ce99e81U},
        {3, 4, 2, 24475, 0x6d9b24f3U},
    }};
    auto archive = MbtilesArchive::open(shared);
    ASSERT_TRUE(archive) << archive.error().detail;
    const TileMetadata& data = (*archive)->metadata();
    EXPECT_EQ(data.format, TileFormat::Png);
    EXPECT_EQ(data.minZoom, 0);
    EXPECT_EQ(data.maxZoom, 3);
    EXPECT_EQ(data.attribution.find('<'), std::string::npos);
    EXPECT_TRUE(data.reviewNumber.empty());
    for (const Expected& e : expected) {
        const auto tile = (*archive)->tile(e.z, e.x, e.y);
        ASSERT_TRUE(tile && *tile) << e.z << '/' << e.x << '/' << e.y;
        EXPECT_EQ((*tile)->size(), e.size);
        EXPECT_EQ(crc32(0, reinterpret_cast<const Bytef*>((*tile)->data()), static_cast<uInt>((*tile)->size())), e.crc);
    }
    int count = 0;
    for (int z = 0; z <= 3; ++z)
        for (int x = 0; x < (1 << z); ++x)
            for (int y = 0; y < (1 << z); ++y)
                count += (*archive)->tile(z, x, y).value().has_value();
    EXPECT_EQ(count, 85);
}

TEST_F(Mbtiles, RefusesVectorTilesWhoseMetadataLieAboutZooms)
{
    const std::filesystem::path shared = std::filesystem::path(GRIDDESK_SHARED_DATA) / "tiles/bostonbuildings.mbtiles";
    if (!std::filesystem::exists(shared))
        GTEST_SKIP() << "the shared data are not here";
    EXPECT_EQ(codeOf(MbtilesArchive::open(shared)), ErrorCode::Unsupported);
}

TEST_F(Mbtiles, ReadsBackWhatWasWritten)
{
    const MapBox bounds{GeoPoint::fromDegrees(121.46, 31.21).value(), GeoPoint::fromDegrees(121.49, 31.25).value()};
    const TileMetadata metadata{"示范街道", TileFormat::Png, 3, 4, bounds, "© OpenStreetMap contributors (ODbL)", "GS(2019)1822号", "cgcs2000"};
    const TileBytes png = testing::bytesOf(testing::pngOf(Qt::red));
    auto writer = MbtilesWriter::create(file("map.mbtiles"), metadata);
    ASSERT_TRUE(writer) << writer.error().detail;
    EXPECT_TRUE((*writer)->add(3, 6, 1, png));
    EXPECT_TRUE((*writer)->add(4, 12, 3, png));
    EXPECT_EQ((*writer)->add(4, 16, 3, png).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ((*writer)->add(4, 1, 3, TileBytes(maxTileBytes + 1)).error().code, ErrorCode::LimitExceeded);
    EXPECT_FALSE(std::filesystem::exists(file("map.mbtiles"))) << "the name is given at the end";
    ASSERT_TRUE((*writer)->finish());
    EXPECT_FALSE((*writer)->finish());

    auto archive = MbtilesArchive::open(file("map.mbtiles"));
    ASSERT_TRUE(archive) << archive.error().detail;
    const TileMetadata& read = (*archive)->metadata();
    EXPECT_EQ(read.name, metadata.name);
    EXPECT_EQ(read.attribution, metadata.attribution);
    EXPECT_EQ(read.reviewNumber, metadata.reviewNumber);
    EXPECT_EQ(read.datum, "cgcs2000");
    EXPECT_EQ(read.bounds, bounds);
    EXPECT_EQ(read.minZoom, 3);
    EXPECT_EQ(read.maxZoom, 4);
    EXPECT_EQ((*archive)->tile(3, 6, 1).value(), png);
    for (const auto& [z, x, y] : {std::tuple(3, 6, 6), {5, 6, 1}, {-1, 0, 0}, {3, 8, 1}, {3, -1, 1}, {30, 1, 1}})
        EXPECT_EQ((*archive)->tile(z, x, y).value(), std::nullopt) << z << '/' << x << '/' << y;
}

TEST_F(Mbtiles, LeavesNothingBehindWhenWritingIsGivenUp)
{
    {
        auto writer = MbtilesWriter::create(file("map.mbtiles"), {});
        ASSERT_TRUE(writer);
    }
    EXPECT_FALSE(std::filesystem::exists(file("map.mbtiles")));
    EXPECT_FALSE(std::filesystem::exists(file("map.mbtiles.part")));
    EXPECT_FALSE(MbtilesWriter::create(file("none/map.mbtiles"), {}));
}

TEST_F(Mbtiles, BelievesTheTilesAndNotTheMetadata)
{
    const std::string sql = std::string(tilesTable)
                            + "CREATE TABLE metadata (name TEXT, value TEXT);"
                              "INSERT INTO metadata VALUES ('minzoom','0'),('maxzoom','99'),('format','pbf'),('bounds','500,nan,here'),"
                              "('name',NULL),('attribution','<a href=\"x\">&copy; A &amp; B</a>');"
                              "INSERT INTO tiles VALUES (5, 3, 4, x'89504E470D0A1A0A00'),(7, 12, 16, x'89504E470D0A1A0A00');";
    auto archive = MbtilesArchive::open(database("wrong.mbtiles", sql.c_str()));
    ASSERT_TRUE(archive) << archive.error().detail;
    EXPECT_EQ((*archive)->metadata().minZoom, 5);
    EXPECT_EQ((*archive)->metadata().maxZoom, 7);
    EXPECT_EQ((*archive)->metadata().format, TileFormat::Png);
    EXPECT_EQ((*archive)->metadata().name, "wrong");
    EXPECT_EQ((*archive)->metadata().attribution, "© A & B");
    ASSERT_TRUE((*archive)->metadata().bounds) << "made from the tiles";
    EXPECT_NEAR((*archive)->metadata().bounds->southWest.lon(), 12.0 / 128 * 360 - 180, 1e-6);
}

TEST_F(Mbtiles, SaysWhatIsWrongWithABadFile)
{
    const auto sql = [&](const char* name, const std::string& text) { return database(name, text.c_str()); };
    const std::string tiles = tilesTable;
    const std::string big = tiles + "INSERT INTO tiles VALUES (1, 0, 0, zeroblob(9000000));";
    const auto good = sql("good.mbtiles", tiles + "INSERT INTO tiles VALUES (1,0,0,x'89504E470D0A1A0A');"
                                                 "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<2000) INSERT INTO tiles SELECT 12, i, i, randomblob(300) FROM n;");
    const std::string whole = bytesOf(good);
    struct Bad {
        const char* what;
        std::filesystem::path path;
        ErrorCode code;
    };
    const std::vector<Bad> table{
        {"missing", file("none"), ErrorCode::FileNotFound},
        {"a folder", file(""), ErrorCode::NotAFile},
        {"empty", write("empty", ""), ErrorCode::FileForeign},
        {"text", write("text", "zoom,x,y\n"), ErrorCode::FileForeign},
        {"PMTiles", write("pm", "PMTiles\x03..........................."), ErrorCode::FileForeign},
        {"only the first 16 bytes", write("head", std::string_view("SQLite format 3\0", 16)), ErrorCode::FileDamaged},
        {"cut in the middle", write("cut", std::string_view(whole).substr(0, whole.size() / 2)), ErrorCode::FileDamaged},
        {"some other database", sql("other", "CREATE TABLE cases (id);"), ErrorCode::FileForeign},
        {"no tile", sql("notile", tiles), ErrorCode::MissingField},
        {"vector", sql("vector", tiles + "INSERT INTO tiles VALUES (1,0,0,x'1F8B080000000000');"), ErrorCode::Unsupported},
        {"NULL picture", sql("null", tiles + "INSERT INTO tiles VALUES (1,0,0,NULL);"), ErrorCode::Unsupported},
        {"words as zooms", sql("words", tiles + "INSERT INTO tiles VALUES ('deep',0,0,x'00');"), ErrorCode::OutOfRange},
        {"zoom 99", sql("z99", tiles + "INSERT INTO tiles VALUES (99,0,0,x'00');"), ErrorCode::OutOfRange},
        {"negative zoom", sql("zneg", tiles + "INSERT INTO tiles VALUES (-1,0,0,x'00');"), ErrorCode::OutOfRange},
        {"a tile of 9 MB", sql("big", big), ErrorCode::LimitExceeded},
        {"a view that never ends",
         sql("endless", "CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n) SELECT i%9 AS zoom_level, i AS tile_column, i AS tile_row, x'00' AS tile_data FROM n;"),
         ErrorCode::LimitExceeded},
    };
    for (const Bad& bad : table) {
        const auto result = MbtilesArchive::open(bad.path);
        ASSERT_FALSE(result) << bad.what;
        EXPECT_EQ(result.error().code, bad.code) << bad.what << ": " << result.error().detail;
        EXPECT_FALSE(result.error().detail.empty()) << bad.what;
    }
    EXPECT_TRUE(MbtilesArchive::open(good));
}

TEST_F(Mbtiles, RefusesAnOversizeTileAndGivesTheOthers)
{
    const auto path = database("big.mbtiles", (std::string(tilesTable) + "INSERT INTO tiles VALUES (1,0,0,x'89504E470D0A1A0A'),(1,1,0,zeroblob(3000000));").c_str());
    auto archive = MbtilesArchive::open(path);
    ASSERT_TRUE(archive) << archive.error().detail;
    EXPECT_EQ((*archive)->tile(1, 1, 1).error().code, ErrorCode::LimitExceeded);
    EXPECT_TRUE((*archive)->tile(1, 0, 1).value());
}

TEST_F(Mbtiles, SurvivesEveryCutAndManyBitFlips)
{
    const auto good = database("good.mbtiles", (std::string(tilesTable) + "CREATE TABLE metadata(name,value); INSERT INTO metadata VALUES('name','x');"
                                                                          "INSERT INTO tiles VALUES (1,0,0,x'89504E470D0A1A0A');").c_str());
    const std::string whole = bytesOf(good);
    const auto look = [&](const std::string& bytes) {
        if (auto archive = MbtilesArchive::open(write("broken", bytes)))
            for (int x = 0; x < 2; ++x) {
                const auto tile = (*archive)->tile(1, x, 1);
                const std::size_t size = tile && *tile ? (*tile)->size() : 0;
                EXPECT_LE(size, whole.size()) << "a tile cannot be larger than its file";
            }
    };
    for (std::size_t cut = 0; cut < whole.size(); cut += 509)
        look(whole.substr(0, cut));
    for (std::size_t at = 16; at < whole.size(); at += 37) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x55);
        look(flipped);
    }
    EXPECT_FALSE(MbtilesArchive::open(write("broken", whole.substr(0, whole.size() / 2)))) << "half a file is not an archive";
    EXPECT_TRUE(MbtilesArchive::open(write("broken", whole)));
}

TEST_F(Mbtiles, MayBeReadByManyThreadsAtOnce)
{
    auto writer = MbtilesWriter::create(file("map.mbtiles"), {});
    ASSERT_TRUE(writer);
    const TileBytes png = testing::bytesOf(testing::pngOf(Qt::blue));
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (int i = 0; i < 64; ++i)
                    EXPECT_TRUE((*writer)->add(8, i, t, png));
            });
    }
    ASSERT_TRUE((*writer)->finish());
    auto archive = MbtilesArchive::open(file("map.mbtiles"));
    ASSERT_TRUE(archive);
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 64; ++i)
                EXPECT_EQ((*archive)->tile(8, i, t).value(), png);
        });
}

} // namespace
} // namespace griddesk
