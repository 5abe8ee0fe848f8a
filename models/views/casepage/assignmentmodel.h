// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/service/casequeries.h"
#include "models/views/words.h"

#include <QAbstractItemModel>

namespace griddesk {

/// The assignments of one case as a tree: level 1 (lead, then assists), below each what it gave on. Thread: GUI.
class AssignmentModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { UnitColumn, StateColumn, LimitColumn, LeftColumn, SentColumn, SignedColumn, RepliedColumn, ColumnCount };
    enum Role { AssignmentRole = Qt::UserRole, LampRole, LiveRole, LeadRole, NoteRole };

    explicit AssignmentModel(const Words& words, QObject* parent = nullptr) : QAbstractItemModel(parent), m_words(words) {}

    void setDetail(const CaseDetail& detail, Instant now);
    void clear();

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        Assignment assignment;
        Lamp lamp = Lamp::None;
        std::optional<Instant> due;
        ClockKind kind = ClockKind::Handle; ///< of the clock that is due then
        int parent = -1;           ///< index in m_nodes; -1 at the top
        int row = 0;               ///< among its siblings
        std::vector<int> children;
        bool operator==(const Node&) const = default;
    };
    [[nodiscard]] const Node* node(const QModelIndex& index) const;
    [[nodiscard]] QString text(const Node& node, int column) const;
    [[nodiscard]] QString note(const Assignment& a) const;

    const Words& m_words;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    Instant m_now{};
};

} // namespace griddesk
