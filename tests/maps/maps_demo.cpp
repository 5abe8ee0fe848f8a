// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the map with real or made-up data and grabs a picture per theme:
//   maps_demo OUT_DIR [boston|shanghai] [WxH]
// Data come from the shared folder; `boston` has real neighbourhoods, `shanghai` real roads under made-up cells.
#include "mapfixtures.h"
#include "maps/basemappainter.h"
#include "maps/maplayerstack.h"
#include "maps/mapview.h"
#include "maps/tileservice.h"
#include "models/store/mbtilesarchive.h"
#include "models/store/mbtileswriter.h"

#include <nlohmann/json.hpp>
#include <zlib.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>
#include <QXmlStreamReader>

#include <cstdio>
#include <unordered_map>

namespace {

using namespace griddesk;

std::string unpacked(const std::string& path)
{
    std::string out;
    std::array<char, 65536> buffer{};
    if (gzFile file = gzopen(path.c_str(), "rb")) {
        for (int n = 0; (n = gzread(file, buffer.data(), buffer.size())) > 0;)
            out.append(buffer.data(), static_cast<std::size_t>(n));
        gzclose(file);
    }
    return out;
}

std::vector<MapRoad> shanghaiRoads(const std::string& data)
{
    std::unordered_map<qint64, GeoPoint> nodes;
    std::vector<MapRoad> roads;
    QXmlStreamReader xml(QByteArray::fromStdString(unpacked(data + "/osm/shanghai_center_osmnx.osm.gz")));
    MapRoad way;
    while (!xml.atEnd()) {
        xml.readNext();
        const auto value = [&](const char* name) { return xml.attributes().value(QLatin1String(name)).toString(); };
        if (xml.isStartElement() && xml.name() == QLatin1String("node"))
            nodes[value("id").toLongLong()] = GeoPoint::fromDegrees(value("lon").toDouble(), value("lat").toDouble()).value_or(GeoPoint{});
        else if (xml.isStartElement() && xml.name() == QLatin1String("way"))
            way = {};
        else if (xml.isStartElement() && xml.name() == QLatin1String("nd"))
            way.points.push_back(nodes[value("ref").toLongLong()]);
        else if (xml.isStartElement() && xml.name() == QLatin1String("tag")) {
            if (value("k") == QLatin1String("highway"))
                way.highway = value("v").toStdString();
            else if (value("k") == QLatin1String("name"))
                way.name = value("v").toStdString();
            else if (value("k") == QLatin1String("bridge"))
                way.bridge = value("v") != QLatin1String("no");
            else if (value("k") == QLatin1String("tunnel"))
                way.tunnel = value("v") != QLatin1String("no");
            else if (value("k") == QLatin1String("layer"))
                way.layer = value("v").toInt();
        } else if (xml.isEndElement() && xml.name() == QLatin1String("way") && !way.highway.empty())
            roads.push_back(way);
    }
    return roads;
}

std::vector<AreaShape> bostonAreas(const std::string& data)
{
    std::vector<AreaShape> shapes;
    const auto json = nlohmann::json::parse(unpacked(data + "/boston311/boston_neighborhoods.geojson.gz"), nullptr, false);
    if (json.is_discarded())
        return shapes;
    for (const auto& feature : json["features"]) {
        AreaShape shape;
        shape.level = MapAreaLevel::Community;
        for (const char* key : {"Name", "name", "NAME", "neighborhood", "blockgr2020_ctr_neighb_name"})
            if (feature["properties"].contains(key) && feature["properties"][key].is_string())
                shape.name = feature["properties"][key].get<std::string>();
        shape.code = shape.name;
        const auto addPolygon = [&](const nlohmann::json& polygon) {
            for (const auto& ring : polygon) {
                auto& out = shape.polygons.emplace_back();
                for (const auto& p : ring)
                    if (const auto point = GeoPoint::fromDegrees(p[0].get<double>(), p[1].get<double>()))
                        out.push_back(*point);
            }
        };
        const auto& geometry = feature["geometry"];
        if (geometry["type"] == "Polygon")
            addPolygon(geometry["coordinates"]);
        else
            for (const auto& polygon : geometry["coordinates"])
                addPolygon(polygon);
        shapes.push_back(std::move(shape));
    }
    return shapes;
}

void wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QString out = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    const bool boston = argc > 2 && QByteArray(argv[2]) == "boston";
    QSize size(1280, 800);
    if (argc > 3)
        std::sscanf(argv[3], "%dx%d", &size.rwidth(), &size.rheight());
    const QByteArray shared = qgetenv("GRIDDESK_SHARED_DATA");
    const std::string data = shared.isEmpty() ? "../shared/data" : shared.toStdString();

    MapHost host;
    TileService service;
    if (const auto port = service.start(); !port)
        std::fprintf(stderr, "%s\n", port.error().detail.c_str());
    const QTemporaryDir folder;
    double lon = -71.13;
    double lat = 42.29;
    double side = 0.10;
    if (boston) {
        host.setAreas(bostonAreas(data));
    } else {
        lon = 121.4625;
        lat = 31.2210;
        side = 0.0190;
        const auto roads = shanghaiRoads(data);
        const MapBox bounds{GeoPoint::fromDegrees(121.4611, 31.2196).value(), GeoPoint::fromDegrees(121.4863, 31.2412).value()};
        const std::filesystem::path file = (folder.path() + "/base.mbtiles").toStdString();
        QElapsedTimer timer;
        timer.start();
        int tiles = 0;
        {
            auto writer = MbtilesWriter::create(file, baseMapMetadata("base", bounds, 12, 17)).value();
            const auto built = buildBaseMap(roads, bounds, 12, 17, [&](int z, int x, int y, const QByteArray& png) {
                ++tiles;
                return writer->add(z, x, y, std::as_bytes(std::span(png.constData(), static_cast<std::size_t>(png.size()))));
            });
            if (!built || !writer->finish())
                std::fprintf(stderr, "the base map failed\n");
        }
        std::printf("base map: %zu roads, %d tiles, %lld ms, %lld KiB\n", roads.size(), tiles, static_cast<long long>(timer.elapsed()),
                    static_cast<long long>(std::filesystem::file_size(file) / 1024));
        if (auto archive = MbtilesArchive::open(file))
            static_cast<void>(service.add("base", std::move(*archive)));
        host.setBaseMap(service.source("base"));
        auto shapes = testing::squareDistrict(10, 12, 121.4625, 31.2210, 0.00185);
        for (auto& s : shapes)
            if (s.level == MapAreaLevel::Cell)
                s.name = s.code;
        host.setAreas(std::move(shapes));
    }
    auto cases = testing::scatteredCases(boston ? 3000 : 260, 11, lon, lat, side);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        // Most of a day's cases are on time.
        if (i % 3 != 0 && cases[i].signs.lamp != MapLamp::Suspended)
            cases[i].signs.lamp = MapLamp::Green;
        cases[i].signs.supervised = i % 41 == 0;
        if (i % 53 == 0)
            cases[i].signs.urgency = MapUrgency::Critical;
    }
    const std::string chosen = cases[7].id;
    const GeoPoint focus = cases[7].place;
    host.setCases(std::move(cases));
    host.setSelection({QString::fromStdString(chosen)});

    {
        QQuickView view;
        showMap(view, host);
        view.resize(size);
        view.show();
        host.refit();
        wait(300);
        auto* stack = view.rootObject()->findChild<MapLayerStack*>();
        constexpr std::array<std::pair<MapTheme, const char*>, 3> themes{{{MapTheme::Light, "light"}, {MapTheme::Dark, "dark"}, {MapTheme::Contrast, "contrast"}}};
        for (const auto& [theme, name] : themes) {
            host.setTheme(theme);
            for (const int deeper : {0, 2}) {
                host.refit();
                if (deeper > 0) {
                    host.setZoom(host.zoom() + deeper);
                    host.setCentre(focus);
                }
                for (int i = 0; i < 60 && (i < 12 || stack->isBusy()); ++i)
                    wait(50);
                if (deeper > 0)
                    host.hover(QPointF(size.width() * 0.4, size.height() * 0.4));
                wait(200);
                const QString file = QStringLiteral("%1/%2-%3-%4.png").arg(out, QLatin1String(boston ? "boston" : "shanghai"), QLatin1String(name)).arg(deeper);
                if (!view.grabWindow().save(file))
                    std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
                host.hoverEnded();
            }
        }
    }
    return 0;
}
