// SPDX-License-Identifier: GPL-3.0-or-later
#include "story.h"
#include "tests/support/fakewords.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/fieldfactory.h"
#include "widgets/forms/formrules.h"
#include "widgets/forms/operationform.h"
#include "widgets/forms/pairdrafts.h"
#include "widgets/forms/pickfields.h"
#include "widgets/forms/pictures.h"
#include "widgets/forms/searchpick.h"
#include "widgets/forms/segments.h"
#include "widgets/forms/valuejson.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <gtest/gtest.h>

#include <set>

using namespace griddesk;
using namespace griddesk::fake;

namespace {

class Forms : public testing::Test {
protected:
    LiveDesk desk;
    PlainWords words;
    ThemeKeeper theme;
    Pictures pictures{desk.commands};

    FormContext context(OperationKind kind)
    {
        if (!desk.queries.details.contains(storyCase.text()))
            tell(desk, Until::Handling);
        words.rules = desk.rules;
        return {.desk = desk.desk(), .words = words, .theme = theme, .pictures = pictures, .session = desk.sessionOf("centre.op"),
                .detail = std::make_shared<const CaseDetail>(desk.detailOf(storyCase)), .kind = kind, .assignment = AssignmentId::literal("a1"),
                .pickFiles = [](QWidget*, std::function<void(QStringList)>) {}};
    }
};

TEST_F(Forms, every_operation_has_a_form_with_an_editor_for_every_field)
{
    for (const auto& spec : operationTable()) {
        OperationForm form(context(spec.kind), nullptr);
        for (const auto& field : spec.fields)
            if (!isHiddenField(spec.kind, field.name)) {
                ASSERT_NE(form.editor(field.name), nullptr) << spec.name << '.' << field.name;
                EXPECT_EQ(form.editor(field.name)->objectName().toStdString(), "field_" + std::string(field.name));
            }
        form.show();
        EXPECT_NE(form.firstField() == nullptr, form.editor(spec.fields.empty() ? "" : spec.fields.front().name) != nullptr || spec.fields.size() > 1) << spec.name;
    }
}

TEST_F(Forms, a_value_given_to_an_editor_comes_back_as_it_was)
{
    const std::vector<std::tuple<OperationKind, const char*, Value>> table{
        {OperationKind::Check, "pass", Value(false)},
        {OperationKind::Check, "mode", Value("photo")},
        {OperationKind::Check, "words", Value("两行\n文字")},
        {OperationKind::Dispatch, "lead", Value("csgl")},
        {OperationKind::Dispatch, "assists", Value(Value::List{"csgl", "hws"})},
        {OperationKind::Dispatch, "limit", Value("3wdb")},
        {OperationKind::RequestSuspension, "until", Value("2026-04-01T04:00:00Z")},
        {OperationKind::Report, "category", Value("200110")},
        {OperationKind::Report, "source", Value("camera")},
        {OperationKind::Check, "place", payload({{"lonE7", std::int64_t{1214600000}}, {"latE7", std::int64_t{312400000}}})},
        {OperationKind::Plan, "milestones", Value(Value::List{payload({{"title", "拆除"}, {"due", "2026-05-01T04:00:00Z"}})})},
        {OperationKind::Check, "evidence", Value(Value::List{picture(std::string(64, 'b').c_str(), "after")})},
        {OperationKind::Accept, "urgency", Value("critical")},
        {OperationKind::File, "standard", Value("200110-1")},
    };
    for (const auto& [kind, field, value] : table) {
        OperationForm form(context(kind), nullptr);
        auto* editor = form.editor(field);
        ASSERT_NE(editor, nullptr) << field;
        editor->setValue(value);
        EXPECT_TRUE(editor->value() == value) << field;
        editor->setValue(kind == OperationKind::Check ? Value(std::int64_t{7}) : Value(true)); // of another type: stays
    }
}

TEST_F(Forms, wrong_numbers_and_dangling_searches_are_said)
{
    OperationForm form(context(OperationKind::Dispatch), nullptr);
    form.show();
    auto* lead = form.findChild<SearchPick*>(QStringLiteral("field_lead.edit"));
    ASSERT_NE(lead, nullptr);
    lead->clear();
    QTest::keyClicks(lead, QStringLiteral("nobody of that name"));
    EXPECT_FALSE(form.editor("lead")->problem().isEmpty());
    auto* limit = form.editor("limit")->findChild<QLineEdit*>();
    QTest::keyClicks(limit, QStringLiteral("-3"));
    EXPECT_FALSE(form.editor("limit")->problem().isEmpty());
    EXPECT_FALSE(form.validate());
}

TEST_F(Forms, satisfaction_is_asked_only_when_somebody_was_reached)
{
    Value filled;
    EXPECT_FALSE(isFieldWanted(OperationKind::Callback, "satisfaction", filled));
    filled.set("reached", true);
    EXPECT_TRUE(isFieldWanted(OperationKind::Callback, "satisfaction", filled));
}

TEST_F(Forms, what_is_filled_in_is_no_longer_called_missing)
{
    OperationForm form(context(OperationKind::Subdispatch), nullptr);
    form.show();
    QString said;
    QObject::connect(&form, &OperationForm::judged, &form, [&said](const QString& refusal) { said = refusal; });
    desk.commands.rule = [](const OperationDraft& draft) {
        return draft.payload.has("unit") ? std::nullopt : std::optional(Refusal{.rule = RefusalRule::FieldMissing, .missing = {"unit"}, .whoCan = {}, .detail = {}});
    };
    auto* words_ = form.editor("words")->findChild<QPlainTextEdit*>();
    ASSERT_NE(words_, nullptr);
    QTest::keyClicks(words_, QStringLiteral("first"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !said.isEmpty(); }, 4000));
    auto* unit = form.findChild<SearchPick*>(QStringLiteral("field_unit.edit"));
    ASSERT_NE(unit, nullptr);
    QTest::keyClicks(unit, QStringLiteral("wg01"));
    QTest::keyClick(unit, Qt::Key_Return);
    ASSERT_TRUE(form.editor("unit")->value());
    EXPECT_TRUE(said.isEmpty()) << said.toStdString(); // at once, without waiting for the rules
}

TEST_F(Forms, a_record_is_offered_by_who_made_it_and_what_it_says_instead_of_its_number)
{
    auto about = context(OperationKind::Dispatch);
    auto detail = *about.detail;
    const Trace by{AccountId::literal("boss"), PostId::literal("centre.sl"), desk.clock.now()};
    detail.state.designations.push_back({.id = "g1", .by = by, .lead = UnitId::literal("csgl"), .reason = "came back twice"});
    about.detail = std::make_shared<const CaseDetail>(detail);
    OperationForm form(std::move(about), nullptr);
    form.editor("record")->setValue(Value("g1"));
    const auto shown = form.findChild<SearchPick*>(QStringLiteral("field_record.edit"))->text();
    const auto below = form.editor("record")->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(below, [](const QLabel* label) { return label->text().contains(QStringLiteral("came back twice")); }));
    EXPECT_TRUE(shown.contains(QStringLiteral("boss"))) << shown.toStdString();
    EXPECT_FALSE(shown.contains(QStringLiteral("g1"))) << shown.toStdString();
}

TEST_F(Forms, the_basis_follows_the_unit_and_a_departure_from_the_duty_list_is_said)
{
    tell(desk, Until::Filed);
    auto about = context(OperationKind::Dispatch);
    about.assignment.reset();
    auto detail = *about.detail;
    const Trace by{AccountId::literal("boss"), PostId::literal("centre.sl"), desk.clock.now()};
    detail.state.consultations.push_back({.id = "m1", .asked = by, .concluded = by, .lead = UnitId::literal("csgl"), .conclusion = "agreed"});
    about.detail = std::make_shared<const CaseDetail>(detail);
    OperationForm form(about, nullptr);
    form.show();
    const auto choose = [&form](const char* unit) {
        auto* lead = form.findChild<SearchPick*>(QStringLiteral("field_lead.edit"));
        lead->setFocus();
        lead->selectAll();
        QTest::keyClicks(lead, QLatin1String(unit));
        QTest::keyClick(lead, Qt::Key_Return);
    };
    const auto said = [&form](const QString& text) {
        return std::ranges::any_of(form.findChildren<QLabel*>(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    };
    EXPECT_FALSE(form.editor("reason")->isVisible()) << "the unit of the duty list needs no reason";
    choose("csgl");
    EXPECT_EQ(form.payload().textOr("basis"), "negotiated");
    EXPECT_EQ(form.payload().textOr("record"), "m1");
    EXPECT_FALSE(form.payload().has("duty"));
    EXPECT_FALSE(form.editor("reason")->isVisible());
    choose("hws");
    EXPECT_EQ(form.payload().textOr("basis"), "statutory");
    EXPECT_FALSE(said(QStringLiteral("departure")));
    detail.state.consultations.clear();
    about.detail = std::make_shared<const CaseDetail>(detail);
    OperationForm bare(about, nullptr);
    const auto payload = [&bare] { return bare.payload(); };
    bare.editor("lead")->setValue(Value("csgl"));
    EXPECT_EQ(departsFrom(payload(), suggestPayload(OperationKind::Dispatch, detail, *desk.rules, about.session.actor, {}, desk.clock.now()), *desk.rules), UnitId::literal("hws"));
}

TEST_F(Forms, a_direct_answer_is_for_inquiries_suggestions_and_praise_only)
{
    OperationForm form(context(OperationKind::Answer), nullptr);
    for (const char* demand : {"help", "complaint", "tipOff"}) {
        form.editor("demandType")->setValue(Value(demand));
        EXPECT_FALSE(form.editor("demandType")->value()) << demand;
    }
    form.editor("demandType")->setValue(Value("consult"));
    EXPECT_TRUE(form.editor("demandType")->value());
}

TEST_F(Forms, handling_on_the_spot_asks_nothing_the_case_knows)
{
    OperationForm form(context(OperationKind::SelfHandle), nullptr);
    form.show();
    for (const char* known : {"source", "title", "text", "address"})
        EXPECT_FALSE(form.editor(known)->isVisible()) << known;
    EXPECT_TRUE(form.editor("evidence")->isVisible());
}

TEST_F(Forms, danger_is_never_offered_as_a_reason_to_reject)
{
    OperationForm form(context(OperationKind::Reject), nullptr);
    form.editor("code")->setValue(Value("danger"));
    EXPECT_FALSE(form.editor("code")->value());
}

TEST(PairDrafts, both_cases_of_a_merge_carry_the_same_pair_and_opposite_sides)
{
    const auto drafts = draftsOf(CaseId::literal("here"), OperationKind::Merge, payload({{"side", "kept"}, {"other", "there"}, {"reason", "same"}}), instantFromMs(1773108000000));
    ASSERT_EQ(drafts.size(), 2u);
    EXPECT_EQ(drafts[0].pairId, drafts[1].pairId);
    EXPECT_FALSE(drafts[0].pairId.empty());
    EXPECT_EQ(drafts[1].caseId, CaseId::literal("there"));
    EXPECT_EQ(drafts[1].payload.textOr("side"), "absorbed");
    EXPECT_EQ(drafts[1].payload.textOr("other"), "here");
}

TEST(PairDrafts, a_split_names_its_new_case)
{
    const auto drafts = draftsOf(CaseId::literal("here"), OperationKind::Split, payload({{"text", "the other half"}, {"reason", "two matters"}}), instantFromMs(1773108000000));
    ASSERT_EQ(drafts.size(), 2u);
    EXPECT_EQ(drafts[0].payload.textOr("side"), "original");
    EXPECT_EQ(drafts[0].payload.textOr("other"), drafts[1].caseId->text());
    EXPECT_EQ(drafts[1].caseId->text().size(), 36u);
    EXPECT_EQ(drafts[1].payload.textOr("side"), "new");
}

TEST(DraftJson, gives_back_what_it_wrote_and_refuses_anything_else)
{
    const auto value = payload({{"words", "引号 \" 和\n换行"}, {"pass", true}, {"n", std::int64_t{9007199254740991}}, {"units", Value::List{"a", "b"}}});
    EXPECT_TRUE(fromDraftJson(toDraftJson(value)) == value);
    for (const char* bad : {"", "[]", "7", "{", "{\"a\":", "null", "\xff\xfe"})
        EXPECT_FALSE(fromDraftJson(bad)) << bad;
}

TEST(SegmentsOfAForm, digits_choose_and_pressing_again_lets_go)
{
    Segments segments;
    segments.setItems({{QStringLiteral("a"), QStringLiteral("A")}, {QStringLiteral("b"), QStringLiteral("B")}});
    segments.show();
    QTest::keyClick(segments.button(QStringLiteral("a")), Qt::Key_2);
    EXPECT_EQ(segments.value(), QStringLiteral("b"));
    QTest::mouseClick(segments.button(QStringLiteral("b")), Qt::LeftButton);
    EXPECT_TRUE(segments.value().isEmpty());
}

} // namespace
