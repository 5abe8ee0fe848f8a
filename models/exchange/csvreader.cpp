// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvreader.h"

#include "utf16source.h"
#include "utf8.h"

#include <algorithm>
#include <cstring>
#include <format>

namespace griddesk {
namespace {

constexpr std::size_t blockBytes = 256 * 1024;
constexpr std::uint64_t maximumReplay = std::uint64_t{256} << 20;

} // namespace

CsvReader::CsvReader(ByteSource& source, CsvOptions options)
    : m_source(&source), m_options(options), m_decoder(options.encoding), m_buffer(blockBytes * 2)
{
}

CsvReader::~CsvReader() = default;

/// Takes one more block; what stands before the row is dropped. False when the source has ended.
Result<bool> CsvReader::fill()
{
    if (m_sourceEnded)
        return false;
    if (m_rowStart > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_rowStart, m_end - m_rowStart);
        m_end -= m_rowStart;
        m_position -= m_rowStart;
        m_rowStart = 0;
    }
    if (m_buffer.size() - m_end < blockBytes)
        m_buffer.resize(m_buffer.size() * 2);
    auto got = m_source->read(std::span(m_buffer).subspan(m_end, blockBytes));
    if (!got)
        return std::unexpected(got.error());
    m_end += *got;
    m_sourceEnded = *got == 0;
    return *got > 0;
}

Result<bool> CsvReader::have()
{
    if (m_position < m_end)
        return true;
    return fill();
}

Result<void> CsvReader::start()
{
    m_started = true;
    while (m_end < 16) {
        auto more = fill();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
    }
    const std::string_view head(m_buffer.data(), m_end);
    if (head.starts_with("\xEF\xBB\xBF")) {
        m_position = 3;
    } else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
        m_utf16 = utf16ByteSource(*m_source, head.starts_with("\xFE\xFF"), std::string(head.substr(2)));
        m_source = m_utf16.get();
        m_options.encoding = TextEncoding::Utf8;
        m_position = m_end = 0;
        m_sourceEnded = false;
    } else if (head.starts_with("PK\x03\x04")) {
        return fail(ErrorCode::FileForeign, "this is a ZIP archive or a spreadsheet; save it as CSV first", m_source->name());
    } else if (head.starts_with("SQLite format 3")) {
        return fail(ErrorCode::FileForeign, "this is a database, not CSV", m_source->name());
    }
    m_rowStart = m_position;
    return {};
}

/// Consumes the line end at m_position, which is there.
Result<void> CsvReader::lineEnd()
{
    const bool carriage = m_buffer[m_position] == '\r';
    ++m_position;
    if (carriage) {
        auto more = have();
        if (!more)
            return std::unexpected(more.error());
        if (*more && m_buffer[m_position] == '\n')
            ++m_position;
    }
    ++m_line;
    if (m_firstLineEnd == 0)
        m_firstLineEnd = m_position - m_rowStart;
    return {};
}

/// After the opening quote: to behind the closing one.
Result<std::optional<CsvReader::Scan>> CsvReader::scanQuoted(Span& span)
{
    ++m_position;
    span.begin = m_position - m_rowStart;
    for (;;) {
        while (m_position < m_end && m_buffer[m_position] != '"' && m_buffer[m_position] != '\n' && m_buffer[m_position] != '\r')
            ++m_position;
        if (tooLong())
            return Scan::TooLong;
        if (m_position == m_end) {
            auto more = fill();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return Scan::Unclosed;
            continue;
        }
        if (m_buffer[m_position] != '"') {
            if (auto ended = lineEnd(); !ended)
                return std::unexpected(ended.error());
            continue;
        }
        ++m_position;
        auto more = have();
        if (!more)
            return std::unexpected(more.error());
        if (*more && m_buffer[m_position] == '"') {
            span.doubled = true;
            ++m_position;
            continue;
        }
        span.size = m_position - 1 - m_rowStart - span.begin;
        if (*more && m_buffer[m_position] != m_options.delimiter && m_buffer[m_position] != '\n' && m_buffer[m_position] != '\r')
            return Scan::AfterQuote;
        return std::optional<Scan>{};
    }
}

Result<std::optional<CsvReader::Scan>> CsvReader::scanPlain(Span& span)
{
    span.begin = m_position - m_rowStart;
    for (;;) {
        while (m_position < m_end && m_buffer[m_position] != m_options.delimiter && m_buffer[m_position] != '\n'
               && m_buffer[m_position] != '\r')
            ++m_position;
        if (tooLong())
            return Scan::TooLong;
        if (m_position < m_end)
            break;
        auto more = fill();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
    }
    span.size = m_position - m_rowStart - span.begin;
    return std::optional<Scan>{};
}

/// Finds the fields of the row that begins at m_position and stands behind its line end afterwards.
Result<CsvReader::Scan> CsvReader::scan()
{
    m_rowStart = m_position;
    m_firstLineEnd = 0;
    m_spans.clear();
    for (;;) {
        auto more = have();
        if (!more)
            return std::unexpected(more.error());
        if (!*more && m_spans.empty())
            return Scan::End;
        Span span;
        auto stop = *more && m_buffer[m_position] == '"' ? scanQuoted(span) : scanPlain(span);
        if (!stop)
            return std::unexpected(stop.error());
        if (*stop)
            return **stop;
        // One span more than allowed is kept as the mark of "too many".
        if (m_spans.size() <= m_options.limits.columns)
            m_spans.push_back(span);
        if (m_position == m_end && m_sourceEnded)
            return Scan::Row;
        more = have();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return Scan::Row;
        if (m_buffer[m_position] == m_options.delimiter) {
            ++m_position;
            // A delimiter as the last byte of the file is followed by one more, empty field.
            more = have();
            if (!more)
                return std::unexpected(more.error());
            if (!*more) {
                m_spans.push_back({m_position - m_rowStart, 0, false});
                return Scan::Row;
            }
            continue;
        }
        if (auto ended = lineEnd(); !ended)
            return std::unexpected(ended.error());
        return Scan::Row;
    }
}

/// Drops bytes up to behind the next line end, keeping nothing.
Result<void> CsvReader::skipLine()
{
    for (;;) {
        while (m_position < m_end && m_buffer[m_position] != '\n' && m_buffer[m_position] != '\r')
            ++m_position;
        m_rowStart = m_position;
        auto more = have();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
        if (m_buffer[m_position] == '\n' || m_buffer[m_position] == '\r')
            return lineEnd();
    }
}

Result<void> CsvReader::recover(Scan what, CsvRow& row)
{
    const std::string_view raw(m_buffer.data() + m_rowStart, m_position - m_rowStart);
    row.problemText = printable(raw.substr(0, 200));
    if (what == Scan::AfterQuote)
        row.problem = Error{ErrorCode::Syntax, "text stands between a closing quote and the next field", m_source->name()};
    else if (what == Scan::Unclosed || m_firstLineEnd != 0)
        row.problem = Error{ErrorCode::Syntax, "a quote is opened here and never closed", m_source->name()};
    else
        row.problem = Error{ErrorCode::LimitExceeded, std::format("the row is longer than {} bytes", m_options.limits.rowBytes),
                            m_source->name()};
    if (m_firstLineEnd != 0 && m_replayed < maximumReplay) {
        m_replayed += m_position - m_rowStart - m_firstLineEnd;
        m_position = m_rowStart + m_firstLineEnd;
        m_line = row.line + 1;
        return {};
    }
    return skipLine();
}

/// Turns the spans into views: doubled quotes made single in place, other encodings decoded.
void CsvReader::materialise(CsvRow& row)
{
    const auto reject = [&](ErrorCode code, std::string detail) {
        row.problemText = printable(std::string_view(m_buffer.data() + m_rowStart, m_position - m_rowStart).substr(0, 200));
        row.problem = Error{code, std::move(detail), m_source->name()};
        row.fields.clear();
    };
    if (m_spans.size() > m_options.limits.columns)
        return reject(ErrorCode::LimitExceeded, std::format("more than {} columns", m_options.limits.columns));
    for (const Span& span : m_spans)
        if (span.size > m_options.limits.fieldBytes)
            return reject(ErrorCode::LimitExceeded, std::format("a field is longer than {} bytes", m_options.limits.fieldBytes));
    char* base = m_buffer.data() + m_rowStart;
    if (m_options.encoding == TextEncoding::Utf8) {
        const std::size_t bad = findBadUtf8({base, m_position - m_rowStart});
        if (bad != std::string_view::npos)
            return reject(ErrorCode::Encoding,
                          std::format("byte {} of the row (0x{:02X}) is not UTF-8; a file in another encoding needs a profile that names it, "
                                      "such as \"encoding\": \"gb18030\"",
                                      bad + 1, static_cast<unsigned char>(base[bad])));
    }
    for (Span& span : m_spans) {
        if (!span.doubled)
            continue;
        char* to = base + span.begin;
        for (std::size_t i = 0; i < span.size; ++i) {
            const char c = base[span.begin + i];
            *to++ = c;
            if (c == '"')
                ++i;
        }
        span.size = static_cast<std::size_t>(to - (base + span.begin));
    }
    row.fields.reserve(m_spans.size());
    if (m_options.encoding == TextEncoding::Utf8) {
        for (const Span& span : m_spans)
            row.fields.emplace_back(base + span.begin, span.size);
        return;
    }
    m_decoded.clear();
    std::vector<std::size_t> ends;
    for (const Span& span : m_spans) {
        if (!m_decoder.append(m_decoded, {base + span.begin, span.size}))
            return reject(ErrorCode::Encoding, std::format("field {} is not text of the declared encoding", ends.size() + 1));
        ends.push_back(m_decoded.size());
    }
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        row.fields.emplace_back(m_decoded.data() + begin, end - begin);
        begin = end;
    }
}

Result<bool> CsvReader::next(CsvRow& row)
{
    if (!m_started)
        if (auto begun = start(); !begun)
            return std::unexpected(begun.error());
    for (;;) {
        row.line = m_line;
        row.fields.clear();
        row.problem.reset();
        row.problemText.clear();
        auto what = scan();
        if (!what)
            return std::unexpected(what.error());
        if (*what == Scan::End)
            return false;
        if (*what != Scan::Row) {
            if (auto on = recover(*what, row); !on)
                return std::unexpected(on.error());
            return true;
        }
        // `""` is one empty field, an empty line is nothing.
        const bool empty = m_spans.size() == 1 && m_spans.front().size == 0 && m_spans.front().begin == 0;
        if (empty)
            continue;
        materialise(row);
        return true;
    }
}

} // namespace griddesk
