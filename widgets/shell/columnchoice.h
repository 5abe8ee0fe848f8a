// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/tables/casetablemodel.h"

#include <QByteArray>

#include <array>
#include <vector>

namespace griddesk {

/// Which columns of the case table somebody wants, in which order and how wide. What is left to itself comes and goes with
/// the room there is. A plain value. Thread: any.
struct ColumnChoice {
    enum class Wish : std::uint8_t { Fitting, Shown, Hidden };
    struct Column {
        int column = 0; ///< of CaseTableModel
        Wish wish = Wish::Fitting;
        int width = 0; ///< logical pixels; 0 = as wide as fits
        bool operator==(const Column&) const = default;
    };
    std::vector<Column> columns; ///< in the order of the screen, each exactly once

    ColumnChoice();
    [[nodiscard]] Column& of(int column);
    [[nodiscard]] const Column& of(int column) const;
    bool operator==(const ColumnChoice&) const = default;

    /// Words apart by blanks, "title:fitting:0 number:shown:120 …"; columns go by name, so that a later program with others
    /// still reads it.
    [[nodiscard]] QByteArray text() const;
    /// What is unknown, doubled or out of range (40 to 1200 pixels) is left out; missing columns follow at the end as they
    /// are by nature. Never fails.
    [[nodiscard]] static ColumnChoice parse(const QByteArray& text);
};

/// Widths by column for a table `room` pixels wide; 0 = not shown. Columns without a wish are left out by their rank until
/// the rest fits in its least width; the title takes what is over. More than `room` only when what was wished for needs it.
[[nodiscard]] std::array<int, CaseTableModel::ColumnCount> fitColumns(const ColumnChoice& choice, int room);

} // namespace griddesk
