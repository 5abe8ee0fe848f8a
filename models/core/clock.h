// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarindex.h"
#include "instant.h"
#include "limit.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// What a clock measures.
enum class ClockKind : std::uint8_t {
    Accept,           ///< report to acceptance
    Verify,           ///< 核实 before filing
    File,             ///< acceptance to filing
    Dispatch,         ///< filing to dispatch
    Consult,          ///< answer to a consultation
    Objection,        ///< decision on an objection to a designation
    Precedent,        ///< a designation becomes a duty item or expires
    Receipt,          ///< dispatch to signature
    ReturnWindow,     ///< time in which a unit may ask to return the work
    ReturnDecision,   ///< answer to such a request
    FirstContact,     ///< signature to first contact with the resident
    MakeSafe,         ///< 控险 limit of a standard
    Restore,          ///< 恢复 limit of a standard
    Handle,           ///< dispatch to reply
    Assist,           ///< reply of an assisting unit
    ReviewReply,      ///< review of a lower unit's reply by the unit that gave the work
    TryFor,           ///< time a tier tries before raising
    CheckIn,          ///< arrival after a whistle
    PlanDecision,     ///< decision on a handling plan
    PlanReview,       ///< periodical review of an elastic case
    Milestone,        ///< one milestone of a plan
    Fulfil,           ///< check that an agreement is kept
    ExtensionDecision,
    SuspensionDecision,
    StatutoryReview,  ///< periodical review of a statutory pause
    Check,            ///< 核查 after handling
    Rework,
    Close,            ///< check passed to closing
    Callback,
    ReopenWindow,     ///< time in which a dissatisfied answer re-opens the case
    Redo,             ///< 不满意重办
    Review,           ///< 群众复核
    ExclusionDecision,
    ExclusionExpiry,  ///< end of an exclusion mark
    HandOver,         ///< confirmation of a hand-over
    CaseLimit,        ///< the whole case
    Upstream,         ///< deadline of an outside order
    SourceDecision,   ///< answer of the source to a return or an extension
    SuperviseReceipt,
    SuperviseReply,
    InstructReceipt,  ///< receipt of a leader's instruction
    Situation,        ///< next report of an incident
    AppealDecision,
};

/// Stable lower-case name (`return-decision`), used in files and JSON.
[[nodiscard]] std::string_view clockKindName(ClockKind kind) noexcept;
/// Errors: Syntax for an unknown name.
[[nodiscard]] Result<ClockKind> parseClockKind(std::string_view name);
[[nodiscard]] std::span<const ClockKind> allClockKinds() noexcept;

/// Why a clock stands still.
enum class PauseKind : std::uint8_t {
    Suspension,       ///< 挂账
    StatutoryPause,   ///< 法定期间
    Consultation,     ///< 会商
    UpstreamDecision, ///< the source decides
};
[[nodiscard]] std::string_view pauseKindName(PauseKind kind) noexcept;
/// Errors: Syntax for an unknown name.
[[nodiscard]] Result<PauseKind> parsePauseKind(std::string_view name);

/// A time in which a clock stands still. It ends at `until` or by itself at `plannedUntil`, whichever comes first;
/// with neither it is still open.
struct Pause {
    PauseKind kind = PauseKind::Suspension;
    Instant from;
    std::optional<Instant> until;
    std::optional<Instant> plannedUntil;
    std::string reason;
    std::string approvedBy; ///< account

    bool operator==(const Pause&) const = default;
};

/// A moved deadline: `added` counted on from the deadline before it or, when the source grants it, a restated deadline.
struct Extension {
    Instant at;
    Limit added;
    std::optional<Instant> restated; ///< wins over `added`
    std::string approvedBy;          ///< account
    std::string reason;

    bool operator==(const Extension&) const = default;
};

/// From this instant on the clock runs on this holder's account.
struct Hold {
    Instant from;
    std::string holder; ///< unit id or "centre"

    bool operator==(const Hold&) const = default;
};

/// One limit that runs. Pure data: limit, rule bundle and calendar are those of its start and never change; everything
/// about time is computed from it and the calendar by the functions below.
struct Clock {
    std::string id;
    ClockKind kind = ClockKind::CaseLimit;
    std::string subject; ///< assignment id, standard id or order number
    std::string calendarId;
    Limit limit;
    std::string rulesHash;
    Instant start;
    std::optional<Instant> stated; ///< deadline of a LimitUnit::Stated clock
    std::optional<Instant> metAt;
    std::optional<Instant> cancelledAt;
    std::vector<Pause> pauses;
    std::vector<Extension> extensions; ///< in the order they were granted
    std::vector<Hold> holders;         ///< in any order

    bool operator==(const Clock&) const = default;
};

/// When a clock is due.
struct Due {
    Instant at;
    bool provisional = false; ///< it rests on a year whose holidays are not known
    bool open = false;        ///< a pause has no end yet: `at` is the earliest it can become

    bool operator==(const Due&) const = default;
};

enum class Lamp : std::uint8_t {
    None,      ///< not started, or cancelled
    Green,
    Yellow,
    Red,
    Suspended, ///< paused before it was due
};
[[nodiscard]] std::string_view lampName(Lamp lamp) noexcept;

/// Share of the limit, in thousandths, up to which a lamp is green.
struct LampThresholds {
    int yellowPermille = 800;

    bool operator==(const LampThresholds&) const = default;
};

// All functions below are pure and safe on any thread. `index` is that of the calendar named by the clock.
//
// Counting. Working hours and rolling days count working time from the start, urgent hours and natural days all time,
// whole days the working time after the start day. Time in a pause does not count; overlapping pauses count once. Under
// whole days a pause takes away every working day on which it took working time. A deadline stated by the source is not
// moved by our pauses, only by a restated one. A pause that begins after the deadline does not move it.

/// The deadline with all pauses and extensions.
[[nodiscard]] Due due(const Clock& clock, const CalendarIndex& index);

/// Deadlines one after the other: the first is that of the limit itself, then one per extension; the last is due().
[[nodiscard]] std::vector<Instant> deadlines(const Clock& clock, const CalendarIndex& index);

/// Milliseconds of limit used from the start to `upTo`, or to the end of the clock when that was earlier.
[[nodiscard]] std::int64_t countedMs(const Clock& clock, const CalendarIndex& index, Instant upTo);

/// Milliseconds of limit in all, extensions included: what is counted at the deadline.
[[nodiscard]] std::int64_t limitMs(const Clock& clock, const CalendarIndex& index);

/// The instant by which that share of the limit, in thousandths, is used; 1000 gives the deadline, more a time after it.
/// A lamp turns yellow after atShare(yellowPermille); rungs of the supervision ladder fall on shares too. With a pause
/// that is still open it is the earliest such instant.
[[nodiscard]] Instant atShare(const Clock& clock, const CalendarIndex& index, int permille);

/// Milliseconds of limit left at `now`; negative by what was counted past the deadline.
[[nodiscard]] std::int64_t remainingMs(const Clock& clock, const CalendarIndex& index, Instant now);

/// The lamp at `now`: green to the threshold, yellow to the deadline, both included, red after. A clock that was met
/// keeps the lamp of that moment, so look at isOpen() when only running clocks matter.
[[nodiscard]] Lamp lamp(const Clock& clock, const CalendarIndex& index, LampThresholds thresholds, Instant now);

/// Started, and neither met nor cancelled by `now`.
[[nodiscard]] bool isOpen(const Clock& clock, Instant now) noexcept;

} // namespace griddesk
