// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layerpainter.h"

#include <QImage>
#include <QThreadPool>

#include <functional>

namespace griddesk {

/// Paints one tile. The answer is null when nothing but transparency was painted, or the job was cancelled. Any thread.
[[nodiscard]] QImage renderTile(const LayerPainter& painter, LayerTile tile, double pixelRatio, const PaintCancel& cancel);

/// The worker threads all layers of one map share. Owner: the map host. Jobs started from the GUI thread; a job's
/// answer is delivered on the worker, the receiver brings it home.
class TileRenderer {
public:
    using Done = std::function<void(LayerTile, QImage)>;

    TileRenderer();
    TileRenderer(const TileRenderer&) = delete;
    TileRenderer& operator=(const TileRenderer&) = delete;
    /// Waits for the running jobs; waiting ones are dropped.
    ~TileRenderer();

    /// `priority`: higher first. `done` is not called for a cancelled job.
    void start(std::shared_ptr<const LayerPainter> painter, LayerTile tile, double pixelRatio, std::shared_ptr<PaintCancel> cancel,
               int priority, Done done);

private:
    QThreadPool m_pool;
};

} // namespace griddesk
