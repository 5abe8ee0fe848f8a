// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator can do from the window: every action said once, and the menus, tools and commands made from that.
#include "aboutdialog.h"
#include "accountswitch.h"
#include "caselistpage.h"
#include "columnsdialog.h"
#include "commandbar.h"
#include "helpsheet.h"
#include "icons.h"
#include "keydialog.h"
#include "layoutkeeper.h"
#include "mainwindow.h"
#include "morningdialog.h"
#include "namedialog.h"
#include "queuelist.h"
#include "statusstrip.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

namespace griddesk {

namespace {

QStringList aliases(std::initializer_list<const char*> words)
{
    QStringList found;
    for (const auto* word : words)
        found << QString::fromUtf8(word);
    return found;
}

} // namespace

void MainWindow::registerActions()
{
    registerPages();
    registerCases();
    registerTools();
}

void MainWindow::registerPages()
{
    m_pageActions = new QActionGroup(this);
    const auto page = [this](const char* id, std::function<QString()> text, QList<QKeySequence> keys, QStringList words, const char* icon, Page shown) {
        auto* action = m_actions.add({QLatin1String(id), std::move(text), QStringLiteral("go"), keys.front(), std::move(words), QLatin1String(icon), true},
                                     [this, shown](const QString& rest) {
                                         showPage(shown);
                                         if (shown == Page::Intake)
                                             Q_EMIT newCaseRequested(rest);
                                     });
        action->setShortcuts(keys);
        m_pageActions->addAction(action);
    };
    page("go.cases", [] { return tr("Cases"); }, {QKeySequence(QStringLiteral("Ctrl+1")), QKeySequence(QStringLiteral("F3"))},
         aliases({"案件表", "cases", "anjianbiao"}), "table", Page::Cases);
    page("go.intake", [] { return tr("Intake"); }, {QKeySequence(QStringLiteral("F2")), QKeySequence(QStringLiteral("Ctrl+2"))},
         aliases({"新", "登记", "new", "xin"}), "intake", Page::Intake);
    page("go.board", [] { return tr("Dispatch board"); }, {QKeySequence(QStringLiteral("F4")), QKeySequence(QStringLiteral("Ctrl+3"))},
         aliases({"派单台", "board", "paidantai"}), "board", Page::Board);
    page("go.map", [] { return tr("Map"); }, {QKeySequence(QStringLiteral("F6")), QKeySequence(QStringLiteral("Ctrl+4"))},
         aliases({"地图", "map", "ditu"}), "map", Page::Map);
    page("go.tray", [] { return tr("Conflict tray"); }, {QKeySequence(QStringLiteral("Ctrl+5"))}, aliases({"待处理箱", "tray", "daichulixiang"}), "tray",
         Page::Tray);
    // A page that was not put in leads nowhere, so its action is not shown.
    for (int i = 1; i < pageCount; ++i)
        m_pageActions->actions().at(i)->setVisible(false);
    m_pageActions->actions().front()->setChecked(true);
}

void MainWindow::registerCases()
{
    const auto add = [this](const char* id, std::function<QString()> text, const char* group, const char* keys, QStringList words, const char* icon,
                            std::function<void(const QString&)> run) {
        return m_actions.add({QLatin1String(id), std::move(text), QLatin1String(group), QKeySequence(QLatin1String(keys)), std::move(words),
                              QLatin1String(icon), false},
                             std::move(run));
    };
    add("case.takeNext", [] { return tr("Take next case"); }, "case", "F8", aliases({"下一件", "next", "xiayijian"}), "next",
        [this](const QString&) { takeNext(); });
    add("case.down", [] { return tr("Case below"); }, "case", "Alt+Down", {}, "", [this](const QString&) { stepCase(1); });
    add("case.up", [] { return tr("Case above"); }, "case", "Alt+Up", {}, "", [this](const QString&) { stepCase(-1); });
    add("case.selectAll", [] { return tr("Select all cases"); }, "case", "Ctrl+Shift+A", aliases({"全选", "all", "quanxuan"}), "",
        [this](const QString&) {
            showPage(Page::Cases);
            m_cases->table().selectAll();
        });
    add("case.find", [] { return tr("Find cases…"); }, "case", "Ctrl+F", aliases({"找", "查找", "find", "zhao"}), "search",
        [this](const QString& words) {
            showPage(Page::Cases);
            if (!words.isEmpty())
                m_cases->searchAll(words);
            else if (auto* text = m_cases->findChild<QLineEdit*>(QStringLiteral("filterText")))
                text->setFocus(Qt::ShortcutFocusReason);
        });
    auto* undo = add("edit.undo", [] { return tr("Take back what was just saved"); }, "case", "Ctrl+Z", aliases({"撤回", "撤销", "undo", "chehui", "chexiao"}), "undo",
                     [this](const QString&) { m_undo->undo(); });
    undo->setEnabled(false);
    connect(m_undo, &UndoBar::offeredChanged, undo, &QAction::setEnabled);
    add("go.nextQueue", [] { return tr("Next queue"); }, "go", "Ctrl+Down", aliases({"下一队列", "queue", "xiayiduilie"}), "queue",
        [this](const QString&) { m_queueList->nextQueue(); });
    add("go.morning", [] { return tr("Morning count"); }, "go", "F10", aliases({"早间统计", "zaojiantongji", "morning"}), "",
        [this](const QString&) { openMorning(); });
    add("go.command", [] { return tr("Command bar"); }, "go", "Ctrl+K", {}, "search", [this](const QString&) { m_command->begin({}); });
}

void MainWindow::registerTools()
{
    const auto add = [this](const char* id, std::function<QString()> text, const char* group, const char* keys, QStringList words, const char* icon,
                            bool checkable, std::function<void()> run) {
        return m_actions.add({QLatin1String(id), std::move(text), QLatin1String(group), QKeySequence(QLatin1String(keys)), std::move(words),
                              QLatin1String(icon), checkable},
                             [run = std::move(run)](const QString&) { run(); });
    };
    add("view.refresh", [] { return tr("Refresh"); }, "view", "F5", aliases({"刷新", "refresh", "shuaxin"}), "refresh", false, [this] {
        m_cases->model().refresh();
        m_queues.refresh();
    });
    const auto panel = [&](const char* id, std::function<QString()> text, const char* keys, QDockWidget* dock) {
        auto* action = add(id, std::move(text), "view", keys, {}, "", true, [dock] { dock->setVisible(!dock->isVisible()); });
        connect(dock, &QDockWidget::visibilityChanged, action, &QAction::setChecked);
        action->setChecked(true);
    };
    panel("view.queues", [] { return tr("Queues at the left"); }, "Ctrl+B", m_queueDock);
    panel("view.case", [] { return tr("Case at the right"); }, "Ctrl+E", m_caseDock);
    add("view.showNew", [] { return tr("Show new cases"); }, "view", "Ctrl+R", aliases({"新件", "xinjian"}), "", false,
        [this] { m_cases->model().showPendingRows(); });
    add("view.clearFilters", [] { return tr("Clear filters"); }, "view", "Ctrl+Shift+F", {}, "filter", false, [this] { m_cases->filters().clear(); });
    add("view.saveFilter", [] { return tr("Save filter…"); }, "view", "Ctrl+Shift+S", aliases({"保存筛选", "savefilter"}), "", false, [this] { nameFilter({}); });
    auto* restore = add("view.restoreFilter", [] { return tr("Bring back the deleted filter"); }, "view", "", {}, "", false, [this] { m_saved.restore(); });
    restore->setEnabled(false);
    connect(&m_saved, &SavedFilters::changed, restore, [this, restore] { restore->setEnabled(!m_saved.deletedName().isEmpty()); });
    add("view.columns", [] { return tr("Columns…"); }, "view", "", aliases({"列", "columns"}), "", false, [this] { openColumns(); });
    add("view.usualColumns", [] { return tr("Usual columns"); }, "view", "", {}, "", false, [this] {
        m_cases->table().setColumns({});
        m_layout->noteChange();
    });
    add("view.theme", [] { return tr("Next theme"); }, "view", "F9", aliases({"主题", "theme", "zhuti"}), "theme", false, [this] { nextTheme(); });
    add("view.language", [] { return tr("Change language"); }, "view", "Ctrl+Shift+G", aliases({"语言", "language", "yuyan"}), "globe", false,
        [this] { toggleLanguage(); });
    add("tools.person", [] { return tr("Change person or post…"); }, "tools", "Ctrl+Shift+L", aliases({"换人", "person", "huanren"}), "account", false,
        [this] { openPeople(); });
    add("help.keys", [] { return tr("Keys and commands"); }, "help", "F1", aliases({"帮助", "help", "bangzhu"}), "keyboard", false, [this] { openHelp(); });
    add("help.about", [] { return tr("About GridDesk"); }, "help", "", aliases({"关于", "about"}), "info", false, [this] {
        (new AboutDialog(this))->open(); // deletes itself when closed
    });
}

void MainWindow::buildMenus()
{
    for (const auto* group : {"case", "dispatch", "go", "view", "tools", "help"}) {
        const auto id = QLatin1String(group);
        auto* menu = menuBar()->addMenu(groupTitle(id));
        menu->setObjectName(QStringLiteral("menu.") + id);
        m_menus.insert(id, menu);
    }
    menuBar()->setContextMenuPolicy(Qt::PreventContextMenu);
    const auto refill = [this] {
        for (auto it = m_menus.cbegin(); it != m_menus.cend(); ++it) {
            it.value()->clear();
            for (const auto* spec : m_actions.specs(it.key()))
                it.value()->addAction(m_actions.action(spec->id));
            it.value()->menuAction()->setVisible(!it.value()->isEmpty());
        }
        teachCommands();
        applyIcons();
    };
    connect(&m_actions, &ActionRegistry::changed, this, refill);
    refill();

    for (auto* action : m_pageActions->actions())
        if (action != m_actions.action(QStringLiteral("go.tray"))) // its place is the queue list
            m_tools->addAction(action);
    m_tools->addSeparator();
    m_tools->addWidget(m_command);
    m_tools->addSeparator();
    m_tools->addAction(m_actions.action(QStringLiteral("case.takeNext")));
    m_tools->addAction(m_actions.action(QStringLiteral("view.refresh")));
    m_tools->addAction(m_actions.action(QStringLiteral("help.keys")));
    for (const auto* iconOnly : {"view.refresh", "help.keys"})
        if (auto* button = qobject_cast<QToolButton*>(m_tools->widgetForAction(m_actions.action(QLatin1String(iconOnly)))))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void MainWindow::teachCommands()
{
    auto verbs = CommandRunner::verbs();
    verbs.insert(verbs.end(), m_moreVerbs.begin(), m_moreVerbs.end());
    for (const auto* spec : m_actions.specs())
        if (!spec->aliases.isEmpty() && m_actions.action(spec->id)->isVisible())
            verbs.push_back({spec->id, spec->aliases, {}, true});
    m_command->setLanguage(CommandLanguage(std::move(verbs)));
    m_command->setHelpers(
        [this](const QString& verb) {
            if (verb == QLatin1String("dispatch"))
                return tr("Dispatch a case to a unit");
            if (verb == QLatin1String("case"))
                return tr("Open a case by number");
            if (verb == QLatin1String("go"))
                return tr("Go to an area or a place");
            const auto* action = m_actions.action(verb);
            return action == nullptr ? QString()
                                     : action->text().remove(QLatin1Char('&')) + QLatin1Char('\t') + keyText(action->shortcut());
        },
        [this](const QString& field, const QString& prefix) { return m_runner.values(field, prefix); });
}

void MainWindow::addVerbs(std::vector<CommandVerb> verbs)
{
    m_moreVerbs.insert(m_moreVerbs.end(), std::make_move_iterator(verbs.begin()), std::make_move_iterator(verbs.end()));
    teachCommands();
}

void MainWindow::applyIcons()
{
    for (const auto* spec : m_actions.specs())
        if (!spec->icon.isEmpty())
            m_actions.action(spec->id)->setIcon(icons::line(spec->icon, m_themes.theme()));
    m_queueList->viewport()->update();
    m_cases->table().viewport()->update();
}

void MainWindow::retranslate()
{
    const auto district = m_session.rules ? QString::fromStdString(m_session.rules->name) : QString();
    setWindowTitle(district.isEmpty() ? tr("GridDesk") : tr("GridDesk · %1").arg(district));
    for (auto it = m_menus.cbegin(); it != m_menus.cend(); ++it)
        it.value()->setTitle(groupTitle(it.key()));
    m_actions.retranslate();
    m_queues.setGroupTitles({tr("Steps"), tr("To watch"), tr("My desk"), tr("All cases"), tr("Saved filters")});
    m_queueList->setAccessibleName(tr("Queues"));
    m_queueDock->setWindowTitle(tr("Queues"));
    m_caseDock->setWindowTitle(tr("Case"));
    m_cases->retranslate();
    m_command->retranslate();
    m_status->retranslate();
    m_people->retranslate();
    m_undo->retranslate();
}

void MainWindow::openHelp()
{
    auto* sheet = new HelpSheet(m_actions, this);
    connect(sheet, &HelpSheet::rebindAsked, this, &MainWindow::openKeys);
    sheet->open();
}

void MainWindow::openKeys(const QString& id)
{
    auto* dialog = new KeyDialog(m_actions, id, this);
    connect(dialog, &KeyDialog::rebound, this, [this](const QString& action, const QKeySequence& keys) {
        // A leading '=' keeps "no key" apart from "never changed".
        m_layout->set(QStringLiteral("key/") + action, '=' + keys.toString(QKeySequence::PortableText).toUtf8());
    });
    dialog->open();
}

void MainWindow::openColumns()
{
    auto* dialog = new ColumnsDialog(m_cases->table(), this);
    connect(dialog, &ColumnsDialog::chosen, m_layout, &LayoutKeeper::noteChange);
    dialog->open();
}

void MainWindow::openHeaderMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("columnMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    ColumnsDialog::fillMenu(*menu, m_cases->table(), [this] { m_layout->noteChange(); });
    menu->addSeparator();
    menu->addAction(m_actions.action(QStringLiteral("view.columns")));
    menu->addAction(m_actions.action(QStringLiteral("view.usualColumns")));
    menu->popup(at);
}

void MainWindow::openMorning()
{
    if (findChild<MorningDialog*>() != nullptr)
        return;
    auto* dialog = new MorningDialog(m_desk, m_words, m_session, m_morning, this);
    connect(dialog, &MorningDialog::casesAsked, this, [this](const CaseFilter& filter) {
        showPage(Page::Cases);
        m_cases->setNarrowed(tr("Morning count"), filter);
        m_cases->table().setFocus(Qt::OtherFocusReason);
    });
    connect(dialog, &MorningDialog::said, this, [this](const QString& what) { toast(ToastKind::Done, what); });
    connect(dialog, &MorningDialog::failed, this, [this](const Error& error) { toast(ToastKind::Trouble, m_words.error(error)); });
    dialog->open();
}

void MainWindow::nameFilter(const QString& id)
{
    const auto* saved = m_saved.find(id.toStdString());
    auto* dialog = new NameDialog(saved != nullptr ? tr("Rename filter") : tr("Save filter"), saved != nullptr ? saved->name : m_cases->suggestedName(), this);
    connect(dialog, &NameDialog::named, this, [this, id, filter = m_cases->filter()](const QString& name) {
        if (!id.isEmpty()) {
            m_saved.rename(id.toStdString(), name);
            return;
        }
        if (const auto added = m_saved.add(name, filter))
            m_queueList->setSaved(QString::fromStdString(*added));
        else
            toast(ToastKind::Trouble, tr("There are 50 saved filters. Delete one that is no longer needed."));
    });
    dialog->open();
}

void MainWindow::openSavedMenu(const QString& id, const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("savedMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename…"), this, [this, id] { nameFilter(id); });
    menu->addAction(tr("Delete"), this, [this, id] { deleteSaved(id); });
    if (const auto name = m_saved.deletedName(); !name.isEmpty())
        menu->addAction(tr("Bring back “%1”").arg(name), this, [this] { m_saved.restore(); });
    menu->popup(at);
}

void MainWindow::deleteSaved(const QString& id)
{
    const auto* saved = m_saved.find(id.toStdString());
    if (saved == nullptr)
        return;
    const auto name = saved->name;
    const bool shown = m_queueList->saved() == id;
    const auto queue = saved->filter.queue;
    m_saved.remove(id.toStdString());
    if (shown)
        m_queueList->setQueue(queue);
    toast(ToastKind::Done, tr("Filter “%1” is deleted.").arg(name), tr("View › Bring back the deleted filter"));
}

void MainWindow::openPeople()
{
    const auto* button = m_status->personButton();
    m_people->popUp(m_session, m_desk.clock.now(), button->mapTo(this, QPoint(button->width(), -6)));
}

void MainWindow::toggleLanguage()
{
    Q_EMIT languageRequested(tr("en", "code of the language in use: en or zh_CN") == QLatin1String("en") ? QStringLiteral("zh_CN") : QStringLiteral("en"));
}

void MainWindow::nextTheme()
{
    const auto now = m_themes.theme().id;
    m_themes.set(now == ThemeId::Light ? ThemeId::Dark : now == ThemeId::Dark ? ThemeId::Contrast : ThemeId::Light);
}

} // namespace griddesk
