// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheet.h"

#include <QApplication>
#include <QEvent>
#include <QFrame>
#include <QPainter>

#include <algorithm>

namespace griddesk {

namespace {
constexpr int gap = 10;
}

Sheet::Sheet(QWidget* page) : QWidget(page), m_card(new QFrame(this))
{
    m_card->setProperty("card", true);
    m_card->setAutoFillBackground(true);
    page->installEventFilter(this);
    hide();
}

void Sheet::setTopMargin(int pixels)
{
    m_topMargin = pixels;
    cover();
}

void Sheet::setCardWidth(int pixels)
{
    m_cardWidth = pixels;
    cover();
}

void Sheet::open(QWidget* firstFocus)
{
    m_before = QApplication::focusWidget();
    Q_EMIT opened();
    cover();
    show();
    raise();
    if (firstFocus != nullptr)
        firstFocus->setFocus(Qt::OtherFocusReason);
}

void Sheet::done()
{
    const bool own = QApplication::focusWidget() != nullptr && isAncestorOf(QApplication::focusWidget());
    hide();
    if (own && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void Sheet::cover()
{
    const auto* page = parentWidget();
    setGeometry(0, m_topMargin, page->width(), std::max(0, page->height() - m_topMargin));
}

void Sheet::resizeEvent(QResizeEvent* event)
{
    const int width = std::min(m_cardWidth, this->width() - 2 * gap);
    m_card->setGeometry((this->width() - width) / 2, gap, width, height() - 2 * gap);
    QWidget::resizeEvent(event);
}

bool Sheet::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        cover();
    return QWidget::eventFilter(watched, event);
}

bool Sheet::focusNextPrevChild(bool next)
{
    auto* from = QApplication::focusWidget();
    if (from == nullptr || !isAncestorOf(from))
        from = this;
    for (auto* w = next ? from->nextInFocusChain() : from->previousInFocusChain(); w != nullptr && w != from;
         w = next ? w->nextInFocusChain() : w->previousInFocusChain())
        if (isAncestorOf(w) && w->isVisibleTo(this) && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus) != 0 && w->focusProxy() == nullptr) {
            w->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    return true; // never out of the sheet
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    auto dim = palette().color(QPalette::Window);
    dim.setAlpha(m_topMargin > 0 ? 255 : 200); // below a part that stays in sight nothing shines through half cut
    painter.fillRect(rect(), dim);
}

} // namespace griddesk
