// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/mapsigns.h"
#include "maps/tilearchive.h"

#include <QBuffer>
#include <QByteArray>
#include <QImage>

#include <map>
#include <random>
#include <tuple>

namespace griddesk::testing {

/// Square cells of `step` degrees by rows and columns, codes `r-c`, and one community round them all.
inline std::vector<AreaShape> squareDistrict(int rows, int columns, double lon = 121.40, double lat = 31.20, double step = 0.002)
{
    const auto at = [&](double c, double r) { return GeoPoint::fromDegrees(lon + c * step, lat + r * step).value(); };
    std::vector<AreaShape> shapes;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c)
            shapes.push_back({std::to_string(r) + "-" + std::to_string(c), "", MapAreaLevel::Cell, "community",
                              {{at(c, r), at(c + 1, r), at(c + 1, r + 1), at(c, r + 1)}}, 0});
    shapes.push_back({"community", "人民广场社区", MapAreaLevel::Community, "", {{at(0, 0), at(columns, 0), at(columns, rows), at(0, rows)}}, 0});
    return shapes;
}

/// Cases at places drawn evenly from a box, ids `c0`, `c1` …
inline std::vector<MapCase> scatteredCases(int count, std::uint32_t seed, double lon = 121.40, double lat = 31.20, double side = 0.04)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> offset(0, side);
    std::vector<MapCase> cases;
    for (int i = 0; i < count; ++i) {
        const auto place = GeoPoint::fromDegrees(lon + offset(random), lat + offset(random)).value();
        cases.push_back({"c" + std::to_string(i), place,
                         {static_cast<MapStage>(random() % 6), static_cast<MapLamp>(random() % 4), static_cast<MapUrgency>(random() % 16 == 0), false},
                         "案" + std::to_string(i)});
    }
    return cases;
}

inline TileBytes bytesOf(const QByteArray& a)
{
    const auto* p = reinterpret_cast<const std::byte*>(a.constData());
    return {p, p + a.size()};
}

inline QByteArray pngOf(const QColor& colour, int side = 256)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// An archive in memory.
class MemoryArchive final : public TileArchive {
public:
    TileMetadata data;
    std::map<std::tuple<int, int, int>, TileBytes> tiles;

    [[nodiscard]] const TileMetadata& metadata() const noexcept override { return data; }
    [[nodiscard]] Result<std::optional<TileBytes>> tile(int zoom, int x, int y) override
    {
        const auto at = tiles.find({zoom, x, y});
        return at == tiles.end() ? std::nullopt : std::optional(at->second);
    }
};

} // namespace griddesk::testing
