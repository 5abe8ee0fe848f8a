// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mercator.h"

#include <QSizeF>

namespace griddesk {

/// What part of the world the view shows: a value without signals, so that every gesture is arithmetic that can be
/// tested without a window. Screen coordinates are logical pixels from the upper left corner. At whole zoom levels the
/// centre is kept on whole pixels, so that base tiles and layers stay sharp.
class MapCamera {
public:
    static constexpr double minimumZoom = 5.0; ///< below it Qt Location would clamp the centre by itself
    static constexpr double maximumZoom = 20.0;

    [[nodiscard]] GeoPoint centre() const noexcept { return fromWorld(m_centre); }
    /// Centre in world units.
    [[nodiscard]] QPointF centreWorld() const noexcept { return m_centre; }
    [[nodiscard]] double zoom() const noexcept { return m_zoom; }
    /// The whole level whose tiles are shown, and how much they are enlarged.
    [[nodiscard]] int level() const noexcept { return static_cast<int>(std::floor(m_zoom + 0.5)); }
    [[nodiscard]] double stretch() const noexcept { return std::exp2(m_zoom - level()); }
    [[nodiscard]] QSizeF size() const noexcept { return m_size; }

    void setSize(QSizeF size);
    void setCentre(GeoPoint centre);
    /// Zooms so that the place under `anchor` stays there.
    void setZoom(double zoom, QPointF anchor);
    void setZoom(double zoom) { setZoom(zoom, middle()); }
    /// Moves the content by `delta` pixels.
    void panBy(QPointF delta);
    /// Shows the whole box, `margin` pixels from the edges, at the deepest zoom that does, a whole level or a quarter
    /// beside one, but not below `deepest`. False when the box is invalid or the view has no size.
    bool fit(const MapBox& box, double margin = 48.0, double deepest = 18.0);

    [[nodiscard]] QPointF toScreen(double worldX, double worldY) const;
    [[nodiscard]] QPointF toScreen(WorldPoint p) const { return toScreen(p.x, p.y); }
    [[nodiscard]] QPointF toScreen(GeoPoint p) const;
    [[nodiscard]] QPointF worldAt(QPointF screen) const;
    [[nodiscard]] GeoPoint geoAt(QPointF screen) const { return fromWorld(worldAt(screen)); }
    /// The visible box grown by `margin` pixels.
    [[nodiscard]] WorldBox visible(double margin = 0.0) const;
    [[nodiscard]] QPointF middle() const { return {m_size.width() / 2, m_size.height() / 2}; }

    bool operator==(const MapCamera&) const = default;

private:
    void settle();

    QPointF m_centre{worldSize / 2, worldSize / 2};
    double m_zoom = 12.0;
    QSizeF m_size;
};

} // namespace griddesk
