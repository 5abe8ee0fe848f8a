// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourdriver.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QInputMethodEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTest>

#include <utility>

namespace griddesk {

namespace {

constexpr int usableMs = 6'000;
constexpr qsizetype phrase = 4; ///< characters an input method commits at once

} // namespace

bool TourDriver::fail(const QString& sentence)
{
    if (m_problem.isEmpty())
        m_problem = sentence;
    return false;
}

int TourDriver::takeKeys() { return std::exchange(m_keys, 0); }

QWidget* TourDriver::find(const QString& name) const
{
    for (auto* widget : m_window.findChildren<QWidget*>(name))
        if (widget->isVisible())
            return widget;
    return nullptr;
}

bool TourDriver::settle(const std::function<bool()>& condition, int milliseconds)
{
    return ok() && QTest::qWaitFor(condition, milliseconds);
}

bool TourDriver::wait(const QString& what, const std::function<bool()>& condition, int milliseconds)
{
    if (!ok())
        return false;
    return settle(condition, milliseconds) || fail(QStringLiteral("within %1 s this did not happen: %2").arg(milliseconds / 1000).arg(what));
}

QWidget* TourDriver::await(const QString& name)
{
    QWidget* found = nullptr;
    wait(QStringLiteral("%1 can be used").arg(name), [&] {
        found = find(name);
        return found != nullptr && found->isEnabled();
    }, usableMs);
    return ok() ? found : nullptr;
}

void TourDriver::reveal(QWidget* widget) const
{
    // No events but after scrolling: an answer that comes in now may take the widget away.
    for (auto* above = widget->parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            area->ensureWidgetVisible(widget, 4, 40);
            QCoreApplication::sendPostedEvents(above);
        }
}

bool TourDriver::clickAt(QWidget* widget, QPoint at, Qt::KeyboardModifiers modifiers)
{
    if (!ok())
        return false;
    if (widget == nullptr || !widget->isVisible() || !widget->isEnabled())
        return fail(QStringLiteral("%1 cannot be clicked").arg(widget == nullptr ? QStringLiteral("a widget that is not there") : widget->objectName()));
    ++m_keys;
    QTest::mouseClick(widget, Qt::LeftButton, modifiers, at);
    return true;
}

bool TourDriver::click(QWidget* widget)
{
    if (!ok() || widget == nullptr)
        return ok() ? clickAt(nullptr, {}) : false;
    reveal(widget);
    if (auto* area = qobject_cast<QAbstractScrollArea*>(widget)) // what it shows takes the click
        return clickAt(area->viewport(), area->viewport()->rect().center());
    // Near the left end: that is where check boxes and radio buttons take a click.
    return clickAt(widget, {std::min(12, widget->width() / 2), widget->height() / 2});
}

bool TourDriver::click(const QString& name)
{
    auto* widget = await(name);
    return widget != nullptr && click(widget);
}

bool TourDriver::clickRow(QAbstractItemView* view, const QModelIndex& index, Qt::KeyboardModifiers modifiers)
{
    if (!ok())
        return false;
    if (view == nullptr || !index.isValid())
        return fail(QStringLiteral("the row to click is not there"));
    reveal(view);
    view->scrollTo(index);
    QCoreApplication::sendPostedEvents();
    const auto cell = view->visualRect(index).intersected(view->viewport()->rect());
    return clickAt(view->viewport(), cell.center(), modifiers);
}

bool TourDriver::key(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    if (!ok())
        return false;
    if (widget == nullptr || !widget->isVisible())
        return fail(QStringLiteral("there is nothing to press a key in"));
    ++m_keys;
    QTest::keyClick(widget, key, modifiers);
    return true;
}

bool TourDriver::key(Qt::Key pressed, Qt::KeyboardModifiers modifiers)
{
    auto* focus = QApplication::focusWidget();
    return key(focus != nullptr && focus->isVisible() ? focus : &m_window, pressed, modifiers);
}

bool TourDriver::type(QWidget* widget, const QString& text)
{
    if (!ok())
        return false;
    if (widget == nullptr || !widget->isVisible() || !widget->isEnabled())
        return fail(QStringLiteral("there is nothing to type into"));
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && end - i < phrase && text[end].unicode() >= 0x80)
            ++end;
        if (end == i) {
            QTest::keyClick(widget, text[i].toLatin1());
            ++m_keys;
            ++i;
            continue;
        }
        if (text[end - 1].isHighSurrogate())
            ++end;
        QInputMethodEvent commit;
        commit.setCommitString(text.sliced(i, end - i));
        QCoreApplication::sendEvent(widget, &commit);
        m_keys += static_cast<int>(end - i);
        i = end;
        QCoreApplication::processEvents();
    }
    return true;
}

bool TourDriver::retype(QWidget* widget, const QString& text)
{
    if (!click(widget))
        return false;
    key(widget, Qt::Key_A, Qt::ControlModifier);
    key(widget, Qt::Key_Delete);
    return type(widget, text);
}

bool TourDriver::backToWindow()
{
    if (!ok() || m_window.isActiveWindow())
        return ok();
    m_window.activateWindow();
    settle([this] { return m_window.isActiveWindow(); }, usableMs);
    return ok();
}

bool TourDriver::grab(const QString& path) const
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    auto picture = m_window.grab();
    QPainter painter(&picture);
    for (auto* top : QApplication::topLevelWidgets()) {
        if (top == &m_window || !top->isVisible() || !top->isWindow() || top->size().isEmpty())
            continue;
        const QRect where(top->geometry().topLeft() - m_window.geometry().topLeft(), top->size());
        painter.drawPixmap(where.topLeft(), top->grab());
        painter.setPen(top->palette().color(QPalette::Mid));
        painter.drawRect(where.adjusted(-1, -1, 0, 0));
    }
    painter.end();
    return picture.save(path, "PNG");
}

} // namespace griddesk
