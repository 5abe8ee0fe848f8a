// SPDX-License-Identifier: GPL-3.0-or-later
#include "toasts.h"

#include <QAccessible>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {
constexpr int mostShown = 4;
constexpr int doneSeconds = 4, noticeSeconds = 6;
} // namespace

Toasts::Toasts(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("toasts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    parent->installEventFilter(this);
    hide();
}

void Toasts::add(ToastKind kind, const QString& what, const QString& then)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("toast"));
    card->setProperty("card", true);
    card->setProperty("what", what);
    card->setProperty("passes", kind != ToastKind::Trouble);
    card->setFixedWidth(360);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(12, 10, 8, 10);
    row->setSpacing(10);
    auto* sign = new QLabel(kind == ToastKind::Done ? tr("Done") : kind == ToastKind::Notice ? tr("Notice") : tr("Not done"));
    sign->setProperty("chip", kind == ToastKind::Done ? "ok" : kind == ToastKind::Notice ? "info" : "bad");
    row->addWidget(sign, 0, then.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop); // level with the words
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* first = new QLabel(what);
    first->setWordWrap(true);
    first->setTextFormat(Qt::PlainText);
    words->addWidget(first);
    if (!then.isEmpty()) {
        auto* second = new QLabel(then);
        second->setProperty("muted", true);
        second->setTextFormat(Qt::PlainText);
        second->setWordWrap(true);
        words->addWidget(second);
    }
    row->addLayout(words, 1);
    auto* close = new QToolButton;
    close->setText(QStringLiteral("×"));
    close->setAccessibleName(tr("Close message"));
    close->setFocusPolicy(Qt::NoFocus);
    row->addWidget(close, 0, then.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, [this, card] { dismiss(card); });
    layout()->addWidget(card);
    if (kind != ToastKind::Trouble)
        QTimer::singleShot((kind == ToastKind::Done ? doneSeconds : noticeSeconds) * 1000, card, [this, card] { dismiss(card); });
    while (layout()->count() > mostShown)
        dismiss(layout()->itemAt(0)->widget());
    QAccessibleAnnouncementEvent announcement(this, then.isEmpty() ? what : what + QLatin1Char(' ') + then);
    QAccessible::updateAccessibility(&announcement);
    show();
    raise();
    place();
}

void Toasts::dismiss(QWidget* card)
{
    layout()->removeWidget(card);
    card->hide();
    card->deleteLater();
    if (layout()->count() == 0)
        hide();
    place();
}

void Toasts::dismissAll()
{
    while (layout()->count() > 0)
        dismiss(layout()->itemAt(0)->widget());
}

void Toasts::personChanged()
{
    for (int i = layout()->count() - 1; i >= 0; --i)
        if (auto* card = layout()->itemAt(i)->widget(); card->property("passes").toBool())
            dismiss(card);
}

QStringList Toasts::shown() const
{
    QStringList found;
    for (int i = 0; i < layout()->count(); ++i)
        found << layout()->itemAt(i)->widget()->property("what").toString();
    return found;
}

void Toasts::setOver(QWidget* area, int lift)
{
    if (m_area != area) {
        if (m_area != nullptr)
            m_area->removeEventFilter(this);
        m_area = area;
        area->installEventFilter(this);
    }
    m_lift = lift;
    place();
}

void Toasts::place()
{
    adjustSize();
    const auto* area = m_area != nullptr ? m_area : parentWidget();
    const auto corner = area->mapTo(parentWidget(), area->rect().bottomRight());
    move(std::max(0, corner.x() - width() - 16), corner.y() - height() - m_lift - 16);
}

bool Toasts::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == parentWidget() || watched == m_area) && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace griddesk
