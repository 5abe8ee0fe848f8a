// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"

#include <QString>

namespace griddesk {

/// The number a case is called by: that of the authority, until there is one that of the desk that took it in, else the
/// first outside number. Empty only for a case that has none at all.
[[nodiscard]] inline QString caseNumber(const CaseRow& row)
{
    if (!row.number.empty())
        return QString::fromStdString(row.number);
    if (!row.localNumber.empty())
        return QString::fromStdString(row.localNumber);
    return row.outsideNumbers.empty() ? QString() : QString::fromStdString(row.outsideNumbers.front());
}

/// For narrow places: the last group of a long number after an ellipsis, which also finds the case; a short one stays as
/// it is. "2026-990101001-000123" gives "…000123", "A-0042" stays.
[[nodiscard]] inline QString shortCaseNumber(const QString& number)
{
    constexpr qsizetype shortEnough = 10, fewest = 4, most = 8;
    if (number.size() <= shortEnough)
        return number;
    const auto group = number.sliced(number.lastIndexOf(QLatin1Char('-')) + 1);
    return QChar(0x2026) + (group.size() < fewest || group.size() > most ? number.last(6) : group);
}

} // namespace griddesk
