// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/operation.h"
#include "models/core/operationtable.h"
#include "models/core/refusal.h"
#include "models/core/rules.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Inner parts of apply(): nothing here is meant for other folders.

namespace griddesk::machine {

/// One operation on its way through: the case being changed (a copy), who does it, and the rules.
struct Context {
    Case& c;
    const Operation& op;
    const OperationSpec& spec;
    const Rules& rules;
    Instant at;
    const Post& post;
    Trace trace;
    Assignment* target = nullptr; ///< the assignment the operation names
    bool first = false;           ///< the operation begins the case

    [[nodiscard]] bool has(std::string_view field) const noexcept { return op.payload.has(field); }
    [[nodiscard]] std::string text(std::string_view field) const { return std::string(op.payload.textOr(field)); }
    [[nodiscard]] bool flag(std::string_view field, bool otherwise = false) const noexcept { return op.payload.boolOr(field, otherwise); }
    [[nodiscard]] std::optional<Instant> time(std::string_view field) const;
    [[nodiscard]] std::optional<GeoPoint> place(std::string_view field = "place") const;
    [[nodiscard]] std::optional<Limit> limit(std::string_view field = "limit") const;
    [[nodiscard]] std::optional<Urgency> urgency() const;
    [[nodiscard]] std::vector<UnitId> units(std::string_view field) const;
    /// A typed id from a field whose form was checked already; absent when the field is.
    template <typename IdType>
    [[nodiscard]] std::optional<IdType> id(std::string_view field) const
    {
        auto parsed = IdType::parse(op.payload.textOr(field));
        return parsed ? std::optional<IdType>(std::move(*parsed)) : std::nullopt;
    }
    /// Whether the actor's post is of that unit.
    [[nodiscard]] bool ofUnit(const UnitId& unit) const noexcept { return post.unit == unit; }
};

/// Nothing = goes on; otherwise the refusal.
using Verdict = std::optional<Refusal>;

/// `guard` asks only what does not depend on the payload (used for the list of what is allowed next as well); `effect`
/// checks the rest and changes the case.
struct Handler {
    OperationKind kind;
    Verdict (*guard)(const Context&);
    Verdict (*effect)(Context&);
};

[[nodiscard]] Refusal refuse(RefusalRule rule, std::string detail = {}, std::vector<std::string> missing = {}, RoleSet whoCan = {});

/// The unit in force at that time; nullptr otherwise.
[[nodiscard]] const Unit* unitInForce(const Rules& rules, const UnitId& id, Instant at);
/// The calendar a clock names; nullptr when the rules do not have it.
[[nodiscard]] const CalendarIndex* calendarOf(const Rules& rules, const std::string& id);
/// Guard for operations without one.
[[nodiscard]] Verdict noGuard(const Context& x);
/// Guard: the actor's post is of the unit of the assignment named.
[[nodiscard]] Verdict ownUnit(const Context& x);
/// Adds the evidence of the payload to the case.
void keepEvidence(Context& x);
[[nodiscard]] bool hasEvidence(const Context& x, std::string_view role);

/// Checks a payload against the table: missing, unknown, wrong type, too long, unknown choice or reference.
[[nodiscard]] Verdict checkPayload(const OperationSpec& spec, const Value& payload, const Rules& rules, Instant at);

std::span<const Handler> intakeHandlers() noexcept;
std::span<const Handler> sourceHandlers() noexcept;
std::span<const Handler> pairHandlers() noexcept;
std::span<const Handler> filingHandlers() noexcept;
std::span<const Handler> dispatchHandlers() noexcept;
std::span<const Handler> consultHandlers() noexcept;
std::span<const Handler> returnHandlers() noexcept;
std::span<const Handler> tierHandlers() noexcept;
std::span<const Handler> handlingHandlers() noexcept;
std::span<const Handler> planHandlers() noexcept;
std::span<const Handler> timeHandlers() noexcept;
std::span<const Handler> closingHandlers() noexcept;
std::span<const Handler> callbackHandlers() noexcept;
std::span<const Handler> complaintHandlers() noexcept;
std::span<const Handler> supervisionHandlers() noexcept;
std::span<const Handler> incidentHandlers() noexcept;
std::span<const Handler> noteHandlers() noexcept;
[[nodiscard]] const Handler& handlerOf(OperationKind kind) noexcept;

} // namespace griddesk::machine
