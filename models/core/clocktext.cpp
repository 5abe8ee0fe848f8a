// SPDX-License-Identifier: GPL-3.0-or-later
// Names of the enumerations of a clock, as they stand in files.
#include "clock.h"

#include <array>
#include <utility>

namespace griddesk {

namespace {

template <typename Enum>
using Row = std::pair<Enum, std::string_view>;

using enum ClockKind;
constexpr std::array clockKindRows{
    Row<ClockKind>{Accept, "accept"},
    Row<ClockKind>{Verify, "verify"},
    Row<ClockKind>{File, "file"},
    Row<ClockKind>{Dispatch, "dispatch"},
    Row<ClockKind>{Consult, "consult"},
    Row<ClockKind>{Objection, "objection"},
    Row<ClockKind>{Precedent, "precedent"},
    Row<ClockKind>{Receipt, "receipt"},
    Row<ClockKind>{ReturnWindow, "return-window"},
    Row<ClockKind>{ReturnDecision, "return-decision"},
    Row<ClockKind>{FirstContact, "first-contact"},
    Row<ClockKind>{MakeSafe, "make-safe"},
    Row<ClockKind>{Restore, "restore"},
    Row<ClockKind>{Handle, "handle"},
    Row<ClockKind>{Assist, "assist"},
    Row<ClockKind>{ReviewReply, "review-reply"},
    Row<ClockKind>{TryFor, "try-for"},
    Row<ClockKind>{CheckIn, "check-in"},
    Row<ClockKind>{PlanDecision, "plan-decision"},
    Row<ClockKind>{PlanReview, "plan-review"},
    Row<ClockKind>{Milestone, "milestone"},
    Row<ClockKind>{Fulfil, "fulfil"},
    Row<ClockKind>{ExtensionDecision, "extension-decision"},
    Row<ClockKind>{SuspensionDecision, "suspension-decision"},
    Row<ClockKind>{StatutoryReview, "statutory-review"},
    Row<ClockKind>{Check, "check"},
    Row<ClockKind>{Rework, "rework"},
    Row<ClockKind>{Close, "close"},
    Row<ClockKind>{Callback, "callback"},
    Row<ClockKind>{ReopenWindow, "reopen-window"},
    Row<ClockKind>{Redo, "redo"},
    Row<ClockKind>{Review, "review"},
    Row<ClockKind>{ExclusionDecision, "exclusion-decision"},
    Row<ClockKind>{ExclusionExpiry, "exclusion-expiry"},
    Row<ClockKind>{HandOver, "hand-over"},
    Row<ClockKind>{CaseLimit, "case-limit"},
    Row<ClockKind>{Upstream, "upstream"},
    Row<ClockKind>{SourceDecision, "source-decision"},
    Row<ClockKind>{SuperviseReceipt, "supervise-receipt"},
    Row<ClockKind>{SuperviseReply, "supervise-reply"},
    Row<ClockKind>{InstructReceipt, "instruct-receipt"},
    Row<ClockKind>{Situation, "situation"},
    Row<ClockKind>{AppealDecision, "appeal-decision"},
};

constexpr std::array pauseKindRows{
    Row<PauseKind>{PauseKind::Suspension, "suspension"},
    Row<PauseKind>{PauseKind::StatutoryPause, "statutory-pause"},
    Row<PauseKind>{PauseKind::Consultation, "consultation"},
    Row<PauseKind>{PauseKind::UpstreamDecision, "upstream-decision"},
};

constexpr std::array lampRows{
    Row<Lamp>{Lamp::None, "none"},     Row<Lamp>{Lamp::Green, "green"},         Row<Lamp>{Lamp::Yellow, "yellow"},
    Row<Lamp>{Lamp::Red, "red"},       Row<Lamp>{Lamp::Suspended, "suspended"},
};

constexpr auto clockKinds = [] {
    std::array<ClockKind, clockKindRows.size()> kinds{};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        kinds[i] = clockKindRows[i].first;
    return kinds;
}();

// A kind added to the enumeration without a name stops the build here.
static_assert(clockKindRows.size() == static_cast<std::size_t>(AppealDecision) + 1);

template <typename Rows, typename Enum>
std::string_view nameIn(const Rows& rows, Enum value) noexcept
{
    for (const auto& [v, name] : rows) {
        if (v == value)
            return name;
    }
    return "unknown";
}

template <typename Enum, typename Rows>
Result<Enum> parseIn(const Rows& rows, std::string_view text, const char* detail)
{
    for (const auto& [v, name] : rows) {
        if (name == text)
            return v;
    }
    return fail(ErrorCode::Syntax, detail, std::string(text.substr(0, 64)));
}

} // namespace

std::string_view clockKindName(ClockKind kind) noexcept { return nameIn(clockKindRows, kind); }
Result<ClockKind> parseClockKind(std::string_view name) { return parseIn<ClockKind>(clockKindRows, name, "no such kind of clock"); }
std::span<const ClockKind> allClockKinds() noexcept { return clockKinds; }
std::string_view pauseKindName(PauseKind kind) noexcept { return nameIn(pauseKindRows, kind); }
Result<PauseKind> parsePauseKind(std::string_view name) { return parseIn<PauseKind>(pauseKindRows, name, "no such kind of pause"); }
std::string_view lampName(Lamp lamp) noexcept { return nameIn(lampRows, lamp); }

} // namespace griddesk
