// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maphost.h"

#include <QPointer>
#include <QQuickPaintedItem>

namespace griddesk {

/// One sign of the legend, painted by what paints it on the map: a case, or a cluster when `count` is above one. The
/// numbers are those of MapStage, MapLamp and MapUrgency. Created in QML. GUI thread.
class LegendSymbol : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(griddesk::MapHost* host READ host WRITE setHost NOTIFY changed REQUIRED)
    Q_PROPERTY(int stage MEMBER m_stage NOTIFY changed)
    Q_PROPERTY(int lamp MEMBER m_lamp NOTIFY changed)
    Q_PROPERTY(int urgency MEMBER m_urgency NOTIFY changed)
    Q_PROPERTY(bool supervised MEMBER m_supervised NOTIFY changed)
    Q_PROPERTY(int count MEMBER m_count NOTIFY changed)

public:
    explicit LegendSymbol(QQuickItem* parent = nullptr);

    [[nodiscard]] MapHost* host() const { return m_host; }
    void setHost(MapHost* host);
    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QPointer<MapHost> m_host;
    int m_stage = 0;
    int m_lamp = 0;
    int m_urgency = 0;
    int m_count = 1;
    bool m_supervised = false;
};

} // namespace griddesk
