// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casequeries.h"
#include "models/views/words.h"

#include <QAbstractItemModel>

#include <memory>

namespace griddesk {

/// Every clock of a case with its segments below it: the running ones first, the worst at the top; then those that were
/// met; then cancelled ones. The counted times of the segments add up to the one of the clock. Thread: GUI.
class ClockModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { WhatColumn, FromColumn, UntilColumn, HolderColumn, CountedColumn, WhyColumn, ColumnCount };
    enum Role {
        LampRole = Qt::UserRole,
        OpenRole,
        CountedMsRole,   ///< of a clock or a segment
        SegmentKindRole, ///< SegmentKind of a segment
        AfterDueRole,
        ClockIdRole,
    };

    explicit ClockModel(const Words& words, QObject* parent = nullptr) : QAbstractItemModel(parent), m_words(words) {}

    /// Rules that name the standard a limit comes from; without them its number is shown.
    void setRules(std::shared_ptr<const Rules> rules) { m_rules = std::move(rules); }
    void setDetail(const CaseDetail& detail, Instant now);
    void clear();
    /// The clock at a top row, for the printed sheet.
    [[nodiscard]] const ClockExplanation* clockAt(int row) const;
    [[nodiscard]] QString subject(const ClockExplanation& clock) const;
    /// Minutes and hours as the table shows them.
    [[nodiscard]] QString counted(std::int64_t ms) const;
    /// The sheet of one clock as plain text, columns apart by tabs: for the clipboard and the printer.
    [[nodiscard]] QString sheet(int row) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QVariant clockData(const ClockExplanation& clock, int column, int role) const;
    [[nodiscard]] QVariant segmentData(const Segment& segment, int column, int role) const;
    [[nodiscard]] QString holder(const std::string& id) const;
    [[nodiscard]] QString segmentKind(SegmentKind kind) const;

    const Words& m_words;
    std::shared_ptr<const Rules> m_rules;
    std::vector<ClockExplanation> m_clocks;
    std::vector<std::pair<std::string, UnitId>> m_units; ///< of assignments
    Instant m_now{};
};

} // namespace griddesk
