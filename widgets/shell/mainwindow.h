// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandrunner.h"
#include "models/service/desk.h"
#include "models/views/tables/bulkdrafts.h"
#include "models/views/tables/queuemodel.h"
#include "models/views/tables/savedfilters.h"
#include "models/views/words.h"
#include "morningdialog.h"
#include "toasts.h"
#include "undobar.h"
#include "widgets/actionregistry.h"
#include "widgets/theme.h"

#include <QMainWindow>
#include <QMap>
#include <QTimer>

#include <array>
#include <optional>
#include <vector>

class QActionGroup;
class QDockWidget;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace griddesk {

class AccountSwitch;
class CaseListPage;
class CommandBar;
class LayoutKeeper;
class QueueList;
class StatusStrip;

/// The operator's workplace: queues at the left, pages in the middle (cases, intake, board, map), the case page at the
/// right, commands above, state below. Pages made elsewhere are put in; the window owns them then. Thread: GUI.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum class Page { Cases, Intake, Board, Map, Tray };
    static constexpr int pageCount = 5;

    MainWindow(const Desk& desk, const Words& words, ThemeKeeper& themes, ActionRegistry& actions, Session session, QWidget* parent = nullptr);
    ~MainWindow() override;

    void setCasePage(QWidget* page);
    void setMapPage(QWidget* page) { setPage(Page::Map, page); }
    void setBoardPage(QWidget* page) { setPage(Page::Board, page); }
    void setTrayPage(QWidget* page)
    {
        setPage(Page::Tray, page);
        m_hasTray = true;
    }
    void setIntakePage(QWidget* page) { setPage(Page::Intake, page); }

    /// Another person, post or rules.
    void setSession(const Session& session);
    [[nodiscard]] const Session& session() const { return m_session; }
    void showPage(Page page);
    [[nodiscard]] Page page() const;
    /// Opens the case at the right and makes it current in the table when it is there.
    void showCase(const CaseId& id);
    void showQueue(Queue queue);
    [[nodiscard]] Queue queue() const;
    [[nodiscard]] CaseFilter filter() const; ///< what the table shows, for the map
    void toast(ToastKind kind, const QString& what, const QString& then = {});
    [[nodiscard]] UndoBar& undoBar() { return *m_undo; }
    /// Offers undo for what the present person just saved.
    void saved(const QString& what, const SubmitAnswer& answer);
    void setOutbox(int waiting, int refused);
    /// Adds verbs with named fields, handled by whoever listens to commanded().
    void addVerbs(std::vector<CommandVerb> verbs);

Q_SIGNALS:
    void openCase(const griddesk::CaseId& id);
    void filterChanged(const griddesk::CaseFilter& filter);
    void placeRequested(const griddesk::GeoPoint& place, const QString& name); ///< show it on the map
    void newCaseRequested(const QString& words);                               ///< the intake page is on show
    void commanded(const griddesk::CommandLine& line);                         ///< of a verb added by addVerbs()
    void pageChanged(griddesk::MainWindow::Page page);
    void sessionChangeRequested(const griddesk::AccountId& account, const griddesk::PostId& post);
    void languageRequested(const QString& language); ///< "zh_CN" or "en"

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    Desk m_desk;
    const Words& m_words;
    ThemeKeeper& m_themes;
    ActionRegistry& m_actions;
    Session m_session;
    SavedFilters m_saved;
    QueueModel m_queues;
    CommandRunner m_runner;
    std::vector<CommandVerb> m_moreVerbs;
    MorningView m_morning;
    CaseListPage* m_cases = nullptr;
    QueueList* m_queueList = nullptr;
    CommandBar* m_command = nullptr;
    StatusStrip* m_status = nullptr;
    AccountSwitch* m_people = nullptr;
    UndoBar* m_undo = nullptr;
    Toasts* m_toasts = nullptr;
    LayoutKeeper* m_layout = nullptr;
    QStackedWidget* m_stack = nullptr;
    std::array<QWidget*, pageCount> m_pages{};
    QDockWidget *m_queueDock = nullptr, *m_caseDock = nullptr;
    QToolBar* m_tools = nullptr;
    QActionGroup* m_pageActions = nullptr;
    QMap<QString, QMenu*> m_menus;
    QTimer m_browse;     ///< the case page follows the table when the keys rest
    CaseKey m_browsed = 0;
    bool m_placed = false;    ///< the borders stand where this or an earlier run put them
    bool m_started = false;   ///< a case was opened, the first by itself or one that somebody chose
    bool m_hasTray = false;
    bool m_caseAside = false; ///< the case page was put aside for the intake form

    void setPage(Page page, QWidget* widget);
    void openQueue(Queue queue);
    void build();
    void fitDocks();
    void makeRoom(Page page);
    void wire();
    void registerActions();
    void registerPages();
    void registerCases();
    void registerTools();
    void buildMenus();
    void applyIcons();
    void retranslate();
    void restoreLayout();
    void teachCommands();
    void runCommand(const CommandLine& line);
    void openKey(CaseKey key, bool enter);
    void stepCase(int step);
    void takeNext();
    void askBulk(BulkAction action);
    void showColumns();
    void openColumns();
    void openHeaderMenu(const QPoint& at);
    void nameFilter(const QString& id); ///< another name for a saved filter; empty: a name for the one on show
    void openSavedMenu(const QString& id, const QPoint& at);
    void deleteSaved(const QString& id);
    void openMorning();
    void startWithFirstCase();
    void openHelp();
    void openKeys(const QString& id);
    void openPeople();
    void toggleLanguage();
    void nextTheme();
};

} // namespace griddesk
