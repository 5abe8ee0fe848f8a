// SPDX-License-Identifier: GPL-3.0-or-later
#include "tilerequest.h"

#include "tilearchive.h"

#include <QList>

#include <algorithm>

namespace griddesk {

namespace {

ParsedRequest refuse(int status) { return {std::nullopt, status}; }

/// At most nine digits, nothing else.
std::optional<int> number(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 9 || !std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return {};
    return text.toInt();
}

bool isSourceName(QByteArrayView name)
{
    return !name.isEmpty() && name.size() <= 64 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

QList<QByteArrayView> split(QByteArrayView text, char separator)
{
    QList<QByteArrayView> parts;
    for (;;) {
        const qsizetype at = text.indexOf(separator);
        parts.append(at < 0 ? text : text.first(at));
        if (at < 0)
            return parts;
        text = text.sliced(at + 1);
    }
}

} // namespace

ParsedRequest parseTileRequest(QByteArrayView head, quint16 port)
{
    const auto lines = split(head, '\n');
    const auto words = split(lines[0].trimmed(), ' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return refuse(400);

    TileRequest request;
    request.keepAlive = words[2] != "HTTP/1.0";
    bool hostKnown = false;
    for (const QByteArrayView line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return refuse(400);
        const QByteArray name = line.first(colon).toByteArray().toLower();
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (name == "host")
            hostKnown = value == "127.0.0.1:" + QByteArray::number(port);
        else if (name == "connection" && value.compare("close", Qt::CaseInsensitive) == 0)
            request.keepAlive = false;
        else if (name == "transfer-encoding" || (name == "content-length" && value != "0"))
            return refuse(413);
    }
    if (!hostKnown)
        return refuse(403);
    if (words[0] != "GET" && words[0] != "HEAD")
        return refuse(405);
    request.headOnly = words[0] == "HEAD";

    auto path = split(words[1], '/');
    if (path.size() != 5 || !path[0].isEmpty() || !path[4].endsWith(".png") || !isSourceName(path[1]))
        return refuse(404);
    QByteArrayView source = path[1];
    if (source.endsWith("-dark")) {
        request.theme = MapTheme::Dark;
        source.chop(5);
    } else if (source.endsWith("-contrast")) {
        request.theme = MapTheme::Contrast;
        source.chop(9);
    }
    request.source = QString::fromLatin1(source);
    const auto zoom = number(path[2]);
    const auto x = number(path[3]);
    const auto y = number(path[4].chopped(4));
    if (!zoom || !x || !y || *zoom > maxTileZoom || *x >= (1 << *zoom) || *y >= (1 << *zoom))
        return refuse(400);
    request.zoom = *zoom;
    request.x = *x;
    request.y = *y;
    return {request, 200};
}

} // namespace griddesk
