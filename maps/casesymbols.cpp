// SPDX-License-Identifier: GPL-3.0-or-later
#include "casesymbols.h"

#include <QPainter>

#include <numbers>

namespace griddesk {

namespace {

QPolygonF regular(int corners, double radius, double turn)
{
    QPolygonF out;
    for (int i = 0; i < corners; ++i) {
        const double a = turn + 2 * std::numbers::pi * i / corners;
        out << QPointF(radius * std::cos(a), radius * std::sin(a));
    }
    return out;
}

constexpr double symbolSide = 36;
constexpr std::size_t maxRings = 4096;

} // namespace

QPainterPath stagePath(MapStage stage)
{
    constexpr double up = -std::numbers::pi / 2;
    QPainterPath path;
    switch (stage) {
    case MapStage::Intake: path.addEllipse(QPointF(0, 0), 9.5, 9.5); break;
    case MapStage::Dispatch: path.addPolygon(regular(4, 12, up)); break;
    case MapStage::Handling: path.addRoundedRect(-9, -9, 18, 18, 3, 3); break;
    case MapStage::Checking: path.addPolygon(regular(3, 13, up).translated(0, 2)); break;
    case MapStage::Closing: path.addPolygon(regular(6, 10.5, up)); break;
    case MapStage::Closed: path.addEllipse(QPointF(0, 0), 5.5, 5.5); break;
    }
    path.closeSubpath();
    return path;
}

QPainterPath lampSign(MapLamp lamp)
{
    QPainterPath path;
    switch (lamp) {
    case MapLamp::Green: break;
    case MapLamp::Yellow: // hands of a clock
        path.addRoundedRect(-1, -5, 2, 6, 0.8, 0.8);
        path.addRoundedRect(-1, -1, 5, 2, 0.8, 0.8);
        path.setFillRule(Qt::WindingFill);
        break;
    case MapLamp::Red:
        path.addRoundedRect(-1.3, -5.5, 2.6, 7, 1.2, 1.2);
        path.addEllipse(QPointF(0, 4), 1.5, 1.5);
        break;
    case MapLamp::Suspended:
        path.addRect(-3.4, -4, 2.4, 8);
        path.addRect(1, -4, 2.4, 8);
        break;
    }
    return path;
}

void paintCaseSymbol(QPainter& painter, CaseSigns signs, const MapStyle& style)
{
    const QPainterPath body = stagePath(signs.stage);
    const QColor fill = style.lamp[static_cast<std::size_t>(signs.lamp)];
    painter.setRenderHint(QPainter::Antialiasing);
    // A soft ring keeps the symbol apart from whatever lies under it.
    painter.setPen(QPen(QColor(0, 0, 0, 46), 4.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(body.translated(0, 0.6));
    painter.setPen(QPen(style.symbolEdge, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(fill);
    painter.drawPath(body);
    painter.setPen(Qt::NoPen);
    painter.fillPath(body, fill);
    if (signs.stage == MapStage::Closed) {
        QPainterPath tick;
        tick.moveTo(-2.4, 0.2);
        tick.lineTo(-0.7, 2.0);
        tick.lineTo(2.6, -1.8);
        painter.strokePath(tick, QPen(style.symbolInk, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    } else {
        painter.fillPath(lampSign(signs.lamp).translated(0, signs.stage == MapStage::Checking ? 2.5 : 0), style.symbolInk);
    }
    if (signs.urgency != MapUrgency::Ordinary) {
        // At the symbol, so that it is not taken for a sign of its own.
        const bool small = signs.stage == MapStage::Closed;
        const QRectF bar = small ? QRectF(-12.5, -5.5, 4, 11) : QRectF(-16.5, -9.5, 4.6, 19);
        painter.setPen(QPen(style.symbolEdge, 1));
        painter.setBrush(signs.urgency == MapUrgency::Critical ? style.critical : style.urgent);
        painter.drawRoundedRect(bar, 1.6, 1.6);
    }
    if (signs.supervised) {
        const QRectF card(2, -17.5, 15.5, 15.5);
        painter.setPen(QPen(style.symbolEdge, 1));
        painter.setBrush(style.critical);
        painter.drawRoundedRect(card, 2, 2);
        QFont font;
        if (!style.family.isEmpty())
            font.setFamily(style.family);
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(style.symbolInk);
        painter.drawText(card, Qt::AlignCenter, QStringLiteral("督"));
    }
}

CaseSymbols::CaseSymbols(MapStyle style) : m_style(std::move(style)) {}

QImage CaseSymbols::blank(double side) const
{
    const int pixels = static_cast<int>(std::ceil(side * m_style.pixelRatio));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_style.pixelRatio);
    image.fill(Qt::transparent);
    return image;
}

QImage CaseSymbols::symbol(CaseSigns signs) const
{
    const quint64 key = (quint64(signs.stage) << 8) | (quint64(signs.lamp) << 5) | (quint64(signs.urgency) << 1) | quint64(signs.supervised);
    const std::scoped_lock lock(m_mutex);
    QImage& image = m_symbols[key];
    if (image.isNull()) {
        image = blank(symbolSide);
        QPainter painter(&image);
        painter.translate(symbolSide / 2, symbolSide / 2);
        paintCaseSymbol(painter, signs, m_style);
    }
    return image;
}

QString CaseSymbols::countText(std::uint32_t count)
{
    if (count < 1000)
        return QString::number(count);
    const bool millions = count >= 999'500;
    const double value = count / (millions ? 1e6 : 1e3);
    return QString::number(value, 'f', value < 9.95 ? 1 : 0) + (millions ? QLatin1Char('M') : QLatin1Char('k'));
}

QImage CaseSymbols::cluster(const DrawnMark& mark) const
{
    // Shares in twelfths of the ring; a lamp that is present keeps at least one.
    constexpr int parts = 12;
    std::array<int, mapLampCount> share{};
    int left = parts;
    constexpr std::array<MapLamp, mapLampCount> order{MapLamp::Red, MapLamp::Yellow, MapLamp::Suspended, MapLamp::Green};
    for (const MapLamp lamp : order) {
        const auto i = static_cast<std::size_t>(lamp);
        if (mark.lamps[i] > 0)
            share[i] = std::min(left, std::max(1, static_cast<int>(std::lround(double(mark.lamps[i]) * parts / mark.count))));
        left -= share[i];
    }
    if (left > 0)
        ++share[static_cast<std::size_t>(std::ranges::max_element(mark.lamps) - mark.lamps.begin())], --left;
    const double radius = std::round(mark.radius());
    const QString text = countText(mark.count);
    quint64 key = qHash(text);
    for (const int s : share)
        key = key * 13 + static_cast<quint64>(s);
    key = key * 2 + (mark.critical ? 1 : 0);

    const std::scoped_lock lock(m_mutex);
    if (m_rings.size() > static_cast<qsizetype>(maxRings))
        m_rings.clear();
    QImage& image = m_rings[key];
    if (!image.isNull())
        return image;
    const double side = 2 * radius + 8;
    image = blank(side);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2, side / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 40));
    painter.drawEllipse(QPointF(0, 0.8), radius + 1.6, radius + 1.6);
    const double total = parts - left;
    double angle = 90;
    const QRectF outer(-radius, -radius, 2 * radius, 2 * radius);
    for (const MapLamp lamp : order) {
        const double span = 360.0 * share[static_cast<std::size_t>(lamp)] / total;
        painter.setBrush(m_style.lamp[static_cast<std::size_t>(lamp)]);
        if (span >= 360)
            painter.drawEllipse(outer);
        else if (span > 0)
            painter.drawPie(outer, static_cast<int>(angle * 16), static_cast<int>(-span * 16) - 1);
        angle -= span;
    }
    QColor centre = m_style.panel;
    centre.setAlpha(255);
    painter.setBrush(centre);
    painter.drawEllipse(QPointF(0, 0), radius - 4, radius - 4);
    if (mark.critical) {
        painter.setPen(QPen(m_style.critical, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(0, 0), radius + 1.6, radius + 1.6);
    }
    QFont font;
    if (!m_style.family.isEmpty())
        font.setFamily(m_style.family);
    font.setPixelSize(text.size() > 3 ? 10 : 12);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_style.panelText);
    painter.drawText(outer, Qt::AlignCenter, text);
    return image;
}

} // namespace griddesk
