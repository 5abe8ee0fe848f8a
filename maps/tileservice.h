// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mapstyle.h"
#include "tilearchive.h"

#include <QString>
#include <QThread>

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_set>

namespace griddesk {

class TileServer;

/// Which tiles of a base map were given out: Qt Location does not tell when a picture is complete, the service knows what
/// was fetched for it. Any thread.
class TileLog {
public:
    void note(MapTheme theme, int zoom, int x, int y);
    [[nodiscard]] bool has(MapTheme theme, int zoom, int x, int y) const;
    /// Since the last note(); very long when there was none.
    [[nodiscard]] std::chrono::milliseconds quiet() const;
    /// Everything of a theme is asked for again by a client that starts anew.
    void forget(MapTheme theme);

private:
    mutable std::mutex m_mutex;
    std::unordered_set<std::uint64_t> m_tiles;
    std::optional<std::chrono::steady_clock::time_point> m_last;
};

/// Where a base map is found and what must be said about it.
struct BaseMapSource {
    QString service; ///< `http://127.0.0.1:PORT/`
    QString name;
    TileMetadata metadata;
    std::shared_ptr<TileLog> served;

    /// Address for Qt Location's osm plugin, which adds `z/x/y.png`.
    [[nodiscard]] QString hostFor(MapTheme theme) const;
};

/// Serves base map archives to Qt Location over HTTP on 127.0.0.1, a port chosen by the system, from its own thread.
/// `/{name}/{z}/{x}/{y}.png`; the suffixes `-dark` and `-contrast` to the name give the archive
/// drawn for that theme, or the light one recoloured when there is none. A tile that is
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
    [[nodiscard]] Result<void> add(const QString& name, std::shared_ptr<TileArchive> archive) { return add(name, MapTheme::Light, std::move(archive)); }
    /// The same map drawn for a theme. Only a light one makes the map known.
    [[nodiscard]] Result<void> add(const QString& name, MapTheme theme, std::shared_ptr<TileArchive> archive);
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
