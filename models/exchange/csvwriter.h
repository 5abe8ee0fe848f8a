// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atomicfile.h"

#include <span>
#include <string>

namespace griddesk {

struct CsvWriteOptions {
    char delimiter = ',';
    bool byteOrderMark = false; ///< spreadsheets take a file without it for the encoding of the country
    bool guardFormulas = true;  ///< an apostrophe before text a spreadsheet would run as a formula
};

/// Appends one field: quoted where RFC 4180 asks for it. A field that begins with = + - @, tab or carriage return and is no
/// plain number gets a leading apostrophe when formulas are guarded.
void appendCsvField(std::string& out, std::string_view field, const CsvWriteOptions& options = {});

/// Writes RFC 4180 rows (CRLF) into a file that appears whole or not at all. One thread at a time.
class CsvWriter {
public:
    /// Errors: those of AtomicFile::create and write.
    [[nodiscard]] static Result<CsvWriter> create(const std::filesystem::path& path, CsvWriteOptions options = {});
    /// Errors: those of AtomicFile::write.
    [[nodiscard]] Result<void> row(std::span<const std::string> fields);
    /// Errors: those of AtomicFile::commit.
    [[nodiscard]] Result<void> commit() { return m_file.commit(); }

private:
    CsvWriter(AtomicFile file, CsvWriteOptions options) : m_file(std::move(file)), m_options(options) {}
    AtomicFile m_file;
    CsvWriteOptions m_options;
    std::string m_line;
};

} // namespace griddesk
