// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"

#include <array>
#include <optional>

namespace griddesk {

/// The steps of the strip at the top of a case, in order.
enum class CaseStep { Report, Verify, File, Dispatch, Handle, Check, Close, Callback, Archive };
inline constexpr std::size_t caseStepCount = static_cast<std::size_t>(CaseStep::Archive) + 1;

enum class StepState {
    Ahead,   ///< not reached yet
    Present, ///< the case waits here
    Done,
    Skipped, ///< passed by without it (no verification needed, call-back waived)
    Unknown, ///< an imported case whose source does not say
};

/// One step of one case.
struct StepView {
    StepState state = StepState::Ahead;
    std::optional<Instant> at; ///< when it was done, if known
    int again = 0;             ///< times it was done over: verifications after the first, returns, reworks, failed checks
};

using StepViews = std::array<StepView, caseStepCount>;

/// Where a case stands on its way. A case that left by an exit has no present step. An accepted case whose kind wants a
/// verification first (`verifyDue`, the mark of its row) waits at the verification. Pure.
[[nodiscard]] StepViews stepsOf(const Case& c, bool verifyDue = false);

} // namespace griddesk
