// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QVarLengthArray>

namespace griddesk {

using PointBuffer = QVarLengthArray<QPointF, 256>;

/// The part of a closed ring inside `clip` (Sutherland and Hodgman 1974), for filling; borders along the clip's edge
/// are part of the answer. Keeps huge rings away from the rasteriser, whose coordinates are limited.
[[nodiscard]] PointBuffer clipRing(const PointBuffer& ring, const QRectF& clip);

/// Shortens the segment to what lies inside `clip` (Liang and Barsky 1984). False when nothing does.
[[nodiscard]] bool clipSegment(QPointF& a, QPointF& b, const QRectF& clip);

} // namespace griddesk
