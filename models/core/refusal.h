// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roles.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// The rule that refuses an operation. Names are stable: logs and outcomes carry them.
enum class RefusalRule : std::uint8_t {
    // the operation as such
    WrongCase,        ///< it names another case
    RulesMismatch,    ///< the rules at hand are not the bundle it names
    BeforeHistory,    ///< effective time before the case's last one
    Repeated,         ///< the same operation a second time
    FirstOperation,   ///< a case begins with report, adopt, selfHandle or split, and only once
    PairMissing,      ///< an operation on two cases without a pair id, or the reverse
    PostNotHeld,      ///< the account does not hold the post at that time
    RoleMissing,      ///< the post bears none of the roles
    StageClosed,      ///< not in this stage
    // payload
    FieldMissing,
    FieldUnknown,
    FieldType,        ///< wrong type, or not in the form asked for
    FieldTooLong,
    FieldChoice,      ///< not one of the choices
    ReferenceUnknown, ///< a unit, area, category … the rules do not have, or not any more
    RecordUnknown,    ///< no such record (order, consultation, whistle …) in this case
    // assignment
    AssignmentUnknown,
    AssignmentState,  ///< not in this state
    AssignmentLevel,  ///< another level or role of assignment is wanted
    NotYourUnit,      ///< the actor's post is not of the unit concerned
    // guards
    NotAnswerable,    ///< 直接答复 is for 咨询 建议 表扬 only
    FromOutside,      ///< an outside order cannot be rejected; it goes back to its source
    DangerNoReason,   ///< danger is never a reason
    NothingAsked,     ///< there is no open request
    AlreadyAsked,     ///< there is one already
    TransientClass,   ///< this class skips verification
    VerdictAgainst,   ///< verified as untrue or gone: filing needs a reason
    StandardForeign,  ///< the standard is not one of the case's category
    BasisIncomplete,  ///< the basis lacks its record or reason
    UnitLevel,        ///< the unit is not of the level asked for
    SameUnit,         ///< the unit holds the work already
    MustDesignate,    ///< returned twice: only a designation moves it on
    WindowOver,       ///< the return window is over
    Arbitration,      ///< not answered in time: the shift leader decides
    OtherPostDecides, ///< only the post that designated releases
    OpenSubtasks,     ///< work given on is not finished or reviewed
    LastTier,         ///< no tier below or above to go to
    NotElastic,       ///< plans are for elastic or promised cases
    AfterDeadline,    ///< only before the deadline
    UsedUp,           ///< as often as the rules allow
    TooFar,           ///< later or longer than the rules allow
    InThePast,        ///< the time named is over
    Standstill,       ///< suspended: no handling meanwhile
    NotStandingStill, ///< nothing to resume
    CheckerHandled,   ///< the checker is the handler or of its unit
    CheckNotFailed,   ///< rework follows a failed check
    NoLead,           ///< nobody known to give it back to
    EvidenceMissing,
    CallbackOpen,     ///< the resident has not been called yet
    SourceReplyOpen,  ///< the source has not been answered yet
    SameHour,         ///< attempts at different hours
    NoExclusion,      ///< no repeat of a matter, no approved exclusion
    SamePerson,       ///< another person must do this
    OnceOnly,         ///< one per case
    Superseded,       ///< came too late to matter
    NotMember,        ///< not part of this incident, whistle or consultation
};
inline constexpr std::size_t refusalRuleCount = static_cast<std::size_t>(RefusalRule::NotMember) + 1;

/// Stable camel-case name of a rule (`postNotHeld`).
[[nodiscard]] std::string_view nameOf(RefusalRule rule) noexcept;

/// Why an operation is refused, what is missing and who could do it. No sentence for the screen: words are made at the edge.
struct Refusal {
    RefusalRule rule = RefusalRule::StageClosed;
    std::vector<std::string> missing; ///< fields or records
    RoleSet whoCan;                   ///< roles that could supply it
    std::string detail;               ///< technical: the offending value, id or stage

    bool operator==(const Refusal&) const = default;
};

} // namespace griddesk
