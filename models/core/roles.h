// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace griddesk {

/// The roles of the domain; rights come from posts, a post bears one or more roles.
enum class Role : std::uint8_t {
    Operator,     ///< 受理员
    ShiftLeader,  ///< 值班长
    DutyLeader,   ///< 带班领导
    Dispatcher,   ///< 派单员
    UnitLead,     ///< 单位负责人
    Handler,      ///< 处置人员
    GridLead,     ///< 网格长
    GridWorker,   ///< 网格员
    Community,    ///< 社区
    Reviewer,     ///< 核查员
    Supervisor,   ///< 督查员, per level
    Leader,       ///< 领导
    Auditor,      ///< 审计
    Admin,        ///< 系统管理员
    Importer,     ///< 导入程序
    System,       ///< 系统 (authority, ladder)
};
inline constexpr std::size_t roleCount = static_cast<std::size_t>(Role::System) + 1;

/// A set of roles; a plain value.
class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles)
    {
        for (const auto role : roles)
            m_bits |= bit(role);
    }
    [[nodiscard]] constexpr bool has(Role role) const noexcept { return (m_bits & bit(role)) != 0; }
    [[nodiscard]] constexpr bool meets(RoleSet other) const noexcept { return (m_bits & other.m_bits) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return m_bits == 0; }
    constexpr RoleSet& add(Role role) noexcept { m_bits |= bit(role); return *this; }
    [[nodiscard]] constexpr std::uint32_t bits() const noexcept { return m_bits; }
    [[nodiscard]] static constexpr RoleSet all() noexcept
    {
        RoleSet set;
        set.m_bits = (std::uint32_t{1} << roleCount) - 1;
        return set;
    }
    constexpr bool operator==(const RoleSet&) const = default;

private:
    [[nodiscard]] static constexpr std::uint32_t bit(Role role) noexcept { return std::uint32_t{1} << static_cast<unsigned>(role); }
    std::uint32_t m_bits = 0;
};

/// Stable names: operator, shiftLeader, dutyLeader, dispatcher, unitLead, handler, gridLead, gridWorker, community,
/// reviewer, supervisor, leader, auditor, admin, importer, system.
[[nodiscard]] std::string_view nameOf(Role role) noexcept;
[[nodiscard]] Result<Role> parseRole(std::string_view name);

} // namespace griddesk
