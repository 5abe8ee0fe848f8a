// SPDX-License-Identifier: GPL-3.0-or-later
#include "casedelegate.h"

#include "models/core/caserow.h"
#include "models/views/tables/casetablemodel.h"
#include "signs.h"

#include <QPainter>

namespace griddesk {

namespace {

signs::Tone toneOf(Stage stage)
{
    switch (stage) {
    case Stage::Reported:
    case Stage::Accepted:
    case Stage::Filed: return signs::Tone::Info;
    case Stage::Checked:
    case Stage::Closed:
    case Stage::Archived:
    case Stage::Answered: return signs::Tone::Ok;
    case Stage::Dispatched: return signs::Tone::Warn;
    default: return signs::Tone::Plain;
    }
}

/// Marks that are shown by other signs of the row.
constexpr auto signMarks = static_cast<std::uint32_t>(CaseMark::Supervised) | static_cast<std::uint32_t>(CaseMark::YellowCard)
                           | static_cast<std::uint32_t>(CaseMark::RedCard) | static_cast<std::uint32_t>(CaseMark::Suspended)
                           | static_cast<std::uint32_t>(CaseMark::StatutoryPause);

} // namespace

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {80, rowHeight}; }

void CaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = m_themes.theme();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRectF cell(option.rect);
    painter->save();
    painter->setFont(option.font);
    const auto ground = selected                                          ? theme.selection
                        : option.state.testFlag(QStyle::State_MouseOver) ? theme.hover
                        : index.row() % 2 == 1                            ? theme.cardAlternate
                                                                          : theme.card;
    painter->fillRect(cell, ground);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.border);
    const auto ink = selected ? theme.selectionText : theme.text;
    const auto faint = selected ? theme.selectionText : theme.textMuted;
    const auto inner = cell.adjusted(8, 0, -8, -1);
    const auto text = index.data(Qt::DisplayRole).toString();
    const auto plain = [&](const QColor& colour, Qt::TextElideMode elide = Qt::ElideRight) {
        painter->setPen(colour);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, elide, static_cast<int>(inner.width())));
    };

    if (!index.data(CaseTableModel::LoadedRole).toBool()) {
        // A row that is still being read: a quiet bar where the text will be.
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.hover);
        painter->drawRoundedRect(QRectF(inner.left(), inner.center().y() - 5, inner.width() * 0.6, 10), 4, 4);
        painter->restore();
        return;
    }
    switch (index.column()) {
    case CaseTableModel::LampColumn: paintTime(*painter, cell, index, ink); break;
    case CaseTableModel::StageColumn:
        signs::paintChip(*painter, inner, text, toneOf(static_cast<Stage>(index.data(CaseTableModel::StageRole).toInt())), theme);
        break;
    case CaseTableModel::UrgencyColumn: {
        const auto urgency = static_cast<Urgency>(index.data(CaseTableModel::UrgencyRole).toInt());
        plain(selected || urgency == Urgency::Ordinary ? faint : urgency == Urgency::Critical ? theme.badText : theme.warnText);
        break;
    }
    case CaseTableModel::TitleColumn: paintTitle(*painter, inner, index, ink, faint); break;
    case CaseTableModel::MarksColumn: paintMarks(*painter, inner, index); break;
    case CaseTableModel::NumberColumn: plain(faint, Qt::ElideLeft); break;
    case CaseTableModel::CategoryColumn:
    case CaseTableModel::UnitColumn: plain(ink); break;
    default: plain(faint); break;
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.adjusted(0.5, 0.5, -0.5, -1.5));
    }
    painter->restore();
}

void CaseDelegate::paintTime(QPainter& painter, const QRectF& cell, const QModelIndex& index, const QColor& ink) const
{
    const auto& theme = m_themes.theme();
    const auto lamp = static_cast<Lamp>(index.data(CaseTableModel::LampRole).toInt());
    signs::paintUrgency(painter, cell.adjusted(0, 0, 0, -1), static_cast<Urgency>(index.data(CaseTableModel::UrgencyRole).toInt()), theme);
    if (ink == theme.selectionText && theme.selectionText != theme.text) {
        // The lamp keeps its own ground on a selected row, whatever colour that has.
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.card);
        painter.drawEllipse(QPointF(cell.left() + 17, cell.center().y()), 10, 10);
    }
    signs::paintLamp(painter, QRectF(cell.left() + 10, cell.top(), 14, cell.height() - 1), lamp, theme);
    auto font = painter.font();
    font.setBold(lamp == Lamp::Red);
    font.setFeature("tnum", 1);
    painter.setFont(font);
    painter.setPen(lamp == Lamp::Red && ink == theme.text ? theme.badText : ink); // on a selected row its own colour
    const auto room = cell.adjusted(28, 0, -8, -1);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, static_cast<int>(room.width())));
}

void CaseDelegate::paintTitle(QPainter& painter, const QRectF& cell, const QModelIndex& index, const QColor& ink, const QColor& faint) const
{
    const auto address = index.data(CaseTableModel::AddressRole).toString();
    const auto width = static_cast<int>(cell.width());
    const auto upper = address.isEmpty() ? cell : QRectF(cell.left(), cell.top() + 3, cell.width(), cell.height() / 2 - 1);
    painter.setPen(ink);
    painter.drawText(upper, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, width));
    if (address.isEmpty())
        return;
    auto font = painter.font();
    font.setPixelSize(12);
    painter.setFont(font);
    painter.setPen(faint);
    painter.drawText(QRectF(cell.left(), cell.center().y(), cell.width(), cell.height() / 2 - 3), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(address, Qt::ElideRight, width));
}

void CaseDelegate::paintMarks(QPainter& painter, QRectF cell, const QModelIndex& index) const
{
    const auto& theme = m_themes.theme();
    const auto marks = index.data(CaseTableModel::MarksRole).toUInt();
    const auto has = [marks](CaseMark mark) { return (marks & static_cast<std::uint32_t>(mark)) != 0; };
    if (has(CaseMark::Supervised)) {
        const auto card = has(CaseMark::RedCard) ? signs::Card::Red : has(CaseMark::YellowCard) ? signs::Card::Yellow : signs::Card::None;
        signs::paintSupervision(painter, cell, card, theme);
        cell.setLeft(cell.left() + 24);
    }
    // The text of the column names all marks in the order of their bits; chips are made for those without another sign.
    const auto names = index.data().toString().split(QStringLiteral(" · "), Qt::SkipEmptyParts);
    qsizetype at = 0;
    for (std::uint32_t bit = 1; bit != 0 && bit <= marks; bit <<= 1) {
        if ((marks & bit) == 0)
            continue;
        const auto name = names.value(at++);
        if ((signMarks & bit) != 0)
            continue;
        const auto mark = static_cast<CaseMark>(bit);
        const bool warns = mark == CaseMark::Arbitration || mark == CaseMark::Redo || mark == CaseMark::Rework || mark == CaseMark::ReturnAsked
                           || mark == CaseMark::Returned || mark == CaseMark::Hot || mark == CaseMark::Urged;
        const double width = signs::paintChip(painter, cell, name, warns ? signs::Tone::Warn : signs::Tone::Plain, theme);
        if (width == 0)
            return;
        cell.setLeft(cell.left() + width + 5);
    }
}

} // namespace griddesk
