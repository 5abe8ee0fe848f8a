// SPDX-License-Identifier: GPL-3.0-or-later
#include "maplayeritem.h"

#include <QQuickWindow>
#include <QSGImageNode>

#include <algorithm>

namespace griddesk {

namespace {

constexpr qsizetype cacheBytes = qsizetype{48} << 20; ///< at pixel ratio 1: two and a half full-HD views

/// Keeps the textures of the pieces on screen between frames.
class LayerNode final : public QSGNode {
public:
    struct Piece {
        QSGImageNode* node = nullptr;
        qint64 image = 0;
        quint64 frame = 0;
    };
    QHash<std::pair<quint64, int>, Piece> pieces; ///< by tile and number of the piece in it
    quint64 frame = 0;
};

} // namespace

MapLayerItem::MapLayerItem(std::shared_ptr<TileRenderer> renderer, QQuickItem* parent)
    : QQuickItem(parent), m_renderer(std::move(renderer)), m_mailbox(std::make_shared<Mailbox>()), m_cache(cacheBytes)
{
    setFlag(ItemHasContents);
    m_mailbox->item = this;
}

MapLayerItem::~MapLayerItem()
{
    cancelAll();
    const std::scoped_lock lock(m_mailbox->mutex);
    m_mailbox->item = nullptr;
}

void MapLayerItem::setPainter(std::shared_ptr<const LayerPainter> painter)
{
    m_painter = std::move(painter);
    ++m_generation;
    cancelAll();
    if (!m_painter)
        m_cache.clear();
    polish();
    update();
}

void MapLayerItem::setCamera(const MapCamera& camera)
{
    if (m_camera == camera)
        return;
    m_camera = camera;
    polish();
    update();
}

void MapLayerItem::cancelAll()
{
    for (const Job& job : std::as_const(m_pending))
        job.cancel->cancel();
    m_pending.clear();
}

int MapLayerItem::tileZoom() const { return std::clamp(m_camera.level(), 1, 23); }

double MapLayerItem::screenRatio() const { return window() != nullptr ? window()->effectiveDevicePixelRatio() : 1.0; }

double MapLayerItem::pixelRatio() const { return screenRatio() * std::exp2(m_camera.zoom() - tileZoom()); }

bool MapLayerItem::isCurrent()
{
    if (!m_painter)
        return true;
    const auto wanted = wantedTiles();
    return std::ranges::all_of(wanted, [this](LayerTile tile) {
        const TileCache::Entry* entry = m_cache.find(tile);
        return entry != nullptr && entry->generation == m_generation;
    });
}

std::vector<LayerTile> MapLayerItem::wantedTiles() const
{
    std::vector<LayerTile> tiles;
    if (m_camera.size().isEmpty())
        return tiles;
    const int zoom = tileZoom();
    const WorldBox box = m_camera.visible();
    const int shift = 33 - zoom;
    for (auto y = std::uint64_t{box.minY} >> shift; y <= std::uint64_t{box.maxY} >> shift; ++y)
        for (auto x = std::uint64_t{box.minX} >> shift; x <= std::uint64_t{box.maxX} >> shift; ++x)
            tiles.push_back({zoom, static_cast<int>(x), static_cast<int>(y)});
    // From the middle outwards.
    const QPointF centre = m_camera.centreWorld() / std::exp2(shift) - QPointF(0.5, 0.5);
    std::ranges::sort(tiles, {}, [&](LayerTile t) { return std::hypot(t.x - centre.x(), t.y - centre.y()); });
    return tiles;
}

void MapLayerItem::updatePolish()
{
    if (!m_painter)
        return;
    const double ratio = screenRatio();
    m_cache.setCap(static_cast<qsizetype>(double(cacheBytes) * ratio * ratio));
    const auto wanted = wantedTiles();
    // Jobs for places that have left the view are not worth finishing.
    for (auto job = m_pending.begin(); job != m_pending.end();) {
        const bool still = std::ranges::any_of(wanted, [&](LayerTile t) { return t.key() == job.key(); });
        if (!still)
            job->cancel->cancel();
        job = still ? std::next(job) : m_pending.erase(job);
    }
    int priority = 0;
    for (const LayerTile tile : wanted) {
        const TileCache::Entry* entry = m_cache.find(tile);
        if ((entry != nullptr && entry->generation == m_generation) || m_pending.contains(tile.key()))
            continue;
        if (m_painter->covers(tile))
            request(tile, --priority);
        else
            m_cache.insert(tile, {}, m_generation);
    }
    if (m_pending.isEmpty())
        Q_EMIT settled();
}

void MapLayerItem::request(LayerTile tile, int priority)
{
    Job job{std::make_shared<PaintCancel>(), m_generation};
    m_pending.insert(tile.key(), job);
    m_renderer->start(m_painter, tile, pixelRatio(), job.cancel, priority,
                      [mailbox = m_mailbox, generation = m_generation](LayerTile done, const QImage& image) {
                          const std::scoped_lock lock(mailbox->mutex);
                          if (MapLayerItem* item = mailbox->item)
                              QMetaObject::invokeMethod(
                                  item, [item, done, image, generation] { item->accept(done, image, generation); }, Qt::QueuedConnection);
                      });
}

void MapLayerItem::accept(LayerTile tile, const QImage& image, quint64 generation)
{
    const auto job = m_pending.constFind(tile.key());
    if (generation != m_generation)
        return;
    if (job != m_pending.constEnd() && job->generation == generation)
        m_pending.erase(job);
    m_cache.insert(tile, image, generation);
    update();
    if (m_pending.isEmpty())
        Q_EMIT settled();
}

void MapLayerItem::itemChange(ItemChange change, const ItemChangeData& value)
{
    if (change == ItemDevicePixelRatioHasChanged || (change == ItemSceneChange && value.window != nullptr)) {
        ++m_generation;
        cancelAll();
        polish();
        update();
    }
    QQuickItem::itemChange(change, value);
}

QSGNode* MapLayerItem::updatePaintNode(QSGNode* old, UpdatePaintNodeData* /*data*/)
{
    auto* root = static_cast<LayerNode*>(old);
    if (root == nullptr)
        root = new LayerNode;
    ++root->frame;

    const double scale = std::exp2(m_camera.zoom() - tileZoom());
    const double side = LayerTile::size * scale;
    for (const LayerTile tile : wantedTiles()) {
        const QPointF origin = tile.origin();
        const QPointF corner = m_camera.toScreen(origin.x(), origin.y());
        const double screen = screenRatio();
        int part = 0;
        for (const TilePiece& piece : m_cache.pieces(tile)) {
            LayerNode::Piece& shown = root->pieces[{tile.key(), part++}];
            if (shown.node == nullptr) {
                shown.node = window()->createImageNode();
                shown.node->setOwnsTexture(true);
            }
            if (shown.image != piece.image.cacheKey()) {
                shown.node->setTexture(window()->createTextureFromImage(piece.image, QQuickWindow::TextureHasAlphaChannel));
                shown.image = piece.image.cacheKey();
            }
            const double ratio = piece.image.devicePixelRatio();
            // Painted for this very size: put down pixel by pixel.
            const bool exact = std::abs(ratio - screen * scale) < 1e-6 && piece.source == piece.target;
            shown.node->setFiltering(exact ? QSGTexture::Nearest : QSGTexture::Linear);
            if (exact) {
                shown.node->setSourceRect(QRectF(QPointF(0, 0), piece.image.size()));
                shown.node->setRect(QRectF(QPointF(std::round(corner.x() * screen), std::round(corner.y() * screen)) / screen,
                                           QSizeF(piece.image.size()) / screen));
            } else {
                shown.node->setSourceRect(QRectF(piece.source.topLeft() * ratio, piece.source.size() * ratio));
                shown.node->setRect(QRectF(corner + piece.target.topLeft() * side / LayerTile::size,
                                           piece.target.size() * side / LayerTile::size));
            }
            // Only now: the software renderer looks at the texture as soon as a node is in its tree.
            if (shown.node->parent() == nullptr)
                root->appendChildNode(shown.node);
            shown.frame = root->frame;
        }
    }
    for (auto piece = root->pieces.begin(); piece != root->pieces.end();) {
        if (piece->frame == root->frame) {
            ++piece;
            continue;
        }
        root->removeChildNode(piece->node);
        delete piece->node;
        piece = root->pieces.erase(piece);
    }
    return root;
}

} // namespace griddesk
