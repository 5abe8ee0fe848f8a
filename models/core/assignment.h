// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "instant.h"
#include "limit.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Who did something, in which capacity and when. A plain value, part of every record of a case.
struct Trace {
    AccountId account;
    PostId post;
    Instant at{};
    bool operator==(const Trace&) const = default;
};

/// sent → signed → replied, or returned / revoked / released.
enum class AssignmentState : std::uint8_t { Sent, Signed, Replied, Returned, Revoked, Released };
inline constexpr std::size_t assignmentStateCount = 6;
enum class AssignmentRole : std::uint8_t { Lead, Assist }; ///< 主办 协办
enum class Basis : std::uint8_t { Statutory, Negotiated, Designated, Emergency }; ///< 法定 商定 指定 应急先行

[[nodiscard]] std::string_view nameOf(AssignmentState state) noexcept; ///< sent signed replied returned revoked released
[[nodiscard]] std::string_view nameOf(AssignmentRole role) noexcept;   ///< lead assist
[[nodiscard]] std::string_view nameOf(Basis basis) noexcept;           ///< statutory negotiated designated emergency
[[nodiscard]] Result<Basis> parseBasis(std::string_view name);

/// 退单申请 of one assignment and its decision.
struct ReturnRequest {
    Trace by;
    std::string reason{}; ///< wrongUnit noAuthority duplicate untrue addressUnknown
    std::string text{};
    std::optional<UnitId> proposed{};
    std::optional<bool> agreed{}; ///< absent while undecided
    std::optional<Trace> decidedBy{};
    std::string decision{};
    bool operator==(const ReturnRequest&) const = default;
};

/// 延期申请 of one assignment and its decision.
struct ExtensionRequest {
    Trace by;
    Limit limit{}; ///< asked for, then granted
    std::string reason{};
    std::optional<bool> agreed{};
    std::optional<Trace> decidedBy{};
    std::string decision{};
    bool operator==(const ExtensionRequest&) const = default;
};

/// 分拨任务: work given to one unit. Level 1 comes from the centre, level 2 from the unit that holds `parent`.
struct Assignment {
    AssignmentId id;
    int level = 1;
    AssignmentRole role = AssignmentRole::Lead;
    AssignmentState state = AssignmentState::Sent;
    UnitId unit;
    std::optional<AssignmentId> parent{};
    std::optional<Basis> basis{};  ///< level 1 only; absent at level 2 and for 自行处置
    std::string basisRecord{};     ///< duty item, consultation or designation it rests on
    std::string overrideReason{};  ///< why the lead is not the unit the duty list names
    std::optional<Limit> limit{};  ///< frozen; absent when nothing says how long
    Trace sentBy;
    std::optional<Instant> signedAt{}, firstContactAt{}, repliedAt{}, endedAt{};
    std::optional<Trace> signedBy{}, repliedBy{};
    std::optional<AccountId> handler{};
    std::string result{}, reply{};   ///< of the last reply
    std::optional<bool> accepted{}; ///< level 2: the parent unit's verdict on the reply
    int reworks = 0;
    int sentBacks = 0;           ///< level 2: replies sent back by the parent unit
    bool wrongDispatch = false;  ///< its minutes are the centre's
    bool raised = false;         ///< given up to the next tier in time or not
    bool selfHandled = false;    ///< 自行处置
    bool redo = false;           ///< 不满意重办
    std::vector<ReturnRequest> returns{};
    std::vector<ExtensionRequest> extensions{};

    [[nodiscard]] bool live() const noexcept { return state == AssignmentState::Sent || state == AssignmentState::Signed; }
    /// The request that waits for a decision; nullptr when none does.
    [[nodiscard]] const ReturnRequest* openReturn() const noexcept
    {
        return !returns.empty() && !returns.back().agreed ? &returns.back() : nullptr;
    }
    [[nodiscard]] const ExtensionRequest* openExtension() const noexcept
    {
        return !extensions.empty() && !extensions.back().agreed ? &extensions.back() : nullptr;
    }
    [[nodiscard]] int grantedExtensions() const noexcept
    {
        int n = 0;
        for (const auto& e : extensions)
            n += e.agreed.value_or(false) ? 1 : 0;
        return n;
    }
    bool operator==(const Assignment&) const = default;
};

} // namespace griddesk
