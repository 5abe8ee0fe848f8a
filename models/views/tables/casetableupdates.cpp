// SPDX-License-Identifier: GPL-3.0-or-later
// How the case table gets its list and follows what is saved: by ranges, with selection and place kept.
#include "casetablemodel.h"

#include <QFuture>
#include <QPromise>
#include <QThreadPool>

#include <algorithm>
#include <unordered_map>

namespace griddesk {

namespace {
constexpr int firstScreen = 200;
}

void CaseTableModel::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

void CaseTableModel::setQuery(const CaseFilter& filter, const CaseSort& sort)
{
    if (m_query != 0 && filter == m_filter && sort == m_sort) {
        refresh();
        return;
    }
    m_filter = filter;
    m_sort = sort;
    ++m_query;
    if (m_cancel)
        m_cancel->store(true);
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_complete = m_again = m_planAgain = m_showNew = false;
    setPending({});
    setBusy(true);
    m_queries.firstKeys(m_filter, m_sort, m_clock.now(), firstScreen)
        .then(this, [this, query = m_query](Result<std::vector<CaseKey>> answer) {
            if (query == m_query && !m_complete && answer)
                reset(std::move(*answer));
        });
    askKeys();
}

void CaseTableModel::refresh()
{
    if (m_query == 0)
        return;
    if (m_asking)
        m_again = true;
    else
        askKeys();
}

void CaseTableModel::askKeys()
{
    m_asking = true;
    m_queries.keys(m_filter, m_sort, m_clock.now(), m_cancel).then(this, [this, query = m_query](Result<std::vector<CaseKey>> answer) {
        if (query != m_query)
            return;
        m_asking = false;
        setBusy(false);
        if (answer)
            takeKeys(std::move(*answer));
        else if (answer.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(answer.error());
        if (std::exchange(m_again, false))
            askKeys();
    });
}

void CaseTableModel::reset(std::vector<CaseKey> keys)
{
    beginResetModel();
    m_keys = std::move(keys);
    ++m_revision;
    m_gone.clear();
    m_first = 0;
    m_last = pageSize / 4;
    endResetModel();
    readPages();
}

void CaseTableModel::takeKeys(std::vector<CaseKey> keys)
{
    m_gone.clear();
    m_wanted = std::make_shared<const std::vector<CaseKey>>(std::move(keys));
    if (m_complete) {
        planAgain();
        return;
    }
    // First list of a query: the first screen is its beginning, unless something was saved in between.
    m_complete = true;
    const auto& all = *m_wanted;
    if (!m_keys.empty() && m_keys.size() <= all.size() && std::equal(m_keys.begin(), m_keys.end(), all.begin())) {
        if (all.size() > m_keys.size()) {
            beginInsertRows({}, rowCount(), static_cast<int>(all.size()) - 1);
            m_keys = all;
            ++m_revision;
            endInsertRows();
        }
        readPages();
    } else {
        reset(all);
    }
    Q_EMIT listed(rowCount());
}

void CaseTableModel::showPendingRows()
{
    if (m_pending.empty())
        return;
    m_showNew = true;
    planAgain();
}

void CaseTableModel::planAgain()
{
    if (m_planning) {
        m_planAgain = true;
        return;
    }
    m_planning = true;
    // An empty table has nothing that could move under the hand.
    const bool hold = !m_showNew && !m_keys.empty();
    m_showNew = false;
    QtFuture::makeReadyVoidFuture()
        .then(QThreadPool::globalInstance(),
              [shown = m_keys, wanted = m_wanted, hold] { return planUpdate(shown, *wanted, hold, maximumEdits); })
        .then(this, [this, hold, query = m_query, revision = m_revision](const KeyPlan& plan) {
            m_planning = false;
            bool again = std::exchange(m_planAgain, false);
            if (query == m_query && revision == m_revision) {
                follow(plan);
            } else {
                again = again || query == m_query;
                m_showNew = m_showNew || (!hold && query == m_query);
            }
            if (again && m_complete)
                planAgain();
        });
}

void CaseTableModel::follow(const KeyPlan& plan)
{
    if (plan.wholesale || !plan.edits.empty()) {
        Q_EMIT aboutToFollow();
        ++m_revision;
        if (plan.wholesale)
            followWholesale(plan);
        else
            followByRanges(plan);
        Q_EMIT followed();
    }
    setPending(plan.pending);
    readPages();
}

void CaseTableModel::setPending(std::vector<CaseKey> pending)
{
    const bool changed = pending.size() != m_pending.size();
    m_pending = std::move(pending);
    if (changed)
        Q_EMIT pendingNewRowsChanged(pendingNewRows());
}

void CaseTableModel::followByRanges(const KeyPlan& plan)
{
    for (const auto& edit : plan.edits) {
        const int last = edit.first + edit.count - 1;
        switch (edit.kind) {
        case KeyEdit::Kind::Remove:
            beginRemoveRows({}, edit.first, last);
            applyEdit(m_keys, edit);
            endRemoveRows();
            break;
        case KeyEdit::Kind::Insert:
            beginInsertRows({}, edit.first, last);
            applyEdit(m_keys, edit);
            endInsertRows();
            break;
        case KeyEdit::Kind::Move:
            if (beginMoveRows({}, edit.first, last, {}, edit.to)) {
                applyEdit(m_keys, edit);
                endMoveRows();
            }
            break;
        }
    }
}

void CaseTableModel::followWholesale(const KeyPlan& plan)
{
    // What stays comes first in its new order, what goes after it; then the end is cut off and new rows are put behind
    // and sorted in. Persistent indexes travel along, so selection and current row survive.
    const std::unordered_set<CaseKey> shown(m_keys.begin(), m_keys.end());
    std::vector<CaseKey> staying, coming;
    for (const auto key : plan.result)
        (shown.contains(key) ? staying : coming).push_back(key);
    const std::unordered_set<CaseKey> stays(staying.begin(), staying.end());
    auto order = staying;
    for (const auto key : m_keys)
        if (!stays.contains(key))
            order.push_back(key);
    permute(std::move(order));
    if (staying.size() < m_keys.size()) {
        beginRemoveRows({}, static_cast<int>(staying.size()), rowCount() - 1);
        m_keys.resize(staying.size());
        endRemoveRows();
    }
    if (!coming.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(coming.size()) - 1);
        m_keys.insert(m_keys.end(), coming.begin(), coming.end());
        endInsertRows();
        permute(plan.result);
    }
}

void CaseTableModel::permute(std::vector<CaseKey> keys)
{
    if (keys == m_keys)
        return;
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto from = persistentIndexList();
    std::unordered_map<CaseKey, int> rowOfKey;
    for (const auto& at : from)
        rowOfKey.emplace(keyAt(at.row()), -1);
    for (std::size_t row = 0; row < keys.size(); ++row)
        if (const auto it = rowOfKey.find(keys[row]); it != rowOfKey.end())
            it->second = static_cast<int>(row);
    QModelIndexList to;
    to.reserve(from.size());
    for (const auto& at : from)
        to << createIndex(rowOfKey.at(keyAt(at.row())), at.column());
    m_keys = std::move(keys);
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void CaseTableModel::noteChanges(const std::vector<CaseId>& changed, bool bulk)
{
    m_changedAll = m_changedAll || bulk;
    for (const auto& id : changed)
        m_changedIds.insert(id.text());
    if (!m_follow.isActive())
        m_follow.start();
}

void CaseTableModel::applyChanges()
{
    const bool all = std::exchange(m_changedAll, false);
    const auto ids = std::exchange(m_changedIds, {});
    ++m_freshness;
    m_cache.markStaleIf([&](const CaseRow& row) { return all || ids.contains(row.id.text()); });
    readPages();
    refresh();
}

} // namespace griddesk
