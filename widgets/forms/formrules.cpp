// SPDX-License-Identifier: GPL-3.0-or-later
#include "formrules.h"

#include "models/core/categories.h"

#include <algorithm>
#include <array>

namespace griddesk {

using K = OperationKind;

bool isFieldWanted(OperationKind kind, std::string_view field, const Value& payload)
{
    switch (kind) {
    case K::Dispatch:
    case K::Redispatch: {
        const auto basis = payload.textOr("basis");
        if (field == "duty")
            return basis == "statutory" || basis.empty();
        if (field == "record")
            return basis == "negotiated" || basis == "designated";
        return true;
    }
    case K::Callback: return (field != "solved" && field != "satisfaction") || payload.boolOr("reached", false);
    case K::Mediate:
        if (field == "guidance")
            return payload.textOr("result") == "notReached";
        return field != "agreement" || payload.textOr("result") == "reached";
    case K::StatutoryPause: return (field != "kind" && field != "document") || payload.textOr("phase") == "ask";
    case K::FollowUp: return (field != "reporter" && field != "order") || payload.textOr("kind") == "join";
    case K::DecideExtension: return (field != "limit" && field != "reporterTold") || payload.boolOr("agreed", false);
    case K::SourceDecision: return field != "until" || payload.boolOr("agreed", false);
    default: return true;
    }
}

bool isFieldWanted(OperationKind kind, std::string_view field, const Value& payload, const CaseDetail& detail, const FormSuggestion& suggestion,
                   const Rules& rules)
{
    if (!isFieldWanted(kind, field, payload))
        return false;
    switch (kind) {
    case K::Dispatch: // in an emergency another unit than the one of the area may have to be explained
        return field != "reason" || payload.textOr("basis") == "emergency" || departsFrom(payload, suggestion, rules);
    case K::SelfHandle: {
        static constexpr std::array<std::string_view, 6> told{"source", "title", "text", "place", "address", "area"};
        if (field == "reason")
            return isFieldNeeded(kind, field, payload, detail, suggestion, rules);
        return std::ranges::find(told, field) == told.end() || detail.state.operations == 0;
    }
    default: return true;
    }
}

std::optional<UnitId> departsFrom(const Value& payload, const FormSuggestion& suggestion, const Rules& rules)
{
    if (!payload.has("lead") || payload.textOr("basis", "statutory") != "statutory")
        return std::nullopt;
    auto named = suggestion.duty ? suggestion.duty->lead : std::nullopt;
    if (const auto id = DutyId::parse(payload.textOr("duty")))
        if (const auto found = rules.duties.find(*id); found != rules.duties.end())
            named = found->second.lead;
    return named && payload.textOr("lead") != named->text() ? named : std::nullopt;
}

Value groundsFor(const UnitId& lead, const CaseDetail& detail, const FormSuggestion& suggestion)
{
    const auto& c = detail.state;
    Value made;
    if (!c.designations.empty() && c.designations.back().lead == lead) {
        made.set("basis", std::string(nameOf(Basis::Designated)));
        made.set("record", c.designations.back().id);
        return made;
    }
    for (const auto& consultation : c.consultations)
        if (consultation.concluded && consultation.lead == lead) {
            made.set("basis", std::string(nameOf(Basis::Negotiated)));
            made.set("record", consultation.id);
            return made;
        }
    if (!suggestion.duty)
        return made;
    auto item = suggestion.duty->item; // that of the unit which the list names, also where the dispatch departs from it
    for (const auto& reason : suggestion.duty->reasons)
        if (reason.unit == lead)
            item = reason.item;
    if (item) {
        made.set("basis", std::string(nameOf(Basis::Statutory)));
        made.set("duty", item->text());
    }
    return made;
}

bool isFieldNeeded(OperationKind kind, std::string_view field, const Value& payload, const CaseDetail& detail, const FormSuggestion& suggestion,
                   const Rules& rules)
{
    switch (kind) {
    case K::Dispatch:
    case K::Redispatch: {
        const auto basis = payload.textOr("basis");
        if (field == "duty")
            return basis == "statutory";
        if (field == "record")
            return basis == "negotiated" || basis == "designated";
        if (field == "reason") { // another unit than the duty list's needs a reason
            if (kind == K::Redispatch)
                return true;
            return departsFrom(payload, suggestion, rules).has_value();
        }
        return false;
    }
    case K::Callback: return field == "solved" && payload.boolOr("reached", false) && !payload.has("satisfaction");
    case K::Check:
        if (field == "words")
            return payload.has("pass") && !payload.boolOr("pass", true);
        return field == "evidence" && payload.boolOr("pass", false) && payload.textOr("mode") == "field" && !payload.has("place");
    case K::File: {
        if (field != "reason" || detail.state.verifications.empty())
            return false;
        const auto& result = detail.state.verifications.back().result;
        return result == "untrue" || result == "gone";
    }
    case K::SelfHandle: { // who finds may handle what is minor; anything else is explained
        if (field != "reason")
            return false;
        const auto standard = StandardId::parse(payload.textOr("standard"));
        const auto found = standard ? findStandard(rules, *standard) : StandardOf{};
        return found.standard != nullptr && !found.standard->minor && !(found.category != nullptr && found.category->minor);
    }
    case K::Instruct: return field == "unit" && !payload.has("account");
    case K::StatutoryPause: return (field == "kind" || field == "document") && payload.textOr("phase") == "ask";
    default: return false;
    }
}

} // namespace griddesk
