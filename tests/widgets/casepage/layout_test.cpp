// SPDX-License-Identifier: GPL-3.0-or-later
// The case page where there is little room, and on paper.
#include "story.h"
#include "tests/support/fakewords.h"
#include "widgets/casepage/actionbar.h"
#include "widgets/casepage/casehead.h"
#include "widgets/casepage/casetabs.h"
#include "widgets/casepage/sheetprinter.h"
#include "widgets/casepage/sheettext.h"
#include "widgets/casepage/stagestrip.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::fake;

namespace {

class SmallCasePage : public testing::Test {
protected:
    LiveDesk desk;
    PlainWords words;
    void SetUp() override { words.rules = desk.rules; }
    CaseDetail story(Until until, const char* post)
    {
        tell(desk, until);
        desk.sessionOf(post);
        desk.refresh(storyCase);
        return desk.detailOf(storyCase);
    }
};

std::vector<QPushButton*> shownActions(const QWidget& bar)
{
    std::vector<QPushButton*> shown;
    for (auto* button : bar.findChildren<QPushButton*>())
        if (button->isVisible() && button->objectName().startsWith(QLatin1String("action_")))
            shown.push_back(button);
    return shown;
}

TEST_F(SmallCasePage, actions_stay_in_one_row_and_the_keys_work_for_what_does_not_fit)
{
    ActionsModel model(words);
    ActionBar bar(model, nullptr);
    model.setDetail(story(Until::Filed, "centre.di"));
    ASSERT_GT(model.allowedCount(), 3);
    bar.resize(2000, 60);
    bar.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&bar));
    const auto wide = shownActions(bar).size();
    bar.resize(300, 60);
    const auto narrow = shownActions(bar);
    ASSERT_GE(narrow.size(), 1u);
    EXPECT_LT(narrow.size(), wide);
    for (const auto* button : narrow) {
        EXPECT_EQ(button->y(), narrow.front()->y());
        EXPECT_LE(button->geometry().right(), button->parentWidget()->width());
    }
    const QSignalSpy wanted(&bar, &ActionBar::wanted);
    const int last = std::min(model.allowedCount(), 9);
    QTest::keyClick(&bar, static_cast<Qt::Key>(Qt::Key_0 + last), Qt::AltModifier);
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.front().front().value<OperationKind>(), model.rows()[static_cast<std::size_t>(last - 1)].kind);
}

TEST_F(SmallCasePage, a_case_that_left_its_way_says_so_on_a_line_of_its_own)
{
    ThemeKeeper theme;
    StageStrip strip(words, theme, nullptr);
    auto c = story(Until::Reported, "centre.op").state;
    strip.showCase(c, false);
    const int usual = strip.sizeHint().height();
    c.stage = Stage::Answered;
    strip.showCase(c, false);
    EXPECT_GT(strip.sizeHint().height(), usual);
    EXPECT_TRUE(strip.accessibleDescription().contains(words.stage(Stage::Answered)));
}

TEST_F(SmallCasePage, the_head_says_what_is_true_after_the_call_and_which_clock_it_shows)
{
    ThemeKeeper theme;
    CaseHead head(words, theme, nullptr);
    const auto shows = [&head](const QString& text) {
        return std::ranges::any_of(head.findChildren<QLabel*>(), [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
    };
    auto detail = story(Until::Handling, "centre.sl");
    head.resize(440, 200);
    head.show();
    head.showDetail(detail, desk.clock.now());
    EXPECT_TRUE(shows(words.clock(ClockKind::CaseLimit))) << "the time left is named";
    EXPECT_TRUE(shows(QStringLiteral("Held by")));
    head.setBrief(true);
    EXPECT_FALSE(shows(QStringLiteral("Held by")));
    head.setBrief(false);
    detail.row.stage = detail.state.stage = Stage::Checking;
    head.showDetail(detail, desk.clock.now());
    EXPECT_TRUE(shows(QStringLiteral("With the command centre for the check")));
    detail.row.stage = detail.state.stage = Stage::Closed;
    detail.row.marks = 0;
    detail.state.reporters.front().callbackWanted = detail.state.callbackDone = true;
    head.showDetail(detail, desk.clock.now());
    EXPECT_TRUE(shows(QStringLiteral("To archive")));
    EXPECT_TRUE(shows(QStringLiteral("Handled by")));
    EXPECT_FALSE(shows(QStringLiteral("called back")));
    detail.row.stage = detail.state.stage = Stage::Handling;
    detail.row.mark(CaseMark::Returned);
    detail.row.mark(CaseMark::ReturnAsked);
    head.showDetail(detail, desk.clock.now());
    EXPECT_TRUE(shows(words.mark(CaseMark::ReturnAsked)));
    const auto labels = head.findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::none_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text() == words.mark(CaseMark::Returned); }));
}

TEST(CaseTabNames, give_way_before_they_are_cut)
{
    CaseTabs tabs(nullptr);
    for (int i = 0; i < 4; ++i)
        tabs.addTab(new QWidget, QString());
    tabs.setNames({{QStringLiteral("The whole history"), QStringLiteral("History")},
                   {QStringLiteral("Assignments of all"), QStringLiteral("Units"), 3},
                   {QStringLiteral("Nobody asked"), QStringLiteral("None"), 0, false},
                   {QStringLiteral("Cases nearby and repeats"), QStringLiteral("Nearby")}});
    tabs.resize(1200, 200);
    tabs.show();
    EXPECT_EQ(tabs.tabText(0), QStringLiteral("The whole history"));
    EXPECT_EQ(tabs.tabText(1), QStringLiteral("Assignments of all 3"));
    EXPECT_FALSE(tabs.isTabVisible(2));
    tabs.resize(tabs.tabBar()->sizeHint().width() - 60, 200);
    EXPECT_EQ(tabs.tabText(0), QStringLiteral("The whole history"));
    EXPECT_EQ(tabs.tabText(3), QStringLiteral("Nearby"));
    EXPECT_LE(tabs.tabBar()->sizeHint().width(), tabs.width());
    tabs.resize(1200, 200);
    EXPECT_EQ(tabs.tabText(3), QStringLiteral("Cases nearby and repeats"));
}

TEST_F(SmallCasePage, its_sheet_tells_the_whole_case_and_shows_what_people_wrote_as_it_is)
{
    auto detail = story(Until::Checked, "centre.sl");
    detail.row.title = "<b>bold</b> & co";
    TimelineModel timeline(words);
    AssignmentModel assignments(words);
    ClockModel clocks(words);
    timeline.setDetail(detail, desk.clock.now());
    assignments.setDetail(detail, desk.clock.now());
    clocks.setDetail(detail, desk.clock.now());
    const auto html = sheets::caseSheet({.detail = detail, .rules = desk.rules.get(), .words = words, .timeline = timeline, .assignments = assignments, .clocks = clocks, .now = desk.clock.now()});
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; co")));
    EXPECT_TRUE(html.contains(QStringLiteral("墙根仍有残留，未冲洗。")));
    EXPECT_FALSE(html.contains(QStringLiteral("13800000000")));
    EXPECT_TRUE(sheets::clock(clocks, 99).isEmpty());
    EXPECT_TRUE(sheets::clock(clocks, 0).contains(clocks.index(0, ClockModel::CountedColumn).data().toString().toHtmlEscaped()));

    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("case.pdf"));
    ASSERT_TRUE(writePdf(path, QStringLiteral("case"), html));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.read(5) == "%PDF-");
    EXPECT_GT(file.size(), 5000);
}

TEST(CaseSheets, a_place_that_cannot_be_written_to_is_said)
{
    const QTemporaryDir folder;
    const auto written = writePdf(folder.filePath(QStringLiteral("no/such/folder/case.pdf")), QStringLiteral("case"), QStringLiteral("x"));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::FileNotWritable);
}

} // namespace
