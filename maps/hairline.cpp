// SPDX-License-Identifier: GPL-3.0-or-later
#include "hairline.h"

#include "polygonclip.h"

#include <array>
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

/// Nearest whole number of what is above -offset; quicker than lround() by a call.
int nearest(double v)
{
    constexpr int offset = 8192;
    return static_cast<int>(v + (offset + 0.5)) - offset;
}

class Canvas {
public:
    Canvas(QImage& image, quint32 colour)
        : m_bits(reinterpret_cast<quint32*>(image.bits())), m_stride(image.bytesPerLine() / 4), m_width(image.width()), m_height(image.height())
    {
        for (quint32 cover = 0; cover < m_ink.size(); ++cover)
            m_ink[cover] = times(colour, cover);
    }

    void line(double ax, double ay, double bx, double by)
    {
        constexpr double rim = 2; ///< a pixel beside the line is inked as well
        const auto within = [&](double x, double y) { return x >= rim && y >= rim && x < m_width - rim && y < m_height - rim; };
        if (within(ax, ay) && within(bx, by)) {
            draw<false>(ax, ay, bx, by);
            return;
        }
        QPointF a(ax, ay);
        QPointF b(bx, by);
        if (clipSegment(a, b, QRectF(-rim, -rim, m_width + 2 * rim, m_height + 2 * rim)))
            draw<true>(a.x(), a.y(), b.x(), b.y());
    }

private:
    template <bool Checked>
    void draw(double ax, double ay, double bx, double by)
    {
        // Pixel centres lie at halves.
        ax -= 0.5;
        ay -= 0.5;
        bx -= 0.5;
        by -= 0.5;
        const bool steep = std::abs(by - ay) > std::abs(bx - ax);
        if (steep) {
            std::swap(ax, ay);
            std::swap(bx, by);
        }
        if (ax > bx) {
            std::swap(ax, bx);
            std::swap(ay, by);
        }
        const int first = nearest(ax);
        const int last = nearest(bx);
        const double slope = bx > ax ? (by - ay) / (bx - ax) : 0;
        auto y = static_cast<int>((ay + slope * (first - ax)) * 65536);
        const auto step = static_cast<int>(slope * 65536);
        // The last pixel belongs to the next stretch.
        for (int x = first; x < last; ++x, y += step) {
            const int row = y >> 16;
            const quint32 part = (static_cast<quint32>(y) >> 8) & 0xff;
            if (steep) {
                blend<Checked>(row, x, 255 - part);
                blend<Checked>(row + 1, x, part);
            } else {
                blend<Checked>(x, row, 255 - part);
                blend<Checked>(x, row + 1, part);
            }
        }
    }

    template <bool Checked>
    void blend(int x, int y, quint32 cover)
    {
        if constexpr (Checked)
            if (static_cast<unsigned>(x) >= static_cast<unsigned>(m_width) || static_cast<unsigned>(y) >= static_cast<unsigned>(m_height))
                return;
        quint32& pixel = m_bits[y * m_stride + x];
        pixel = pixel == 0 ? m_ink[cover] : m_ink[cover] + times(pixel, 255 - cover);
    }

    quint32* m_bits;
    qsizetype m_stride;
    int m_width;
    int m_height;
    std::array<quint32, 256> m_ink{}; ///< the colour by how much of a pixel is covered
};

} // namespace

void drawHairlines(QImage& image, std::span<const QLineF> lines, QPointF shift, double scale, const QColor& colour)
{
    Canvas canvas(image, colour.rgb() | 0xff000000U);
    for (const QLineF& line : lines)
        canvas.line((line.x1() + shift.x()) * scale, (line.y1() + shift.y()) * scale, (line.x2() + shift.x()) * scale, (line.y2() + shift.y()) * scale);
}

} // namespace griddesk
