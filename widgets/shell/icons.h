// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QIcon>
#include <QString>
#include <QStringList>

namespace griddesk::icons {

/// A line icon drawn in the colour of the theme, sharp at every size; an unknown name gives an empty icon. Thread: GUI.
/// Names: accept, account, board, bell, case, check, chevron, clock, close, dispatch, filter, globe, help, intake, keyboard,
/// map, next, queue, refresh, search, table, theme, tray, undo, upload, warning, info.
[[nodiscard]] QIcon line(const QString& name, const Theme& theme);
[[nodiscard]] QStringList names();

} // namespace griddesk::icons
