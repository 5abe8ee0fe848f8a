// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardcolumnview.h"

#include "carddelegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

BoardColumnView::BoardColumnView(BoardModel& model, int column, const Words& words, const ThemeKeeper& themes, QWidget* parent)
    : QFrame(parent), m_model(model), m_words(words), m_column(column)
{
    setProperty("card", true);
    setFixedWidth(narrowest);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(1, 10, 1, 6);
    box->setSpacing(2);
    m_name = new QLabel;
    m_name->setProperty("heading", true);
    m_name->setFixedHeight(24);
    m_name->setContentsMargins(12, 0, 10, 0);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    box->addWidget(m_name);
    auto* head = new QHBoxLayout; // figures below the name, which would be cut for them
    head->setContentsMargins(10, 0, 10, 0);
    head->setSpacing(6);
    m_open = new QLabel;
    m_open->setProperty("chip", "plain");
    m_overdue = new QLabel;
    m_overdue->setProperty("chip", "bad");
    head->addWidget(m_open);
    head->addWidget(m_overdue);
    head->addStretch(1);
    box->addLayout(head);
    m_on = new QLabel;
    m_on->setProperty("small", true);
    m_on->setFixedHeight(24);
    m_on->setContentsMargins(12, 0, 10, 4);
    m_on->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    box->addWidget(m_on);

    const auto& info = model.columns()[static_cast<std::size_t>(column)];
    m_list = new QListView;
    m_list->setObjectName(info.kind == BoardColumnKind::ToDispatch ? QStringLiteral("boardToDispatch")
                          : info.kind == BoardColumnKind::Returns  ? QStringLiteral("boardReturns")
                                                                   : QStringLiteral("boardColumn.") + QString::fromStdString(info.unit->text()));
    m_list->setModel(&model);
    m_list->setRootIndex(model.index(column, 0));
    m_list->setItemDelegate(new CardDelegate(themes, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListView { border: none; border-radius: 0; background: transparent; }")); // it lies in a card already
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setDragDropMode(QAbstractItemView::DragDrop);
    m_list->setDefaultDropAction(Qt::CopyAction);
    m_list->setDropIndicatorShown(false);
    m_list->setTabKeyNavigation(false);
    box->addWidget(m_list, 1);
    showHeader();
}

int BoardColumnView::widthFor(int room, const std::vector<bool>& empty, int spacing)
{
    // As many columns as stand whole in the lane share it; what follows is behind the edge, not half in front of it.
    int wide = 0, taken = -spacing, shared = 0, used = 0;
    for (const bool one : empty) {
        taken += spacing + (one ? bare : narrowest);
        if (taken > room && used > 0)
            break;
        wide += one ? 0 : 1;
        used = taken;
        shared = wide;
    }
    return shared == 0 ? narrowest : std::clamp(narrowest + (room - used) / shared, narrowest, widest);
}

bool BoardColumnView::isBare() const
{
    const auto& info = m_model.columns()[static_cast<std::size_t>(m_column)];
    return info.unit && (info.open == 0 || m_model.filtering()) && m_model.rowCount(m_model.index(m_column, 0)) == 0;
}

void BoardColumnView::setColumnWidth(int width)
{
    if (width == this->width() && width == minimumWidth())
        return;
    setFixedWidth(width);
    showHeader();
}

void BoardColumnView::showHeader()
{
    const auto& info = m_model.columns()[static_cast<std::size_t>(m_column)];
    const auto top = m_model.index(m_column, 0);
    const auto name = top.data().toString();
    m_name->setToolTip(name);
    m_list->setAccessibleName(name);
    const auto shown = m_model.rowCount(top);
    const bool part = info.unit && m_model.filtering();
    m_open->setText(part ? tr("%1 of %2 shown").arg(shown).arg(info.open) : tr("%1 open").arg(info.unit ? info.open : shown));
    m_open->setAccessibleName(m_open->text());
    if (info.unit) {
        m_overdue->setText(tr("%1 overdue").arg(info.overdue));
        m_overdue->setVisible(info.overdue > 0 && !part);
    } else {
        // The queue to dispatch counts these too; said here, so that the two figures agree.
        const int returned = info.kind == BoardColumnKind::ToDispatch ? m_model.returnedToDispatch() : 0;
        m_overdue->setProperty("chip", "warn");
        m_overdue->setText(tr("and %1 returned").arg(returned));
        m_overdue->setVisible(returned > 0);
    }
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideRight, minimumWidth() - 24));
    if (!info.unit) {
        const auto keys = info.kind == BoardColumnKind::Returns ? tr("Enter opens the case to decide") : tr("D as suggested · M other unit");
        m_on->setText(m_on->fontMetrics().elidedText(keys, Qt::ElideRight, minimumWidth() - 24));
        m_on->setToolTip(keys);
        return;
    }
    QString on = info.on.empty() ? tr("nobody on") : m_words.account(info.on.front().account);
    if (info.on.size() > 1)
        on = tr("%1 and others (%2)").arg(on).arg(info.on.size());
    if (!info.phone.empty())
        on += QStringLiteral(" · ") + QString::fromStdString(info.phone);
    m_on->setText(m_on->fontMetrics().elidedText(on, Qt::ElideRight, minimumWidth() - 24));
    m_on->setToolTip(on);
}

} // namespace griddesk
