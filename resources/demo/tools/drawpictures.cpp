// SPDX-License-Identifier: GPL-3.0-or-later
// griddesk-drawpictures FOLDER: draws the evidence pictures of the demo district, before and after, as PNG files.
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <array>
#include <cstdio>
#include <random>

namespace {

constexpr QSize size{640, 480};

struct Scene {
    QPainter& p;
    std::mt19937 dice;
    [[nodiscard]] int between(int low, int high) { return low + static_cast<int>(dice() % static_cast<unsigned>(high - low + 1)); }
};

/// A street: sky, a wall with windows, the pavement and the kerb.
void street(Scene& s, const QColor& wall)
{
    QLinearGradient sky(0, 0, 0, 200);
    sky.setColorAt(0, QColor(0xbcd6ea));
    sky.setColorAt(1, QColor(0xe9f1f6));
    s.p.fillRect(QRect({0, 0}, size), sky);
    s.p.fillRect(0, 60, 640, 200, wall);
    for (int x = 30; x < 620; x += 100) {
        s.p.fillRect(x, 90, 60, 80, QColor(0x55707f));
        s.p.fillRect(x + 4, 94, 24, 72, QColor(0x7f9cab));
        s.p.fillRect(x + 32, 94, 24, 72, QColor(0x7895a4));
    }
    s.p.fillRect(0, 260, 640, 130, QColor(0xb9b6ae));
    s.p.setPen(QPen(QColor(0xa5a199), 1));
    for (int x = -200; x < 840; x += 46)
        s.p.drawLine(x, 390, x + 60, 260);
    for (int y : {285, 315, 350})
        s.p.drawLine(0, y, 640, y);
    s.p.fillRect(0, 390, 640, 12, QColor(0x8d8a84));
    s.p.fillRect(0, 402, 640, 78, QColor(0x4d5054));
    s.p.setPen(Qt::NoPen);
}

void litter(Scene& s, bool after)
{
    street(s, QColor(0xcdbfa6));
    s.p.setBrush(QColor(0x2f6b46));
    s.p.drawRoundedRect(430, 220, 90, 120, 8, 8);
    s.p.setBrush(QColor(0x244f35));
    s.p.drawRoundedRect(422, 208, 106, 20, 6, 6);
    if (after)
        return;
    const QColor bags[] = {QColor(0x23272b), QColor(0x3b4147), QColor(0x6d4a2f), QColor(0xd8d3c8), QColor(0x9a2d2d)};
    for (int i = 0; i < 26; ++i) {
        s.p.setBrush(bags[s.between(0, 4)]);
        s.p.drawEllipse(QPoint(s.between(300, 560), s.between(320, 385)), s.between(14, 34), s.between(10, 22));
    }
}

void manhole(Scene& s, bool after)
{
    street(s, QColor(0xa9b4b8));
    s.p.setBrush(QColor(0x2a2c2f));
    s.p.drawEllipse(QPoint(320, 335), 92, 40);
    s.p.setBrush(after ? QColor(0x6a6f75) : QColor(0x0b0c0d));
    s.p.drawEllipse(QPoint(320, 335), 82, 34);
    if (after) {
        s.p.setPen(QPen(QColor(0x4b5056), 3));
        for (int i = -60; i <= 60; i += 20)
            s.p.drawLine(320 + i, 310, 320 + i, 360);
        s.p.setPen(Qt::NoPen);
    } else {
        s.p.setBrush(QColor(0xd9622b));
        s.p.drawPolygon(QPolygon{{210, 370}, {240, 280}, {270, 370}});
        s.p.setBrush(Qt::white);
        s.p.drawRect(222, 325, 36, 12);
    }
}

void pavement(Scene& s, bool after)
{
    street(s, QColor(0xbfa58d));
    if (!after)
        for (int i = 0; i < 16; ++i) {
            QPainterPath hole;
            const QPoint at(s.between(180, 470), s.between(280, 380));
            hole.addPolygon(QPolygonF{QPointF(at), at + QPointF(s.between(20, 50), s.between(-12, 8)), at + QPointF(s.between(30, 60), s.between(14, 30)),
                                      at + QPointF(s.between(-10, 12), s.between(12, 26))});
            s.p.fillPath(hole, QColor(0x6f665b));
        }
    else
        s.p.fillRect(170, 272, 330, 112, QColor(0xc7c4bc));
}

void bicycles(Scene& s, bool after)
{
    street(s, QColor(0x9fb0a1));
    const auto bicycle = [&](int x, int y, const QColor& colour, int lean) {
        s.p.save();
        s.p.translate(x, y);
        s.p.rotate(lean);
        s.p.setBrush(Qt::NoBrush);
        s.p.setPen(QPen(QColor(0x222222), 5));
        s.p.drawEllipse(QPoint(-34, 0), 24, 24);
        s.p.drawEllipse(QPoint(34, 0), 24, 24);
        s.p.setPen(QPen(colour, 6));
        s.p.drawPolyline(QPolygon{{-34, 0}, {-10, -34}, {22, -34}, {34, 0}, {0, 0}, {-10, -34}});
        s.p.drawLine(22, -34, 26, -50);
        s.p.setPen(Qt::NoPen);
        s.p.restore();
    };
    const QColor colours[] = {QColor(0x2d7bd1), QColor(0xe2b01f), QColor(0x2da36a)};
    for (int i = 0; i < 9; ++i)
        bicycle(after ? 90 + i * 58 : s.between(120, 540), after ? 335 : s.between(300, 372), colours[i % 3], after ? 0 : s.between(-70, 70));
}

void tree(Scene& s, bool after)
{
    street(s, QColor(0xc4c9b4));
    s.p.setBrush(QColor(0x6b4b32));
    if (after) {
        s.p.drawRect(312, 160, 18, 180);
        s.p.setBrush(QColor(0x3f8a4c));
        for (const auto& [x, y, r] : {std::array{320, 120, 62}, std::array{280, 150, 44}, std::array{364, 150, 46}})
            s.p.drawEllipse(QPoint(x, y), r, r);
    } else {
        s.p.save();
        s.p.translate(150, 330);
        s.p.rotate(-12);
        s.p.drawRect(0, 0, 230, 18);
        s.p.setBrush(QColor(0x3f8a4c));
        for (const auto& [x, y, r] : {std::array{260, 0, 60}, std::array{310, 30, 46}, std::array{300, -40, 44}})
            s.p.drawEllipse(QPoint(x, y), r, r);
        s.p.restore();
    }
}

void lamp(Scene& s, bool after)
{
    street(s, QColor(0x59616b));
    s.p.fillRect(QRect({0, 0}, size), QColor(8, 12, 30, 150));
    s.p.setBrush(QColor(0x2b2f34));
    s.p.drawRect(318, 60, 8, 300);
    s.p.drawRect(318, 60, 74, 8);
    s.p.setBrush(after ? QColor(0xfff1b8) : QColor(0x3a3f45));
    s.p.drawRoundedRect(372, 64, 38, 14, 4, 4);
    if (after) {
        QRadialGradient glow(QPointF(391, 78), 260);
        glow.setColorAt(0, QColor(255, 240, 180, 190));
        glow.setColorAt(1, QColor(255, 240, 180, 0));
        s.p.fillRect(QRect({0, 0}, size), glow);
    }
}

struct Picture {
    const char* name;
    void (*draw)(Scene&, bool after);
};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: griddesk-drawpictures FOLDER\n", stderr);
        return 2;
    }
    unsigned seed = 1;
    for (const auto& [name, draw] : {Picture{"litter", litter}, {"manhole", manhole}, {"pavement", pavement}, {"bicycles", bicycles}, {"tree", tree}, {"lamp", lamp}}) {
        for (const bool after : {false, true}) {
            QImage image(size, QImage::Format_RGB32);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            Scene scene{painter, std::mt19937(seed)};
            draw(scene, after);
            painter.end();
            const QString path = QStringLiteral("%1/%2-%3.png").arg(QString::fromLocal8Bit(argv[1]), QLatin1String(name), after ? QLatin1String("after") : QLatin1String("before"));
            if (!image.save(path, "PNG", 0)) { // the number means the strongest compression
                std::fprintf(stderr, "griddesk-drawpictures: cannot write %s\n", qPrintable(path));
                return 1;
            }
        }
        ++seed;
    }
    return 0;
}
