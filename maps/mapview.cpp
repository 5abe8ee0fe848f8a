// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapview.h"

#include <QtQml/qqmlextensionplugin.h>

// Made by qt_add_qml_module; named here so that the linker keeps them in a static library.
extern void qml_register_types_GridDesk_Maps();

namespace griddesk {

void registerMapScene()
{
    static volatile auto registration = &qml_register_types_GridDesk_Maps;
    Q_UNUSED(registration)
}

} // namespace griddesk
