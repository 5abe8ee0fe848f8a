// SPDX-License-Identifier: GPL-3.0-or-later
#include "arealabels.h"

#include <QFontMetricsF>
#include <QHash>

namespace griddesk {

namespace {

/// Widths add up per character: kerning is of no matter for keeping names apart, and measuring 10 000 texts is.
class TextMeasure {
public:
    explicit TextMeasure(const QFont& font) : m_metrics(font) {}
    [[nodiscard]] qreal height() const { return m_metrics.height(); }
    qreal width(const QString& text)
    {
        qreal sum = 0;
        for (const QChar c : text) {
            auto at = m_widths.constFind(c);
            if (at == m_widths.constEnd())
                at = m_widths.insert(c, m_metrics.horizontalAdvance(c));
            sum += *at;
        }
        return sum;
    }

private:
    QFontMetricsF m_metrics;
    QHash<QChar, qreal> m_widths;
};

/// Rectangles already taken, in square bins.
class Occupied {
public:
    bool take(const QRectF& rect)
    {
        for (int pass = 0; pass < 2; ++pass)
            for (int y = bin(rect.top()); y <= bin(rect.bottom()); ++y)
                for (int x = bin(rect.left()); x <= bin(rect.right()); ++x) {
                    auto& here = m_bins[(quint64(static_cast<quint32>(x)) << 32) | static_cast<quint32>(y)];
                    if (pass == 1)
                        here.push_back(rect);
                    else if (std::ranges::any_of(here, [&](const QRectF& r) { return r.intersects(rect); }))
                        return false;
                }
        return true;
    }

private:
    static int bin(qreal v) { return static_cast<int>(std::floor(v / 96)); }
    QHash<quint64, std::vector<QRectF>> m_bins;
};

} // namespace

QFont areaLabelFont(const MapStyle& style, MapAreaLevel level)
{
    const MapStyle::AreaLine& line = style.areas[static_cast<std::size_t>(level)];
    QFont font;
    if (!style.family.isEmpty())
        font.setFamily(style.family);
    font.setPixelSize(line.labelPixels);
    font.setWeight(line.bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

bool isLevelShown(const AreaIndex& index, MapAreaLevel level, int zoom)
{
    return index.typicalDiagonal(level) * pixelScale(zoom) >= 7.0;
}

std::vector<AreaLabel> placeAreaLabels(const AreaIndex& index, const MapStyle& style, int zoom)
{
    std::vector<AreaLabel> labels;
    Occupied occupied;
    const double scale = pixelScale(zoom);
    std::vector<std::uint32_t> rows;
    for (int l = 0; l < mapAreaLevelCount; ++l) {
        const auto level = static_cast<MapAreaLevel>(l);
        if (!isLevelShown(index, level, zoom))
            continue;
        TextMeasure measure(areaLabelFont(style, level));
        rows.clear();
        for (std::uint32_t row = 0; row < index.size(); ++row) {
            const auto& area = index.area(row);
            // One that fills several screens is known by its surroundings; its name would only cover cases.
            const double wide = area.anchorWidth * scale;
            if (area.level == level && area.ringCount > 0 && wide >= measure.height() && wide < 4000)
                rows.push_back(row);
        }
        std::ranges::stable_sort(rows, std::greater{}, [&](std::uint32_t row) { return index.area(row).anchorWidth; });
        for (const std::uint32_t row : rows) {
            const auto& area = index.area(row);
            QString text = QString::fromStdString(area.name.empty() ? area.code : area.name);
            const qreal width = measure.width(text);
            // Cells are many: their numbers come only when there is air round them.
            const qreal needed = level == MapAreaLevel::Cell ? width * 2.6 + 8 : width + 6;
            if (needed > area.anchorWidth * scale)
                continue;
            QRectF rect(0, 0, width + 8, measure.height());
            rect.moveCenter(QPointF(area.anchor.x, area.anchor.y) * scale);
            if (occupied.take(rect))
                labels.push_back({row, rect, std::move(text)});
        }
    }
    return labels;
}

} // namespace griddesk
