// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tilepictures.h"
#include "maps/tilerequest.h"
#include "maps/tileservice.h"
#include "mapfixtures.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTcpSocket>

namespace griddesk {
namespace {

QByteArray head(const char* first, const char* host = "127.0.0.1:8080") { return QByteArray(first) + "\r\nHost: " + host + "\r\nUser-Agent: x"; }

TEST(TileRequest, ReadsSourceThemeAndPlace)
{
    const auto parsed = parseTileRequest(head("GET /demo-dark/12/3429/1673.png HTTP/1.1"), 8080);
    ASSERT_TRUE(parsed.request);
    EXPECT_EQ(parsed.request->source, "demo");
    EXPECT_EQ(parsed.request->theme, MapTheme::Dark);
    EXPECT_EQ(parsed.request->zoom, 12);
    EXPECT_EQ(parsed.request->x, 3429);
    EXPECT_EQ(parsed.request->y, 1673);
    EXPECT_TRUE(parsed.request->keepAlive);
}

TEST(TileRequest, AnswersEverythingElseWithAStatus)
{
    struct Bad {
        QByteArray head;
        int status;
    };
    const std::vector<Bad> table{
        {"", 400},
        {"GET", 400},
        {head("GET /demo/1/0/0.png SPDY/3"), 400},
        {head("GET /demo/1/0/0.png HTTP/1.1") + "\r\nno colon", 400},
        {head("GET /demo/1/2/0.png HTTP/1.1"), 400},
        {head("GET /demo/25/0/0.png HTTP/1.1"), 400},
        {head("GET /demo/-1/0/0.png HTTP/1.1"), 400},
        {head("GET /demo/1/0/99999999999999999999.png HTTP/1.1"), 400},
        {head("GET /demo/1/0/0.png HTTP/1.1", "evil.example:8080"), 403},
        {"GET /demo/1/0/0.png HTTP/1.1", 403},
        {head("POST /demo/1/0/0.png HTTP/1.1"), 405},
        {head("GET /demo/1/0/0.png HTTP/1.1") + "\r\nContent-Length: 5", 413},
        {head("GET /demo/1/0/0.png HTTP/1.1") + "\r\nTransfer-Encoding: chunked", 413},
        {head("GET / HTTP/1.1"), 404},
        {head("GET /../../etc/passwd HTTP/1.1"), 404},
        {head("GET /../1/0/0.png HTTP/1.1"), 404},
        {head("GET /demo/1/0/0.jpg HTTP/1.1"), 404},
        {head("GET //1/0/0.png HTTP/1.1"), 404},
    };
    for (const Bad& bad : table) {
        const auto parsed = parseTileRequest(bad.head, 8080);
        EXPECT_FALSE(parsed.request) << bad.head.constData();
        EXPECT_EQ(parsed.status, bad.status) << bad.head.constData();
    }
}

TEST(Recoloured, TurnsLightnessOverAndKeepsHue)
{
    QImage image(3, 1, QImage::Format_RGB32);
    image.setPixelColor(0, 0, QColor(250, 250, 250));
    image.setPixelColor(1, 0, QColor(20, 20, 20));
    image.setPixelColor(2, 0, QColor(200, 100, 100));
    const QImage dark = recoloured(image, MapTheme::Dark);
    EXPECT_LT(dark.pixelColor(0, 0).lightness(), 40);
    EXPECT_GT(dark.pixelColor(1, 0).lightness(), 150);
    EXPECT_GT(dark.pixelColor(2, 0).red(), dark.pixelColor(2, 0).green() + 50);
    EXPECT_EQ(recoloured(image, MapTheme::Light).pixel(1, 0), image.pixel(1, 0));
    const QColor grey = recoloured(image, MapTheme::Contrast).pixelColor(2, 0);
    EXPECT_EQ(grey.red(), grey.green());
}

TEST(NeutralTile, IsTheLandOfItsTheme)
{
    for (const MapTheme theme : {MapTheme::Light, MapTheme::Dark, MapTheme::Contrast}) {
        const QColor tile = neutralTile(theme).pixelColor(9, 9);
        const QColor land = mapStyle(theme).land;
        EXPECT_NEAR(tile.red(), land.red(), 2);
        EXPECT_NEAR(tile.green(), land.green(), 2);
        EXPECT_NEAR(tile.blue(), land.blue(), 2);
    }
}

std::shared_ptr<testing::MemoryArchive> archive()
{
    auto made = std::make_shared<testing::MemoryArchive>();
    made->data.minZoom = made->data.maxZoom = 2;
    QImage quarters(256, 256, QImage::Format_RGB32);
    quarters.fill(Qt::white);
    for (int y = 0; y < 128; ++y)
        for (int x = 128; x < 256; ++x)
            quarters.setPixelColor(x, y, Qt::red);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    quarters.save(&buffer, "PNG");
    made->tiles[{2, 1, 1}] = testing::bytesOf(png);
    made->tiles[{2, 0, 0}] = testing::bytesOf("not a picture");
    return made;
}

TEST(TilePictures, EnlargesTheDeepestTileBeyondTheArchive)
{
    const auto source = archive();
    const TilePicture right = tilePicture(*source, MapTheme::Light, 3, 3, 2);
    EXPECT_TRUE(right.found);
    EXPECT_EQ(QImage::fromData(right.bytes).pixelColor(128, 128), QColor(Qt::red));
    EXPECT_EQ(QImage::fromData(tilePicture(*source, MapTheme::Light, 3, 2, 2).bytes).pixelColor(128, 128), QColor(Qt::white));
    EXPECT_FALSE(tilePicture(*source, MapTheme::Light, 9, 200, 200).found) << "seven levels up is a blur";
}

TEST(TilePictures, OfADamagedTileIsThePlainOne)
{
    const auto source = archive();
    EXPECT_FALSE(tilePicture(*source, MapTheme::Dark, 2, 0, 0).found);
    EXPECT_FALSE(tilePicture(*source, MapTheme::Light, 2, 3, 3).found);
    EXPECT_EQ(QImage::fromData(tilePicture(*source, MapTheme::Light, 2, 3, 3).bytes).size(), QSize(256, 256));
}

class Service : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto port = m_service.start();
        ASSERT_TRUE(port) << port.error().detail;
        ASSERT_TRUE(m_service.add("demo", archive()));
    }
    /// Sends bytes and reads until the answer's body is whole or the other side closes.
    QByteArray ask(const QByteArray& bytes)
    {
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", m_service.port());
        EXPECT_TRUE(socket.waitForConnected(5000));
        socket.write(bytes);
        QByteArray reply;
        while (socket.state() == QAbstractSocket::ConnectedState && socket.waitForReadyRead(15'000))
            reply += socket.readAll();
        return reply + socket.readAll();
    }
    QByteArray get(const QByteArray& path)
    {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_service.port()) + "\r\nConnection: close\r\n\r\n");
    }
    TileService m_service;
};

TEST_F(Service, GivesTilesUntouchedAndRecoloured)
{
    const QByteArray light = get("/demo/2/1/1.png");
    EXPECT_TRUE(light.startsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_TRUE(light.contains("X-Tile: found"));
    EXPECT_TRUE(light.contains("Cache-Control: private, max-age=86400"));
    EXPECT_EQ(QImage::fromData(light.sliced(light.indexOf("\r\n\r\n") + 4)).pixelColor(10, 10), QColor(Qt::white));
    const QByteArray dark = get("/demo-dark/2/1/1.png");
    EXPECT_LT(QImage::fromData(dark.sliced(dark.indexOf("\r\n\r\n") + 4)).pixelColor(10, 10).lightness(), 40);
}

TEST_F(Service, GivesAPlainTileWhereThereIsNoneAndNothingForUnknownMaps)
{
    EXPECT_TRUE(get("/demo/2/3/3.png").contains("X-Tile: none"));
    EXPECT_TRUE(get("/other/2/3/3.png").startsWith("HTTP/1.1 404"));
    m_service.remove("demo");
    EXPECT_TRUE(get("/demo/2/1/1.png").startsWith("HTTP/1.1 404"));
    EXPECT_FALSE(m_service.source("demo"));
}

TEST_F(Service, GivesTheMapDrawnForAThemeAsItIs)
{
    auto night = std::make_shared<testing::MemoryArchive>();
    night->data.minZoom = night->data.maxZoom = 2;
    night->tiles[{2, 1, 1}] = testing::bytesOf(testing::pngOf(QColor(11, 22, 33)));
    ASSERT_TRUE(m_service.add("demo", MapTheme::Dark, night));
    const auto middle = [](const QByteArray& reply) { return QImage::fromData(reply.sliced(reply.indexOf("\r\n\r\n") + 4)).pixelColor(128, 128); };
    EXPECT_EQ(middle(get("/demo-dark/2/1/1.png")), QColor(11, 22, 33));
    EXPECT_EQ(middle(get("/demo-dark/3/3/2.png")), QColor(11, 22, 33)) << "enlarged, but not turned over";
    EXPECT_EQ(middle(get("/demo-dark/2/3/3.png")), mapStyle(MapTheme::Dark).land);
    EXPECT_EQ(middle(get("/demo/2/1/1.png")), QColor(Qt::white)) << "the light one stays as it was";
}

TEST_F(Service, TellsWhichTilesWereFetched)
{
    const auto source = m_service.source("demo");
    ASSERT_TRUE(source);
    const TileLog& log = *source->served;
    EXPECT_FALSE(log.has(MapTheme::Dark, 2, 1, 1));
    static_cast<void>(get("/demo-dark/2/1/1.png"));
    EXPECT_TRUE(log.has(MapTheme::Dark, 2, 1, 1));
    EXPECT_FALSE(log.has(MapTheme::Light, 2, 1, 1));
    EXPECT_FALSE(log.has(MapTheme::Dark, 2, 1, 2));
    static_cast<void>(get("/demo/2/1/1.png"));
    source->served->forget(MapTheme::Dark);
    EXPECT_FALSE(log.has(MapTheme::Dark, 2, 1, 1));
    EXPECT_TRUE(log.has(MapTheme::Light, 2, 1, 1));
}

TEST_F(Service, AnswersSeveralRequestsOnOneConnection)
{
    const QByteArray host = " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_service.port()) + "\r\n";
    const QByteArray reply = ask("GET /demo/2/1/1.png" + host + "\r\nHEAD /demo/2/1/1.png" + host + "\r\nGET /demo/2/3/3.png" + host + "Connection: close\r\n\r\n");
    EXPECT_EQ(reply.count("HTTP/1.1 200 OK"), 3);
}

TEST_F(Service, ClosesOnAHeadThatNeverEnds) { EXPECT_TRUE(ask(QByteArray(20'000, 'x')).startsWith("HTTP/1.1 431")); }

TEST_F(Service, TellsTheAddressForEachTheme)
{
    const auto source = m_service.source("demo");
    ASSERT_TRUE(source);
    EXPECT_EQ(source->hostFor(MapTheme::Contrast), QString("http://127.0.0.1:%1/demo-contrast/").arg(m_service.port()));
    EXPECT_FALSE(m_service.add("bad name", archive()));
    EXPECT_FALSE(m_service.add("demo-dark", archive()));
    EXPECT_FALSE(m_service.add("x", nullptr));
}

} // namespace
} // namespace griddesk
