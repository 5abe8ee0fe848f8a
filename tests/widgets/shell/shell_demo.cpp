// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the workplace with made-up cases in every theme and size: shell_demo DIR [en]
#include "tests/support/fakecases.h"
#include "translations/languageswitch.h"
#include "widgets/screenwords.h"
#include "widgets/shell/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QTableView>
#include <QTest>

using namespace griddesk;

namespace {

void settle()
{
    const QDeadlineTimer until(600);
    while (!until.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

void grab(QWidget& widget, const QString& path)
{
    settle();
    widget.grab().save(path);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QDir out(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    LanguageSwitch language;
    if (!language.use(argc > 2 ? Language::English : Language::Chinese))
        return 1;
    fake::FakeDesk desk;
    fake::fill(desk, 2400);
    ScreenWords words(desk.clock);
    const auto session = fake::sessionOf();
    words.setRules(session.rules);
    ThemeKeeper themes;
    themes.set(ThemeId::Light);
    ActionRegistry actions;
    MainWindow window(desk.desk(), words, themes, actions, session);
    auto* page = new QLabel(QStringLiteral("—"));
    page->setAlignment(Qt::AlignCenter);
    window.setCasePage(page);
    window.setMapPage(new QLabel);
    window.setBoardPage(new QLabel);
    window.setIntakePage(new QLabel);
    window.show();
    auto& table = *window.findChild<QTableView*>(QStringLiteral("caseTable"));
    for (const auto theme : {ThemeId::Light, ThemeId::Dark, ThemeId::Contrast}) {
        themes.set(theme);
        window.resize(1920, 1080);
        settle();
        table.selectRow(3);
        grab(window, out.filePath(QStringLiteral("shell-%1-1920.png").arg(nameOf(theme))));
    }
    themes.set(ThemeId::Light);
    window.resize(1366, 768);
    grab(window, out.filePath(QStringLiteral("shell-light-1366.png")));
    for (int n = 5001; n < 5004; ++n)
        desk.put(n, fake::caseRow(n * 12 + 1, desk.clock.at));
    table.clearSelection();
    for (int row = 2; row < 9; ++row)
        table.selectionModel()->select(table.model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    SubmitAnswer answer;
    answer.operations = {OperationId::literal("op")};
    answer.heldUntil = desk.clock.at + std::chrono::seconds(8);
    window.saved(words.operation(OperationKind::File), answer);
    window.toast(ToastKind::Trouble, words.refusal(Refusal{.rule = RefusalRule::StageClosed, .missing = {}, .whoCan = {Role::Dispatcher}, .detail = "filed"}));
    Q_EMIT desk.notifier.outboxChanged(3, 1);
    window.resize(1920, 1080);
    grab(window, out.filePath(QStringLiteral("shell-busy.png")));
    desk.commands.rule = [](const OperationDraft& draft) -> std::optional<Refusal> {
        if (draft.caseId->text().back() % 3 == 0)
            return Refusal{.rule = RefusalRule::StageClosed, .missing = {}, .whoCan = {Role::Operator}, .detail = "handling"};
        return std::nullopt;
    };
    window.findChild<QPushButton*>(QStringLiteral("bulk2"))->click();
    settle();
    for (auto* dialog : window.findChildren<QDialog*>()) {
        grab(*dialog, out.filePath(QStringLiteral("shell-bulk.png")));
        dialog->reject();
    }
    settle();
    auto* bar = window.findChild<QLineEdit*>(QStringLiteral("commandBar"));
    actions.action(QStringLiteral("go.command"))->trigger();
    bar->setText(QStringLiteral("/派 案 3217 单位 "));
    Q_EMIT bar->textEdited(bar->text());
    grab(window, out.filePath(QStringLiteral("shell-command.png")));
    bar->setText(QStringLiteral("/"));
    Q_EMIT bar->textEdited(bar->text());
    grab(window, out.filePath(QStringLiteral("shell-verbs.png")));
    QTest::keyClick(bar, Qt::Key_Escape);
    actions.action(QStringLiteral("tools.person"))->trigger();
    grab(window, out.filePath(QStringLiteral("shell-people.png")));
    for (const auto* id : {"help.keys", "help.about"}) {
        actions.action(QLatin1String(id))->trigger();
        settle();
        for (auto* dialog : window.findChildren<QDialog*>()) {
            grab(*dialog, out.filePath(QStringLiteral("shell-%1.png").arg(QLatin1String(id))));
            dialog->reject();
        }
        settle();
    }
    return 0;
}
