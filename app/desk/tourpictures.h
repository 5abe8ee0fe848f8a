// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace griddesk {

/// Draws a street scene as a field worker would photograph it, with (before) or without (after) what was reported, and
/// saves it as PNG. `nth` varies place and light, so that no two pictures are the same file. False: it cannot be written.
[[nodiscard]] bool drawTourPicture(const QString& path, bool after, int nth, const QString& stamp);

} // namespace griddesk
