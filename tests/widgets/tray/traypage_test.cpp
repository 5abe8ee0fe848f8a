// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tray/traypage.h"

#include "translations/languageswitch.h"
#include "widgets/forms/segments.h"
#include "widgets/screenwords.h"

#include "tests/support/fakecases.h"
#include "tests/support/faketray.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

class TrayPageTest : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    fake::FakeTray tray{desk.notifier};
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    std::unique_ptr<TrayPage> page;

    void SetUp() override
    {
        words.setRules(fake::smallDistrict());
        desk.commands.onSubmit = [this](const OperationDraft& draft, const CaseId&) {
            if (draft.replaces)
                tray.settle(*draft.replaces);
        };
    }
    TrayItem item(int n, OperationKind kind, Value payload, RefusalRule rule, bool possible)
    {
        auto row = fake::caseRow(n, desk.clock.at);
        row.number = "2026-990101001-" + std::to_string(100000 + n);
        TrayItem made{.operation = {.id = OperationId::literal("op-" + std::to_string(n)),
                                    .caseId = row.id,
                                    .kind = kind,
                                    .actor = {AccountId::literal("chenjing"), PostId::literal("p-op")},
                                    .rules = {},
                                    .payload = std::move(payload),
                                    .pairId = {}},
                      .savedAt = desk.clock.at - std::chrono::minutes(n),
                      .outcome = "conflict",
                      .reason = std::string(nameOf(rule)),
                      .refusal = Refusal{.rule = rule, .missing = {}, .whoCan = {}, .detail = "closed"},
                      .before = Stage::Filed,
                      .after = Stage::Dispatched,
                      .row = row,
                      .since = {},
                      .assignments = {},
                      .now = {}};
        if (!possible)
            made.now = made.refusal;
        made.since.push_back({.seq = 7,
                              .operation = {.id = OperationId::literal("since-" + std::to_string(n)),
                                            .caseId = row.id,
                                            .kind = OperationKind::Close,
                                            .actor = {AccountId::literal("zhouwei"), PostId::literal("p-sl")},
                                            .rules = {},
                                            .payload = {},
                                            .pairId = {}},
                              .effective = desk.clock.at - std::chrono::minutes(n - 1),
                              .outcome = "applied",
                              .reason = {},
                              .heldUntil = {},
                              .waiting = false});
        return made;
    }
    static Value said(const char* words)
    {
        Value payload;
        payload.set("words", words);
        return payload;
    }
    void open()
    {
        page = std::make_unique<TrayPage>(desk.desk(), tray, words, themes);
        new QAbstractItemModelTester(&page->model(), QAbstractItemModelTester::FailureReportingMode::Fatal, page.get());
        page->resize(1280, 720);
        page->show();
        page->activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(page.get()));
        page->setSession(fake::sessionOf());
        ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().rowCount() == static_cast<int>(tray.open.size()); }));
        list()->setFocus();
    }
    [[nodiscard]] QListView* list() { return page->findChild<QListView*>("trayList"); }
    [[nodiscard]] QPushButton* button(const char* name) { return page->findChild<QPushButton*>(QLatin1String(name)); }
    [[nodiscard]] QString text(const char* name) { return page->findChild<QLabel*>(QLatin1String(name))->text(); }
    void choose(int row) { list()->setCurrentIndex(page->model().index(row)); }
};

} // namespace

TEST_F(TrayPageTest, SaysWhyWhatItWouldHaveDoneAndWhereTheCaseStands)
{
    tray.open.push_back(item(3, OperationKind::Dispatch, said("请尽快"), RefusalRule::StageClosed, false));
    open();
    EXPECT_EQ(text("trayWhy"), words.refusal(*tray.open[0].refusal));
    EXPECT_TRUE(text("trayEffect").contains(words.stage(Stage::Dispatched)));
    EXPECT_TRUE(text("trayNow").contains(QString::fromStdString(tray.open[0].row->number)));
    EXPECT_TRUE(text("trayNow").contains(words.account(AccountId::literal("zhouwei")))) << "who was faster";
    EXPECT_FALSE(button("trayAgain")->isEnabled()) << "the rules refuse it still";
    EXPECT_TRUE(button("trayForm")->isEnabled());
    EXPECT_TRUE(button("trayNote")->isEnabled());
}

TEST_F(TrayPageTest, OneKeyDoesItAgainWhenTheRulesAllowIt)
{
    tray.open.push_back(item(3, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, true));
    open();
    QSignalSpy submitted(page.get(), &TrayPage::submitted);
    QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return submitted.count() == 1 && page->model().rowCount() == 0; }));
    ASSERT_EQ(desk.commands.submitted.size(), 1U);
    EXPECT_EQ(desk.commands.submitted[0].kind, OperationKind::Progress);
    EXPECT_EQ(desk.commands.submitted[0].payload, said("已到现场"));
    EXPECT_EQ(desk.commands.submitted[0].replaces, OperationId::literal("op-3"));
}

TEST_F(TrayPageTest, BothHalvesOfAPairGoTogether)
{
    for (const int n : {3, 4}) {
        tray.open.push_back(item(n, OperationKind::Link, said("同一件事"), RefusalRule::StageClosed, true));
        tray.open.back().operation.pairId = "pair";
    }
    open();
    QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.commands.submitted.size() == 2; }));
    EXPECT_EQ(desk.commands.submitted[0].pairId, desk.commands.submitted[1].pairId);
    EXPECT_NE(desk.commands.submitted[0].replaces, desk.commands.submitted[1].replaces);
}

TEST_F(TrayPageTest, HalfAPairIsNotDoneAgain)
{
    tray.open.push_back(item(3, OperationKind::Link, said("同一件事"), RefusalRule::StageClosed, true));
    tray.open.back().operation.pairId = "pair";
    open();
    EXPECT_FALSE(button("trayAgain")->isEnabled());
    EXPECT_FALSE(button("trayForm")->isEnabled());
    EXPECT_TRUE(button("trayWithdraw")->isEnabled());
}

TEST_F(TrayPageTest, ANoteKeepsWhatWasSaidAndItsPictures)
{
    auto payload = said("已到现场，拍了照片");
    Value file;
    file.set("sha256", std::string(64, 'b'));
    payload.set("evidence", Value::List{file});
    tray.open.push_back(item(3, OperationKind::Progress, payload, RefusalRule::StageClosed, false));
    open();
    QTest::keyClick(list(), Qt::Key_M, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.commands.submitted.size() == 2; }));
    const auto& note = desk.commands.submitted[0];
    EXPECT_EQ(note.kind, OperationKind::Comment);
    EXPECT_EQ(note.replaces, OperationId::literal("op-3"));
    EXPECT_NE(std::string(note.payload.textOr("words")).find("已到现场，拍了照片"), std::string::npos);
    EXPECT_EQ(desk.commands.submitted[1].kind, OperationKind::Attach);
    EXPECT_FALSE(desk.commands.submitted[1].replaces);
}

TEST_F(TrayPageTest, ALongNoteIsCutToWhatTheFormTakes)
{
    tray.open.push_back(item(3, OperationKind::Progress, said(QString(5000, QChar(0x5783)).toUtf8().constData()), RefusalRule::StageClosed, false));
    open();
    page->keepAsNote();
    ASSERT_TRUE(QTest::qWaitFor([&] { return desk.commands.submitted.size() == 1; }));
    EXPECT_LE(desk.commands.submitted[0].payload.textOr("words").size(), specOf(OperationKind::Comment).field("words")->limit());
}

TEST_F(TrayPageTest, ARefusalOfTheNewOneIsSaidAndNothingLeaves)
{
    tray.open.push_back(item(3, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, true));
    open();
    const Refusal refusal{.rule = RefusalRule::RoleMissing, .missing = {}, .whoCan = {}, .detail = {}};
    desk.commands.rule = [&](const OperationDraft&) { return std::optional(refusal); };
    page->doAgain();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !text("trayNotice").isEmpty(); }));
    EXPECT_EQ(text("trayNotice"), words.refusal(refusal));
    EXPECT_EQ(page->model().rowCount(), 1);
}

TEST_F(TrayPageTest, ManyAreWithdrawnAfterAPreviewAndAReason)
{
    for (int n = 1; n <= 4; ++n)
        tray.open.push_back(item(n, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, n % 2 == 0));
    open();
    list()->setCurrentIndex(page->model().index(0));
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_FALSE(button("trayAgain")->isEnabled()) << "several are chosen";
    QTest::keyClick(list(), Qt::Key_Delete);
    auto* go = button("withdrawGo");
    ASSERT_TRUE(go->isVisible());
    EXPECT_EQ(page->findChild<QListWidget*>("withdrawList")->count(), 3);
    EXPECT_FALSE(go->isEnabled()) << "a reason is needed";
    QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(tray.open.size(), 4U);
    auto* reason = page->findChild<QLineEdit*>("withdrawWords");
    QTest::keyClicks(reason, "done by a colleague");
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().rowCount() == 1; }));
    EXPECT_EQ(tray.done.size(), 3U);
    EXPECT_EQ(tray.done.front().words, "done by a colleague");
    EXPECT_FALSE(go->isVisible());
    EXPECT_TRUE(desk.commands.submitted.empty());
}

TEST_F(TrayPageTest, EscapeLeavesEverythingInTheTray)
{
    tray.open.push_back(item(1, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, true));
    open();
    QTest::keyClick(list(), Qt::Key_Delete);
    QTest::keyClick(page->findChild<QLineEdit*>("withdrawWords"), Qt::Key_Escape);
    EXPECT_FALSE(button("withdrawGo")->isVisible());
    EXPECT_EQ(tray.open.size(), 1U);
}

TEST_F(TrayPageTest, AFailedWithdrawalIsSaidInTheSheet)
{
    tray.open.push_back(item(1, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, true));
    open();
    tray.error = Error{ErrorCode::DiskFull, "no space", {}};
    page->withdraw();
    page->findChild<QLineEdit*>("withdrawWords")->setText("x");
    QTest::mouseClick(button("withdrawGo"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !text("withdrawProblem").isEmpty(); }));
    EXPECT_EQ(page->model().rowCount(), 1);
}

TEST_F(TrayPageTest, WhatWasWithdrawnIsPutBackFromTheSettledOnes)
{
    tray.open.push_back(item(1, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, true));
    open();
    page->withdraw();
    page->findChild<QLineEdit*>("withdrawWords")->setText("x");
    QTest::mouseClick(button("withdrawGo"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().rowCount() == 0; }));
    QTest::mouseClick(page->findChild<Segments*>("trayShown")->button("settled"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().rowCount() == 1 && button("trayPutBack")->isEnabled(); }));
    EXPECT_FALSE(button("trayAgain")->isVisible());
    QTest::mouseClick(button("trayPutBack"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().rowCount() == 0; }));
    EXPECT_EQ(tray.open.size(), 1U);
}

TEST_F(TrayPageTest, TheFormIsAskedForWithTheOperation)
{
    tray.open.push_back(item(1, OperationKind::Dispatch, said("请尽快"), RefusalRule::StageClosed, false));
    open();
    std::vector<OperationId> asked;
    QObject::connect(page.get(), &TrayPage::formRequested, page.get(), [&](const Operation& operation) { asked.push_back(operation.id); });
    QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(asked, std::vector{OperationId::literal("op-1")});
}

TEST_F(TrayPageTest, ANewRefusalDoesNotMoveWhatIsBeingLookedAt)
{
    for (int n = 1; n <= 3; ++n)
        tray.open.push_back(item(n, OperationKind::Progress, said("已到现场"), RefusalRule::StageClosed, true));
    open();
    choose(2);
    tray.open.insert(tray.open.begin(), item(9, OperationKind::Progress, said("新"), RefusalRule::StageClosed, true));
    Q_EMIT desk.notifier.outboxChanged(0, 4);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page->model().rowCount() == 4; }));
    EXPECT_EQ(page->model().rows()[static_cast<std::size_t>(list()->currentIndex().row())].id, "op-3");
}

class TrayPictures : public TrayPageTest, public ::testing::WithParamInterface<std::tuple<ThemeId, QSize, Language>> {};

TEST_P(TrayPictures, Draws)
{
    const auto [theme, size, language] = GetParam();
    themes.set(theme);
    LanguageSwitch languages;
    ASSERT_TRUE(languages.use(language));
    tray.open.push_back(item(3, OperationKind::Dispatch, said("道路中间井盖缺失，请市容科牵头尽快到场，设置围挡。"), RefusalRule::StageClosed, false));
    tray.open.push_back(item(4, OperationKind::Progress, said("已到现场，清运完毕。"), RefusalRule::AssignmentState, true));
    for (int n = 5; n <= 12; ++n)
        tray.open.push_back(item(n, n % 2 == 0 ? OperationKind::Accept : OperationKind::Urge, said("请核对"), RefusalRule::PostNotHeld, n % 3 == 0));
    open();
    page->resize(size);
    page->setAutoFillBackground(true);
    const auto look = [&](const char* name) {
        QCoreApplication::processEvents();
        const auto picture = page->grab();
        EXPECT_EQ(picture.size(), size);
        if (const auto folder = qEnvironmentVariable("GRIDDESK_PICTURES"); !folder.isEmpty()) {
            EXPECT_TRUE(picture.save(QStringLiteral("%1/%2_%3_%4_%5.png").arg(folder, QLatin1String(name), nameOf(theme), QLatin1String(language == Language::Chinese ? "zh" : "en")).arg(size.width())));
        }
    };
    look("tray");
    list()->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list()->selectAll();
    page->withdraw();
    look("withdraw");
    ASSERT_TRUE(languages.use(Language::English));
}

INSTANTIATE_TEST_SUITE_P(Themes, TrayPictures,
                         ::testing::Combine(::testing::Values(ThemeId::Light, ThemeId::Dark, ThemeId::Contrast), ::testing::Values(QSize(1320, 760), QSize(900, 560)),
                                            ::testing::Values(Language::Chinese, Language::English)));
