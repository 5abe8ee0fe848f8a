// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourparts.h"

#include "deskapplication.h"
#include "tourscript.h"

#include "models/views/tables/bulkdrafts.h"
#include "models/views/tables/casetablemodel.h"
#include "models/views/tables/morningmodel.h"
#include "models/views/tables/queuemodel.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>

namespace griddesk {

namespace {

constexpr int partMs = 8'000;
constexpr int mapMs = 25'000;
constexpr int noticeMs = 700;

QString kindName(OperationKind kind) { return fromUtf8(nameOf(kind)); }

template <typename T>
T* part(TourScript& script, const char* name)
{
    return script.driver().window().findChild<T*>(QLatin1String(name));
}

/// The map notices a new view on its next turn and then paints for a while.
void settleMap(TourScript& script)
{
    script.driver().settle([&] { return !script.app().map().settled(); }, noticeMs);
    script.driver().settle([&] { return script.app().map().settled(); }, mapMs);
}

void chooseQueue(TourScript& script, Queue queue)
{
    auto& driver = script.driver();
    auto* list = part<QListView>(script, "queueList");
    auto* model = list != nullptr ? qobject_cast<QueueModel*>(list->model()) : nullptr;
    if (model == nullptr) {
        driver.fail(QStringLiteral("there is no list of queues"));
        return;
    }
    driver.clickRow(list, model->index(model->rowOf(queue)));
    driver.wait(QStringLiteral("the queue is shown"), [&] { return script.app().window().queue() == queue; }, partMs);
    auto* table = part<QTableView>(script, "caseTable");
    const auto* cases = qobject_cast<CaseTableModel*>(table->model());
    driver.settle([&] { return cases != nullptr && !cases->busy() && cases->complete(); }, partMs);
}

} // namespace

void tourOfStart(TourScript& script)
{
    const auto* table = part<QTableView>(script, "caseTable");
    const auto* cases = qobject_cast<CaseTableModel*>(table->model());
    script.driver().wait(QStringLiteral("the cases are listed and the first one is open"), [&] {
        return cases->complete() && !cases->busy() && (cases->rowCount() == 0 || script.driver().find(QStringLiteral("caseHead")) != nullptr);
    }, partMs);
}

void tourOfQueues(TourScript& script)
{
    script.step(QStringLiteral("Overdue cases"), {}, [&] { chooseQueue(script, Queue::Overdue); });
    script.step(QStringLiteral("All cases"), {}, [&] { chooseQueue(script, Queue::All); });
}

void tourOfMorning(TourScript& script)
{
    auto& driver = script.driver();
    auto& window = script.app().window();
    QTableView* numbers = nullptr;
    const auto model = [&]() -> const MorningModel* { return numbers != nullptr ? qobject_cast<MorningModel*>(numbers->model()) : nullptr; };
    QModelIndex largest;
    script.step(QStringLiteral("Morning count"), {}, [&] {
        driver.key(&window, Qt::Key_F10);
        driver.wait(QStringLiteral("the morning is counted"), [&] {
            const auto* age = qobject_cast<QLabel*>(driver.find(QStringLiteral("morningAge")));
            numbers = qobject_cast<QTableView*>(driver.find(QStringLiteral("morningTable")));
            return model() != nullptr && age != nullptr && !age->text().isEmpty();
        }, partMs);
        if (driver.ok() && model()->rowCount() == 0) // a district whose last cases are long ago
            driver.key(driver.find(QStringLiteral("morningPeriod")), Qt::Key_End);
        driver.wait(QStringLiteral("the morning count has numbers"), [&] { return model()->rowCount() > 0; }, partMs);
        if (!driver.ok())
            return;
        for (int row = 0; row + 1 < model()->rowCount(); ++row)
            for (int column = 1; column + 1 < model()->columnCount(); ++column)
                if (const auto at = model()->index(row, column); at.data(MorningModel::CountRole).toLongLong() > largest.data(MorningModel::CountRole).toLongLong())
                    largest = at;
        numbers->setCurrentIndex(largest);
    });
    script.step(QStringLiteral("Cases of a number"), {}, [&] {
        const auto count = largest.data(MorningModel::CountRole).toInt();
        driver.key(numbers, Qt::Key_Return);
        driver.wait(QStringLiteral("the number's cases are listed"), [&] {
            const auto* cases = qobject_cast<CaseTableModel*>(part<QTableView>(script, "caseTable")->model());
            return driver.find(QStringLiteral("morningDialog")) == nullptr && cases->complete() && !cases->busy() && cases->rowCount() == count;
        }, partMs);
        driver.backToWindow();
    });
    if (script.ok())
        chooseQueue(script, Queue::All);
}

void tourOfCommandBar(TourScript& script)
{
    auto& driver = script.driver();
    auto* bar = part<QLineEdit>(script, "commandBar");
    auto* table = part<QTableView>(script, "caseTable");
    script.step(QStringLiteral("Command bar"), {}, [&] {
        script.showCases();
        driver.key(table, Qt::Key_Slash);
        driver.wait(QStringLiteral("the command bar opens"), [&] { return driver.find(QStringLiteral("commandPopup")) != nullptr; }, partMs);
    });
    script.step(QStringLiteral("Case by command"), {}, [&] {
        std::string number;
        driver.wait(QStringLiteral("the case has a number"), [&] {
            if (const auto now = script.detail())
                number = now->row.number.empty() ? now->row.localNumber : now->row.number;
            return !number.empty();
        });
        driver.retype(bar, script.cast().say("/案件 ", "/case ") + QString::fromStdString(number));
        driver.key(bar, Qt::Key_Return);
        driver.wait(QStringLiteral("the command opens the case"), [&] { return bar->text().isEmpty() && script.app().casePage().caseId() == script.caseId(); }, partMs);
    });
}

void tourOfAccountSwitch(TourScript& script)
{
    auto& driver = script.driver();
    const auto reviewer = script.cast().any(Role::Reviewer);
    if (!reviewer) {
        script.skip(QStringLiteral("change of person, there is no reviewer"));
        return;
    }
    auto* search = part<QLineEdit>(script, "accountSearch");
    auto* list = part<QListWidget>(script, "accountList");
    script.step(QStringLiteral("People and posts"), {}, [&] {
        driver.click(QStringLiteral("statusPerson"));
        driver.wait(QStringLiteral("the list of people opens"), [&] { return search->isVisible(); }, partMs);
        driver.type(search, QString::fromStdString(reviewer->account.text()));
        const auto post = QString::fromStdString(reviewer->post.text());
        const auto chosen = [&] { return list->currentItem() != nullptr ? list->currentItem()->data(Qt::UserRole + 1).toString() : QString(); };
        for (int left = list->count(); left > 0 && chosen() != post; --left)
            driver.key(search, Qt::Key_Down);
    });
    script.step(QStringLiteral("Another person at the desk"), {}, [&] {
        driver.key(search, Qt::Key_Return);
        driver.wait(QStringLiteral("the reviewer works here"), [&] { return script.app().session().actor == *reviewer; }, partMs);
    });
}

void tourOfBulkActions(TourScript& script)
{
    auto& driver = script.driver();
    auto* table = part<QTableView>(script, "caseTable");
    script.step(QStringLiteral("Bulk preview"), {}, [&] {
        script.showCases();
        chooseQueue(script, Queue::Open); // cases of several stages: some pass, some are refused
        const int rows = std::min(7, table->model()->rowCount());
        for (int row = 0; row < rows; ++row)
            driver.clickRow(table, table->model()->index(row, 1), row == 0 ? Qt::NoModifier : Qt::ControlModifier);
        driver.click(QStringLiteral("bulk%1").arg(static_cast<int>(BulkAction::DispatchAsSuggested)));
        driver.wait(QStringLiteral("the preview judges the cases"), [&] {
            const auto* summary = qobject_cast<QLabel*>(driver.find(QStringLiteral("bulkSummary")));
            const auto* preview = qobject_cast<QTableView*>(driver.find(QStringLiteral("bulkTable")));
            return summary != nullptr && preview != nullptr && preview->model()->rowCount() == rows && !preview->model()->index(0, 3).data().toString().isEmpty();
        });
    });
    script.step(QStringLiteral("Bulk given up"), {}, [&] {
        driver.click(QStringLiteral("bulkCancel"));
        driver.wait(QStringLiteral("the preview has gone"), [&] { return driver.find(QStringLiteral("bulkDialog")) == nullptr; }, partMs);
        driver.backToWindow();
        driver.click(QStringLiteral("bulkDrop"));
        chooseQueue(script, Queue::All); // the case stays in it whatever happens to it
        script.app().window().showCase(*script.caseId());
        driver.wait(QStringLiteral("the case is shown again"), [&] { return script.app().casePage().caseId() == script.caseId(); }, partMs);
        driver.settle([&] { return table->currentIndex().isValid() && table->currentIndex().data(CaseTableModel::LoadedRole).toBool(); }, partMs);
    });
}

void tourOfBoard(TourScript& script)
{
    auto& driver = script.driver();
    auto& app = script.app();
    const auto before = script.detail();
    if (!before)
        return;
    QListView* list = nullptr;
    const auto filter = QString::fromStdString(before->row.title).left(8);
    script.step(QStringLiteral("Dispatch board"), {}, [&] {
        driver.key(&app.window(), Qt::Key_F4);
        driver.wait(QStringLiteral("the board shows"), [&] { return app.window().page() == MainWindow::Page::Board && !app.board().model().loading(); });
        driver.wait(QStringLiteral("the case is on the board"), [&] { return app.board().model().find(before->key).isValid(); });
    });
    script.step(QStringLiteral("Board asks"), kindName(OperationKind::Dispatch), [&] {
        driver.retype(driver.find(QStringLiteral("boardFilter")), filter);
        driver.wait(QStringLiteral("the card is found"), [&] { return app.board().model().find(before->key).isValid(); }, partMs);
        list = qobject_cast<QListView*>(driver.find(QStringLiteral("boardToDispatch")));
        driver.clickRow(list, app.board().model().find(before->key));
        driver.key(list, Qt::Key_D);
        driver.wait(QStringLiteral("the board asks for a yes"), [&] { return driver.find(QStringLiteral("boardConfirm")) != nullptr; }, partMs);
    });
    script.step(QStringLiteral("Dispatched as suggested"), kindName(OperationKind::Dispatch), [&] { driver.key(list, Qt::Key_Return); }, {Stage::Dispatched});
    script.step(QStringLiteral("Board after dispatch"), {}, [&] {
        auto* field = driver.find(QStringLiteral("boardFilter"));
        driver.click(field);
        driver.key(field, Qt::Key_A, Qt::ControlModifier);
        driver.key(field, Qt::Key_Delete);
        driver.settle([&] {
            const auto card = app.board().model().find(before->key);
            return card.isValid() && card.parent().row() > 0;
        }, partMs);
    });
    script.showCases();
}

void tourOfCaseTabs(TourScript& script)
{
    auto& driver = script.driver();
    auto* tabs = part<QTabWidget>(script, "caseTabs");
    const auto show = [&](int index) {
        driver.clickAt(tabs->tabBar(), tabs->tabBar()->tabRect(index).center());
        driver.wait(QStringLiteral("the tab shows"), [&] { return tabs->currentIndex() == index; }, partMs);
    };
    script.step(QStringLiteral("Assignments"), {}, [&] { show(1); });
    script.step(QStringLiteral("Clock explanation"), {}, [&] { show(2); });
    script.step(QStringLiteral("Evidence"), {}, [&] { show(3); });
    if (script.ok())
        show(0);
}

void tourOfMap(TourScript& script)
{
    auto& driver = script.driver();
    auto& app = script.app();
    script.step(QStringLiteral("Map"), {}, [&] {
        driver.key(&app.window(), Qt::Key_F6);
        driver.wait(QStringLiteral("the map shows"), [&] { return app.window().page() == MainWindow::Page::Map; }, partMs);
        app.window().showCase(*script.caseId());
        settleMap(script);
    });
    script.step(QStringLiteral("Whole district"), {}, [&] {
        driver.click(QStringLiteral("mapRefit"));
        settleMap(script);
    });
    script.step(QStringLiteral("Map legend"), {}, [&] {
        auto* view = part<QWidget>(script, "mapView");
        if (view != nullptr)
            view->setFocus();
        driver.key(view, Qt::Key_L);
        settleMap(script);
    });
    script.showCases();
}

void tourOfUndo(TourScript& script)
{
    auto& driver = script.driver();
    const auto before = script.detail();
    if (!before)
        return;
    script.operate({.kind = OperationKind::Comment,
                    .actor = script.app().session().actor,
                    .assignment = {},
                    .fill = [&](TourForm& form) { form.say(QStringLiteral("words"), script.cast().say("已与居民说明进度。", "Told the resident how far it is.")); },
                    .reached = {},
                    .showForm = false,
                    .name = QStringLiteral("Comment with undo")});
    script.step(QStringLiteral("Undone"), kindName(OperationKind::Comment), [&] {
        driver.click(QStringLiteral("undoButton"));
        driver.wait(QStringLiteral("the comment is taken back"), [&] {
            const auto now = script.detail();
            return now && now->state.operations == before->state.operations;
        });
    });
}

void tourOfCallback(TourScript& script)
{
    auto& driver = script.driver();
    auto& app = script.app();
    if (!script.as(script.cast().any(Role::Operator), "operator"))
        return;
    QListView* list = nullptr;
    const auto row = [&] {
        const auto& rows = app.callbacks().model().rows();
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i].row.id == script.caseId())
                return app.callbacks().model().index(static_cast<int>(i));
        return QModelIndex();
    };
    script.step(QStringLiteral("Call list"), {}, [&] {
        driver.key(&app.window(), Qt::Key_F7);
        driver.wait(QStringLiteral("the call list opens"), [&] {
            list = qobject_cast<QListView*>(driver.find(QStringLiteral("callbackList")));
            return list != nullptr;
        }, partMs);
        if (driver.settle([&] { return row().isValid(); }, TourDriver::patienceMs))
            driver.clickRow(list, row());
    });
    const auto shut = [&] {
        driver.key(list, Qt::Key_Escape);
        driver.wait(QStringLiteral("the call list closes"), [&] { return driver.find(QStringLiteral("callbackWindow")) == nullptr; }, partMs);
        driver.backToWindow();
    };
    if (script.ok() && !row().isValid()) { // the list holds the most pressing calls only; the case page has the form too
        shut();
        script.operate({.kind = OperationKind::Callback,
                        .actor = script.cast().any(Role::Operator),
                        .assignment = {},
                        .fill = [&](TourForm& form) {
                            form.choose(QStringLiteral("reached"), QStringLiteral("true"));
                            form.choose(QStringLiteral("solved"), QStringLiteral("yes"));
                            form.choose(QStringLiteral("satisfaction"), QStringLiteral("satisfied"));
                        },
                        .reached = {Stage::Closed},
                        .showForm = true,
                        .name = {}});
        return;
    }
    script.step(QStringLiteral("Call written down"), kindName(OperationKind::Callback), [&] {
        driver.click(QStringLiteral("callbackReached.yes"));
        driver.click(QStringLiteral("callbackSolved.yes"));
        driver.click(QStringLiteral("callbackSatisfaction.satisfied"));
        auto* words = driver.find(QStringLiteral("callbackWords"));
        driver.click(words);
        driver.type(words, script.cast().say("居民表示井盖不响了，处理得及时。", "It is quiet now and was done in good time."));
    });
    script.step(QStringLiteral("callback"), kindName(OperationKind::Callback), [&] {
        const auto before = script.detail();
        driver.click(QStringLiteral("callbackSave"));
        driver.wait(QStringLiteral("the call is in the history"), [&] {
            const auto now = script.detail();
            return now && before && now->state.operations > before->state.operations;
        });
        shut();
    }, {Stage::Closed});
}

void tourOfHelp(TourScript& script)
{
    auto& driver = script.driver();
    auto& window = script.app().window();
    script.step(QStringLiteral("Help sheet"), {}, [&] {
        driver.key(&window, Qt::Key_F1);
        driver.wait(QStringLiteral("the help sheet opens"), [&] { return driver.find(QStringLiteral("helpSheet")) != nullptr; }, partMs);
    });
    if (!script.ok())
        return;
    driver.key(driver.find(QStringLiteral("helpSheet")), Qt::Key_Escape);
    driver.wait(QStringLiteral("the help sheet closes"), [&] { return driver.find(QStringLiteral("helpSheet")) == nullptr; }, partMs);
    driver.backToWindow();
}

} // namespace griddesk
