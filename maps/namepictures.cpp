// SPDX-License-Identifier: GPL-3.0-or-later
#include "namepictures.h"

#include "arealabels.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace griddesk {

namespace {

constexpr double haloWidth = 3.4;
constexpr double rim = 3; ///< of the halo beyond the letters
constexpr qsizetype maxNames = 4096;

} // namespace

NamePictures::NamePictures(MapStyle style) : m_style(std::move(style)) {}

NamePictures::Picture NamePictures::name(MapAreaLevel level, const QString& text) const
{
    const std::scoped_lock lock(m_mutex);
    auto& names = m_names[static_cast<std::size_t>(level)];
    if (const auto found = names.constFind(text); found != names.constEnd())
        return *found;
    if (names.size() >= maxNames)
        names.clear();
    return *names.insert(text, made(level, text));
}

NamePictures::Picture NamePictures::made(MapAreaLevel level, const QString& text) const
{
    const QFont font = areaLabelFont(m_style, level);
    const QFontMetricsF metrics(font);
    const MapStyle::AreaLine& line = m_style.areas[static_cast<std::size_t>(level)];
    QColor ink = line.bold ? line.ink : m_style.label;
    if (level == MapAreaLevel::Cell)
        ink.setAlphaF(0.75F);
    const double width = metrics.horizontalAdvance(text);
    const QPointF start(rim, rim + std::ceil(metrics.ascent()));
    const QSizeF size(std::ceil(width) + 2 * rim, start.y() + std::ceil(metrics.descent()) + rim);
    QImage image((size * m_style.pixelRatio).toSize() + QSize(1, 1), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(m_style.pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addText(start, font, text);
    painter.strokePath(outline, QPen(m_style.halo, haloWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(start, text);
    return {image, {start.x() + width / 2, start.y() - (metrics.ascent() - metrics.descent()) / 2}};
}

} // namespace griddesk
