// SPDX-License-Identifier: GPL-3.0-or-later
#include "carddelegate.h"

#include "models/views/board/boardmodel.h"
#include "models/views/casenumber.h"
#include "widgets/shell/signs.h"

#include <QPainter>
#include <QPainterPath>

namespace griddesk {

namespace {

/// A clock face, filled as far as the lamp of the case says that its time has gone.
void paintAge(QPainter& painter, const QRectF& area, Lamp lamp, const QColor& colour)
{
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(area);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const int part = lamp == Lamp::Red ? 360 : lamp == Lamp::Yellow ? 240 : 90;
    painter.drawPie(area.adjusted(2, 2, -2, -2), 90 * 16, -part * 16);
}

} // namespace

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = m_themes.theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool focused = selected && option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(6.5, 3.5, -6.5, -3.5);
    QPainterPath shape;
    shape.addRoundedRect(card, 6, 6);
    painter->fillPath(shape, option.state.testFlag(QStyle::State_MouseOver) && !selected ? theme.hover : theme.card);
    painter->setPen(QPen(selected ? theme.accent : theme.border, focused ? 2.4 : selected ? 1.6 : 1));
    painter->drawPath(shape);
    painter->setClipPath(shape);
    signs::paintUrgency(*painter, card.adjusted(0, 1, 0, -1), static_cast<Urgency>(index.data(BoardModel::UrgencyRole).toInt()), theme);
    painter->setClipping(false);

    auto font = option.font;
    font.setPixelSize(13);
    auto small = font;
    small.setPixelSize(12);
    auto bold = font;
    bold.setWeight(QFont::DemiBold);
    const auto lamp = static_cast<Lamp>(index.data(BoardModel::LampRole).toInt());
    QRectF line = card.adjusted(14, 8, -10, 0);
    line.setHeight(18);
    signs::paintLamp(*painter, QRectF(line.left(), line.top(), 16, 18), lamp, theme);
    painter->setFont(bold);
    painter->setPen(lamp == Lamp::Red ? theme.badText : theme.text);
    const auto left = index.data(BoardModel::RemainingRole).toString();
    painter->drawText(line.adjusted(22, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, left);
    double right = line.right();
    if (const int supervised = index.data(BoardModel::SupervisedRole).toInt(); supervised > 0) {
        right -= 20;
        signs::paintSupervision(*painter, QRectF(right, line.top(), 18, 18), supervised == 3 ? signs::Card::Red : supervised == 2 ? signs::Card::Yellow : signs::Card::None, theme);
        right -= 6;
    }
    painter->setFont(small);
    painter->setPen(theme.textMuted);
    const QFontMetrics smallMetrics(small);
    // On every card the same part of the number; the tool tip has the whole.
    painter->drawText(QRectF(line.left(), line.top(), right - line.left(), 18), Qt::AlignRight | Qt::AlignVCenter,
                      shortCaseNumber(index.data(BoardModel::NumberRole).toString()));

    line.translate(0, 22);
    painter->setFont(font);
    painter->setPen(theme.text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(index.data(BoardModel::TitleRole).toString(), Qt::ElideRight, static_cast<int>(line.width())));
    line.translate(0, 20);
    painter->setFont(small);
    painter->setPen(theme.textMuted);
    QStringList where;
    for (const int role : {int(BoardModel::AreaRole), int(BoardModel::CategoryRole)})
        if (const auto text = index.data(role).toString(); !text.isEmpty())
            where << text;
    for (const auto& text : {where.join(QStringLiteral(" · ")), index.data(BoardModel::AddressRole).toString()}) {
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, smallMetrics.elidedText(text, Qt::ElideRight, static_cast<int>(line.width())));
        line.translate(0, 18);
    }
    line.translate(0, 2);
    if (const auto sent = index.data(BoardModel::SentRole).toString(); !sent.isEmpty()) {
        // By the clock of signing, which stands still at night as the unit does.
        const auto colour = lamp == Lamp::Red ? theme.badText : lamp == Lamp::Yellow ? theme.warnText : theme.textMuted;
        paintAge(*painter, QRectF(line.left() + 1, line.top() + 2, 14, 14), lamp, colour);
        painter->setPen(colour);
        const QRectF room = line.adjusted(22, 0, 0, 0);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, smallMetrics.elidedText(tr("unsigned since %1").arg(sent), Qt::ElideRight, static_cast<int>(room.width())));
    } else if (const auto unit = index.data(BoardModel::SuggestionRole).toString(); !unit.isEmpty()) {
        painter->setPen(theme.accent);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, smallMetrics.elidedText(QStringLiteral("→ ") + unit, Qt::ElideRight, static_cast<int>(line.width())));
    } else if (index.data(BoardModel::ReturnedRole).toBool()) {
        painter->setPen(theme.warnText);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("↩ ") + tr("returned"));
    }
    painter->restore();
}

} // namespace griddesk
