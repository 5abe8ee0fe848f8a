// SPDX-License-Identifier: GPL-3.0-or-later
#include "tileserver.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

namespace griddesk {

namespace {

constexpr int maxConnections = 32;
constexpr auto patience = std::chrono::seconds(10);
constexpr qsizetype cachedBytes = qsizetype{24} << 20;

QByteArray statusLine(int status)
{
    switch (status) {
    case 200: return "HTTP/1.1 200 OK\r\n";
    case 400: return "HTTP/1.1 400 Bad Request\r\n";
    case 403: return "HTTP/1.1 403 Forbidden\r\n";
    case 405: return "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\n";
    case 413: return "HTTP/1.1 413 Content Too Large\r\n";
    case 431: return "HTTP/1.1 431 Request Header Fields Too Large\r\n";
    default: return "HTTP/1.1 404 Not Found\r\n";
    }
}

void refuse(QTcpSocket* socket, int status)
{
    socket->write(statusLine(status) + "Content-Length: 0\r\nConnection: close\r\n\r\n");
    socket->disconnectFromHost();
}

} // namespace

TileServer::TileServer(std::shared_ptr<TileService::Registry> registry)
    : m_registry(std::move(registry)), m_server(this), m_recoloured(cachedBytes)
{
    m_server.setMaxPendingConnections(maxConnections);
    connect(&m_server, &QTcpServer::newConnection, this, &TileServer::accept);
}

TileServer::~TileServer()
{
    // Sockets close with m_server, when the table of connections is already gone.
    for (auto at = m_connections.keyBegin(); at != m_connections.keyEnd(); ++at)
        (*at)->disconnect(this);
}

quint16 TileServer::listen() { return m_server.listen(QHostAddress::LocalHost, 0) ? m_server.serverPort() : quint16{0}; }

void TileServer::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        if (m_connections.size() >= maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        auto* timer = new QTimer(socket);
        timer->setSingleShot(true);
        timer->setInterval(patience);
        connect(timer, &QTimer::timeout, socket, &QTcpSocket::abort);
        timer->start();
        m_connections.insert(socket, {{}, timer});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_connections.remove(socket);
            socket->deleteLater();
        });
    }
}

void TileServer::read(QTcpSocket* socket)
{
    const auto connection = m_connections.find(socket);
    if (connection == m_connections.end())
        return;
    connection->buffer += socket->read(maxRequestHead + 1 - connection->buffer.size());
    for (;;) {
        const qsizetype end = connection->buffer.indexOf("\r\n\r\n");
        if (end < 0)
            break;
        const QByteArray head = connection->buffer.first(end);
        connection->buffer.remove(0, end + 4);
        connection->patience->start();
        if (!answer(socket, head))
            return; // closing; the connection may be gone from the table
    }
    if (connection->buffer.size() > maxRequestHead)
        refuse(socket, 431);
    else if (socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, [this, socket] { read(socket); }, Qt::QueuedConnection);
}

bool TileServer::answer(QTcpSocket* socket, QByteArrayView head)
{
    const ParsedRequest parsed = parseTileRequest(head, m_server.serverPort());
    if (!parsed.request) {
        refuse(socket, parsed.status);
        return false;
    }
    const TilePicture tile = picture(*parsed.request);
    if (tile.bytes.isEmpty()) {
        refuse(socket, 404);
        return false;
    }
    QByteArray reply = statusLine(200);
    reply += QByteArrayLiteral("Content-Type: ") + tile.mime + "\r\nContent-Length: " + QByteArray::number(tile.bytes.size())
             + "\r\nCache-Control: private, max-age=" + (tile.found ? "86400" : "0") + "\r\nX-Tile: " + (tile.found ? "found" : "none")
             + "\r\nConnection: " + (parsed.request->keepAlive ? "keep-alive" : "close") + "\r\n\r\n";
    if (!parsed.request->headOnly)
        reply += tile.bytes;
    socket->write(reply);
    if (!parsed.request->keepAlive)
        socket->disconnectFromHost();
    return parsed.request->keepAlive;
}

TilePicture TileServer::picture(const TileRequest& request)
{
    TileService::Registry::Map map;
    {
        const std::scoped_lock lock(m_registry->mutex);
        map = m_registry->maps.value(request.source);
        if (m_changes != m_registry->changes)
            m_recoloured.clear();
        m_changes = m_registry->changes;
    }
    const auto drawn = map.byTheme[static_cast<std::size_t>(request.theme)];
    const auto archive = drawn ? drawn : map.byTheme[0];
    if (!archive)
        return {};
    map.served->note(request.theme, request.zoom, request.x, request.y);
    const TileLook look = drawn ? TileLook::AsDrawn : TileLook::Recoloured;
    const bool asIs = (drawn || request.theme == MapTheme::Light) && request.zoom <= archive->metadata().maxZoom;
    if (asIs)
        return tilePicture(*archive, request.theme, request.zoom, request.x, request.y, look);
    const QString key = QStringLiteral("%1/%2/%3/%4/%5").arg(request.source).arg(int(request.theme)).arg(request.zoom).arg(request.x).arg(request.y);
    if (const TilePicture* known = m_recoloured.object(key))
        return *known;
    TilePicture made = tilePicture(*archive, request.theme, request.zoom, request.x, request.y, look);
    m_recoloured.insert(key, new TilePicture(made), made.bytes.size());
    return made;
}

} // namespace griddesk
