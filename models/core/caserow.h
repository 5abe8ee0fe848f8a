// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock.h"
#include "geopoint.h"
#include "ids.h"
#include "instant.h"
#include "rules.h"
#include "stage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// Marks of a case that make queues of their own; a bit set, so that counters can be kept per bit.
enum class CaseMark : std::uint32_t {
    Returned = 1u << 0,       ///< 退单: a return is asked or the case came back to filed
    Arbitration = 1u << 1,    ///< second return, or a return left unanswered
    Rework = 1u << 2,         ///< 返工
    Redo = 1u << 3,           ///< 不满意重办
    Supervised = 1u << 4,     ///< 督办 order open
    YellowCard = 1u << 5,
    RedCard = 1u << 6,
    Suspended = 1u << 7,      ///< 挂账 now
    StatutoryPause = 1u << 8, ///< 法定期间 now
    ReturnAsked = 1u << 9,
    ExtensionAsked = 1u << 10,
    SuspensionAsked = 1u << 11,
    Consulting = 1u << 12,    ///< 会商中
    Incident = 1u << 13,
    Imported = 1u << 14,      ///< began with adopt: unknown steps stay unknown
    Forced = 1u << 15,        ///< 强制结案
    Provisional = 1u << 16,   ///< a deadline touches a year without a calendar
    Confidential = 1u << 17,  ///< 举报 or 保密
    CallbackWanted = 1u << 18,
    Urged = 1u << 19,
    PlanOpen = 1u << 20,      ///< elastic or promised case with milestones
    ClockDisorder = 1u << 21, ///< the source's own times contradict each other
    VerifyDue = 1u << 22,     ///< accepted, its kind wants a verification before filing and none was asked for
    Hot = 1u << 23,           ///< one of three or more similar reports within thirty minutes
};

/// The flat row of a case that tables, queues, maps and search show: everything here is derived from the case and its
/// rules by summarise(); the store keeps it as columns. Times that are unknown are absent and shown as "–".
struct CaseRow {
    CaseId id;
    std::string number{};      ///< given by the authority at acceptance, e.g. "2026-990101001-000123"; may be empty
    std::string localNumber{}; ///< device letter and counter, e.g. "B-0042"
    Stage stage = Stage::Reported;
    Urgency urgency = Urgency::Ordinary;
    std::uint32_t marks = 0; ///< CaseMark bits
    std::string source{};      ///< channel name as in the report operation
    std::string demandType{};
    std::optional<CategoryId> category{};
    std::optional<StandardId> standard{};
    std::optional<AreaCode> cell{};      ///< smallest area the place lies in
    std::optional<AreaCode> grid{}, community{}, subdistrict{};
    std::optional<GeoPoint> place{};
    std::string address{};
    std::string title{};       ///< first words of the text, or the source's title
    std::string text{};        ///< full text for search (no personal data)
    std::vector<std::string> outsideNumbers{};
    std::optional<UnitId> unit{};   ///< level-1 lead that holds the case now
    std::optional<UnitId> unit2{};  ///< level-2 unit that holds it now
    std::optional<AccountId> handler{};
    std::vector<UnitId> assists{};
    std::optional<Instant> reportedAt{}, acceptedAt{}, filedAt{}, dispatchedAt{}, signedAt{}, handledAt{}, closedAt{};
    Instant changedAt{};          ///< effective time of the last operation
    std::optional<Instant> due{};       ///< earliest deadline among the running clocks of the present step and the case
    std::optional<Instant> yellowAt{};  ///< when that clock turns yellow
    std::optional<Instant> caseDue{};   ///< deadline of the case: min(own, upstream)
    std::string clockId{};              ///< the clock `due` belongs to
    int reworks = 0, returns = 0, followUps = 0, extensions = 0, evidence = 0;
    std::int64_t operations = 0;      ///< length of the history

    [[nodiscard]] bool marked(CaseMark mark) const noexcept { return (marks & static_cast<std::uint32_t>(mark)) != 0; }
    void mark(CaseMark mark) noexcept { marks |= static_cast<std::uint32_t>(mark); }
    bool operator==(const CaseRow&) const = default;
};

} // namespace griddesk
