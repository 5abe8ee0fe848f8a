// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/maplayerstack.h"
#include "maps/mapview.h"
#include "maps/tileservice.h"
#include "mapfixtures.h"

#include <gtest/gtest.h>

#include <QPainter>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

namespace griddesk {
namespace {

class Scene : public ::testing::Test {
protected:
    void show()
    {
        m_view = std::make_unique<QQuickView>();
        showMap(*m_view, m_host);
        m_view->resize(900, 700);
        m_view->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_view.get()));
        ASSERT_EQ(m_view->status(), QQuickView::Ready);
        ASSERT_FALSE(m_host.isFailed());
    }
    void waitForLayers()
    {
        auto* stack = m_view->rootObject()->findChild<MapLayerStack*>();
        ASSERT_NE(stack, nullptr);
        ASSERT_TRUE(QTest::qWaitFor([&] {
            m_view->grabWindow(); // polishes and paints
            return !stack->isBusy();
        }, 20'000));
    }
    void fill()
    {
        QSignalSpy areas(&m_host.data(), &MapData::areasReady);
        QSignalSpy cases(&m_host.data(), &MapData::casesReady);
        m_host.setAreas(testing::squareDistrict(10, 10));
        m_host.setCases({{"lone", place(0.005, 0.005), {MapStage::Handling, MapLamp::Red, MapUrgency::Critical, false}, "垃圾"},
                         {"near", place(0.009, 0.009), {}, ""},
                         {"twin1", place(0.015, 0.015), {}, ""},
                         {"twin2", place(0.015, 0.015), {}, ""}});
        while (areas.isEmpty())
            ASSERT_TRUE(areas.wait(20'000));
        while (cases.isEmpty())
            ASSERT_TRUE(cases.wait(20'000));
        m_host.fit({place(0, 0), place(0.02, 0.02)});
    }
    static GeoPoint place(double dx, double dy) { return GeoPoint::fromDegrees(121.40 + dx, 31.20 + dy).value(); }
    QPointF screen(double dx, double dy) const { return m_host.camera().toScreen(place(dx, dy)); }

    MapHost m_host;
    std::unique_ptr<QQuickView> m_view; // before the host goes
};

TEST_F(Scene, WithoutAnyTilesShowsAreasAndCasesOnPlainLand)
{
    show();
    fill();
    waitForLayers();
    const QImage image = m_view->grabWindow();
    const QPointF lone = screen(0.005, 0.005);
    EXPECT_EQ(image.pixelColor((lone + QPointF(6, 0)).toPoint()).rgb(), m_host.style().lamp[static_cast<int>(MapLamp::Red)].rgb());
    EXPECT_EQ(image.pixelColor(5, 5).rgb(), m_host.style().land.rgb());
    EXPECT_EQ(m_host.reviewText(), QString());
}

TEST_F(Scene, ShowsTheBaseMapInPlaceUnderItsLayers)
{
    // Two tiles to the screen, one red one blue: their border must lie where the camera says.
    auto archive = std::make_shared<testing::MemoryArchive>();
    archive->data.minZoom = archive->data.maxZoom = 14;
    archive->data.attribution = "© somebody";
    const QPointF tile = worldOf(place(0.01, 0.01)) * pixelScale(14) / 256;
    const int x = static_cast<int>(tile.x());
    const int y = static_cast<int>(tile.y());
    for (int dy = -3; dy <= 3; ++dy)
        for (int dx = -3; dx <= 3; ++dx)
            archive->tiles[{14, x + dx, y + dy}] = testing::bytesOf(testing::pngOf(dx < 0 ? QColor(200, 0, 0) : QColor(0, 0, 200)));
    TileService service;
    ASSERT_TRUE(service.start());
    ASSERT_TRUE(service.add("two", archive));
    m_host.setBaseMap(service.source("two"));
    show();
    m_host.setZoom(14);
    m_host.setCentre(fromWorld(QPointF(x * 256.0, (y + 0.5) * 256.0) / pixelScale(14)));
    const double border = m_host.camera().toScreen(x * 256.0 / pixelScale(14), 0).x();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_view->grabWindow().pixelColor(static_cast<int>(border) + 30, 350) == QColor(0, 0, 200); }, 20'000))
        << m_host.tileHost().toStdString();
    const QImage image = m_view->grabWindow();
    EXPECT_EQ(image.pixelColor(static_cast<int>(std::lround(border)) - 2, 350), QColor(200, 0, 0));
    EXPECT_EQ(image.pixelColor(static_cast<int>(std::lround(border)) + 2, 350), QColor(0, 0, 200));
    EXPECT_EQ(m_host.reviewText(), "Internal material, keep safe");
    archive->data.reviewNumber = "GS(2019)1822号";
    m_host.setBaseMap(service.source("two"));
    EXPECT_EQ(m_host.reviewText(), "Map review no. GS(2019)1822号");
    archive->data.datum = "gcj02";
    m_host.setBaseMap(service.source("two"));
    EXPECT_TRUE(m_host.tileHost().isEmpty()) << "a shifted map would put cases in wrong places";
}

TEST_F(Scene, IsSettledOnlyWhenTilesAndLayersOfTheViewAreThere)
{
    auto archive = std::make_shared<testing::MemoryArchive>();
    archive->data.minZoom = archive->data.maxZoom = 14;
    TileService service;
    ASSERT_TRUE(service.start());
    ASSERT_TRUE(service.add("map", archive));
    m_host.setBaseMap(service.source("map"));
    EXPECT_FALSE(m_host.isSettled()) << "no tile was fetched yet";
    show();
    fill();
    const auto settled = [&] {
        m_view->grabWindow();
        return m_host.isSettled();
    };
    ASSERT_TRUE(QTest::qWaitFor(settled, 20'000));
    m_host.setCentre(place(0.3, 0.3));
    EXPECT_FALSE(m_host.isSettled()) << "another place";
    ASSERT_TRUE(QTest::qWaitFor(settled, 20'000));
    m_host.setTheme(MapTheme::Dark);
    EXPECT_FALSE(m_host.isSettled()) << "another theme";
    ASSERT_TRUE(QTest::qWaitFor(settled, 20'000));
    m_host.setShown(MapPart::BaseMap, false);
    EXPECT_TRUE(m_host.tileHost().isEmpty());
    ASSERT_TRUE(QTest::qWaitFor(settled, 20'000));
}

TEST_F(Scene, CasesThatAreNotShownAreNotHit)
{
    show();
    fill();
    ASSERT_EQ(m_host.caseAt(screen(0.005, 0.005)), "lone");
    m_host.setShown(MapPart::Cases, false);
    EXPECT_TRUE(m_host.caseAt(screen(0.005, 0.005)).isEmpty());
    waitForLayers();
    EXPECT_NE(m_view->grabWindow().pixelColor((screen(0.005, 0.005) + QPointF(6, 0)).toPoint()).rgb(),
              m_host.style().lamp[static_cast<int>(MapLamp::Red)].rgb());
    m_host.setShown(MapPart::Cases, true);
    EXPECT_EQ(m_host.caseAt(screen(0.005, 0.005)), "lone");
}

TEST_F(Scene, TheWholeWindowIsFilledBetweenWholeLevels)
{
    auto archive = std::make_shared<testing::MemoryArchive>();
    archive->data.minZoom = 14;
    archive->data.maxZoom = 15;
    const QPointF tile = worldOf(place(0.01, 0.01)) * pixelScale(15) / 256;
    for (int dy = -6; dy <= 6; ++dy)
        for (int dx = -6; dx <= 6; ++dx)
            archive->tiles[{15, static_cast<int>(tile.x()) + dx, static_cast<int>(tile.y()) + dy}] = testing::bytesOf(testing::pngOf(QColor(0, 0, 200)));
    TileService service;
    ASSERT_TRUE(service.start());
    ASSERT_TRUE(service.add("blue", archive));
    m_host.setBaseMap(service.source("blue"));
    show();
    m_host.setZoom(14.75);
    m_host.setCentre(place(0.01, 0.01));
    EXPECT_EQ(m_host.level(), 15) << "tiles of the nearest level, made smaller";
    ASSERT_TRUE(QTest::qWaitFor(
        [&] {
            const QImage image = m_view->grabWindow();
            return image.pixelColor(image.width() - 60, 20) == QColor(0, 0, 200) && image.pixelColor(4, image.height() - 60) == QColor(0, 0, 200);
        },
        20'000));
}

TEST_F(Scene, AClickOnACaseSelectsItAndSaysSo)
{
    show();
    fill();
    QSignalSpy clicked(&m_host, &MapHost::caseClicked);
    QSignalSpy area(&m_host, &MapHost::areaClicked);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, Qt::NoModifier, screen(0.005, 0.005).toPoint());
    ASSERT_EQ(clicked.count(), 1);
    EXPECT_EQ(clicked[0][0].toString(), "lone");
    EXPECT_EQ(m_host.selection(), QStringList{"lone"});
    m_host.click(screen(0.009, 0.009), true);
    EXPECT_EQ(m_host.selection(), (QStringList{"lone", "near"}));
    m_host.click(screen(0.0131, 0.0031), false);
    ASSERT_EQ(area.count(), 1);
    EXPECT_EQ(area[0][0].toString(), "1-6");
    EXPECT_FALSE(m_host.viewLock()) << "choosing is not moving";
}

TEST_F(Scene, AClickWhilePlacingGivesThePlaceAndSelectsNothing)
{
    show();
    fill();
    QSignalSpy picked(&m_host, &MapHost::placePicked);
    m_host.setPlacing(true);
    m_host.click(screen(0.005, 0.005), false);
    ASSERT_EQ(picked.count(), 1);
    const auto p = picked[0][0].value<GeoPoint>();
    EXPECT_NEAR(p.lonE7, place(0.005, 0).lonE7, 2);
    EXPECT_NEAR(p.latE7, place(0, 0.005).latE7, 2);
    EXPECT_TRUE(m_host.selection().isEmpty());
}

TEST_F(Scene, CasesAtOnePlaceAreChosenTogether)
{
    show();
    fill();
    QSignalSpy chosen(&m_host, &MapHost::casesLassoed);
    const auto& cases = *m_host.data().cases();
    for (const DrawnMark& mark : cases.marks(cases.extent(), static_cast<int>(m_host.zoom())))
        if (mark.isCluster())
            m_host.click(m_host.camera().toScreen(mark.x, mark.y), false);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toStringList().size(), 2);
}

TEST_F(Scene, TheLassoTakesWhatIsInsideIt)
{
    show();
    fill();
    QSignalSpy chosen(&m_host, &MapHost::casesLassoed);
    const QPoint a = screen(0.002, 0.002).toPoint();
    const QPoint b = screen(0.012, 0.012).toPoint();
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, a);
    for (const QPoint& p : {QPoint((a.x() + b.x()) / 2, a.y()), QPoint(b.x(), a.y()), b, QPoint(a.x(), b.y()), QPoint(a.x(), (a.y() + b.y()) / 2)})
        QTest::mouseEvent(QTest::MouseMove, m_view.get(), Qt::NoButton, Qt::ShiftModifier, p);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::ShiftModifier, QPoint(a.x(), (a.y() + b.y()) / 2));
    ASSERT_EQ(chosen.count(), 1);
    QStringList ids = chosen[0][0].toStringList();
    ids.sort();
    EXPECT_EQ(ids, (QStringList{"lone", "near"}));
}

TEST_F(Scene, AnyMovingGestureLocksTheViewAndHomeUnlocksIt)
{
    show();
    fill();
    EXPECT_FALSE(m_host.viewLock());
    const MapCamera fitted = m_host.camera();
    QTest::keyClick(m_view.get(), Qt::Key_Right);
    EXPECT_TRUE(m_host.viewLock());
    EXPECT_NE(m_host.camera(), fitted);
    const MapCamera byHand = m_host.camera();
    m_host.autoFit({place(0, 0), place(0.3, 0.3)});
    EXPECT_EQ(m_host.camera(), byHand) << "a new set does not move a locked view";
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    EXPECT_FALSE(m_host.viewLock());
    EXPECT_LT(m_host.zoom(), fitted.zoom()) << "the remembered box is the new one";
}

TEST_F(Scene, TheWheelZoomsOneLevelANotchRoundTheMouse)
{
    show();
    fill();
    const double zoom = m_host.zoom();
    const QPointF at(500, 300); // not over the legend
    const QPointF under = m_host.camera().worldAt(at);
    QWheelEvent wheel(at, m_view->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view.get(), &wheel);
    EXPECT_EQ(m_host.zoom(), zoom + 1);
    EXPECT_NEAR((m_host.camera().toScreen(under.x(), under.y()) - at).manhattanLength(), 0, 1.1);
    m_host.wheel(40, at); // a fine wheel: three make a level
    m_host.wheel(40, at);
    EXPECT_EQ(m_host.zoom(), zoom + 1);
    m_host.wheel(40, at);
    EXPECT_EQ(m_host.zoom(), zoom + 2);
}

TEST_F(Scene, DraggingMovesTheMapWithTheMouse)
{
    show();
    fill();
    const QPointF before = screen(0.01, 0.01);
    QTest::mousePress(m_view.get(), Qt::LeftButton, Qt::NoModifier, QPoint(300, 300));
    for (int x = 310; x <= 400; x += 10)
        QTest::mouseMove(m_view.get(), QPoint(x, 300));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, Qt::NoModifier, QPoint(400, 300));
    EXPECT_NEAR(screen(0.01, 0.01).x() - before.x(), 100, 12); // less the threshold
    EXPECT_TRUE(m_host.viewLock());
}

TEST_F(Scene, ANewThemeRepaintsEverything)
{
    show();
    fill();
    waitForLayers();
    m_host.setTheme(MapTheme::Dark);
    waitForLayers();
    const QImage image = m_view->grabWindow();
    EXPECT_EQ(image.pixelColor(5, 5).rgb(), m_host.style().land.rgb());
    EXPECT_EQ(image.pixelColor((screen(0.005, 0.005) + QPointF(6, 0)).toPoint()).rgb(), m_host.style().lamp[static_cast<int>(MapLamp::Red)].rgb());
}

TEST_F(Scene, ThatCannotBeLoadedLeavesANoticeAndAnIdleHost)
{
    QQuickView view;
    view.engine()->setImportPathList({});
    view.setInitialProperties({{"host", QVariant::fromValue(&m_host)}});
    m_host.setFailed(true);
    view.setInitialProperties({});
    view.setSource(MapHost::failureUrl());
    fill();
    m_host.click({3, 3}, false);
    m_host.fit({place(0, 0), place(0.02, 0.02)});
    EXPECT_FALSE(m_host.layers()[0].painter) << "nothing is prepared for a scene that is not there";
}

TEST_F(Scene, OfAnotherPartGetsALayerOfItsOwnAndLosesIt)
{
    class Green final : public LayerPainter {
    public:
        [[nodiscard]] bool covers(LayerTile) const override { return true; }
        void paint(QPainter& p, LayerTile, const PaintCancel&) const override { p.fillRect(0, 0, 512, 512, Qt::green); }
    };
    show();
    fill();
    const int layer = m_host.attachLayer(std::make_shared<Green>(), MapZ::caseHighlight + 1);
    waitForLayers();
    EXPECT_EQ(m_view->grabWindow().pixelColor(400, 300), QColor(Qt::green));
    m_host.detachLayer(layer);
    waitForLayers();
    EXPECT_NE(m_view->grabWindow().pixelColor(400, 300), QColor(Qt::green));
}

} // namespace
} // namespace griddesk
