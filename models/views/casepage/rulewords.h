// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/categories.h"
#include "models/views/words.h"

namespace griddesk {

/// Name of a payload field as one operation means it: "words" is the answer in one and the findings in another.
[[nodiscard]] inline QString fieldOf(const Words& words, OperationKind kind, std::string_view field)
{
    return words.field(std::string(nameOf(kind)) + '.' + std::string(field));
}

/// What a standard is filed for (立案条件) as printed, under these rules; its id when it is not known. Thread: any.
[[nodiscard]] inline QString standardText(const Rules* rules, const StandardId& id)
{
    const auto* found = rules != nullptr ? findStandard(*rules, id).standard : nullptr;
    return QString::fromStdString(found != nullptr && !found->filing.empty() ? found->filing : std::string(id.text()));
}

/// Number of a duty list item with the category it is about; the number alone when it is not known. Thread: GUI.
[[nodiscard]] inline QString dutyText(const Rules* rules, const Words& words, const DutyId& id)
{
    const auto number = QString::fromStdString(std::string(id.text()));
    if (rules != nullptr)
        if (const auto found = rules->duties.find(id); found != rules->duties.end())
            return QStringLiteral("%1 %2").arg(number, words.category(found->second.category));
    return number;
}

} // namespace griddesk
