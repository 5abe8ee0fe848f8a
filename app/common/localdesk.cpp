// SPDX-License-Identifier: GPL-3.0-or-later
#include "localdesk.h"

#include "localcommands.h"
#include "localdrafts.h"
#include "localqueries.h"
#include "localtray.h"

#include "models/store/searchindex.h"

#include <QMetaObject>

namespace griddesk {

namespace {
constexpr std::chrono::seconds indexAfter{3};
constexpr Milliseconds firstRetry = std::chrono::seconds{5}, lastRetry = std::chrono::minutes{2};
}

Instant SystemClock::now() const { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

LocalDesk::LocalDesk(Workspace& workspace, const ClockSource& clock, Milliseconds hold)
    : m_workspace(workspace), m_clock(clock), m_hold(hold), m_blobs(workspace.profile().paths().blobs(), workspace.profile().key()),
      m_queries(std::make_unique<LocalQueries>(workspace)), m_commands(std::make_unique<LocalCommands>(*this, workspace, m_blobs, clock)),
      m_drafts(std::make_unique<LocalDrafts>(workspace, clock)), m_tray(std::make_unique<LocalTray>(*this, workspace, clock)), m_places(workspace.places())
{
    m_timer.setInterval(400);
    connect(&m_timer, &QTimer::timeout, this, &LocalDesk::tick);
    m_timer.start();
    // An import leaves many cases for the word index. The window comes first: it needs the processors and the disk.
    QTimer::singleShot(indexAfter, this, &LocalDesk::indexSome);
    // What an earlier run left in the outbox and the tray is told at once, not with the next change.
    m_workspace.write([this](DeskConnection& desk) -> Result<std::monostate> {
        announce({}, *desk.submitter);
        return std::monostate{};
    });
}

LocalDesk::~LocalDesk()
{
    m_timer.stop();
    // What was handed to the writer uses this object: it is let finish.
    m_workspace.write([](DeskConnection&) -> Result<std::monostate> { return std::monostate{}; }, Priority::Background).waitForFinished();
}

Desk LocalDesk::desk() { return Desk{*m_queries, *m_commands, *m_drafts, *m_places, m_notifier, m_clock}; }

Tray& LocalDesk::tray() { return *m_tray; }

void LocalDesk::announce(const ChangeSet& changes, const Submitter& submitter, const std::optional<Error>& unsent)
{
    std::optional<Instant> next = submitter.nextRelease();
    bool told = false;
    if (unsent) {
        const int failures = m_failures++;
        told = failures == 0;
        const Instant now = m_clock.now();
        const Instant again = now + std::min<Milliseconds>(firstRetry * (1 << std::min(failures, 5)), lastRetry);
        next = next && *next > now ? std::min(*next, again) : again;
    } else if (submitter.waiting() == 0) {
        m_failures = 0;
    } else if (const std::int64_t planned = m_nextRelease; m_failures > 0 && planned != 0) {
        // Something else was saved meanwhile; what could not be sent keeps its turn.
        next = next ? std::min(*next, instantFromMs(planned)) : instantFromMs(planned);
    }
    m_nextRelease = next ? msOf(*next) : 0;
    QMetaObject::invokeMethod(
        this,
        [this, changes, waiting = submitter.waiting(), refused = submitter.refused(), trouble = told ? unsent : std::nullopt] {
            if (!changes.empty())
                Q_EMIT m_notifier.casesChanged(changes.added, changes.changed, changes.bulk);
            Q_EMIT m_notifier.outboxChanged(static_cast<int>(waiting), static_cast<int>(refused));
            if (trouble)
                Q_EMIT m_notifier.sendingFailed(*trouble);
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
        if (!sent) {
            announce({}, *desk.submitter, sent.error());
            return std::unexpected(sent.error());
        }
        m_failures = 0;
        announce(sent->changes, *desk.submitter);
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
