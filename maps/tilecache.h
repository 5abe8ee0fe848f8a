// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mercator.h"

#include <QHash>
#include <QImage>

#include <optional>
#include <vector>

namespace griddesk {

/// A part of a cached picture and where in a wanted tile it belongs, both in logical pixels of 512-pixel tiles.
struct TilePiece {
    QImage image;
    QRectF source;
    QRectF target;
};

/// Painted tiles of one layer, least recently used first out, bounded by bytes. A tile may be known to be empty (null
/// picture). One thread.
class TileCache {
public:
    explicit TileCache(qsizetype capBytes) : m_cap(capBytes) {}

    struct Entry {
        LayerTile tile;
        QImage image;
        quint64 generation = 0;
        quint64 used = 0;
    };

    void setCap(qsizetype bytes) { m_cap = bytes; }
    void insert(LayerTile tile, QImage image, quint64 generation);
    /// The tile of whatever generation, marked as used; null when there is none. Valid until the next insert.
    [[nodiscard]] const Entry* find(LayerTile tile);
    /// What can stand in for a missing tile: itself, a part of one above, or those one or two levels below.
    [[nodiscard]] std::vector<TilePiece> pieces(LayerTile tile);
    void clear();
    [[nodiscard]] qsizetype bytes() const noexcept { return m_bytes; }
    [[nodiscard]] qsizetype count() const noexcept { return m_entries.size(); }

private:
    void evict();

    QHash<quint64, Entry> m_entries;
    qsizetype m_cap;
    qsizetype m_bytes = 0;
    quint64 m_clock = 0;
};

} // namespace griddesk
