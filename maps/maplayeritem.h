// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapcamera.h"
#include "tilecache.h"
#include "tilerenderer.h"

#include <QQuickItem>

#include <mutex>

namespace griddesk {

/// Shows one layer: tiles painted by a LayerPainter on worker threads, kept per zoom, composed as QSGImageNodes. The
/// composition follows the camera at once; while tiles of a new zoom are painted, those of the old one stand in,
/// scaled. A new painter starts a new generation: old pictures stay until theirs replace them, late answers of older
/// generations are dropped. GUI thread. Owner: MapLayerStack.
class MapLayerItem final : public QQuickItem {
    Q_OBJECT
public:
    MapLayerItem(std::shared_ptr<TileRenderer> renderer, QQuickItem* parent);
    ~MapLayerItem() override;

    /// Null empties the layer.
    void setPainter(std::shared_ptr<const LayerPainter> painter);
    void setCamera(const MapCamera& camera);
    /// True while tiles of the present view are being painted.
    [[nodiscard]] bool isBusy() const { return !m_pending.isEmpty(); }
    /// True when every tile in view is painted by the present painter, also when nothing was asked for yet.
    [[nodiscard]] bool isCurrent();

Q_SIGNALS:
    /// Every tile in view is painted by the present painter.
    void settled();

protected:
    void updatePolish() override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& value) override;

private:
    /// The way home for answers of workers that may outlive the item.
    struct Mailbox {
        std::mutex mutex;
        MapLayerItem* item = nullptr;
    };
    struct Job {
        std::shared_ptr<PaintCancel> cancel;
        quint64 generation = 0;
    };

    [[nodiscard]] int tileZoom() const;
    [[nodiscard]] std::vector<LayerTile> wantedTiles() const;
    [[nodiscard]] double screenRatio() const;
    /// Of the pictures: that of the screen times the enlargement of tiles between whole levels.
    [[nodiscard]] double pixelRatio() const;
    void request(LayerTile tile, int priority);
    void accept(LayerTile tile, const QImage& image, quint64 generation);
    void cancelAll();

    std::shared_ptr<TileRenderer> m_renderer;
    std::shared_ptr<const LayerPainter> m_painter;
    std::shared_ptr<Mailbox> m_mailbox;
    MapCamera m_camera;
    TileCache m_cache;
    QHash<quint64, Job> m_pending;
    quint64 m_generation = 1;
};

} // namespace griddesk
