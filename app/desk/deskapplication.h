// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/localdesk.h"
#include "maps/tileservice.h"
#include "translations/languageswitch.h"
#include "widgets/actionregistry.h"
#include "widgets/board/boardpage.h"
#include "widgets/board/callbackpage.h"
#include "widgets/casepage/casepage.h"
#include "widgets/intake/intakepage.h"
#include "widgets/map/mappage.h"
#include "widgets/screenwords.h"
#include "widgets/shell/mainwindow.h"
#include "widgets/theme.h"
#include "widgets/tray/traypage.h"

#include <QObject>

#include <filesystem>
#include <memory>

namespace griddesk {

/// The composition root of the operator's workplace: opens the profile, builds services, words, pages and the window, joins
/// their signals, and tears all of it down in reverse. Thread: GUI.
class DeskApplication : public QObject {
    Q_OBJECT

public:
    DeskApplication(std::unique_ptr<Workspace> workspace, const ClockSource& clock, Milliseconds hold);
    ~DeskApplication() override;

    /// Serves and shows the base map, drawn for each theme, when its light file is there; without one the map has a plain ground.
    void useBaseMap(const std::map<MapTheme, std::filesystem::path>& files);
    /// Errors: those of LanguageSwitch::use().
    [[nodiscard]] Result<void> useLanguage(Language language);
    void useTheme(ThemeId theme);
    void show();

    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] ActionRegistry& actions() { return m_actions; }
    [[nodiscard]] CasePage& casePage() { return *m_casePage; }
    [[nodiscard]] IntakePage& intake() { return *m_intake; }
    [[nodiscard]] BoardPage& board() { return *m_board; }
    [[nodiscard]] CallbackPage& callbacks() { return *m_callbacks; }
    [[nodiscard]] MapPage& map() { return *m_map; }
    [[nodiscard]] TrayPage& tray() { return *m_tray; }
    [[nodiscard]] Desk desk() { return m_desk.desk(); }
    [[nodiscard]] std::shared_ptr<const Rules> rules() const { return m_workspace->rules(); }
    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] const Session& session() const { return m_window->session(); }
    /// Another person or post at this desk; every page follows.
    void setSession(const Actor& actor);

private:
    void build();
    void join();
    [[nodiscard]] Actor firstActor() const;
    void pickPlaceFor(QObject* asker);
    void said(const SubmitAnswer& answer);

    std::unique_ptr<Workspace> m_workspace;
    const ClockSource& m_clock;
    LocalDesk m_desk;
    ScreenWords m_words;
    ThemeKeeper m_themes;
    LanguageSwitch m_language;
    TileService m_tiles;
    ActionRegistry m_actions;
    std::unique_ptr<MainWindow> m_window; ///< owns the pages put into it
    CasePage* m_casePage = nullptr;
    IntakePage* m_intake = nullptr;
    BoardPage* m_board = nullptr;
    CallbackPage* m_callbacks = nullptr; ///< a tool window of the main window
    MapPage* m_map = nullptr;
    TrayPage* m_tray = nullptr;
    QObject* m_asker = nullptr; ///< who wants the next place picked on the map
};

} // namespace griddesk
