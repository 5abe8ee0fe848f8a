// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roadstyle.h"
#include "tilearchive.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <atomic>
#include <functional>

namespace griddesk {

/// Receives finished tiles, rows from the north, PNG. Called from worker threads, one call at a time.
using TileSink = std::function<Result<void>(int zoom, int x, int y, const QByteArray& png)>;

struct BaseMapOptions {
    MapTheme theme = MapTheme::Light;
    QString family;                                 ///< type family with Chinese characters; empty for the program's
    std::function<void(int done, int of)> progress; ///< tiles; from worker threads, one call at a time
    const std::atomic<bool>* cancelled = nullptr;
};

/// What is written into an archive made from OpenStreetMap roads: attribution as the licence asks, no review number, so
/// the map belongs to the internal profile.
[[nodiscard]] TileMetadata baseMapMetadata(const std::string& name, const MapBox& bounds, int minZoom, int maxZoom);

/// Draws a road map in the colours of a theme as 256-pixel tiles, zooms `minZoom` to `maxZoom` (0 to 20), for every tile that meets
/// `bounds`. Runs on all cores and returns when done; call it off the GUI thread.
/// Errors: Cancelled, OutOfRange (zooms or bounds), LimitExceeded (over 500 000 tiles), and the first error of `sink`.
[[nodiscard]] Result<void> buildBaseMap(const std::vector<MapRoad>& roads, const MapBox& bounds, int minZoom, int maxZoom,
                                        const TileSink& sink, const BaseMapOptions& options = {});

} // namespace griddesk
