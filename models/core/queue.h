// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geopoint.h"
#include "ids.h"
#include "instant.h"
#include "rules.h"
#include "stage.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace griddesk {

/// The queues of the operator's desk, in the order they are shown.
enum class Queue : std::uint8_t {
    ToAccept,   ///< 待受理: reported
    ToVerify,   ///< 待核实: accepted, a verification is due and not asked for yet (CaseMark::VerifyDue)
    Verifying,  ///< 核实中
    ToFile,     ///< 待立案: accepted, nothing left to verify
    ToDispatch, ///< 待分拨: filed
    ToSign,     ///< 待签收: dispatched
    Handling,   ///< 处置中
    ToCheck,    ///< 待核查: handled
    Checking,   ///< 核查中
    ToClose,    ///< 待结案: checked
    ToCallback, ///< 待回访: closed, call-back wanted or due
    DueSoon,    ///< 临期: open, yellowAt <= now < due
    Overdue,    ///< 超期: open, due <= now
    Returned,   ///< 退单: Returned, ReturnAsked or Arbitration
    Rework,     ///< 返工
    Redo,       ///< 重办
    Supervised, ///< 督办
    Suspended,  ///< 挂账: Suspended or StatutoryPause
    Hot,        ///< 热点: CaseMark::Hot
    Mine,       ///< 我的: somebody of mine has the next step, or I promised a call-back
    ToSend,     ///< 待上传: own operations not confirmed yet
    Tray,       ///< 待处理箱: own operations that were refused
    Open,       ///< everything before closing
    Closed,     ///< closed, archived and the other ends
    All,
};
inline constexpr std::size_t queueCount = static_cast<std::size_t>(Queue::All) + 1;

/// Which cases a table shows. Absent means any; areas, units and categories include what lies below them.
struct CaseFilter {
    Queue queue = Queue::Open;
    std::optional<AccountId> mine;   ///< whose, for Queue::Mine
    std::optional<UnitId> unit;      ///< holder at level 1 or 2, or assisting
    std::optional<AreaCode> area;    ///< cell, grid, community or sub-district
    std::optional<CategoryId> category;
    std::string source;              ///< empty = any
    std::optional<Urgency> urgency;
    std::optional<Stage> stage;
    bool noSource = false, noCommunity = false; ///< only cases where it is unknown; no area or source says that
    std::optional<Instant> reportedFrom, reportedUntil; ///< [from, until)
    std::string text;                ///< search words; empty = any

    bool operator==(const CaseFilter&) const = default;
};

enum class CaseOrder : std::uint8_t {
    Work,     ///< urgency first, then deadline, then number: the default of a queue
    Due,
    Reported,
    Changed,
    Number,
};

/// Order of a table and its direction.
struct CaseSort {
    CaseOrder order = CaseOrder::Work;
    bool descending = false;
    bool operator==(const CaseSort&) const = default;
};

/// How many cases each queue holds at one instant.
struct QueueCounts {
    std::array<std::int64_t, queueCount> count{};
    Instant at{};
    [[nodiscard]] std::int64_t of(Queue queue) const noexcept { return count[static_cast<std::size_t>(queue)]; }
    bool operator==(const QueueCounts&) const = default;
};

/// Stable names, as in settings and on the command line: toAccept toVerify … all.
[[nodiscard]] std::string_view nameOf(Queue queue) noexcept;
[[nodiscard]] Result<Queue> parseQueue(std::string_view name);

} // namespace griddesk
