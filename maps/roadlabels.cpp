// SPDX-License-Identifier: GPL-3.0-or-later
#include "roadlabels.h"

#include "mercator.h"

#include <QFontMetricsF>
#include <QHash>
#include <QMap>
#include <QPolygonF>

#include <algorithm>
#include <map>
#include <numbers>

namespace griddesk {

namespace {

constexpr double repeatEvery = 420;
constexpr double sharpestBend = 32; ///< degrees between neighbouring characters

using Line = std::vector<GeoPoint>;

/// Joins pieces whose ends meet into chains, each piece used once.
std::vector<Line> chains(std::vector<Line> pieces)
{
    std::vector<Line> out;
    while (!pieces.empty()) {
        Line line = std::move(pieces.back());
        pieces.pop_back();
        for (bool grown = true; grown;) {
            grown = false;
            for (std::size_t i = 0; i < pieces.size() && !grown; ++i) {
                Line& piece = pieces[i];
                if (piece.front() == line.back()) {
                    line.insert(line.end(), piece.begin() + 1, piece.end());
                } else if (piece.back() == line.front()) {
                    line.insert(line.begin(), piece.begin(), piece.end() - 1);
                } else {
                    continue;
                }
                pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
                grown = true;
            }
        }
        out.push_back(std::move(line));
    }
    return out;
}

/// A line with the distance of every corner from its start, pixels.
class Path {
public:
    Path(const Line& line, int zoom)
    {
        for (const GeoPoint p : line) {
            const QPointF at = worldOf(p) * pixelScale(zoom);
            if (!m_points.empty()) {
                const QPointF d = at - m_points.back();
                if (d.manhattanLength() < 0.01)
                    continue;
                m_distance.push_back(m_distance.back() + std::hypot(d.x(), d.y()));
            } else {
                m_distance.push_back(0);
            }
            m_points.push_back(at);
        }
    }
    [[nodiscard]] double length() const { return m_distance.empty() ? 0 : m_distance.back(); }
    [[nodiscard]] QPointF at(double s) const
    {
        const auto next = std::ranges::upper_bound(m_distance, std::clamp(s, 0.0, length() * 0.999999));
        const auto i = static_cast<std::size_t>(next - m_distance.begin());
        const double t = (s - m_distance[i - 1]) / (m_distance[i] - m_distance[i - 1]);
        return m_points[i - 1] + (m_points[i] - m_points[i - 1]) * t;
    }
    /// Direction over a short stretch round `s`, degrees clockwise from east.
    [[nodiscard]] double direction(double s, double reach) const
    {
        const QPointF d = at(std::min(s + reach, length())) - at(std::max(s - reach, 0.0));
        return std::atan2(d.y(), d.x()) * 180.0 / std::numbers::pi;
    }

private:
    std::vector<QPointF> m_points;
    std::vector<double> m_distance;
};

bool isHan(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
}

double turned(double a, double b) { return std::abs(std::remainder(a - b, 360.0)); }

/// The name centred at distance `s`, or no glyphs when the road bends too much there.
RoadLabel labelAt(const Path& path, double s, const QString& name, const QFontMetricsF& metrics, double spacing)
{
    RoadLabel label;
    std::vector<double> widths;
    double total = -spacing;
    for (const QChar c : name) {
        widths.push_back(metrics.horizontalAdvance(c));
        total += widths.back() + spacing;
    }
    const double first = path.direction(s, total / 2);
    const bool han = isHan(name);
    const bool down = han && std::abs(std::cos(first * std::numbers::pi / 180.0)) < 0.62;
    // Read from left to right, or from top to bottom.
    const bool backwards = down ? std::sin(first * std::numbers::pi / 180.0) < 0 : std::cos(first * std::numbers::pi / 180.0) < 0;
    double at = -total / 2;
    double before = 0;
    for (qsizetype i = 0; i < name.size(); ++i) {
        const double width = widths[static_cast<std::size_t>(i)];
        const double where = s + (backwards ? -1 : 1) * (at + width / 2);
        const double along = path.direction(where, width * 0.6) + (backwards ? 180 : 0);
        if (turned(along, first + (backwards ? 180 : 0)) > 50 || (i > 0 && turned(along, before) > sharpestBend))
            return {};
        before = along;
        const QPointF middle = path.at(where);
        label.glyphs.push_back({QString(name[i]), middle, down ? 0.0 : std::remainder(along, 360.0)});
        const double half = metrics.height() * 0.55;
        label.box |= QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half);
        at += width + spacing;
    }
    return label;
}

} // namespace

std::vector<RoadLabel> placeRoadLabels(const std::vector<MapRoad>& roads, int zoom, const QString& family)
{
    struct Named {
        std::vector<Line> pieces;
        RoadStyle style;
    };
    std::map<std::string, Named> byName;
    for (const MapRoad& road : roads) {
        const RoadStyle style = roadStyle(road.highway, zoom);
        if (road.name.empty() || road.points.size() < 2 || style.labelPixels == 0)
            continue;
        Named& named = byName[road.name];
        named.pieces.push_back(road.points);
        if (style.rank > named.style.rank)
            named.style = style;
    }
    std::vector<std::pair<std::string, Named*>> order;
    for (auto& [name, named] : byName)
        order.emplace_back(name, &named);
    std::ranges::stable_sort(order, std::greater{}, [](const auto& n) { return n.second->style.rank; });

    std::vector<RoadLabel> placed;
    std::vector<QRectF> taken; // single glyphs
    for (const auto& [utf8, named] : order) {
        const QString name = QString::fromStdString(utf8);
        QFont font;
        if (!family.isEmpty())
            font.setFamily(family);
        font.setPixelSize(named->style.labelPixels);
        font.setWeight(named->style.rank >= 12 ? QFont::Medium : QFont::Normal);
        const QFontMetricsF metrics(font);
        const double spacing = isHan(name) ? named->style.labelPixels * 0.15 : 0.3;
        const double needed = metrics.horizontalAdvance(name) + spacing * double(name.size()) + 10;
        std::vector<QPointF> same;
        auto lines = chains(std::move(named->pieces));
        std::ranges::stable_sort(lines, std::greater{}, [&](const Line& l) { return Path(l, zoom).length(); });
        for (const Line& line : lines) {
            const Path path(line, zoom);
            if (path.length() < needed)
                continue;
            const int count = std::max(1, static_cast<int>(path.length() / repeatEvery));
            for (int i = 0; i < count; ++i) {
                // A few places round the wished one, for roads that bend or cross just there.
                for (const double shift : {0.0, 0.15, -0.15, 0.3, -0.3}) {
                    const double s = path.length() * (i + 0.5 + shift) / count;
                    if (s < needed / 2 || s > path.length() - needed / 2)
                        continue;
                    RoadLabel label = labelAt(path, s, name, metrics, spacing);
                    if (label.glyphs.empty())
                        continue;
                    const QPointF middle = label.box.center();
                    const bool near = std::ranges::any_of(same, [&](QPointF p) { return std::hypot(p.x() - middle.x(), p.y() - middle.y()) < repeatEvery * 0.6; });
                    if (near)
                        break;
                    const double half = metrics.height() * 0.6;
                    const auto squareOf = [&](const RoadGlyph& g) { return QRectF(g.at.x() - half, g.at.y() - half, 2 * half, 2 * half); };
                    const bool hits = std::ranges::any_of(label.glyphs, [&](const RoadGlyph& g) {
                        return std::ranges::any_of(taken, [&](const QRectF& r) { return r.intersects(squareOf(g)); });
                    });
                    if (hits)
                        continue;
                    for (const RoadGlyph& g : label.glyphs)
                        taken.push_back(squareOf(g));
                    same.push_back(middle);
                    label.font = font;
                    label.rank = named->style.rank;
                    placed.push_back(std::move(label));
                    break;
                }
            }
        }
    }
    return placed;
}

} // namespace griddesk
