// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/core/caserow.h"
#include "models/core/operation.h"
#include "models/service/casequeries.h"

#include <QFuture>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace griddesk {

/// One refused operation in the tray 待处理箱, with what is needed to decide about it, read in one go.
struct TrayItem {
    Operation operation;
    Instant savedAt{};
    std::string outcome;             ///< name of the outcome; "salvaged" for what was found in the salvage file
    std::string reason;              ///< name of the rule that refused, or of what else stood against it
    std::optional<Refusal> refusal;  ///< the same in full, where the history still tells
    std::optional<Stage> before, after; ///< it was made at `before` and would have moved the case to `after`; absent when that is unknown
    std::optional<CaseRow> row;      ///< the case as it stands; absent when there is no such case
    std::vector<HistoryItem> since;  ///< what happened to the case after it was saved, oldest first, the last few only
    std::vector<std::pair<std::string, UnitId>> assignments; ///< unit of each assignment, to name them
    std::optional<Refusal> now;      ///< why the rules would refuse it from the present person; absent: it may be done again
};

/// A refused operation that was settled and how; withdrawn ones can be put back.
struct SettledTrayItem {
    Operation operation;
    Instant savedAt{};
    std::string number;  ///< of the case, empty when there is none
    std::string how;     ///< withdrawn, reissued, noted
    std::string byAccount;
    std::string words;
    Instant at{};
    [[nodiscard]] bool canReturn() const { return how == "withdrawn"; }
};

/// The conflict tray of this desk. To do an operation again, or to keep it as a note, is a submission whose draft names it
/// in `replaces`; taking that back within the hold brings it into the tray again. Nothing leaves by itself. Thread: called
/// on the GUI thread; answers come as futures, and the Notifier tells of every change (outboxChanged).
class Tray {
public:
    Tray() = default;
    Tray(const Tray&) = delete;
    Tray& operator=(const Tray&) = delete;
    virtual ~Tray() = default;

    /// Everything refused, newest first, judged for `actor` as things stand at `now`.
    virtual QFuture<Result<std::vector<TrayItem>>> items(const Actor& actor, Instant now) = 0;
    /// What was settled, newest first.
    virtual QFuture<Result<std::vector<SettledTrayItem>>> settled(int limit) = 0;
    /// They leave the tray, all or none, with the reason on record. Errors: Refused when one is not there any more.
    virtual QFuture<Result<void>> withdraw(const Actor& actor, std::vector<OperationId> operations, const std::string& words) = 0;
    /// Withdrawn ones come back. Errors: Refused when one was not withdrawn.
    virtual QFuture<Result<void>> putBack(const Actor& actor, std::vector<OperationId> operations) = 0;
};

} // namespace griddesk
