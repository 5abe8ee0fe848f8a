// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapcamera.h"

namespace griddesk {

void MapCamera::setSize(QSizeF size)
{
    m_size = size.expandedTo({0, 0});
    settle();
}

void MapCamera::setCentre(GeoPoint centre)
{
    m_centre = worldOf(centre);
    settle();
}

void MapCamera::setZoom(double zoom, QPointF anchor)
{
    if (!std::isfinite(zoom))
        return;
    const QPointF held = worldAt(anchor);
    m_zoom = std::clamp(zoom, minimumZoom, maximumZoom);
    m_centre = held - (anchor - middle()) / pixelScale(m_zoom);
    settle();
}

void MapCamera::panBy(QPointF delta)
{
    m_centre -= delta / pixelScale(m_zoom);
    settle();
}

bool MapCamera::fit(const MapBox& box, double margin, double deepest)
{
    if (!box.isValid() || m_size.isEmpty())
        return false;
    const QPointF northWest = worldOf({box.southWest.lonE7, box.northEast.latE7});
    const QPointF southEast = worldOf({box.northEast.lonE7, box.southWest.latE7});
    const QPointF extent = southEast - northWest;
    const double width = std::max(m_size.width() - 2 * margin, m_size.width() / 2);
    const double height = std::max(m_size.height() - 2 * margin, m_size.height() / 2);
    const double zoomX = extent.x() > 0 ? 24.0 + std::log2(width / extent.x()) : deepest;
    const double zoomY = extent.y() > 0 ? 24.0 + std::log2(height / extent.y()) : deepest;
    // Quarter levels: whole ones alone may leave the district half the size it could be. Not the half, where type drawn
    // for the nearest whole level would be a third too large or too small.
    double zoom = std::floor(4 * std::min({zoomX, zoomY, deepest}) + 0.05) / 4;
    if (zoom - std::floor(zoom) == 0.5)
        zoom -= 0.25;
    m_zoom = std::clamp(zoom, minimumZoom, maximumZoom);
    m_centre = (northWest + southEast) / 2;
    settle();
    return true;
}

QPointF MapCamera::toScreen(double worldX, double worldY) const
{
    return (QPointF(worldX, worldY) - m_centre) * pixelScale(m_zoom) + middle();
}

QPointF MapCamera::toScreen(GeoPoint p) const
{
    const QPointF w = worldOf(p);
    return toScreen(w.x(), w.y());
}

QPointF MapCamera::worldAt(QPointF screen) const { return m_centre + (screen - middle()) / pixelScale(m_zoom); }

WorldBox MapCamera::visible(double margin) const
{
    const QPointF a = worldAt({-margin, -margin});
    const QPointF b = worldAt({m_size.width() + margin, m_size.height() + margin});
    return {clampWorld(a.x()), clampWorld(a.y()), clampWorld(b.x()), clampWorld(b.y())};
}

void MapCamera::settle()
{
    if (m_zoom == std::floor(m_zoom)) {
        const double s = pixelScale(m_zoom);
        const QPointF corner = m_centre * s - middle();
        m_centre = (QPointF(std::round(corner.x()), std::round(corner.y())) + middle()) / s;
    }
    // The view never leaves the square: Qt Location would move the base map alone.
    const double halfX = std::min(worldSize / 2, m_size.width() / 2 / pixelScale(m_zoom));
    const double halfY = std::min(worldSize / 2, m_size.height() / 2 / pixelScale(m_zoom));
    m_centre.setX(std::clamp(m_centre.x(), halfX, worldSize - halfX));
    m_centre.setY(std::clamp(m_centre.y(), halfY, worldSize - halfY));
}

} // namespace griddesk
