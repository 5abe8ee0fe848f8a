// SPDX-License-Identifier: GPL-3.0-or-later
// The window and how its parts talk; the actions are in mainwindowactions.cpp.
#include "mainwindow.h"

#include "accountswitch.h"
#include "bulkdialog.h"
#include "caselistpage.h"
#include "commandbar.h"
#include "dialogshade.h"
#include "layoutkeeper.h"
#include "queuelist.h"
#include "statusstrip.h"
#include "typing.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace griddesk {

namespace {
constexpr int smallScreen = 1500; // logical pixels
constexpr int footHeight = 110;   // of the pages that end in buttons or a question

/// Everybody has columns of their own.
QString columnsOf(const Session& session) { return QStringLiteral("columns/") + QString::fromStdString(session.actor.account.text()); }
}

MainWindow::MainWindow(const Desk& desk, const Words& words, ThemeKeeper& themes, ActionRegistry& actions, Session session, QWidget* parent)
    : QMainWindow(parent), m_desk(desk), m_words(words), m_themes(themes), m_actions(actions),
      m_saved(desk.drafts, desk.queries, desk.notifier, desk.clock), m_queues(desk.queries, desk.notifier, desk.clock, words), m_runner(desk, words)
{
    setObjectName(QStringLiteral("mainWindow"));
    resize(1600, 900);
    setMinimumSize(1024, 640);
    m_queues.setSaved(m_saved);
    build();
    registerActions();
    buildMenus();
    wire();
    applyIcons();
    retranslate();
    setSession(session);
    m_queueList->setQueue(Queue::Open);
    m_layout->load();
    m_cases->table().setFocus(Qt::OtherFocusReason);
    qApp->installEventFilter(this); // `/` from wherever nobody types
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
    m_layout->setCollector({});
}

void MainWindow::build()
{
    m_stack = new QStackedWidget;
    m_stack->setObjectName(QStringLiteral("pages"));
    m_cases = new CaseListPage(m_desk, m_words, m_themes);
    for (int i = 0; i < pageCount; ++i) {
        QWidget* page = m_cases;
        if (i != static_cast<int>(Page::Cases)) {
            auto* empty = new QLabel;
            empty->setAlignment(Qt::AlignCenter);
            empty->setProperty("muted", true);
            page = empty;
        }
        m_pages[static_cast<std::size_t>(i)] = page;
        m_stack->addWidget(page);
    }
    setCentralWidget(m_stack);

    const auto dock = [this](const char* name, QWidget* inside, Qt::DockWidgetArea area) {
        auto* made = new QDockWidget(this);
        made->setObjectName(QLatin1String(name));
        made->setTitleBarWidget(new QWidget); // the content has its own head
        made->setFeatures(QDockWidget::DockWidgetClosable);
        made->setWidget(inside);
        addDockWidget(area, made);
        return made;
    };
    m_queueList = new QueueList(m_queues, m_themes);
    m_queueList->setMinimumWidth(172); // what fitDocks() gives it on a small screen
    m_queueDock = dock("queueDock", m_queueList, Qt::LeftDockWidgetArea);
    auto* none = new QLabel;
    none->setAlignment(Qt::AlignCenter);
    none->setProperty("muted", true);
    none->setMinimumWidth(340);
    m_caseDock = dock("caseDock", none, Qt::RightDockWidgetArea);
    m_caseDock->hide(); // until there is a case page
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);

    m_tools = addToolBar(QString());
    m_tools->setObjectName(QStringLiteral("toolBar"));
    m_tools->setMovable(false);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setIconSize({18, 18});
    m_tools->setContextMenuPolicy(Qt::PreventContextMenu);
    m_command = new CommandBar(m_desk.queries, m_words);
    m_status = new StatusStrip(m_desk, m_words);
    setStatusBar(m_status);
    m_people = new AccountSwitch(m_words, this);
    m_undo = new UndoBar(m_desk);
    m_status->addWidget(m_undo, 1);
    m_toasts = new Toasts(this);
    m_toasts->setOver(m_stack, 0);
    new DialogShade(*this, m_themes);
    m_layout = new LayoutKeeper(m_desk.drafts, this);
    m_browse.setSingleShot(true);
    m_browse.setInterval(120);
}

void MainWindow::wire()
{
    connect(m_queueList, &QueueList::chosen, this, &MainWindow::openQueue);
    connect(m_queueList, &QueueList::savedChosen, this, [this](const QString& id) {
        if (const auto* saved = m_saved.find(id.toStdString())) {
            showPage(Page::Cases);
            m_cases->setNarrowed(saved->name, saved->filter);
        }
    });
    connect(m_queueList, &QueueList::savedMenuAsked, this, &MainWindow::openSavedMenu);
    connect(m_queueList, &QueueList::savedDeleteAsked, this, &MainWindow::deleteSaved);
    connect(m_cases, &CaseListPage::saveAsked, this, [this] { nameFilter({}); });
    connect(m_cases, &CaseListPage::headerMenuAsked, this, &MainWindow::openHeaderMenu);
    connect(&m_cases->table(), &CaseTable::columnsChosen, m_layout, &LayoutKeeper::noteChange);
    connect(&m_cases->model(), &CaseTableModel::listed, this, &MainWindow::startWithFirstCase);
    connect(&m_cases->model(), &CaseTableModel::followed, this, &MainWindow::startWithFirstCase); // the first case came later
    connect(&m_cases->model(), &CaseTableModel::dataChanged, this, &MainWindow::startWithFirstCase); // its row was read
    connect(&m_queues, &QueueModel::counted, this, [this] {
        m_status->setDataAt(m_queues.counts().at);
        m_status->setCasesWaiting(static_cast<int>(m_queues.counts().of(Queue::ToSend)));
    });
    const auto trouble = [this](const Error& error) { toast(ToastKind::Trouble, m_words.error(error)); };
    connect(&m_queues, &QueueModel::failed, this, trouble);
    connect(&m_saved, &SavedFilters::failed, this, trouble);
    connect(m_cases, &CaseListPage::failed, this, trouble);
    connect(m_cases, &CaseListPage::filterChanged, this, &MainWindow::filterChanged);
    connect(m_cases, &CaseListPage::opened, this, [this](CaseKey key) { openKey(key, true); });
    connect(m_cases, &CaseListPage::chosen, this, [this](CaseKey key) {
        m_browsed = key;
        m_browse.start();
    });
    connect(&m_browse, &QTimer::timeout, this, [this] { openKey(m_browsed, false); });
    connect(m_cases, &CaseListPage::bulkAsked, this, &MainWindow::askBulk);

    connect(m_command, &CommandBar::commanded, this, &MainWindow::runCommand);
    connect(m_command, &CommandBar::caseChosen, this, &MainWindow::showCase);
    connect(m_command, &CommandBar::searched, this, [this](const QString& words) {
        showPage(Page::Cases);
        m_cases->searchAll(words);
    });
    connect(m_command, &CommandBar::notUnderstood, this,
            [this](const QString& text, const QString& why) { toast(ToastKind::Notice, tr("Not understood: %1").arg(text), why); });
    connect(&m_runner, &CommandRunner::caseFound, this, &MainWindow::showCase);
    connect(&m_runner, &CommandRunner::placeFound, this, [this](const GeoPoint& place, const QString& name) {
        showPage(Page::Map);
        Q_EMIT placeRequested(place, name);
    });
    connect(&m_runner, &CommandRunner::saved, this, &MainWindow::saved);
    connect(&m_runner, &CommandRunner::refused, this,
            [this](const QString& what, const QString& why) { toast(ToastKind::Trouble, what, why); });
    connect(m_undo, &UndoBar::takenBack, this, [this](const QString& what) { toast(ToastKind::Done, tr("Taken back: %1").arg(what)); });
    connect(m_undo, &UndoBar::failed, this, trouble);

    connect(m_status, &StatusStrip::personPressed, this, &MainWindow::openPeople);
    connect(m_status, &StatusStrip::languagePressed, this, &MainWindow::toggleLanguage);
    connect(m_status, &StatusStrip::themePressed, this, &MainWindow::nextTheme);
    connect(m_status, &StatusStrip::outboxPressed, this, [this](bool refused) { showQueue(refused ? Queue::Tray : Queue::ToSend); });
    connect(m_people, &AccountSwitch::chosen, this, &MainWindow::sessionChangeRequested);
    connect(&m_themes, &ThemeKeeper::changed, this, &MainWindow::applyIcons);
    connect(&m_desk.notifier, &Notifier::rulesChanged, this, &MainWindow::retranslate);

    connect(m_layout, &LayoutKeeper::loaded, this, &MainWindow::restoreLayout);
    m_layout->setCollector([this] {
        if (!m_caseAside) // put aside for a form, not for good
            m_layout->set(QStringLiteral("window"), saveState(1));
        m_layout->set(columnsOf(m_session), m_cases->table().columns().text());
    });
    for (auto* dock : {m_queueDock, m_caseDock})
        connect(dock, &QDockWidget::visibilityChanged, m_layout, &LayoutKeeper::noteChange);
}

void MainWindow::setPage(Page page, QWidget* widget)
{
    auto*& held = m_pages[static_cast<std::size_t>(page)];
    if (widget == nullptr || held == widget)
        return;
    const int at = m_stack->indexOf(held);
    m_stack->insertWidget(at, widget);
    m_stack->removeWidget(held);
    held->deleteLater();
    held = widget;
    if (auto* action = m_pageActions->actions().value(static_cast<int>(page)))
        action->setVisible(true);
}

void MainWindow::setCasePage(QWidget* page)
{
    auto* before = m_caseDock->widget();
    m_caseDock->setWidget(page);
    if (before != nullptr)
        before->deleteLater();
    m_caseDock->show();
    fitDocks();
}

void MainWindow::fitDocks()
{
    const bool small = width() < smallScreen;
    resizeDocks({m_queueDock, m_caseDock}, {small ? 172 : 200, small ? 450 : 560}, Qt::Horizontal);
}

void MainWindow::setSession(const Session& session)
{
    if (session.actor.account != m_session.actor.account) {
        if (m_session.rules) // somebody who leaves
            m_layout->set(columnsOf(m_session), m_cases->table().columns().text());
        m_saved.setAccount(session.actor.account);
        m_toasts->personChanged();
    }
    m_session = session;
    m_undo->personChanged(session.actor.account);
    m_runner.setSession(session);
    m_status->setSession(session);
    m_cases->setSession(session);
    CaseFilter within;
    within.mine = session.actor.account;
    m_queues.setWithin(within);
    showColumns();
}

void MainWindow::showColumns() { m_cases->table().setColumns(ColumnChoice::parse(m_layout->value(columnsOf(m_session)))); }

void MainWindow::startWithFirstCase()
{
    // Whoever sits down sees the most pressing case instead of an empty page; later lists leave the case page alone. Not
    // before the window is on show: until then nobody may have joined openCase(). The start is over when a case was really
    // opened: an empty list, or a row that could not be read, is tried again when something comes.
    auto& table = m_cases->table();
    const auto& model = m_cases->model();
    if (m_started || !isVisible() || !model.complete() || model.rowCount() == 0)
        return;
    const auto current = table.currentIndex();
    if (!current.isValid() || (current.row() == 0 && table.selectionModel()->selectedRows().isEmpty()))
        table.selectRow(0);
    if (const int row = table.currentIndex().row(); model.rowAt(row) != nullptr) // else its page is still being read
        openKey(model.keyAt(row), false); // at once: nobody is moving through the list yet
}

void MainWindow::makeRoom(Page page)
{
    // On a small screen a form and a case side by side would both be cut off.
    const bool aside = page == Page::Intake && width() < smallScreen;
    if (aside && m_caseDock->isVisibleTo(this)) {
        m_caseAside = true;
        m_caseDock->hide();
    } else if (!aside && std::exchange(m_caseAside, false)) {
        m_caseDock->show();
        fitDocks();
    }
    m_toasts->setOver(m_stack, page == Page::Intake || page == Page::Board ? footHeight : 0);
}

void MainWindow::showPage(Page page)
{
    makeRoom(page);
    if (this->page() == page && m_stack->currentWidget() == m_pages[static_cast<std::size_t>(page)])
        return;
    m_stack->setCurrentWidget(m_pages[static_cast<std::size_t>(page)]);
    if (auto* action = m_pageActions->actions().value(static_cast<int>(page)))
        action->setChecked(true);
    // The queue list shows where one is, and leads back to the tray after the table was looked at.
    if (page == Page::Tray && m_queueList->queue() != Queue::Tray)
        m_queueList->setQueue(Queue::Tray);
    else if (page == Page::Cases && m_hasTray && m_queueList->queue() == Queue::Tray)
        m_queueList->setQueue(m_cases->queue());
    Q_EMIT pageChanged(page);
}

MainWindow::Page MainWindow::page() const
{
    for (int i = 0; i < pageCount; ++i)
        if (m_stack->currentWidget() == m_pages[static_cast<std::size_t>(i)])
            return static_cast<Page>(i);
    return Page::Cases;
}

void MainWindow::openKey(CaseKey key, bool enter)
{
    const auto open = [this, enter](const CaseId& id) {
        m_started = true;
        Q_EMIT openCase(id);
        if (enter) {
            m_caseDock->show();
            m_caseDock->widget()->setFocus(Qt::OtherFocusReason);
        }
    };
    m_browse.stop();
    m_browsed = key;
    if (const auto* row = m_cases->model().rowAt(m_cases->model().rowOf(key, m_cases->table().currentIndex().row()))) {
        open(row->id);
        return;
    }
    if (key == 0)
        return;
    m_desk.queries.rows({key}).then(this, [this, key, open](Result<std::vector<std::pair<CaseKey, CaseRow>>> rows) {
        if (key != m_browsed)
            return; // somebody went on meanwhile
        if (!rows && rows.error().code != ErrorCode::Cancelled)
            toast(ToastKind::Trouble, m_words.error(rows.error()));
        else if (rows && !rows->empty())
            open(rows->front().second.id);
    });
}

void MainWindow::showCase(const CaseId& id)
{
    m_browse.stop();
    m_started = true; // somebody chose
    m_caseDock->show();
    Q_EMIT openCase(id);
    m_desk.queries.keysOf({id}).then(this, [this](Result<std::vector<CaseKey>> keys) {
        if (keys && !keys->empty() && keys->front() != 0)
            m_cases->follow(keys->front());
    });
}

void MainWindow::showQueue(Queue queue)
{
    if (m_queueList->currentIndex().isValid() && m_queueList->queue() == queue)
        openQueue(queue);
    m_queueList->setQueue(queue);
}

void MainWindow::openQueue(Queue queue)
{
    // The tray holds operations, not cases: it has a page of its own.
    if (queue == Queue::Tray && m_hasTray)
        return showPage(Page::Tray);
    showPage(Page::Cases);
    m_cases->setQueue(queue);
}

Queue MainWindow::queue() const { return m_cases->queue(); }

CaseFilter MainWindow::filter() const { return m_cases->filter(); }

void MainWindow::toast(ToastKind kind, const QString& what, const QString& then)
{
    // That something is done needs no card over the rows.
    if (kind == ToastKind::Done && then.isEmpty())
        m_undo->tell(what);
    else
        m_toasts->add(kind, what, then);
}

void MainWindow::saved(const QString& what, const SubmitAnswer& answer)
{
    if (answer.heldUntil > m_desk.clock.now())
        m_undo->offer(m_session.actor, what, answer);
    else
        toast(ToastKind::Done, what);
}

void MainWindow::setOutbox(int waiting, int refused) { m_status->setOutbox(waiting, refused); }

void MainWindow::askBulk(BulkAction action)
{
    auto* dialog = new BulkDialog(m_desk, m_words, m_session, action, m_cases->table().selectedKeys(), this);
    connect(dialog, &BulkDialog::saved, this, [this](const QString& what, const SubmitAnswer& answer) {
        m_cases->table().clearSelection();
        saved(what, answer);
    });
    dialog->open();
}

void MainWindow::stepCase(int step)
{
    auto& table = m_cases->table();
    const int row = std::clamp(table.currentIndex().row() + step, 0, std::max(0, m_cases->model().rowCount() - 1));
    if (m_cases->model().rowCount() > 0) {
        table.setCurrentIndex(m_cases->model().index(row, CaseTableModel::NumberColumn));
        table.scrollTo(table.currentIndex());
    }
}

void MainWindow::takeNext()
{
    showPage(Page::Cases);
    if (m_cases->model().rowCount() == 0) {
        toast(ToastKind::Notice, tr("This queue is empty."), tr("Ctrl+Down goes to the next queue that holds cases."));
        return;
    }
    auto& table = m_cases->table();
    if (!table.currentIndex().isValid())
        stepCase(0);
    else
        stepCase(1);
    openKey(m_cases->model().keyAt(table.currentIndex().row()), true);
}

void MainWindow::runCommand(const CommandLine& line)
{
    if (m_runner.run(line))
        return;
    for (const auto& verb : m_moreVerbs)
        if (verb.id == line.verb) {
            Q_EMIT commanded(line);
            return;
        }
    if (!m_actions.run(line.verb, line.rest))
        toast(ToastKind::Notice, tr("This cannot be done here now."));
}

void MainWindow::restoreLayout()
{
    if (const auto state = m_layout->value(QStringLiteral("window")); !state.isEmpty()) {
        const bool page = m_caseDock->isVisibleTo(this);
        restoreState(state, 1);
        m_placed = true;
        if (!page)
            m_caseDock->hide();
    }
    showColumns();
    for (const auto* spec : m_actions.specs())
        if (const auto keys = m_layout->value(QStringLiteral("key/") + spec->id); !keys.isEmpty())
            m_actions.rebind(spec->id, QKeySequence::fromString(QString::fromUtf8(keys.sliced(1)), QKeySequence::PortableText));
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show)
        if (auto* dialog = qobject_cast<QDialog*>(watched);
            dialog != nullptr && dialog->parentWidget() != nullptr && dialog->parentWidget()->window() == this && !dialog->property("placed").toBool()) {
            // In the middle of the window and never larger than it; afterwards where the person moves it.
            dialog->setProperty("placed", true);
            dialog->resize(dialog->size().boundedTo(size() - QSize(40, 60)));
            dialog->move(mapToGlobal(rect().center()) - dialog->rect().center());
        }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        auto* widget = qobject_cast<QWidget*>(watched);
        if (widget != nullptr)
            m_queueList->dropHover();
        const auto text = key->text();
        const bool slash = text == QLatin1String("/") || text == QString(QChar(0x3001)) || text == QString(QChar(0xFF0F));
        if (slash && widget != nullptr && widget->window() == this && !takesText(widget) && !(key->modifiers() & ~Qt::KeypadModifier)) {
            m_command->begin(QStringLiteral("/"));
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_layout != nullptr)
        retranslate();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_layout->write();
    event->accept();
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    startWithFirstCase();
    // Borders can only be moved once the window has its size; an arrangement that was kept is left alone.
    QTimer::singleShot(0, this, [this] {
        if (!std::exchange(m_placed, true))
            fitDocks();
    });
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_layout == nullptr)
        return;
    m_layout->noteChange();
    // Only a change between small and large screens moves the borders; otherwise they stay where the person put them.
    if ((event->size().width() < smallScreen) != (event->oldSize().width() < smallScreen))
        fitDocks();
}

} // namespace griddesk
