// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapstyle.h"

namespace griddesk {

namespace {

MapStyle light()
{
    MapStyle s;
    s.land = QColor(0xf3f1ec);
    s.panel = QColor(255, 255, 255, 225);
    s.panelText = QColor(0x37414f);
    s.label = QColor(0x2c3a57);
    s.halo = QColor(255, 255, 255, 235);
    s.hoverFill = QColor(31, 95, 191, 26);
    s.selectFill = QColor(31, 95, 191, 46);
    s.accent = QColor(0x1f5fbf);
    s.symbolEdge = QColor(0xffffff);
    s.symbolInk = QColor(0xffffff);
    s.urgent = QColor(0xe8710a);
    s.critical = QColor(0xd01717);
    s.lamp = {QColor(0x2b8a4b), QColor(0xc98500), QColor(0xcf2f2f), QColor(0x717a87)};
    s.areas[0] = {QColor(0x57407c), 3.0, false, 16, true, QColor(0x4a3370)};
    s.areas[1] = {QColor(0x6a4c93), 2.6, false, 15, true, QColor(0x57407c)};
    s.areas[2] = {QColor(0x3f68a8), 1.9, false, 15, true, QColor(0x1d4585)};
    s.areas[3] = {QColor(0x5b86bd), 1.0, true, 12, false, {}};
    s.areas[4] = {QColor(0x9fb3cc), 1.0, false, 11, false, {}};
    return s;
}

MapStyle dark()
{
    MapStyle s;
    s.theme = MapTheme::Dark;
    s.land = QColor(0x1c2024); // near what recolouring makes of the light land
    s.panel = QColor(30, 36, 45, 225);
    s.panelText = QColor(0xc9d2de);
    s.label = QColor(0xd4deec);
    s.halo = QColor(20, 24, 30, 235);
    s.hoverFill = QColor(110, 168, 254, 30);
    s.selectFill = QColor(110, 168, 254, 56);
    s.accent = QColor(0x6ea8fe);
    s.symbolEdge = QColor(0x12161c);
    s.symbolInk = QColor(0x12161c);
    s.urgent = QColor(0xff9d42);
    s.critical = QColor(0xff5a5a);
    s.lamp = {QColor(0x58c27d), QColor(0xf2b93b), QColor(0xff7b72), QColor(0x98a3b3)};
    s.areas[0] = {QColor(0xb79ae6), 3.0, false, 16, true, QColor(0xcdb6f2)};
    s.areas[1] = {QColor(0xa88bd8), 2.6, false, 15, true, QColor(0xc3abec)};
    s.areas[2] = {QColor(0x6d97d4), 1.9, false, 15, true, QColor(0xa9c9fb)};
    s.areas[3] = {QColor(0x5f86ba), 1.0, true, 12, false, {}};
    s.areas[4] = {QColor(0x45566c), 1.0, false, 11, false, {}};
    return s;
}

MapStyle contrast()
{
    MapStyle s;
    s.theme = MapTheme::Contrast;
    s.land = QColor(0, 0, 0);
    s.panel = QColor(0, 0, 0);
    s.panelText = QColor(0xffffff);
    s.label = QColor(0xffffff);
    s.halo = QColor(0, 0, 0);
    s.hoverFill = QColor(255, 255, 0, 40);
    s.selectFill = QColor(255, 255, 0, 80);
    s.accent = QColor(0xffff00);
    s.symbolEdge = QColor(0xffffff);
    s.symbolInk = QColor(0, 0, 0);
    s.urgent = QColor(0xff9a1f);
    s.critical = QColor(0xff4040);
    s.lamp = {QColor(0x2ee66b), QColor(0xffd400), QColor(0xff6b6b), QColor(0xd0d0d0)};
    s.areas[0] = {QColor(0xffffff), 3.4, false, 17, true, QColor(0xffffff)};
    s.areas[1] = {QColor(0xffffff), 3.0, false, 16, true, QColor(0xffffff)};
    s.areas[2] = {QColor(0x66d9ff), 2.2, false, 16, true, QColor(0x8ee4ff)};
    s.areas[3] = {QColor(0x66d9ff), 1.0, true, 13, false, {}};
    s.areas[4] = {QColor(0x8c8c8c), 1.0, false, 12, false, {}};
    return s;
}

} // namespace

MapStyle mapStyle(MapTheme theme, qreal pixelRatio, const QString& family)
{
    MapStyle s = theme == MapTheme::Light ? light() : theme == MapTheme::Dark ? dark() : contrast();
    s.pixelRatio = pixelRatio;
    s.family = family;
    return s;
}

} // namespace griddesk
