// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/service/casecommands.h"
#include "models/service/clocksource.h"

#include <memory>

namespace griddesk {

/// Half-written forms and settings in desk.db, written on a thread of its own so that typing never waits for a case.
class LocalDrafts final : public DraftStore {
public:
    LocalDrafts(Workspace& workspace, const ClockSource& clock);
    ~LocalDrafts() override;

    QFuture<Result<void>> put(const std::string& key, const std::string& value) override;
    QFuture<Result<std::vector<std::pair<std::string, std::string>>>> list(const std::string& prefix) override;

private:
    const ClockSource& m_clock;
    std::optional<Error> m_failure; ///< why there is no desk.db
    std::unique_ptr<Executor> m_executor;
};

} // namespace griddesk
