// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/geojson.h"

#include <format>

using namespace griddesk;
using namespace griddesk::test;

namespace {

const std::string square = "[[120.5,31.2],[120.6,31.2],[120.6,31.3],[120.5,31.3],[120.5,31.2]]";

std::string feature(const std::string& type, const std::string& coordinates, const std::string& properties = "{\"name\":\"x\"}")
{
    return std::format(R"({{"type":"Feature","properties":{},"geometry":{{"type":"{}","coordinates":{}}}}})", properties, type, coordinates);
}

std::string collection(const std::vector<std::string>& features)
{
    std::string out = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i)
        out += (i > 0 ? "," : "") + features[i];
    return out + "]}";
}

Result<AreaCollection> read(const std::string& text, const AreaReadOptions& options = {})
{
    auto source = memoryByteSource(text, "areas.geojson");
    return readGeoJson(*source, options);
}

} // namespace

TEST(GeoJson, PolygonsAndMultiPolygonsWithTheirAttributes)
{
    const auto got = read(collection({feature("Polygon", "[" + square + "]",
                                              R"({"name":"枫津社区","n":7,"area":1.50,"none":null,"big":12345678901234567890,"m":{"a":[true]}})"),
                                      feature("MultiPolygon", "[[" + square + "],[" + square + "]]")}));
    ASSERT_TRUE(got) << got.error().detail;
    ASSERT_EQ(got->features.size(), 2U);
    const auto& first = got->features[0];
    EXPECT_EQ(*first.properties.at("name").text(), "枫津社区");
    EXPECT_EQ(*first.properties.at("n").integer(), 7);
    EXPECT_EQ(*first.properties.at("area").text(), "1.50");
    EXPECT_EQ(*first.properties.at("big").text(), "12345678901234567890");
    EXPECT_FALSE(first.properties.contains("none"));
    EXPECT_TRUE(*first.properties.at("m").find("a")->list()->front().boolean());
    ASSERT_EQ(first.polygons.size(), 1U);
    EXPECT_EQ(first.polygons[0].rings[0].size(), 5U);
    EXPECT_EQ(first.polygons[0].rings[0][1], (std::pair{120.6, 31.2}));
    EXPECT_EQ(got->features[1].polygons.size(), 2U);
}

TEST(GeoJson, MembersMayComeInAnyOrderAndHeightsAreDropped)
{
    const auto got = read(R"({"features":[{"geometry":{"coordinates":[[[1,2,9],[3,2,9],[3,4,9],[1,2,9]],[[1,2],[2,2],[2,3],[1,2]]],"type":"Polygon",
        "bbox":[1,2,3,4]},"id":42,"type":"Feature","bbox":[[1]]}],"other":{"features":[1]},"type":"FeatureCollection"})");
    ASSERT_TRUE(got) << got.error().detail;
    ASSERT_EQ(got->features.size(), 1U);
    EXPECT_EQ(got->features[0].id, "42");
    EXPECT_EQ(got->features[0].polygons[0].rings.size(), 2U);
}

TEST(GeoJson, BadFeaturesAreRejectedByNumberAndTheRestIsRead)
{
    struct Case {
        std::string feature;
        ErrorCode code;
    };
    const std::vector<Case> table{
        {feature("Polygon", "[[[120.5,31.2],[120.6,31.2],[120.6,31.3],[120.5,31.3]]]"), ErrorCode::GeometryInvalid}, // open
        {feature("Polygon", "[[[120.5,31.2],[120.6,31.2],[120.5,31.2]]]"), ErrorCode::GeometryInvalid},              // two corners
        {feature("Polygon", "[[[31.2,120.5],[31.2,120.6],[31.3,120.6],[31.2,120.5]]]"), ErrorCode::OutOfRange},      // swapped
        {feature("Polygon", "[[[507000,3455000],[508000,3455000],[508000,3456000],[507000,3455000]]]"), ErrorCode::OutOfRange},
        {feature("Polygon", "[[[1e300,2],[3,2],[3,4],[1e300,2]]]"), ErrorCode::OutOfRange},
        {feature("Polygon", "[[[\"1\",2],[3,2],[3,4],[1,2]]]"), ErrorCode::GeometryInvalid},
        {feature("Polygon", "[[[1],[3],[3],[1]]]"), ErrorCode::GeometryInvalid},
        {feature("Polygon", "[[1,2],[3,2],[3,4],[1,2]]"), ErrorCode::GeometryInvalid},
        {feature("MultiPolygon", "[" + square + "]"), ErrorCode::GeometryInvalid},
        {feature("Polygon", "[[[1,2],[[3,2]],[3,4],[1,2]]]"), ErrorCode::GeometryInvalid},
        {feature("Polygon", "[[[1,2],{\"x\":1},[3,4],[1,2]]]"), ErrorCode::GeometryInvalid},
        {feature("Polygon", "[]"), ErrorCode::MissingField},
        {feature("Polygon", "[[]]"), ErrorCode::MissingField},
        {feature("Point", "[120.5,31.2]"), ErrorCode::WrongType},
        {feature("LineString", "[[1,2],[3,4]]"), ErrorCode::WrongType},
        {R"({"type":"Feature","properties":{},"geometry":null})", ErrorCode::MissingField},
        {"7", ErrorCode::WrongType},
        {"[[1]]", ErrorCode::WrongType},
        {"\"text\"", ErrorCode::WrongType},
    };
    for (const auto& item : table) {
        const auto got = read(collection({feature("Polygon", "[" + square + "]"), item.feature, feature("Polygon", "[" + square + "]")}));
        ASSERT_TRUE(got) << item.feature << got.error().detail;
        EXPECT_EQ(got->rows, 3U) << item.feature;
        EXPECT_EQ(got->features.size(), 2U) << item.feature;
        ASSERT_EQ(got->rejects.size(), 1U) << item.feature;
        EXPECT_EQ(got->rejects[0].line, 2U);
        EXPECT_EQ(got->rejects[0].code, item.code) << item.feature << got->rejects[0].reason;
    }
}

TEST(GeoJson, FilesThatAreNoCollectionAreRefused)
{
    struct Case {
        std::string text;
        ErrorCode code;
    };
    const std::string good = collection({feature("Polygon", "[" + square + "]")});
    const std::vector<Case> table{
        {"", ErrorCode::FileDamaged},
        {"not json", ErrorCode::Syntax},
        {"{}", ErrorCode::WrongType},
        {"[]", ErrorCode::WrongType},
        {"7", ErrorCode::WrongType},
        {"\"FeatureCollection\"", ErrorCode::WrongType},
        {R"({"type":"Topology","features":[]})", ErrorCode::WrongType},
        {R"({"type":"FeatureCollection"})", ErrorCode::WrongType},
        {good.substr(0, good.size() / 2), ErrorCode::Syntax},
        {good + "x", ErrorCode::Syntax},
        {collection({feature("Polygon", "[[[NaN,2],[3,2],[3,4],[1,2]]]")}), ErrorCode::Syntax},
        {collection({feature("Polygon", "[[[1e999,2],[3,2],[3,4],[1,2]]]")}), ErrorCode::OutOfRange},
        {"{\"type\":\"\xB1\xE0\"}", ErrorCode::Encoding},
        {"\xFF\xFE{\0}\0", ErrorCode::Encoding},
        {R"({"type":"FeatureCollection","features":)" + std::string(100'000, '['), ErrorCode::LimitExceeded},
        {R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[]})",
         ErrorCode::Unsupported},
    };
    for (const auto& item : table) {
        const auto got = read(item.text);
        ASSERT_FALSE(got) << item.text.substr(0, 80);
        EXPECT_EQ(got.error().code, item.code) << item.text.substr(0, 80) << got.error().detail;
        EXPECT_TRUE(got.error().context.starts_with("areas.geojson")) << got.error().context;
    }
}

TEST(GeoJson, ByteOrderMarkAndGzipAreAccepted)
{
    const std::string good = collection({feature("Polygon", "[" + square + "]")});
    EXPECT_TRUE(read("\xEF\xBB\xBF" + good));
    EXPECT_TRUE(read(gzipped(good)));
    const std::string cut = gzipped(good);
    EXPECT_EQ(read(cut.substr(0, cut.size() - 9)).error().code, ErrorCode::FileDamaged);
}

TEST(GeoJson, EndsNearerThanANanodegreeAreJoined)
{
    const auto got = read(collection({feature("Polygon", "[[[120.5,31.2],[120.6,31.2],[120.6,31.3],[120.5000000001,31.2]]]")}));
    ASSERT_EQ(got->features.size(), 1U);
    const auto& ring = got->features[0].polygons[0].rings[0];
    EXPECT_EQ(ring.front(), ring.back());
}

TEST(GeoJson, ARingThatCrossesItselfIsReported)
{
    const auto got = read(collection({feature("Polygon", "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]"), feature("Polygon", "[" + square + "]")}));
    ASSERT_EQ(got->features.size(), 2U);
    ASSERT_EQ(got->warnings.size(), 1U);
    EXPECT_EQ(got->warnings[0].line, 1U);
    EXPECT_EQ(got->warnings[0].code, ErrorCode::GeometryInvalid);
}

TEST(GeoJson, SwappedAxesInRangeAreFoundByTheExpectedRegion)
{
    const AreaReadOptions boston{.expected = Extent{-72, 42, -70, 43}};
    const auto got = read(collection({feature("Polygon", "[[[42.3,-71.1],[42.4,-71.1],[42.4,-71.0],[42.3,-71.1]]]"),
                                      feature("Polygon", "[[[-71.1,42.3],[-71.1,42.4],[-71.0,42.4],[-71.1,42.3]]]")}),
                          boston);
    ASSERT_EQ(got->rejects.size(), 1U);
    EXPECT_NE(got->rejects[0].reason.find("swapped"), std::string::npos);
    EXPECT_EQ(got->features.size(), 1U);
}

TEST(GeoJson, LimitsOfFeaturesVerticesAndTexts)
{
    const std::string one = feature("Polygon", "[" + square + "]");
    EXPECT_EQ(read(collection({one, one, one}), {.maximumFeatures = 2}).error().code, ErrorCode::LimitExceeded);
    EXPECT_EQ(read(collection({one, one}), {.maximumVertices = 9}).error().code, ErrorCode::LimitExceeded);
    const auto got = read(collection({feature("Polygon", "[" + square + "]", "{\"a\":\"" + std::string(70'000, 'x') + "\",\"b\":1}")}));
    ASSERT_TRUE(got);
    EXPECT_EQ(got->features[0].properties.size(), 1U);
    EXPECT_EQ(got->warnings.size(), 1U);
}
