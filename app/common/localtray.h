// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/service/clocksource.h"
#include "models/service/tray.h"

namespace griddesk {

class LocalDesk;

/// Tray over the outbox and the log of the workspace. Thread: called on the GUI thread; reads on a reader, changes on the
/// writer.
class LocalTray final : public Tray {
public:
    LocalTray(LocalDesk& desk, Workspace& workspace, const ClockSource& clock) : m_desk(desk), m_workspace(workspace), m_clock(clock) {}

    QFuture<Result<std::vector<TrayItem>>> items(const Actor& actor, Instant now) override;
    QFuture<Result<std::vector<SettledTrayItem>>> settled(int limit) override;
    QFuture<Result<void>> withdraw(const Actor& actor, std::vector<OperationId> operations, const std::string& words) override;
    QFuture<Result<void>> putBack(const Actor& actor, std::vector<OperationId> operations) override;

private:
    LocalDesk& m_desk;
    Workspace& m_workspace;
    const ClockSource& m_clock;
};

} // namespace griddesk
