// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapstyle.h"
#include "tilearchive.h"

#include <QString>
#include <QThread>

#include <memory>
#include <optional>

namespace griddesk {

class TileServer;

/// Where a base map is found and what must be said about it.
struct BaseMapSource {
    QString service; ///< `http://127.0.0.1:PORT/`
    QString name;
    TileMetadata metadata;

    /// Address for Qt Location's osm plugin, which adds `z/x/y.png`.
    [[nodiscard]] QString hostFor(MapTheme theme) const;
};

/// Serves base map archives to Qt Location over HTTP on 127.0.0.1, a port chosen by the system, from its own thread.
/// `/{name}/{z}/{x}/{y}.png`; the suffixes `-dark` and `-contrast` to the name give the recoloured map. A tile that is
/// not there is answered with a plain one (status 200), so that Qt Location neither retries nor shows holes.
/// Limits: 8 KiB a request head, 10 s for it, 32 connections, no bodies. Owner: the composition root; start and stop
/// from one thread, add and remove from any.
class TileService {
public:
    TileService();
    TileService(const TileService&) = delete;
    TileService& operator=(const TileService&) = delete;
    ~TileService();

    /// Waits (well under a millisecond) for the thread to listen. Errors: Network.
    [[nodiscard]] Result<quint16> start();
    void stop();
    [[nodiscard]] quint16 port() const noexcept { return m_port; }

    /// Names are letters, digits, `-` and `_`, up to 64, and do not end in a theme's suffix. A name given again replaces
    /// the archive. Errors: InvalidArgument.
    [[nodiscard]] Result<void> add(const QString& name, std::shared_ptr<TileArchive> archive);
    void remove(const QString& name);
    /// Nothing when there is no such archive or the service does not listen.
    [[nodiscard]] std::optional<BaseMapSource> source(const QString& name) const;

    struct Registry;

private:
    std::shared_ptr<Registry> m_registry;
    QThread m_thread;
    TileServer* m_server = nullptr; ///< lives in m_thread
    quint16 m_port = 0;
};

} // namespace griddesk
