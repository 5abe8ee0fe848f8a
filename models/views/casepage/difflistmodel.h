// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <utility>
#include <vector>

namespace griddesk {

/// A list model whose rows are replaced as a whole while views keep selection and place: rows that stay are never
/// removed, rows that changed are told as changed. `Row` has a member `id` and operator==. Thread: GUI.
template <typename Row>
class DiffListModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const std::vector<Row>& rows() const noexcept { return m_rows; }

protected:
    /// Keeps the common head and tail, takes out what lies between and puts in the new; O(rows).
    void replace(std::vector<Row> next)
    {
        const auto same = [](const Row& a, const Row& b) { return a.id == b.id; };
        const auto head = static_cast<std::size_t>(std::mismatch(m_rows.begin(), m_rows.end(), next.begin(), next.end(), same).first - m_rows.begin());
        std::size_t tail = 0;
        while (tail < m_rows.size() - head && tail < next.size() - head && same(m_rows[m_rows.size() - 1 - tail], next[next.size() - 1 - tail]))
            ++tail;
        if (const auto gone = m_rows.size() - head - tail; gone > 0) {
            beginRemoveRows({}, static_cast<int>(head), static_cast<int>(head + gone) - 1);
            m_rows.erase(at(m_rows, head), at(m_rows, head + gone));
            endRemoveRows();
        }
        if (const auto fresh = next.size() - head - tail; fresh > 0) {
            beginInsertRows({}, static_cast<int>(head), static_cast<int>(head + fresh) - 1);
            m_rows.insert(at(m_rows, head), std::make_move_iterator(at(next, head)), std::make_move_iterator(at(next, head + fresh)));
            endInsertRows();
        }
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (i >= head && i < m_rows.size() - tail)
                continue; // just put in
            if (m_rows[i] == next[i])
                continue;
            m_rows[i] = std::move(next[i]);
            Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)));
        }
    }

private:
    static auto at(std::vector<Row>& rows, std::size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(i); }

    std::vector<Row> m_rows;
};

} // namespace griddesk
