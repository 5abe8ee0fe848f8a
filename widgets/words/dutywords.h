// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/duty.h"
#include "models/views/words.h"

#include <QString>

// The suggestion of the duty list as people read it. Thread: GUI.

namespace griddesk::words {

/// "市容科 handles 暴露垃圾 in 一网格, as laid down by: duty list item 4.2, legal basis, valid from 2025-01-01"
[[nodiscard]] QString dutyReason(const DutyReason& reason, const Words& words);

/// The whole answer as one or more sentences: the reason and the assisting units, or who contends, or that nobody is named.
[[nodiscard]] QString dutySentence(const DutyMatch& match, const Words& words);

} // namespace griddesk::words
