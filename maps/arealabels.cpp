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
    [[nodiscard]] bool isFree(const QRectF& rect) const
    {
        for (int y = bin(rect.top()); y <= bin(rect.bottom()); ++y)
            for (int x = bin(rect.left()); x <= bin(rect.right()); ++x)
                if (const auto here = m_bins.constFind(key(x, y));
                    here != m_bins.constEnd() && std::ranges::any_of(*here, [&](const QRectF& r) { return r.intersects(rect); }))
                    return false;
        return true;
    }
    bool take(const QRectF& rect)
    {
        if (!isFree(rect))
            return false;
        for (int y = bin(rect.top()); y <= bin(rect.bottom()); ++y)
            for (int x = bin(rect.left()); x <= bin(rect.right()); ++x)
                m_bins[key(x, y)].push_back(rect);
        return true;
    }

private:
    static int bin(qreal v) { return static_cast<int>(std::floor(v / 96)); }
    static quint64 key(int x, int y) { return (quint64(static_cast<quint32>(x)) << 32) | static_cast<quint32>(y); }
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

bool isLevelNamed(const AreaIndex& index, MapAreaLevel level, int zoom)
{
    // Pixels of a typical diagonal: a community is named as soon as it is told apart, a grid once its name leaves room for cases.
    constexpr std::array<double, mapAreaLevelCount> least{60, 60, 70, 260, 60};
    constexpr double most = 500;
    const double size = index.typicalDiagonal(level) * pixelScale(zoom);
    if (size < least[static_cast<std::size_t>(level)])
        return false;
    for (int inner = static_cast<int>(level) + 1; size > most && inner <= static_cast<int>(MapAreaLevel::Community); ++inner)
        if (index.typicalDiagonal(static_cast<MapAreaLevel>(inner)) > 0)
            return false;
    return true;
}

QString shortAreaName(const AreaIndex& index, const AreaIndex::Area& area)
{
    std::string_view name = area.name.empty() ? area.code : area.name;
    if (const auto parent = index.rowOf(area.parent); parent && !index.area(*parent).name.empty() && name.size() > index.area(*parent).name.size()
                                                      && name.starts_with(index.area(*parent).name))
        name.remove_prefix(index.area(*parent).name.size());
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).trimmed();
}

std::vector<MarkDisc> discsOf(const std::vector<DrawnMark>& marks, int zoom)
{
    std::vector<MarkDisc> discs;
    discs.reserve(marks.size());
    const double scale = pixelScale(zoom);
    for (const DrawnMark& mark : marks)
        discs.push_back({QPointF(mark.x, mark.y) * scale, mark.radius()});
    return discs;
}

double clearanceOf(const QRectF& rect, const std::vector<MarkDisc>& marks)
{
    double least = 1e9;
    for (const MarkDisc& mark : marks) {
        const double dx = std::max({rect.left() - mark.at.x(), 0.0, mark.at.x() - rect.right()});
        const double dy = std::max({rect.top() - mark.at.y(), 0.0, mark.at.y() - rect.bottom()});
        least = std::min(least, std::sqrt(dx * dx + dy * dy) - mark.radius);
    }
    return least;
}

namespace {

constexpr double farthestShiftX = 96;
constexpr double farthestShiftY = 64;
constexpr double wantedAir = 2;

/// Places to try round an anchor, the nearest first; aside costs more than up or down.
const std::vector<QPointF>& shifts()
{
    static const std::vector<QPointF> made = [] {
        std::vector<QPointF> out;
        for (double y = -farthestShiftY; y <= farthestShiftY; y += 8)
            for (double x = -farthestShiftX; x <= farthestShiftX; x += 16)
                out.emplace_back(x, y);
        std::ranges::stable_sort(out, {}, [](QPointF p) { return std::hypot(p.x() * 1.2, p.y()); });
        return out;
    }();
    return made;
}

/// True when the ends of the name lie in the area, so that nobody takes it for its neighbour's.
bool liesIn(const AreaIndex& index, std::uint32_t row, const QRectF& rect, int zoom)
{
    const double scale = pixelScale(zoom);
    for (const QPointF p : {rect.center(), QPointF(rect.left() + 4, rect.center().y()), QPointF(rect.right() - 4, rect.center().y())})
        if (!index.holds(row, {clampWorld(p.x() / scale), clampWorld(p.y() / scale)}, zoom))
            return false;
    return true;
}

/// Where a name goes among the marks; nothing when a grid's has no room.
std::optional<QRectF> amongMarks(const AreaIndex& index, std::uint32_t row, const QRectF& wanted, int zoom, const CaseIndex& cases, const Occupied& occupied)
{
    const double scale = pixelScale(zoom);
    const QRectF around = wanted.adjusted(-farthestShiftX - 40, -farthestShiftY - 40, farthestShiftX + 40, farthestShiftY + 40);
    const auto marks = discsOf(cases.marks({clampWorld(around.left() / scale), clampWorld(around.top() / scale),
                                            clampWorld(around.right() / scale), clampWorld(around.bottom() / scale)}, zoom), zoom);
    std::optional<QRectF> airiest;
    double air = -1e9;
    for (const QPointF shift : shifts()) {
        const QRectF rect = wanted.translated(shift);
        // What costs most is asked last.
        const double here = clearanceOf(rect, marks);
        if (here <= air || !occupied.isFree(rect) || (!shift.isNull() && !liesIn(index, row, rect, zoom)))
            continue;
        if (here >= wantedAir)
            return rect;
        air = here;
        airiest = rect;
    }
    return index.area(row).level == MapAreaLevel::Grid ? std::nullopt : airiest;
}

} // namespace

std::vector<AreaLabel> placeAreaLabels(const AreaIndex& index, const MapStyle& style, int zoom, const CaseIndex* cases)
{
    std::vector<AreaLabel> labels;
    Occupied occupied;
    const double scale = pixelScale(zoom);
    std::vector<std::uint32_t> rows;
    for (int l = 0; l < mapAreaLevelCount; ++l) {
        const auto level = static_cast<MapAreaLevel>(l);
        if (!isLevelShown(index, level, zoom) || !isLevelNamed(index, level, zoom))
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
            QString text = shortAreaName(index, area);
            const qreal width = measure.width(text);
            // Cells are many: their numbers come only when there is air round them.
            const qreal needed = level == MapAreaLevel::Cell ? width * 2.6 + 8 : level == MapAreaLevel::Grid ? width * 1.6 : width * 0.8;
            if (needed > area.anchorWidth * scale)
                continue;
            QRectF rect(0, 0, width + 8, measure.height());
            rect.moveCenter(QPointF(area.anchor.x, area.anchor.y) * scale);
            if (cases != nullptr && level != MapAreaLevel::Cell) {
                const auto clear = amongMarks(index, row, rect, zoom, *cases, occupied);
                if (!clear)
                    continue;
                rect = *clear;
            }
            if (occupied.take(rect))
                labels.push_back({row, rect, std::move(text)});
        }
    }
    return labels;
}

} // namespace griddesk
