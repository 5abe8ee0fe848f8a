// SPDX-License-Identifier: GPL-3.0-or-later
// Calls to the resident 回访 and what follows from them.
#include "steps.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

std::int64_t hourOf(Instant t) { return std::chrono::floor<std::chrono::hours>(t).time_since_epoch().count(); }

void done(Context& x)
{
    x.c.callbackDone = true;
    meetAll(x, ClockKind::Callback);
}

/// 不满意重办: within the days of the rules; later a new linked case is the way.
bool redoable(const Context& x)
{
    const auto& c = x.c;
    if (c.stage == Stage::Checked)
        return true;
    return (c.stage == Stage::Closed || c.stage == Stage::Archived) && c.closedAt
        && x.at <= *c.closedAt + std::chrono::days{x.rules.parameters.redoWithinDays};
}

Verdict callback(Context& x)
{
    auto& c = x.c;
    const bool upstream = x.flag("upstream");
    CallbackAttempt attempt{.by = x.trace,
                            .upstream = upstream,
                            .reached = x.flag("reached"),
                            .solved = x.text("solved"),
                            .satisfaction = x.text("satisfaction"),
                            .words = x.text("words")};
    if (!attempt.reached) {
        int tries = 1;
        for (const auto& earlier : c.callbacks) {
            if (earlier.reached || earlier.upstream != upstream || (c.closedAt && earlier.by.at < *c.closedAt))
                continue;
            if (hourOf(earlier.by.at) == hourOf(x.at))
                return refuse(Rule::SameHour, formatInstant(earlier.by.at));
            ++tries;
        }
        c.callbacks.push_back(std::move(attempt));
        if (!upstream && tries >= x.rules.parameters.callbackAttempts)
            done(x); // unreachable
        return {};
    }
    if (!x.has("solved") && !x.has("satisfaction"))
        return refuse(Rule::FieldMissing, {}, {"solved", "satisfaction"});
    const bool unhappy = attempt.solved == "no" || attempt.satisfaction == "dissatisfied";
    c.callbacks.push_back(std::move(attempt));
    if (upstream)
        return {}; // the source's own calls are kept apart
    done(x);
    if (unhappy && redoable(x))
        redoWork(x);
    return {};
}

Verdict waiveGuard(const Context& x)
{
    if (!callbackOpen(x.c))
        return refuse(Rule::NothingAsked, "no call-back is open");
    return {};
}

Verdict waive(Context& x)
{
    x.c.callbackWaived = true;
    meetAll(x, ClockKind::Callback);
    return {};
}

const std::array handlers{
    Handler{OperationKind::Callback, noGuard, callback},
    Handler{OperationKind::WaiveCallback, waiveGuard, waive},
};

} // namespace

std::span<const Handler> callbackHandlers() noexcept { return handlers; }

} // namespace griddesk::machine
