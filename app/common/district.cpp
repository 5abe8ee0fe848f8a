// SPDX-License-Identifier: GPL-3.0-or-later
#include "district.h"

#include "areacheck.h"
#include "areaproperties.h"
#include "resources.h"

#include "models/core/areajoin.h"
#include "models/core/areatree.h"
#include "models/core/rulesreader.h"
#include "models/exchange/geojson.h"
#include "models/exchange/geopackage.h"
#include "models/exchange/jsonfile.h"
#include "models/exchange/osmxml.h"

#include <algorithm>
#include <array>
#include <format>
#include <fstream>
#include <map>
#include <set>

namespace griddesk {

namespace {

bool looksLikeSqlite(const std::filesystem::path& path)
{
    // A pipe would wait for somebody to write; openByteSource() says what is wrong with it.
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored))
        return false;
    std::ifstream file(path, std::ios::binary);
    std::array<char, 16> head{};
    return file.read(head.data(), head.size()) && std::string_view(head.data(), 15) == "SQLite format 3";
}

std::vector<NamedPlace> streetsOf(const std::vector<Road>& roads)
{
    std::map<std::string, std::vector<const Road*>> named;
    for (const auto& road : roads)
        if (!road.name.empty() && !road.points.empty())
            named[road.name].push_back(&road);
    std::vector<NamedPlace> streets;
    for (const auto& [name, ways] : named)
        for (std::size_t i = 0; i < ways.size(); i += std::max<std::size_t>(1, ways.size() / 6)) // a few points of a long street
            streets.push_back(NamedPlace{name, {}, ways[i]->points[ways[i]->points.size() / 2]});
    return streets;
}

/// Units, posts and one category to begin with for a district of which only the areas are known.
Value plainRules(const std::string& stream)
{
    Value rules;
    rules.set("format", "griddesk-rules-1");
    rules.set("stream", stream);
    rules.set("name", stream);
    rules.set("centre", "centre");
    const auto object = [](std::initializer_list<std::pair<const char*, Value>> members) {
        Value value;
        for (const auto& [name, member] : members)
            value.set(name, member);
        return value;
    };
    rules.set("units", Value::List{object({{"id", "centre"}, {"name", "Command centre"}, {"kind", "centre"}}),
                                   object({{"id", "services"}, {"name", "Field services"}, {"kind", "office"}, {"parent", "centre"}})});
    const auto post = [&](const char* id, const char* name, const char* unit, const char* role) {
        return object({{"id", id}, {"name", name}, {"unit", unit}, {"roles", Value::List{Value(role)}}});
    };
    rules.set("posts", Value::List{post("centre.op", "Operator", "centre", "operator"), post("centre.sl", "Shift leader", "centre", "shiftLeader"),
                                   post("centre.di", "Dispatcher", "centre", "dispatcher"), post("centre.rv", "Reviewer", "centre", "reviewer"),
                                   post("centre.im", "Import", "centre", "importer"), post("centre.sy", "System", "centre", "system"),
                                   post("services.ul", "Unit lead", "services", "unitLead"), post("services.ha", "Handler", "services", "handler")});
    Value::List accounts, tenures;
    for (const auto& [account, held] : std::initializer_list<std::pair<const char*, const char*>>{
             {"operator", "centre.op"}, {"leader", "centre.sl"}, {"dispatcher", "centre.di"}, {"reviewer", "centre.rv"},
             {"importer", "centre.im"}, {"system", "centre.sy"}, {"unitlead", "services.ul"}, {"handler", "services.ha"}}) {
        accounts.push_back(object({{"id", account}, {"name", account}}));
        tenures.push_back(object({{"account", account}, {"post", held}, {"from", "2000-01-01T00:00:00Z"}}));
    }
    rules.set("accounts", std::move(accounts));
    rules.set("tenures", std::move(tenures));
    rules.set("categories",
              Value::List{object({{"code", "other"},
                                  {"name", "Other"},
                                  {"standards", Value::List{object({{"id", "other-1"},
                                                                    {"filing", "Any matter of the district"},
                                                                    {"closing", "The matter is settled"},
                                                                    {"limits", Value::List{object({{"limit", "5wdb"}})}}})}}})});
    return rules;
}

} // namespace

Result<AreaProfile> AreaProfile::fromFile(const std::filesystem::path& path)
{
    auto value = readJsonFile(path);
    if (!value)
        return std::unexpected(value.error());
    AreaProfile profile;
    for (const auto& [name, into] : {std::pair{"code", &profile.code}, {"name", &profile.name}, {"level", &profile.level}, {"parent", &profile.parent}})
        *into = std::string(value->textOr(name, *into));
    if (value->has("fixedLevel")) {
        auto level = parseAreaLevel(value->textOr("fixedLevel"));
        if (!level)
            return std::unexpected(level.error());
        profile.fixedLevel = *level;
    }
    auto datum = parseDatum(value->textOr("datum", "wgs84"));
    if (!datum)
        return std::unexpected(datum.error());
    profile.datum = *datum;
    return profile;
}

Result<AreaImport> readAreaFile(const std::filesystem::path& path, const AreaProfile& given, const std::optional<AreaCode>& root)
{
    Result<AreaCollection> collection = [&]() -> Result<AreaCollection> {
        if (looksLikeSqlite(path))
            return readGeoPackage(path);
        auto source = openByteSource(path, ByteLimits{.maximumBytes = geoJsonBytes});
        if (!source)
            return std::unexpected(source.error());
        return readGeoJson(**source);
    }();
    if (!collection)
        return std::unexpected(collection.error());
    AreaImport result;
    result.report.rows = collection->rows;
    result.report.rejected = collection->rejected;
    result.report.rejects = collection->rejects;
    for (const auto& warning : collection->warnings)
        result.report.warn(warning.reason, warning.line);
    const AreaProfile profile = fittedTo(given, collection->features);
    Datum datum = profile.datum;
    if (!collection->datum.empty())
        if (auto stated = parseDatum(collection->datum))
            datum = *stated;
    const auto codeOf = [&](const AreaFeature& feature) {
        std::string text = propertyText(feature.properties, profile.code);
        if (text.empty())
            text = codeFromName(propertyText(feature.properties, profile.name));
        if (text.empty())
            text = !feature.id.empty() ? feature.id : "area-" + std::to_string(feature.number);
        return text;
    };
    // A file of nothing but districts is a file of the areas one works with.
    const bool codesTell = !profile.fixedLevel && std::ranges::any_of(collection->features, [&](const AreaFeature& feature) {
        const auto level = levelOfCode(codeOf(feature));
        return level && *level != AreaLevel::District;
    });
    for (const auto& feature : collection->features) {
        const std::string name = propertyText(feature.properties, profile.name);
        const std::string codeText = codeOf(feature);
        auto code = AreaCode::parse(codeText);
        if (!code) {
            result.report.reject(feature.number, Error{ErrorCode::Syntax, "the code of the area is no identifier", codeText});
            continue;
        }
        if (result.shapes.contains(*code)) {
            result.report.reject(feature.number, Error{ErrorCode::Duplicate, "an area with this code came before", codeText});
            continue;
        }
        AreaLevel level = profile.fixedLevel.value_or(AreaLevel::Community);
        if (codesTell)
            level = levelOfCode(codeText).value_or(level);
        if (const std::string stated = propertyText(feature.properties, profile.level); !stated.empty()) {
            auto parsed = parseAreaLevel(stated);
            if (!parsed) {
                result.report.reject(feature.number, Error{parsed.error().code, "level is cell, grid, community, subdistrict or district", stated});
                continue;
            }
            level = *parsed;
        }
        auto shape = shapeOf(feature, datum);
        if (!shape || shape->empty()) {
            result.report.reject(feature.number, shape ? Error{ErrorCode::GeometryInvalid, "the area has no surface", codeText} : shape.error());
            continue;
        }
        auto crossed = crossing(*shape);
        if (!crossed || *crossed) {
            result.report.reject(feature.number, crossed ? Error{ErrorCode::GeometryInvalid, std::format("the outline crosses itself near {:.5f}, {:.5f}", (*crossed)->lon(), (*crossed)->lat()), codeText}
                                                         : crossed.error());
            continue;
        }
        std::optional<AreaCode> parent = level == AreaLevel::District ? std::nullopt : root;
        if (const std::string stated = propertyText(feature.properties, profile.parent); !stated.empty())
            if (auto parsed = AreaCode::parse(stated))
                parent = *std::move(parsed);
        result.areas.push_back(Area{.code = *code,
                                    .level = level,
                                    .parent = parent,
                                    .name = name.empty() ? codeText : name,
                                    .fallbackUnit = {},
                                    .valid = {}});
        result.features.emplace(*code, feature.number);
        result.shapes.emplace(*std::move(code), *std::move(shape));
        ++result.report.imported;
    }
    return result;
}

Result<std::vector<Road>> readRoads(const std::filesystem::path& path)
{
    auto source = openByteSource(path);
    if (!source)
        return std::unexpected(source.error());
    std::vector<char> piece(64 * 1024);
    return readOsmRoads([&]() -> Result<std::string_view> {
        auto count = (*source)->read(piece);
        if (!count)
            return std::unexpected(count.error());
        return std::string_view(piece.data(), *count);
    });
}

DistrictExtras districtExtras(const std::string& name)
{
    if (name == "demo")
        return {{}, {}, resourcePath("demo/shanghai/cases.json"), resourcePath("demo/shanghai/shanghai_center_osmnx.osm.gz"),
                resourcePath("demo/shanghai/evidence")};
    if (name == "boston")
        return {resourcePath("demo/boston/boston_311_2011-07_2011-11.csv.gz"), resourcePath("profiles/boston311.json"), {}, {}, {}};
    return {};
}

Result<NewDistrict> loadDistrict(const std::string& nameOrFile, const AreaProfile& profile)
{
    NewDistrict district;
    std::filesystem::path rules, areas;
    if (nameOrFile == "demo") {
        rules = resourcePath("demo/shanghai/rules.json");
        areas = resourcePath("demo/shanghai/areas.geojson");
    } else if (nameOrFile == "boston") {
        rules = resourcePath("demo/boston/rules.json");
        areas = resourcePath("demo/boston/areas.geojson.gz");
    } else {
        std::error_code ignored;
        if (!std::filesystem::exists(nameOrFile, ignored))
            return fail(ErrorCode::FileNotFound, "--district is demo, boston or a file of rules or areas", nameOrFile);
        auto value = looksLikeSqlite(nameOrFile) ? Result<Value>(fail(ErrorCode::FileForeign, "")) : readJsonFile(nameOrFile);
        if (value && value->textOr("format").starts_with("griddesk-rules-"))
            rules = nameOrFile;
        else
            areas = nameOrFile;
    }
    if (!rules.empty()) {
        auto value = readJsonFile(rules);
        if (!value)
            return std::unexpected(value.error());
        district.rules = *std::move(value);
    } else {
        const std::string file = areas.filename().string();
        const std::string stem = codeFromName(file.substr(0, file.find('.', 1)));
        district.rules = plainRules(stem.empty() ? "district" : stem);
        // The national set, so that a district of which only the areas are known can begin work; "other" takes the rest.
        auto categories = readJsonFile(resourcePath("demo/shanghai/categories.json"));
        if (!categories)
            return std::unexpected(categories.error());
        if (const auto* standard = categories->list())
            if (auto* members = district.rules.object())
                if (auto* list = members->at("categories").list())
                    list->insert(list->end(), standard->begin(), standard->end());
        auto calendar = readJsonFile(resourcePath("calendars/cn.json"));
        if (!calendar)
            return std::unexpected(calendar.error());
        district.rules.set("calendar", calendar->textOr("id"));
        district.rules.set("calendars", Value::List{*std::move(calendar)});
    }
    if (!areas.empty()) {
        std::optional<AreaCode> root;
        if (rules.empty())
            root = AreaCode::literal("district");
        auto read = readAreaFile(areas, profile, root);
        if (!read)
            return std::unexpected(read.error());
        for (const auto& reject : read->report.rejects)
            district.warnings.push_back(std::format("left out: {} (number {}): {}", reject.value, reject.line, reject.reason));
        std::set<AreaCode> all;
        for (const auto& area : read->areas)
            all.insert(area.code);
        // The shipped districts are checked by their generators and their tests.
        if (rules.empty()) {
            auto doubts = checkAreas(read->areas, read->shapes, all, profile.mayOverlap);
            if (!doubts)
                return std::unexpected(doubts.error());
            for (auto& doubt : *doubts)
                district.warnings.push_back(std::move(doubt.sentence));
        }
        if (read->areas.empty())
            return fail(ErrorCode::MissingField, "no area of the file can be used", areas.string());
        if (root)
            read->areas.push_back(Area{.code = *root, .level = AreaLevel::District, .parent = {}, .name = "District",
                                       .fallbackUnit = UnitId::literal("services"), .valid = {}});
        auto joined = withAreas(std::move(district.rules), read->areas);
        if (!joined)
            return std::unexpected(joined.error());
        district.rules = *std::move(joined);
        district.shapes = std::move(read->shapes);
    }
    if (const auto extras = districtExtras(nameOrFile); !extras.roads.empty()) {
        auto roads = readRoads(extras.roads);
        if (!roads)
            return std::unexpected(roads.error());
        district.streets = streetsOf(*roads);
    }
    return district;
}

} // namespace griddesk
