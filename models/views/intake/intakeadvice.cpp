// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakeadvice.h"

#include "models/core/areatree.h"
#include "models/core/rulesnames.h"

namespace griddesk {

IntakeAdvice adviseIntake(const Rules& rules, const Places& places, const IntakeForm& form, Instant now)
{
    IntakeAdvice advice;
    if (form.place)
        advice.areas = places.areasAt(*form.place);
    const auto smallest = advice.areas.cell   ? advice.areas.cell
        : advice.areas.grid                   ? advice.areas.grid
        : advice.areas.community              ? advice.areas.community
        : advice.areas.subdistrict            ? advice.areas.subdistrict
                                              : form.area;
    if (smallest)
        advice.fallback = fallbackUnit(rules, *smallest, now);
    if (!form.category)
        return advice;
    const auto found = rules.categories.find(*form.category);
    if (found == rules.categories.end())
        return advice;
    advice.category = &found->second;
    if (!found->second.standards.empty())
        advice.standard = &found->second.standards.front();
    advice.match = matchDuty(rules, *form.category, smallest, now);
    return advice;
}

Value statutoryDispatch(const DutyMatch& match)
{
    Value payload;
    payload.set("lead", match.lead->text()).set("basis", std::string("statutory")).set("duty", match.item->text());
    Value::List assists;
    for (const auto& unit : match.assists)
        assists.emplace_back(unit.text());
    if (!assists.empty())
        payload.set("assists", std::move(assists));
    return payload;
}

FastPlan planFast(const IntakeAdvice& advice, const IntakeForm& form, RoleSet roles)
{
    using Stop = FastPlan::Stop;
    FastPlan plan;
    const auto stop = [&](Stop why) {
        plan.stop = why;
        return plan;
    };
    if (!roles.has(Role::Operator))
        return stop(Stop::OperatorRole);
    if (!form.category)
        return stop(Stop::Category);
    if (form.demandType.empty())
        return stop(Stop::Demand);
    Value accept;
    accept.set("category", form.category->text()).set("urgency", std::string(nameOf(form.urgency))).set("demandType", form.demandType);
    if (form.area)
        accept.set("area", form.area->text());
    plan.accept = true;
    plan.drafts.push_back({.caseId = {}, .kind = OperationKind::Accept, .payload = std::move(accept), .pairId = {}});
    if (!form.area)
        return stop(Stop::Area);
    if (advice.standard == nullptr)
        return stop(Stop::Standard);
    Value file;
    file.set("standard", advice.standard->id.text());
    plan.file = true;
    plan.drafts.push_back({.caseId = {}, .kind = OperationKind::File, .payload = std::move(file), .pairId = {}});
    if (!advice.match || advice.match->kind != DutyMatch::Kind::One || !advice.match->lead || !advice.match->item)
        return stop(Stop::Lead);
    if (!roles.has(Role::Dispatcher))
        return stop(Stop::DispatcherRole);
    plan.dispatch = true;
    plan.lead = advice.match->lead;
    plan.drafts.push_back({.caseId = {}, .kind = OperationKind::Dispatch, .payload = statutoryDispatch(*advice.match), .pairId = {}});
    return plan;
}

} // namespace griddesk
