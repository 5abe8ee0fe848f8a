// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojson.h"

#include "jsonevents.h"
#include "utf8.h"
#include "valuebuilder.h"

#include <vector>

namespace griddesk {
namespace {

/// Collects nested coordinate arrays without knowing yet whether they are a Polygon or a MultiPolygon: the type may come
/// after them. Positions stand at depth 3 in the one and at depth 4 in the other.
struct CoordinateCollector {
    std::vector<RawPolygon> polygons;
    std::vector<std::pair<double, double>> ring;
    RawPolygon polygon;
    std::size_t depth = 0;
    std::size_t positionDepth = 0;
    std::size_t numbers = 0;
    double x = 0.0;
    double y = 0.0;
    std::string fault;

    void number(double value)
    {
        if (positionDepth == 0)
            positionDepth = depth;
        if (depth != positionDepth || depth < 3 || depth > 4) {
            fault = "coordinates are not nested like those of a polygon";
            return;
        }
        (numbers == 0 ? x : y) = numbers < 2 ? value : y;
        ++numbers;
    }
    void close()
    {
        if (depth == positionDepth) {
            if (numbers < 2)
                fault = "a position has fewer than two numbers";
            ring.emplace_back(x, y);
            numbers = 0;
        } else if (depth + 1 == positionDepth) {
            polygon.rings.push_back(std::move(ring));
            ring = {};
        } else if (depth + 2 == positionDepth) {
            polygons.push_back(std::move(polygon));
            polygon = {};
        }
        --depth;
    }
};

class GeoJsonHandler final : public JsonHandler {
public:
    explicit GeoJsonHandler(const AreaReadOptions& options) : m_options(options) {}

    bool null() override { return top() != In::Properties || m_builder.null(); }
    bool boolean(bool value) override { return top() != In::Properties || m_builder.boolean(value); }
    bool number_integer(number_integer_t value) override
    {
        return number(static_cast<double>(value), [&] { return m_builder.integer(value); }, std::to_string(value));
    }
    bool number_unsigned(number_unsigned_t value) override
    {
        return number(static_cast<double>(value), [&] { return m_builder.unsignedInteger(value); }, std::to_string(value));
    }
    bool number_float(number_float_t value, const string_t& text) override
    {
        return number(value, [&] { return m_builder.fraction(value, text); }, text);
    }
    bool string(string_t& value) override
    {
        switch (top()) {
        case In::Properties: return m_builder.text(std::move(value));
        case In::Root:
            if (m_key == "type")
                m_type = value;
            return true;
        case In::Feature:
            if (m_key == "id")
                m_feature.id = printable(value, 256);
            return true;
        case In::Geometry:
            if (m_key == "type")
                m_geometryType = value;
            return true;
        case In::Coordinates: m_coordinates.fault = "a coordinate is text, not a number"; return true;
        case In::Features: return loose();
        case In::CrsProperties: return m_key != "name" || referenceSystem(value);
        case In::Nothing: return wrongDocument();
        default: return true;
        }
    }
    bool start_object(std::size_t) override
    {
        if (tooDeep())
            return false;
        switch (top()) {
        case In::Nothing: return push(In::Root);
        case In::Root: return push(m_key == "crs" ? In::Crs : In::Skip);
        case In::Features: return beginFeature();
        case In::Feature:
            if (m_key == "properties")
                return m_builder.startObject() && push(In::Properties);
            return push(m_key == "geometry" ? In::Geometry : In::Skip);
        case In::Crs: return push(m_key == "properties" ? In::CrsProperties : In::Skip);
        case In::Properties: return m_builder.startObject() && push(In::Properties);
        case In::Coordinates: m_coordinates.fault = "an object stands among the coordinates"; return push(In::Skip);
        default: return push(In::Skip);
        }
    }
    bool start_array(std::size_t) override
    {
        if (tooDeep())
            return false;
        switch (top()) {
        case In::Nothing: return wrongDocument();
        case In::Root: return push(m_key == "features" ? In::Features : In::Skip);
        case In::Features: return loose() && push(In::Skip);
        case In::Geometry:
            if (m_key != "coordinates")
                return push(In::Skip);
            m_coordinates = {};
            m_coordinates.depth = 1;
            return push(In::Coordinates);
        case In::Coordinates: ++m_coordinates.depth; return push(In::Coordinates);
        case In::Properties: return m_builder.startList() && push(In::Properties);
        default: return push(In::Skip);
        }
    }
    bool key(string_t& name) override
    {
        if (top() == In::Properties)
            return m_builder.key(std::move(name));
        m_key = std::move(name);
        return true;
    }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }

    Result<AreaCollection> take()
    {
        if (m_type != "FeatureCollection" || !m_sawFeatures)
            return fail(ErrorCode::WrongType, "this is not a GeoJSON FeatureCollection", printable(m_type, 60));
        if (m_builder.droppedTexts() > 0 && m_collection.warnings.size() < importRejectsKept)
            m_collection.warnings.push_back({0, ErrorCode::LimitExceeded, "attribute texts over 64 KiB were left out",
                                             std::to_string(m_builder.droppedTexts())});
        return std::move(m_collection);
    }

private:
    enum class In { Nothing, Root, Features, Feature, Geometry, Coordinates, Properties, Crs, CrsProperties, Skip };

    [[nodiscard]] In top() const noexcept { return m_stack.empty() ? In::Nothing : m_stack.back(); }
    bool push(In where)
    {
        m_sawFeatures = m_sawFeatures || where == In::Features;
        m_stack.push_back(where);
        return true;
    }
    bool tooDeep()
    {
        if (m_stack.size() < geoJsonDepth)
            return false;
        refuse(ErrorCode::LimitExceeded, std::format("nested deeper than {}", geoJsonDepth));
        return true;
    }
    bool wrongDocument() { return refuse(ErrorCode::WrongType, "this is not a GeoJSON FeatureCollection"); }
    bool loose()
    {
        rejectArea(m_collection, ++m_number, Error{ErrorCode::WrongType, "something that is no feature stands among the features", {}});
        return withinFeatures();
    }
    bool withinFeatures()
    {
        return m_number <= m_options.maximumFeatures
            || refuse(ErrorCode::LimitExceeded, std::format("more than {} features", m_options.maximumFeatures));
    }
    bool beginFeature()
    {
        m_feature = {};
        m_feature.number = ++m_number;
        m_geometryType.clear();
        m_coordinates = {};
        return withinFeatures() && push(In::Feature);
    }

    template <typename Build>
    bool number(double value, Build&& build, const std::string& text)
    {
        switch (top()) {
        case In::Properties: return build();
        case In::Coordinates:
            m_coordinates.number(value);
            return true;
        case In::Feature:
            if (m_key == "id")
                m_feature.id = printable(text, 256);
            return true;
        case In::Features: return loose();
        case In::Nothing: return wrongDocument();
        default: return true;
        }
    }

    bool end()
    {
        const In where = top();
        m_stack.pop_back();
        if (where == In::Properties) {
            if (!m_builder.endContainer())
                return refuse(ErrorCode::LimitExceeded, "too many attributes");
            if (m_builder.complete()) {
                Value value = m_builder.take();
                if (auto* object = value.object())
                    m_feature.properties = std::move(*object);
            }
        } else if (where == In::Coordinates) {
            if (m_coordinates.depth == m_coordinates.positionDepth && ++m_vertices > m_options.maximumVertices)
                return refuse(ErrorCode::LimitExceeded, std::format("more than {} vertices", m_options.maximumVertices));
            m_coordinates.close();
        } else if (where == In::Feature) {
            finishFeature();
        }
        return true;
    }

    void finishFeature()
    {
        const auto bad = [&](ErrorCode code, std::string detail) {
            rejectArea(m_collection, m_number, Error{code, std::move(detail), printable(m_geometryType, 60)});
        };
        if (m_geometryType.empty())
            return bad(ErrorCode::MissingField, "the feature has no geometry");
        if (m_geometryType != "Polygon" && m_geometryType != "MultiPolygon")
            return bad(ErrorCode::WrongType, "an area is a Polygon or MultiPolygon");
        if (!m_coordinates.fault.empty())
            return bad(ErrorCode::GeometryInvalid, m_coordinates.fault);
        if (m_coordinates.positionDepth != 0 && m_coordinates.positionDepth != (m_geometryType == "Polygon" ? 3U : 4U))
            return bad(ErrorCode::GeometryInvalid, "coordinates are not nested as the geometry type says");
        m_feature.polygons = std::move(m_coordinates.polygons);
        addArea(m_collection, std::move(m_feature), m_options);
    }

    bool referenceSystem(const std::string& name)
    {
        if (name.ends_with("CRS84") || name.ends_with(":4326"))
            m_collection.datum = "wgs84";
        else if (name.ends_with(":4490"))
            m_collection.datum = "cgcs2000";
        else
            return refuse(ErrorCode::Unsupported, "only EPSG:4326 (CRS84) and EPSG:4490 are read; this file is in another reference system",
                          printable(name, 80));
        return true;
    }

    const AreaReadOptions& m_options;
    AreaCollection m_collection;
    AreaFeature m_feature;
    CoordinateCollector m_coordinates;
    ValueBuilder m_builder{{.lenient = true, .maximumText = 64 * 1024, .maximumNodes = 1'000'000}};
    std::vector<In> m_stack;
    std::string m_key;
    std::string m_type;
    std::string m_geometryType;
    std::uint64_t m_number = 0;
    std::size_t m_vertices = 0;
    bool m_sawFeatures = false;
};

} // namespace

Result<AreaCollection> readGeoJson(ByteSource& source, const AreaReadOptions& options)
{
    GeoJsonHandler handler(options);
    if (auto done = readJsonEvents(source, handler); !done)
        return std::unexpected(done.error());
    auto collection = handler.take();
    if (!collection)
        collection.error().context = source.name() + (collection.error().context.empty() ? "" : ": " + collection.error().context);
    return collection;
}

} // namespace griddesk
