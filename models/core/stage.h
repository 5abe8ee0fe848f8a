// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace griddesk {

/// Where a case stands (环节), derived from its operations. The ends come last; none of them has a way on except the
/// corrections of the table (reopen, decideReview, unmerge).
enum class Stage : std::uint8_t {
    Reported,   ///< 待受理
    Accepted,   ///< 待立案
    Verifying,  ///< 核实中
    Filed,      ///< 待分拨
    Dispatched, ///< 待签收
    Handling,   ///< 处置中
    Handled,    ///< 待核查
    Checking,   ///< 核查中
    Checked,    ///< 待结案
    Closed,     ///< 已结案·待回访
    Archived,   ///< 已归档
    Answered,   ///< 直接答复
    Rejected,   ///< 不予受理
    ReturnedUp, ///< 已退回上级
    HandedOver, ///< 已移交
    Voided,     ///< 作废
    Merged,     ///< 已并单
};
inline constexpr std::size_t stageCount = static_cast<std::size_t>(Stage::Merged) + 1;

/// True for stages in which nothing waits for anybody any more: archived and the ends.
[[nodiscard]] constexpr bool isEnd(Stage stage) noexcept { return stage >= Stage::Archived; }
/// True from report until closing; what queues and clocks are about.
[[nodiscard]] constexpr bool isOpen(Stage stage) noexcept { return stage < Stage::Closed; }

/// Stable names: reported accepted verifying filed dispatched handling handled checking checked closed archived answered
/// rejected returnedUp handedOver voided merged.
[[nodiscard]] std::string_view nameOf(Stage stage) noexcept;
[[nodiscard]] Result<Stage> parseStage(std::string_view name);

} // namespace griddesk
