// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchresultsmodel.h"

#include "models/views/casenumber.h"
#include "models/views/casestage.h"

#include <algorithm>

namespace griddesk {

SearchResultsModel::SearchResultsModel(CaseQueries& queries, const Words& words, QObject* parent)
    : QAbstractListModel(parent), m_queries(queries), m_words(words)
{
}

SearchResultsModel::~SearchResultsModel()
{
    if (m_cancel)
        m_cancel->store(true);
}

void SearchResultsModel::setWords(const QString& words)
{
    const auto wanted = words.simplified().left(200).toStdString();
    const auto generation = ++m_generation;
    if (m_cancel)
        m_cancel->store(true);
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    if (wanted.empty()) {
        take({});
        return;
    }
    m_busy = true;
    m_queries.find(wanted).then(this, [this, generation, wanted](Result<std::vector<CaseKey>> answer) {
        if (generation != m_generation)
            return;
        if (answer)
            searchWords(wanted, std::move(*answer));
        else
            giveUp(answer.error());
    });
}

void SearchResultsModel::searchWords(const std::string& words, std::vector<CaseKey> byNumber)
{
    m_queries.search(words, limit, m_cancel)
        .then(this, [this, generation = m_generation, found = std::move(byNumber)](Result<std::vector<CaseKey>> answer) mutable {
            if (generation != m_generation)
                return;
            if (!answer) {
                giveUp(answer.error());
                return;
            }
            for (const auto key : *answer)
                if (std::find(found.begin(), found.end(), key) == found.end())
                    found.push_back(key);
            found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
            readRows(std::move(found));
        });
}

void SearchResultsModel::readRows(std::vector<CaseKey> keys)
{
    m_queries.rows(std::move(keys)).then(this, [this, generation = m_generation](Result<std::vector<std::pair<CaseKey, CaseRow>>> answer) {
        if (generation != m_generation)
            return;
        if (answer)
            take(std::move(*answer));
        else
            giveUp(answer.error());
    });
}

void SearchResultsModel::take(std::vector<std::pair<CaseKey, CaseRow>> rows)
{
    m_busy = false;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT answered(rowCount());
}

void SearchResultsModel::giveUp(const Error& error)
{
    m_busy = false;
    if (error.code != ErrorCode::Cancelled)
        Q_EMIT failed(error);
}

const CaseRow* SearchResultsModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)].second : nullptr;
}

int SearchResultsModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant SearchResultsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& [key, row] = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return QString::fromStdString(row.title);
    case KeyRole: return static_cast<qint64>(key);
    case IdRole: return QString::fromStdString(row.id.text());
    case NumberRole: return caseNumber(row);
    case AddressRole: return QString::fromStdString(row.address);
    case StageRole: return stageWord(row, m_words);
    case UrgencyRole: return static_cast<int>(row.urgency);
    default: return {};
    }
}

QHash<int, QByteArray> SearchResultsModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{KeyRole, "key"}, {IdRole, "caseId"}, {NumberRole, "number"}, {AddressRole, "address"}, {StageRole, "stage"},
                  {UrgencyRole, "urgency"}});
    return names;
}

} // namespace griddesk
