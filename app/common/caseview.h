// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deskconnection.h"

#include "models/core/case.h"
#include "models/service/casequeries.h"

#include <optional>
#include <vector>

namespace griddesk {

/// A case as this desk sees it, read on one connection: the confirmed history, own waiting operations on top, and the
/// lines of its history. Thread: the connection's.
struct CaseView {
    std::optional<Case> state; ///< absent when nothing is known of the case
    std::vector<HistoryItem> history;
};

/// Errors: those of foldCase() and of the databases.
[[nodiscard]] Result<CaseView> viewCase(DeskConnection& connection, const CaseId& id);

} // namespace griddesk
