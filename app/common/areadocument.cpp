// SPDX-License-Identifier: GPL-3.0-or-later
#include "areadocument.h"

#include "models/wire/canonicaljson.h"

namespace griddesk {

namespace {

constexpr std::string_view format = "griddesk-areas-1";
constexpr JsonLimits limits{.bytes = std::size_t{256} << 20, .depth = 8};

Value ringValue(const Ring& ring)
{
    Value::List numbers;
    numbers.reserve(ring.size() * 2);
    for (const auto& point : ring) {
        numbers.emplace_back(std::int64_t{point.lonE7});
        numbers.emplace_back(std::int64_t{point.latE7});
    }
    return numbers;
}

Result<Ring> readRing(const Value& value, const std::string& code)
{
    const auto* numbers = value.list();
    if (numbers == nullptr || numbers->size() % 2 != 0 || numbers->size() < 6)
        return fail(ErrorCode::WrongType, "a ring is a list of at least three pairs of coordinates", code);
    Ring ring;
    ring.reserve(numbers->size() / 2);
    for (std::size_t i = 0; i < numbers->size(); i += 2) {
        const auto* lon = (*numbers)[i].integer();
        const auto* lat = (*numbers)[i + 1].integer();
        if (lon == nullptr || lat == nullptr || *lon < -1'800'000'000 || *lon > 1'800'000'000 || *lat < -900'000'000 || *lat > 900'000'000)
            return fail(ErrorCode::OutOfRange, "a coordinate is not a 1e-7 degree on earth", code);
        ring.push_back(GeoPoint{static_cast<std::int32_t>(*lon), static_cast<std::int32_t>(*lat)});
    }
    return ring;
}

} // namespace

std::string writeAreaDocument(const AreaShapes& shapes)
{
    Value::Object areas;
    for (const auto& [code, shape] : shapes) {
        Value::List polygons;
        for (const auto& polygon : shape) {
            Value::List rings;
            rings.push_back(ringValue(polygon.outer));
            for (const auto& hole : polygon.holes)
                rings.push_back(ringValue(hole));
            polygons.emplace_back(std::move(rings));
        }
        areas.emplace(code.text(), std::move(polygons));
    }
    Value document;
    document.set("format", format);
    document.set("areas", std::move(areas));
    return toCanonical(document);
}

Result<AreaShapes> readAreaDocument(std::string_view bytes)
{
    auto document = fromCanonical(bytes, limits);
    if (!document)
        return std::unexpected(document.error());
    if (document->textOr("format") != format)
        return fail(ErrorCode::FileForeign, "not area geometry of this program", std::string(document->textOr("format")));
    const auto* areas = document->find("areas");
    if (areas == nullptr || areas->object() == nullptr)
        return fail(ErrorCode::MissingField, "the areas are missing", "areas");
    AreaShapes shapes;
    for (const auto& [name, value] : *areas->object()) {
        auto code = AreaCode::parse(name);
        if (!code)
            return std::unexpected(code.error());
        const auto* polygons = value.list();
        if (polygons == nullptr)
            return fail(ErrorCode::WrongType, "polygons are a list", name);
        MultiPolygon shape;
        for (const auto& rings : *polygons) {
            if (rings.list() == nullptr || rings.list()->empty())
                return fail(ErrorCode::WrongType, "a polygon is a list of rings", name);
            Polygon polygon;
            for (std::size_t i = 0; i < rings.list()->size(); ++i) {
                auto ring = readRing((*rings.list())[i], name);
                if (!ring)
                    return std::unexpected(ring.error());
                if (i == 0)
                    polygon.outer = *std::move(ring);
                else
                    polygon.holes.push_back(*std::move(ring));
            }
            shape.push_back(std::move(polygon));
        }
        shapes.emplace(*std::move(code), std::move(shape));
    }
    return shapes;
}

Result<MultiPolygon> shapeOf(const AreaFeature& feature, Datum datum)
{
    MultiPolygon shape;
    for (const auto& raw : feature.polygons) {
        Polygon polygon;
        for (std::size_t i = 0; i < raw.rings.size(); ++i) {
            Ring ring;
            ring.reserve(raw.rings[i].size());
            for (const auto& [lon, lat] : raw.rings[i]) {
                auto point = geoPointFrom(datum, lon, lat);
                if (!point)
                    return std::unexpected(point.error());
                ring.push_back(*point);
            }
            if (ring.size() > 1 && ring.front() == ring.back())
                ring.pop_back();
            if (ring.size() < 3)
                continue; // collapsed to less than a triangle at 1 cm
            if (i == 0)
                polygon.outer = std::move(ring);
            else
                polygon.holes.push_back(std::move(ring));
        }
        if (!polygon.outer.empty())
            shape.push_back(std::move(polygon));
    }
    return shape;
}

} // namespace griddesk
