// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assignment.h"
#include "caserecords.h"
#include "clock.h"
#include "geopoint.h"
#include "ids.h"
#include "instant.h"
#include "rules.h"
#include "stage.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace griddesk {

/// What filing froze: later rule changes never touch it.
struct Filing {
    StandardId standard;
    CategoryId category;
    std::string rulesHash{}, calendar{};
    std::vector<StandardLimit> limits{}; ///< those of the standard that apply to the case's urgency
    bool minor = false;
    std::string closing{};               ///< 结案条件, as printed
    bool operator==(const Filing&) const = default;
};

/// 案件: one matter from first report to archive. Made and changed by apply() only; everything in it follows from the
/// operations, so replaying them gives an equal value on every machine. Containers are ordered. Never holds personal data.
struct Case {
    CaseId id;
    Stage stage = Stage::Reported;
    std::string number{};      ///< from the authority, put in by it after the operation (see needsNumber in apply.h)
    std::string localNumber{}; ///< device letter and counter

    // what it is about
    std::string source{}, title{}, text{};
    std::string sourceText{}, sourceHash{}; ///< the message as it came, and its SHA-256
    std::string demandType{};   ///< consult help complaint tipOff suggestion praise; empty = unknown
    std::string handlingKind{}; ///< immediate promised coordinated; empty = not said
    Urgency urgency = Urgency::Ordinary;
    std::optional<CategoryId> category{};
    std::optional<AreaCode> area{}; ///< smallest area known
    std::optional<GeoPoint> place{};
    std::string address{};
    std::vector<Reporter> reporters{};
    std::optional<Subject> subject{};
    std::vector<ExternalOrder> orders{};
    std::vector<std::string> outsideNumbers{};

    // import
    bool imported = false;          ///< began with adopt: unknown steps stay unknown
    std::string recordHash{};
    std::optional<bool> sourceOnTime{}; ///< the source's own verdict, kept for comparison only
    bool clockDisorder = false;

    // life
    std::optional<Instant> reportedAt{}, acceptedAt{}, filedAt{}, dispatchedAt{}, signedAt{}; ///< of the present round; unknown = absent
    std::optional<Instant> handledAt{}, checkedAt{}, closedAt{}, archivedAt{}, endedAt{};
    std::optional<Stage> verifyReturn{}; ///< the stage a verification was asked from
    std::optional<Stage> mergedFrom{};   ///< the stage an absorbed case had
    std::vector<Verification> verifications{};
    std::optional<Filing> filing{};
    std::vector<Filing> oldFilings{};
    std::vector<Assignment> assignments{};
    std::vector<Clock> clocks{};
    std::vector<Consultation> consultations{};
    std::vector<Designation> designations{};
    std::vector<Objection> objections{};
    std::vector<Suspension> suspensions{};
    std::vector<StatutoryPauseRecord> statutoryPauses{};
    std::vector<HandlingPlan> plans{};
    std::vector<Mediation> mediations{};
    std::vector<Whistle> whistles{};
    std::vector<CheckRecord> checks{};
    std::vector<CallbackAttempt> callbacks{};
    bool callbackWaived = false, callbackDone = false;
    std::vector<ReviewRecord> reviews{};
    std::vector<Exclusion> exclusions{};
    std::vector<SupervisionOrder> supervisions{};
    std::vector<Instruction> instructions{};
    std::vector<SpotCheck> spotChecks{};
    std::vector<Appeal> appeals{};
    std::optional<IncidentRecord> incident{};
    std::vector<CaseLink> links{};
    std::vector<HandOverRecord> handOvers{};
    std::vector<Amendment> amendments{};
    std::vector<FollowUpRecord> followUps{};
    std::vector<Decision> decisions{};
    std::vector<Evidence> evidence{};
    std::set<AccountId> watchers{};
    std::set<std::string> rungs{}; ///< rungs of the supervision ladder that fired: "clock/rung"
    std::optional<Trace> repeatAnswer{}; ///< 重复答复 proposed, waits for the shift leader

    // marks and counters
    bool forced = false;            ///< 强制结案, for ever
    bool withdrawalProposed = false;
    bool wrongFiling = false;       ///< voided after dispatch
    bool patrolException = false;   ///< handled by its finder though not minor
    bool sampled = false;           ///< self-handled and drawn for a check
    bool redo = false;              ///< 不满意重办 under way
    bool arbitration = false;
    bool categoryChangedAfterDispatch = false;
    int reworks = 0, returns = 0, redos = 0, wrongDispatches = 0, extensions = 0, repeats = 0, urges = 0, comments = 0, overrides = 0;
    int raises = 0;

    // head of the history
    std::optional<OperationId> lastOperation{};
    Instant changedAt{};         ///< effective time of the last operation
    std::int64_t operations = 0; ///< how many were applied

    bool operator==(const Case&) const = default;
};

/// The assignment of that id; nullptr when there is none.
[[nodiscard]] const Assignment* findAssignment(const Case& c, const AssignmentId& id) noexcept;
[[nodiscard]] Assignment* findAssignment(Case& c, const AssignmentId& id) noexcept;
/// The live level-1 lead, from which the stage is derived; nullptr when nobody holds the case.
[[nodiscard]] const Assignment* liveLead(const Case& c) noexcept;
[[nodiscard]] Assignment* liveLead(Case& c) noexcept;
/// The level-1 lead that holds or last replied; nullptr when unknown.
[[nodiscard]] const Assignment* currentLead(const Case& c) noexcept;
[[nodiscard]] Assignment* currentLead(Case& c) noexcept;
/// 挂账 at that time.
[[nodiscard]] bool suspendedAt(const Case& c, Instant at) noexcept;
/// 法定期间 at that time.
[[nodiscard]] bool statutoryPausedAt(const Case& c, Instant at) noexcept;
/// Whether the last check failed and nothing was done about it yet.
[[nodiscard]] bool checkFailed(const Case& c) noexcept;
/// Whether some reporter wants a call-back and none settled it.
[[nodiscard]] bool callbackOpen(const Case& c) noexcept;
/// An outside order that still waits for our reply.
[[nodiscard]] const ExternalOrder* orderToReply(const Case& c) noexcept;

} // namespace griddesk
