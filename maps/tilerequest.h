// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapstyle.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace griddesk {

/// What a client of the tile service may ask: `GET /{source}/{z}/{x}/{y}.png`, nothing else.
struct TileRequest {
    QString source; ///< without the theme's suffix
    MapTheme theme = MapTheme::Light;
    int zoom = 0;
    int x = 0;
    int y = 0;
    bool headOnly = false;
    bool keepAlive = true;
};

/// Either a request or the HTTP status to answer with.
struct ParsedRequest {
    std::optional<TileRequest> request;
    int status = 200;
};

/// Largest request head in bytes.
inline constexpr qsizetype maxRequestHead = 8192;

/// Reads one request head (up to and without the empty line). 400 for what is not HTTP/1.x or has a bad tile number,
/// 403 when `Host` is not this loopback service (a page in a browser that resolved its own name to 127.0.0.1), 405 for
/// other methods, 413 for a body, 404 for other paths.
[[nodiscard]] ParsedRequest parseTileRequest(QByteArrayView head, quint16 port);

} // namespace griddesk
