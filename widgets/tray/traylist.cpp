// SPDX-License-Identifier: GPL-3.0-or-later
#include "traylist.h"

#include <QPainter>

namespace griddesk {

namespace {
QString q(const std::string& s) { return QString::fromStdString(s); }
}

void TrayModel::setItems(std::vector<TrayItem> items)
{
    m_items = std::move(items);
    m_settled.clear();
    m_showsSettled = false;
    retranslate();
}

void TrayModel::setSettled(std::vector<SettledTrayItem> items)
{
    m_settled = std::move(items);
    m_items.clear();
    m_showsSettled = true;
    retranslate();
}

void TrayModel::retranslate()
{
    std::vector<TrayRow> rows;
    const auto join = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    };
    for (const auto& item : m_items) {
        const auto number = item.row ? q(item.row->number.empty() ? item.row->localNumber : item.row->number) : tr("no case");
        rows.push_back({.id = item.operation.id.text(),
                        .title = join({m_words.operation(item.operation.kind), number}),
                        .detail = join({item.row ? q(item.row->title) : QString(), m_words.account(item.operation.actor.account), m_words.dateTime(item.savedAt)}),
                        .badge = item.now ? tr("Not possible now") : tr("Possible again"),
                        .good = !item.now});
    }
    for (const auto& item : m_settled) {
        const auto how = item.how == "withdrawn" ? tr("Withdrawn") : item.how == "reissued" ? tr("Done again") : tr("Kept as a note");
        rows.push_back({.id = item.operation.id.text(),
                        .title = join({m_words.operation(item.operation.kind), q(item.number)}),
                        .detail = join({AccountId::parse(item.byAccount) ? m_words.account(*AccountId::parse(item.byAccount)) : q(item.byAccount), m_words.dateTime(item.at), q(item.words)}),
                        .badge = how,
                        .good = item.canReturn()});
    }
    replace(std::move(rows));
}

const TrayItem* TrayModel::itemAt(int row) const
{
    return !m_showsSettled && row >= 0 && row < static_cast<int>(m_items.size()) ? &m_items[static_cast<std::size_t>(row)] : nullptr;
}

const SettledTrayItem* TrayModel::settledAt(int row) const
{
    return m_showsSettled && row >= 0 && row < static_cast<int>(m_settled.size()) ? &m_settled[static_cast<std::size_t>(row)] : nullptr;
}

QVariant TrayModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return QStringList{row.title, row.detail, row.badge}.join(QStringLiteral(", "));
    case DetailRole: return row.detail;
    case BadgeRole: return row.badge;
    case GoodRole: return row.good;
    default: return {};
    }
}

void TrayDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto& theme = m_themes.theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter->fillRect(option.rect, theme.selection);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(theme.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    auto box = option.rect.adjusted(14, 8, -12, -8);
    auto small = option.font;
    small.setPixelSize(12);
    const bool good = index.data(TrayModel::GoodRole).toBool();
    const auto badge = index.data(TrayModel::BadgeRole).toString();
    const QFontMetrics smallMetrics(small);
    const QRect chip(box.right() - smallMetrics.horizontalAdvance(badge) - 14, box.top(), smallMetrics.horizontalAdvance(badge) + 14, 20);
    painter->setPen(Qt::NoPen);
    painter->setBrush(good ? theme.okSoft : theme.warnSoft);
    painter->drawRoundedRect(chip, 10, 10);
    painter->setFont(small);
    painter->setPen(good ? theme.okText : theme.warnText);
    painter->drawText(chip, Qt::AlignCenter, badge);
    painter->setFont(option.font);
    painter->setPen(selected ? theme.selectionText : theme.text);
    const auto upper = box.adjusted(0, 0, -chip.width() - 8, 0);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, upper.width()));
    painter->setFont(small);
    painter->setPen(selected ? theme.selectionText : theme.textMuted);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, smallMetrics.elidedText(index.data(TrayModel::DetailRole).toString(), Qt::ElideRight, box.width()));
    painter->restore();
}

QSize TrayDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {240, 58}; }

} // namespace griddesk
