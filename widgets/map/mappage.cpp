// SPDX-License-Identifier: GPL-3.0-or-later
#include "mappage.h"

#include "maps/mapview.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QQmlEngine>
#include <QQuickWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace griddesk {

namespace {

MapStage mapStageOf(Stage stage)
{
    switch (stage) {
    case Stage::Reported:
    case Stage::Accepted:
    case Stage::Verifying: return MapStage::Intake;
    case Stage::Filed:
    case Stage::Dispatched: return MapStage::Dispatch;
    case Stage::Handling: return MapStage::Handling;
    case Stage::Handled:
    case Stage::Checking: return MapStage::Checking;
    case Stage::Checked: return MapStage::Closing;
    default: return MapStage::Closed;
    }
}

bool marked(std::uint32_t marks, CaseMark mark) { return (marks & static_cast<std::uint32_t>(mark)) != 0; }

CaseSigns signsOf(const CasePin& pin, Instant now)
{
    CaseSigns signs;
    signs.stage = mapStageOf(pin.stage);
    signs.urgency = pin.urgency == Urgency::Critical ? MapUrgency::Critical : pin.urgency == Urgency::Urgent ? MapUrgency::Urgent : MapUrgency::Ordinary;
    signs.supervised = marked(pin.marks, CaseMark::Supervised);
    if (marked(pin.marks, CaseMark::Suspended) || marked(pin.marks, CaseMark::StatutoryPause))
        signs.lamp = MapLamp::Suspended;
    else if (isOpen(pin.stage) && pin.due != Instant{})
        signs.lamp = now > pin.due ? MapLamp::Red : pin.yellowAt != Instant{} && now > pin.yellowAt ? MapLamp::Yellow : MapLamp::Green;
    return signs;
}

MapAreaLevel mapLevelOf(AreaLevel level)
{
    switch (level) {
    case AreaLevel::Cell: return MapAreaLevel::Cell;
    case AreaLevel::Grid: return MapAreaLevel::Grid;
    case AreaLevel::Community: return MapAreaLevel::Community;
    case AreaLevel::Subdistrict: return MapAreaLevel::Subdistrict;
    case AreaLevel::District: return MapAreaLevel::District;
    }
    return MapAreaLevel::Cell;
}

MapTheme mapThemeOf(ThemeId id)
{
    return id == ThemeId::Dark ? MapTheme::Dark : id == ThemeId::Contrast ? MapTheme::Contrast : MapTheme::Light;
}

std::shared_ptr<const CaseIndex> indexOf(const std::vector<CasePin>& pins, Instant now)
{
    CaseIndex::Builder builder;
    builder.reserve(pins.size());
    for (const auto& pin : pins)
        builder.add(pin.id.text(), pin.place, signsOf(pin, now), {});
    return std::move(builder).build();
}

} // namespace

MapPage::MapPage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_words(words), m_themes(themes), m_host(std::make_unique<MapHost>())
{
    setObjectName(QStringLiteral("mapPage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);

    auto* bar = new QWidget(this);
    bar->setProperty("panel", true);
    auto* barLayout = new QHBoxLayout(bar);
    barLayout->setContentsMargins(12, 6, 6, 6);
    barLayout->setSpacing(2);
    m_count = new QLabel(bar);
    m_count->setProperty("muted", true);
    m_refit = new QToolButton(bar);
    m_refit->setObjectName(QStringLiteral("mapRefit"));
    connect(m_refit, &QToolButton::clicked, this, [this] { m_host->refit(); });
    barLayout->addWidget(m_count, 1);
    constexpr std::array<const char*, mapPartCount> partNames{"mapBaseMap", "mapAreas", "mapNames", "mapCases"};
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        auto* button = new QToolButton(bar);
        button->setObjectName(QLatin1String(partNames[i]));
        button->setCheckable(true);
        button->setChecked(true);
        connect(button, &QToolButton::toggled, this, [this, i](bool on) { m_host->setShown(static_cast<MapPart>(i), on); });
        barLayout->addWidget(button);
        m_parts[i] = button;
    }
    barLayout->addSpacing(4);
    barLayout->addWidget(m_refit);
    layout->addWidget(bar);

    m_pickBar = new QWidget(this);
    m_pickBar->setObjectName(QStringLiteral("mapPickBar"));
    auto* pickLayout = new QHBoxLayout(m_pickBar);
    pickLayout->setContentsMargins(12, 6, 12, 6);
    m_pickText = new QLabel(m_pickBar);
    m_pickText->setProperty("chip", QStringLiteral("info"));
    pickLayout->addWidget(m_pickText);
    pickLayout->addStretch(1);
    m_pickBar->hide();
    layout->addWidget(m_pickBar);

    m_host->setFontFamily(font().family());
    m_view = new QQuickWidget(this);
    m_view->setObjectName(QStringLiteral("mapView"));
    m_view->setFocusPolicy(Qt::StrongFocus);
    showMap(*m_view, *m_host);
    layout->addWidget(m_view, 1);

    connect(m_host.get(), &MapHost::caseClicked, this, [this](const QString& id) {
        if (auto parsed = CaseId::parse(id.toStdString()))
            Q_EMIT openCaseRequested(*parsed);
    });
    connect(m_host.get(), &MapHost::placePicked, this, [this](GeoPoint place) {
        endPicking();
        Q_EMIT placePicked(place);
    });
    connect(&m_themes, &ThemeKeeper::changed, this, &MapPage::applyTheme);
    connect(&m_desk.notifier, &Notifier::casesChanged, this, [this] {
        m_stale = true;
        m_refresh.start();
    });
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(400); // a burst of changes is one new picture
    connect(&m_refresh, &QTimer::timeout, this, &MapPage::refresh);
    applyTheme();
    retranslate();
}

MapPage::~MapPage()
{
    if (m_cancel)
        m_cancel->store(true);
    delete m_view; // its scene refers to the host
}

void MapPage::setBaseMap(std::optional<BaseMapSource> source) { m_host->setBaseMap(std::move(source)); }

void MapPage::setAreas(const std::map<AreaCode, MultiPolygon>& shapes, std::shared_ptr<const Rules> rules)
{
    std::vector<AreaShape> areas;
    MapBox box;
    bool first = true;
    for (const auto& [code, shape] : shapes) {
        const auto found = rules->areas.find(code);
        if (found == rules->areas.end())
            continue;
        AreaShape area;
        area.code = code.text();
        area.name = found->second.name;
        area.level = mapLevelOf(found->second.level);
        if (found->second.parent)
            area.parent = found->second.parent->text();
        for (const auto& polygon : shape) {
            area.polygons.push_back(polygon.outer);
            for (const auto& hole : polygon.holes)
                area.polygons.push_back(hole);
            for (const auto& point : polygon.outer) {
                if (first)
                    box = MapBox{point, point};
                else
                    box.include(point);
                first = false;
            }
        }
        areas.push_back(std::move(area));
    }
    m_areas = std::move(areas);
    if (isVisible())
        showAreas();
    if (!first)
        m_host->fit(box);
}

void MapPage::showAreas()
{
    if (auto areas = std::exchange(m_areas, std::nullopt))
        m_host->setAreas(*std::move(areas));
}

void MapPage::setFilter(const CaseFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_stale = true;
    refresh();
}

// A million marks nobody looks at would be read at every start and after every change.
void MapPage::refresh()
{
    if (!m_stale || !isVisible())
        return;
    m_stale = false;
    reload();
}

void MapPage::reload()
{
    if (m_cancel)
        m_cancel->store(true);
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    const auto generation = ++m_generation;
    m_loading = true;
    const Instant now = m_desk.clock.now();
    m_desk.queries.mapCases(m_filter, now, m_cancel)
        .then(QtFuture::Launch::Async, [now](const Result<std::vector<CasePin>>& pins) { return pins ? indexOf(*pins, now) : nullptr; })
        .then(this, [this, generation](const std::shared_ptr<const CaseIndex>& index) {
            if (generation != m_generation)
                return;
            m_loading = false;
            if (index)
                take(index);
        });
}

void MapPage::take(const std::shared_ptr<const CaseIndex>& index)
{
    m_host->setCaseIndex(index);
    retranslate();
    if (m_wanted)
        showCase(*m_wanted);
}

void MapPage::showCase(const CaseId& id)
{
    m_host->setSelection({QString::fromStdString(id.text())});
    const auto& cases = m_host->data().cases();
    const auto row = cases ? cases->rowOf(id.text()) : std::nullopt;
    if (!row) {
        m_wanted = id;
        return;
    }
    m_wanted.reset();
    const WorldPoint place = cases->place(*row);
    m_host->ensureVisible(fromWorld(QPointF(place.x, place.y)));
}

void MapPage::showPlace(GeoPoint place) { m_host->ensureVisible(place); }

void MapPage::pickPlace()
{
    m_host->setPlacing(true);
    m_pickBar->show();
    m_view->setFocus();
}

void MapPage::endPicking()
{
    m_host->setPlacing(false);
    m_pickBar->hide();
}

bool MapPage::settled() const { return !m_loading && !m_stale && m_generation != 0 && m_view->status() == QQuickWidget::Ready && m_host->isSettled(); }

void MapPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_host->placing()) {
        endPicking();
        return;
    }
    QWidget::keyPressEvent(event);
}

void MapPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showAreas();
    refresh();
}

void MapPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_view->engine()->retranslate();
        m_host->retranslate();
    }
    QWidget::changeEvent(event);
}

void MapPage::applyTheme() { m_host->setTheme(mapThemeOf(m_themes.theme().id)); }

void MapPage::retranslate()
{
    setAccessibleName(tr("District map"));
    m_refit->setText(tr("Show all"));
    m_refit->setToolTip(tr("Fit the whole district into the view and follow again (Home)"));
    const std::array<std::pair<QString, QString>, mapPartCount> parts{{{tr("Base map"), tr("Show or hide the base map")},
                                                                       {tr("Areas"), tr("Show or hide the borders of areas")},
                                                                       {tr("Names"), tr("Show or hide the names of areas")},
                                                                       {tr("Cases"), tr("Show or hide the cases")}}};
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        m_parts[i]->setText(parts[i].first);
        m_parts[i]->setToolTip(parts[i].second);
    }
    m_pickText->setText(tr("Click the place on the map. Esc gives up."));
    const auto& cases = m_host->data().cases();
    m_count->setText(tr("%1: %2 cases with a place").arg(m_words.queue(m_filter.queue), QLocale(QLocale::English).toString(cases ? cases->size() : 0)));
    m_count->setToolTip(m_count->text()); // a narrow window may cut it
}

} // namespace griddesk
