// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/geopackage.h"

#include <bit>
#include <cstring>
#include <sqlcipher/sqlite3.h>
#include <sys/stat.h>

using namespace griddesk;
using namespace griddesk::test;

namespace {

template <typename T>
void put(std::string& out, T value, bool big)
{
    char bytes[sizeof(T)];
    if (big != (std::endian::native == std::endian::big))
        value = std::byteswap(value);
    std::memcpy(bytes, &value, sizeof(T));
    out.append(bytes, sizeof(T));
}

struct Form {
    bool big = false;
    unsigned envelope = 0;
    std::uint32_t typeOffset = 0; ///< 1000 Z, 2000 M, 3000 ZM
    bool multi = false;
};

std::string wkbPolygon(const Form& form)
{
    std::string out(1, form.big ? '\0' : '\1');
    put<std::uint32_t>(out, 3 + form.typeOffset, form.big);
    put<std::uint32_t>(out, 1, form.big);
    put<std::uint32_t>(out, 5, form.big);
    for (const auto& [x, y] : {std::pair{120.5, 31.2}, {120.6, 31.2}, {120.6, 31.3}, {120.5, 31.3}, {120.5, 31.2}}) {
        put(out, std::bit_cast<std::uint64_t>(x), form.big);
        put(out, std::bit_cast<std::uint64_t>(y), form.big);
        for (std::uint32_t extra = form.typeOffset == 3000 ? 2 : form.typeOffset > 0 ? 1 : 0; extra > 0; --extra)
            put(out, std::bit_cast<std::uint64_t>(7.0), form.big);
    }
    return out;
}

std::string blob(const Form& form)
{
    std::string out("GP\0", 3);
    out.push_back(static_cast<char>(form.envelope << 1U | 1U));
    put<std::uint32_t>(out, 4326, false);
    constexpr std::size_t envelopeBytes[] = {0, 32, 48, 48, 64};
    out.append(envelopeBytes[form.envelope], '\0');
    if (form.multi) {
        out.push_back(form.big ? '\0' : '\1');
        put<std::uint32_t>(out, 6 + form.typeOffset, form.big);
        put<std::uint32_t>(out, 2, form.big);
        out += wkbPolygon(form);
    }
    return out + wkbPolygon(form);
}

class Builder {
public:
    explicit Builder(const std::filesystem::path& path, std::string_view srs = "4326")
    {
        sqlite3_open(path.c_str(), &m_database);
        run("CREATE TABLE gpkg_spatial_ref_sys(srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER,"
            " definition TEXT, description TEXT)");
        run("INSERT INTO gpkg_spatial_ref_sys VALUES('WGS 84',4326,'EPSG',4326,'',''),('CGCS2000',4490,'epsg',4490,'',''),"
            "('CGCS2000 / 3-degree GK zone 40',4528,'EPSG',4528,'','')");
        run("CREATE TABLE gpkg_contents(table_name TEXT, data_type TEXT)");
        run("CREATE TABLE gpkg_geometry_columns(table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER)");
        layer("areas \"odd\" name", "MULTIPOLYGON", srs);
    }
    ~Builder() { sqlite3_close(m_database); }
    Builder(const Builder&) = delete;
    Builder& operator=(const Builder&) = delete;

    void run(const std::string& sql) { ASSERT_EQ(sqlite3_exec(m_database, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql; }
    void layer(const std::string& name, const std::string& type, std::string_view srs)
    {
        std::string quotedName;
        for (const char c : name)
            quotedName.append(c == '"' ? 2 : 1, c);
        run("CREATE TABLE \"" + quotedName + "\"(fid INTEGER PRIMARY KEY, geom BLOB, 名称 TEXT, area REAL, n INTEGER, photo BLOB)");
        run("INSERT INTO gpkg_contents VALUES('" + name + "','features')");
        run("INSERT INTO gpkg_geometry_columns VALUES('" + name + "','geom','" + type + "'," + std::string(srs) + ",0,0)");
    }
    void add(const std::string& geometry, const std::string& table = "areas \"\"odd\"\" name")
    {
        sqlite3_stmt* statement = nullptr;
        const std::string sql = "INSERT INTO \"" + table + "\"(geom, 名称, area, n, photo) VALUES(?1, '枫津', 1.5, 7, x'00')";
        ASSERT_EQ(sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr), SQLITE_OK);
        if (!geometry.empty())
            sqlite3_bind_blob(statement, 1, geometry.data(), static_cast<int>(geometry.size()), nullptr);
        EXPECT_EQ(sqlite3_step(statement), SQLITE_DONE);
        sqlite3_finalize(statement);
    }

private:
    sqlite3* m_database = nullptr;
};

} // namespace

TEST(GeoPackage, PolygonsInEveryByteOrderDimensionAndEnvelope)
{
    const TempFolder folder;
    std::size_t count = 0;
    {
        Builder builder(folder / "a b%?.gpkg");
        for (const bool big : {false, true})
            for (const unsigned envelope : {0U, 1U, 2U, 3U, 4U})
                for (const std::uint32_t offset : {0U, 1000U, 2000U, 3000U})
                    for (const bool multi : {false, true}) {
                        builder.add(blob({big, envelope, offset, multi}));
                        ++count;
                    }
    }
    const auto got = readGeoPackage(folder / "a b%?.gpkg");
    ASSERT_TRUE(got) << got.error().detail;
    EXPECT_EQ(got->datum, "wgs84");
    ASSERT_EQ(got->features.size(), count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto& feature = got->features[i];
        ASSERT_EQ(feature.polygons.size(), i % 2 == 0 ? 1U : 2U);
        for (const auto& polygon : feature.polygons)
            EXPECT_EQ(polygon.rings[0][1], (std::pair{120.6, 31.2}));
    }
    const auto& first = got->features[0];
    EXPECT_EQ(first.id, "1");
    EXPECT_EQ(first.layer, "areas \"odd\" name");
    EXPECT_EQ(*first.properties.at("名称").text(), "枫津");
    EXPECT_EQ(*first.properties.at("area").text(), "1.5");
    EXPECT_EQ(*first.properties.at("n").integer(), 7);
    EXPECT_FALSE(first.properties.contains("photo"));
}

TEST(GeoPackage, OnlyTheTwoGeographicSystemsAreRead)
{
    const TempFolder folder;
    { Builder(folder / "china.gpkg", "4490").add(blob({})); }
    EXPECT_EQ(readGeoPackage(folder / "china.gpkg")->datum, "cgcs2000");
    { Builder(folder / "plane.gpkg", "4528").add(blob({})); }
    const auto plane = readGeoPackage(folder / "plane.gpkg");
    ASSERT_FALSE(plane);
    EXPECT_EQ(plane.error().code, ErrorCode::Unsupported);
    EXPECT_NE(plane.error().detail.find("EPSG:4528"), std::string::npos);
    { Builder(folder / "unknown.gpkg", "99").add(blob({})); }
    EXPECT_EQ(readGeoPackage(folder / "unknown.gpkg").error().code, ErrorCode::Unsupported);
}

TEST(GeoPackage, BadGeometriesAreRejectedAndTheRestIsRead)
{
    const std::string good = blob({});
    std::string point = good, extended = good, empty = good, huge = good, order = good, kind = good;
    point[9] = 1;
    extended[3] = static_cast<char>(0x21);
    empty[3] = static_cast<char>(0x11);
    std::memset(huge.data() + 17, 0x7F, 4); // number of points
    order[8] = 9;
    std::memset(kind.data() + 9, 0xEE, 4);
    std::vector<std::string> bad{"", "GP", "XXxxxxxxxxxx", point, extended, empty, huge, order, kind};
    for (std::size_t length = 1; length < good.size(); length += 3)
        bad.push_back(good.substr(0, length));
    const TempFolder folder;
    {
        Builder builder(folder / "bad.gpkg");
        for (const auto& geometry : bad)
            builder.add(geometry);
        builder.add(good);
    }
    const auto got = readGeoPackage(folder / "bad.gpkg");
    ASSERT_TRUE(got) << got.error().detail;
    EXPECT_EQ(got->features.size(), 1U);
    EXPECT_EQ(got->rejected, bad.size());
    EXPECT_EQ(got->rows, bad.size() + 1);
}

TEST(GeoPackage, LayersAreChosenByName)
{
    const TempFolder folder;
    {
        Builder builder(folder / "l.gpkg");
        builder.add(blob({}));
        builder.layer("second", "POLYGON", "4326");
        builder.add(blob({}), "second");
        builder.layer("points", "POINT", "4326");
    }
    EXPECT_EQ(readGeoPackage(folder / "l.gpkg")->features.size(), 2U);
    EXPECT_EQ(readGeoPackage(folder / "l.gpkg", {.layer = "second"})->features.size(), 1U);
    EXPECT_EQ(readGeoPackage(folder / "l.gpkg", {.layer = "third"}).error().code, ErrorCode::UnknownReference);
    EXPECT_EQ(readGeoPackage(folder / "l.gpkg", {.layer = "points"}).error().code, ErrorCode::MissingField);
}

TEST(GeoPackage, OtherFilesAreForeignAndCutOnesDamaged)
{
    const TempFolder folder;
    EXPECT_EQ(readGeoPackage(folder / "none.gpkg").error().code, ErrorCode::FileNotFound);
    EXPECT_EQ(readGeoPackage(folder.path()).error().code, ErrorCode::NotAFile);
    EXPECT_EQ(readGeoPackage(folder.write("empty.gpkg", "")).error().code, ErrorCode::FileDamaged);
    EXPECT_EQ(readGeoPackage(folder.write("text.gpkg", std::string(5000, 'x'))).error().code, ErrorCode::FileForeign);
    {
        sqlite3* database = nullptr;
        sqlite3_open((folder / "plain.db").c_str(), &database);
        sqlite3_exec(database, "CREATE TABLE t(a)", nullptr, nullptr, nullptr);
        sqlite3_close(database);
    }
    EXPECT_EQ(readGeoPackage(folder / "plain.db").error().code, ErrorCode::FileForeign);
    {
        Builder builder(folder / "good.gpkg");
        for (int i = 0; i < 200; ++i)
            builder.add(blob({}));
    }
    std::ifstream in(folder / "good.gpkg", std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    ASSERT_GT(bytes.size(), 8192U);
    for (const std::size_t length : {std::size_t{50}, std::size_t{4096}, bytes.size() - 4096, bytes.size() - 1})
        EXPECT_EQ(readGeoPackage(folder.write("cut.gpkg", bytes.substr(0, length))).error().code, ErrorCode::FileDamaged) << length;
    std::string broken = bytes;
    std::memset(broken.data() + 100, 0xFF, 3000);
    EXPECT_EQ(readGeoPackage(folder.write("broken.gpkg", broken)).error().code, ErrorCode::FileDamaged);
}

TEST(GeoPackage, AHostileViewIsStopped)
{
    const TempFolder folder;
    {
        Builder builder(folder / "view.gpkg");
        builder.run("DROP TABLE \"areas \"\"odd\"\" name\"");
        builder.run("CREATE VIEW \"areas \"\"odd\"\" name\" AS WITH RECURSIVE c(fid) AS (SELECT 1 UNION ALL SELECT fid+1 FROM c) "
                    "SELECT fid, NULL AS geom FROM c");
    }
    EXPECT_EQ(readGeoPackage(folder / "view.gpkg", {.maximumFeatures = 1000}).error().code, ErrorCode::LimitExceeded);
}

TEST(GeoPackage, NothingIsWrittenBesideTheFile)
{
    const TempFolder folder;
    { Builder(folder / "ro.gpkg").add(blob({})); }
    ASSERT_TRUE(readGeoPackage(folder / "ro.gpkg"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}
