// SPDX-License-Identifier: GPL-3.0-or-later
// The gestures of MapHost: what people do in the scene, turned into camera, selection and signals.
#include "casepainter.h"
#include "arealabels.h"
#include "maphost.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::size_t maxChosen = 10'000;

} // namespace

void MapHost::resized(qreal width, qreal height, qreal pixelRatio)
{
    m_camera.setSize({width, height});
    if (pixelRatio > 0)
        m_screenRatio = pixelRatio;
    // A window reaches its size in steps: until somebody moves the view, the remembered box fills each of them.
    if ((m_fitWaiting || m_fitHolds) && !m_viewLock && m_fitBox && !m_camera.size().isEmpty()) {
        m_fitWaiting = false;
        m_fitHolds = true;
        m_camera.fit(*m_fitBox);
    }
    moved(false);
}

void MapHost::drag(qreal dx, qreal dy)
{
    m_camera.panBy({dx, dy});
    moved(true);
}

void MapHost::wheel(qreal angle, QPointF at)
{
    // Fine wheels and touch pads send small angles; they add up to whole levels.
    if ((angle > 0) != (m_wheel > 0))
        m_wheel = 0;
    m_wheel += angle;
    const double levels = std::trunc(m_wheel / 120.0);
    if (levels == 0)
        return;
    m_wheel -= levels * 120.0;
    m_camera.setZoom(wholeZoom() + levels, at);
    moved(true);
}

void MapHost::pinch(qreal factor, QPointF at)
{
    if (!(factor > 0))
        return;
    m_camera.setZoom(m_camera.zoom() + std::log2(factor), at);
    moved(true, Motion::GoesOn);
}

void MapHost::pinchEnded(QPointF at)
{
    m_camera.setZoom(wholeZoom(), at);
    moved(true);
}

void MapHost::zoomBy(int levels)
{
    m_camera.setZoom(wholeZoom() + levels);
    moved(true);
}

void MapHost::refit()
{
    setViewLock(false);
    const auto box = m_fitBox ? m_fitBox : everything();
    m_fitHolds = box.has_value();
    if (box && m_camera.fit(*box))
        moved(false);
}

void MapHost::hover(QPointF at)
{
    const auto mark = drawnMarkAt(at);
    QString text;
    if (mark && mark->isCluster()) {
        text = tr("%n case(s)", nullptr, static_cast<int>(mark->count));
    } else if (mark) {
        const auto label = m_data.cases()->label(mark->first);
        text = QString::fromUtf8(label.data(), static_cast<qsizetype>(label.size()));
    }
    std::optional<std::uint32_t> area;
    if (const auto& areas = m_data.areas()) {
        const QPointF w = m_camera.worldAt(at);
        auto deepest = MapAreaLevel::Cell;
        while (deepest > MapAreaLevel::District && !isLevelShown(*areas, deepest, wholeZoom()))
            deepest = static_cast<MapAreaLevel>(static_cast<int>(deepest) - 1);
        area = areas->areaAt({clampWorld(w.x()), clampWorld(w.y())}, deepest);
        if (area && text.isEmpty()) {
            const auto& a = areas->area(*area);
            text = QString::fromStdString(a.name.empty() || a.name == a.code ? a.code : a.name + "  " + a.code);
        }
    }
    if (area != m_hoveredArea) {
        m_hoveredArea = area;
        remakeAreaHighlight();
    }
    if (text != m_hoverText || mark.has_value() != m_hoverClickable) {
        m_hoverText = text;
        m_hoverClickable = mark.has_value();
        Q_EMIT hoverChanged();
    }
}

void MapHost::hoverEnded()
{
    if (m_hoveredArea) {
        m_hoveredArea.reset();
        remakeAreaHighlight();
    }
    m_hoverText.clear();
    m_hoverClickable = false;
    Q_EMIT hoverChanged();
}

void MapHost::click(QPointF at, bool add)
{
    if (m_placing) {
        Q_EMIT placePicked(m_camera.geoAt(at));
        return;
    }
    const auto mark = drawnMarkAt(at);
    if (mark && mark->isCluster()) {
        openCluster(*mark);
        return;
    }
    if (mark) {
        const QString id = QString::fromStdString(m_data.cases()->id(mark->first));
        QStringList chosen = add ? m_selection : QStringList();
        if (!chosen.removeOne(id))
            chosen.append(id);
        setSelection(chosen);
        Q_EMIT caseClicked(id);
        return;
    }
    if (const QString code = areaAt(at); !code.isEmpty()) {
        setSelectedAreas({code});
        Q_EMIT areaClicked(code);
    } else {
        clearSelection();
    }
}

void MapHost::rightClick(QPointF at) { Q_EMIT contextRequested(m_camera.geoAt(at), caseAt(at), areaAt(at), at); }

// A cluster opens by zooming until its cases part; those at one place, or too close to part, are chosen together.
void MapHost::openCluster(const DrawnMark& mark)
{
    WorldBox box;
    for (const RowRun run : mark.runs()) {
        const WorldBox part = m_data.cases()->boxOf(run.first, run.count);
        box.include({part.minX, part.minY});
        box.include({part.maxX, part.maxY});
    }
    const double side = std::max(box.maxX - box.minX, box.maxY - box.minY);
    if (m_camera.zoom() < 18.0 && side * pixelScale(18.0) > 24.0) {
        const MapBox geo{fromWorld(QPointF(box.minX, box.maxY)), fromWorld(QPointF(box.maxX, box.minY))};
        const double before = m_camera.zoom();
        m_camera.fit(geo, 96.0);
        if (m_camera.zoom() <= before)
            m_camera.setZoom(before + 1);
        moved(true);
        return;
    }
    QStringList ids;
    for (const RowRun run : mark.runs())
        for (std::uint32_t i = 0; i < run.count && static_cast<std::size_t>(ids.size()) < maxChosen; ++i)
            ids.append(QString::fromStdString(m_data.cases()->id(run.first + i)));
    setSelection(ids);
    Q_EMIT casesLassoed(ids);
}

void MapHost::lasso(const QPolygonF& line)
{
    const auto& cases = m_data.cases();
    if (!cases || line.size() < 3)
        return;
    WorldBox box;
    QPolygonF world;
    for (const QPointF& p : line) {
        world.append(m_camera.worldAt(p));
        box.include({clampWorld(world.back().x()), clampWorld(world.back().y())});
    }
    QStringList ids;
    for (const std::uint32_t row : cases->rowsIn(box, maxChosen * 10)) {
        const WorldPoint p = cases->place(row);
        if (world.containsPoint(QPointF(p.x, p.y), Qt::OddEvenFill))
            ids.append(QString::fromStdString(cases->id(row)));
        if (static_cast<std::size_t>(ids.size()) >= maxChosen)
            break;
    }
    setSelection(ids);
    Q_EMIT casesLassoed(ids);
}

} // namespace griddesk
