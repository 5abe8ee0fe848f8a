// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exchange/osmxml.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

using namespace griddesk;

namespace {

/// Gives the text in pieces of the wanted size.
OsmChunkSource pieces(std::string text, std::size_t size)
{
    return [text = std::move(text), size, at = std::size_t{0}]() mutable -> Result<std::string_view> {
        const std::string_view piece = std::string_view(text).substr(std::min(at, text.size()), size);
        at += piece.size();
        return piece;
    };
}

Result<std::vector<Road>> read(std::string text, const OsmLimits& limits = {}) { return readOsmRoads(pieces(std::move(text), 4096), limits); }

const std::string kSmall = R"(<?xml version="1.0" encoding="utf-8"?>
<osm version="0.6"><bounds minlon="1"/>
<node id="1" lon="121.4700000" lat="31.2300000"/><node id="2" lon="121.4710000" lat="31.2300000"><tag k="highway" v="crossing"/></node>
<node id="3" lon="121.4720000" lat="31.2310000"/><node id="9" visible="false"/>
<way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="福州路 &amp; 侧"/></way>
<way id="11"><nd ref="2"/><nd ref="3"/><tag k="highway" v="trunk"/><tag k="bridge" v="viaduct"/><tag k="tunnel" v="no"/></way>
<way id="12"><nd ref="1"/><nd ref="3"/><tag k="building" v="yes"/></way>
<relation id="5"><member type="way" ref="10" role=""/><tag k="highway" v="primary"/></relation>
</osm>)";

TEST(OsmXml, RoadsKeepNameKindBridgeAndPoints)
{
    const auto roads = read(kSmall);
    ASSERT_TRUE(roads);
    ASSERT_EQ(roads->size(), 2u);
    EXPECT_EQ((*roads)[0].id, 10);
    EXPECT_EQ((*roads)[0].highway, "primary");
    EXPECT_EQ((*roads)[0].name, "福州路 & 侧");
    EXPECT_EQ((*roads)[0].points, (Polyline{{1214700000, 312300000}, {1214710000, 312300000}, {1214720000, 312310000}}));
    EXPECT_FALSE((*roads)[0].bridge);
    EXPECT_TRUE((*roads)[1].bridge);
    EXPECT_FALSE((*roads)[1].tunnel);
}

TEST(OsmXml, CutAtAnyByteTheAnswerIsTheSame)
{
    for (const std::size_t size : {1u, 2u, 3u, 7u, 64u}) {
        const auto roads = readOsmRoads(pieces(kSmall, size));
        ASSERT_TRUE(roads) << size;
        EXPECT_EQ(roads->size(), 2u);
        EXPECT_EQ(roads->front().name, "福州路 & 侧");
    }
}

TEST(OsmXml, AFileTornAnywhereIsAnErrorNeverACrash)
{
    for (std::size_t length = 0; length < kSmall.size(); ++length)
        EXPECT_FALSE(read(kSmall.substr(0, length))) << length;
}

TEST(OsmXml, NodesCutOffByTheExtractSplitTheRoad)
{
    const auto roads = read(R"(<osm><node id="1" lon="1" lat="1"/><node id="2" lon="2" lat="1"/><node id="3" lon="3" lat="1"/><node id="4" lon="4" lat="1"/>
<way id="1"><nd ref="1"/><nd ref="77"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><tag k="highway" v="x"/></way>
<way id="2"><nd ref="1"/><nd ref="77"/><tag k="highway" v="x"/></way></osm>)");
    ASSERT_TRUE(roads);
    ASSERT_EQ(roads->size(), 1u);
    EXPECT_EQ(roads->front().points.size(), 3u);
}

TEST(OsmXml, BadInputIsRefusedWithItsKind)
{
    const struct {
        const char* text;
        ErrorCode code;
    } table[] = {
        {"", ErrorCode::Syntax},
        {"no xml", ErrorCode::Syntax},
        {"<osm><node></osm>", ErrorCode::MissingField},
        {"<osm></osm><osm/>", ErrorCode::Syntax},
        {"<gpx/>", ErrorCode::FileForeign},
        {R"(<osm><node id="x" lon="1" lat="1"/></osm>)", ErrorCode::MissingField},
        {R"(<osm><node id="1" lon="1"/></osm>)", ErrorCode::MissingField},
        {R"(<osm><node id="1" lon="200" lat="1"/></osm>)", ErrorCode::OutOfRange},
        {R"(<osm><node id="1" lon="nan" lat="1"/></osm>)", ErrorCode::OutOfRange},
        {R"(<osm><node id="1" lon="1e" lat="1"/></osm>)", ErrorCode::MissingField},
        {R"(<osm><way/></osm>)", ErrorCode::MissingField},
        {R"(<osm><way id="1"><nd/></way></osm>)", ErrorCode::MissingField},
        {R"(<!DOCTYPE osm [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><osm>&b;</osm>)", ErrorCode::Unsupported},
        {"<osm>\xff\xfe</osm>", ErrorCode::Syntax},
    };
    for (const auto& row : table) {
        const auto roads = read(row.text);
        ASSERT_FALSE(roads) << row.text;
        EXPECT_EQ(roads.error().code, row.code) << row.text << ": " << roads.error().detail;
    }
}

TEST(OsmXml, EveryLimitRefuses)
{
    const auto code = [](const OsmLimits& limits, const std::string& text = kSmall) {
        const auto roads = read(text, limits);
        return roads ? ErrorCode{} : roads.error().code;
    };
    EXPECT_EQ(code({.bytes = 100}), ErrorCode::LimitExceeded);
    EXPECT_EQ(code({.nodes = 2}), ErrorCode::LimitExceeded);
    EXPECT_EQ(code({.ways = 2}), ErrorCode::LimitExceeded);
    EXPECT_EQ(code({.wayPoints = 6}), ErrorCode::LimitExceeded);
    EXPECT_EQ(code({.textBytes = 8}), ErrorCode::LimitExceeded);
    EXPECT_EQ(code({.depth = 2}), ErrorCode::LimitExceeded);
    EXPECT_EQ(code({}, "<osm>" + [] {
                  std::string deep;
                  for (int i = 0; i < 1000; ++i)
                      deep += "<a>";
                  return deep;
              }()),
              ErrorCode::LimitExceeded);
}

TEST(OsmXml, AnErrorOfTheSourceIsHandedOn)
{
    const auto roads = readOsmRoads([]() -> Result<std::string_view> { return fail(ErrorCode::Io, "torn", "x"); });
    EXPECT_EQ(roads.error().code, ErrorCode::Io);
}

} // namespace
