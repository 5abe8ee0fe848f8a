// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csvheader.h"
#include "csvreader.h"
#include "profile.h"

#include <memory>

namespace griddesk {

/// The rows of a file of cases, whatever its form: lines of CSV or the objects of a JSON list. One thread at a time; the
/// source and the profile must outlive it.
class CaseRows {
public:
    virtual ~CaseRows() = default;
    CaseRows(const CaseRows&) = delete;
    CaseRows& operator=(const CaseRows&) = delete;

    /// Looks at the beginning of the source. The form is the profile's; where it leaves that open, a file whose first
    /// character is `[` or `{` is JSON, any other CSV. Errors: those of the source, of the header row, of the list.
    [[nodiscard]] static Result<std::unique_ptr<CaseRows>> open(ByteSource& source, const MappingProfile& profile, const CsvLimits& limits);

    /// The names that the fields of every row stand for.
    [[nodiscard]] const CsvHeader& header() const noexcept { return m_header; }
    /// The names the file states: its header row, or the members of the first records of a list, which leaves out what it
    /// has no value for.
    [[nodiscard]] virtual const CsvHeader& stated() const noexcept { return m_header; }

    /// True with a row (see CsvRow::problem), false at the end. Errors: those of the reader.
    [[nodiscard]] virtual Result<bool> next(CsvRow& row) = 0;

protected:
    CaseRows() = default;
    CsvHeader m_header;
};

} // namespace griddesk
