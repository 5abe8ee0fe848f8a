// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "case.h"
#include "explanation.h"

#include <string>
#include <vector>

namespace griddesk {

/// One clock of a case with its segments.
struct ClockExplanation {
    Clock clock;
    Explanation explanation;
    bool open = false; ///< runs now

    bool operator==(const ClockExplanation&) const = default;
};

/// All clocks of a case; the lamp is the worst of those that run.
struct CaseExplanation {
    std::vector<ClockExplanation> clocks; ///< in the order they were started
    Lamp lamp = Lamp::None;
    std::string worst; ///< id of the clock that gives the lamp; empty when none runs

    bool operator==(const CaseExplanation&) const = default;
};

/// Explains every clock at `now`. A clock whose calendar the rules do not have is left out of `clocks`. Pure.
[[nodiscard]] CaseExplanation explainCase(const Case& c, const Rules& rules, Instant now);

/// Whether a clock's kind bears on the lamp of the case: deadlines of the case and its steps, not windows and expiries.
[[nodiscard]] bool bearsLamp(ClockKind kind) noexcept;

} // namespace griddesk
