// SPDX-License-Identifier: GPL-3.0-or-later
#include "hairline.h"

#include "polygonclip.h"

#include <cmath>
#include <utility>

namespace griddesk {

namespace {

/// All four channels times `a` / 255, two at a time.
quint32 times(quint32 pixel, quint32 a)
{
    quint32 even = (pixel & 0xff00ffU) * a;
    even = ((even + ((even >> 8) & 0xff00ffU) + 0x800080U) >> 8) & 0xff00ffU;
    quint32 odd = ((pixel >> 8) & 0xff00ffU) * a;
    odd = (odd + ((odd >> 8) & 0xff00ffU) + 0x800080U) & 0xff00ff00U;
    return even | odd;
}

class Canvas {
public:
    Canvas(QImage& image, quint32 colour)
        : m_bits(reinterpret_cast<quint32*>(image.bits())), m_stride(image.bytesPerLine() / 4), m_width(image.width()),
          m_height(image.height()), m_colour(colour)
    {
    }

    void line(QPointF a, QPointF b)
    {
        // Pixel centres lie at halves.
        a -= QPointF(0.5, 0.5);
        b -= QPointF(0.5, 0.5);
        const bool steep = std::abs(b.y() - a.y()) > std::abs(b.x() - a.x());
        if (steep) {
            a = a.transposed();
            b = b.transposed();
        }
        if (a.x() > b.x())
            std::swap(a, b);
        const int first = static_cast<int>(std::lround(a.x()));
        const int last = static_cast<int>(std::lround(b.x()));
        const double slope = b.x() > a.x() ? (b.y() - a.y()) / (b.x() - a.x()) : 0;
        auto y = static_cast<int>(std::lround((a.y() + slope * (first - a.x())) * 65536));
        const auto step = static_cast<int>(std::lround(slope * 65536));
        // The last pixel belongs to the next stretch.
        for (int x = first; x < last; ++x, y += step) {
            const int row = y >> 16;
            const quint32 part = (static_cast<quint32>(y) >> 8) & 0xff;
            if (steep) {
                blend(row, x, 255 - part);
                blend(row + 1, x, part);
            } else {
                blend(x, row, 255 - part);
                blend(x, row + 1, part);
            }
        }
    }

private:
    void blend(int x, int y, quint32 cover)
    {
        if (static_cast<unsigned>(x) >= static_cast<unsigned>(m_width) || static_cast<unsigned>(y) >= static_cast<unsigned>(m_height))
            return;
        quint32& pixel = m_bits[y * m_stride + x];
        pixel = times(m_colour, cover) + times(pixel, 255 - cover);
    }

    quint32* m_bits;
    qsizetype m_stride;
    int m_width;
    int m_height;
    quint32 m_colour;
};

} // namespace

void drawHairlines(QImage& image, const QPainterPath& path, QPointF shift, double scale, const QColor& colour)
{
    Canvas canvas(image, colour.rgb() | 0xff000000U);
    const QRectF clip(-2, -2, image.width() + 4, image.height() + 4);
    QPointF from;
    for (int i = 0; i < path.elementCount(); ++i) {
        const auto element = path.elementAt(i);
        const QPointF to = (QPointF(element.x, element.y) + shift) * scale;
        QPointF a = from;
        QPointF b = to;
        if (element.isLineTo() && clipSegment(a, b, clip))
            canvas.line(a, b);
        from = to;
    }
}

} // namespace griddesk
