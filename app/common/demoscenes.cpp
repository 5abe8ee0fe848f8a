// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoscenes.h"

#include "models/core/areatree.h"

#include <array>

namespace griddesk {

namespace {

/// Goes on to the next case when a step was not made; hands errors on.
#define GD_NEXT(expression)                                                                                                        \
    if (auto made = (expression); !made)                                                                                           \
        return std::unexpected(made.error());                                                                                      \
    else if (!*made)                                                                                                               \
    continue

bool work(const Value& text)
{
    const auto demand = text.textOr("demandType");
    return demand == "help" || demand == "complaint" || demand == "tipOff";
}

bool ordinary(const Value& text) { return work(text) && text.textOr("urgency") == "ordinary"; }

bool found(const Value& text) { return ordinary(text) && text.textOr("source") == "patrol"; } // not verified once more

bool called(const Value& text) { return ordinary(text) && text.textOr("source") == "hotline12345"; }

std::string padded(int number, std::size_t width)
{
    const auto digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

} // namespace

Result<bool> DemoScenes::lead(DemoMatter matter, Stage stage, Instant from, DemoPose pose)
{
    pose.reached = [stage](const Case& c) { return c.stage == stage; };
    if (auto lived = m_life.live(matter, from, std::move(pose)); !lived)
        return std::unexpected(lived.error());
    cases += m_life.born() ? 1 : 0;
    return m_life.state() && m_life.state()->stage == stage;
}

Result<bool> DemoScenes::leadTo(Stage stage, const Fits& fits, int fewestHours, int mostHours)
{
    const Milliseconds before = std::chrono::minutes{m_dice.between(fewestHours * 60, mostHours * 60)};
    return lead(m_matter(fits), stage, m_calendar.atWorkingMs(m_calendar.workingMs(m_now) - before.count()), DemoPose{.reached = {}, .by = m_now, .byDay = true});
}

Result<bool> DemoScenes::leadAtDesk(Stage stage, const Fits& fits, Value order)
{
    DemoMatter matter = m_matter(fits);
    if (order.has("number"))
        matter.text.set("order", std::move(order));
    return lead(std::move(matter), stage, m_now - std::chrono::minutes{m_dice.between(50, 190)}, DemoPose{.reached = {}, .by = m_now, .byDay = false});
}

Result<bool> DemoScenes::step(OperationKind kind, const std::optional<Actor>& actor, Value payload)
{
    m_life.wait(0, 0);
    const auto before = m_life.operations;
    if (auto made = m_life.act(kind, actor, std::move(payload)); !made)
        return std::unexpected(made.error());
    return m_life.operations > before; // that the pose is reached says nothing here
}

Result<bool> DemoScenes::toUnit(OperationKind kind, std::initializer_list<Role> roles, Value payload)
{
    const Assignment* lead = currentLead(*m_life.state());
    if (lead == nullptr)
        return false;
    if (kind != OperationKind::SuperviseReceipt && kind != OperationKind::SuperviseReply && kind != OperationKind::RequestSuspension)
        payload.set("assignment", lead->id.text());
    return step(kind, m_life.worker(lead->unit, roles), std::move(payload));
}

Result<void> DemoScenes::stages()
{
    struct Wanted {
        Stage stage;
        int cases;
    };
    for (const auto& [stage, count] : {Wanted{Stage::Reported, 5}, {Stage::Verifying, 7}, {Stage::Accepted, 5}, {Stage::Filed, 6}, {Stage::Dispatched, 9}})
        for (int i = 0; i < count; ++i)
            GD_NEXT(leadAtDesk(stage, ordinary));
    for (int i = 0; i < 5; ++i) // 待立案
        GD_NEXT(leadAtDesk(Stage::Accepted, found));
    for (const auto& [stage, count] : {Wanted{Stage::Handled, 7}, {Stage::Checking, 7}, {Stage::Checked, 6}, {Stage::Closed, 8}})
        for (int i = 0; i < count; ++i)
            GD_NEXT(leadTo(stage, work));
    for (int i = 0; i < 6; ++i) { // 返工
        GD_NEXT(leadTo(Stage::Checking, work, 6, 14));
        GD_NEXT(step(OperationKind::Check, m_life.centre(Role::Reviewer), Value().set("pass", false).set("words", "处理不彻底，未达到结案条件。")));
        GD_NEXT(step(OperationKind::Rework, m_life.centre(Role::Operator), Value().set("reason", "核查不通过，请返工。")));
    }
    return {};
}

Result<void> DemoScenes::supervised()
{
    // Left open in one of three states; the last ones are settled, and only their history shows it.
    struct Order {
        const char* card;
        const char* words;
    };
    static constexpr std::array orders{Order{"none", "该件临近时限，请加快办理并书面报告进展。"}, Order{"yellow", "多次催办进展缓慢，黄牌督办，请说明原因并限时办结。"},
                                       Order{"red", "群众反复反映未解决，红牌督办，由主要负责人签收并限时办结。"}};
    constexpr int count = 16;
    for (int i = 0; i < count; ++i) {
        GD_NEXT(leadTo(Stage::Handling, work, 10, 30));
        const auto supervisor = m_life.anybody(Role::Supervisor);
        const Assignment* lead = currentLead(*m_life.state());
        if (!supervisor || lead == nullptr)
            continue;
        const auto& order = orders[static_cast<std::size_t>(i) % orders.size()];
        const auto level = m_rules.posts.at(supervisor->post).supervisionLevel.value_or(AreaLevel::Subdistrict);
        Value issue;
        issue.set("unit", lead->unit.text()).set("card", order.card).set("level", std::string(nameOf(level))).set("words", order.words);
        issue.set("number", "督办" + padded(++m_supervisions, 3));
        issue.set("replyBy", formatInstant(m_calendar.atWorkingMs(m_calendar.workingMs(m_now) + Milliseconds(std::chrono::hours{m_dice.between(2, 20)}).count())));
        GD_NEXT(step(OperationKind::SuperviseOrder, supervisor, std::move(issue)));
        const std::string id = m_life.state()->supervisions.back().id;
        if (i % 4 == 0)
            continue;
        GD_NEXT(toUnit(OperationKind::SuperviseReceipt, {Role::UnitLead}, Value().set("order", id)));
        if (i % 4 == 1)
            continue;
        GD_NEXT(toUnit(OperationKind::SuperviseReply, {Role::UnitLead}, Value().set("order", id).set("words", "已安排专人负责，明确完成时间，正在抓紧处置。")));
        if (i + 3 < count)
            continue;
        GD_NEXT(step(OperationKind::SuperviseSettle, supervisor, Value().set("order", id).set("settled", true).set("words", "已有明确措施和完成时间，督办办结。")));
    }
    return {};
}

Result<void> DemoScenes::doneAgain()
{
    for (int i = 0; i < 8; ++i) {
        GD_NEXT(leadTo(Stage::Closed, called, 10, 24));
        Value call;
        call.set("reached", true).set("solved", "no").set("satisfaction", "dissatisfied").set("words", "问题没有真正解决，要求重新办理。");
        GD_NEXT(step(OperationKind::Callback, m_life.centre(Role::Operator), std::move(call)));
        if (i % 2 == 0)
            continue;
        GD_NEXT(toUnit(OperationKind::Sign, {Role::UnitLead, Role::Handler}, Value{}));
    }
    return {};
}

Result<void> DemoScenes::merged()
{
    for (int i = 0; i < 6; ++i) {
        const DemoMatter matter = m_matter(called);
        const Instant from = m_calendar.atWorkingMs(m_calendar.workingMs(m_now) - Milliseconds(std::chrono::minutes{m_dice.between(360, 900)}).count());
        const Instant middle = m_calendar.atWorkingMs(m_calendar.workingMs(m_now) - Milliseconds(std::chrono::minutes{m_dice.between(120, 300)}).count());
        GD_NEXT(lead(matter, Stage::Handling, from, DemoPose{.reached = {}, .by = middle, .byDay = true}));
        const CaseId kept = m_life.state()->id;
        DemoMatter again = matter;
        again.place.lonE7 += 300; // the house next door
        GD_NEXT(lead(again, Stage::Accepted, middle, DemoPose{.reached = {}, .by = m_now, .byDay = true}));
        const CaseId absorbed = m_life.state()->id;
        m_life.wait(0, 0);
        const auto actor = m_life.centre(Role::Operator);
        if (!actor)
            continue;
        const auto half = [&](const CaseId& here, const CaseId& other, const char* side, const std::string& pair) {
            return Operation{.id = OperationId::literal(m_newId(m_life.at())),
                             .caseId = here,
                             .kind = OperationKind::Merge,
                             .actor = *actor,
                             .rules = m_rules.hash,
                             .payload = Value().set("side", side).set("other", other.text()).set("reason", "同一事项重复反映，并入首件办理。"),
                             .pairId = pair};
        };
        const std::string pair = m_newId(m_life.at());
        auto taken = m_pushPair(half(absorbed, kept, "absorbed", pair), half(kept, absorbed, "kept", pair), m_life.at());
        if (!taken)
            return std::unexpected(taken.error());
        pairs += *taken ? 1 : 0;
    }
    return {};
}

Value DemoScenes::outsideOrder()
{
    const auto& calendar = m_calendar.calendar();
    const auto year = static_cast<int>(std::chrono::year_month_day{calendar.localDate(m_now)}.year());
    Value order;
    order.set("number", "SJ" + std::to_string(year) + padded(++m_orders, 6)).set("platform", "12345").set("mustReply", true);
    order.set("sentAt", formatInstant(m_now - std::chrono::hours{4}));
    order.set("due", formatInstant(m_calendar.atWorkingMs(m_calendar.workingMs(m_now) + Milliseconds(std::chrono::hours{m_dice.between(12, 36)}).count())));
    return order;
}

Result<void> DemoScenes::returnedUp()
{
    for (int i = 0; i < 9; ++i) { // sent back, waiting for the answer, or kept after all
        GD_NEXT(leadAtDesk(Stage::Accepted, called, outsideOrder()));
        if (m_life.state()->orders.empty())
            continue;
        const std::string number = m_life.state()->orders.front().number;
        GD_NEXT(step(OperationKind::ReturnToSource, m_life.centre(Role::ShiftLeader),
                     Value().set("order", number).set("reason", "经核实地点不在本街道辖区，建议转派属地街道。")));
        if (i % 3 == 1)
            continue;
        GD_NEXT(step(OperationKind::SourceDecision, m_life.centre(Role::ShiftLeader),
                     Value().set("order", number).set("agreed", i % 3 == 0).set("words", i % 3 == 0 ? "同意退单，转派属地街道办理。" : "地点在辖区交界处，仍由你街道牵头办理。")));
    }
    return {};
}

Result<void> DemoScenes::handedOver()
{
    struct Receiver {
        const char* word; ///< in the title or the text of a matter that is for it
        const char* to;
        const char* receiver;
        const char* words;
    };
    static constexpr std::array receivers{Receiver{"争吵", "police110", "110指挥中心", "正在发生纠纷，已移交公安出警。"},
                                          Receiver{"两家动手", "police110", "110指挥中心", "现场有肢体冲突，已移交公安出警。"},
                                          Receiver{"停电", "utility", "供电抢修热线", "属供电线路故障，已移交供电抢修。"},
                                          Receiver{"燃气", "utility", "燃气抢修热线", "属燃气设施，已移交燃气抢修。"},
                                          Receiver{"水管", "utility", "供水服务热线", "属供水管线，已移交供水抢修。"},
                                          Receiver{"光缆", "utility", "通信运营企业", "属通信线路，已移交通信企业抢修。"}};
    int receipts = 0;
    for (std::size_t i = 0; i < receivers.size(); ++i) {
        const auto& to = receivers[i];
        GD_NEXT(leadAtDesk(Stage::Accepted, [&](const Value& text) { return work(text) && (text.textOr("title").contains(to.word) || text.textOr("text").contains(to.word)); }));
        Value over;
        over.set("to", to.to).set("receiver", to.receiver).set("words", to.words);
        if (i % 2 == 0) // the others are on the watch list until it is confirmed
            over.set("receipt", "回执" + padded(++receipts, 4));
        GD_NEXT(step(OperationKind::HandOver, m_life.centre(Role::Operator), std::move(over)));
    }
    for (int i = 0; i < 3; ++i) { // 提级上报区
        GD_NEXT(leadTo(Stage::Filed, ordinary));
        Value up;
        up.set("receiver", "区城市运行管理中心").set("receipt", "区运管收" + padded(++receipts, 4)).set("reason", "涉及跨街道协调，超出街道权限，提级上报。");
        GD_NEXT(step(OperationKind::TransferUp, m_life.centre(Role::ShiftLeader), std::move(up)));
    }
    return {};
}

Result<void> DemoScenes::standingStill()
{
    for (int i = 0; i < 5; ++i) { // 挂账
        GD_NEXT(leadTo(Stage::Handling, ordinary, 8, 30));
        Value ask;
        ask.set("until", formatInstant(m_now + std::chrono::days{m_dice.between(8, 90)})).set("reason", "需列入维修计划、落实资金后实施，申请挂账。");
        GD_NEXT(toUnit(OperationKind::RequestSuspension, {Role::Handler}, std::move(ask)));
        if (i == 0) // waits for the shift leader
            continue;
        GD_NEXT(step(OperationKind::DecideSuspension, m_life.centre(Role::ShiftLeader), Value().set("agreed", true)));
    }
    for (int i = 0; i < 2; ++i) { // 法定期间
        GD_NEXT(leadTo(Stage::Handling, ordinary, 8, 30));
        Value pause;
        pause.set("phase", "agree").set("kind", i == 0 ? "appraisal" : "litigation").set("document", i == 0 ? "鉴定委托书第" + padded(17, 3) + "号" : "受理通知书第" + padded(42, 3) + "号");
        GD_NEXT(step(OperationKind::StatutoryPause, m_life.centre(Role::ShiftLeader), std::move(pause)));
    }
    return {};
}

Result<void> DemoScenes::questions()
{
    for (int i = 0; i < 4; ++i) { // 申请退单; answered within the two hours the desk has for it
        GD_NEXT(leadTo(Stage::Handling, ordinary, 1, 3));
        GD_NEXT(toUnit(OperationKind::RequestReturn, {Role::UnitLead}, Value().set("reason", "wrongUnit").set("words", "不属于我单位职责范围，建议改派。")));
        if (i % 2 == 0) { // agreed: to be given to somebody else
            const std::string id = currentLead(*m_life.state())->id.text();
            GD_NEXT(step(OperationKind::DecideReturn, m_life.centre(Role::Dispatcher),
                         Value().set("assignment", id).set("agreed", true).set("words", "同意退单，重新分拨。")));
        }
    }
    for (int i = 0; i < 3; ++i) { // 申请延期
        GD_NEXT(leadTo(Stage::Handling, ordinary, 2, 6));
        GD_NEXT(toUnit(OperationKind::RequestExtension, {Role::Handler}, Value().set("reason", "需协调产权单位进场施工，原时限内无法完成。")));
    }
    for (int i = 0; i < 3; ++i) { // 会商
        GD_NEXT(leadAtDesk(Stage::Filed, ordinary));
        Value::List units;
        for (const auto& [id, unit] : m_rules.units)
            if (unit.level == 1 && unit.kind == UnitKind::Station && units.size() < 2)
                units.emplace_back(id.text());
        GD_NEXT(step(OperationKind::Consult, m_life.centre(Role::Dispatcher), Value().set("units", units).set("question", "管养边界不清，请各单位提出承办意见。")));
    }
    return {};
}

Result<void> DemoScenes::calls()
{
    for (int i = 0; i < 6; ++i) { // nobody answered; who tried goes on trying
        GD_NEXT(leadTo(Stage::Closed, called, 6, 16));
        GD_NEXT(step(OperationKind::Callback, m_life.centre(Role::Operator), Value().set("reached", false).set("words", "无人接听，约定改时再拨。")));
    }
    return {};
}

Result<void> DemoScenes::play()
{
    for (const Scene scene : {&DemoScenes::stages, &DemoScenes::supervised, &DemoScenes::doneAgain, &DemoScenes::merged, &DemoScenes::returnedUp,
                              &DemoScenes::handedOver, &DemoScenes::standingStill, &DemoScenes::questions, &DemoScenes::calls})
        if (auto played = (this->*scene)(); !played)
            return played;
    return {};
}

#undef GD_NEXT

} // namespace griddesk
