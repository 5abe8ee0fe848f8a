// SPDX-License-Identifier: GPL-3.0-or-later
#include "casedelegate.h"

#include "models/core/caserow.h"
#include "models/views/casenumber.h"
#include "models/views/tables/casetablemodel.h"
#include "signs.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTableView>
#include <QTextLayout>

#include <cmath>

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

/// A name in one line, or in two where one is too short; only what two cannot hold is cut.
void paintName(QPainter& painter, const QRectF& cell, const QString& text)
{
    const auto metrics = painter.fontMetrics();
    if (metrics.horizontalAdvance(text) <= cell.width()) {
        painter.drawText(cell, Qt::AlignVCenter | Qt::AlignLeft, text);
        return;
    }
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    auto line = layout.createLine();
    line.setLineWidth(cell.width());
    layout.endLayout();
    qsizetype cut = line.textLength();
    if (cut > 1 && text.at(cut - 1) == QChar(0x7B2C)) // 第 belongs to the figure behind it
        --cut;
    const auto first = text.first(cut).trimmed();
    auto rest = text.sliced(cut).trimmed();
    const QRectF upper(cell.left(), cell.top() + 3, cell.width(), cell.height() / 2 - 2);
    painter.drawText(upper, Qt::AlignVCenter | Qt::AlignLeft, first);
    rest = metrics.elidedText(rest, Qt::ElideRight, static_cast<int>(cell.width()));
    painter.drawText(upper.translated(0, cell.height() / 2 - 3), Qt::AlignVCenter | Qt::AlignLeft, rest);
}

/// The colour, made darker or lighter until it can be read on the ground.
QColor readableOn(QColor ink, const QColor& ground)
{
    const auto part = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const auto luminance = [&](const QColor& c) { return 0.2126 * part(c.redF()) + 0.7152 * part(c.greenF()) + 0.0722 * part(c.blueF()); };
    const double under = luminance(ground);
    for (int step = 0; step < 12; ++step) {
        const double over = luminance(ink);
        if ((std::max(over, under) + 0.05) / (std::min(over, under) + 0.05) >= 4.5)
            break;
        ink = under > 0.3 ? QColor::fromHslF(ink.hslHueF(), ink.hslSaturationF(), ink.lightnessF() * 0.85f)
                          : QColor::fromHslF(ink.hslHueF(), ink.hslSaturationF(), ink.lightnessF() + (1 - ink.lightnessF()) * 0.2f);
    }
    return ink;
}

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
                        : index.row() == m_hover                       ? theme.hover
                        : index.row() % 2 == 1                            ? theme.cardAlternate
                                                                          : theme.card;
    painter->fillRect(cell, ground);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.border);
    const auto ink = selected ? theme.selectionText : theme.text;
    const auto faint = selected ? theme.selectionText : theme.textMuted;
    const auto inner = cell.adjusted(8, 0, -8, -1);
    const auto text = index.data(Qt::DisplayRole).toString();
    const auto plain = [&](const QColor& colour) {
        painter->setPen(colour);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(inner.width())));
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
    case CaseTableModel::StageColumn: {
        const auto tone = toneOf(static_cast<Stage>(index.data(CaseTableModel::StageRole).toInt()));
        const auto* table = qobject_cast<const QTableView*>(option.widget);
        const auto marks = table != nullptr && table->isColumnHidden(CaseTableModel::MarksColumn) ? marksBelow(index) : QString();
        if (marks.isEmpty()) {
            signs::paintChip(*painter, inner, text, tone, theme);
            break;
        }
        signs::paintChip(*painter, QRectF(inner.left(), inner.top() + 2, inner.width(), 19), text, tone, theme);
        auto small = painter->font();
        small.setPixelSize(12);
        painter->setFont(small);
        painter->setPen(selected ? theme.selectionText : theme.warnText);
        painter->drawText(QRectF(inner.left() + 3, inner.top() + 21, inner.width() - 3, inner.height() - 22), Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(marks, Qt::ElideRight, static_cast<int>(inner.width()) - 3));
        break;
    }
    case CaseTableModel::UrgencyColumn: {
        const auto urgency = static_cast<Urgency>(index.data(CaseTableModel::UrgencyRole).toInt());
        plain(selected || urgency == Urgency::Ordinary ? faint : urgency == Urgency::Critical ? theme.badText : theme.warnText);
        break;
    }
    case CaseTableModel::TitleColumn: paintTitle(*painter, inner, index, ink, faint); break;
    case CaseTableModel::MarksColumn: paintMarks(*painter, inner, index); break;
    case CaseTableModel::NumberColumn: {
        // The whole number or its telling end, never something between.
        const auto number = painter->fontMetrics().horizontalAdvance(text) <= inner.width() ? text : shortCaseNumber(text);
        painter->setPen(faint);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, number);
        break;
    }
    case CaseTableModel::CategoryColumn:
    case CaseTableModel::UnitColumn:
        painter->setPen(ink);
        paintName(*painter, inner, text);
        break;
    case CaseTableModel::AreaColumn:
        painter->setPen(faint);
        paintName(*painter, inner, text);
        break;
    default: plain(faint); break;
    }
    // Keys act on the row, so the frame runs along the row.
    if (const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
        view != nullptr && view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->fillRect(QRectF(cell.left(), cell.top(), cell.width(), 1), theme.accent);
        painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.accent);
    }
    painter->restore();
}

QString CaseDelegate::marksBelow(const QModelIndex& index)
{
    // What the time column says already, and what calls for nothing now, would only hide the rest.
    const auto marks = index.data(CaseTableModel::MarksRole).toUInt();
    constexpr auto left = static_cast<std::uint32_t>(CaseMark::Suspended) | static_cast<std::uint32_t>(CaseMark::StatutoryPause)
                        | static_cast<std::uint32_t>(CaseMark::CallbackWanted) | static_cast<std::uint32_t>(CaseMark::Imported)
                        | static_cast<std::uint32_t>(CaseMark::Provisional) | static_cast<std::uint32_t>(CaseMark::ClockDisorder)
                        | static_cast<std::uint32_t>(CaseMark::PlanOpen);
    const auto names = index.siblingAtColumn(CaseTableModel::MarksColumn).data().toString().split(QStringLiteral(" · "), Qt::SkipEmptyParts);
    const auto stage = index.siblingAtColumn(CaseTableModel::StageColumn).data().toString();
    QStringList below;
    qsizetype at = 0;
    for (std::uint32_t bit = 1; bit != 0 && bit <= marks; bit <<= 1)
        if ((marks & bit) != 0) {
            const auto name = names.value(at++);
            if ((left & bit) == 0 && name != stage)
                below << name;
        }
    return below.join(QStringLiteral(" · "));
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
    const auto ground = ink == theme.selectionText ? theme.selection : theme.card;
    painter.setPen(lamp == Lamp::Red ? readableOn(theme.badText, ground) : ink); // late stays red on a selected row too
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
    std::vector<std::pair<QString, signs::Tone>> chips;
    for (std::uint32_t bit = 1; bit != 0 && bit <= marks; bit <<= 1) {
        if ((marks & bit) == 0)
            continue;
        const auto name = names.value(at++);
        if ((signMarks & bit) != 0)
            continue;
        const auto mark = static_cast<CaseMark>(bit);
        const bool warns = mark == CaseMark::Arbitration || mark == CaseMark::Redo || mark == CaseMark::Rework || mark == CaseMark::ReturnAsked
                           || mark == CaseMark::Returned || mark == CaseMark::Hot || mark == CaseMark::Urged;
        chips.emplace_back(name, warns ? signs::Tone::Warn : signs::Tone::Plain);
    }
    // Whole chips only: what has no room is counted, and the tool tip names all.
    constexpr double between = 5;
    auto font = painter.font();
    font.setPixelSize(12);
    const QFontMetrics metrics(font);
    const auto more = [](std::size_t n) { return QStringLiteral("+%1").arg(n); };
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const double width = signs::chipWidth(metrics, chips[i].first);
        const auto after = chips.size() - i - 1;
        const double reserve = after == 0 ? 0 : signs::chipWidth(metrics, more(after)) + between;
        if (width + reserve > cell.width()) {
            signs::paintChip(painter, cell, more(chips.size() - i), signs::Tone::Plain, theme);
            return;
        }
        signs::paintChip(painter, cell, chips[i].first, chips[i].second, theme);
        cell.setLeft(cell.left() + width + between);
    }
}

} // namespace griddesk
