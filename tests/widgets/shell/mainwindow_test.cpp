// SPDX-License-Identifier: GPL-3.0-or-later
// The workplace driven as a person does: by keys and clicks.
#include "widgets/shell/mainwindow.h"

#include "models/views/tables/casetablemodel.h"
#include "tests/support/fakecases.h"
#include "models/views/tables/queuemodel.h"
#include "widgets/intake/intakepage.h"
#include "widgets/screenwords.h"
#include "widgets/shell/statusstrip.h"

#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

using namespace griddesk;

namespace {

/// What a signal carried; ids have no default, so QVariant::value() cannot give them.
template <typename T>
const T& in(const QVariant& value)
{
    return *static_cast<const T*>(value.constData());
}

class Workplace : public ::testing::Test {
protected:
    fake::FakeDesk desk;
    ScreenWords words{desk.clock};
    ThemeKeeper themes;
    ActionRegistry actions;
    std::unique_ptr<MainWindow> window;
    QTableView* table = nullptr;

    void SetUp() override
    {
        fake::fill(desk, 300);
        const auto session = fake::sessionOf();
        words.setRules(session.rules);
        themes.set(ThemeId::Light);
        window = std::make_unique<MainWindow>(desk.desk(), words, themes, actions, session);
        window->resize(1600, 900);
        window->setCasePage(new QLabel(QStringLiteral("case page")));
        window->setMapPage(new QLabel(QStringLiteral("map")));
        window->setBoardPage(new QLabel(QStringLiteral("board")));
        window->setIntakePage(new QLineEdit);
        window->show();
        ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
        table = part<QTableView>("caseTable");
        ASSERT_TRUE(eventually([this] { return table->model()->rowCount() > 0; }));
    }
    template <typename T>
    T* part(const char* name) const
    {
        return window->findChild<T*>(QLatin1String(name));
    }
    static bool eventually(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 5000); }
    void key(Qt::Key k, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : window.get(), k, held);
    }
    void type(const QString& text)
    {
        for (const auto c : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void clickRow(int row, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        const auto index = table->model()->index(row, CaseTableModel::TitleColumn);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, held, table->visualRect(index).center());
    }
};

} // namespace

TEST_F(Workplace, OpensOnTheOpenCases)
{
    EXPECT_EQ(window->queue(), Queue::Open);
    EXPECT_EQ(window->page(), MainWindow::Page::Cases);
    EXPECT_GT(table->model()->rowCount(), 200);
}

TEST_F(Workplace, AClickOnAQueueShowsItsCases)
{
    auto* list = part<QListView>("queueList");
    ASSERT_TRUE(eventually([&] { return list->model()->index(1, 0).data(QueueModel::CountRole).toInt() > 0; }));
    const auto index = list->model()->index(1, 0); // 待受理
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
    EXPECT_EQ(window->queue(), Queue::ToAccept);
    const int expected = index.data(QueueModel::CountRole).toInt();
    EXPECT_TRUE(eventually([&] { return table->model()->rowCount() == expected; }));
}

TEST_F(Workplace, EnterOpensTheCurrentCase)
{
    QSignalSpy opened(window.get(), &MainWindow::openCase);
    clickRow(2);
    opened.clear();
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return opened.size() >= 1; }));
    EXPECT_EQ(QString::fromStdString(in<CaseId>(opened.last().first()).text()), table->currentIndex().data(CaseTableModel::IdRole).toString());
}

TEST_F(Workplace, TheCasePageFollowsTheTableWhenTheKeysRest)
{
    clickRow(0);
    QSignalSpy opened(window.get(), &MainWindow::openCase);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(table, Qt::Key_Down);
    ASSERT_TRUE(eventually([&] { return !opened.isEmpty(); }));
    EXPECT_EQ(opened.size(), 1) << "only the case where the keys came to rest";
}

TEST_F(Workplace, SlashOpensTheCommandBarFromTheTableButNotFromAText)
{
    auto* bar = part<QLineEdit>("commandBar");
    auto* filter = part<QLineEdit>("filterText");
    filter->setFocus();
    type(QStringLiteral("/"));
    EXPECT_EQ(filter->text(), QStringLiteral("/"));
    EXPECT_FALSE(bar->hasFocus());
    filter->clear();
    table->setFocus();
    type(QStringLiteral("、"));
    EXPECT_TRUE(bar->hasFocus());
    EXPECT_EQ(bar->text(), QStringLiteral("/"));
    EXPECT_TRUE(part<QWidget>("commandPopup")->isVisible());
    QTest::keyClick(bar, Qt::Key_Escape);
    EXPECT_TRUE(table->hasFocus()) << "Escape gives the focus back";
    EXPECT_FALSE(part<QWidget>("commandPopup")->isVisible());
}

TEST_F(Workplace, ACommandDispatchesACaseAndOffersUndo)
{
    table->setFocus();
    key(Qt::Key_K, Qt::ControlModifier);
    auto* bar = part<QLineEdit>("commandBar");
    ASSERT_TRUE(bar->hasFocus());
    type(QStringLiteral("/派 案 B-0011 单位 市容科 依据 法定"));
    QTest::keyClick(bar, Qt::Key_Return);
    ASSERT_TRUE(eventually([&] { return desk.commands.submitted.size() == 1; }));
    const auto& draft = desk.commands.submitted.front();
    EXPECT_EQ(draft.kind, OperationKind::Dispatch);
    EXPECT_EQ(draft.caseId->text(), "case-000011");
    EXPECT_EQ(draft.payload.textOr("lead"), "city");
    EXPECT_EQ(draft.payload.textOr("basis"), "statutory");
    ASSERT_TRUE(eventually([&] { return part<QWidget>("undoBar")->isVisible(); }));
    EXPECT_TRUE(part<QPushButton>("undoButton")->text().contains(QStringLiteral("8")));
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(eventually([&] { return desk.commands.takenBack.size() == 1; }));
    EXPECT_TRUE(eventually([&] { return part<QLabel>("undoLabel")->text().contains(QStringLiteral("Taken back")); }));
    EXPECT_FALSE(part<QWidget>("undoButton")->isVisible());
}

TEST_F(Workplace, UndoGoesAwayWhenTheTimeIsOver)
{
    SubmitAnswer answer;
    answer.operations = {OperationId::literal("op")};
    answer.cases = {CaseId::literal("c")};
    answer.heldUntil = desk.clock.at + std::chrono::seconds(8);
    window->saved(QStringLiteral("File"), answer);
    ASSERT_TRUE(part<QWidget>("undoBar")->isVisible());
    QCoreApplication::processEvents();
    const auto undo = part<QWidget>("undoBar")->geometry();
    auto* strip = part<QWidget>("statusStrip");
    ASSERT_EQ(part<QWidget>("undoBar")->parentWidget(), strip) << "no page lies under it";
    EXPECT_TRUE(strip->rect().contains(undo));
    for (const auto* other : {"statusSync", "statusAge", "statusPerson", "statusLanguage", "statusTheme", "statusClock"})
        EXPECT_FALSE(part<QWidget>(other)->geometry().intersects(undo)) << other;
    desk.clock.at += std::chrono::seconds(9);
    EXPECT_TRUE(eventually([&] { return !part<QWidget>("undoBar")->isVisible(); }));
    EXPECT_FALSE(actions.action(QStringLiteral("edit.undo"))->isEnabled());
}

TEST_F(Workplace, WhatWasTakenBackIsSaidInTheStatusLineUntilSomebodyElseSitsDown)
{
    window->toast(ToastKind::Done, QStringLiteral("Taken back: File"));
    auto* bar = part<QWidget>("undoBar");
    EXPECT_TRUE(bar->isVisible());
    EXPECT_TRUE(part<QLabel>("undoLabel")->text().contains(QStringLiteral("Taken back: File")));
    EXPECT_FALSE(part<QPushButton>("undoButton")->isVisible());
    EXPECT_EQ(part<QWidget>("toast"), nullptr) << "it lies over no row";
    window->toast(ToastKind::Notice, QStringLiteral("empty"));
    window->toast(ToastKind::Trouble, QStringLiteral("broken"));
    window->setSession(fake::sessionOf("zhouwei", "p-sl"));
    EXPECT_FALSE(bar->isVisible());
    EXPECT_EQ(part<Toasts>("toasts")->shown(), QStringList{QStringLiteral("broken")}) << "trouble is everybody's";
}

TEST_F(Workplace, TheStatusLineSaysOfWhatItCounts)
{
    auto* strip = part<StatusStrip>("statusStrip");
    strip->setOutbox(5, 0);
    strip->setCasesWaiting(2);
    const auto text = part<QToolButton>("statusSync")->text();
    EXPECT_TRUE(text.contains(QStringLiteral("5 operation(s) of 2 case(s)"))) << text.toStdString();
    EXPECT_TRUE(part<QLabel>("statusClock")->text().contains(QStringLiteral("Tue 10 Mar 02:00"))) << part<QLabel>("statusClock")->text().toStdString();
}

TEST_F(Workplace, NoKeyOfTheIntakeFormIsAnActionOfTheWindow)
{
    ThemeKeeper keeper;
    auto* page = new IntakePage(desk.desk(), words, keeper);
    window->setIntakePage(page);
    int keys = 0;
    for (const auto* shortcut : page->findChildren<QShortcut*>()) {
        ++keys;
        for (const auto* spec : actions.specs())
            EXPECT_FALSE(actions.action(spec->id)->shortcuts().contains(shortcut->key()))
                << spec->id.toStdString() << ' ' << shortcut->key().toString().toStdString() << ": one press would mean two things";
    }
    EXPECT_GT(keys, 5);
}

TEST_F(Workplace, ARefusedCommandSaysWhyAndSavesNothing)
{
    desk.commands.rule = [](const auto&) { return Refusal{.rule = RefusalRule::StageClosed, .missing = {}, .whoCan = {}, .detail = {}}; };
    key(Qt::Key_K, Qt::ControlModifier);
    type(QStringLiteral("/dispatch case B-0011 unit 市容科"));
    QTest::keyClick(part<QLineEdit>("commandBar"), Qt::Key_Return);
    EXPECT_TRUE(eventually([&] { return part<QWidget>("toast") != nullptr; }));
    EXPECT_TRUE(desk.commands.submitted.empty());
}

TEST_F(Workplace, NumbersTypedIntoTheBarFindACase)
{
    QSignalSpy opened(window.get(), &MainWindow::openCase);
    key(Qt::Key_K, Qt::ControlModifier);
    type(QStringLiteral("SH12345-000123"));
    auto* list = part<QListWidget>("commandList");
    ASSERT_TRUE(eventually([&] { return list->count() == 1 && list->isVisible(); }));
    auto* bar = part<QLineEdit>("commandBar");
    QTest::keyClick(bar, Qt::Key_Down);
    QTest::keyClick(bar, Qt::Key_Return);
    ASSERT_FALSE(opened.isEmpty());
    EXPECT_EQ(in<CaseId>(opened.last().first()).text(), "case-000123");
}

TEST_F(Workplace, NewCasesWaitInABarUntilTheyAreAskedFor)
{
    auto* bar = part<QPushButton>("newRowsBar");
    const int before = table->model()->rowCount();
    auto row = fake::caseRow(1000, desk.clock.at);
    row.stage = Stage::Reported;
    desk.put(1000, row);
    ASSERT_TRUE(eventually([&] { return bar->isVisible(); }));
    EXPECT_EQ(table->model()->rowCount(), before);
    QTest::mouseClick(bar, Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return table->model()->rowCount() == before + 1; }));
    EXPECT_FALSE(bar->isVisible());
}

TEST_F(Workplace, TheViewKeepsItsPlaceWhenACaseAboveLeaves)
{
    table->scrollTo(table->model()->index(150, 0), QAbstractItemView::PositionAtTop);
    const auto top = table->rowAt(0);
    ASSERT_GT(top, 10);
    auto& model = static_cast<CaseTableModel&>(*table->model());
    const auto key = model.keyAt(top);
    desk.take(model.keyAt(3));
    const int before = model.rowCount();
    ASSERT_TRUE(eventually([&] { return model.rowCount() == before - 1; }));
    EXPECT_EQ(model.keyAt(table->rowAt(0)), key);
}

TEST_F(Workplace, ManyCasesAreCheckedBeforeTheyAreChanged)
{
    desk.commands.rule = [](const OperationDraft& draft) -> std::optional<Refusal> {
        if (draft.caseId->text().back() == '1')
            return Refusal{.rule = RefusalRule::StageClosed, .missing = {}, .whoCan = {}, .detail = {}};
        return std::nullopt;
    };
    clickRow(0);
    clickRow(9, Qt::ShiftModifier);
    ASSERT_TRUE(part<QWidget>("bulkBar")->isVisible());
    std::size_t refused = 0;
    for (int row = 0; row < 10; ++row)
        refused += table->model()->index(row, 0).data(CaseTableModel::IdRole).toString().endsWith(QLatin1Char('1')) ? 1 : 0;
    QTest::mouseClick(part<QPushButton>("bulk2"), Qt::LeftButton); // 催办
    auto* go = part<QPushButton>("bulkGo");
    ASSERT_NE(go, nullptr);
    ASSERT_TRUE(eventually([&] { return go->isEnabled(); }));
    const auto summary = part<QLabel>("bulkSummary")->text();
    EXPECT_TRUE(summary.contains(QString::number(10 - refused))) << summary.toStdString();
    QTest::mouseClick(go, Qt::LeftButton);
    ASSERT_TRUE(eventually([&] { return desk.commands.submitted.size() == 10 - refused; }));
    EXPECT_TRUE(eventually([&] { return part<QWidget>("undoBar")->isVisible(); }));
}

TEST_F(Workplace, FunctionKeysSwitchThePages)
{
    table->setFocus();
    key(Qt::Key_F6);
    EXPECT_EQ(window->page(), MainWindow::Page::Map);
    key(Qt::Key_F4);
    EXPECT_EQ(window->page(), MainWindow::Page::Board);
    QSignalSpy fresh(window.get(), &MainWindow::newCaseRequested);
    key(Qt::Key_F2);
    EXPECT_EQ(window->page(), MainWindow::Page::Intake);
    EXPECT_EQ(fresh.size(), 1);
    key(Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(window->page(), MainWindow::Page::Cases);
}

TEST_F(Workplace, ThePersonIsChangedByNameAndTheRolesAreShown)
{
    QSignalSpy asked(window.get(), &MainWindow::sessionChangeRequested);
    QTest::mouseClick(part<QToolButton>("statusPerson"), Qt::LeftButton);
    auto* search = part<QLineEdit>("accountSearch");
    ASSERT_TRUE(search->hasFocus());
    type(QStringLiteral("周伟"));
    QTest::keyClick(search, Qt::Key_Return);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(in<AccountId>(asked.first().at(0)).text(), "zhouwei");
    EXPECT_EQ(in<PostId>(asked.first().at(1)).text(), "p-sl");
}

TEST_F(Workplace, FiltersNarrowTheQueueAndAreCleared)
{
    const int all = table->model()->rowCount();
    auto* unit = part<QComboBox>("filterUnit");
    unit->setCurrentIndex(unit->findData(QStringLiteral("city")));
    ASSERT_TRUE(eventually([&] { return table->model()->rowCount() < all && table->model()->rowCount() > 0; }));
    QTest::mouseClick(part<QPushButton>("filterClear"), Qt::LeftButton);
    EXPECT_TRUE(eventually([&] { return table->model()->rowCount() == all; }));
}

TEST_F(Workplace, TheArrangementIsRemembered)
{
    auto* dock = part<QDockWidget>("queueDock");
    key(Qt::Key_B, Qt::ControlModifier);
    ASSERT_FALSE(dock->isVisible());
    window->close();
    EXPECT_TRUE(desk.drafts.values.contains("setting/shell/1/window"));
    ActionRegistry again;
    MainWindow second(desk.desk(), words, themes, again, fake::sessionOf());
    second.setCasePage(new QLabel);
    second.show();
    auto* other = second.findChild<QDockWidget*>(QStringLiteral("queueDock"));
    EXPECT_TRUE(eventually([&] { return !other->isVisible(); }));
}

TEST_F(Workplace, TheFirstCaseIsThereAtTheStartAndOnlyThen)
{
    const auto chosen = [this] { return table->selectionModel()->selectedRows(); };
    ASSERT_TRUE(eventually([&] { return chosen().size() == 1; }));
    EXPECT_EQ(chosen().front().row(), 0);
    window->showQueue(Queue::Handling);
    auto& model = static_cast<CaseTableModel&>(*table->model());
    ASSERT_TRUE(eventually([&] { return model.filter().queue == Queue::Handling && model.complete() && model.rowCount() > 0; }));
    EXPECT_TRUE(chosen().isEmpty()) << "a later list leaves the case page alone";
}

/// The workplace as the composition root makes it: the pages are joined after the window was made.
struct SecondWindow {
    ActionRegistry actions;
    MainWindow window;
    std::vector<std::string> opened;

    SecondWindow(fake::FakeDesk& desk, const Words& words, ThemeKeeper& themes) : window(desk.desk(), words, themes, actions, fake::sessionOf())
    {
        window.setCasePage(new QLabel);
        QObject::connect(&window, &MainWindow::openCase, &window, [this](const CaseId& id) { opened.push_back(id.text()); });
    }
    [[nodiscard]] std::string firstCase() const
    {
        return window.findChild<QTableView*>(QStringLiteral("caseTable"))->model()->index(0, 0).data(CaseTableModel::IdRole).toString().toStdString();
    }
};

TEST_F(Workplace, TheFirstCaseIsOpenedAlsoWhenItsRowIsThereBeforeThePagesAreJoined)
{
    SecondWindow second(desk, words, themes); // every answer is there at once
    ASSERT_FALSE(second.firstCase().empty());
    EXPECT_TRUE(second.opened.empty());
    second.window.show();
    ASSERT_TRUE(eventually([&] { return !second.opened.empty(); }));
    EXPECT_EQ(second.opened, std::vector{second.firstCase()});
}

TEST_F(Workplace, TheFirstCaseIsOpenedAlsoWhenItComesToAnEmptyList)
{
    fake::FakeDesk empty;
    SecondWindow second(empty, words, themes);
    second.window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&second.window));
    EXPECT_TRUE(second.opened.empty());
    auto row = fake::caseRow(7, empty.clock.at);
    row.stage = Stage::Reported;
    empty.put(7, row);
    ASSERT_TRUE(eventually([&] { return !second.opened.empty(); }));
    EXPECT_EQ(second.opened, std::vector<std::string>{"case-000007"});
}

TEST_F(Workplace, TheFirstCaseIsOpenedByALaterReadingWhenTheFirstOneFailed)
{
    fake::FakeDesk slow;
    fake::fill(slow, 20);
    slow.queries.gate.held = true;
    SecondWindow second(slow, words, themes);
    second.window.show();
    slow.queries.error = Error{ErrorCode::Database, "locked", {}}; // of the rows; the list was asked before
    while (slow.queries.gate.waiting() > 0)
        slow.queries.gate.answerAll();
    EXPECT_TRUE(second.opened.empty());
    slow.queries.error.reset();
    slow.queries.gate.held = false;
    second.actions.run(QStringLiteral("view.refresh"));
    ASSERT_TRUE(eventually([&] { return !second.opened.empty(); }));
    EXPECT_EQ(second.opened, std::vector{second.firstCase()});
}

TEST_F(Workplace, ACaseSomebodyChoseIsNotReplacedByTheFirstOne)
{
    fake::FakeDesk slow;
    fake::fill(slow, 20);
    slow.queries.gate.held = true;
    SecondWindow second(slow, words, themes);
    second.window.show();
    second.window.showCase(CaseId::literal("case-000011"));
    while (slow.queries.gate.waiting() > 0)
        slow.queries.gate.answerAll();
    slow.queries.gate.held = false;
    ASSERT_TRUE(eventually([&] { return !second.firstCase().empty(); }));
    EXPECT_EQ(second.opened, std::vector<std::string>{"case-000011"});
}

TEST_F(Workplace, AQueueIsPointedAtOnlyWhileTheMouseMovesOnIt)
{
    auto* list = part<QListView>("queueList");
    const auto line = list->visualRect(list->model()->index(3, 0));
    const auto pointed = [&] {
        const auto picture = list->viewport()->grab().toImage();
        const auto at = QPointF(line.left() + 9, line.center().y()) * picture.devicePixelRatio();
        return picture.pixelColor(at.toPoint()) == themes.theme().hover;
    };
    const auto hover = [&](QEvent::Type type, QPoint at, QPoint before) {
        QHoverEvent event(type, at, list->viewport()->mapToGlobal(at), before);
        QCoreApplication::sendEvent(list->viewport(), &event);
    };
    const auto at = line.center();
    hover(QEvent::HoverEnter, at, {-1, -1});
    hover(QEvent::HoverMove, at, at);
    EXPECT_FALSE(pointed()) << "the list appeared under a resting mouse";
    hover(QEvent::HoverMove, at, {400, 0}); // as the first event of a program has it
    EXPECT_FALSE(pointed());
    auto move = [&, n = 0] mutable {
        const QPoint there = at + QPoint(++n, 0);
        hover(QEvent::HoverMove, there, there - QPoint(1, 0));
    };
    move();
    ASSERT_TRUE(pointed());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    EXPECT_FALSE(pointed()) << "the hand went to the keys";
    move();
    ASSERT_TRUE(pointed());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(list->viewport(), &leave);
    EXPECT_FALSE(pointed());
    move(); // comes back
    move();
    ASSERT_TRUE(pointed());
    actions.run(QStringLiteral("help.keys"));
    ASSERT_TRUE(eventually([&] { return QApplication::activeModalWidget() != nullptr; }));
    EXPECT_FALSE(pointed()) << "a dialog lies over the window";
    QApplication::activeModalWidget()->close();
}

TEST_F(Workplace, TheTableNeverScrollsSidewaysByItself)
{
    for (const int width : {1024, 1280, 1366, 1600, 1920}) {
        window->resize(width, 768);
        QCoreApplication::processEvents();
        EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0) << width;
    }
}

TEST_F(Workplace, ANarrowFilterRowKeepsEveryChoiceBehindOneButton)
{
    window->resize(1366, 768);
    QCoreApplication::processEvents();
    auto* more = part<QPushButton>("filterMore");
    ASSERT_TRUE(more->isVisible());
    EXPECT_FALSE(part<QComboBox>("filterUnit")->isVisible());
    QTest::mouseClick(more, Qt::LeftButton);
    auto* unit = part<QComboBox>("filterUnit");
    ASSERT_TRUE(unit->isVisible());
    unit->setCurrentIndex(unit->findData(QStringLiteral("city")));
    EXPECT_TRUE(more->toolTip().contains(unit->currentText()));
    part<QWidget>("filterWindow")->hide();
    window->resize(1920, 900);
    EXPECT_TRUE(eventually([&] { return unit->isVisible() && !more->isVisible(); }));
    EXPECT_EQ(unit->currentData().toString(), QStringLiteral("city"));
}

TEST_F(Workplace, ColumnsAreChosenPerPerson)
{
    actions.run(QStringLiteral("view.columns"));
    auto* list = part<QListWidget>("columnList");
    ASSERT_NE(list, nullptr);
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->data(Qt::UserRole).toInt() == CaseTableModel::UnitColumn)
            list->item(i)->setCheckState(Qt::Unchecked);
    EXPECT_TRUE(table->isColumnHidden(CaseTableModel::UnitColumn));
    auto other = fake::sessionOf();
    other.actor.account = AccountId::literal("zhouwei");
    window->setSession(other);
    EXPECT_FALSE(table->isColumnHidden(CaseTableModel::UnitColumn));
    window->setSession(fake::sessionOf());
    EXPECT_TRUE(table->isColumnHidden(CaseTableModel::UnitColumn));
    actions.run(QStringLiteral("view.usualColumns"));
    EXPECT_FALSE(table->isColumnHidden(CaseTableModel::UnitColumn));
}

TEST_F(Workplace, AFilterIsSavedChosenRenamedDeletedAndBroughtBack)
{
    auto* unit = part<QComboBox>("filterUnit");
    unit->setCurrentIndex(unit->findData(QStringLiteral("city")));
    const auto name = [&](const QString& text) {
        auto* edit = part<QLineEdit>("nameEdit");
        ASSERT_NE(edit, nullptr);
        edit->setText(text);
        QTest::mouseClick(part<QPushButton>("nameSave"), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    actions.run(QStringLiteral("view.saveFilter"));
    name(QStringLiteral("市容科"));
    auto* list = part<QListView>("queueList");
    EXPECT_EQ(list->currentIndex().data().toString(), QStringLiteral("市容科"));
    const auto id = list->currentIndex().data(QueueModel::SavedRole).toString();
    ASSERT_FALSE(id.isEmpty());
    window->showQueue(Queue::Handling);
    QTest::mouseClick(part<QPushButton>("filterClear"), Qt::LeftButton);
    ASSERT_EQ(unit->currentIndex(), 0);
    const auto* queues = static_cast<const QueueModel*>(list->model());
    list->setCurrentIndex(list->model()->index(queues->rowOfSaved(id), 0));
    EXPECT_EQ(window->queue(), Queue::Open);
    EXPECT_EQ(unit->currentData().toString(), QStringLiteral("city"));
    EXPECT_EQ(part<QLabel>("queueTitle")->text(), QStringLiteral("市容科"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(queues->rowOfSaved(id), -1);
    EXPECT_EQ(window->queue(), Queue::Open);
    actions.run(QStringLiteral("view.restoreFilter"));
    EXPECT_GE(queues->rowOfSaved(id), 0);
}

TEST_F(Workplace, DialogsOpenInTheMiddleOfTheWindow)
{
    window->resize(1366, 768);
    key(Qt::Key_F1);
    auto* sheet = part<QDialog>("helpSheet");
    ASSERT_NE(sheet, nullptr);
    const auto apart = sheet->mapToGlobal(sheet->rect().center()) - window->mapToGlobal(window->rect().center());
    EXPECT_LE(apart.manhattanLength(), 4);
}

TEST_F(Workplace, ADialogHasAnEdgeAndTheWindowBehindItIsDimmedWhileItIsModal)
{
    auto* shade = part<QWidget>("dialogShade");
    EXPECT_FALSE(shade->isVisible());
    QDialog dialog(window.get());
    dialog.resize(300, 200);
    dialog.open();
    EXPECT_TRUE(shade->isVisible());
    EXPECT_EQ(shade->geometry(), window->rect());
    const auto* edge = dialog.findChild<QWidget*>(QStringLiteral("dialogEdge"));
    ASSERT_NE(edge, nullptr);
    EXPECT_EQ(edge->geometry(), dialog.rect());
    dialog.close();
    EXPECT_FALSE(shade->isVisible());
}

TEST_F(Workplace, TheCaseAtTheRightIsCurrentInTheTableOrTheHeadSaysThatItIsNotThere)
{
    auto& model = static_cast<CaseTableModel&>(*table->model());
    auto* away = part<QLabel>("caseNotInList");
    const auto key = model.keyAt(model.rowCount() - 1); // far below what is on show
    window->showCase(desk.queries.cases.at(key).id);
    ASSERT_TRUE(eventually([&] { return model.keyAt(table->currentIndex().row()) == key; }));
    EXPECT_TRUE(table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()));
    EXPECT_FALSE(away->isVisible());
    CaseKey other = 0; // a closed case is in no queue of open ones
    for (const auto& [k, row] : desk.queries.cases)
        if (model.rowOf(k) < 0)
            other = k;
    ASSERT_NE(other, 0);
    window->showCase(desk.queries.cases.at(other).id);
    EXPECT_TRUE(eventually([&] { return away->isVisible(); }));
    // Whoever goes on in the list is not pulled back to it.
    clickRow(table->rowAt(4));
    EXPECT_FALSE(away->isVisible());
}

TEST_F(Workplace, ACaseOpenedWhileCtrlIsHeldDownIsTheOnlyOneSelected)
{
    auto& model = static_cast<CaseTableModel&>(*table->model());
    clickRow(1);
    const auto key = model.keyAt(5);
    QTest::keyPress(window->windowHandle(), Qt::Key_Control, Qt::ControlModifier); // as for Ctrl+Enter in a form
    ASSERT_TRUE(QGuiApplication::keyboardModifiers() & Qt::ControlModifier);
    window->showCase(desk.queries.cases.at(key).id);
    EXPECT_TRUE(eventually([&] { return model.keyAt(table->currentIndex().row()) == key; }));
    EXPECT_EQ(table->selectionModel()->selectedRows().size(), 1) << "a bulk action would have met another case too";
    QTest::keyRelease(window->windowHandle(), Qt::Key_Control);
}

TEST_F(Workplace, TheCaseWorkedOnStaysInSightWhenItMovesInTheOrder)
{
    auto& model = static_cast<CaseTableModel&>(*table->model());
    clickRow(1);
    const auto key = model.keyAt(1);
    auto row = desk.queries.cases.at(key);
    row.urgency = Urgency::Ordinary;
    row.due = desk.clock.at + std::chrono::hours(24 * 365);
    desk.put(key, row);
    ASSERT_TRUE(eventually([&] { return model.rowOf(key) > 40; }));
    EXPECT_EQ(model.keyAt(table->currentIndex().row()), key);
    EXPECT_TRUE(eventually([&] { return table->viewport()->rect().contains(table->visualRect(table->currentIndex()).center()); }));
}

TEST_F(Workplace, RefusedOperationsAreSaidBelowAndLeadToTheTray)
{
    Q_EMIT desk.notifier.outboxChanged(3, 2);
    auto* sync = part<QToolButton>("statusSync");
    EXPECT_TRUE(sync->text().contains(QLatin1Char('3')) && sync->text().contains(QLatin1Char('2')));
    QTest::mouseClick(sync, Qt::LeftButton);
    EXPECT_EQ(window->queue(), Queue::Tray);
}

TEST_F(Workplace, TheHelpSheetListsEveryActionWithItsKey)
{
    key(Qt::Key_F1);
    auto* tree = part<QTreeWidget>("helpTree");
    ASSERT_NE(tree, nullptr);
    int listed = 0;
    for (int g = 0; g < tree->topLevelItemCount(); ++g)
        listed += tree->topLevelItem(g)->childCount();
    EXPECT_EQ(listed, static_cast<int>(actions.specs().size()));
}

TEST_F(Workplace, EveryActionHasAKeyOfItsOwnAndATextAndNoReservedKey)
{
    QMap<QString, QString> taken;
    for (const auto* spec : actions.specs()) {
        EXPECT_FALSE(spec->text().isEmpty()) << spec->id.toStdString();
        for (const auto& keys : actions.action(spec->id)->shortcuts()) {
            EXPECT_FALSE(taken.contains(keys.toString())) << spec->id.toStdString() << " and " << taken.value(keys.toString()).toStdString();
            taken.insert(keys.toString(), spec->id);
        }
    }
}
