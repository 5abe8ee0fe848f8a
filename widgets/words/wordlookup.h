// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace griddesk::words {

/// One row of a table of names: a field, plain or qualified ("reply.result"), one of its values, and the English text.
struct Row {
    std::string_view field;
    std::string_view value; ///< empty for the name of the field itself
    const char* text;
};

/// The text of a field's value. "report.subject.kind" is looked for as it stands, then without its first parts, and at
/// last in any row that ends in the same name. nullptr when there is none. O(rows); a table is short.
template <std::size_t N>
[[nodiscard]] constexpr const char* lookup(const std::array<Row, N>& rows, std::string_view field, std::string_view value) noexcept
{
    for (;;) {
        for (const auto& row : rows)
            if (row.field == field && row.value == value)
                return row.text;
        const auto dot = field.find('.');
        if (dot == std::string_view::npos)
            break;
        field.remove_prefix(dot + 1);
    }
    for (const auto& row : rows)
        if (row.value == value && row.field.size() > field.size() && row.field.ends_with(field)
            && row.field[row.field.size() - field.size() - 1] == '.')
            return row.text;
    return nullptr;
}

} // namespace griddesk::words
