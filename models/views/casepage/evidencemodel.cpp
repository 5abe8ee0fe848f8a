// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidencemodel.h"

#include <algorithm>

namespace griddesk {

void EvidenceModel::setDetail(const CaseDetail& detail)
{
    const auto item = [&](const Evidence& file) {
        EvidenceItem made{QString::fromStdString(file.sha256), QString::fromStdString(file.mime), {}};
        const auto from = std::ranges::find_if(detail.history, [&](const HistoryItem& h) { return h.operation.id == file.operation; });
        if (from != detail.history.end())
            made.caption = tr("%1 · %2 · %3").arg(m_words.operation(from->operation.kind), m_words.account(from->operation.actor.account),
                                                  m_words.dateTime(file.takenAt.value_or(from->effective)));
        else if (file.takenAt)
            made.caption = m_words.dateTime(*file.takenAt);
        return made;
    };
    std::vector<EvidenceItem> before, after, other;
    for (const auto& file : detail.state.evidence)
        (file.role == "before" ? before : file.role == "after" ? after : other).push_back(item(file));
    std::vector<EvidenceRow> rows;
    for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
        EvidenceRow row{.id = "pair" + std::to_string(i), .before = {}, .after = {}, .pair = true};
        if (i < before.size())
            row.before = before[i];
        if (i < after.size())
            row.after = after[i];
        rows.push_back(std::move(row));
    }
    for (auto& file : other) {
        auto id = file.sha256.toStdString();
        rows.push_back({.id = std::move(id), .before = std::move(file), .after = {}, .pair = false});
    }
    replace(std::move(rows));
}

QVariant EvidenceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (!row.pair)
            return row.before.caption;
        return tr("Before: %1; after: %2").arg(row.before.sha256.isEmpty() ? m_words.unknown() : row.before.caption,
                                               row.after.sha256.isEmpty() ? m_words.unknown() : row.after.caption);
    case BeforeRole: return row.before.sha256;
    case AfterRole: return row.after.sha256;
    case BeforeCaptionRole: return row.before.caption;
    case AfterCaptionRole: return row.after.caption;
    case PairRole: return row.pair;
    default: return {};
    }
}

} // namespace griddesk
