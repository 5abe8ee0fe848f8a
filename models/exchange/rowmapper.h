// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adoptrecord.h"
#include "csvheader.h"
#include "importreport.h"
#include "profile.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Which columns of a file serve which field of a profile.
struct ColumnMapping {
    std::map<std::string, std::vector<std::string>> found; ///< field -> the columns the file has for it, in order of choice
    std::vector<std::string> missing;                      ///< fields of the profile for which the file has no column
    std::vector<std::string> missingRequired;
    std::vector<std::string> unused; ///< columns of the file that no field uses
};

/// Makes AdoptRecords of rows by a profile. One thread at a time; the profile must outlive it.
class RowMapper {
public:
    /// Errors: MissingField naming the required fields without a column, their possible names and the columns there are;
    /// Duplicate when a wanted column stands twice.
    [[nodiscard]] static Result<RowMapper> make(const MappingProfile& profile, const CsvHeader& header) { return make(profile, header, header); }
    /// The same for rows whose fields are `header` while the file as far as it was looked at states only `stated`.
    [[nodiscard]] static Result<RowMapper> make(const MappingProfile& profile, const CsvHeader& header, const CsvHeader& stated);
    /// What make() would use; never fails on missing columns. Errors: Duplicate.
    [[nodiscard]] static Result<ColumnMapping> mapping(const MappingProfile& profile, const CsvHeader& header);

    /// The record of a good row. Oddities that do not stop it are counted in `report` as warnings.
    /// Errors (reject the row): Inconsistent (number of fields), MissingField, Syntax or OutOfRange (a time),
    /// UnknownReference (a status), OutOfRange (the place, when the profile requires one).
    [[nodiscard]] Result<AdoptRecord> map(const CsvRow& row, ImportReport& report);

private:
    using Columns = std::vector<std::size_t>;
    RowMapper(const MappingProfile& profile, TimeReader times) : m_profile(&profile), m_times(std::move(times)) {}

    [[nodiscard]] static Result<Columns> columnsOf(const ColumnNames& names, const CsvHeader& header);
    [[nodiscard]] std::string_view pick(const CsvRow& row, const Columns& columns) const;
    [[nodiscard]] const Columns& of(const char* field) const;
    Result<void> times(const CsvRow& row, AdoptRecord& record, ImportReport& report);
    Result<void> codes(const CsvRow& row, AdoptRecord& record, ImportReport& report) const;
    Result<void> place(const CsvRow& row, AdoptRecord& record, ImportReport& report) const;
    [[nodiscard]] Result<void> requiredFields(const AdoptRecord& record) const;

    const MappingProfile* m_profile;
    TimeReader m_times;
    std::size_t m_columnCount = 0;
    std::string m_headerDigest;
    std::map<std::string, Columns, std::less<>> m_columns;
    std::vector<Columns> m_categoryPath;
};

} // namespace griddesk
