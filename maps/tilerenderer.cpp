// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilerenderer.h"

#include <QPainter>
#include <QThread>

#include <algorithm>

namespace griddesk {

namespace {

bool isTransparent(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        if (std::any_of(line, line + image.width(), [](QRgb p) { return p != 0; }))
            return false;
    }
    return true;
}

} // namespace

QImage renderTile(const LayerPainter& painter, LayerTile tile, double pixelRatio, const PaintCancel& cancel)
{
    if (cancel.isCancelled())
        return {};
    const int side = static_cast<int>(std::ceil(LayerTile::size * pixelRatio));
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    {
        QPainter p(&image);
        painter.paint(p, tile, cancel);
    }
    if (cancel.isCancelled() || isTransparent(image))
        return {};
    return image;
}

TileRenderer::TileRenderer()
{
    m_pool.setMaxThreadCount(std::clamp(QThread::idealThreadCount(), 1, 4));
    m_pool.setObjectName("map tiles");
}

TileRenderer::~TileRenderer()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void TileRenderer::start(std::shared_ptr<const LayerPainter> painter, LayerTile tile, double pixelRatio,
                         std::shared_ptr<PaintCancel> cancel, int priority, Done done)
{
    m_pool.start(
        [painter = std::move(painter), tile, pixelRatio, cancel = std::move(cancel), done = std::move(done)] {
            QImage image = renderTile(*painter, tile, pixelRatio, *cancel);
            if (!cancel->isCancelled())
                done(tile, std::move(image));
        },
        priority);
}

} // namespace griddesk
