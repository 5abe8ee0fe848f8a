// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/service/desk.h"
#include "models/service/tray.h"
#include "models/store/blobstore.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace griddesk {

class LocalQueries;
class LocalCommands;
class LocalDrafts;
class LocalTray;

/// The present, from the system's clock.
class SystemClock final : public ClockSource {
public:
    [[nodiscard]] Instant now() const override;
};

/// The services of the user interface over an opened workspace. Owns the timers that release held operations and feed the
/// word index. Thread: made, used and destroyed on the GUI thread; the work happens on the workspace's threads.
class LocalDesk final : public QObject {
    Q_OBJECT

public:
    /// The workspace (with threads) and the clock must outlive it. `hold` is how long a saved operation may be taken back.
    LocalDesk(Workspace& workspace, const ClockSource& clock, Milliseconds hold = std::chrono::seconds{8});
    ~LocalDesk() override;

    [[nodiscard]] Desk desk();
    [[nodiscard]] Notifier& notifier() noexcept { return m_notifier; }

    [[nodiscard]] Tray& tray();
    /// Tells the notifier on the GUI thread what a commit changed and what is in the outbox now. With `unsent` something
    /// could not be handed on: it waits there, and sending is tried again after 5 s, later after up to 2 min. Thread: the writer's.
    void announce(const ChangeSet& changes, const Submitter& submitter, const std::optional<Error>& unsent = {});
    [[nodiscard]] Milliseconds hold() const noexcept { return m_hold; }
    /// How often sending failed in a row.
    [[nodiscard]] int failures() const noexcept { return m_failures; }

private:
    void tick();
    void indexSome();

    Workspace& m_workspace;
    const ClockSource& m_clock;
    Milliseconds m_hold;
    Notifier m_notifier;
    BlobStore m_blobs;
    std::unique_ptr<LocalQueries> m_queries;
    std::unique_ptr<LocalCommands> m_commands;
    std::unique_ptr<LocalDrafts> m_drafts;
    std::unique_ptr<LocalTray> m_tray;
    std::shared_ptr<const DistrictPlaces> m_places; ///< kept so that the reference in Desk stays good
    QTimer m_timer;
    std::atomic<std::int64_t> m_nextRelease{0}; ///< ms; 0 = nothing is held and nothing to be tried again
    std::atomic<int> m_failures{0};             ///< of sending, since it last worked
    std::atomic<bool> m_indexing{false};
};

} // namespace griddesk
