// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogshade.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QPainter>

namespace griddesk {

namespace {

/// One pixel around the contents of a dialog, above everything and out of the way of the mouse.
class Edge : public QWidget {
public:
    Edge(QWidget& dialog, const ThemeKeeper& themes) : QWidget(&dialog), m_themes(themes)
    {
        setObjectName(QStringLiteral("dialogEdge"));
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setAttribute(Qt::WA_NoSystemBackground);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const auto& theme = m_themes.theme();
        painter.setPen(theme.id == ThemeId::Contrast ? theme.text : theme.textDisabled);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const ThemeKeeper& m_themes;
};

} // namespace

DialogShade::DialogShade(QWidget& window, const ThemeKeeper& themes) : QWidget(&window), m_window(window), m_themes(themes)
{
    setObjectName(QStringLiteral("dialogShade"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    hide();
    qApp->installEventFilter(this);
}

DialogShade::~DialogShade() { qApp->removeEventFilter(this); }

bool DialogShade::eventFilter(QObject* watched, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::Show && type != QEvent::Hide && type != QEvent::Resize)
        return false;
    if (watched == &m_window && type == QEvent::Resize) {
        setGeometry(m_window.rect());
        return false;
    }
    auto* dialog = qobject_cast<QDialog*>(watched);
    if (dialog == nullptr || dialog->parentWidget() == nullptr || dialog->parentWidget()->window() != &m_window)
        return false;
    frame(*dialog);
    if (type != QEvent::Resize)
        follow(*dialog, type == QEvent::Show);
    return false;
}

void DialogShade::frame(QDialog& dialog)
{
    auto* edge = dialog.findChild<QWidget*>(QStringLiteral("dialogEdge"), Qt::FindDirectChildrenOnly);
    if (edge == nullptr) {
        edge = new Edge(dialog, m_themes);
        edge->show();
    }
    edge->setGeometry(dialog.rect());
    edge->raise();
}

void DialogShade::follow(QDialog& dialog, bool shown)
{
    // Kept by itself: a dialog may close while the window that holds it is taken apart, which is no time to look through
    // its children.
    std::erase(m_open, &dialog);
    if (shown && dialog.isModal())
        m_open.push_back(&dialog);
    if (m_open.empty()) {
        hide();
    } else if (!isVisible()) {
        setGeometry(m_window.rect());
        show();
        raise();
    }
}

void DialogShade::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, m_themes.theme().id == ThemeId::Light ? 90 : 150));
}

} // namespace griddesk
