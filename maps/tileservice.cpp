// SPDX-License-Identifier: GPL-3.0-or-later
#include "tileservice.h"

#include "tileserver.h"

namespace griddesk {

namespace {

bool isName(const QString& name)
{
    return !name.isEmpty() && name.size() <= 64 && !name.endsWith(QLatin1String("-dark")) && !name.endsWith(QLatin1String("-contrast"))
           && std::ranges::all_of(name, [](QChar c) {
                  return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-') || c == QLatin1Char('_'));
              });
}

} // namespace

namespace {

constexpr std::size_t maxNoted = 200'000;

std::uint64_t tileKey(MapTheme theme, int zoom, int x, int y)
{
    return (std::uint64_t(theme) << 62) | (std::uint64_t(zoom) << 56) | (std::uint64_t(static_cast<std::uint32_t>(x)) << 28) | static_cast<std::uint32_t>(y);
}

} // namespace

void TileLog::note(MapTheme theme, int zoom, int x, int y)
{
    const std::scoped_lock lock(m_mutex);
    if (m_tiles.size() >= maxNoted)
        m_tiles.clear();
    m_tiles.insert(tileKey(theme, zoom, x, y));
    m_last = std::chrono::steady_clock::now();
}

bool TileLog::has(MapTheme theme, int zoom, int x, int y) const
{
    const std::scoped_lock lock(m_mutex);
    return m_tiles.contains(tileKey(theme, zoom, x, y));
}

std::chrono::milliseconds TileLog::quiet() const
{
    const std::scoped_lock lock(m_mutex);
    return m_last ? std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - *m_last) : std::chrono::milliseconds::max();
}

void TileLog::forget(MapTheme theme)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_tiles, [theme](std::uint64_t key) { return key >> 62 == std::uint64_t(theme); });
}

QString BaseMapSource::hostFor(MapTheme theme) const
{
    const char* suffix = theme == MapTheme::Light ? "" : theme == MapTheme::Dark ? "-dark" : "-contrast";
    return service + name + QLatin1String(suffix) + QLatin1Char('/');
}

TileService::TileService() : m_registry(std::make_shared<Registry>()) { m_thread.setObjectName("map tile service"); }

TileService::~TileService() { stop(); }

Result<quint16> TileService::start()
{
    if (m_port != 0)
        return m_port;
    m_server = new TileServer(m_registry);
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
    QString error;
    QMetaObject::invokeMethod(
        m_server,
        [this, &error] {
            m_port = m_server->listen();
            error = m_server->errorText();
        },
        Qt::BlockingQueuedConnection);
    if (m_port == 0) {
        stop();
        return fail(ErrorCode::Network, "the tile service cannot listen on the loopback address: " + error.toStdString());
    }
    return m_port;
}

void TileService::stop()
{
    m_thread.quit();
    m_thread.wait();
    m_server = nullptr;
    m_port = 0;
}

Result<void> TileService::add(const QString& name, MapTheme theme, std::shared_ptr<TileArchive> archive)
{
    if (!isName(name) || !archive)
        return fail(ErrorCode::InvalidArgument, "the name of a base map is letters, digits, '-' and '_'", name.toStdString());
    const std::scoped_lock lock(m_registry->mutex);
    auto& map = m_registry->maps[name];
    map.byTheme[static_cast<std::size_t>(theme)] = std::move(archive);
    if (!map.served)
        map.served = std::make_shared<TileLog>();
    ++m_registry->changes;
    return {};
}

void TileService::remove(const QString& name)
{
    const std::scoped_lock lock(m_registry->mutex);
    m_registry->maps.remove(name);
    ++m_registry->changes;
}

std::optional<BaseMapSource> TileService::source(const QString& name) const
{
    const std::scoped_lock lock(m_registry->mutex);
    const auto map = m_registry->maps.constFind(name);
    if (m_port == 0 || map == m_registry->maps.constEnd() || !map->byTheme[0])
        return {};
    return BaseMapSource{QStringLiteral("http://127.0.0.1:%1/").arg(m_port), name, map->byTheme[0]->metadata(), map->served};
}

} // namespace griddesk
