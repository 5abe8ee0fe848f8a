// SPDX-License-Identifier: GPL-3.0-or-later
#include "areanames.h"

#include <QPainter>

namespace griddesk {

AreaNamePainter::AreaNamePainter(std::shared_ptr<const AreaIndex> areas, std::shared_ptr<const CaseIndex> cases,
                                 std::shared_ptr<const NamePictures> pictures)
    : m_areas(std::move(areas)), m_cases(std::move(cases)), m_pictures(std::move(pictures))
{
}

bool AreaNamePainter::covers(LayerTile tile) const
{
    return m_areas != nullptr && !m_areas->extent().isEmpty() && m_areas->extent().intersects(tile.box(8));
}

const AreaNamePainter::Labels& AreaNamePainter::labels(int zoom) const
{
    Labels& labels = m_labels[static_cast<std::size_t>(std::clamp(zoom, 0, 24))];
    std::call_once(labels.once, [&] {
        labels.labels = placeAreaLabels(*m_areas, m_pictures->style(), zoom, m_cases.get());
        for (std::uint32_t i = 0; i < labels.labels.size(); ++i) {
            const QRectF r = labels.labels[i].rect.adjusted(-3, -3, 3, 3);
            for (int y = static_cast<int>(r.top() / LayerTile::size); y <= static_cast<int>(r.bottom() / LayerTile::size); ++y)
                for (int x = static_cast<int>(r.left() / LayerTile::size); x <= static_cast<int>(r.right() / LayerTile::size); ++x)
                    labels.byTile[LayerTile{zoom, x, y}.key()].push_back(i);
        }
    });
    return labels;
}

void AreaNamePainter::paint(QPainter& painter, LayerTile tile, const PaintCancel& cancel) const
{
    const Labels& all = labels(tile.zoom);
    const auto here = all.byTile.constFind(tile.key());
    if (here == all.byTile.constEnd())
        return;
    // Names of cells are too many to be moved aside: they give way. Those that cross the border are judged by all tiles alike.
    const bool cells = std::ranges::any_of(*here, [&](std::uint32_t i) { return m_areas->area(all.labels[i].row).level == MapAreaLevel::Cell; });
    const auto marks = cells && m_cases ? discsOf(m_cases->marks(tile.box(LayerTile::size / 2.0), tile.zoom), tile.zoom) : std::vector<MarkDisc>();
    const QPointF offset(double(tile.x) * LayerTile::size, double(tile.y) * LayerTile::size);
    const double ratio = m_pictures->style().pixelRatio;
    for (const std::uint32_t i : *here) {
        if (cancel.isCancelled())
            return;
        const AreaLabel& label = all.labels[i];
        const auto level = m_areas->area(label.row).level;
        if (level == MapAreaLevel::Cell && clearanceOf(label.rect, marks) < 0)
            continue;
        const NamePictures::Picture picture = m_pictures->name(level, label.text);
        // Whole device pixels, as symbols.
        const QPointF corner = (label.rect.center() - offset - picture.middle) * ratio;
        painter.drawImage(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, picture.image);
    }
}

} // namespace griddesk
