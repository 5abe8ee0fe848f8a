// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "case.h"
#include "operation.h"
#include "operationtable.h"
#include "refusal.h"
#include "rules.h"

#include <expected>
#include <optional>
#include <vector>

namespace griddesk {

/// The machine of the domain: gives the case after an operation, or the rule that refuses it. `before` is empty for the
/// first operation of a case; `at` is the effective time given by the authority. Pure and deterministic: desk, platform,
/// importer and tests call this one function. Operations of a pair are judged one case at a time; the authority accepts
/// both or none. Thread: any.
[[nodiscard]] std::expected<Case, Refusal> apply(const std::optional<Case>& before, const Operation& operation, const Rules& rules,
                                                 Instant at);

/// Whether the authority should give the case its number now (year-stream-sequence, kept in Case::number).
[[nodiscard]] bool needsNumber(const Case& c) noexcept;

/// One thing that could be done next: allowed, or why not and who could.
struct AllowedOperation {
    OperationKind kind = OperationKind::Comment;
    std::optional<AssignmentId> assignment; ///< the assignment it would name
    std::optional<Refusal> refusal;         ///< absent: allowed (the form still has to be filled in)

    [[nodiscard]] bool allowed() const noexcept { return !refusal; }
};

/// What the actor may do next, in table order: every operation the stage has, once per assignment it may name. Refused
/// ones say what is missing and who could supply it; payload fields are not judged.
[[nodiscard]] std::vector<AllowedOperation> allowedOperations(const Case& c, const Actor& actor, const Rules& rules, Instant at);

/// Whether the reporter's contact may be opened to that actor: the desk always; a handler of a live assignment only for
/// help and complaint with consent; never for a tip-off or a confidential reporter.
[[nodiscard]] bool mayRevealContact(const Case& c, const Actor& actor, const Rules& rules, Instant at);

} // namespace griddesk
