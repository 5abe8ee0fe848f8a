// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/caserow.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace griddesk {

/// What a commit changed, told after the commit and only then.
struct ChangeSet {
    std::vector<CaseId> added;
    std::vector<CaseId> changed;
    bool bulk = false; ///< too many to name: models reload their ids

    [[nodiscard]] bool empty() const noexcept { return added.empty() && changed.empty() && !bulk; }
    bool operator==(const ChangeSet&) const = default;
};

/// One case as the projection is to show it: the row, and the case it came from for the detail tables.
struct ProjectedCase {
    CaseRow row;
    Case state;
    bool pending = false; ///< holds own operations that the authority has not confirmed
};

/// Port to the rebuildable projection (store.db). Thread: the writer.
class ProjectionPort {
public:
    ProjectionPort() = default;
    ProjectionPort(const ProjectionPort&) = delete;
    ProjectionPort& operator=(const ProjectionPort&) = delete;
    virtual ~ProjectionPort() = default;

    /// Last log position the projection shows.
    virtual Result<std::int64_t> appliedSeq() = 0;
    /// Writes rows and the new position in one transaction, and says what changed.
    virtual Result<ChangeSet> project(const std::vector<ProjectedCase>& cases, std::int64_t appliedSeq) = 0;
    /// Removes a case that was never confirmed (its first operation was taken back).
    virtual Result<ChangeSet> forget(const CaseId& id) = 0;
    /// Marks the cases that have refused operations in the tray, and takes the mark from all others; unknown ones are ignored.
    virtual Result<ChangeSet> setRefused(const std::vector<CaseId>& cases) = 0;
    /// Empties everything; the position becomes 0.
    virtual Result<void> clear() = 0;
};

} // namespace griddesk
