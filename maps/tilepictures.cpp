// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilepictures.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int tileSide = 256;
constexpr int maxDecodedSide = 1024;
constexpr int maxOverzoom = 5;

QRgb darkPixel(QRgb c)
{
    const int r = qRed(c);
    const int g = qGreen(c);
    const int b = qBlue(c);
    // HSL lightness is (max + min) / 2; turning it over with chroma kept adds the same to every channel.
    const int add = 255 - std::max({r, g, b}) - std::min({r, g, b});
    // Squeezed and slightly blue, so that land is dark grey instead of black and names are not glaring.
    return qRgba(16 + (r + add) * 184 / 256, 20 + (g + add) * 184 / 256, 27 + (b + add) * 184 / 256, qAlpha(c));
}

QRgb contrastPixel(QRgb c)
{
    const int v = std::clamp((255 - qGray(c) - 18) * 2, 0, 225);
    return qRgba(v, v, v, qAlpha(c));
}

const char* mimeOf(TileFormat format)
{
    switch (format) {
    case TileFormat::Png: return "image/png";
    case TileFormat::Jpeg: return "image/jpeg";
    case TileFormat::Webp: return "image/webp";
    }
    return "application/octet-stream";
}

QByteArray encoded(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG", 85); // quality 85 is zlib level 1: these bytes travel over loopback only
    return bytes;
}

TilePicture nothing(MapTheme theme) { return {encoded(neutralTile(theme)), "image/png", false}; }

} // namespace

QImage recoloured(const QImage& tile, MapTheme theme)
{
    if (theme == MapTheme::Light || tile.isNull())
        return tile;
    QImage out = tile.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < out.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(out.scanLine(y));
        std::transform(line, line + out.width(), line, theme == MapTheme::Dark ? darkPixel : contrastPixel);
    }
    return out;
}

QImage neutralTile(MapTheme theme)
{
    QImage image(tileSide, tileSide, QImage::Format_RGB32);
    image.fill(mapStyle(theme).land);
    return image;
}

QImage decodedTile(const TileBytes& bytes)
{
    QByteArray data = QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&data);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > maxDecodedSide || size.height() > maxDecodedSide)
        return {};
    return reader.read();
}

TilePicture tilePicture(TileArchive& archive, MapTheme theme, int zoom, int x, int y, TileLook look)
{
    const TileMetadata& metadata = archive.metadata();
    const int over = std::max(0, zoom - metadata.maxZoom);
    if (over > maxOverzoom)
        return nothing(theme);
    const auto found = archive.tile(zoom - over, x >> over, y >> over);
    if (!found || !*found)
        return nothing(theme);
    const TileBytes& bytes = **found;
    const MapTheme recolour = look == TileLook::AsDrawn ? MapTheme::Light : theme;
    if (over == 0 && recolour == MapTheme::Light)
        return {QByteArray(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())), mimeOf(metadata.format), true};
    QImage image = decodedTile(bytes);
    if (image.isNull())
        return nothing(theme);
    if (over > 0) {
        const int parts = 1 << over;
        const double side = double(image.width()) / parts;
        const QRect part(static_cast<int>((x & (parts - 1)) * side), static_cast<int>((y & (parts - 1)) * side),
                         std::max(1, static_cast<int>(side)), std::max(1, static_cast<int>(side)));
        image = image.copy(part).scaled(tileSide, tileSide, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    }
    return {encoded(recoloured(image, recolour)), "image/png", true};
}

} // namespace griddesk
