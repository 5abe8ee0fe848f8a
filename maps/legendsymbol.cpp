// SPDX-License-Identifier: GPL-3.0-or-later
#include "legendsymbol.h"

#include "casesymbols.h"

#include <QPainter>

namespace griddesk {

LegendSymbol::LegendSymbol(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &LegendSymbol::changed, this, [this] { update(); });
}

void LegendSymbol::setHost(MapHost* host)
{
    if (host == m_host)
        return;
    if (m_host)
        m_host->disconnect(this);
    m_host = host;
    if (m_host)
        connect(m_host, &MapHost::styleChanged, this, [this] { update(); });
    Q_EMIT changed();
}

void LegendSymbol::paint(QPainter* painter)
{
    if (!m_host)
        return;
    MapStyle style = m_host->style();
    if (m_count > 1) {
        // Mostly on time, some due soon, some late.
        const auto count = static_cast<std::uint32_t>(m_count);
        const DrawnMark mark{0, count, 0, 0, {count - 2 * (count / 4), count / 4, count / 4, 0}, m_urgency == static_cast<int>(MapUrgency::Critical), {}};
        style.pixelRatio = painter->device()->devicePixelRatio();
        const QImage image = CaseSymbols(style).cluster(mark);
        const QSizeF size = image.deviceIndependentSize();
        painter->drawImage(QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), image);
        return;
    }
    painter->translate(width() / 2, height() / 2);
    paintCaseSymbol(*painter, {static_cast<MapStage>(m_stage), static_cast<MapLamp>(m_lamp), static_cast<MapUrgency>(m_urgency), m_supervised}, style);
}

} // namespace griddesk
