// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QLineF>

#include <span>

namespace griddesk {

/// Draws antialiased lines one device pixel wide (Wu 1991) straight into a premultiplied ARGB picture, moved by `shift`
/// and scaled by `scale`. Borders of ten thousand cells are hundreds of thousands of stretches a few pixels long, for
/// which QPainter needs half a microsecond each before the first pixel. Parts outside the picture are left out. The
/// colour is drawn opaque. Pure; any thread.
void drawHairlines(QImage& image, std::span<const QLineF> lines, QPointF shift, double scale, const QColor& colour);

} // namespace griddesk
