// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskapplication.h"

#include "models/core/roster.h"
#include "models/store/mbtilesarchive.h"

#include <QDialog>
#include <QVBoxLayout>

namespace griddesk {

namespace {
constexpr double callsShare = 0.84; ///< of the window, for the list of calls on a small screen
}

DeskApplication::DeskApplication(std::unique_ptr<Workspace> workspace, const ClockSource& clock, Milliseconds hold)
    : m_workspace(std::move(workspace)), m_clock(clock), m_desk(*m_workspace, clock, hold), m_words(clock)
{
    m_words.setRules(m_workspace->rules());
    build();
    join();
}

DeskApplication::~DeskApplication()
{
    m_window.reset(); // pages before what they are built from, the map before the tiles
    m_tiles.stop();
}

Actor DeskApplication::firstActor() const
{
    const auto& rules = *m_workspace->rules();
    for (const auto& tenure : rules.tenures) {
        const auto post = rules.posts.find(tenure.post);
        if (post != rules.posts.end() && post->second.roles.has(Role::Operator) && tenure.valid.holds(m_clock.now()))
            return Actor{tenure.account, tenure.post};
    }
    return Actor{AccountId::literal("nobody"), PostId::literal("nobody")};
}

void DeskApplication::build()
{
    const Desk desk = m_desk.desk();
    const Session session{firstActor(), m_workspace->rules()};
    m_window = std::make_unique<MainWindow>(desk, m_words, m_themes, m_actions, session);
    m_casePage = new CasePage(desk, m_words, m_themes, m_actions);
    m_intake = new IntakePage(desk, m_words, m_themes);
    m_board = new BoardPage(desk, m_words, m_themes);
    m_map = new MapPage(desk, m_words, m_themes);
    m_map->setAreas(m_workspace->places()->shapes(), m_workspace->rules());
    m_window->setCasePage(m_casePage);
    m_window->setIntakePage(m_intake);
    m_window->setBoardPage(m_board);
    m_window->setMapPage(m_map);
    m_tray = new TrayPage(desk, m_desk.tray(), m_words, m_themes);
    m_window->setTrayPage(m_tray);

    // Call-backs are a window beside the desk, so that the table stays in sight while somebody is on the line.
    auto* calls = new QDialog(m_window.get(), Qt::Tool);
    calls->setObjectName(QStringLiteral("callbackWindow"));
    auto* layout = new QVBoxLayout(calls);
    layout->setContentsMargins(0, 0, 0, 0);
    m_callbacks = new CallbackPage(desk, m_words, m_themes);
    layout->addWidget(m_callbacks);
    connect(m_callbacks, &CallbackPage::closeRequested, calls, &QDialog::close);
    m_actions.add(ActionSpec{.id = QStringLiteral("go.callbacks"),
                             .text = [] { return tr("Call-backs"); },
                             .group = QStringLiteral("go"),
                             .shortcut = QKeySequence(Qt::Key_F7),
                             .aliases = {QStringLiteral("回访"), QStringLiteral("callbacks"), QStringLiteral("huifang")},
                             .icon = {},
                             .checkable = false},
                  [this, calls](const QString&) {
                      calls->setWindowTitle(tr("Call-backs"));
                      if (!calls->isVisible()) {
                          m_callbacks->prefer(m_casePage->caseId());
                          const auto room = m_window->geometry(); // centred, with the table around it still in sight
                          calls->resize(QSize(1040, 720).boundedTo(room.size() * callsShare));
                          calls->move(room.center() - calls->rect().center());
                      }
                      m_callbacks->setSession(m_window->session());
                      calls->show();
                      calls->raise();
                  });
    setSession(session.actor);
}

void DeskApplication::join()
{
    connect(m_window.get(), &MainWindow::openCase, m_casePage, &CasePage::showCase);
    connect(m_window.get(), &MainWindow::openCase, m_map, &MapPage::showCase);
    connect(m_window.get(), &MainWindow::filterChanged, m_map, &MapPage::setFilter);
    connect(m_window.get(), &MainWindow::placeRequested, this, [this](const GeoPoint& place, const QString&) {
        m_window->showPage(MainWindow::Page::Map);
        m_map->showPlace(place);
    });
    connect(m_window.get(), &MainWindow::newCaseRequested, this, [this](const QString& words) {
        if (!words.isEmpty()) {
            IntakeForm form = m_intake->form();
            if (form.text.empty()) {
                form.text = words.toStdString();
                m_intake->setForm(form);
            }
        }
        m_intake->startTyping();
    });
    connect(m_window.get(), &MainWindow::sessionChangeRequested, this,
            [this](const AccountId& account, const PostId& post) { setSession(Actor{account, post}); });
    connect(m_window.get(), &MainWindow::languageRequested, this, [this](const QString& name) {
        if (auto language = parseLanguage(name.toStdString()))
            if (auto used = useLanguage(*language); !used)
                m_window->toast(ToastKind::Trouble, m_words.error(used.error()));
    });
    const auto open = [this](const CaseId& id) { m_window->showCase(id); };
    const auto saved = [this](const SubmitAnswer& answer) { said(answer); };
    connect(m_casePage, &CasePage::openCaseRequested, this, open);
    connect(m_casePage, &CasePage::submitted, this, saved);
    // The button that saved goes with its step; without this the focus would wander to the next field of the window.
    connect(m_casePage, &CasePage::submitted, m_casePage, [this] { m_casePage->setFocus(Qt::OtherFocusReason); }, Qt::QueuedConnection);
    connect(m_casePage, &CasePage::placePickRequested, this, [this] { pickPlaceFor(m_casePage); });
    connect(m_casePage, &CasePage::noticed, this, [this](const QString& sentence) { m_window->toast(ToastKind::Notice, sentence); });
    connect(m_intake, &IntakePage::openCaseRequested, this, open);
    connect(m_intake, &IntakePage::submitted, this, saved);
    connect(&m_window->undoBar(), &UndoBar::undone, m_intake, &IntakePage::takenBack);
    connect(m_intake, &IntakePage::placePickRequested, this, [this] { pickPlaceFor(m_intake); });
    connect(m_board, &BoardPage::openCaseRequested, this, open);
    connect(m_board, &BoardPage::submitted, this, saved);
    connect(m_callbacks, &CallbackPage::openCaseRequested, this, open);
    connect(m_callbacks, &CallbackPage::submitted, this, saved);
    connect(m_tray, &TrayPage::openCaseRequested, this, open);
    connect(m_tray, &TrayPage::submitted, this, saved);
    connect(m_tray, &TrayPage::noticed, this, [this](const QString& sentence) { m_window->toast(ToastKind::Done, sentence); });
    connect(m_tray, &TrayPage::formRequested, this, [this](const Operation& operation) {
        m_window->showCase(operation.caseId);
        m_casePage->startAgain(operation);
    });
    connect(&m_desk.notifier(), &Notifier::sendingFailed, this, [this](const Error& error) {
        m_window->toast(ToastKind::Trouble, tr("Saved, but it could not be handed on yet. It waits and is tried again by itself."), m_words.error(error));
    });
    connect(m_map, &MapPage::openCaseRequested, this, open);
    connect(m_map, &MapPage::placePicked, this, [this](const GeoPoint& place) {
        if (m_asker == m_intake) {
            m_window->showPage(MainWindow::Page::Intake);
            m_intake->placePicked(place);
        } else if (m_asker == m_casePage) {
            m_casePage->setPickedPlace(place);
        }
        m_asker = nullptr;
    });
    connect(&m_desk.notifier(), &Notifier::outboxChanged, m_window.get(), &MainWindow::setOutbox);
}

void DeskApplication::pickPlaceFor(QObject* asker)
{
    m_asker = asker;
    m_window->showPage(MainWindow::Page::Map);
    m_map->pickPlace();
}

void DeskApplication::said(const SubmitAnswer& answer)
{
    if (!answer.saved())
        return;
    // The undo bar names what was saved; the operation is read back, because the form that made it is gone.
    const CaseId id = answer.cases.back();
    m_desk.desk().queries.detail(id, m_window->session().actor, m_clock.now()).then(this, [this, answer](const Result<CaseDetail>& detail) {
        QString what = tr("%n operation(s)", nullptr, static_cast<int>(answer.operations.size()));
        if (detail)
            for (const auto& item : detail->history)
                if (item.operation.id == answer.operations.back())
                    what = m_words.operation(item.operation.kind);
        m_window->saved(what, answer);
    });
}

void DeskApplication::setSession(const Actor& actor)
{
    const Session session{actor, m_workspace->rules()};
    m_window->setSession(session);
    m_casePage->setSession(session);
    m_intake->setSession(session);
    m_board->setSession(session);
    m_tray->setSession(session);
    m_callbacks->setSession(session);
}

void DeskApplication::useBaseMap(const std::map<MapTheme, std::filesystem::path>& files)
{
    const QString name = QStringLiteral("base");
    for (const auto& [theme, file] : files) {
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored))
            continue;
        auto archive = MbtilesArchive::open(file);
        if (!archive) {
            m_window->toast(ToastKind::Trouble, m_words.error(archive.error()));
            return;
        }
        if (auto added = m_tiles.add(name, theme, std::shared_ptr<TileArchive>(*std::move(archive))); !added)
            return;
    }
    if (auto started = m_tiles.start(); !started) {
        m_window->toast(ToastKind::Trouble, m_words.error(started.error()));
        return;
    }
    m_map->setBaseMap(m_tiles.source(name));
}

Result<void> DeskApplication::useLanguage(Language language)
{
    auto used = m_language.use(language);
    m_actions.retranslate();
    return used;
}

void DeskApplication::useTheme(ThemeId theme) { m_themes.set(theme); }

void DeskApplication::show()
{
    m_window->show();
    if (m_workspace->salvaged() > 0)
        m_window->toast(ToastKind::Trouble, tr("%n saved operation(s) came out of the salvage file and wait in the tray to be looked at.", nullptr, static_cast<int>(m_workspace->salvaged())));
    else if (!m_workspace->outboxSetAside().empty())
        m_window->toast(ToastKind::Trouble, tr("The list of what waits to be sent was damaged and was begun anew; nothing was waiting in it."),
                        QString::fromStdString(m_workspace->outboxSetAside()));
    if (m_workspace->historyLost())
        m_window->toast(ToastKind::Trouble, tr("An older copy of log.db was put back: what was confirmed after it was saved is missing."),
                        tr("Put a newer backup back if there is one. New work is kept from here on."));
    if (!m_workspace->setAside().empty())
        m_window->toast(ToastKind::Trouble, tr("The tables were damaged and have been made anew from the log; nothing is lost."),
                        QString::fromStdString(m_workspace->setAside()));
}

} // namespace griddesk
