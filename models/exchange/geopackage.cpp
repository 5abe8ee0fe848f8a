// SPDX-License-Identifier: GPL-3.0-or-later
#include "geopackage.h"

#include "bytesource.h"
#include "gpkgeometry.h"
#include "sqlitefile.h"
#include "utf8.h"

#include <algorithm>
#include <cctype>
#include <format>

namespace griddesk {
namespace {

struct Layer {
    std::string table;
    std::string column;
    std::string type;
    std::int64_t srs = 0;
};

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

bool mayHoldPolygons(const std::string& type)
{
    return type == "POLYGON" || type == "MULTIPOLYGON" || type == "GEOMETRY" || type == "GEOMETRYCOLLECTION" || type == "SURFACE";
}

std::string sqlName(std::string_view identifier)
{
    std::string out = "\"";
    for (const char c : identifier)
        out.append(c == '"' ? 2 : 1, c);
    return out + '"';
}

Result<std::vector<Layer>> findLayers(SqliteFile& file, const AreaReadOptions& options)
{
    auto statement = file.prepare("SELECT g.table_name, g.column_name, g.geometry_type_name, g.srs_id FROM gpkg_geometry_columns g "
                                  "JOIN gpkg_contents c ON c.table_name = g.table_name WHERE c.data_type = 'features' ORDER BY g.table_name");
    if (!statement)
        return std::unexpected(statement.error());
    std::vector<Layer> layers;
    bool named = false;
    for (;;) {
        auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            break;
        Layer layer{std::string(statement->text(0)), std::string(statement->text(1)), upper(std::string(statement->text(2))),
                    statement->integer(3)};
        const bool wanted = options.layer.empty() || options.layer == layer.table;
        named = named || wanted;
        if (wanted && mayHoldPolygons(layer.type))
            layers.push_back(std::move(layer));
        if (layers.size() > 1000)
            return fail(ErrorCode::LimitExceeded, "more than 1000 layers", file.name());
    }
    if (!options.layer.empty() && !named)
        return fail(ErrorCode::UnknownReference, std::format("there is no layer {}", printable(options.layer)), file.name());
    if (layers.empty())
        return fail(ErrorCode::MissingField, "there is no polygon layer", file.name());
    return layers;
}

Result<std::string> datumOf(SqliteFile& file, const Layer& layer)
{
    auto statement = file.prepare("SELECT organization, organization_coordsys_id, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = ?1");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, layer.srs);
    auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    std::string name = std::format("srs_id {}", layer.srs);
    if (*row) {
        const std::string organization = upper(std::string(statement->text(0)));
        const std::int64_t code = statement->integer(1);
        if (organization == "EPSG" && code == 4326)
            return "wgs84";
        if (organization == "EPSG" && code == 4490)
            return "cgcs2000";
        name = std::format("{}:{} ({})", printable(organization, 40), code, printable(statement->text(2), 80));
    }
    return fail(ErrorCode::Unsupported,
                std::format("layer {} is in {}; only EPSG:4326 and EPSG:4490 are read: save the layer in one of them",
                            printable(layer.table), name),
                file.name());
}

/// The attributes of the current row, apart from the geometry and BLOBs.
Value::Object properties(const SqliteStatement& row, int geometryColumn)
{
    Value::Object out;
    for (int c = 0; c < row.columns(); ++c) {
        if (c == geometryColumn || row.isNull(c) || row.isBlob(c))
            continue;
        const std::string name(row.columnName(c));
        const std::int64_t number = row.integer(c);
        if (row.isInteger(c) && number <= maximumJsonInteger && number >= -maximumJsonInteger)
            out.insert_or_assign(name, Value(number));
        else if (const auto text = row.text(c); findBadUtf8(text) == std::string_view::npos)
            out.insert_or_assign(name, Value(text));
    }
    return out;
}

Result<void> readLayer(SqliteFile& file, const Layer& layer, const AreaReadOptions& options, std::size_t& vertexBudget,
                       AreaCollection& collection)
{
    auto statement = file.prepare(std::format("SELECT * FROM {}", sqlName(layer.table)));
    if (!statement)
        return std::unexpected(statement.error());
    int geometryColumn = -1;
    for (int c = 0; c < statement->columns(); ++c)
        if (statement->columnName(c) == layer.column)
            geometryColumn = c;
    if (geometryColumn < 0)
        return fail(ErrorCode::FileDamaged, std::format("layer {} has no column {}", printable(layer.table), printable(layer.column)),
                    file.name());
    std::uint64_t number = 0;
    for (;;) {
        auto row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        ++number;
        if (collection.rows >= options.maximumFeatures)
            return fail(ErrorCode::LimitExceeded, std::format("more than {} features", options.maximumFeatures), file.name());
        if (statement->isNull(geometryColumn)) {
            rejectArea(collection, number, Error{ErrorCode::MissingField, "the feature has no geometry", printable(layer.table)});
            continue;
        }
        auto polygons = readGeoPackageGeometry(statement->blob(geometryColumn), vertexBudget);
        if (!polygons) {
            if (polygons.error().code == ErrorCode::LimitExceeded)
                return std::unexpected(polygons.error());
            Error why = polygons.error();
            why.context = printable(layer.table);
            rejectArea(collection, number, why);
            continue;
        }
        AreaFeature feature;
        feature.number = number;
        feature.layer = layer.table;
        feature.id = geometryColumn != 0 && statement->isInteger(0) ? std::to_string(statement->integer(0)) : std::string();
        feature.properties = properties(*statement, geometryColumn);
        feature.polygons = std::move(*polygons);
        for (const auto& polygon : feature.polygons)
            for (const auto& ring : polygon.rings)
                vertexBudget -= std::min(vertexBudget, ring.size());
        addArea(collection, std::move(feature), options);
    }
}

} // namespace

Result<AreaCollection> readGeoPackage(const std::filesystem::path& path, const AreaReadOptions& options)
{
    auto file = SqliteFile::openForeign(path);
    if (!file)
        return std::unexpected(file.error());
    for (const char* table : {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"}) {
        auto there = file->hasTable(table);
        if (!there)
            return std::unexpected(there.error());
        if (!*there)
            return fail(ErrorCode::FileForeign, std::format("the database is no GeoPackage with areas: there is no table {}", table),
                        file->name());
    }
    auto layers = findLayers(*file, options);
    if (!layers)
        return std::unexpected(layers.error());
    AreaCollection collection;
    std::size_t vertexBudget = options.maximumVertices;
    for (const auto& layer : *layers) {
        auto datum = datumOf(*file, layer);
        if (!datum)
            return std::unexpected(datum.error());
        if (!collection.datum.empty() && collection.datum != *datum)
            return fail(ErrorCode::Inconsistent, "the layers are in different reference systems; read one layer at a time", file->name());
        collection.datum = *datum;
        if (auto done = readLayer(*file, layer, options, vertexBudget, collection); !done)
            return std::unexpected(done.error());
    }
    return collection;
}

} // namespace griddesk
