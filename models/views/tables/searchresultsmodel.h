// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casequeries.h"
#include "models/views/words.h"

#include <QAbstractListModel>

#include <cstdint>
#include <vector>

namespace griddesk {

/// Cases found by a number or by words, best first, at most `limit`. Asked anew with every change of the words; the
/// question before is cancelled and its answer dropped. Thread: GUI.
class SearchResultsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { KeyRole = Qt::UserRole + 1, IdRole, NumberRole, AddressRole, StageRole, UrgencyRole };
    static constexpr int limit = 50;

    SearchResultsModel(CaseQueries& queries, const Words& words, QObject* parent = nullptr);
    ~SearchResultsModel() override;

    void setWords(const QString& words); ///< empty clears
    [[nodiscard]] const CaseRow* rowAt(int row) const;
    [[nodiscard]] bool busy() const { return m_busy; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void answered(int found);
    void failed(const griddesk::Error& error);

private:
    CaseQueries& m_queries;
    const Words& m_words;
    std::vector<std::pair<CaseKey, CaseRow>> m_rows;
    CancelFlag m_cancel;
    std::uint64_t m_generation = 0;
    bool m_busy = false;

    void searchWords(const std::string& words, std::vector<CaseKey> byNumber);
    void readRows(std::vector<CaseKey> keys);
    void take(std::vector<std::pair<CaseKey, CaseRow>> rows);
    void giveUp(const Error& error);
};

} // namespace griddesk
