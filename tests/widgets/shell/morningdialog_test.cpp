// SPDX-License-Identifier: GPL-3.0-or-later
// The morning count as somebody uses it before the shift talks: F10, arrows, Enter.
#include "widgets/shell/mainwindow.h"
#include "widgets/shell/morningdialog.h"

#include "models/views/tables/casetablemodel.h"
#include "tests/support/fakecases.h"
#include "tests/support/livedesk.h"
#include "widgets/screenwords.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace griddesk;

namespace {

class MorningCount : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    ScreenWords words{desk.clock};
    ThemeKeeper themes;
    ActionRegistry actions;
    std::unique_ptr<MainWindow> window;

    void open(Session session = fake::sessionOf())
    {
        words.setRules(session.rules);
        window = std::make_unique<MainWindow>(desk.desk(), words, themes, actions, session);
        window->resize(1600, 900);
        window->setCasePage(new QLabel);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        press();
    }
    void press()
    {
        window->activateWindow(); // a dialog that has just closed gives it back a moment later
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        QTest::keyClick(window.get(), Qt::Key_F10);
        ASSERT_TRUE(eventually([this] { return dialog() != nullptr && dialog()->isActiveWindow() && numbers().hasFocus(); }));
    }
    [[nodiscard]] MorningDialog* dialog() const { return window->findChild<MorningDialog*>(); }
    template <typename T>
    [[nodiscard]] T& part(const char* name) const
    {
        return *dialog()->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QTableView& numbers() const { return part<QTableView>("morningTable"); }
    [[nodiscard]] MorningModel& model() const { return static_cast<MorningModel&>(*numbers().model()); }
    [[nodiscard]] CaseTableModel& cases() const { return static_cast<CaseTableModel&>(*window->findChild<QTableView*>(QStringLiteral("caseTable"))->model()); }
    static bool eventually(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 5000); }
};

} // namespace

TEST_F(MorningCount, OneKeyShowsItAndEnterOnANumberOpensItsCases)
{
    fake::fill(desk, 300);
    ASSERT_NO_FATAL_FAILURE(open());
    EXPECT_EQ(model().total(), 300) << "these rules have no calendar, so nothing bounds the days";
    QModelIndex found;
    for (int row = 0; row < model().rowCount() - 1; ++row)
        for (int column = 1; column < model().columnCount() - 1; ++column)
            if (!found.isValid() && model().index(row, column).data(MorningModel::CountRole).toInt() > 3)
                found = model().index(row, column);
    ASSERT_TRUE(found.isValid());
    const int count = found.data(MorningModel::CountRole).toInt();
    const auto filter = model().filterAt(found);
    numbers().setCurrentIndex(found);
    QTest::keyClick(&numbers(), Qt::Key_Return);
    EXPECT_EQ(window->filter(), *filter);
    ASSERT_TRUE(eventually([&] { return cases().complete() && cases().filter() == *filter; }));
    EXPECT_EQ(cases().rowCount(), count);
    EXPECT_TRUE(eventually([this] { return dialog() == nullptr; }));
    EXPECT_TRUE(window->findChild<QPushButton*>(QStringLiteral("filterBound"))->text().contains(words.stage(*filter->stage))) << "the table says what narrows it";
}

TEST_F(MorningCount, ACaseWithoutSourceAndCommunityIsCountedAndFound)
{
    auto row = fake::caseRow(1, desk.clock.at);
    row.source.clear();
    row.community.reset();
    desk.queries.cases.emplace(1, row);
    auto foreign = fake::caseRow(2, desk.clock.at);
    foreign.source = "from another program"; // no choice of the filter row
    desk.queries.cases.emplace(2, foreign);
    ASSERT_NO_FATAL_FAILURE(open());
    part<QCheckBox>("morningGrouped").setChecked(true);
    ASSERT_EQ(model().rowCount(), 5) << model().plainText().toStdString();
    for (const int line : {1, 3}) {
        if (dialog() == nullptr) {
            ASSERT_NO_FATAL_FAILURE(press());
        }
        numbers().setCurrentIndex(model().index(line, model().columnCount() - 1));
        QTest::keyClick(&numbers(), Qt::Key_Return);
        ASSERT_TRUE(eventually([&] { return cases().complete() && cases().rowCount() == 1; })) << line;
        ASSERT_TRUE(eventually([this] { return dialog() == nullptr; }));
    }
}

TEST_F(MorningCount, SourceAndGroupingAreChosenAndStandWhenItIsOpenedAgain)
{
    fake::fill(desk, 300);
    ASSERT_NO_FATAL_FAILURE(open());
    auto& source = part<QComboBox>("morningSource");
    const int patrol = source.findData(QStringLiteral("patrol"));
    ASSERT_GT(patrol, 0);
    source.setCurrentIndex(patrol);
    EXPECT_EQ(model().total(), 60) << "every fifth case";
    part<QCheckBox>("morningGrouped").setChecked(true);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    ASSERT_TRUE(eventually([this] { return dialog() == nullptr; }));
    ASSERT_NO_FATAL_FAILURE(press());
    EXPECT_EQ(part<QComboBox>("morningSource").currentData().toString(), QStringLiteral("patrol"));
    EXPECT_TRUE(part<QCheckBox>("morningGrouped").isChecked());
    EXPECT_EQ(model().total(), 60);
    part<QComboBox>("morningSource").setCurrentIndex(0);
    EXPECT_EQ(model().total(), 300);
}

TEST_F(MorningCount, TheDaysBeginAtMidnightOfTheDistrict)
{
    const auto at = [](const char* text) { return *parseInstant(text); };
    int n = 0;
    for (const auto* reported : {"2026-03-08T15:59:59Z", "2026-03-08T16:00:00Z", "2026-03-09T15:59:59Z", "2026-03-09T16:00:00Z"}) {
        auto row = fake::caseRow(++n, desk.clock.at);
        row.reportedAt = at(reported);
        desk.queries.cases.emplace(n, row);
    }
    auto session = fake::sessionOf();
    session.rules = fake::demoRules();
    ASSERT_NO_FATAL_FAILURE(open(session));
    EXPECT_EQ(model().total(), 3) << "yesterday and today in Shanghai";
    part<QComboBox>("morningPeriod").setCurrentIndex(1);
    EXPECT_EQ(model().total(), 1) << "today";
    part<QComboBox>("morningPeriod").setCurrentIndex(4);
    EXPECT_EQ(model().total(), 4);
}

TEST_F(MorningCount, AnAnswerThatComesLateDoesNotReplaceTheNewerOne)
{
    fake::fill(desk, 20);
    auto session = fake::sessionOf();
    session.rules = fake::demoRules();
    ASSERT_NO_FATAL_FAILURE(open(session));
    desk.queries.gate.held = true;
    part<QComboBox>("morningPeriod").setCurrentIndex(4);
    desk.queries.cases.clear();
    part<QComboBox>("morningPeriod").setCurrentIndex(1);
    ASSERT_EQ(desk.queries.gate.waiting(), 2U);
    desk.queries.gate.answerBackwards();
    EXPECT_EQ(model().total(), 0) << "what was asked last";
}

TEST_F(MorningCount, ItSaysHowOldTheNumbersAreAndWhenCasesChanged)
{
    fake::fill(desk, 20);
    ASSERT_NO_FATAL_FAILURE(open());
    const auto now = part<QLabel>("morningAge").text();
    EXPECT_FALSE(now.isEmpty());
    desk.clock.at += std::chrono::minutes(12);
    desk.put(21, fake::caseRow(21, desk.clock.at));
    const auto old = part<QLabel>("morningAge").text();
    EXPECT_TRUE(old.contains(words.remaining(std::chrono::minutes(12)))) << old.toStdString();
    EXPECT_EQ(model().total(), 20) << "numbers do not change under the reader's eyes";
    QTest::keyClick(dialog(), Qt::Key_F5);
    EXPECT_EQ(model().total(), 21);
    EXPECT_EQ(part<QLabel>("morningAge").text(), now);
}

TEST_F(MorningCount, AFailedCountIsSaid)
{
    desk.queries.error = Error{ErrorCode::Database, "locked", {}};
    ASSERT_NO_FATAL_FAILURE(open());
    bool said = false;
    for (const auto* label : dialog()->findChildren<QLabel*>())
        said = said || label->text() == words.error(*desk.queries.error);
    EXPECT_TRUE(said);
    EXPECT_FALSE(part<QPushButton>("morningCopy").isEnabled());
    EXPECT_FALSE(part<QPushButton>("morningCsv").isEnabled());
}

TEST_F(MorningCount, ItIsCopiedAsTextAndSavedAsCsv)
{
    fake::fill(desk, 50);
    ASSERT_NO_FATAL_FAILURE(open());
    QTest::keyClick(dialog(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), model().plainText());
    const QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("count.csv")), suggested;
    dialog()->setSavePathPicker([&](QWidget*, const QString& name, const std::function<void(const QString&)>& chosen) {
        suggested = name;
        chosen(path);
    });
    int failures = 0;
    QObject::connect(dialog(), &MorningDialog::failed, window.get(), [&] { ++failures; });
    QTest::mouseClick(&part<QPushButton>("morningCsv"), Qt::LeftButton);
    EXPECT_TRUE(suggested.endsWith(QLatin1String("2026-03-10.csv"))) << suggested.toStdString();
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArrayLiteral("\xEF\xBB\xBF") + model().csv().toUtf8());
    EXPECT_EQ(failures, 0);
    path = folder.filePath(QStringLiteral("nowhere/count.csv"));
    QTest::mouseClick(&part<QPushButton>("morningCsv"), Qt::LeftButton);
    EXPECT_EQ(failures, 1);
}
