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
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 10, 0);
    head->setSpacing(6);
    m_name = new QLabel;
    m_name->setProperty("heading", true);
    m_name->setFixedHeight(24);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_open = new QLabel;
    m_open->setProperty("chip", "plain");
    m_overdue = new QLabel;
    m_overdue->setProperty("chip", "bad");
    head->addWidget(m_name, 1);
    head->addWidget(m_overdue);
    head->addWidget(m_open);
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
    m_list->setItemDelegate(new CardDelegate(themes, words, m_list));
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

int BoardColumnView::widthFor(int room, int columns, int spacing)
{
    constexpr int glimpse = 56; // enough to see that there is another column
    for (int shown = std::max(1, std::min(columns, (room + spacing) / (narrowest + spacing))); shown > 1; --shown) {
        const int rest = shown < columns ? glimpse : 0;
        if (const int width = (room - rest - (rest > 0 ? shown : shown - 1) * spacing) / shown; width >= narrowest)
            return std::min(width, widest);
    }
    return std::clamp(room - glimpse - spacing, narrowest, widest);
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
    m_open->setText(QString::number(info.unit ? info.open : shown));
    m_open->setToolTip(tr("%1 open").arg(info.unit ? info.open : shown));
    m_open->setAccessibleName(m_open->toolTip());
    m_overdue->setText(tr("%1 overdue").arg(info.overdue));
    m_overdue->setVisible(info.overdue > 0);
    const int chips = m_open->sizeHint().width() + (info.overdue > 0 ? m_overdue->sizeHint().width() + 6 : 0);
    m_name->setText(m_name->fontMetrics().elidedText(name, Qt::ElideRight, minimumWidth() - 34 - chips));
    if (!info.unit) {
        const auto keys = info.kind == BoardColumnKind::Returns ? tr("Enter opens the case to decide") : tr("D dispatches as suggested, M to another unit");
        m_on->setText(m_on->fontMetrics().elidedText(keys, Qt::ElideRight, minimumWidth() - 24));
        m_on->setToolTip(keys);
        return;
    }
    QString on = info.on.empty() ? tr("nobody on") : m_words.account(info.on.front().account);
    if (info.on.size() > 1)
        on += tr(" and %n more", nullptr, static_cast<int>(info.on.size()) - 1);
    if (!info.phone.empty())
        on += QStringLiteral(" · ") + QString::fromStdString(info.phone);
    m_on->setText(m_on->fontMetrics().elidedText(on, Qt::ElideRight, minimumWidth() - 24));
    m_on->setToolTip(on);
}

} // namespace griddesk
