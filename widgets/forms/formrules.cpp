// SPDX-License-Identifier: GPL-3.0-or-later
#include "formrules.h"

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

bool isFieldNeeded(OperationKind kind, std::string_view field, const Value& payload, const CaseDetail& detail, const FormSuggestion& suggestion)
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
            const auto& duty = suggestion.duty;
            return duty && duty->lead && payload.has("lead") && payload.textOr("lead") != duty->lead->text();
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
    case K::Instruct: return field == "unit" && !payload.has("account");
    case K::StatutoryPause: return (field == "kind" || field == "document") && payload.textOr("phase") == "ask";
    default: return false;
    }
}

} // namespace griddesk
