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

constexpr std::int64_t dutyFrom = 6 * 60 + 40, dutyTo = 22 * 60 + 30; ///< local minutes at which somebody on duty signs
constexpr std::int64_t usualMinutes = 1050, usualUrgentMinutes = 520;  ///< signature to closing at the waits below, on average

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
    if (m_pose) { // never the whole way, however many steps are left
        const int share = m_dice.between(8, 30);
        const auto part = [&](std::int64_t from, std::int64_t to) { return from + std::max<std::int64_t>(0, to - from) * share / 100; };
        m_at = m_pose->byDay ? std::max(m_at, m_calendar.atWorkingMs(part(m_calendar.workingMs(m_at), m_calendar.workingMs(m_pose->by))))
                             : instantFromMs(part(msOf(m_at), msOf(m_pose->by)));
        return;
    }
    const Milliseconds minutes = std::chrono::minutes{m_dice.between(fewestMinutes, mostMinutes)};
    // The desk is manned round the clock and urgent work goes on at night; the units keep office hours.
    if (m_atDesk)
        m_at += minutes;
    else if (m_urgent || m_roundTheClock)
        m_at += minutes * m_pace / 1000;
    else
        m_at = m_calendar.atWorkingMs(m_calendar.workingMs(m_at) + minutes.count() * m_pace / 1000);
}

void DemoLife::waitForSignature(int fewestMinutes, int mostMinutes)
{
    if (m_pose || m_urgent || m_roundTheClock)
        return wait(fewestMinutes, mostMinutes);
    if (m_dice.chance(20)) // some units look into their tray at the office only, and not at once
        return wait(2 * fewestMinutes, 3 * mostMinutes);
    // The others have somebody on duty on days off too, who sleeps at night.
    m_at += std::chrono::minutes{m_dice.between(fewestMinutes, mostMinutes)};
    const auto& calendar = m_calendar.calendar();
    const LocalTime local = calendar.localTime(m_at);
    const auto day = std::chrono::floor<std::chrono::days>(local);
    const auto minute = std::chrono::floor<std::chrono::minutes>(local - day).count();
    if (minute >= dutyFrom && minute < dutyTo)
        return;
    const LocalTime morning = day + std::chrono::days{minute >= dutyTo ? 1 : 0} + std::chrono::minutes{dutyFrom + m_dice.between(0, 50)};
    m_at = std::max(m_at, calendar.toInstant(morning));
}

void DemoLife::setPace()
{
    m_pace = 1000;
    m_roundTheClock = false;
    std::optional<Instant> end;
    for (const auto& clock : m_case->clocks) {
        if (clock.metAt || clock.cancelledAt || (clock.kind != ClockKind::CaseLimit && clock.kind != ClockKind::MakeSafe))
            continue;
        const Instant at = due(clock, m_calendar).at;
        if (!end || at < *end)
            end = at;
        m_roundTheClock = m_roundTheClock || clock.limit.unit == LimitUnit::UrgentHours;
    }
    if (!end || m_pose)
        return;
    const bool day = !m_urgent && !m_roundTheClock;
    const std::int64_t left = day ? m_calendar.workingMs(*end) - m_calendar.workingMs(m_at) : msOf(*end) - msOf(m_at);
    // One in fifteen takes longer than it may.
    const int share = m_dice.chance(7) ? m_dice.between(110, 230) : m_dice.between(20, 70);
    m_pace = std::clamp<std::int64_t>(std::max<std::int64_t>(left, 0) / 60'000 * share / 100 * 1000 / (day ? usualMinutes : usualUrgentMinutes), 20, 2500);
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
    if (!actor || m_at > m_now || (m_pose && m_at > m_pose->by))
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
    return !(m_pose && m_pose->reached && m_pose->reached(*m_case));
}

DemoLife::Step DemoLife::intake(const Value& text, const std::string& address, GeoPoint place, const std::optional<AreaCode>& area)
{
    Value report;
    for (const char* name : {"category", "title", "text", "demandType", "urgency", "source", "order"})
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
    if ((m_dice.chance(60) || m_pose) && hasReporter(source)) {
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
    if (demand == "consult" || demand == "praise" || (demand == "suggestion" && mishap(60))) {
        Value answer;
        answer.set("demandType", demand);
        answer.set("words", text.textOr("reply"));
        GD_STEP(act(OperationKind::Answer, centre(Role::Operator), std::move(answer)));
        return false;
    }
    if (text.textOr("urgency") == "ordinary" && mishap(3)) {
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

    const auto category = m_rules.categories.find(*m_case->category);
    const bool verified = category != m_rules.categories.end() && !category->second.transient && source != "patrol" && source != "unitFound";
    if (!m_urgent && verified && (m_dice.chance(40) || m_pose)) {
        wait(3, 20);
        GD_STEP(act(OperationKind::RequestVerify, centre(Role::Operator), Value{}));
        wait(25, 160);
        Value verify;
        const bool gone = mishap(4);
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
        const auto assist = std::ranges::find_if(match.assists, [&](const UnitId& id) { return m_rules.units.at(id).level == 1; });
        if (assist != match.assists.end() && m_dice.chance(12))
            payload.set("assists", Value::List{Value(assist->text())});
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
    if (mishap(7)) {
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
    } else if (mishap(2)) {
        wait(60, 300);
        const Instant until = m_at + std::chrono::days{m_dice.between(10, 60)};
        Value ask;
        ask.set("until", formatInstant(until));
        ask.set("reason", isSocial(*m_case) ? "需等待鉴定或审批结果，暂不具备办理条件，申请挂账。" : "需列入维修计划、落实资金后施工，申请挂账。");
        GD_STEP(act(OperationKind::RequestSuspension, worker(unit, {Role::Handler}), std::move(ask)));
        wait(20, 200);
        Value decide;
        decide.set("agreed", true);
        GD_STEP(act(OperationKind::DecideSuspension, centre(Role::ShiftLeader), std::move(decide)));
        m_at = m_calendar.atWorkingMs(m_calendar.workingMs(until - std::chrono::hours{1})); // what it waited for has come
        GD_STEP(act(OperationKind::Resume, centre(Role::ShiftLeader), Value{}));
    }
    if (mishap(6)) {
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
    waitForSignature(5, 90);
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
        waitForSignature(4, m_urgent ? 15 : 110);
        Value sign;
        sign.set("assignment", id.text());
        GD_STEP(act(OperationKind::Sign, worker(unit, {Role::UnitLead, Role::Handler}), std::move(sign)));
    }
    if (m_case->reworks == 0 && mishap(5)) {
        wait(5, 40);
        Value ask;
        ask.set("assignment", id.text());
        ask.set("reason", "wrongUnit");
        ask.set("words", isSocial(*m_case) ? "经核实，该事项不属于我单位职责范围，建议改派。" : "经现场查看，不属于我单位管养范围，建议改派。");
        auto asked = act(OperationKind::RequestReturn, worker(unit, {Role::UnitLead}), std::move(ask));
        if (!asked)
            return asked;
        if (!*asked) // too late for that, so it is theirs
            return handled(text, unit, id);
        m_at += std::chrono::minutes{m_dice.between(5, 60)}; // the desk answers at once, whatever the unit's pace
        Value decide;
        decide.set("assignment", id.text());
        decide.set("agreed", true);
        decide.set("words", "同意退单，重新分拨。");
        GD_STEP(act(OperationKind::DecideReturn, centre(Role::Dispatcher), std::move(decide)));
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
        waitForSignature(4, 60);
        Value sign;
        sign.set("assignment", id.text());
        GD_STEP(act(OperationKind::Sign, worker(unit, {Role::UnitLead, Role::Handler}), std::move(sign)));
    }
    return handled(text, unit, id);
}

DemoLife::Step DemoLife::handled(const Value& text, const UnitId& unit, const AssignmentId& id)
{
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

DemoLife::Step DemoLife::checked(const Value& text)
{
    for (int round = 0; round < 3; ++round) {
        wait(5, 60);
        GD_STEP(act(OperationKind::RequestCheck, centre(Role::Operator), Value{}));
        wait(30, 260);
        const bool pass = round > 0 || !mishap(9);
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
    return true;
}

DemoLife::Step DemoLife::checkAndClose(const Value& text)
{
    GD_STEP(checked(text));
    wait(5, 60);
    Value close;
    close.set("closing", m_case->filing ? m_case->filing->closing : std::string("已达到结案条件"));
    GD_STEP(act(OperationKind::Close, centre(Role::ShiftLeader), std::move(close)));
    m_pace = 1000; // the desk calls in its own time
    Value call;
    bool reached = false;
    for (int tries = 0; !reached && tries < m_rules.parameters.callbackAttempts; ++tries) {
        wait(60, 700);
        reached = !mishap(12);
        call.set("reached", reached);
        if (!reached)
            GD_STEP(act(OperationKind::Callback, centre(Role::Operator), call));
    }
    if (reached && mishap(3)) { // 不满意重办: the same unit does it again, and is called about again
        call.set("solved", "no");
        call.set("satisfaction", "dissatisfied");
        call.set("words", "问题没有真正解决，要求重新办理。");
        GD_STEP(act(OperationKind::Callback, centre(Role::Operator), std::move(call)));
        if (m_case->redos > 1)
            return false;
        GD_STEP(handle(text));
        return checkAndClose(text);
    }
    if (reached) {
        const bool happy = m_dice.chance(90);
        call.set("solved", happy ? "yes" : "partly");
        call.set("satisfaction", happy ? (m_dice.chance(40) ? "verySatisfied" : "satisfied") : "fair");
        call.set("words", happy                 ? std::string(text.textOr("callback", "对处理结果表示认可。"))
                          : m_case->reworks > 0 ? std::string("返工以后好了一些，希望下次一次处理到位。")
                                                : std::string("处理了一部分，希望继续跟进。"));
        GD_STEP(act(OperationKind::Callback, centre(Role::Operator), std::move(call)));
    }
    wait(30, 600);
    return act(OperationKind::Archive, centre(Role::ShiftLeader), Value{});
}

Result<void> DemoLife::live(const DemoMatter& matter, Instant from, std::optional<DemoPose> pose)
{
    m_at = from;
    m_pose = std::move(pose);
    m_id = CaseId::literal(m_newId(from));
    m_case.reset();
    const Value& text = matter.text;
    m_hasReporter = hasReporter(text.textOr("source"));
    m_urgent = text.textOr("urgency") == "critical" || (text.textOr("urgency") == "urgent" && m_dice.chance(50));
    for (auto part : {0, 1, 2, 3}) {
        m_atDesk = part < 2;
        if (part == 2)
            setPace();
        auto step = part == 0 ? intake(text, matter.address, matter.place, matter.area) : part == 1 ? dispatch() : part == 2 ? handle(text) : checkAndClose(text);
        if (!step)
            return std::unexpected(step.error());
        if (!*step)
            break;
    }
    return {};
}

#undef GD_STEP

} // namespace griddesk
