// SPDX-License-Identifier: GPL-3.0-or-later
#include "edgeshadow.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace griddesk {

EdgeShadow::EdgeShadow(QAbstractScrollArea& area, const ThemeKeeper& themes) : QWidget(&area), m_area(area), m_themes(themes)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    area.viewport()->installEventFilter(this);
    connect(area.horizontalScrollBar(), &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(area.horizontalScrollBar(), &QScrollBar::rangeChanged, this, qOverload<>(&QWidget::update));
    follow();
}

void EdgeShadow::follow()
{
    setGeometry(m_area.viewport()->geometry());
    raise();
}

bool EdgeShadow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show)
        follow();
    return QWidget::eventFilter(watched, event);
}

void EdgeShadow::paintEvent(QPaintEvent*)
{
    constexpr int width = 18;
    const auto* bar = m_area.horizontalScrollBar();
    QPainter painter(this);
    // The ground of the page, so that a cut card seems to go under its edge.
    auto solid = m_themes.theme().window;
    auto clear = solid;
    clear.setAlpha(0);
    const auto shade = [&](const QRectF& edge, double from, double until) {
        QLinearGradient gradient(from, 0, until, 0);
        gradient.setColorAt(0, solid);
        gradient.setColorAt(1, clear);
        painter.fillRect(edge, gradient);
    };
    if (bar->value() > bar->minimum())
        shade(QRectF(0, 0, width, height()), 0, width);
    if (bar->value() < bar->maximum())
        shade(QRectF(this->width() - width, 0, width, height()), this->width(), this->width() - width);
}

} // namespace griddesk
