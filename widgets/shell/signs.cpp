// SPDX-License-Identifier: GPL-3.0-or-later
#include "signs.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace griddesk::signs {

namespace {

/// Painter state kept for the length of a sign.
class Saved {
public:
    explicit Saved(QPainter& painter) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

} // namespace

QColor lampColour(Lamp lamp, const Theme& theme)
{
    switch (lamp) {
    case Lamp::Green: return theme.lampGreen;
    case Lamp::Yellow: return theme.lampYellow;
    case Lamp::Red: return theme.lampRed;
    case Lamp::Suspended:
    case Lamp::None: return theme.lampGrey;
    }
    return theme.lampGrey;
}

void paintLamp(QPainter& painter, const QRectF& area, Lamp lamp, const Theme& theme)
{
    const Saved saved(painter);
    const double size = std::min({area.width(), area.height(), 12.0});
    const QRectF circle(area.center().x() - size / 2, area.center().y() - size / 2, size, size);
    const auto colour = lampColour(lamp, theme);
    switch (lamp) {
    case Lamp::None:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.textDisabled);
        painter.drawEllipse(circle.center(), 1.5, 1.5);
        return;
    case Lamp::Suspended: {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double bar = size / 4;
        painter.drawRoundedRect(QRectF(circle.left() + bar * 0.7, circle.top() + 1, bar, size - 2), 1, 1);
        painter.drawRoundedRect(QRectF(circle.right() - bar * 1.7, circle.top() + 1, bar, size - 2), 1, 1);
        return;
    }
    case Lamp::Green:
        painter.setPen(QPen(colour, 2.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle.adjusted(1.1, 1.1, -1.1, -1.1));
        return;
    case Lamp::Yellow:
        painter.setPen(QPen(colour, 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPie(circle.adjusted(1, 1, -1, -1), 90 * 16, -180 * 16);
        return;
    case Lamp::Red:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(circle);
        return;
    }
}

void paintUrgency(QPainter& painter, const QRectF& row, Urgency urgency, const Theme& theme)
{
    if (urgency == Urgency::Ordinary)
        return;
    const double inset = urgency == Urgency::Critical ? 0.0 : row.height() * 0.22;
    painter.fillRect(QRectF(row.left(), row.top() + inset, 4, row.height() - 2 * inset), urgency == Urgency::Critical ? theme.critical : theme.urgent);
}

void paintSupervision(QPainter& painter, const QRectF& area, Card card, const Theme& theme)
{
    const Saved saved(painter);
    const double height = std::min(area.height(), 18.0);
    const QRectF sheet(area.left(), area.center().y() - height / 2, height, height);
    painter.setPen(QPen(theme.supervise, 1.4));
    painter.setBrush(theme.card);
    painter.drawRoundedRect(sheet.adjusted(0.7, 0.7, -0.7, -0.7), 2.5, 2.5);
    if (card != Card::None) {
        QPainterPath corner;
        const auto tip = sheet.topRight() + QPointF(1, -1);
        corner.moveTo(tip);
        corner.lineTo(tip + QPointF(-height * 0.45, 0));
        corner.lineTo(tip + QPointF(0, height * 0.45));
        corner.closeSubpath();
        painter.setPen(Qt::NoPen);
        painter.setBrush(card == Card::Red ? theme.lampRed : theme.lampYellow);
        painter.drawPath(corner);
    }
    auto font = painter.font();
    font.setPixelSize(std::max(8, static_cast<int>(height * 0.62)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(theme.supervise);
    painter.drawText(sheet, Qt::AlignCenter, QStringLiteral("督"));
}

void paintGrade(QPainter& painter, const QRectF& area, QChar letter, const Theme& theme)
{
    const Saved saved(painter);
    const double size = std::min({area.width(), area.height(), 18.0});
    const QRectF circle(area.center().x() - size / 2, area.center().y() - size / 2, size, size);
    painter.setPen(QPen(theme.textMuted, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle.adjusted(0.6, 0.6, -0.6, -0.6));
    auto font = painter.font();
    font.setPixelSize(static_cast<int>(size * 0.6));
    painter.setFont(font);
    painter.setPen(theme.text);
    painter.drawText(circle, Qt::AlignCenter, letter);
}

double chipWidth(const QFontMetrics& metrics, const QString& text) { return metrics.horizontalAdvance(text) + 14.0; }

double paintChip(QPainter& painter, const QRectF& area, const QString& text, Tone tone, const Theme& theme)
{
    const Saved saved(painter);
    auto font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const double width = std::min(area.width(), chipWidth(metrics, text)), height = std::min(area.height(), 20.0);
    if (width < 20)
        return 0;
    const QRectF chip(area.left(), area.center().y() - height / 2, width, height);
    QColor ground = theme.hover, ink = theme.textMuted;
    switch (tone) {
    case Tone::Plain: break;
    case Tone::Ok: ground = theme.okSoft, ink = theme.okText; break;
    case Tone::Warn: ground = theme.warnSoft, ink = theme.warnText; break;
    case Tone::Bad: ground = theme.badSoft, ink = theme.badText; break;
    case Tone::Info: ground = theme.accentSoft, ink = theme.accent; break;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, height / 2, height / 2);
    painter.setPen(ink);
    painter.drawText(chip.adjusted(7, 0, -7, 0), Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, static_cast<int>(width) - 13));
    return width;
}

} // namespace griddesk::signs
