// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maphost.h"
#include "maplayeritem.h"

#include <QPointer>

#include <map>

namespace griddesk {

/// Shows all layers of a MapHost, one MapLayerItem each in the order of MapZ, over the base map. Created in QML.
/// GUI thread.
class MapLayerStack : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(griddesk::MapHost* host READ host WRITE setHost NOTIFY hostChanged REQUIRED)

public:
    explicit MapLayerStack(QQuickItem* parent = nullptr);

    [[nodiscard]] MapHost* host() const { return m_host; }
    void setHost(MapHost* host);
    /// True while any layer paints tiles of the present view.
    [[nodiscard]] bool isBusy() const;
    /// True when all layers show the present view and data.
    [[nodiscard]] bool isCurrent() const;

Q_SIGNALS:
    void hostChanged();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private:
    void reportSize();
    void syncLayers();
    void syncCamera();

    QPointer<MapHost> m_host;
    std::map<int, MapLayerItem*> m_items; ///< by layer; children of this item
};

} // namespace griddesk
