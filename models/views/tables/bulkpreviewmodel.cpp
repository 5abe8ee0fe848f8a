// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkpreviewmodel.h"

#include "models/views/casenumber.h"
#include "models/views/casestage.h"

#include <algorithm>
#include <map>

namespace griddesk {

BulkPreviewModel::BulkPreviewModel(const Words& words, QObject* parent) : QAbstractTableModel(parent), m_words(words) {}

void BulkPreviewModel::setCases(std::vector<CaseRow> rows)
{
    beginResetModel();
    m_lines.clear();
    for (auto& row : rows)
        m_lines.push_back({std::move(row), std::nullopt});
    m_judged = false;
    endResetModel();
}

void BulkPreviewModel::setAnswer(const SubmitAnswer& answer)
{
    beginResetModel();
    for (const auto& refused : answer.refusals)
        if (refused.index < m_lines.size())
            m_lines[refused.index].refusal = refused.refusal;
    std::stable_partition(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.refusal.has_value(); });
    m_judged = true;
    endResetModel();
}

void BulkPreviewModel::setHeaders(const QStringList& headers, const QString& willChange)
{
    m_headers = headers;
    m_willChange = willChange;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int BulkPreviewModel::refused() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(), [](const Line& line) { return line.refusal.has_value(); }));
}

int BulkPreviewModel::passing() const { return m_judged ? rowCount() - refused() : 0; }

std::vector<std::pair<QString, int>> BulkPreviewModel::reasons() const
{
    std::map<QString, int> counted;
    for (const auto& line : m_lines)
        if (line.refusal)
            ++counted[m_words.refusal(*line.refusal)];
    std::vector<std::pair<QString, int>> sorted(counted.begin(), counted.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    return sorted;
}

int BulkPreviewModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

int BulkPreviewModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant BulkPreviewModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    if (role == IdRole)
        return QString::fromStdString(line.row.id.text());
    if (role == RefusedRole)
        return line.refusal.has_value();
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NumberColumn: return caseNumber(line.row);
    case TitleColumn: return QString::fromStdString(line.row.title);
    case StageColumn: return stageWord(line.row, m_words);
    case VerdictColumn: return line.refusal ? m_words.refusal(*line.refusal) : m_judged ? m_willChange : m_words.unknown();
    default: return {};
    }
}

QVariant BulkPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_headers.value(section)) : QVariant();
}

} // namespace griddesk
