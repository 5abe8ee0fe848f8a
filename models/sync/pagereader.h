// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replicaport.h"

#include "models/hub/rulelibrary.h"
#include "models/wire/protocol.h"

#include <string_view>
#include <vector>

namespace griddesk {

/// One page of a pull, read and checked, not yet applied.
struct PulledPage {
    std::vector<PulledLine> lines; ///< without the checkpoint
    PulledLine checkpoint;
};

/// Errors: LimitExceeded, Syntax (cut, no checkpoint at the end or lines behind it), those of readPulledLine().
[[nodiscard]] Result<PulledPage> readPage(std::string_view body);

/// What a page did to the copy.
struct AppliedPage {
    std::vector<CaseId> touched; ///< cases with new or fewer entries
    std::int64_t entries = 0;
    std::int64_t upTo = 0;       ///< position of the stream the copy goes up to now
    bool proven = false;         ///< the page came with digests and all agreed
    bool differs = false;        ///< it came with digests and one did not agree: the copy is to be made anew
};

/// Applies a page to the copy in one transaction of its log: all of it with the new cursor, or nothing. Entries are read, hashed
/// and must belong to the stream; who signed them is verified elsewhere. Errors: Inconsistent (an envelope of another stream or
/// case), those of readEnvelope(), foldCase() and of the log; UnknownReference when rules are missing that the page needs.
[[nodiscard]] Result<AppliedPage> applyPage(const PulledPage& page, ReplicaPort& replica, LogStore& log, RuleLibrary& rules, Instant now);

} // namespace griddesk
