// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layerpainter.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace griddesk {

/// Several painters as one layer, the first at the bottom: one picture a tile instead of one for each.
class StackedPainter final : public LayerPainter {
public:
    explicit StackedPainter(std::vector<std::shared_ptr<const LayerPainter>> painters) : m_painters(std::move(painters)) {}

    [[nodiscard]] bool covers(LayerTile tile) const override
    {
        return std::ranges::any_of(m_painters, [tile](const auto& painter) { return painter->covers(tile); });
    }
    void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const override
    {
        for (const auto& part : m_painters)
            if (!cancel.isCancelled() && part->covers(tile))
                part->paint(painter, tile, cancel);
    }

private:
    std::vector<std::shared_ptr<const LayerPainter>> m_painters;
};

} // namespace griddesk
