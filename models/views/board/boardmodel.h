// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/duty.h"
#include "models/core/roster.h"
#include "models/service/desk.h"
#include "models/views/words.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <map>
#include <set>
#include <vector>

namespace griddesk {

/// What a column of the dispatch board gathers.
enum class BoardColumnKind {
    ToDispatch, ///< 待分拨; on a unit's board: signed and not given on yet
    Returns,    ///< 退单/仲裁: a return is asked, came back, or waits for arbitration
    Unit,       ///< what one unit holds and has not answered
};

struct BoardColumn {
    BoardColumnKind kind = BoardColumnKind::Unit;
    std::optional<UnitId> unit;
    std::int64_t open = 0, overdue = 0; ///< whole load of the unit, not only what is shown
    std::vector<Holder> on;             ///< who holds a post of the unit now
    std::string phone;                  ///< 24 h number
};

/// The dispatch board as a tree of two levels: columns, and under each its cases, most pressing first. The centre sees the
/// units of level 1; a unit sees what it holds itself and the communities, grids and crews it can give work to. Cases come
/// and go by ranges after a commit; columns change (by reset) only with the session. Reads the most pressing
/// `mostOfEach` cases of every queue it shows. Thread: GUI.
class BoardModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, KeyRole, NumberRole, TitleRole, AddressRole, AreaRole, CategoryRole, UrgencyRole, LampRole,
                RemainingRole, UnsignedRole, ///< milliseconds since it was sent and nobody signed; -1 otherwise
                SuggestionRole, ///< name of the unit the duty list names; empty when none or several
                ReturnedRole, SupervisedRole,
                SentRole }; ///< since when nobody signed, as text; empty otherwise

    static constexpr int mostOfEach = 2000;
    static constexpr const char* mimeType = "application/x-griddesk-case";

    BoardModel(const Desk& desk, const Words& words, QObject* parent = nullptr);

    void setSession(const Session& session);
    void setFilter(const QString& words); ///< keeps cards whose title, address, number or class contains the words
    void reload();
    /// Whether somebody looks at the board. While nobody does (from the beginning somebody does) nothing is read; what
    /// was missed is read when somebody looks again.
    void setWatched(bool watched);
    /// Says that times have moved on.
    void tick();

    [[nodiscard]] const std::vector<BoardColumn>& columns() const { return m_columns; }
    [[nodiscard]] bool ofUnit() const { return m_ofUnit; } ///< a unit's own board, level 2
    [[nodiscard]] const CaseRow* row(const QModelIndex& card) const;
    [[nodiscard]] CaseKey keyOf(const QModelIndex& card) const;
    /// What the duty list says about a card; the kind is None without a class.
    [[nodiscard]] DutyMatch suggestion(const QModelIndex& card) const;
    [[nodiscard]] int columnOfUnit(const UnitId& unit) const; ///< -1 when the board has none
    [[nodiscard]] QModelIndex find(CaseKey key) const;
    [[nodiscard]] int cards() const; ///< all shown
    [[nodiscard]] bool filtering() const { return !m_filter.isEmpty(); }
    /// Shown cases that wait to be dispatched again because a unit gave them back; they stand under Returns.
    [[nodiscard]] int returnedToDispatch() const;
    [[nodiscard]] bool loading() const { return m_pending > 0; }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) const override;
    /// Moves nothing: emits dropped() and says true; the card moves when the rules have agreed.
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

Q_SIGNALS:
    void dropped(griddesk::CaseKey key, int column);
    void headersChanged(); ///< loads or rosters
    void loaded();

private:
    void makeColumns();
    void readChanged();
    void readRows(std::vector<CaseKey> keys, std::uint64_t generation);
    void finishLoading();
    void readLoads();
    [[nodiscard]] int columnFor(const CaseRow& row) const; ///< -1: not on the board
    [[nodiscard]] bool passes(const CaseRow& row) const;
    void arrange();
    void arrangeColumn(int column, std::vector<CaseKey> target);
    [[nodiscard]] QVariant cardData(CaseKey key, const CaseRow& row, int role) const;

    const Desk m_desk;
    const Words& m_words;
    Session m_session;
    bool m_ofUnit = false;
    QString m_filter;
    std::vector<BoardColumn> m_columns;
    std::vector<std::vector<CaseKey>> m_cards; ///< shown, per column
    std::map<CaseKey, CaseRow> m_rows;         ///< everything on the board
    std::map<CaseKey, CaseRow> m_fresh;        ///< being read
    std::set<CaseKey> m_asked;
    std::vector<CaseId> m_changed;
    QTimer m_changeTimer, m_loadTimer;
    bool m_watched = true, m_stale = false;
    std::uint64_t m_generation = 0;
    int m_pending = 0;
};

} // namespace griddesk
