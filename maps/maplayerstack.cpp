// SPDX-License-Identifier: GPL-3.0-or-later
#include "maplayerstack.h"

#include <QQuickWindow>

namespace griddesk {

MapLayerStack::MapLayerStack(QQuickItem* parent) : QQuickItem(parent) {}

void MapLayerStack::setHost(MapHost* host)
{
    if (host == m_host)
        return;
    if (m_host)
        m_host->disconnect(this);
    m_host = host;
    if (m_host) {
        m_host->setLayerCheck([stack = QPointer<MapLayerStack>(this)] { return !stack || stack->isCurrent(); });
        connect(m_host, &MapHost::cameraChanged, this, &MapLayerStack::syncCamera);
        connect(m_host, &MapHost::layersChanged, this, &MapLayerStack::syncLayers);
        connect(m_host, &MapHost::layerPainterChanged, this, [this](int layer) {
            const auto item = m_items.find(layer);
            const auto& layers = m_host->layers();
            if (const auto at = std::ranges::find(layers, layer, &MapHost::Layer::id); at != layers.end() && item != m_items.end())
                item->second->setPainter(at->painter);
        });
    }
    syncLayers();
    reportSize();
    Q_EMIT hostChanged();
}

bool MapLayerStack::isBusy() const
{
    return std::ranges::any_of(m_items, [](const auto& item) { return item.second->isBusy(); });
}

bool MapLayerStack::isCurrent() const
{
    return std::ranges::all_of(m_items, [](const auto& item) { return item.second->isCurrent(); });
}

void MapLayerStack::syncLayers()
{
    std::map<int, MapLayerItem*> old;
    old.swap(m_items);
    if (m_host) {
        for (const MapHost::Layer& layer : m_host->layers()) {
            if (const auto known = old.find(layer.id); known != old.end()) {
                m_items.insert(old.extract(known));
                continue;
            }
            auto* item = new MapLayerItem(m_host->renderer(), this);
            item->setZ(layer.z);
            item->setSize(size());
            item->setCamera(m_host->camera());
            item->setPainter(layer.painter);
            m_items.emplace(layer.id, item);
        }
    }
    for (const auto& [id, item] : old)
        delete item;
}

void MapLayerStack::syncCamera()
{
    for (const auto& [id, item] : m_items)
        item->setCamera(m_host->camera());
}

void MapLayerStack::reportSize()
{
    if (m_host && window() != nullptr)
        m_host->resized(width(), height(), window()->effectiveDevicePixelRatio());
}

void MapLayerStack::geometryChange(const QRectF& now, const QRectF& before)
{
    QQuickItem::geometryChange(now, before);
    for (const auto& [id, item] : m_items)
        item->setSize(now.size());
    reportSize();
}

void MapLayerStack::itemChange(ItemChange change, const ItemChangeData& value)
{
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange)
        reportSize();
    QQuickItem::itemChange(change, value);
}

} // namespace griddesk
