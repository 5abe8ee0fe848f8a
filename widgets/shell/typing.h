// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace griddesk {

/// Whether somebody types text in this widget: then single letters, digits and `/` belong to the text and its input method.
[[nodiscard]] bool takesText(const QWidget* widget);

} // namespace griddesk
