// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/explaincase.h"
#include "models/views/words.h"

#include <QString>
#include <QStringList>

// The explanation of a deadline as people read it, for the screen, for paper and for copying. Thread: GUI.

namespace griddesk::words {

/// "Handling: 4 working hours, due 11-20 14:05, 2 h 15 min used."
[[nodiscard]] QString clockHeadline(const ClockExplanation& clock, const Words& words);

/// One sentence for a stretch of time: from, to, holder, whether it counted and how much, why, by whose approval.
[[nodiscard]] QString clockSegment(const Segment& segment, const Words& words);

/// All segments of a clock, in their order.
[[nodiscard]] QStringList clockSegments(const Explanation& explanation, const Words& words);

/// Headline and numbered segments as plain text with line breaks.
[[nodiscard]] QString clockText(const ClockExplanation& clock, const Words& words);
/// All clocks of a case, one block each.
[[nodiscard]] QString clocksText(const CaseExplanation& explanation, const Words& words);

} // namespace griddesk::words
