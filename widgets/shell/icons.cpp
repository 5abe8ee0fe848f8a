// SPDX-License-Identifier: GPL-3.0-or-later
#include "icons.h"

#include <QColor>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <initializer_list>
#include <utility>

namespace griddesk::icons {

namespace {

/// Strokes of an icon on a field of 24 x 24. "M x y" begins a stroke, "L" goes on, "C x y r" is a circle, "Z" closes.
const QHash<QString, QString>& drawings()
{
    static const QHash<QString, QString> all{
        {QStringLiteral("accept"), QStringLiteral("M 4 13 L 9.5 18.5 L 20 6.5")},
        {QStringLiteral("account"), QStringLiteral("C 12 8 4 M 4 20.5 L 5.5 16.5 L 9 15 L 15 15 L 18.5 16.5 L 20 20.5")},
        {QStringLiteral("board"), QStringLiteral("M 3.5 4 L 9 4 L 9 20 L 3.5 20 Z M 12 4 L 20.5 4 M 12 4 L 12 13 L 20.5 13 L 20.5 4 M 12 17 L 20.5 17")},
        {QStringLiteral("bell"), QStringLiteral("M 5 17 L 19 17 L 17 14 L 17 10 L 15 6.5 L 12 5 L 9 6.5 L 7 10 L 7 14 Z M 10 20 L 14 20")},
        {QStringLiteral("case"), QStringLiteral("M 6 3.5 L 14 3.5 L 18.5 8 L 18.5 20.5 L 6 20.5 Z M 9 12 L 15.5 12 M 9 16 L 13.5 16")},
        {QStringLiteral("check"), QStringLiteral("C 12 12 8.5 M 8 12.5 L 11 15.5 L 16 9")},
        {QStringLiteral("chevron"), QStringLiteral("M 7 9.5 L 12 14.5 L 17 9.5")},
        {QStringLiteral("clock"), QStringLiteral("C 12 12 8.5 M 12 7 L 12 12 L 15.5 14")},
        {QStringLiteral("close"), QStringLiteral("M 6 6 L 18 18 M 18 6 L 6 18")},
        {QStringLiteral("dispatch"), QStringLiteral("M 3.5 12 L 20.5 4 L 14 20.5 L 11 13.5 Z M 11 13.5 L 20.5 4")},
        {QStringLiteral("filter"), QStringLiteral("M 4 5 L 20 5 L 14 12.5 L 14 19.5 L 10 17.5 L 10 12.5 Z")},
        {QStringLiteral("globe"), QStringLiteral("C 12 12 8.5 M 3.5 12 L 20.5 12 M 12 3.5 L 8.7 8 L 8.7 16 L 12 20.5 L 15.3 16 L 15.3 8 Z")},
        {QStringLiteral("help"), QStringLiteral("C 12 12 8.5 M 9.3 9.5 L 10.5 7.8 L 13 7.5 L 14.6 9 L 14.3 10.8 L 12 12.5 L 12 14 M 12 16.6 L 12 17")},
        {QStringLiteral("intake"), QStringLiteral("M 12 5 L 12 19 M 5 12 L 19 12")},
        {QStringLiteral("keyboard"), QStringLiteral("M 3 6.5 L 21 6.5 L 21 17.5 L 3 17.5 Z M 6.5 10 L 7 10 M 11.7 10 L 12.3 10 M 17 10 L 17.5 10 M 8 14 L 16 14")},
        {QStringLiteral("map"), QStringLiteral("M 3.5 6 L 9 4 L 15 6 L 20.5 4 L 20.5 18 L 15 20 L 9 18 L 3.5 20 Z M 9 4 L 9 18 M 15 6 L 15 20")},
        {QStringLiteral("next"), QStringLiteral("M 5 12 L 19 12 M 13.5 6.5 L 19 12 L 13.5 17.5")},
        {QStringLiteral("queue"), QStringLiteral("M 4 6 L 5 6 M 9 6 L 20 6 M 4 12 L 5 12 M 9 12 L 20 12 M 4 18 L 5 18 M 9 18 L 20 18")},
        {QStringLiteral("refresh"), QStringLiteral("M 19.5 8 L 17 5.5 L 13 4 L 8.5 4.7 L 5 8 L 4 12 L 5 16 L 8.5 19.3 L 13 20 L 17 18.5 L 19.5 16 M 19.8 3.8 L 19.8 8.2 L 15.4 8.2")},
        {QStringLiteral("search"), QStringLiteral("C 10.5 10.5 6.5 M 15.5 15.5 L 20.5 20.5")},
        {QStringLiteral("table"), QStringLiteral("M 3.5 5 L 20.5 5 L 20.5 19 L 3.5 19 Z M 3.5 10 L 20.5 10 M 3.5 14.5 L 20.5 14.5 M 9.5 10 L 9.5 19")},
        {QStringLiteral("theme"), QStringLiteral("C 12 12 8.5 M 12 3.5 L 12 20.5 M 15 5 L 15 19 M 18 7.5 L 18 16.5")},
        {QStringLiteral("tray"), QStringLiteral("M 3.5 13 L 6.5 5 L 17.5 5 L 20.5 13 L 20.5 19 L 3.5 19 Z M 3.5 13 L 8.5 13 L 10 15.5 L 14 15.5 L 15.5 13 L 20.5 13")},
        {QStringLiteral("undo"), QStringLiteral("M 8.5 5 L 4 9.5 L 8.5 14 M 4 9.5 L 15 9.5 L 18.5 11 L 20 14 L 18.5 17.5 L 15 19 L 9 19")},
        {QStringLiteral("upload"), QStringLiteral("M 12 16 L 12 4.5 M 7 9.5 L 12 4.5 L 17 9.5 M 4 16 L 4 20 L 20 20 L 20 16")},
        {QStringLiteral("warning"), QStringLiteral("M 12 4 L 21 19.5 L 3 19.5 Z M 12 10 L 12 14 M 12 16.7 L 12 17")},
        {QStringLiteral("info"), QStringLiteral("C 12 12 8.5 M 12 11 L 12 16.5 M 12 7.6 L 12 8")},
    };
    return all;
}

QPainterPath pathOf(const QString& drawing)
{
    QPainterPath path;
    const auto parts = drawing.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const auto number = [&parts](qsizetype at) { return parts.value(at).toDouble(); };
    for (qsizetype i = 0; i < parts.size();) {
        const auto step = parts[i];
        if (step == QLatin1String("M")) {
            path.moveTo(number(i + 1), number(i + 2));
            i += 3;
        } else if (step == QLatin1String("L")) {
            path.lineTo(number(i + 1), number(i + 2));
            i += 3;
        } else if (step == QLatin1String("C")) {
            path.addEllipse(QPointF(number(i + 1), number(i + 2)), number(i + 3), number(i + 3));
            i += 4;
        } else {
            path.closeSubpath();
            ++i;
        }
    }
    return path;
}

class LineEngine final : public QIconEngine {
public:
    LineEngine(QPainterPath path, QColor normal, QColor disabled, QColor on)
        : m_path(std::move(path)), m_normal(normal), m_disabled(disabled), m_on(on)
    {
    }
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const double scale = std::min(rect.width(), rect.height()) / 24.0;
        painter->translate(rect.x() + (rect.width() - 24 * scale) / 2, rect.y() + (rect.height() - 24 * scale) / 2);
        painter->scale(scale, scale);
        const auto colour = mode == QIcon::Disabled ? m_disabled : state == QIcon::On ? m_on : m_normal;
        painter->setPen(QPen(colour, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_path);
        painter->restore();
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new LineEngine(*this); }

private:
    QPainterPath m_path;
    QColor m_normal, m_disabled, m_on;
};

} // namespace

QIcon line(const QString& name, const Theme& theme)
{
    const auto found = drawings().constFind(name);
    if (found == drawings().constEnd())
        return {};
    return QIcon(new LineEngine(pathOf(*found), theme.text, theme.textDisabled, theme.accent)); // the icon owns its engine
}

QStringList names() { return drawings().keys(); }

} // namespace griddesk::icons
