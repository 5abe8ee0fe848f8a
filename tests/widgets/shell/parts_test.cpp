// SPDX-License-Identifier: GPL-3.0-or-later
// Signs, icons, keys and messages by themselves.
#include "widgets/shell/aboutdialog.h"
#include "widgets/shell/icons.h"
#include "widgets/shell/keydialog.h"
#include "widgets/shell/signs.h"
#include "widgets/shell/toasts.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>
#include <cmath>

using namespace griddesk;

namespace {

QImage grey(const std::function<void(QPainter&)>& draw)
{
    QImage image(40, 40, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    painter.end();
    return image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
}

} // namespace

TEST(Signs, LampsDifferInShapeAndNotOnlyInColour)
{
    Theme black = Theme::of(ThemeId::Light);
    black.lampGreen = black.lampYellow = black.lampRed = black.lampGrey = QColor(Qt::black);
    QList<QImage> seen;
    for (const auto lamp : {Lamp::Green, Lamp::Yellow, Lamp::Red, Lamp::Suspended, Lamp::None}) {
        const auto image = grey([&](QPainter& p) { signs::paintLamp(p, QRectF(0, 0, 40, 40), lamp, black); });
        EXPECT_FALSE(seen.contains(image)) << static_cast<int>(lamp);
        seen << image;
    }
}

TEST(Signs, UrgencyBarsDifferInHeight)
{
    Theme black = Theme::of(ThemeId::Light);
    black.urgent = black.critical = QColor(Qt::black);
    const auto draw = [&](Urgency urgency) { return grey([&](QPainter& p) { signs::paintUrgency(p, QRectF(0, 0, 40, 40), urgency, black); }); };
    EXPECT_NE(draw(Urgency::Urgent), draw(Urgency::Critical));
    EXPECT_NE(draw(Urgency::Ordinary), draw(Urgency::Urgent));
}

TEST(Themes, QuietTextCanBeReadOnItsGround)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](const QColor& c) { return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF()); };
    const auto ratio = [&](const QColor& a, const QColor& b) {
        const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
        return (light + 0.05) / (dark + 0.05);
    };
    for (const auto id : {ThemeId::Light, ThemeId::Dark, ThemeId::Contrast}) {
        const auto& theme = Theme::of(id);
        const double least = id == ThemeId::Contrast ? 7.0 : 4.5;
        for (const auto& ground : {theme.card, theme.panel})
            for (const auto& ink : {theme.text, theme.textMuted, theme.textDisabled})
                EXPECT_GE(ratio(ink, ground), least) << nameOf(id).toStdString() << ' ' << ink.name().toStdString();
    }
}

TEST(Icons, AreDrawnSharpInTheColourOfTheTheme)
{
    for (const auto& name : icons::names()) {
        const auto icon = icons::line(name, Theme::of(ThemeId::Dark));
        ASSERT_FALSE(icon.isNull()) << name.toStdString();
        const auto image = icon.pixmap(24, 24).toImage();
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 0 ? 1 : 0;
        EXPECT_GT(drawn, 15) << name.toStdString();
    }
    EXPECT_TRUE(icons::line(QStringLiteral("no such icon"), Theme::of(ThemeId::Light)).isNull());
}

TEST(Keys, AnotherActionsKeyIsRefusedWithItsName)
{
    ActionRegistry actions;
    actions.add({QStringLiteral("a"), [] { return QStringLiteral("First"); }, QStringLiteral("case"), QKeySequence(QStringLiteral("F7")), {}, {}, false}, [](const QString&) {});
    actions.add({QStringLiteral("b"), [] { return QStringLiteral("Second"); }, QStringLiteral("case"), QKeySequence(QStringLiteral("F8")), {}, {}, false}, [](const QString&) {});
    KeyDialog dialog(actions, QStringLiteral("b"), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy rebound(&dialog, &KeyDialog::rebound);
    auto* edit = dialog.findChild<QKeySequenceEdit*>(QStringLiteral("keyEdit"));
    auto* save = dialog.findChild<QPushButton*>(QStringLiteral("keySave"));
    edit->setKeySequence(QKeySequence(QStringLiteral("F7")));
    save->click();
    EXPECT_TRUE(dialog.findChild<QLabel*>(QStringLiteral("keyMessage"))->text().contains(QStringLiteral("First")));
    EXPECT_TRUE(rebound.isEmpty());
    edit->setKeySequence(QKeySequence(QStringLiteral("Ctrl+J")));
    save->click();
    EXPECT_EQ(rebound.size(), 1);
    EXPECT_EQ(actions.action(QStringLiteral("b"))->shortcut(), QKeySequence(QStringLiteral("Ctrl+J")));
}

TEST(Keys, OfTypingAndOfTheInputMethodAreNeverBound)
{
    for (const auto* keys : {"A", "7", "Shift+A", "/", "Ctrl+Space", "Ctrl+."})
        EXPECT_TRUE(KeyDialog::reserved(QKeySequence(QLatin1String(keys)))) << keys;
    for (const auto* keys : {"F7", "Ctrl+J", "Alt+1", "Ctrl+Shift+C"})
        EXPECT_FALSE(KeyDialog::reserved(QKeySequence(QLatin1String(keys)))) << keys;
}

TEST(Messages, TroubleStaysAndTheOldestGoesWhenThereAreTooMany)
{
    QWidget under;
    under.resize(800, 600);
    Toasts toasts(&under);
    for (int i = 1; i <= 6; ++i)
        toasts.add(ToastKind::Trouble, QString::number(i), QStringLiteral("do this"));
    EXPECT_EQ(toasts.shown(), (QStringList{QStringLiteral("3"), QStringLiteral("4"), QStringLiteral("5"), QStringLiteral("6")}));
    toasts.dismissAll();
    EXPECT_TRUE(toasts.isHidden());
}

TEST(About, ShowsTheLicenceAndTheSourcesOfTheData)
{
    AboutDialog dialog(nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    const auto text = dialog.findChild<QTextBrowser*>(QStringLiteral("aboutNotices"))->toPlainText();
    for (const auto* name : {"Qt Charts", "SQLCipher", "OpenStreetMap", "ODbL", "PDDL", "holiday-cn"})
        EXPECT_TRUE(text.contains(QLatin1String(name))) << name;
}
