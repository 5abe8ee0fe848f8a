// SPDX-License-Identifier: GPL-3.0-or-later
#include "lampdelegate.h"

#include "widgets/shell/signs.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace griddesk {

namespace {
constexpr int rowHeight = 28;
constexpr int lampRoom = 24;
}

LampDelegate::LampDelegate(ThemeKeeper& theme, int lampRole, int lampColumn, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_role(lampRole), m_column(lampColumn)
{
}

void LampDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto lamp = index.column() == m_column ? index.data(m_role) : QVariant();
    if (!lamp.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    auto ground = option; // the mark of a chosen row goes behind the lamp as well
    initStyleOption(&ground, index);
    ground.text.clear();
    ground.icon = QIcon();
    const auto* style = ground.widget != nullptr ? ground.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);
    auto text = option;
    text.rect.setLeft(text.rect.left() + lampRoom);
    QStyledItemDelegate::paint(painter, text, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    signs::paintLamp(*painter, QRectF(option.rect.left() + 3, option.rect.center().y() - 8, 17, 17), static_cast<Lamp>(lamp.toInt()), m_theme.theme());
    painter->restore();
}

QSize LampDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    auto size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(rowHeight, size.height()));
    size.rwidth() += index.column() == m_column ? lampRoom + 12 : 12;
    return size;
}

} // namespace griddesk
