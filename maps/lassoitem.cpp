// SPDX-License-Identifier: GPL-3.0-or-later
#include "lassoitem.h"

#include <QPainter>

#include <utility>

namespace griddesk {

namespace {

constexpr qsizetype maxCorners = 2000;

} // namespace

void LassoItem::begin(qreal x, qreal y)
{
    m_line = {QPointF(x, y)};
    update();
}

void LassoItem::add(qreal x, qreal y)
{
    const QPointF p(x, y);
    if (m_line.size() >= maxCorners || (!m_line.isEmpty() && (m_line.back() - p).manhattanLength() < 3))
        return;
    m_line.append(p);
    update();
}

QPolygonF LassoItem::take()
{
    update();
    return std::exchange(m_line, {});
}

void LassoItem::paint(QPainter* painter)
{
    if (m_line.size() < 2)
        return;
    QColor fill = m_colour;
    fill.setAlpha(40);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(m_colour, 2, Qt::DashLine));
    painter->setBrush(fill);
    painter->drawPolygon(m_line);
}

} // namespace griddesk
