// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/operationtable.h"

#include <array>
#include <span>
#include <string_view>

// Shorthand the topic files of the operation table are written in.

namespace griddesk::machine {

using Choices = std::span<const std::string_view>;

constexpr FieldSpec must(std::string_view name, FieldType type, std::size_t maximum = 0) { return {name, type, true, {}, maximum}; }
constexpr FieldSpec may(std::string_view name, FieldType type, std::size_t maximum = 0) { return {name, type, false, {}, maximum}; }
constexpr FieldSpec must(std::string_view name, Choices choices) { return {name, FieldType::Choice, true, choices}; }
constexpr FieldSpec may(std::string_view name, Choices choices) { return {name, FieldType::Choice, false, choices}; }
template <std::size_t N>
constexpr FieldSpec group(std::string_view name, FieldType type, bool required, const std::array<FieldSpec, N>& members)
{
    return {name, type, required, {}, 0, members.data(), N};
}

inline constexpr auto openStages = StageSet::range(Stage::Reported, Stage::Checked);
inline constexpr auto allStages = StageSet::range(Stage::Reported, Stage::Merged);
inline constexpr auto workStages = StageSet::range(Stage::Dispatched, Stage::Checked); ///< assignments may be live
inline constexpr StageSet ownershipStages{Stage::Filed, Stage::Dispatched, Stage::Handling}; ///< who does it may be in question

constexpr std::uint8_t states(std::initializer_list<AssignmentState> list)
{
    std::uint8_t bits = 0;
    for (const auto state : list)
        bits = static_cast<std::uint8_t>(bits | (1u << static_cast<unsigned>(state)));
    return bits;
}
inline constexpr auto sent = AssignmentState::Sent;
inline constexpr auto signedState = AssignmentState::Signed;
inline constexpr auto replied = AssignmentState::Replied;

constexpr TargetSpec anyAssignment(std::uint8_t bits) { return {true, bits, true, true, true, true}; }
constexpr TargetSpec level1(std::uint8_t bits) { return {true, bits, true, true, true, false}; }
constexpr TargetSpec level2(std::uint8_t bits) { return {true, bits, true, true, false, true}; }
constexpr TargetSpec assistOnly(std::uint8_t bits) { return {true, bits, false, true, true, false}; }
constexpr TargetSpec leadOrLevel2(std::uint8_t bits) { return {true, bits, true, false, true, true}; }

inline constexpr auto assignmentField = must("assignment", FieldType::Assignment);
inline constexpr auto evidenceField = may("evidence", FieldType::Evidence);
inline constexpr auto evidenceWanted = must("evidence", FieldType::Evidence);
inline constexpr auto wordsField = may("words", FieldType::Words);
inline constexpr auto wordsWanted = must("words", FieldType::Words);
inline constexpr auto reasonField = may("reason", FieldType::Words);
inline constexpr auto reasonWanted = must("reason", FieldType::Words);
inline constexpr auto placeField = may("place", FieldType::Place);

inline constexpr std::array<std::string_view, 19> sourceChoices{
    "hotline12345", "patrol", "unitFound", "residentApp", "web", "wechat", "mail", "police110", "superior", "bureauTransfer",
    "enterprise", "camera", "sensor", "media", "petition", "walkIn", "window", "leader", "split"};
inline constexpr std::array<std::string_view, 6> demandChoices{"consult", "help", "complaint", "tipOff", "suggestion", "praise"};
inline constexpr std::array<std::string_view, 3> handlingKindChoices{"immediate", "promised", "coordinated"};
inline constexpr std::array<std::string_view, 3> urgencyChoices{"ordinary", "urgent", "critical"};
inline constexpr std::array<std::string_view, 5> checkModeChoices{"field", "photo", "phone", "document", "parties"};
inline constexpr std::array<std::string_view, 4> basisChoices{"statutory", "negotiated", "designated", "emergency"};
inline constexpr std::array<std::string_view, 5> levelChoices{"cell", "grid", "community", "subdistrict", "district"};

// Topic tables; operationtable.cpp puts them in the order of OperationKind.
std::span<const OperationSpec> intakeTable() noexcept;
std::span<const OperationSpec> dispatchTable() noexcept;
std::span<const OperationSpec> handlingTable() noexcept;
std::span<const OperationSpec> closingTable() noexcept;
std::span<const OperationSpec> oversightTable() noexcept;

} // namespace griddesk::machine
