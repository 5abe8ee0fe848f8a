// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"
#include "words.h"

namespace griddesk {

/// Where a case stands, by the same word as the queue it waits in: an accepted case whose kind wants a verification first
/// is "to verify" until one is asked for, and not yet "to file". Thread: GUI, like the words.
[[nodiscard]] inline QString stageWord(const CaseRow& row, const Words& words)
{
    return row.stage == Stage::Accepted && row.marked(CaseMark::VerifyDue) ? words.queue(Queue::ToVerify) : words.stage(row.stage);
}

} // namespace griddesk
