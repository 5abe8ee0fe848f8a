// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourpictures.h"

#include <QImage>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace griddesk {

bool drawTourPicture(const QString& path, bool after, int nth, const QString& stamp)
{
    constexpr int width = 960, height = 720, kerb = 430;
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QLinearGradient sky(0, 0, 0, kerb);
    sky.setColorAt(0, QColor::fromHsv(208, 60 + nth * 9 % 50, 225));
    sky.setColorAt(1, QColor(238, 240, 236));
    painter.fillRect(image.rect(), sky);
    for (int i = 0; i < 5; ++i) { // house fronts
        const QRect house(i * 200 - 30 - nth * 17 % 60, 90 + (i * 53 + nth * 29) % 120, 190, kerb);
        painter.fillRect(house, QColor::fromHsv((28 + i * 7) % 360, 40, 190 - i * 9));
        for (int floor = 0; floor < 6; ++floor)
            for (int window = 0; window < 3; ++window)
                painter.fillRect(house.x() + 22 + window * 56, house.y() + 24 + floor * 62, 32, 38, QColor(96, 112, 128));
    }
    painter.fillRect(0, kerb - 70, width, 70, QColor(104, 138, 92)); // hedge
    painter.fillRect(0, kerb, width, height - kerb, QColor(176, 174, 168));
    painter.setPen(QPen(QColor(152, 150, 145), 2));
    for (int x = -height; x < width; x += 74)
        painter.drawLine(x, height, x + 380, kerb);
    for (int y = kerb + 46; y < height; y += 58)
        painter.drawLine(0, y, width, y);

    const QPointF middle(380 + nth * 61 % 240, 590);
    painter.setPen(QPen(QColor(58, 58, 60), 4));
    painter.setBrush(QColor(84, 86, 90));
    painter.drawEllipse(middle, 120, 52);
    painter.setPen(QPen(QColor(112, 114, 118), 3));
    for (int i = -3; i <= 3; ++i)
        painter.drawLine(middle + QPointF(i * 30, -38 + std::abs(i) * 9), middle + QPointF(i * 30, 38 - std::abs(i) * 9));
    painter.setPen(Qt::NoPen);
    if (!after) { // the lid stands up, bags lie beside it
        painter.setBrush(QColor(24, 24, 26));
        painter.drawChord(QRectF(middle.x() - 120, middle.y() - 52, 240, 104), 20 * 16, 140 * 16);
        for (int i = 0; i < 3; ++i) {
            QPainterPath bag;
            const QPointF at = middle + QPointF(150 + i * 62, 10 + i % 2 * 26);
            bag.moveTo(at + QPointF(-34, 30));
            bag.cubicTo(at + QPointF(-42, -24), at + QPointF(-12, -30), at + QPointF(0, -48));
            bag.cubicTo(at + QPointF(14, -28), at + QPointF(44, -20), at + QPointF(34, 30));
            painter.setBrush(QColor(54 + i * 40, 62 + i * 22, 70));
            painter.drawPath(bag);
        }
    }
    painter.setPen(Qt::white);
    auto font = painter.font();
    font.setPixelSize(26);
    painter.setFont(font);
    painter.fillRect(0, height - 52, width, 52, QColor(0, 0, 0, 120));
    painter.drawText(QRect(20, height - 52, width - 40, 52), Qt::AlignVCenter, stamp);
    painter.end();
    return image.save(path, "PNG");
}

} // namespace griddesk
