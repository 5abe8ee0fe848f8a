// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assignment.h"
#include "operationkind.h"
#include "roles.h"
#include "stage.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace griddesk {

/// What happens to an operation whose base is stale when it reaches the authority.
enum class OperationClass : std::uint8_t { Claim, Transition, TimeLaw, Additive, Nudge, Correction };
[[nodiscard]] std::string_view nameOf(OperationClass c) noexcept; ///< claim transition timeLaw additive nudge correction

/// A set of stages; a plain value.
class StageSet {
public:
    constexpr StageSet() = default;
    constexpr StageSet(std::initializer_list<Stage> stages)
    {
        for (const auto stage : stages)
            m_bits |= bit(stage);
    }
    /// All stages from the first to the last, both included.
    [[nodiscard]] static constexpr StageSet range(Stage first, Stage last)
    {
        StageSet set;
        for (auto i = static_cast<unsigned>(first); i <= static_cast<unsigned>(last); ++i)
            set.m_bits |= std::uint32_t{1} << i;
        return set;
    }
    [[nodiscard]] constexpr bool has(Stage stage) const noexcept { return (m_bits & bit(stage)) != 0; }
    [[nodiscard]] constexpr StageSet with(StageSet other) const noexcept
    {
        other.m_bits |= m_bits;
        return other;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return m_bits == 0; }
    constexpr bool operator==(const StageSet&) const = default;

private:
    [[nodiscard]] static constexpr std::uint32_t bit(Stage stage) noexcept { return std::uint32_t{1} << static_cast<unsigned>(stage); }
    std::uint32_t m_bits = 0;
};

/// How a payload field is read and checked.
enum class FieldType : std::uint8_t {
    Bool,
    Integer,    ///< 0 to `maximum`
    Line,       ///< one line of text
    Words,      ///< text with line breaks
    Moment,     ///< ISO text, UTC
    Place,      ///< {"lonE7","latE7"}
    Case,       ///< case id
    Assignment, ///< assignment id within the case ("a1")
    Area,       ///< code known to the rules
    Unit,       ///< known to the rules and in force
    Units,      ///< list of them, each once
    Account,    ///< known to the rules
    Category,   ///< known to the rules
    Standard,   ///< known to the rules
    Limit,      ///< text such as "4wh"
    Choice,     ///< one of `choices`
    Evidence,   ///< list of {sha256, size, mime, role before|after|other, takenAt?, place?}
    Commitment, ///< salted commitment, hex
    Texts,      ///< list of lines
    Object,     ///< object with `members`
    Objects,    ///< list of objects with `members`
};
[[nodiscard]] std::string_view nameOf(FieldType type) noexcept;

/// One field of a payload. Forms are generated from it; validation uses nothing else.
struct FieldSpec {
    std::string_view name;
    FieldType type = FieldType::Line;
    bool required = false;
    std::span<const std::string_view> choices{};
    std::size_t maximum = 0; ///< bytes of text, elements of a list, largest integer; 0 = the default of the type
    const FieldSpec* members = nullptr;
    std::size_t memberCount = 0;

    [[nodiscard]] constexpr std::span<const FieldSpec> fields() const noexcept { return {members, memberCount}; }
    /// The limit that holds: `maximum`, or the default of the type.
    [[nodiscard]] std::size_t limit() const noexcept;
};

/// Which assignment an operation may name in its field "assignment".
struct TargetSpec {
    bool assignment = false;  ///< false: the operation is about the case
    std::uint8_t states = 0;  ///< bit per AssignmentState
    bool lead = true, assist = true;
    bool level1 = true, level2 = true;

    [[nodiscard]] constexpr bool allows(AssignmentState state) const noexcept { return (states >> static_cast<unsigned>(state)) & 1u; }
};

/// One row of the table that drives apply(): who may do what, where, with which payload.
struct OperationSpec {
    OperationKind kind = OperationKind::Comment;
    std::string_view name; ///< stable wire name
    OperationClass cls = OperationClass::Additive;
    RoleSet roles;         ///< any one of them, borne by the actor's post
    StageSet stages;       ///< empty: first operation only
    std::span<const FieldSpec> fields;
    TargetSpec target{};
    bool first = false;    ///< may begin a case
    bool pair = false;     ///< touches two cases: the operation needs a pair id

    [[nodiscard]] const FieldSpec* field(std::string_view fieldName) const noexcept;
};

/// The row of a kind. Thread: any; the table never changes.
[[nodiscard]] const OperationSpec& specOf(OperationKind kind) noexcept;
[[nodiscard]] std::span<const OperationSpec> operationTable() noexcept;

} // namespace griddesk
