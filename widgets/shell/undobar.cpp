// SPDX-License-Identifier: GPL-3.0-or-later
#include "undobar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace griddesk {

namespace {
constexpr int toldMs = 4000;
}

UndoBar::UndoBar(const Desk& desk, QWidget* parent) : QFrame(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("undoBar"));
    setProperty("dense", true); // fits into the line
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 6, 0);
    row->setSpacing(6);
    m_label = new QLabel;
    m_label->setObjectName(QStringLiteral("undoLabel"));
    m_label->setMinimumWidth(1); // in a narrow window the button is what must stay
    m_button = new QPushButton;
    m_button->setObjectName(QStringLiteral("undoButton"));
    m_button->setProperty("primary", true);
    m_button->setFocusPolicy(Qt::NoFocus); // nothing takes the focus while somebody types
    row->addWidget(m_label);
    row->addWidget(m_button);
    row->addStretch(1);
    m_told.setSingleShot(true);
    m_told.setInterval(toldMs);
    connect(&m_told, &QTimer::timeout, this, &UndoBar::hide);
    m_tick.setInterval(200);
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::tick);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::undo);
    hide();
}

void UndoBar::offer(const Actor& actor, const QString& what, const SubmitAnswer& answer)
{
    if (answer.operations.empty() || answer.heldUntil <= m_desk.clock.now())
        return;
    m_actor = actor;
    m_what = what;
    m_operations = answer.operations;
    m_until = answer.heldUntil;
    m_whole = std::max(Milliseconds{1}, answer.heldUntil - m_desk.clock.now());
    m_told.stop();
    m_tick.start();
    tick();
    m_button->show();
    show();
    Q_EMIT offeredChanged(true);
}

void UndoBar::tick()
{
    if (m_operations.empty())
        return;
    const auto left = m_until - m_desk.clock.now();
    if (left <= Milliseconds{0}) {
        withdraw();
        return;
    }
    const auto seconds = (left.count() + 999) / 1000;
    m_label->setText(tr("Saved: %1").arg(m_what));
    m_button->setText(tr("Take back (%1 s)").arg(seconds));
    setAccessibleName(m_label->text());
    update();
}

void UndoBar::undo()
{
    if (m_operations.empty())
        return;
    const auto what = m_what;
    const auto operations = m_operations;
    withdraw();
    m_desk.commands.takeBack(m_actor, operations).then(this, [this, what, operations](Result<void> answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        Q_EMIT takenBack(what);
        Q_EMIT undone(operations);
    });
}

void UndoBar::tell(const QString& what)
{
    QAccessibleAnnouncementEvent announcement(this, what);
    QAccessible::updateAccessibility(&announcement);
    if (offered())
        return;
    m_label->setText(QStringLiteral("✓ ") + what);
    setAccessibleName(what);
    m_button->hide();
    m_told.start();
    show();
    update();
}

void UndoBar::personChanged(const AccountId& account)
{
    if (!m_operations.empty() && m_actor.account == account)
        return;
    m_told.stop();
    if (offered())
        withdraw();
    hide();
}

void UndoBar::withdraw()
{
    m_operations.clear();
    m_tick.stop();
    hide();
    Q_EMIT offeredChanged(false);
}

void UndoBar::retranslate() { tick(); }

void UndoBar::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!offered())
        return;
    const double share = std::clamp(static_cast<double>((m_until - m_desk.clock.now()).count()) / static_cast<double>(m_whole.count()), 0.0, 1.0);
    QPainter painter(this);
    painter.fillRect(QRectF(m_label->x(), height() - 2, (m_label->width()) * share, 2), palette().color(QPalette::Link));
}

} // namespace griddesk
