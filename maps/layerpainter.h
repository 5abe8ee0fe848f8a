// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mercator.h"

#include <atomic>
#include <memory>

class QPainter;

namespace griddesk {

/// Told to a running paint job when nobody wants its picture any more. Shared between the GUI thread (cancels) and one
/// worker (asks now and then).
class PaintCancel {
public:
    void cancel() noexcept { m_cancelled.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const noexcept { return m_cancelled.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_cancelled = false;
};

/// The contents of one layer as something immutable that paints any tile of it. New data means a new painter.
/// Threads: const functions are called from several workers at once.
class LayerPainter {
public:
    LayerPainter() = default;
    LayerPainter(const LayerPainter&) = delete;
    LayerPainter& operator=(const LayerPainter&) = delete;
    virtual ~LayerPainter() = default;

    /// False when the tile is certainly empty; then no picture is made for it. Quick: called on the GUI thread.
    [[nodiscard]] virtual bool covers(LayerTile tile) const = 0;
    /// Paints onto a transparent picture of 512 x 512 logical pixels (see LayerTile::local). May leave early, with
    /// anything painted, once `cancel` says so.
    virtual void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const = 0;
};

} // namespace griddesk
