// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assignment.h"
#include "geopoint.h"
#include "rules.h"
#include "stage.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

// The records a case collects on its way. Plain values, written only by apply(); texts are as the operation had them.

/// One file named by an operation. Its bytes are a blob elsewhere.
struct Evidence {
    std::string sha256{}, mime{}, role{}; ///< role: before, after, other
    std::int64_t size = 0;
    std::optional<Instant> takenAt{};
    std::optional<GeoPoint> place{};
    OperationId operation;
    bool operator==(const Evidence&) const = default;
};

/// 诉求人. Name, phone and room are sealed records elsewhere; here are salted commitments (hex) to them only.
struct Reporter {
    std::string nameCommitment{}, phoneCommitment{}, roomCommitment{};
    std::string relation{};        ///< to the matter, e.g. "resident", "passer-by"
    std::string contactTime{};     ///< safe contact time, as told
    bool anonymous = false, confidential = false, callbackWanted = false, consent = false;
    bool operator==(const Reporter&) const = default;
};

/// 被反映主体: whom or what the matter is about.
struct Subject {
    std::string kind{}; ///< person, company, institution, other
    std::string nameCommitment{};
    bool operator==(const Subject&) const = default;
};

/// 来源工单: an order from outside behind this case.
struct ExternalOrder {
    std::string number{}, platform{}, text{};
    std::optional<Instant> sentAt{}, receivedAt{}, due{};
    bool mustReply = false, mustCallback = false;
    enum class State : std::uint8_t { Open, Replied, Returned } state = State::Open;
    enum class Asked : std::uint8_t { Nothing, Return, Extension } asked = Asked::Nothing;
    std::optional<Instant> extensionUntil{}; ///< asked for
    int refusals = 0, extensions = 0;
    std::optional<Instant> repliedAt{}, returnedAt{};
    std::string reply{};
    bool operator==(const ExternalOrder&) const = default;
};

/// 核实.
struct Verification {
    Trace asked;
    std::string mode{}, words{};
    std::string result{};   ///< true partly untrue gone noEntry addressUnknown; empty while asked
    std::string proposal{}; ///< file reject void again
    std::optional<Trace> by{};
    bool operator==(const Verification&) const = default;
};

/// 会商.
struct ConsultOpinion {
    UnitId unit;
    std::string opinion{}, words{}; ///< accept refuse condition
    Instant at{};
    bool operator==(const ConsultOpinion&) const = default;
};
struct Consultation {
    std::string id{}; ///< "m1", "m2" …
    Trace asked;
    std::vector<UnitId> units{};
    std::string question{};
    bool pauses = false; ///< the dispatch step's clock stands still meanwhile
    std::vector<ConsultOpinion> opinions{};
    std::optional<Trace> concluded{};
    std::optional<UnitId> lead{};
    std::vector<UnitId> assists{};
    std::string conclusion{};
    bool operator==(const Consultation&) const = default;
};

/// 指定承办 and the objections against it.
struct Designation {
    std::string id{}; ///< "g1" …
    Trace by;       ///< released by this post, whoever holds it
    UnitId lead;
    std::vector<UnitId> assists{};
    std::string reason{}, precedent{}; ///< precedent: dutyItem, expires or empty
    bool operator==(const Designation&) const = default;
};
struct Objection {
    Trace by;
    UnitId unit;
    std::string words{};
    bool operator==(const Objection&) const = default;
};

/// 挂账: ends by itself at `until` (computed, no operation).
struct Suspension {
    Trace asked;
    Instant until{};
    std::string reason{};
    std::optional<bool> agreed{};
    std::optional<Trace> decided{};
    std::optional<Instant> resumedAt{};
    [[nodiscard]] bool holds(Instant at) const noexcept
    {
        return agreed.value_or(false) && decided && decided->at <= at && at < until && !(resumedAt && *resumedAt <= at);
    }
    bool operator==(const Suspension&) const = default;
};

/// 法定期间: 复议 诉讼 鉴定 检测 公告.
struct StatutoryPauseRecord {
    std::string kind{}, document{};
    Trace asked;
    std::optional<bool> agreed{};
    std::optional<Instant> from{}, until{};
    std::optional<Instant> reviewBy{};
    [[nodiscard]] bool holds(Instant at) const noexcept { return from && *from <= at && !(until && *until <= at); }
    bool operator==(const StatutoryPauseRecord&) const = default;
};

/// 处置计划 of elastic or promised cases.
struct Milestone {
    std::string title{};
    Instant due{};
    std::optional<Instant> reachedAt{};
    bool operator==(const Milestone&) const = default;
};
struct HandlingPlan {
    Trace asked;
    std::string words{};
    std::vector<Milestone> milestones{};
    std::optional<bool> agreed{};
    std::optional<Trace> decided{};
    std::optional<Instant> reviewBy{};
    bool operator==(const HandlingPlan&) const = default;
};

/// 调解 and 履约.
struct Mediation {
    Trace by;
    std::string session{}, result{}, guidance{}, agreement{}; ///< result: reached notReached withdrawn adjourned
    std::vector<std::string> parties{};                 ///< commitments
    std::optional<bool> kept{};
    bool operator==(const Mediation&) const = default;
};

/// 吹哨 报到.
struct Whistle {
    std::string id{}; ///< "w1" …
    Trace by;
    std::vector<UnitId> units{};
    std::optional<GeoPoint> place{};
    std::string where{}, purpose{};
    std::optional<Instant> meetAt{};
    std::map<UnitId, Instant> arrivals{};
    std::optional<Instant> endedAt{};
    bool operator==(const Whistle&) const = default;
};

/// 核查.
struct CheckRecord {
    Trace asked;
    std::string mode{};
    std::optional<bool> passed{};
    std::optional<Trace> by{};
    std::string words{};
    bool operator==(const CheckRecord&) const = default;
};

/// One call to the resident.
struct CallbackAttempt {
    Trace by;
    bool upstream = false; ///< made for the source, kept apart
    bool reached = false;
    std::string solved{}, satisfaction{}, words{};
    bool operator==(const CallbackAttempt&) const = default;
};

/// 群众复核.
struct ReviewRecord {
    std::string against{}; ///< reject void exclusion close answer
    Trace asked;
    std::string words{};
    std::optional<bool> overturned{};
    std::optional<Trace> decided{};
    bool operator==(const ReviewRecord&) const = default;
};

/// 剔除: mark on person x matter, by two approvers.
struct Exclusion {
    Trace asked;
    std::string reason{}, words{}; ///< unreasonable beyondAuthority noNewFacts
    std::optional<Trace> first{}, second{};
    bool refused = false;
    std::optional<Instant> expiresAt{}; ///< set when granted
    bool lifted = false;              ///< a new fact came in
    [[nodiscard]] bool pending() const noexcept { return !refused && !expiresAt; }
    [[nodiscard]] bool holds(Instant at) const noexcept { return expiresAt && at < *expiresAt && !lifted; }
    bool operator==(const Exclusion&) const = default;
};

/// 督办单.
struct SupervisionOrder {
    std::string id{}; ///< "s1" …
    std::string number{};
    Trace by;
    UnitId unit;
    AreaLevel level = AreaLevel::Subdistrict;
    std::string card{}; ///< none yellow red
    std::string words{};
    std::optional<Instant> replyBy{};
    enum class State : std::uint8_t { Issued, Received, Replied, Settled } state = State::Issued;
    std::optional<Trace> received{}, replied{}, settled{};
    std::string reply{}, verdict{};
    bool operator==(const SupervisionOrder&) const = default;
};

/// 批示.
struct Instruction {
    std::string id{}; ///< "i1" …
    Trace by;
    std::optional<UnitId> unit{};
    std::optional<AccountId> account{};
    std::string words{};
    std::optional<Trace> received{};
    bool operator==(const Instruction&) const = default;
};

/// 抽查.
struct SpotCheck {
    Trace by;
    std::string result{}, words{}; ///< good flawed false
    bool operator==(const SpotCheck&) const = default;
};

/// 申诉: two reviewers; exempts the flag in statistics, the raw fact stays.
struct Appeal {
    Trace asked;
    UnitId unit;
    std::string about{}, words{}; ///< overdue return rework satisfaction
    std::optional<Trace> first{}, second{};
    std::optional<bool> granted{};
    bool operator==(const Appeal&) const = default;
};

/// 突发事件 this case is the head or a member of.
struct CallOut {
    Trace by;
    std::vector<UnitId> units{};
    std::string words{};
    bool operator==(const CallOut&) const = default;
};
struct RollCall {
    Trace by;
    std::vector<UnitId> present{}, absent{};
    bool operator==(const RollCall&) const = default;
};
struct SituationReport {
    Trace by;
    std::string kind{}, words{}; ///< first followUp final
    bool operator==(const SituationReport&) const = default;
};
struct IncidentRecord {
    std::string id{}, name{}, level{};
    bool head = false;
    Trace declared;
    std::vector<CallOut> callOuts{};
    std::vector<RollCall> rollCalls{};
    std::vector<SituationReport> reports{};
    std::optional<Instant> endedAt{};
    bool operator==(const IncidentRecord&) const = default;
};

/// A tie to another case. `kind`: absorbed, mergedInto, splitTo, splitFrom, repeat, repeatOf, related, rehandling, rehandlingOf.
struct CaseLink {
    std::string kind{};
    CaseId other;
    Instant at{};
    std::optional<Instant> endedAt{};
    bool operator==(const CaseLink&) const = default;
};

/// 移交 or 提级: leaves by an exit; watched until confirmed.
struct HandOverRecord {
    std::string to{}, receiver{}, receipt{}; ///< to: police110 fire119 medical120 traffic122 utility other district
    Trace by;
    std::optional<Instant> confirmedAt{};
    bool operator==(const HandOverRecord&) const = default;
};

/// 更正: an old value that was replaced.
struct Amendment {
    std::string field{}, before{};
    Trace by;
    Stage stage = Stage::Reported;
    bool operator==(const Amendment&) const = default;
};

/// 催单 补充 追加诉求人 撤诉.
struct FollowUpRecord {
    std::string kind{}, words{}; ///< urge supplement join withdraw
    Trace by;
    bool operator==(const FollowUpRecord&) const = default;
};

/// What an end or a correction was decided on, so that the one who decided does not judge the complaint about it.
struct Decision {
    std::string kind{}; ///< reject void close answer exclusion reopen forceClose
    Trace by;
    std::string reason{};
    Stage from = Stage::Reported;
    bool operator==(const Decision&) const = default;
};

} // namespace griddesk
