// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace griddesk::fake {

/// Draws the columns of a flat model as text, one line per row, cells apart by " | ", so that a test shows what is seen.
inline std::string drawing(const QAbstractItemModel& model, const std::vector<int>& columns, int role = Qt::DisplayRole)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row, column).data(role).toString();
        lines << cells.join(QStringLiteral(" | "));
    }
    return lines.join(QLatin1Char('\n')).toStdString();
}

} // namespace griddesk::fake
