// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/intake/intakepage.h"

#include "widgets/forms/searchpick.h"
#include "widgets/screenwords.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

class Intake : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    Session session = fake::sessionOf();
    std::unique_ptr<IntakePage> page;

    void SetUp() override
    {
        auto rules = std::make_shared<Rules>(*fake::smallDistrict());
        rules->categories.at(CategoryId::literal("0201")).standards.push_back({.id = StandardId::literal("0201-1"), .filing = "街面有暴露垃圾", .closing = "清理干净", .limits = {}});
        session.rules = rules;
        words.setRules(rules);
        desk.places.names.push_back({.name = "枫津路128号", .detail = "枫津社区", .place = GeoPoint{1214700000, 312300000}});
        desk.places.areas = [](GeoPoint) {
            return PlaceAreas{.cell = AreaCode::literal("990101001001001"), .grid = AreaCode::literal("G101"), .community = AreaCode::literal("990101001001"), .subdistrict = AreaCode::literal("990101001")};
        };
        make();
    }
    void make()
    {
        page = std::make_unique<IntakePage>(desk.desk(), words, themes);
        page->duplicates().setDelay(Milliseconds(0));
        page->history().setDelay(Milliseconds(0));
        page->resize(1280, 800);
        page->setSession(session);
        page->show();
        page->startTyping();
        QCoreApplication::processEvents();
    }
    template <typename Widget>
    Widget* child(const char* name) { return page->findChild<Widget*>(QLatin1String(name)); }
    void typeGarbageCase()
    {
        QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "rubbish on the pavement");
        auto* category = child<SearchPick>("intakeCategory");
        category->setFocus();
        QTest::keyClicks(category, "bllj");
        QTest::keyClick(category, Qt::Key_Return);
        auto* address = child<SearchPick>("intakeAddress");
        address->setFocus();
        address->setText(QStringLiteral("枫津路"));
        Q_EMIT address->textEdited(address->text());
        QTest::keyClick(address, Qt::Key_Return);
    }
    /// Saves and gives what the report became, once its number is said.
    std::vector<OperationId> saveAndListen()
    {
        std::vector<OperationId> operations;
        const auto listening = QObject::connect(page.get(), &IntakePage::submitted, page.get(), [&](const SubmitAnswer& answer) { operations = answer.operations; });
        page->save(false);
        EXPECT_TRUE(QTest::qWaitFor([&] { return !operations.empty(); }));
        QObject::disconnect(listening);
        QCoreApplication::processEvents();
        return operations;
    }
    bool saved(std::size_t operations) { return QTest::qWaitFor([&] { return desk.commands.submitted.size() == operations; }); }
};

} // namespace

TEST_F(Intake, TextAndAddressSaveACriticalCaseByKeysAlone)
{
    QSignalSpy submitted(page.get(), &IntakePage::submitted);
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "fire in the yard");
    QTest::keyClick(page.get(), Qt::Key_F12);
    QTest::keyClick(child<QPlainTextEdit>("intakeText"), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(saved(1));
    const auto& draft = desk.commands.submitted.front();
    EXPECT_EQ(draft.kind, OperationKind::Report);
    EXPECT_EQ(draft.payload.textOr("urgency"), "critical");
    EXPECT_EQ(draft.payload.textOr("text"), "fire in the yard");
    EXPECT_TRUE(QTest::qWaitFor([&] { return submitted.count() == 1; }));
    EXPECT_TRUE(page->form().empty());
}

TEST_F(Intake, WhatIsMissingIsSaidAndNothingIsSaved)
{
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "a lamp is out");
    page->save(false);
    QCoreApplication::processEvents();
    EXPECT_TRUE(desk.commands.submitted.empty());
    EXPECT_TRUE(child<SearchPick>("intakeAddress")->property("invalid").toBool());
    EXPECT_TRUE(child<QLabel>("intakeNotice")->text().contains(QStringLiteral("an address or a place")));
}

TEST_F(Intake, PlaceAndCategoryShowAreasAndTheSuggestedUnitAtOnce)
{
    typeGarbageCase();
    EXPECT_EQ(page->form().category, CategoryId::literal("0201"));
    EXPECT_EQ(page->form().area, AreaCode::literal("990101001001001"));
    EXPECT_TRUE(child<QLabel>("intakeAreas")->text().contains(QStringLiteral("枫津社区")));
    EXPECT_TRUE(child<QLabel>("intakeUnit")->text().contains(QStringLiteral("市容科")));
    EXPECT_TRUE(child<QLabel>("intakeReason")->text().contains(QStringLiteral("4.2")));
}

TEST_F(Intake, OneKeySavesAcceptsFilesAndDispatchesAsSuggested)
{
    typeGarbageCase();
    QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    ASSERT_TRUE(saved(4));
    const auto& all = desk.commands.submitted;
    EXPECT_EQ(all[1].kind, OperationKind::Accept);
    EXPECT_EQ(all[2].payload.textOr("standard"), "0201-1");
    EXPECT_EQ(all[3].payload.textOr("lead"), "city");
    EXPECT_EQ(all[3].payload.textOr("basis"), "statutory");
    EXPECT_EQ(all[3].caseId, all[1].caseId);
}

TEST_F(Intake, ARefusedReportStaysInTheForm)
{
    desk.commands.rule = [](const OperationDraft&) { return std::optional{Refusal{.rule = RefusalRule::PostNotHeld, .missing = {}, .whoCan = {}, .detail = {}}}; };
    typeGarbageCase();
    page->save(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return child<QLabel>("intakeNotice")->text().contains(QStringLiteral("Not saved")); }));
    EXPECT_FALSE(page->form().empty());
}

TEST_F(Intake, FollowingACandidateJoinsItAndMakesNoCase)
{
    desk.queries.cases.emplace(1, fake::caseRow(1, desk.clock.at));
    desk.queries.duplicateAnswer.push_back({.key = 1, .row = desk.queries.cases.at(1), .metres = 12, .age = std::chrono::minutes(9), .sameCategory = true, .textLikeness = 60, .score = 80});
    typeGarbageCase();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->duplicates().rowCount() == 1; }));
    QTest::keyClick(page.get(), Qt::Key_J, Qt::ControlModifier);
    ASSERT_TRUE(saved(1));
    EXPECT_EQ(desk.commands.submitted[0].kind, OperationKind::FollowUp);
    EXPECT_EQ(desk.commands.submitted[0].caseId, desk.queries.cases.at(1).id);
    EXPECT_EQ(desk.commands.submitted[0].payload.textOr("kind"), "join");
}

TEST_F(Intake, MergingSavesTheReportAndAPairOfOneName)
{
    desk.queries.duplicateAnswer.push_back({.key = 1, .row = fake::caseRow(1, desk.clock.at), .metres = 12, .age = {}, .sameCategory = true, .textLikeness = 60, .score = 80});
    typeGarbageCase();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->duplicates().rowCount() == 1; }));
    QTest::keyClick(page.get(), Qt::Key_M, Qt::ControlModifier);
    ASSERT_TRUE(saved(3));
    const auto& all = desk.commands.submitted;
    EXPECT_EQ(all[1].payload.textOr("side"), "kept");
    EXPECT_EQ(all[2].payload.textOr("side"), "absorbed");
    EXPECT_EQ(all[1].payload.textOr("other"), all[2].caseId->text());
    EXPECT_EQ(all[2].payload.textOr("other"), all[1].caseId->text());
    EXPECT_EQ(all[1].pairId, all[2].pairId);
    EXPECT_FALSE(all[1].pairId.empty());
}

TEST_F(Intake, ThreeSimilarReportsPinAStripThatAttachesTheCaller)
{
    for (int n = 1; n <= 3; ++n) {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = Stage::Reported;
        row.category = CategoryId::literal("0201");
        row.place = GeoPoint{1214700000 + n, 312300000};
        row.reportedAt = desk.clock.at - std::chrono::minutes(10 - n);
        row.mark(CaseMark::Hot);
        desk.put(n, row);
    }
    auto* strip = child<QWidget>("intakeHot");
    ASSERT_TRUE(QTest::qWaitFor([&] { return strip->isVisible(); }));
    QTest::keyClick(page.get(), Qt::Key_H, Qt::ControlModifier);
    ASSERT_TRUE(saved(1));
    EXPECT_EQ(desk.commands.submitted[0].caseId, desk.queries.cases.at(1).id); // the earliest
}

TEST_F(Intake, APastedOrderFillsTheForm)
{
    page->pasteOrder(QStringLiteral("工单编号：SH77\n来电人：王先生\n联系电话：13800001234\n诉求内容：门前垃圾无人清理\n分类：暴露垃圾\n地址：枫津路128号"));
    EXPECT_EQ(page->form().orderNumber, "SH77");
    EXPECT_EQ(page->form().person.phone, "13800001234");
    EXPECT_TRUE(page->form().place);
    EXPECT_EQ(child<QLineEdit>("intakeOrderNumber")->text(), QStringLiteral("SH77"));
    EXPECT_EQ(child<QPlainTextEdit>("intakeText")->toPlainText(), QStringLiteral("门前垃圾无人清理"));
    page->pasteOrder({});
    EXPECT_EQ(page->form().orderNumber, "SH77");
}

TEST_F(Intake, ADraftOutlivesTheProgramAndComesBackFromTheList)
{
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "half a sentence");
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.drafts.values.size() == 1; }));
    page.reset(); // the program went down
    desk.clock.at += std::chrono::seconds(5);
    make();
    auto* drafts = child<QPushButton>("intakeDrafts");
    ASSERT_TRUE(QTest::qWaitFor([&] { return drafts->isVisible(); }));
    ASSERT_EQ(drafts->menu()->actions().size(), 1);
    drafts->menu()->actions().front()->trigger();
    EXPECT_EQ(page->form().text, "half a sentence");
    page->setForm({});
    EXPECT_TRUE(QTest::qWaitFor([&] { return desk.drafts.values.empty(); }));
}

TEST_F(Intake, WhatWasTakenBackIsInTheFormAgain)
{
    typeGarbageCase();
    const auto operations = saveAndListen();
    ASSERT_TRUE(page->form().empty());
    page->takenBack({OperationId::literal("somebody-elses")});
    EXPECT_TRUE(page->form().empty());
    page->takenBack(operations);
    EXPECT_EQ(page->form().text, "rubbish on the pavement");
}

TEST_F(Intake, WhatWasTakenBackIsUnfinishedWhenSomethingElseWasBegun)
{
    typeGarbageCase();
    const auto operations = saveAndListen();
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "another one");
    page->takenBack(operations);
    EXPECT_EQ(page->form().text, "another one");
    auto* drafts = child<QPushButton>("intakeDrafts");
    ASSERT_TRUE(QTest::qWaitFor([&] { return drafts->isVisible(); }));
    EXPECT_TRUE(drafts->menu()->actions().front()->text().contains(QStringLiteral("rubbish")));
}

TEST_F(Intake, WhatWasSavedIsSaidUntilSomebodyTypesComesBackOrSitsDown)
{
    auto* notice = child<QLabel>("intakeNotice");
    const auto saySaved = [&] {
        typeGarbageCase();
        saveAndListen();
        return notice->isVisible() && child<QPushButton>("intakeOpenSaved")->isVisible();
    };
    ASSERT_TRUE(saySaved());
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "x");
    EXPECT_FALSE(notice->isVisible());
    ASSERT_TRUE(saySaved());
    page->startTyping();
    EXPECT_FALSE(notice->isVisible());
    ASSERT_TRUE(saySaved());
    page->setSession(fake::sessionOf("zhouwei", "p-sl"));
    EXPECT_FALSE(notice->isVisible());
    EXPECT_FALSE(child<QPushButton>("intakeOpenSaved")->isVisible());
}

TEST_F(Intake, WhatOnePersonHasBegunIsNotInTheFormOfTheNext)
{
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "half a sentence");
    page->setSession(fake::sessionOf("zhouwei", "p-sl"));
    EXPECT_TRUE(page->form().empty());
    EXPECT_FALSE(child<QPushButton>("intakeDrafts")->isVisible());
    page->setSession(session);
    auto* drafts = child<QPushButton>("intakeDrafts");
    ASSERT_TRUE(QTest::qWaitFor([&] { return drafts->isVisible(); }));
    EXPECT_EQ(drafts->menu()->actions().front()->text(), QStringLiteral("half a sentence"));
}

TEST_F(Intake, AGridPostReportsFromItsRoundAndHasNoCallers)
{
    for (int n = 1; n <= 3; ++n) {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = Stage::Reported;
        row.category = CategoryId::literal("0201");
        row.place = GeoPoint{1214700000 + n, 312300000};
        row.reportedAt = desk.clock.at - std::chrono::minutes(10 - n);
        row.mark(CaseMark::Hot);
        desk.put(n, row);
    }
    auto* strip = child<QWidget>("intakeHot");
    ASSERT_TRUE(QTest::qWaitFor([&] { return strip->isVisible(); }));
    page->setSession(fake::sessionOf("qianjun", "p-gl"));
    EXPECT_EQ(page->form().source, "patrol");
    EXPECT_TRUE(page->form().demandType.empty());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !strip->isVisible(); }));
    EXPECT_FALSE(child<QPushButton>("intakeSaveDispatch")->isVisible()) << "a key that can do nothing is not offered";
}

TEST_F(Intake, TheButtonSaysHowFarItGoes)
{
    auto* button = child<QPushButton>("intakeSaveDispatch");
    auto operatorOnly = session;
    operatorOnly.actor.post = PostId::literal("p-op");
    page->setSession(operatorOnly);
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "rubbish");
    EXPECT_FALSE(button->isEnabled());
    EXPECT_FALSE(child<QLabel>("intakePlan")->text().contains(QStringLiteral("Ctrl+Shift+Enter")));
    child<QPlainTextEdit>("intakeText")->clear();
    typeGarbageCase();
    EXPECT_TRUE(button->isEnabled());
    EXPECT_TRUE(button->text().startsWith(QStringLiteral("Save, accept and file"))) << button->text().toStdString();
    page->setSession(session); // accepts and dispatches
    EXPECT_TRUE(button->text().startsWith(QStringLiteral("Save and dispatch")));
}

TEST_F(Intake, TheKeyThatAcceptsSavesNothingWhenItCannotAccept)
{
    QTest::keyClicks(child<QPlainTextEdit>("intakeText"), "rubbish");
    page->placePicked(GeoPoint{1214700000, 312300000});
    page->save(true);
    QCoreApplication::processEvents();
    EXPECT_TRUE(desk.commands.submitted.empty());
    EXPECT_TRUE(child<QLabel>("intakeNotice")->text().contains(QStringLiteral("a category is missing")));
}

TEST_F(Intake, ACategoryWithSeveralStandardsNamesAllTheirLimits)
{
    auto rules = std::make_shared<Rules>(*session.rules);
    auto& standards = rules->categories.at(CategoryId::literal("0201")).standards;
    standards.front().limits = {{.purpose = LimitPurpose::Restore, .urgency = {}, .limit = {LimitUnit::UrgentHours, 2}}};
    standards.push_back({.id = StandardId::literal("0201-2"), .filing = "大件垃圾", .closing = {}, .limits = {{.purpose = LimitPurpose::Restore, .urgency = {}, .limit = {LimitUnit::WorkingDaysWhole, 5}}}});
    session.rules = rules;
    words.setRules(rules);
    page->setSession(session);
    typeGarbageCase();
    const auto* standard = child<QLabel>("intakeStandard");
    EXPECT_TRUE(standard->text().contains(QStringLiteral("2 urgent hours / 5 working days"))) << standard->text().toStdString();
    EXPECT_TRUE(standard->toolTip().contains(QStringLiteral("大件垃圾")));
}

TEST_F(Intake, CardsShrinkInTheFrameInWhichTheirTextsGo)
{
    auto* card = child<QWidget>("intakeReason")->parentWidget()->parentWidget();
    QCoreApplication::processEvents();
    const int empty = card->height();
    typeGarbageCase();
    QCoreApplication::processEvents();
    ASSERT_GT(card->height(), empty);
    page->setForm({}); // no event is waited for
    EXPECT_EQ(card->height(), empty);
    EXPECT_EQ(child<QWidget>("intakeReason")->parentWidget()->y(), card->contentsRect().y() + card->layout()->contentsMargins().top());
}

TEST_F(Intake, BelowANarrowFormNothingTakesRoomThatHasNothingToSay)
{
    auto* form = child<QWidget>("intakeText");
    page->resize(700, 600);
    QCoreApplication::processEvents();
    auto* side = child<QWidget>("intakeDuplicates")->parentWidget()->parentWidget();
    EXPECT_FALSE(side->isVisible());
    EXPECT_TRUE(form->isVisible());
    desk.queries.duplicateAnswer.push_back({.key = 1, .row = fake::caseRow(1, desk.clock.at), .metres = 12, .age = {}, .sameCategory = true, .textLikeness = 60, .score = 80});
    typeGarbageCase();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->duplicates().rowCount() == 1; }));
    EXPECT_TRUE(side->isVisible());
    EXPECT_TRUE(child<QPushButton>("intakeFollow")->isVisible());
    EXPECT_FALSE(child<QWidget>("intakeHistory")->parentWidget()->isVisible());
    page->resize(1280, 800);
    EXPECT_TRUE(QTest::qWaitFor([&] { return child<QWidget>("intakeHistory")->parentWidget()->isVisible(); })) << "there is room for it";
}

TEST_F(Intake, AnswersAndPicksFromElsewhereNeverMoveTheFocus)
{
    auto* text = child<QPlainTextEdit>("intakeText");
    page->activateWindow();
    text->setFocus();
    desk.queries.duplicateAnswer.push_back({.key = 1, .row = fake::caseRow(1, desk.clock.at), .metres = 12, .age = {}, .sameCategory = true, .textLikeness = 60, .score = 80});
    QTest::keyClicks(text, "rubbish");
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->duplicates().rowCount() == 1; }));
    page->placePicked(GeoPoint{1214700000, 312300000});
    EXPECT_EQ(page->focusWidget(), text);
}

TEST_F(Intake, CoordinatesAreReadInTheirDatumAndBadOnesAreSaid)
{
    auto* edit = child<QLineEdit>("intakeCoordinates");
    QTest::keyClicks(edit, "121.47, 31.23");
    ASSERT_TRUE(page->form().place);
    EXPECT_EQ(page->form().place->lonE7, 1214700000);
    edit->clear();
    QTest::keyClicks(edit, "31.23 221.47");
    EXPECT_FALSE(page->form().place);
    EXPECT_TRUE(edit->property("invalid").toBool());
}
