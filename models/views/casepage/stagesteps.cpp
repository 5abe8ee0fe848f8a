// SPDX-License-Identifier: GPL-3.0-or-later
#include "stagesteps.h"

#include <algorithm>

namespace griddesk {

namespace {

std::optional<CaseStep> presentStep(const Case& c, bool verifyDue)
{
    switch (c.stage) {
    case Stage::Reported: return CaseStep::Report;
    case Stage::Verifying: return CaseStep::Verify;
    case Stage::Accepted: return verifyDue ? CaseStep::Verify : CaseStep::File;
    case Stage::Filed: return CaseStep::Dispatch;
    case Stage::Dispatched:
    case Stage::Handling: return CaseStep::Handle;
    case Stage::Handled:
    case Stage::Checking: return CaseStep::Check;
    case Stage::Checked: return CaseStep::Close;
    case Stage::Closed: return callbackOpen(c) ? CaseStep::Callback : CaseStep::Archive;
    default: return std::nullopt;
    }
}

} // namespace

StepViews stepsOf(const Case& c, bool verifyDue)
{
    StepViews steps;
    const auto step = [&steps](CaseStep which) -> StepView& { return steps[static_cast<std::size_t>(which)]; };
    const auto done = [&step](CaseStep which, const std::optional<Instant>& at) {
        if (at)
            step(which) = {.state = StepState::Done, .at = at, .again = 0};
    };
    done(CaseStep::Report, c.acceptedAt ? c.acceptedAt : c.reportedAt);
    if (!c.verifications.empty() && c.verifications.back().by)
        done(CaseStep::Verify, c.verifications.back().by->at);
    done(CaseStep::File, c.filedAt);
    done(CaseStep::Dispatch, c.dispatchedAt);
    done(CaseStep::Handle, c.handledAt);
    done(CaseStep::Check, c.checkedAt);
    done(CaseStep::Close, c.closedAt);
    if (!c.callbacks.empty() && c.callbackDone)
        done(CaseStep::Callback, c.callbacks.back().by.at);
    done(CaseStep::Archive, c.archivedAt);

    const auto present = presentStep(c, verifyDue);
    const auto reached = present ? static_cast<std::size_t>(*present) : c.stage == Stage::Archived ? caseStepCount : 0;
    for (std::size_t i = 0; i < caseStepCount; ++i) {
        auto& view = steps[i];
        if (present && i == reached)
            view.state = StepState::Present;
        else if (i < reached && view.state == StepState::Ahead) // the life went by without it, or the source does not tell
            view.state = c.imported ? StepState::Unknown : StepState::Skipped;
        else if (present && i > reached)
            view = {}; // an earlier round's instant says nothing about this one
    }
    step(CaseStep::Verify).again = std::max(0, static_cast<int>(c.verifications.size()) - 1);
    step(CaseStep::Dispatch).again = c.returns;
    step(CaseStep::Handle).again = c.reworks + c.redos;
    step(CaseStep::Check).again = static_cast<int>(std::ranges::count_if(c.checks, [](const CheckRecord& r) { return r.passed && !*r.passed; }));
    return steps;
}

} // namespace griddesk
