// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapstyle.h"
#include "tilearchive.h"

#include <QByteArray>
#include <QImage>

namespace griddesk {

/// Makes a light base map fit a theme: dark inverts the lightness of every pixel in HSL and keeps hue and chroma,
/// contrast does so in grey with a hard black. Light gives the picture back.
[[nodiscard]] QImage recoloured(const QImage& tile, MapTheme theme);

/// The 256-pixel picture shown where an archive has no tile: plain land of the theme.
[[nodiscard]] QImage neutralTile(MapTheme theme);

/// Decodes a tile. Null for anything but a picture of at most 1024 x 1024 pixels.
[[nodiscard]] QImage decodedTile(const TileBytes& bytes);

/// Whether an archive was drawn for the theme asked for or is a light one.
enum class TileLook : std::uint8_t { Recoloured, AsDrawn };

struct TilePicture {
    QByteArray bytes;
    const char* mime = "image/png";
    bool found = false; ///< false: the neutral tile
};

/// One tile as a client gets it: bytes of the archive untouched where possible; deeper than the archive goes, a part
/// of its deepest tile, enlarged; the neutral tile where there is nothing or the archive fails. The archive's own
/// threads rule applies; otherwise pure.
[[nodiscard]] TilePicture tilePicture(TileArchive& archive, MapTheme theme, int zoom, int x, int y, TileLook look = TileLook::Recoloured);

} // namespace griddesk
