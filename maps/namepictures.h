// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapsigns.h"
#include "mapstyle.h"

#include <QHash>
#include <QImage>

#include <array>
#include <mutex>

namespace griddesk {

/// Ready pictures of area names with their halos for one style, because stroking the outlines of letters costs more than
/// all borders of a view. Any thread; pictures are made at first use under a lock and outlive the painters that use them.
class NamePictures {
public:
    explicit NamePictures(MapStyle style);

    [[nodiscard]] const MapStyle& style() const noexcept { return m_style; }
    struct Picture {
        QImage image;
        QPointF middle; ///< of the name in it, logical pixels
    };
    [[nodiscard]] Picture name(MapAreaLevel level, const QString& text) const;

private:
    [[nodiscard]] Picture made(MapAreaLevel level, const QString& text) const;

    MapStyle m_style;
    mutable std::mutex m_mutex;
    mutable std::array<QHash<QString, Picture>, mapAreaLevelCount> m_names;
};

} // namespace griddesk
