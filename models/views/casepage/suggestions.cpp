// SPDX-License-Identifier: GPL-3.0-or-later
#include "suggestions.h"

#include "models/core/areatree.h"
#include "models/core/categories.h"
#include "models/core/roster.h"
#include "models/core/rulesnames.h"
#include "standing.h"

#include <algorithm>

namespace griddesk {

namespace {

using K = OperationKind;

bool isUrgent(const Case& c, const Rules& rules)
{
    if (c.urgency == Urgency::Critical)
        return true;
    if (c.category)
        if (const auto found = rules.categories.find(*c.category); found != rules.categories.end() && found->second.urgent)
            return true;
    return c.filing && std::ranges::any_of(c.filing->limits, [](const StandardLimit& l) { return l.limit.unit == LimitUnit::UrgentHours; });
}

std::string checkModeOf(const Case& c, const Rules& rules)
{
    if (!c.checks.empty() && !c.checks.back().passed && !c.checks.back().mode.empty())
        return c.checks.back().mode;
    if (c.category)
        if (const auto found = rules.categories.find(*c.category); found != rules.categories.end())
            return std::string(nameOf(found->second.checkMode));
    return "field";
}

Value unitList(const std::vector<UnitId>& units)
{
    Value::List list;
    for (const auto& unit : units)
        list.emplace_back(unit.text());
    return list;
}

void suggestDispatch(FormSuggestion& made, const Case& c, const Rules& rules, Instant now)
{
    if (c.category)
        made.duty = matchDuty(rules, *c.category, c.area, now);
    if (isDesignated(c)) { // decided above; the duty list has no say any more
        const auto& designation = c.designations.back();
        made.payload.set("lead", designation.lead.text());
        if (!designation.assists.empty())
            made.payload.set("assists", unitList(designation.assists));
        made.payload.set("basis", std::string(nameOf(Basis::Designated)));
        made.payload.set("record", designation.id);
        return;
    }
    if (made.duty && made.duty->kind == DutyMatch::Kind::One && made.duty->lead && made.duty->item) {
        made.payload.set("lead", made.duty->lead->text());
        if (!made.duty->assists.empty())
            made.payload.set("assists", unitList(made.duty->assists));
        made.payload.set("basis", std::string(nameOf(Basis::Statutory)));
        made.payload.set("duty", made.duty->item->text());
    } else if (isUrgent(c, rules) && c.area) {
        if (const auto fallback = fallbackUnit(rules, *c.area, now)) {
            made.payload.set("lead", fallback->text());
            made.payload.set("basis", std::string(nameOf(Basis::Emergency)));
            made.emergency = true;
        }
    }
    for (const auto& consultation : c.consultations)
        if (consultation.concluded && consultation.lead) { // an agreed unit is better than none
            if (!made.payload.has("lead")) {
                made.payload.set("lead", consultation.lead->text());
                made.payload.set("basis", std::string(nameOf(Basis::Negotiated)));
                made.payload.set("record", consultation.id);
            }
        }
}

void suggestAccept(Value& payload, const Case& c)
{
    if (c.category)
        payload.set("category", c.category->text());
    if (c.area)
        payload.set("area", c.area->text());
    payload.set("urgency", std::string(nameOf(c.urgency)));
    if (!c.demandType.empty())
        payload.set("demandType", c.demandType);
    if (!c.handlingKind.empty())
        payload.set("handlingKind", c.handlingKind);
}

const Unit* findUnit(const Rules& rules, const UnitId& id)
{
    const auto found = rules.units.find(id);
    return found == rules.units.end() ? nullptr : &found->second;
}

std::optional<UnitId> unitOf(const Rules& rules, const Actor& actor)
{
    const auto found = rules.posts.find(actor.post);
    return found == rules.posts.end() ? std::nullopt : std::optional(found->second.unit);
}

} // namespace

std::vector<const Standard*> standardsOf(const Rules& rules, const std::optional<CategoryId>& category)
{
    std::vector<const Standard*> found;
    if (!category)
        return found;
    if (const auto it = rules.categories.find(*category); it != rules.categories.end())
        for (const auto& standard : it->second.standards)
            found.push_back(&standard);
    return found;
}

FormSuggestion suggestPayload(OperationKind kind, const CaseDetail& detail, const Rules& rules, const Actor& actor,
                              const std::optional<AssignmentId>& assignment, Instant now)
{
    FormSuggestion made;
    const auto& c = detail.state;
    auto& payload = made.payload;
    if (assignment)
        payload.set("assignment", assignment->text());
    switch (kind) {
    case K::Accept: suggestAccept(payload, c); break;
    case K::Answer:
        if (!c.demandType.empty())
            payload.set("demandType", c.demandType);
        break;
    case K::File: {
        const auto standards = standardsOf(rules, c.category);
        if (standards.size() == 1)
            payload.set("standard", standards.front()->id.text());
        if (!c.handlingKind.empty())
            payload.set("handlingKind", c.handlingKind);
        break;
    }
    case K::SelfHandle: {
        if (c.category)
            payload.set("category", c.category->text());
        if (const auto standards = standardsOf(rules, c.category); standards.size() == 1)
            payload.set("standard", standards.front()->id.text());
        break;
    }
    case K::Dispatch:
    case K::Redispatch: suggestDispatch(made, c, rules, now); break;
    case K::RequestCheck: payload.set("mode", checkModeOf(c, rules)); break;
    case K::Check: payload.set("mode", checkModeOf(c, rules)); break;
    case K::Close:
        if (c.filing && !c.filing->closing.empty())
            payload.set("closing", c.filing->closing);
        break;
    case K::Sign:
        if (const auto* a = assignment ? findAssignment(c, *assignment) : nullptr; a != nullptr && unitOf(rules, actor) == a->unit)
            payload.set("handler", actor.account.text());
        break;
    case K::Rework:
    case K::SuperviseOrder:
        if (const auto* lead = currentLead(c); lead != nullptr && kind == K::SuperviseOrder) {
            payload.set("unit", lead->unit.text());
            payload.set("level", "subdistrict");
            payload.set("card", "none");
        }
        break;
    case K::Urge:
        if (const auto* lead = currentLead(c))
            payload.set("unit", lead->unit.text());
        break;
    case K::DecideExtension:
        if (const auto* a = assignment ? findAssignment(c, *assignment) : nullptr; a != nullptr && a->openExtension() != nullptr)
            payload.set("limit", formatLimit(a->openExtension()->limit));
        break;
    case K::RequestExtension:
        if (const auto* a = assignment ? findAssignment(c, *assignment) : nullptr; a != nullptr && a->limit && a->limit->unit != LimitUnit::Stated)
            payload.set("limit", formatLimit(*a->limit));
        break;
    default: break;
    }
    for (const auto& field : specOf(kind).fields) // the only record there is
        if (const auto records = recordChoices(kind, field.name, c); records && records->size() == 1 && !payload.has(field.name)) {
            if (field.type == FieldType::Integer)
                payload.set(std::string(field.name), static_cast<std::int64_t>(std::stoll(records->front().value)));
            else if (field.required)
                payload.set(std::string(field.name), records->front().value);
        }
    return made;
}

std::vector<UnitId> unitCandidates(OperationKind kind, const Rules& rules, const CaseDetail& detail, const Actor& actor, Instant now)
{
    const bool below = kind == K::Subdispatch || kind == K::LowerTier;
    const bool level1 = kind == K::Dispatch || kind == K::Redispatch || kind == K::Designate || kind == K::ChangeLead || kind == K::AddAssist
        || kind == K::Consult || kind == K::ConcludeConsult || kind == K::RequestReturn;
    const auto own = unitOf(rules, actor);
    const auto* lead = currentLead(detail.state);
    const auto ofCase = [&](const Unit& unit) { return unit.area && detail.state.area && isWithin(rules, *detail.state.area, *unit.area); };
    std::vector<std::pair<int, UnitId>> ranked;
    for (const auto& [id, unit] : rules.units) {
        if (!unit.valid.holds(now))
            continue;
        if (below && !(unit.level == 2 || unit.alsoLevel2))
            continue;
        if (level1 && (unit.level != 1 || unit.kind == UnitKind::Centre))
            continue;
        int place = 2;
        if (below)
            place = (ofCase(unit) ? 0 : 2) + (own && unit.parent == own ? 0 : 1);
        else if (level1 || kind == K::Whistle)
            place = ofCase(unit) ? 1 : 2;
        else if (lead != nullptr && lead->unit == id)
            place = 0;
        ranked.emplace_back(place, id);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<int, UnitId>::first);
    std::vector<UnitId> units;
    for (auto& [place, id] : ranked)
        units.push_back(std::move(id));
    return units;
}

std::vector<AccountId> accountCandidates(OperationKind kind, const Rules& rules, const CaseDetail& detail,
                                         const std::optional<AssignmentId>& assignment, Instant now)
{
    std::vector<AccountId> found;
    const auto add = [&found](const AccountId& id) {
        if (std::ranges::find(found, id) == found.end())
            found.push_back(id);
    };
    const auto* a = assignment ? findAssignment(detail.state, *assignment) : nullptr;
    if (a != nullptr) {
        for (const auto& holder : whoIsOn(rules, a->unit, now))
            add(holder.account);
        return found;
    }
    const RoleSet wanted = kind == K::RequestVerify ? RoleSet{Role::Reviewer, Role::GridWorker} : kind == K::RequestCheck ? RoleSet{Role::Reviewer} : RoleSet::all();
    for (const auto& tenure : rules.tenures) {
        const auto post = rules.posts.find(tenure.post);
        if (post != rules.posts.end() && tenure.valid.holds(now) && post->second.roles.meets(wanted))
            add(tenure.account);
    }
    return found;
}

std::optional<std::vector<RecordChoice>> recordChoices(OperationKind kind, std::string_view field, const Case& c)
{
    std::vector<RecordChoice> all;
    const bool supervision = kind == K::SuperviseReceipt || kind == K::SuperviseReply || kind == K::SuperviseSettle;
    if (field == "consultation") {
        for (const auto& m : c.consultations)
            if (!m.concluded)
                all.push_back({m.id, m.question});
    } else if (field == "whistle") {
        for (const auto& w : c.whistles)
            if (!w.endedAt)
                all.push_back({w.id, w.purpose});
    } else if (field == "instruction") {
        for (const auto& i : c.instructions)
            if (!i.received)
                all.push_back({i.id, i.words});
    } else if (field == "order" && supervision) {
        for (const auto& s : c.supervisions)
            if (s.state != SupervisionOrder::State::Settled)
                all.push_back({s.id, s.words});
    } else if (field == "order" && specOf(kind).field(field) != nullptr && specOf(kind).field(field)->type == FieldType::Line) {
        for (const auto& o : c.orders)
            if (o.state != ExternalOrder::State::Returned)
                all.push_back({o.number, o.platform});
    } else if (field == "milestone" && !c.plans.empty()) {
        for (std::size_t i = 0; i < c.plans.back().milestones.size(); ++i)
            if (!c.plans.back().milestones[i].reachedAt)
                all.push_back({std::to_string(i), c.plans.back().milestones[i].title});
    } else if (field == "record" && (kind == K::Dispatch || kind == K::Redispatch)) {
        for (const auto& m : c.consultations)
            if (m.concluded)
                all.push_back({m.id, m.conclusion, m.concluded});
        for (const auto& g : c.designations)
            all.push_back({g.id, g.reason, g.by});
    } else {
        return std::nullopt;
    }
    return all;
}

std::expected<QuickPlan, NoQuickPlan> planQuickDispatch(const CaseDetail& detail, const Rules& rules, Instant now)
{
    const auto& c = detail.state;
    if (c.stage != Stage::Reported && c.stage != Stage::Accepted && c.stage != Stage::Filed)
        return std::unexpected(NoQuickPlan::WrongStage);
    if (awaitsDesignation(c) || isDesignated(c)) // the duty list was tried twice
        return std::unexpected(NoQuickPlan::Designation);
    if (!c.category || findUnit(rules, rules.centre) == nullptr)
        return std::unexpected(NoQuickPlan::NoCategory);
    if (c.stage == Stage::Reported && c.demandType.empty())
        return std::unexpected(NoQuickPlan::NoDemandType);
    QuickPlan plan{.drafts = {}, .standard = {}, .reason = {.cell = {}, .grid = {}, .category = *c.category, .categoryName = {}, .unit = rules.centre,
                   .unitName = {}, .item = DutyId::literal("0"), .itemCategory = *c.category, .itemArea = {}, .basis = {}, .authority = {}, .validFrom = {}}};
    if (c.stage != Stage::Filed) {
        const auto standards = standardsOf(rules, c.category);
        if (standards.empty())
            return std::unexpected(NoQuickPlan::NoStandard);
        if (standards.size() > 1)
            return std::unexpected(NoQuickPlan::SeveralStandards);
        plan.standard = standards.front()->id;
    }
    FormSuggestion dispatch;
    suggestDispatch(dispatch, c, rules, now);
    if (!dispatch.duty || dispatch.duty->kind == DutyMatch::Kind::None)
        return std::unexpected(NoQuickPlan::NoUnit);
    if (dispatch.duty->kind == DutyMatch::Kind::Several)
        return std::unexpected(NoQuickPlan::SeveralUnits);
    plan.reason = dispatch.duty->reasons.front();
    if (c.stage == Stage::Reported) {
        OperationDraft accept{.caseId = c.id, .kind = K::Accept, .payload = {}, .pairId = {}};
        suggestAccept(accept.payload, c);
        plan.drafts.push_back(std::move(accept));
    }
    if (plan.standard) {
        OperationDraft file{.caseId = c.id, .kind = K::File, .payload = {}, .pairId = {}};
        file.payload.set("standard", plan.standard->text());
        plan.drafts.push_back(std::move(file));
    }
    plan.drafts.push_back({.caseId = c.id, .kind = K::Dispatch, .payload = std::move(dispatch.payload), .pairId = {}});
    return plan;
}

} // namespace griddesk
