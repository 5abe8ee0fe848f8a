// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/maphost.h"
#include "maps/tileservice.h"
#include "models/geo/polygon.h"
#include "models/service/desk.h"
#include "models/views/words.h"
#include "widgets/theme.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QQuickWidget;
class QToolButton;

namespace griddesk {

/// The district map as a page (F6): areas, the cases the table shows, selection shared with the table, picking a place.
/// Works without a base map. Cases are read and areas taken in while the page is visible, off the GUI thread; late answers are dropped. Object names: mapPage, mapRefit, mapPickBar, mapBaseMap, mapAreas,
/// mapNames, mapCases, mapView.
/// Thread: GUI.
class MapPage : public QWidget {
    Q_OBJECT

public:
    MapPage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent = nullptr);
    ~MapPage() override;

    void setBaseMap(std::optional<BaseMapSource> source);
    /// Shapes by code, with names and levels from the rules.
    void setAreas(const std::map<AreaCode, MultiPolygon>& shapes, std::shared_ptr<const Rules> rules);
    void setFilter(const CaseFilter& filter);
    /// Marks the case and brings it into view.
    void showCase(const CaseId& id);
    void showPlace(GeoPoint place);
    /// The next click gives a place; Escape gives up.
    void pickPlace();
    [[nodiscard]] MapHost& host() { return *m_host; }
    /// Cases are read and the last picture is complete: for pictures of the page.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    void openCaseRequested(const griddesk::CaseId& id);
    void placePicked(griddesk::GeoPoint place);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showAreas();
    void refresh();
    void reload();
    void take(const std::shared_ptr<const CaseIndex>& index);
    void applyTheme();
    void retranslate();
    void endPicking();

    Desk m_desk;
    const Words& m_words;
    ThemeKeeper& m_themes;
    CaseFilter m_filter;
    std::unique_ptr<MapHost> m_host;
    QQuickWidget* m_view = nullptr; ///< deleted before the host
    QWidget* m_pickBar = nullptr;
    QLabel *m_pickText = nullptr, *m_count = nullptr;
    QToolButton* m_refit = nullptr;
    std::array<QToolButton*, mapPartCount> m_parts{};
    QTimer m_refresh;
    std::uint64_t m_generation = 0;
    CancelFlag m_cancel;
    std::optional<std::vector<AreaShape>> m_areas; ///< until the page is shown
    bool m_loading = false;
    bool m_stale = true; ///< what is shown is not what the filter gives now
    std::optional<CaseId> m_wanted; ///< to be shown once its place is known
};

} // namespace griddesk
