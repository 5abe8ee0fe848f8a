// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"
#include "textdecoder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

struct CsvLimits {
    std::size_t fieldBytes = std::size_t{1} << 20;
    std::size_t rowBytes = std::size_t{4} << 20;
    std::size_t columns = 1024;
};

struct CsvOptions {
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ','; ///< `,` `;` or tab: never a byte that is the second half of a GB18030 character
    CsvLimits limits{};
};

/// One row. The views are valid until the next call of CsvReader::next(), UTF-8, unquoted, otherwise untouched.
struct CsvRow {
    std::uint64_t line = 0; ///< physical line the row begins on, from 1
    std::uint64_t record = 0; ///< its place in a list of records, from 1; 0 for a line of CSV
    std::vector<std::string_view> fields;
    std::string content; ///< not empty: what the hash of the record covers in place of the fields
    std::optional<Error> problem; ///< set: this row is unusable, `fields` is empty, and reading goes on
    std::string problemText;      ///< beginning of the unusable row, printable
};

/// Reads RFC 4180 text row by row in constant memory: UTF-8 byte order mark skipped, UTF-16 recognised by its mark and
/// converted, line ends LF, CRLF or CR, quoted fields with line ends and doubled quotes. A quote inside an unquoted field
/// is an ordinary character. Empty lines are skipped. One thread at a time; the source must outlive the reader.
///
/// A row that breaks a limit, has text after a closing quote, or opens a quote that is never closed spoils one line:
/// reading resumes at the line after the one the row began on. The work of reading lines again is bounded.
class CsvReader {
public:
    explicit CsvReader(ByteSource& source, CsvOptions options = {});
    ~CsvReader();

    /// True with a row (see CsvRow::problem), false at the end.
    /// Errors: those of the source; FileForeign when the bytes are a ZIP archive (a spreadsheet) or a database.
    [[nodiscard]] Result<bool> next(CsvRow& row);

private:
    struct Span {
        std::size_t begin = 0; ///< from the start of the row
        std::size_t size = 0;
        bool doubled = false; ///< holds doubled quotes
    };
    enum class Scan { Row, End, TooLong, Unclosed, AfterQuote };

    Result<void> start();
    Result<bool> fill();
    Result<bool> have();
    Result<Scan> scan();
    Result<std::optional<Scan>> scanQuoted(Span& span);
    Result<std::optional<Scan>> scanPlain(Span& span);
    Result<void> lineEnd();
    Result<void> recover(Scan what, CsvRow& row);
    Result<void> skipLine();
    void materialise(CsvRow& row);
    [[nodiscard]] bool tooLong() const noexcept { return m_position - m_rowStart > m_options.limits.rowBytes; }

    ByteSource* m_source;
    std::unique_ptr<ByteSource> m_utf16;
    CsvOptions m_options;
    TextDecoder m_decoder;
    std::vector<char> m_buffer;
    std::size_t m_rowStart = 0;
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    std::uint64_t m_line = 1;
    std::size_t m_firstLineEnd = 0; ///< from the start of the row; 0 while the row is on its first line
    std::uint64_t m_replayed = 0;
    std::vector<Span> m_spans;
    std::string m_decoded;
    bool m_started = false;
    bool m_sourceEnded = false;
};

} // namespace griddesk
