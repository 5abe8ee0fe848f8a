// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arealabels.h"
#include "layerpainter.h"
#include "namepictures.h"

#include <QHash>

#include <array>
#include <mutex>

namespace griddesk {

/// Names of areas, kept clear of the marks of cases.
class AreaNamePainter final : public LayerPainter {
public:
    /// `cases` null: nothing to keep clear of.
    AreaNamePainter(std::shared_ptr<const AreaIndex> areas, std::shared_ptr<const CaseIndex> cases,
                    std::shared_ptr<const NamePictures> pictures);

    [[nodiscard]] bool covers(LayerTile tile) const override;
    void paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const override;

private:
    struct Labels {
        std::once_flag once;
        std::vector<AreaLabel> labels;
        QHash<quint64, std::vector<std::uint32_t>> byTile;
    };
    const Labels& labels(int zoom) const;

    std::shared_ptr<const AreaIndex> m_areas;
    std::shared_ptr<const CaseIndex> m_cases;
    std::shared_ptr<const NamePictures> m_pictures;
    mutable std::array<Labels, 25> m_labels;
};

} // namespace griddesk
