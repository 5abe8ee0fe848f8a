// SPDX-License-Identifier: GPL-3.0-or-later
#include "undobar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace griddesk {

namespace {
constexpr int margin = 14; ///< to the edges of the area, enough for a scroll bar
}

UndoBar::UndoBar(const Desk& desk, QWidget* parent) : QFrame(parent), m_desk(desk)
{
    setObjectName(QStringLiteral("undoBar"));
    setProperty("card", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 2, 6, 5);
    m_label = new QLabel;
    m_label->setObjectName(QStringLiteral("undoLabel"));
    m_button = new QPushButton;
    m_button->setObjectName(QStringLiteral("undoButton"));
    m_button->setProperty("primary", true);
    m_button->setFocusPolicy(Qt::NoFocus); // nothing takes the focus while somebody types
    row->addWidget(m_label);
    row->addSpacing(12);
    row->addWidget(m_button);
    m_tick.setInterval(200);
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::tick);
    connect(m_button, &QPushButton::clicked, this, &UndoBar::undo);
    parent->installEventFilter(this);
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
    m_tick.start();
    tick();
    show();
    raise();
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
    m_button->setText(tr("Undo (%1 s)").arg(seconds));
    setAccessibleName(m_label->text());
    adjustSize();
    place();
    update();
}

void UndoBar::undo()
{
    if (m_operations.empty())
        return;
    const auto what = m_what;
    const auto operations = m_operations;
    withdraw();
    m_desk.commands.takeBack(m_actor, operations).then(this, [this, what](Result<void> answer) {
        if (answer)
            Q_EMIT takenBack(what);
        else
            Q_EMIT failed(answer.error());
    });
}

void UndoBar::personChanged(const AccountId& account)
{
    if (!m_operations.empty() && m_actor.account != account)
        withdraw();
}

void UndoBar::withdraw()
{
    m_operations.clear();
    m_tick.stop();
    hide();
    Q_EMIT offeredChanged(false);
}

void UndoBar::retranslate() { tick(); }

void UndoBar::setOver(QWidget* area, int lift)
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

void UndoBar::place()
{
    const auto* area = m_area != nullptr ? m_area : parentWidget();
    const auto corner = area->mapTo(parentWidget(), area->rect().bottomLeft());
    move(corner.x() + margin, corner.y() - height() - m_lift - margin);
}

bool UndoBar::eventFilter(QObject* watched, QEvent* event)
{
    if ((watched == parentWidget() || watched == m_area) && (event->type() == QEvent::Resize || event->type() == QEvent::Move) && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void UndoBar::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    const double share = std::clamp(static_cast<double>((m_until - m_desk.clock.now()).count()) / static_cast<double>(m_whole.count()), 0.0, 1.0);
    QPainter painter(this);
    painter.fillRect(QRectF(7, height() - 4, (width() - 14) * share, 2), palette().color(QPalette::Link));
}

} // namespace griddesk
