// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvheader.h"

#include "utf8.h"

#include <format>

namespace griddesk {

Result<CsvHeader> CsvHeader::read(CsvReader& reader, const std::string& fileName)
{
    CsvRow row;
    auto more = reader.next(row);
    if (!more)
        return std::unexpected(more.error());
    if (!*more)
        return fail(ErrorCode::FileDamaged, "the file holds no header row", fileName);
    if (row.problem)
        return fail(row.problem->code, std::format("line {}, the header: {}", row.line, row.problem->detail), fileName);
    CsvHeader header;
    for (const auto field : row.fields)
        header.m_names.emplace_back(trimmed(field));
    return header;
}

Result<std::optional<std::size_t>> CsvHeader::find(std::string_view name) const
{
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        if (m_names[i] != name)
            continue;
        if (found)
            return fail(ErrorCode::Duplicate, std::format("columns {} and {} have the same name", *found + 1, i + 1),
                        printable(name));
        found = i;
    }
    return found;
}

std::string CsvHeader::listed() const
{
    std::string out;
    for (const auto& name : m_names)
        out += (out.empty() ? "" : ", ") + name;
    return printable(out, 400);
}

} // namespace griddesk
