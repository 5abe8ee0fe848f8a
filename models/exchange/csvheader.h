// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csvreader.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// The column names of a CSV file, trimmed, in file order.
class CsvHeader {
public:
    CsvHeader() = default;
    explicit CsvHeader(std::vector<std::string> names) : m_names(std::move(names)) {}
    /// Reads the first row. Errors: those of the reader; FileDamaged when there is no row; the row's own problem.
    [[nodiscard]] static Result<CsvHeader> read(CsvReader& reader, const std::string& fileName);

    /// Index of a column; nothing when there is none. Errors: Duplicate when two columns have the name.
    [[nodiscard]] Result<std::optional<std::size_t>> find(std::string_view name) const;

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return m_names; }
    /// Names joined by commas, shortened for a message.
    [[nodiscard]] std::string listed() const;

private:
    std::vector<std::string> m_names;
};

} // namespace griddesk
