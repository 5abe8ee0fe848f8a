// SPDX-License-Identifier: GPL-3.0-or-later
#include "polygonclip.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

/// Signed distance to one of the four half planes; inside is >= 0.
double inside(const QPointF& p, const QRectF& clip, int edge)
{
    switch (edge) {
    case 0: return p.x() - clip.left();
    case 1: return clip.right() - p.x();
    case 2: return p.y() - clip.top();
    default: return clip.bottom() - p.y();
    }
}

} // namespace

PointBuffer clipRing(const PointBuffer& ring, const QRectF& clip)
{
    PointBuffer in = ring;
    PointBuffer out;
    for (int edge = 0; edge < 4 && !in.isEmpty(); ++edge) {
        out.clear();
        QPointF previous = in.back();
        double previousSide = inside(previous, clip, edge);
        for (const QPointF& p : std::as_const(in)) {
            const double side = inside(p, clip, edge);
            if ((side >= 0) != (previousSide >= 0))
                out.append(previous + (p - previous) * (previousSide / (previousSide - side)));
            if (side >= 0)
                out.append(p);
            previous = p;
            previousSide = side;
        }
        in = out;
    }
    return in;
}

bool clipSegment(QPointF& a, QPointF& b, const QRectF& clip)
{
    const QPointF d = b - a;
    const std::array<double, 4> p{-d.x(), d.x(), -d.y(), d.y()};
    const std::array<double, 4> q{a.x() - clip.left(), clip.right() - a.x(), a.y() - clip.top(), clip.bottom() - a.y()};
    double from = 0;
    double to = 1;
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (p[i] == 0) {
            if (q[i] < 0)
                return false;
            continue;
        }
        const double t = q[i] / p[i];
        if (p[i] < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
    }
    if (from > to)
        return false;
    const QPointF start = a;
    a = start + d * from;
    b = start + d * to;
    return true;
}

} // namespace griddesk
