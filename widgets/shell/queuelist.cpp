// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuelist.h"

#include <QContextMenuEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <array>
#include <utility>

namespace griddesk {

namespace {

/// Heights of a line, of a group's head and of the first head, roomy to tight.
struct Density {
    int line, head, first;
};
constexpr std::array<Density, 4> densities{{{29, 38, 28}, {25, 32, 26}, {21, 27, 24}, {20, 24, 22}}};

class QueueDelegate final : public QStyledItemDelegate {
public:
    QueueDelegate(const ThemeKeeper& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const auto& height = densities[static_cast<std::size_t>(m_density)];
        return {160, index.data(QueueModel::TitleRole).toBool() ? (index.row() == 0 ? height.first : height.head) : height.line};
    }
    void setDensity(int density) { m_density = density; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& theme = m_themes.theme();
        const QRectF line(option.rect);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        auto font = option.font;
        if (index.data(QueueModel::TitleRole).toBool()) {
            font.setPixelSize(12);
            font.setBold(true);
            painter->setFont(font);
            painter->setPen(theme.textMuted);
            painter->drawText(line.adjusted(14, 0, -8, m_density == 0 ? -5 : -2), Qt::AlignLeft | Qt::AlignBottom, index.data().toString());
            painter->restore();
            return;
        }
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const auto count = index.data(QueueModel::CountRole).toLongLong();
        const bool alert = index.data(QueueModel::AlertRole).toBool();
        const auto pill = line.adjusted(6, 1, -6, -1);
        painter->setPen(Qt::NoPen);
        if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setBrush(selected ? theme.selection : theme.hover);
            painter->drawRoundedRect(pill, 5, 5);
        }
        if (selected) {
            painter->setBrush(theme.accent);
            painter->drawRoundedRect(QRectF(pill.left(), pill.top() + 5, 3, pill.height() - 10), 1.5, 1.5);
        }
        font.setBold(selected);
        painter->setFont(font);
        painter->setPen(selected ? theme.selectionText : count == 0 ? theme.textMuted : theme.text);
        double right = pill.right() - 8;
        if (count >= 0) {
            const auto number = QLocale(QLocale::English).toString(count);
            auto figures = option.font;
            figures.setPixelSize(12);
            figures.setBold(alert);
            figures.setFeature("tnum", 1);
            const QFontMetricsF metrics(figures);
            const double width = std::max(22.0, metrics.horizontalAdvance(number) + 12);
            const QRectF badge(pill.right() - 5 - width, pill.center().y() - 9, width, 18);
            if (alert) {
                painter->setPen(Qt::NoPen);
                painter->setBrush(theme.lampRed);
                painter->drawRoundedRect(badge, 9, 9);
            }
            const auto pen = painter->pen();
            painter->setFont(figures);
            painter->setPen(alert ? theme.card : selected ? theme.selectionText : count == 0 ? theme.textDisabled : theme.textMuted);
            painter->drawText(badge.adjusted(6, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, number);
            painter->setFont(font);
            painter->setPen(selected ? theme.selectionText : count == 0 ? theme.textMuted : theme.text);
            right = badge.left() - 4;
        }
        const QRectF room(pill.left() + 10, pill.top(), right - pill.left() - 10, pill.height());
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(room.width())));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(theme.accent, 1));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        painter->restore();
    }

private:
    const ThemeKeeper& m_themes;
    int m_density = 0;
};

} // namespace

QueueList::QueueList(QueueModel& model, const ThemeKeeper& themes, QWidget* parent) : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("queueList"));
    setAccessibleName(tr("Queues"));
    setModel(&model);
    setItemDelegate(new QueueDelegate(themes, this));
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setProperty("panel", true);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &QueueList::fit);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &QueueList::fit);
}

void QueueList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    fit();
}

void QueueList::fit()
{
    int heads = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        heads += m_model.index(row).data(QueueModel::TitleRole).toBool() ? 1 : 0;
    const int lines = m_model.rowCount() - heads, room = viewport()->height();
    int density = 0;
    const auto height = [&] {
        const auto& d = densities[static_cast<std::size_t>(density)];
        return lines * d.line + (heads - 1) * d.head + d.first;
    };
    while (density + 1 < static_cast<int>(densities.size()) && height() > room)
        ++density;
    if (density != std::exchange(m_density, density)) {
        static_cast<QueueDelegate*>(itemDelegate())->setDensity(density);
        scheduleDelayedItemsLayout();
    }
    showCurrent();
}

void QueueList::showCurrent()
{
    // With the head of its group, so that one sees where one is.
    if (!currentIndex().isValid())
        return;
    scrollTo(m_model.index(m_model.titleRowOf(currentIndex().row())));
    scrollTo(currentIndex());
}

QString QueueList::saved() const { return currentIndex().data(QueueModel::SavedRole).toString(); }

void QueueList::setSaved(const QString& id)
{
    if (const int row = m_model.rowOfSaved(id); row >= 0)
        setCurrentIndex(m_model.index(row));
}

void QueueList::contextMenuEvent(QContextMenuEvent* event)
{
    const bool key = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = key ? currentIndex() : indexAt(event->pos());
    const auto id = index.data(QueueModel::SavedRole).toString();
    if (!id.isEmpty())
        Q_EMIT savedMenuAsked(id, key ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

Queue QueueList::queue() const
{
    const auto value = currentIndex().data(QueueModel::QueueRole);
    return value.isValid() && value.toInt() >= 0 ? static_cast<Queue>(value.toInt()) : Queue::Open;
}

void QueueList::setQueue(Queue queue)
{
    if (const int row = m_model.rowOf(queue); row >= 0)
        setCurrentIndex(m_model.index(row));
}

void QueueList::nextQueue()
{
    const int rows = m_model.rowCount(), from = std::max(0, currentIndex().row());
    for (int step = 1; step <= rows; ++step) {
        const auto index = m_model.index((from + step) % rows);
        if (index.data(QueueModel::CountRole).toLongLong() > 0 && index.flags().testFlag(Qt::ItemIsSelectable)) {
            setCurrentIndex(index);
            return;
        }
    }
}

void QueueList::dropHover()
{
    QHoverEvent leave(QEvent::HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF(-1, -1));
    QListView::viewportEvent(&leave);
}

bool QueueList::event(QEvent* event)
{
    if (event->type() == QEvent::Hide || event->type() == QEvent::WindowDeactivate || event->type() == QEvent::WindowBlocked)
        dropHover();
    return QListView::event(event);
}

bool QueueList::viewportEvent(QEvent* event)
{
    // Only a mouse that moves points at something: not one that rests where the list appears or scrolls. The event's own
    // former place is no help, it is of whatever widget had the mouse before.
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverMove) {
        const auto at = static_cast<QHoverEvent*>(event)->globalPosition();
        const auto before = std::exchange(m_mouse, at);
        if (event->type() == QEvent::HoverEnter || !before || *before == at)
            return true;
    } else if (event->type() == QEvent::Leave) {
        m_mouse.reset();
    }
    return QListView::viewportEvent(event);
}

void QueueList::keyPressEvent(QKeyEvent* event)
{
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space) {
        event->ignore(); // no search by typing: letters belong to the command bar and the input method
        return;
    }
    if (event->key() == Qt::Key_Delete && !saved().isEmpty()) {
        Q_EMIT savedDeleteAsked(saved());
        return;
    }
    QListView::keyPressEvent(event);
}

void QueueList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    showCurrent();
    if (const auto id = saved(); !id.isEmpty())
        Q_EMIT savedChosen(id);
    else if (current.isValid() && current.flags().testFlag(Qt::ItemIsSelectable))
        Q_EMIT chosen(static_cast<Queue>(current.data(QueueModel::QueueRole).toInt()));
}

} // namespace griddesk
