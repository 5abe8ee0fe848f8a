// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourcases.h"

#include "deskapplication.h"
#include "tourparts.h"
#include "tourscript.h"

namespace griddesk {

namespace {

using K = OperationKind;
using S = Stage;
constexpr auto atUnit = {Role::UnitLead, Role::Handler};
constexpr auto below = {Role::UnitLead, Role::GridLead, Role::Community, Role::GridWorker, Role::Handler};

QString field(const char* name) { return QString::fromLatin1(name); }

/// Somebody of a unit that may not be known.
std::optional<Actor> of(const TourScript& script, const std::optional<UnitId>& unit, std::initializer_list<Role> roles)
{
    return unit ? script.cast().of(*unit, roles) : std::nullopt;
}

void accept(TourScript& script)
{
    script.operate({.kind = K::Accept, .actor = script.cast().any(Role::Operator), .assignment = {}, .fill = {}, .reached = {S::Accepted}, .showForm = false, .name = {}});
}

void file(TourScript& script, const std::optional<StandardId>& standard, bool showForm)
{
    script.operate({.kind = K::File, .actor = script.cast().any(Role::Operator), .assignment = {},
                    .fill = [&](TourForm& form) {
                        if (standard)
                            form.standard(*standard);
                    },
                    .reached = {S::Filed}, .showForm = showForm, .name = {}});
}

void sign(TourScript& script, const std::optional<AssignmentId>& assignment, const std::optional<Actor>& actor, const char* name)
{
    script.operate({.kind = K::Sign, .actor = actor, .assignment = assignment, .fill = {}, .reached = {S::Handling}, .showForm = false, .name = field(name)});
}

void reply(TourScript& script, const std::optional<AssignmentId>& assignment, const std::optional<Actor>& actor, const QString& words, S reached, const char* name,
           bool showForm)
{
    script.operate({.kind = K::Reply, .actor = actor, .assignment = assignment,
                    .fill = [&](TourForm& form) {
                        form.choose(field("result"), field("resolved"));
                        form.say(field("words"), words);
                        form.addPicture(script.picture(true), field("after"));
                    },
                    .reached = {reached}, .showForm = showForm, .name = field(name)});
}

void requestCheck(TourScript& script)
{
    script.operate({.kind = K::RequestCheck, .actor = script.cast().any(Role::Operator), .assignment = {}, .fill = {}, .reached = {S::Checking}, .showForm = false, .name = {}});
}

void check(TourScript& script, bool pass, const QString& words, bool showForm)
{
    script.operate({.kind = K::Check, .actor = script.cast().any(Role::Reviewer, 1), .assignment = {},
                    .fill = [&](TourForm& form) {
                        form.choose(field("pass"), field(pass ? "true" : "false"));
                        form.say(field("words"), words);
                        form.casePlace();
                        form.addPicture(script.picture(pass), field("after"));
                    },
                    .reached = {pass ? S::Checked : S::Checking}, .showForm = showForm, .name = field(pass ? "Check passed" : "Check failed")});
}

void close(TourScript& script)
{
    const auto now = script.detail();
    const bool condition = now && now->state.filing && !now->state.filing->closing.empty(); // stands in the form already
    script.operate({.kind = K::Close, .actor = script.cast().any(Role::ShiftLeader), .assignment = {},
                    .fill = [&](TourForm& form) {
                        if (!condition)
                            form.say(field("closing"), script.cast().say("已处置到位", "Settled"));
                        form.say(field("words"), script.cast().say("处置到位，予以结案。", "Done as required."));
                    },
                    .reached = {S::Closed}, .showForm = false, .name = {}});
}

void archive(TourScript& script)
{
    script.operate({.kind = K::Archive, .actor = script.cast().any(Role::ShiftLeader), .assignment = {}, .fill = {}, .reached = {S::Archived}, .showForm = false, .name = {}});
}

/// The unit gives its work to one below, which does it and has its reply accepted.
void secondLevel(TourScript& script)
{
    const auto now = script.detail();
    const auto lead = script.leadUnit();
    const auto unit = now && lead ? script.cast().below(now->state, *lead) : std::nullopt;
    if (!unit) {
        script.skip(QStringLiteral("second level, the district has no units of it"));
        return;
    }
    const auto boss = of(script, lead, {Role::UnitLead});
    script.operate({.kind = K::Subdispatch, .actor = boss, .assignment = script.leadAssignment(),
                    .fill = [&](TourForm& form) {
                        form.pick(field("unit"), script.cast().nameOf(*unit), QString::fromStdString(unit->text()));
                        form.say(field("words"), script.cast().say("请现场先放置警示，配合养护班组更换胶垫。", "Please secure the place and help the crew."));
                    },
                    .reached = {S::Handling}, .showForm = true, .name = {}});
    const auto lower = script.lowerAssignment();
    sign(script, lower, of(script, unit, below), "Signed below");
    tourOfCaseTabs(script);
    reply(script, lower, of(script, unit, below), script.cast().say("已放置警示并协助清理井座，等待养护班组加固。", "Secured and cleaned, ready for the crew."), S::Handling,
          "Reply from below", false);
    script.operate({.kind = K::ReviewReply, .actor = boss, .assignment = lower,
                    .fill = [](TourForm& form) { form.choose(field("verdict"), field("accept")); }, .reached = {S::Handling}, .showForm = false, .name = {}});
}

/// The unit asks to give the case back and the centre agrees.
void giveBack(TourScript& script, const QString& words, const char* name)
{
    const auto assignment = script.leadAssignment();
    script.operate({.kind = K::RequestReturn, .actor = of(script, script.leadUnit(), {Role::UnitLead, Role::Community}), .assignment = assignment,
                    .fill = [&](TourForm& form) {
                        form.choose(field("reason"), field("wrongUnit"));
                        form.say(field("words"), words);
                    },
                    .reached = {S::Dispatched, S::Handling}, .showForm = true, .name = field(name)});
    script.operate({.kind = K::DecideReturn, .actor = script.cast().any(Role::Dispatcher), .assignment = assignment,
                    .fill = [&](TourForm& form) {
                        form.choose(field("agreed"), field("true"));
                        form.say(field("words"), script.cast().say("情况属实，同意退单。", "Agreed."));
                    },
                    .reached = {S::Filed}, .showForm = false, .name = {}});
}

} // namespace

void tourOfWholeLoop(TourScript& script)
{
    script.beginCase(1);
    const auto& cast = script.cast();
    const auto matter = cast.wholeLoop();
    if (!matter) {
        script.driver().fail(QStringLiteral("the duty list gives no matter to a single unit with people"));
        return;
    }
    const auto operators = cast.any(Role::Operator);
    script.as(operators, "operator");
    script.step(QStringLiteral("Workplace"), {}, [&] {
        script.showCases();
        tourOfStart(script);
    });
    tourOfQueues(script);
    tourOfMorning(script);
    script.report({.text = matter->text, .category = matter->category, .demand = QStringLiteral("complaint"), .source = {}, .address = cast.street(0),
                   .phone = QStringLiteral("13900000012"), .name = cast.say("周女士", "Mrs Hill")});
    accept(script);
    tourOfCommandBar(script);
    script.operate({.kind = K::RequestVerify, .actor = operators, .assignment = {},
                    .fill = [&](TourForm& form) { form.say(field("words"), cast.say("请核实井盖松动程度及是否危及通行。", "Please see how loose it is.")); },
                    .reached = {S::Verifying}, .showForm = false, .name = {}});
    tourOfAccountSwitch(script);
    script.operate({.kind = K::Verify, .actor = cast.any(Role::Reviewer), .assignment = {},
                    .fill = [&](TourForm& form) {
                        form.choose(field("result"), field("true"));
                        form.choose(field("proposal"), field("file"));
                        form.say(field("words"), cast.say("现场核实情况属实，井盖松动有异响，暂无塌陷。", "Seen on the spot, it is as reported."));
                        form.casePlace();
                        form.addPicture(script.picture(false), field("before"));
                    },
                    .reached = {S::Accepted}, .showForm = true, .name = {}});
    file(script, matter->standard, true);
    script.as(cast.any(Role::Dispatcher), "dispatcher");
    tourOfBulkActions(script);
    tourOfBoard(script);

    const auto unit = script.leadUnit();
    const auto worker = of(script, unit, {Role::Handler, Role::UnitLead});
    sign(script, script.leadAssignment(), of(script, unit, {Role::UnitLead}), "Signed by the unit");
    secondLevel(script);
    reply(script, script.leadAssignment(), worker, cast.say("已加装橡胶减震圈，井盖复位。", "Fitted and put back."), S::Handled, "First reply", true);
    requestCheck(script);
    check(script, false, cast.say("车辆经过仍有响声，一侧胶圈未压实，不符合结案条件。", "Still loose on one side."), true);
    script.operate({.kind = K::Rework, .actor = operators, .assignment = {},
                    .fill = [&](TourForm& form) { form.say(field("reason"), cast.say("核查不通过：井盖仍有响声，请返工。", "The check failed, please do it again.")); },
                    .reached = {S::Dispatched, S::Handling}, .showForm = false, .name = {}});
    if (const auto now = script.detail(); now && now->state.stage == S::Dispatched)
        sign(script, script.leadAssignment(), of(script, unit, atUnit), "Signed again");
    reply(script, script.leadAssignment(), worker, cast.say("已更换井座胶圈并调平，现场试压无响声。", "Replaced and levelled, tried under load."), S::Handled, "Second reply", false);
    requestCheck(script);
    check(script, true, cast.say("车辆经过无异响，井盖与路面平顺。", "Quiet and level."), false);
    tourOfMap(script);
    script.as(operators, "operator");
    tourOfUndo(script);
    close(script);
    tourOfCallback(script);
    archive(script);
    tourOfHelp(script);
}

void tourOfSpotHandling(TourScript& script)
{
    if (!script.ok())
        return;
    script.beginCase(2);
    const auto& cast = script.cast();
    const auto matter = cast.onTheSpot();
    auto worker = cast.any(Role::GridWorker);
    if (!worker)
        worker = cast.any(Role::GridLead);
    if (!matter || !worker) {
        script.skip(QStringLiteral("settled on the spot, the district has no minor standard or no grid workers"));
        return;
    }
    const auto& post = cast.rules().posts.at(worker->post);
    const auto address = post.areas.empty() ? cast.street(1) : QString::fromStdString(post.areas.front().text());
    script.as(worker, "grid worker");
    script.report({.text = matter->text, .category = matter->category, .demand = {}, .source = QStringLiteral("patrol"), .address = address, .phone = {}, .name = {}});
    script.operate({.kind = K::SelfHandle, .actor = worker, .assignment = {},
                    .fill = [&](TourForm& form) {
                        if (matter->standard)
                            form.standard(*matter->standard);
                        form.addPicture(script.picture(false), field("before"));
                        form.addPicture(script.picture(true), field("after"));
                        form.say(field("words"), cast.say("垃圾已装袋清运，地面冲洗干净。", "Bagged and taken away."));
                    },
                    .reached = {S::Checked, S::Handled}, .showForm = true, .name = {}});
    if (const auto now = script.detail(); now && now->state.stage == S::Handled) { // drawn for a check
        requestCheck(script);
        check(script, true, cast.say("现场整洁。", "Clean."), false);
    }
    close(script);
    archive(script);
}

void tourOfReturns(TourScript& script)
{
    if (!script.ok())
        return;
    script.beginCase(3);
    const auto& cast = script.cast();
    const auto matter = cast.disputed();
    if (!matter) {
        script.skip(QStringLiteral("returned twice, the duty list gives no matter to a single unit"));
        return;
    }
    script.as(cast.any(Role::Operator), "operator");
    script.report({.text = matter->text, .category = matter->category, .demand = QStringLiteral("help"), .source = {}, .address = cast.street(2), .phone = {}, .name = {}});
    accept(script);
    file(script, matter->standard, false);
    const auto dispatcher = cast.any(Role::Dispatcher);
    script.operate({.kind = K::Dispatch, .actor = dispatcher, .assignment = {}, .fill = {}, .reached = {S::Dispatched}, .showForm = true, .name = {}});
    const auto first = script.leadUnit().value_or(matter->lead);
    giveBack(script, cast.say("该处箱体由沿街商户代管，不在我单位作业范围，建议由属地社区协调。", "Not ours, please ask the community."), "Return asked");
    const auto now = script.detail();
    const auto second = now ? cast.second(now->state, first) : std::nullopt;
    if (!second) {
        script.skip(QStringLiteral("second return, the district has no other unit"));
        return;
    }
    script.operate({.kind = K::Dispatch, .actor = dispatcher, .assignment = {},
                    .fill = [&](TourForm& form) {
                        form.pick(field("lead"), cast.nameOf(*second), QString::fromStdString(second->text()));
                        form.say(field("reason"), cast.say("前一单位退单，先派属地社区协调商户落实。", "Returned by the first unit."));
                    },
                    .reached = {S::Dispatched}, .showForm = true, .name = QStringLiteral("Dispatched to a community")});
    sign(script, script.leadAssignment(), of(script, second, {Role::UnitLead, Role::Community}), "Signed by the community");
    giveBack(script, cast.say("社区无保洁作业车辆，箱体更换须由专业单位实施。", "We have no means for this."), "Return asked by the community");
    // Twice is enough: the shift leader names the unit of the duty list, and only that moves the case on.
    script.operate({.kind = K::Designate, .actor = cast.any(Role::ShiftLeader), .assignment = {},
                    .fill = [&](TourForm& form) {
                        form.pick(field("lead"), cast.nameOf(first), QString::fromStdString(first.text()));
                        form.say(field("reason"), cast.say("两次退单，经研究由清单单位牵头，限期完成。", "Returned twice, decided by the shift leader."));
                    },
                    .reached = {S::Filed}, .showForm = true, .name = {}});
    const auto designated = script.detail();
    const auto record = designated && !designated->state.designations.empty() ? QString::fromStdString(designated->state.designations.back().id) : QString();
    script.operate({.kind = K::Dispatch, .actor = dispatcher, .assignment = {},
                    .fill = [&](TourForm& form) {
                        form.pick(field("lead"), cast.nameOf(first), QString::fromStdString(first.text()));
                        form.choose(field("basis"), field("designated"));
                        form.pick(field("record"), record, record);
                    },
                    .reached = {S::Dispatched}, .showForm = true, .name = field("Dispatched as designated")});
    sign(script, script.leadAssignment(), of(script, first, {Role::UnitLead}), "Signed as designated");
    reply(script, script.leadAssignment(), of(script, first, {Role::Handler, Role::UnitLead}), cast.say("已更换箱盖并清运满溢垃圾，落实每日两次巡查。", "Lid replaced, rubbish taken away."),
          S::Handled, "Reply as designated", false);
    requestCheck(script);
    check(script, true, cast.say("箱盖完好，周边整洁。", "Lid in place, clean."), false);
    close(script);
    archive(script);
}

void tourOfAnswer(TourScript& script)
{
    if (!script.ok())
        return;
    script.beginCase(4);
    const auto& cast = script.cast();
    const auto operators = cast.any(Role::Operator);
    script.as(operators, "operator");
    script.report({.text = cast.say("咨询居家养老上门评估怎么申请。老人今年72周岁，需要带哪些材料，到哪里办理，周末能不能办。", "Where and when can I apply for a parking permit, and what do I have to bring?"),
                   .category = {}, .demand = QStringLiteral("consult"), .source = {}, .address = {}, .phone = {}, .name = {}});
    script.operate({.kind = K::Answer, .actor = operators, .assignment = {},
                    .fill = [&](TourForm& form) {
                        form.say(field("words"), cast.say("携带老人身份证、户口簿到居住地社区为老服务窗口申请，工作日及周六上午办理，五个工作日内上门评估。",
                                                          "At the service desk on weekdays and Saturday mornings, with an identity card and proof of address."));
                    },
                    .reached = {S::Answered}, .showForm = true, .name = {}});
}

} // namespace griddesk
