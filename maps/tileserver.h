// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tilepictures.h"
#include "tilerequest.h"
#include "tileservice.h"

#include <QCache>
#include <QHash>
#include <QTcpServer>

#include <array>
#include <mutex>

class QTcpSocket;
class QTimer;

namespace griddesk {

/// Archives by name, shared between the service's callers and its thread.
struct TileService::Registry {
    mutable std::mutex mutex;
    struct Map {
        std::array<std::shared_ptr<TileArchive>, 3> byTheme; ///< null: not drawn for it
        std::shared_ptr<TileLog> served;
    };
    QHash<QString, Map> maps;
    quint64 changes = 0; ///< pictures cached before a change are not given out after it
};

/// The HTTP side of TileService; lives in its thread.
class TileServer final : public QObject {
    Q_OBJECT
public:
    explicit TileServer(std::shared_ptr<TileService::Registry> registry);
    ~TileServer() override;

    /// 0 when it could not listen.
    quint16 listen();
    [[nodiscard]] QString errorText() const { return m_server.errorString(); }

private:
    struct Connection {
        QByteArray buffer;
        QTimer* patience = nullptr;
    };

    void accept();
    void read(QTcpSocket* socket);
    bool answer(QTcpSocket* socket, QByteArrayView head);
    TilePicture picture(const TileRequest& request);

    std::shared_ptr<TileService::Registry> m_registry;
    QTcpServer m_server;
    QHash<QTcpSocket*, Connection> m_connections;
    QCache<QString, TilePicture> m_recoloured;
    quint64 m_changes = 0;
};

} // namespace griddesk
