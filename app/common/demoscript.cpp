// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoscript.h"

#include "models/core/duty.h"
#include "models/core/areatree.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

Value placeValue(GeoPoint place)
{
    Value value;
    value.set("lonE7", std::int64_t{place.lonE7});
    value.set("latE7", std::int64_t{place.latE7});
    return value;
}

/// Continues only when a step was made; hands errors on.
#define GD_STEP(expression)                                                                                                        \
    if (auto step = (expression); !step || !*step)                                                                                 \
    return step

/// Matters between people and questions of service, in which there is no site to build on or to clean.
bool isSocial(const Case& work) { return work.category && work.category->text().starts_with('3'); }

/// Whether somebody stands behind the report who can be called back: not a sensor, and not an office.
bool hasReporter(std::string_view source)
{
    constexpr std::array<std::string_view, 10> people{"hotline12345", "residentApp", "wechat", "web", "mail", "walkIn", "petition", "enterprise", "window", "police110"};
    return std::ranges::find(people, source) != people.end();
}

} // namespace

DemoCast::DemoCast(const Rules& rules, Instant at)
{
    for (const auto& tenure : rules.tenures) {
        const auto post = rules.posts.find(tenure.post);
        if (post == rules.posts.end() || !tenure.valid.holds(at) || !tenure.delegation.empty())
            continue;
        for (std::size_t i = 0; i < roleCount; ++i) {
            const auto role = static_cast<Role>(i);
            if (!post->second.roles.has(role))
                continue;
            m_byRole[role].push_back(Actor{tenure.account, tenure.post});
            m_byUnit[{post->second.unit, role}].push_back(Actor{tenure.account, tenure.post});
        }
    }
}

std::optional<Actor> DemoCast::find(Role role, const UnitId& unit, DemoDice& dice) const
{
    const auto found = m_byUnit.find({unit, role});
    return found == m_byUnit.end() ? std::nullopt : std::optional{found->second[dice.pick(found->second.size())]};
}

std::optional<Actor> DemoCast::anybody(Role role, DemoDice& dice) const
{
    const auto found = m_byRole.find(role);
    return found == m_byRole.end() ? std::nullopt : std::optional{found->second[dice.pick(found->second.size())]};
}

void DemoLife::wait(int fewestMinutes, int mostMinutes)
{
    const Milliseconds minutes = std::chrono::minutes{m_dice.between(fewestMinutes, mostMinutes)};
    // The desk is manned round the clock and urgent work goes on at night; the units keep office hours.
    m_at = m_urgent || m_atDesk ? m_at + minutes : m_calendar.atWorkingMs(m_calendar.workingMs(m_at) + minutes.count());
}

std::optional<Actor> DemoLife::worker(const UnitId& unit, std::initializer_list<Role> roles)
{
    for (const auto role : roles)
        if (auto actor = m_cast.find(role, unit, m_dice))
            return actor;
    return std::nullopt;
}

Value::List DemoLife::pictures(bool after)
{
    Value::List list;
    std::vector<const DemoPicture*> fitting;
    for (const auto& picture : m_options.pictures)
        if (picture.after == after)
            fitting.push_back(&picture);
    if (!fitting.empty()) {
        const auto& picture = *fitting[m_dice.pick(fitting.size())];
        Value entry;
        entry.set("sha256", picture.sha256);
        entry.set("size", picture.size);
        entry.set("mime", picture.mime);
        entry.set("role", after ? "after" : "before");
        entry.set("takenAt", formatInstant(m_at));
        list.push_back(std::move(entry));
    }
    return list;
}

PersonalData DemoLife::caller()
{
    // A third of the calls comes from some dozens of people who call again and again, as at any desk.
    static constexpr const char* names[] = {"王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭"};
    const int person = m_people.chance(33) ? m_people.between(1000, 1059) : m_people.between(2000, 9999);
    PersonalData data;
    data.name = std::string(names[static_cast<std::size_t>(person) % std::size(names)]) + (person % 2 == 0 ? "女士" : "先生");
    data.phone = "1390000" + std::to_string(person); // nobody's: the numbers of the demo are made up
    return data;
}

DemoLife::Step DemoLife::act(OperationKind kind, const std::optional<Actor>& actor, Value payload)
{
    if (!actor || m_at > m_now)
        return false;
    auto after = m_push(Operation{.id = OperationId::literal(m_newId(m_at)),
                                  .caseId = *m_id,
                                  .kind = kind,
                                  .actor = *actor,
                                  .rules = m_rules.hash,
                                  .payload = std::move(payload),
                                  .pairId = {}},
                        m_at);
    if (!after)
        return std::unexpected(after.error());
    if (!*after) {
        ++refused;
        return false;
    }
    ++operations;
    m_case = *std::move(after);
    return true;
}

DemoLife::Step DemoLife::intake(const Value& text, const std::string& address, GeoPoint place, const std::optional<AreaCode>& area)
{
    Value report;
    for (const char* name : {"category", "title", "text", "demandType", "urgency", "source"})
        if (const auto* member = text.find(name))
            report.set(name, *member);
    const auto counted = std::to_string(++m_reports);
    report.set("localNumber", "D-" + std::string(counted.size() < 4 ? 4 - counted.size() : 0, '0') + counted);
    report.set("address", address);
    report.set("place", placeValue(place));
    if (area)
        report.set("area", area->text());
    if (const auto before = pictures(false); !before.empty() && m_dice.chance(35))
        report.set("evidence", before);
    const std::string source(text.textOr("source"));
    if (m_dice.chance(60) && hasReporter(source)) {
        Value reporter;
        reporter.set("callbackWanted", true);
        reporter.set("consent", m_dice.chance(70));
        if (text.textOr("demandType") == "tipOff")
            reporter.set("confidential", true);
        report.set("reporter", std::move(reporter));
        if (m_options.seal && m_at <= m_now)
            if (auto sealed = m_options.seal(*m_id, caller(), report); !sealed)
                return std::unexpected(sealed.error());
    }
    const auto reporterPost = source == "patrol" ? m_cast.anybody(Role::GridWorker, m_dice) : centre(Role::Operator);
    GD_STEP(act(OperationKind::Report, reporterPost, std::move(report)));

    wait(2, 25);
    const std::string demand(text.textOr("demandType"));
    if (demand == "consult" || demand == "praise" || (demand == "suggestion" && m_dice.chance(60))) {
        Value answer;
        answer.set("demandType", demand);
        answer.set("words", text.textOr("reply"));
        GD_STEP(act(OperationKind::Answer, centre(Role::Operator), std::move(answer)));
        return false;
    }
    if (m_dice.chance(2)) {
        Value reject;
        reject.set("code", "otherAuthority");
        reject.set("reason", "不属于本街道职责范围，已告知诉求人向主管单位反映。");
        GD_STEP(act(OperationKind::Reject, centre(Role::Operator), std::move(reject)));
        return false;
    }
    Value accept;
    for (const char* name : {"category", "demandType", "urgency"})
        if (const auto* member = text.find(name))
            accept.set(name, *member);
    if (area)
        accept.set("area", area->text());
    GD_STEP(act(OperationKind::Accept, centre(Role::Operator), std::move(accept)));

    if (!m_urgent && source != "patrol" && m_dice.chance(40)) {
        wait(3, 20);
        GD_STEP(act(OperationKind::RequestVerify, centre(Role::Operator), Value{}));
        wait(25, 160);
        Value verify;
        const bool gone = m_dice.chance(4);
        verify.set("result", gone ? "gone" : m_dice.chance(12) ? "partly" : "true");
        verify.set("proposal", gone ? "void" : "file");
        verify.set("words", isSocial(*m_case) ? (gone ? "经联系诉求人，反映情况已自行解决。" : "经上门核实，情况属实。")
                                              : (gone ? "现场核实未发现反映情况。" : "现场核实情况属实。"));
        verify.set("place", placeValue(place));
        GD_STEP(act(OperationKind::Verify, centre(Role::Reviewer), std::move(verify)));
        if (gone) {
            wait(5, 40);
            Value empty;
            empty.set("reason", isSocial(*m_case) ? "经核实，诉求人表示已自行解决。" : "经现场核实，问题已消失。");
            GD_STEP(act(OperationKind::Void, centre(Role::ShiftLeader), std::move(empty)));
            return false;
        }
    }
    wait(3, 30);
    const auto category = m_rules.categories.find(*m_case->category);
    if (category == m_rules.categories.end() || category->second.standards.empty())
        return false;
    const auto& standards = category->second.standards;
    Value file;
    file.set("standard", standards[m_urgent ? 0 : m_dice.pick(standards.size())].id.text());
    return act(OperationKind::File, centre(Role::Operator), std::move(file));
}

DemoLife::Step DemoLife::dispatch()
{
    wait(2, 30);
    const auto match = matchDuty(m_rules, *m_case->category, m_case->area, m_at);
    if (match.lead) {
        Value payload;
        payload.set("lead", match.lead->text());
        payload.set("basis", "statutory");
        payload.set("duty", match.item->text());
        if (!match.assists.empty() && m_dice.chance(12))
            payload.set("assists", Value::List{Value(match.assists.front().text())});
        return act(OperationKind::Dispatch, centre(Role::Dispatcher), std::move(payload));
    }
    if (m_urgent && m_case->area) {
        if (const auto fallback = fallbackUnit(m_rules, *m_case->area, m_at)) {
            Value payload;
            payload.set("lead", fallback->text());
            payload.set("basis", "emergency");
            payload.set("reason", "特急事项，先派兜底单位到场，归属随后明确。");
            return act(OperationKind::Dispatch, centre(Role::Dispatcher), std::move(payload));
        }
    }
    std::vector<UnitId> offices;
    for (const auto& [id, unit] : m_rules.units)
        if (unit.level == 1 && unit.kind == UnitKind::Office)
            offices.push_back(id);
    if (offices.empty())
        return false;
    return designate(offices[m_dice.pick(offices.size())], "权责清单无对应事项，经研究指定承办。");
}

DemoLife::Step DemoLife::designate(const UnitId& unit, const char* reason)
{
    Value payload;
    payload.set("lead", unit.text());
    payload.set("reason", reason);
    GD_STEP(act(OperationKind::Designate, centre(Role::ShiftLeader), std::move(payload)));
    wait(2, 20);
    Value dispatch; // a designation names the unit; the work still has to be sent
    dispatch.set("lead", unit.text());
    dispatch.set("basis", "designated");
    return act(OperationKind::Dispatch, centre(Role::Dispatcher), std::move(dispatch));
}

DemoLife::Step DemoLife::trouble()
{
    const Assignment* lead = liveLead(*m_case);
    if (lead == nullptr)
        return true;
    const UnitId unit = lead->unit;
    const std::string assignment = lead->id.text();
    if (m_dice.chance(7)) {
        wait(60, 400);
        Value ask;
        ask.set("assignment", assignment);
        ask.set("reason", isSocial(*m_case) ? "涉及多个单位协商，原时限内无法办结。" : "需协调产权单位进场施工，原时限内无法完成。");
        GD_STEP(act(OperationKind::RequestExtension, worker(unit, {Role::Handler, Role::UnitLead}), std::move(ask)));
        wait(10, 90);
        Value decide;
        decide.set("assignment", assignment);
        decide.set("agreed", m_dice.chance(75));
        decide.set("reporterTold", true);
        GD_STEP(act(OperationKind::DecideExtension, centre(Role::Dispatcher), std::move(decide)));
    } else if (m_dice.chance(4)) {
        wait(60, 300);
        Value ask;
        ask.set("until", formatInstant(m_at + std::chrono::days{m_dice.between(10, 60)}));
        ask.set("reason", isSocial(*m_case) ? "需等待鉴定或审批结果，暂不具备办理条件，申请挂账。" : "需列入维修计划、落实资金后施工，申请挂账。");
        GD_STEP(act(OperationKind::RequestSuspension, worker(unit, {Role::Handler}), std::move(ask)));
        wait(20, 200);
        Value decide;
        decide.set("agreed", true);
        GD_STEP(act(OperationKind::DecideSuspension, centre(Role::ShiftLeader), std::move(decide)));
        return false;
    }
    if (m_dice.chance(6)) {
        wait(20, 200);
        Value order;
        order.set("kind", "urge");
        order.set("words", m_hasReporter ? "诉求人再次来电催办，请尽快办理并告知进展。" : "临近时限，请抓紧办理。");
        GD_STEP(act(OperationKind::FollowUp, centre(Role::Operator), std::move(order)));
    }
    return true;
}

DemoLife::Step DemoLife::handleBelow(const Value& text, const AssignmentId& parent, const UnitId& unit)
{
    std::vector<UnitId> below;
    for (const auto& [id, candidate] : m_rules.units) {
        const bool level2 = candidate.level == 2 || candidate.alsoLevel2;
        const bool near = !candidate.area || !m_case->area || isWithin(m_rules, *m_case->area, *candidate.area);
        if (level2 && near && id != unit && (candidate.kind == UnitKind::Community || candidate.kind == UnitKind::GridCrew))
            below.push_back(id);
    }
    if (below.empty())
        return true;
    const UnitId sub = below[m_dice.pick(below.size())];
    wait(5, 60);
    Value down;
    down.set("assignment", parent.text());
    down.set("unit", sub.text());
    GD_STEP(act(OperationKind::Subdispatch, worker(unit, {Role::UnitLead}), std::move(down)));
    const std::string assignment = m_case->assignments.back().id.text();
    wait(5, 90);
    Value sign;
    sign.set("assignment", assignment);
    GD_STEP(act(OperationKind::Sign, worker(sub, {Role::UnitLead, Role::GridLead, Role::Community, Role::GridWorker}), std::move(sign)));
    wait(30, 400);
    Value reply;
    reply.set("assignment", assignment);
    reply.set("result", "resolved");
    reply.set("words", text.textOr("reply", "已处理完毕。"));
    if (const auto after = pictures(true); !after.empty())
        reply.set("evidence", after);
    GD_STEP(act(OperationKind::Reply, worker(sub, {Role::UnitLead, Role::GridLead, Role::Community, Role::GridWorker}), std::move(reply)));
    wait(5, 60);
    Value review;
    review.set("assignment", assignment);
    review.set("verdict", "accept");
    return act(OperationKind::ReviewReply, worker(unit, {Role::UnitLead}), std::move(review));
}

DemoLife::Step DemoLife::handle(const Value& text)
{
    const Assignment* lead = liveLead(*m_case);
    if (lead == nullptr)
        return false;
    UnitId unit = lead->unit;
    AssignmentId id = lead->id;
    if (lead->state == AssignmentState::Sent) {
        wait(4, m_urgent ? 15 : 110);
        Value sign;
        sign.set("assignment", id.text());
        GD_STEP(act(OperationKind::Sign, worker(unit, {Role::UnitLead, Role::Handler}), std::move(sign)));
    }
    if (m_case->reworks == 0 && m_dice.chance(5)) {
        wait(5, 40);
        Value ask;
        ask.set("assignment", id.text());
        ask.set("reason", "wrongUnit");
        ask.set("words", isSocial(*m_case) ? "经核实，该事项不属于我单位职责范围，建议改派。" : "经现场查看，不属于我单位管养范围，建议改派。");
        GD_STEP(act(OperationKind::RequestReturn, worker(unit, {Role::UnitLead}), std::move(ask)));
        wait(5, 60);
        Value decide;
        decide.set("assignment", id.text());
        decide.set("agreed", true);
        decide.set("words", "同意退单，重新分拨。");
        GD_STEP(act(OperationKind::DecideReturn, centre(Role::Dispatcher), std::move(decide)));
        if (m_dice.chance(30))
            return false;
        std::vector<UnitId> others;
        for (const auto& [other, record] : m_rules.units)
            if (record.level == 1 && other != unit && other != m_rules.centre
                && (record.kind == UnitKind::Office || record.kind == UnitKind::Station || record.kind == UnitKind::Contractor))
                others.push_back(other);
        if (others.empty())
            return false;
        wait(3, 30);
        GD_STEP(designate(others[m_dice.pick(others.size())], "退单后由值班长指定承办。"));
        lead = liveLead(*m_case);
        if (lead == nullptr)
            return false;
        unit = lead->unit;
        id = lead->id;
        wait(4, 60);
        Value sign;
        sign.set("assignment", id.text());
        GD_STEP(act(OperationKind::Sign, worker(unit, {Role::UnitLead, Role::Handler}), std::move(sign)));
    }
    if (m_dice.chance(55)) {
        wait(5, 90);
        Value contact;
        contact.set("assignment", id.text());
        contact.set("reached", m_dice.chance(90));
        GD_STEP(act(OperationKind::FirstContact, worker(unit, {Role::Handler, Role::UnitLead}), std::move(contact)));
    }
    GD_STEP(trouble());
    if (!m_urgent && m_case->reworks == 0 && m_dice.chance(38))
        GD_STEP(handleBelow(text, id, unit));
    wait(m_urgent ? 20 : 40, m_urgent ? 150 : 1100);
    Value reply;
    reply.set("assignment", id.text());
    // Whoever writes that a board was changed has not merely explained something.
    reply.set("result", m_dice.chance(90) || !isSocial(*m_case) ? "resolved" : "explained");
    reply.set("words", text.textOr("reply", "已处理完毕。"));
    if (const auto after = pictures(true); !after.empty())
        reply.set("evidence", after);
    return act(OperationKind::Reply, worker(unit, {Role::Handler, Role::UnitLead}), std::move(reply));
}

DemoLife::Step DemoLife::checkAndClose(const Value& text)
{
    for (int round = 0; round < 3; ++round) {
        wait(5, 60);
        GD_STEP(act(OperationKind::RequestCheck, centre(Role::Operator), Value{}));
        wait(30, 260);
        const bool pass = round > 0 || m_dice.chance(91);
        Value check;
        check.set("pass", pass);
        check.set("words", pass                ? std::string(text.textOr("check", "现场核查已处理到位。"))
                           : isSocial(*m_case) ? std::string("与当事人核实，答复事项尚未落实，未达到结案条件。")
                                               : std::string("现场处理不彻底，未达到结案条件。"));
        if (m_case->place)
            check.set("place", placeValue(*m_case->place));
        GD_STEP(act(OperationKind::Check, centre(Role::Reviewer), std::move(check)));
        if (pass)
            break;
        wait(5, 40);
        Value rework;
        rework.set("reason", isSocial(*m_case) ? "核查不通过：答复事项尚未落实，请继续办理。" : "核查不通过：现场处理不彻底，请返工。");
        GD_STEP(act(OperationKind::Rework, centre(Role::Operator), std::move(rework)));
        GD_STEP(handle(text));
    }
    wait(5, 60);
    Value close;
    close.set("closing", m_case->filing ? m_case->filing->closing : std::string("已达到结案条件"));
    GD_STEP(act(OperationKind::Close, centre(Role::ShiftLeader), std::move(close)));
    wait(60, 700);
    Value call;
    const bool reached = m_dice.chance(88);
    call.set("reached", reached);
    if (reached) {
        const bool happy = m_dice.chance(90);
        call.set("solved", happy ? "yes" : "partly");
        call.set("satisfaction", happy ? (m_dice.chance(40) ? "verySatisfied" : "satisfied") : "fair");
        call.set("words", happy                 ? std::string(text.textOr("callback", "对处理结果表示认可。"))
                          : m_case->reworks > 0 ? std::string("返工以后好了一些，希望下次一次处理到位。")
                                                : std::string("处理了一部分，希望继续跟进。"));
    }
    GD_STEP(act(OperationKind::Callback, centre(Role::Operator), std::move(call)));
    if (!reached)
        return false;
    wait(30, 600);
    return act(OperationKind::Archive, centre(Role::ShiftLeader), Value{});
}

Result<void> DemoLife::live(const Value& text, const std::string& address, GeoPoint place, const std::optional<AreaCode>& area, Instant from)
{
    m_at = from;
    m_id = CaseId::literal(m_newId(from));
    m_case.reset();
    m_hasReporter = hasReporter(text.textOr("source"));
    m_urgent = text.textOr("urgency") == "critical" || (text.textOr("urgency") == "urgent" && m_dice.chance(50));
    for (auto part : {0, 1, 2, 3}) {
        m_atDesk = part < 2;
        auto step = part == 0 ? intake(text, address, place, area) : part == 1 ? dispatch() : part == 2 ? handle(text) : checkAndClose(text);
        if (!step)
            return std::unexpected(step.error());
        if (!*step)
            break;
    }
    return {};
}

#undef GD_STEP

} // namespace griddesk
