// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QApplication>

namespace griddesk {

namespace {

Theme makeLight()
{
    Theme t;
    t.id = ThemeId::Light;
    t.window = QColor(0xeef1f5);
    t.panel = QColor(0xf7f9fb);
    t.card = QColor(0xffffff);
    t.cardAlternate = QColor(0xf8fafc);
    t.border = QColor(0xd3dae3);
    t.text = QColor(0x18222e);
    t.textMuted = QColor(0x566474);
    t.textDisabled = QColor(0x66727f);
    t.accent = QColor(0x1459b3);
    t.accentText = QColor(0xffffff);
    t.accentSoft = QColor(0xe3edfa);
    t.selection = QColor(0xcfe2fb);
    t.selectionText = QColor(0x0d2138);
    t.hover = QColor(0xeaf1fa);
    t.lampGreen = QColor(0x2a8c4a);
    t.lampYellow = QColor(0xd89b00);
    t.lampRed = QColor(0xcf2a2a);
    t.lampGrey = QColor(0x8793a1);
    t.urgent = QColor(0xe07b00);
    t.critical = QColor(0xcf2a2a);
    t.supervise = QColor(0x7a3fb0);
    t.okSoft = QColor(0xe1f3e6);
    t.warnSoft = QColor(0xfff1d0);
    t.badSoft = QColor(0xfde3e1);
    t.okText = QColor(0x1b6a36);
    t.warnText = QColor(0x7a5200);
    t.badText = QColor(0xa51d1d);
    return t;
}

Theme makeDark()
{
    Theme t;
    t.id = ThemeId::Dark;
    t.window = QColor(0x12171e);
    t.panel = QColor(0x171e27);
    t.card = QColor(0x1c2530);
    t.cardAlternate = QColor(0x202a36);
    t.border = QColor(0x33404f);
    t.text = QColor(0xdfe6ee);
    t.textMuted = QColor(0x9dabbb);
    t.textDisabled = QColor(0x8b97a4);
    t.accent = QColor(0x5aa2f2);
    t.accentText = QColor(0x0a1523);
    t.accentSoft = QColor(0x1d3350);
    t.selection = QColor(0x274a73);
    t.selectionText = QColor(0xf3f8fd);
    t.hover = QColor(0x243242);
    t.lampGreen = QColor(0x4fc078);
    t.lampYellow = QColor(0xf0bd3f);
    t.lampRed = QColor(0xff6b61);
    t.lampGrey = QColor(0x8492a2);
    t.urgent = QColor(0xf5a142);
    t.critical = QColor(0xff6b61);
    t.supervise = QColor(0xbd8df0);
    t.okSoft = QColor(0x1c3b29);
    t.warnSoft = QColor(0x40341a);
    t.badSoft = QColor(0x4a2324);
    t.okText = QColor(0x84d9a2);
    t.warnText = QColor(0xf3cc74);
    t.badText = QColor(0xff9d95);
    return t;
}

Theme makeContrast()
{
    Theme t;
    t.id = ThemeId::Contrast;
    t.window = QColor(0, 0, 0);
    t.panel = QColor(0, 0, 0);
    t.card = QColor(0, 0, 0);
    t.cardAlternate = QColor(0x121212);
    t.border = QColor(0xffffff);
    t.text = QColor(0xffffff);
    t.textMuted = QColor(0xe6e6e6);
    t.textDisabled = QColor(0xc8c8c8);
    t.accent = QColor(0xffe600);
    t.accentText = QColor(0, 0, 0);
    t.accentSoft = QColor(0x333000);
    t.selection = QColor(0xffe600);
    t.selectionText = QColor(0, 0, 0);
    t.hover = QColor(0x303030);
    t.lampGreen = QColor(0x2cff6c);
    t.lampYellow = QColor(0xffd400);
    t.lampRed = QColor(0xff7a70);
    t.lampGrey = QColor(0xc0c0c0);
    t.urgent = QColor(0xffae42);
    t.critical = QColor(0xff7a70);
    t.supervise = QColor(0xe0b3ff);
    t.okSoft = QColor(0x003311);
    t.warnSoft = QColor(0x332b00);
    t.badSoft = QColor(0x3d0000);
    t.okText = QColor(0x7dffa6);
    t.warnText = QColor(0xffe680);
    t.badText = QColor(0xffb3ad);
    return t;
}

} // namespace

Result<ThemeId> parseTheme(const QString& name)
{
    for (const auto id : {ThemeId::Light, ThemeId::Dark, ThemeId::Contrast})
        if (nameOf(id) == name)
            return id;
    return fail(ErrorCode::InvalidArgument, "the themes are light, dark and contrast", name.toStdString());
}

QString nameOf(ThemeId id)
{
    switch (id) {
    case ThemeId::Light: return QStringLiteral("light");
    case ThemeId::Dark: return QStringLiteral("dark");
    case ThemeId::Contrast: return QStringLiteral("contrast");
    }
    return {};
}

const Theme& Theme::of(ThemeId id)
{
    static const Theme light = makeLight();
    static const Theme dark = makeDark();
    static const Theme contrast = makeContrast();
    return id == ThemeId::Light ? light : id == ThemeId::Dark ? dark : contrast;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, card);
    p.setColor(QPalette::AlternateBase, cardAlternate);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, textMuted);
    p.setColor(QPalette::Button, panel);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, critical);
    p.setColor(QPalette::Highlight, selection);
    p.setColor(QPalette::HighlightedText, selectionText);
    p.setColor(QPalette::Accent, accent);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::ToolTipBase, card);
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Mid, border);
    p.setColor(QPalette::Light, cardAlternate);
    p.setColor(QPalette::Dark, border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, textDisabled);
    return p;
}

void ThemeKeeper::set(ThemeId id)
{
    m_id = id;
    QApplication::setPalette(theme().palette());
    if (qApp != nullptr)
        qApp->setStyleSheet(theme().styleSheet());
    Q_EMIT changed();
}

} // namespace griddesk
