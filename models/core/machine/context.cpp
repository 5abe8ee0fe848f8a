// SPDX-License-Identifier: GPL-3.0-or-later
#include "context.h"

#include "models/core/rulesnames.h"

#include <algorithm>
#include <array>

namespace griddesk::machine {

std::optional<Instant> Context::time(std::string_view field) const
{
    auto parsed = parseInstant(op.payload.textOr(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<GeoPoint> Context::place(std::string_view field) const
{
    const auto* value = op.payload.find(field);
    if (value == nullptr)
        return std::nullopt;
    return GeoPoint{static_cast<std::int32_t>(value->intOr("lonE7", 0)), static_cast<std::int32_t>(value->intOr("latE7", 0))};
}

std::optional<Limit> Context::limit(std::string_view field) const
{
    auto parsed = parseLimit(op.payload.textOr(field));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::optional<Urgency> Context::urgency() const
{
    auto parsed = parseUrgency(op.payload.textOr("urgency"));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::vector<UnitId> Context::units(std::string_view field) const
{
    std::vector<UnitId> result;
    if (const auto* value = op.payload.find(field); value != nullptr && value->isList())
        for (const auto& item : *value->list())
            if (const auto* text = item.text(); text != nullptr)
                if (auto parsed = UnitId::parse(*text))
                    result.push_back(std::move(*parsed));
    return result;
}

Refusal refuse(RefusalRule rule, std::string detail, std::vector<std::string> missing, RoleSet whoCan)
{
    return {rule, std::move(missing), whoCan, std::move(detail)};
}

const Unit* unitInForce(const Rules& rules, const UnitId& id, Instant at)
{
    const auto found = rules.units.find(id);
    return found != rules.units.end() && found->second.valid.holds(at) ? &found->second : nullptr;
}

const CalendarIndex* calendarOf(const Rules& rules, const std::string& id)
{
    const auto found = rules.calendars.find(id);
    return found == rules.calendars.end() ? nullptr : found->second.get();
}

Verdict noGuard(const Context&) { return {}; }

Verdict ownUnit(const Context& x)
{
    if (x.target != nullptr && !x.ofUnit(x.target->unit))
        return refuse(RefusalRule::NotYourUnit, x.target->unit.text(), {}, x.spec.roles);
    return {};
}

void keepEvidence(Context& x)
{
    const auto* value = x.op.payload.find("evidence");
    if (value == nullptr || !value->isList())
        return;
    for (const auto& item : *value->list()) {
        Evidence e{.sha256 = std::string(item.textOr("sha256")),
                   .mime = std::string(item.textOr("mime")),
                   .role = std::string(item.textOr("role")),
                   .size = item.intOr("size", 0),
                   .takenAt = {},
                   .place = {},
                   .operation = x.op.id};
        if (auto taken = parseInstant(item.textOr("takenAt")))
            e.takenAt = *taken;
        if (const auto* place = item.find("place"))
            e.place = GeoPoint{static_cast<std::int32_t>(place->intOr("lonE7", 0)), static_cast<std::int32_t>(place->intOr("latE7", 0))};
        x.c.evidence.push_back(std::move(e));
    }
}

bool hasEvidence(const Context& x, std::string_view role)
{
    const auto* value = x.op.payload.find("evidence");
    return value != nullptr && value->isList()
        && std::ranges::any_of(*value->list(), [&](const Value& e) { return role.empty() || e.textOr("role") == role; });
}

const Handler& handlerOf(OperationKind kind) noexcept
{
    static const auto handlers = [] {
        std::array<Handler, operationKindCount> all{};
        for (const auto part :
             {intakeHandlers(), sourceHandlers(), pairHandlers(), filingHandlers(), dispatchHandlers(), consultHandlers(), returnHandlers(),
              tierHandlers(), handlingHandlers(), planHandlers(), timeHandlers(), closingHandlers(), callbackHandlers(),
              complaintHandlers(), supervisionHandlers(), incidentHandlers(), noteHandlers()})
            for (const auto& handler : part)
                all[static_cast<std::size_t>(handler.kind)] = handler;
        return all;
    }();
    return handlers[static_cast<std::size_t>(kind)];
}

} // namespace griddesk::machine
