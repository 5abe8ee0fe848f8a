// SPDX-License-Identifier: GPL-3.0-or-later
#include "maphost.h"

#include "areanames.h"
#include "areapainter.h"
#include "casepainter.h"
#include "scalebar.h"
#include "stackedpainter.h"

#include <algorithm>

namespace griddesk {

namespace {

enum OwnLayer : int { AreasLayer = 1, AreaHighlightLayer, CasesLayer, CaseHighlightLayer };

} // namespace

MapHost::MapHost(QObject* parent) : QObject(parent), m_style(mapStyle(MapTheme::Light)), m_renderer(std::make_shared<TileRenderer>())
{
    m_layers = {{AreasLayer, MapZ::areas, {}},
                {AreaHighlightLayer, MapZ::areaHighlight, {}},
                {CasesLayer, MapZ::cases, {}},
                {CaseHighlightLayer, MapZ::caseHighlight, {}}};
    m_symbols = std::make_shared<CaseSymbols>(m_style);
    m_names = std::make_shared<NamePictures>(m_style);
    connect(&m_data, &MapData::areasReady, this, [this] {
        m_hoveredArea.reset();
        remakeAreas();
        remakeCases(); // names of areas are drawn with the cases they keep clear of
    });
    connect(&m_data, &MapData::casesReady, this, &MapHost::remakeCases);
}

MapHost::~MapHost() = default;

QUrl MapHost::sceneUrl() { return QUrl(QStringLiteral("qrc:/qt/qml/GridDesk/Maps/qml/MapScene.qml")); }

QUrl MapHost::failureUrl() { return QUrl(QStringLiteral("qrc:/qt/qml/GridDesk/Maps/qml/MapFailure.qml")); }

void MapHost::setTheme(MapTheme theme)
{
    if (theme == m_style.theme)
        return;
    m_style = mapStyle(theme, m_style.pixelRatio, m_style.family);
    restyle();
    reloadBaseMap();
}

void MapHost::setFontFamily(const QString& family)
{
    if (family == m_style.family)
        return;
    m_style.family = family;
    restyle();
}

void MapHost::restyle()
{
    m_symbols = std::make_shared<CaseSymbols>(m_style);
    m_names = std::make_shared<NamePictures>(m_style);
    remakeAreas();
    remakeCases();
    Q_EMIT styleChanged();
}

void MapHost::setBaseMap(std::optional<BaseMapSource> source)
{
    m_baseMap = std::move(source);
    reloadBaseMap();
    Q_EMIT wordsChanged();
}

void MapHost::reloadBaseMap()
{
    if (m_baseMap && m_baseMap->served)
        m_baseMap->served->forget(m_style.theme);
    Q_EMIT baseMapChanged();
}

void MapHost::setShown(MapPart part, bool shown)
{
    if (shown == isShown(part))
        return;
    m_shown[static_cast<std::size_t>(part)] = shown;
    switch (part) {
    case MapPart::BaseMap: reloadBaseMap(); break;
    case MapPart::Areas: remakeAreas(); break;
    case MapPart::Names:
    case MapPart::Cases: remakeCases(); break;
    }
    Q_EMIT shownChanged();
}

void MapHost::retranslate()
{
    Q_EMIT wordsChanged();
    Q_EMIT scaleChanged();
}

int MapHost::level() const
{
    constexpr int deepestOfQtLocation = 19;
    return std::min(m_camera.level(), deepestOfQtLocation);
}

bool MapHost::isBaseMapFetched() const
{
    // Qt Location puts a picture up a frame or two after it has come.
    constexpr std::chrono::milliseconds frames{250};
    constexpr double notSurelySeen = 2;
    if (tileHost().isEmpty() || !m_baseMap->served)
        return true;
    const WorldBox box = m_camera.visible(-notSurelySeen);
    const int shift = 32 - level();
    for (std::uint64_t y = box.minY >> shift; y <= box.maxY >> shift; ++y)
        for (std::uint64_t x = box.minX >> shift; x <= box.maxX >> shift; ++x)
            if (!m_baseMap->served->has(m_style.theme, level(), static_cast<int>(x), static_cast<int>(y)))
                return false;
    return m_baseMap->served->quiet() > frames;
}

bool MapHost::isSettled() const
{
    return m_failed || (!m_camera.size().isEmpty() && !m_data.isBusy() && (!m_layerCheck || m_layerCheck()) && isBaseMapFetched());
}

QString MapHost::tileHost() const
{
    // A map in a shifted datum would put every case hundreds of metres off; it is not shown.
    if (!m_baseMap || !isShown(MapPart::BaseMap) || (m_baseMap->metadata.datum != "wgs84" && m_baseMap->metadata.datum != "cgcs2000"))
        return {};
    return m_baseMap->hostFor(m_style.theme);
}

QString MapHost::attribution() const { return m_baseMap ? QString::fromStdString(m_baseMap->metadata.attribution) : QString(); }

QString MapHost::reviewText() const
{
    if (!m_baseMap)
        return {};
    const QString number = QString::fromStdString(m_baseMap->metadata.reviewNumber);
    return number.isEmpty() ? tr("Internal material, keep safe") : tr("Map review no. %1").arg(number);
}

void MapHost::setSelection(const QStringList& caseIds)
{
    if (caseIds == m_selection)
        return;
    m_selection = caseIds;
    remakeCaseHighlight();
    Q_EMIT selectionChanged(m_selection);
}

void MapHost::setSelectedAreas(const QStringList& codes)
{
    m_selectedAreas = codes;
    remakeAreaHighlight();
}

void MapHost::clearSelection()
{
    setSelection({});
    setSelectedAreas({});
}

int MapHost::attachLayer(std::shared_ptr<const LayerPainter> painter, int z)
{
    m_layers.push_back({m_nextLayer, z, std::move(painter)});
    Q_EMIT layersChanged();
    return m_nextLayer++;
}

void MapHost::setLayerPainter(int layer, std::shared_ptr<const LayerPainter> painter)
{
    const auto at = std::ranges::find(m_layers, layer, &Layer::id);
    if (at == m_layers.end() || m_failed)
        return;
    at->painter = std::move(painter);
    Q_EMIT layerPainterChanged(layer);
}

void MapHost::detachLayer(int layer)
{
    if (std::erase_if(m_layers, [layer](const Layer& l) { return l.id == layer; }) > 0)
        Q_EMIT layersChanged();
}

void MapHost::remakeAreas()
{
    const auto& areas = m_data.areas();
    setLayerPainter(AreasLayer, areas && isShown(MapPart::Areas) ? std::make_shared<AreaPainter>(areas, m_style) : nullptr);
    remakeAreaHighlight();
}

void MapHost::remakeCases()
{
    const auto cases = isShown(MapPart::Cases) ? m_data.cases() : nullptr;
    std::vector<std::shared_ptr<const LayerPainter>> painters;
    if (m_data.areas() && isShown(MapPart::Names))
        painters.push_back(std::make_shared<AreaNamePainter>(m_data.areas(), cases, m_names));
    if (cases)
        painters.push_back(std::make_shared<CasePainter>(cases, m_symbols));
    setLayerPainter(CasesLayer, painters.empty() ? nullptr : std::make_shared<StackedPainter>(std::move(painters)));
    remakeCaseHighlight();
}

void MapHost::remakeAreaHighlight()
{
    const auto& areas = m_data.areas();
    std::vector<std::uint32_t> selected;
    for (const QString& code : std::as_const(m_selectedAreas))
        if (const auto row = areas ? areas->rowOf(code.toStdString()) : std::nullopt)
            selected.push_back(*row);
    const bool any = areas && (m_hoveredArea || !selected.empty());
    setLayerPainter(AreaHighlightLayer,
                    any ? std::make_shared<AreaHighlightPainter>(areas, m_style, m_hoveredArea, std::move(selected)) : nullptr);
}

void MapHost::remakeCaseHighlight()
{
    const auto cases = isShown(MapPart::Cases) ? m_data.cases() : nullptr;
    std::vector<std::uint32_t> rows;
    for (const QString& id : std::as_const(m_selection))
        if (const auto row = cases ? cases->rowOf(id.toStdString()) : std::nullopt)
            rows.push_back(*row);
    setLayerPainter(CaseHighlightLayer, rows.empty() ? nullptr : std::make_shared<CaseHighlightPainter>(cases, m_style, std::move(rows)));
}

QGeoCoordinate MapHost::centreCoordinate() const
{
    // Not by way of GeoPoint: its centimetre would shift the base map by parts of a pixel at deep zooms.
    const QPointF w = m_camera.centreWorld();
    const double lat = std::atan(std::sinh((0.5 - w.y() / worldSize) * 2.0 * std::numbers::pi)) * 180.0 / std::numbers::pi;
    return {lat, (w.x() / worldSize - 0.5) * 360.0};
}

void MapHost::moved(bool byHand, Motion motion)
{
    if (byHand)
        setViewLock(true);
    // Between whole levels everything is painted anew at the size it is shown in, once the view rests.
    const double ratio = m_screenRatio * m_camera.stretch();
    if (motion == Motion::Ended && std::abs(ratio - m_style.pixelRatio) > 1e-6) {
        m_style.pixelRatio = ratio;
        restyle();
    }
    Q_EMIT cameraChanged();
    Q_EMIT scaleChanged();
}

void MapHost::setCentre(GeoPoint centre)
{
    m_fitHolds = false;
    m_camera.setCentre(centre);
    moved(false);
}

void MapHost::setZoom(double zoom)
{
    m_fitHolds = false;
    m_camera.setZoom(zoom);
    moved(false);
}

void MapHost::fit(const MapBox& box)
{
    m_fitBox = box;
    m_fitWaiting = m_camera.size().isEmpty();
    m_fitHolds = !m_fitWaiting;
    if (m_camera.fit(box))
        moved(false);
}

void MapHost::autoFit(const MapBox& box)
{
    m_fitBox = box;
    if (!m_viewLock)
        fit(box);
}

void MapHost::ensureVisible(GeoPoint place)
{
    const QPointF at = m_camera.toScreen(place);
    const QSizeF size = m_camera.size();
    const QRectF inner(size.width() * 0.12, size.height() * 0.12, size.width() * 0.76, size.height() * 0.76);
    if (size.isEmpty() || inner.contains(at))
        return;
    m_camera.setCentre(place);
    moved(false);
}

std::optional<MapBox> MapHost::everything() const
{
    WorldBox box;
    if (m_data.areas() && !m_data.areas()->extent().isEmpty())
        box = m_data.areas()->extent();
    else if (m_data.cases() && !m_data.cases()->extent().isEmpty())
        box = m_data.cases()->extent();
    if (box.isEmpty())
        return m_baseMap ? m_baseMap->metadata.bounds : std::nullopt;
    return MapBox{fromWorld(QPointF(box.minX, box.maxY)), fromWorld(QPointF(box.maxX, box.minY))};
}

void MapHost::setViewLock(bool lock)
{
    if (lock == m_viewLock)
        return;
    m_viewLock = lock;
    Q_EMIT viewLockChanged();
}

void MapHost::setPlacing(bool placing)
{
    if (placing == m_placing)
        return;
    m_placing = placing;
    Q_EMIT placingChanged();
}

int MapHost::wholeZoom() const { return m_camera.level(); }

std::optional<DrawnMark> MapHost::drawnMarkAt(QPointF screen) const
{
    const auto& cases = m_data.cases();
    return cases && isShown(MapPart::Cases) ? griddesk::drawnMarkAt(*cases, m_camera.worldAt(screen), wholeZoom()) : std::nullopt;
}

QString MapHost::caseAt(QPointF screen) const
{
    const auto mark = drawnMarkAt(screen);
    return mark && !mark->isCluster() ? QString::fromStdString(m_data.cases()->id(mark->first)) : QString();
}

QString MapHost::areaAt(QPointF screen) const
{
    const auto& areas = m_data.areas();
    const QPointF w = m_camera.worldAt(screen);
    const auto row = areas ? areas->areaAt({clampWorld(w.x()), clampWorld(w.y())}) : std::nullopt;
    return row ? QString::fromStdString(areas->area(*row).code) : QString();
}

double MapHost::scaleBarWidth() const { return scaleBar(m_camera.centre().lat(), m_camera.zoom()).pixels; }

QString MapHost::scaleBarText() const
{
    const double metres = scaleBar(m_camera.centre().lat(), m_camera.zoom()).metres;
    return metres >= 1000 ? tr("%1 km").arg(metres / 1000) : tr("%1 m").arg(metres);
}

} // namespace griddesk
