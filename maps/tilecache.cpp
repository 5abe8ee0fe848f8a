// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilecache.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr qsizetype maxEntries = 4096; ///< empty tiles cost no bytes but must not pile up either
constexpr int maxAncestors = 5;

} // namespace

void TileCache::insert(LayerTile tile, QImage image, quint64 generation)
{
    Entry& entry = m_entries[tile.key()];
    m_bytes += image.sizeInBytes() - entry.image.sizeInBytes();
    entry = {tile, std::move(image), generation, ++m_clock};
    if (m_bytes > m_cap || m_entries.size() > maxEntries)
        evict();
}

// Down to seven eighths at once, so that a full cache is not sorted at every insert.
void TileCache::evict()
{
    std::vector<std::pair<quint64, quint64>> byAge;
    byAge.reserve(static_cast<std::size_t>(m_entries.size()));
    for (auto at = m_entries.cbegin(); at != m_entries.cend(); ++at)
        byAge.emplace_back(at->used, at.key());
    std::ranges::sort(byAge);
    for (const auto& [used, key] : byAge) {
        if ((m_bytes <= m_cap / 8 * 7 && m_entries.size() <= maxEntries / 8 * 7) || used == m_clock)
            return;
        const auto at = m_entries.constFind(key);
        m_bytes -= at->image.sizeInBytes();
        m_entries.erase(at);
    }
}

const TileCache::Entry* TileCache::find(LayerTile tile)
{
    const auto at = m_entries.find(tile.key());
    if (at == m_entries.end())
        return nullptr;
    at->used = ++m_clock;
    return &*at;
}

std::vector<TilePiece> TileCache::pieces(LayerTile tile)
{
    constexpr double size = LayerTile::size;
    const QRectF whole(0, 0, size, size);
    std::vector<TilePiece> out;
    if (const Entry* entry = find(tile)) {
        if (!entry->image.isNull())
            out.push_back({entry->image, whole, whole});
        return out;
    }
    for (int up = 1; up <= maxAncestors && tile.zoom - up >= 1; ++up) {
        const Entry* entry = find(tile.ancestor(up));
        if (entry == nullptr)
            continue;
        if (entry->image.isNull())
            return out;
        const double side = std::ldexp(size, -up);
        const int mask = (1 << up) - 1;
        out.push_back({entry->image, QRectF((tile.x & mask) * side, (tile.y & mask) * side, side, side), whole});
        return out;
    }
    for (int down = 1; down <= 2 && out.empty(); ++down) {
        const double side = std::ldexp(size, -down);
        for (int y = 0; y < (1 << down); ++y)
            for (int x = 0; x < (1 << down); ++x)
                if (const Entry* entry = find({tile.zoom + down, (tile.x << down) + x, (tile.y << down) + y}); entry && !entry->image.isNull())
                    out.push_back({entry->image, whole, QRectF(x * side, y * side, side, side)});
    }
    return out;
}

void TileCache::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

} // namespace griddesk
