// SPDX-License-Identifier: GPL-3.0-or-later
#include "localdesk.h"

#include "localcommands.h"
#include "localdrafts.h"
#include "localqueries.h"

#include "models/store/searchindex.h"

#include <QMetaObject>

namespace griddesk {

namespace {
constexpr std::chrono::seconds indexAfter{3};
}

Instant SystemClock::now() const { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

LocalDesk::LocalDesk(Workspace& workspace, const ClockSource& clock, Milliseconds hold)
    : m_workspace(workspace), m_clock(clock), m_hold(hold), m_blobs(workspace.profile().paths().blobs(), workspace.profile().key()),
      m_queries(std::make_unique<LocalQueries>(workspace)), m_commands(std::make_unique<LocalCommands>(*this, workspace, m_blobs, clock)),
      m_drafts(std::make_unique<LocalDrafts>(workspace, clock)), m_places(workspace.places())
{
    m_timer.setInterval(400);
    connect(&m_timer, &QTimer::timeout, this, &LocalDesk::tick);
    m_timer.start();
    // An import leaves many cases for the word index. The window comes first: it needs the processors and the disk.
    QTimer::singleShot(indexAfter, this, &LocalDesk::indexSome);
}

LocalDesk::~LocalDesk() { m_timer.stop(); }

Desk LocalDesk::desk() { return Desk{*m_queries, *m_commands, *m_drafts, *m_places, m_notifier, m_clock}; }

void LocalDesk::announce(const ChangeSet& changes, std::size_t waiting, std::size_t refused, std::optional<Instant> nextRelease)
{
    m_nextRelease = nextRelease ? msOf(*nextRelease) : 0;
    QMetaObject::invokeMethod(
        this,
        [this, changes, waiting, refused] {
            if (!changes.empty())
                Q_EMIT m_notifier.casesChanged(changes.added, changes.changed, changes.bulk);
            Q_EMIT m_notifier.outboxChanged(static_cast<int>(waiting), static_cast<int>(refused));
            indexSome();
        },
        Qt::QueuedConnection);
}

void LocalDesk::tick()
{
    const std::int64_t next = m_nextRelease;
    const Instant now = m_clock.now();
    if (next == 0 || msOf(now) < next)
        return;
    m_nextRelease = 0; // one job at a time; it announces the next
    m_workspace.write([this, now](DeskConnection& desk) -> Result<std::monostate> {
        auto sent = desk.submitter->release(now, false);
        if (!sent)
            return std::unexpected(sent.error());
        announce(sent->changes, desk.submitter->waiting(), desk.submitter->refused(), desk.submitter->nextRelease());
        return std::monostate{};
    });
}

void LocalDesk::indexSome()
{
    if (m_indexing.exchange(true))
        return;
    m_workspace.write(
        [this](DeskConnection& desk) -> Result<std::monostate> {
            auto some = SearchIndex(*desk.storeDb).indexSome(300);
            m_indexing = false;
            if (!some)
                return std::unexpected(some.error());
            if (*some > 0)
                QMetaObject::invokeMethod(this, [this] { indexSome(); }, Qt::QueuedConnection);
            return std::monostate{};
        },
        Priority::Background);
}

} // namespace griddesk
