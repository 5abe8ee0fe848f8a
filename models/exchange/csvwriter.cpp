// SPDX-License-Identifier: GPL-3.0-or-later
#include "csvwriter.h"

#include <charconv>

namespace griddesk {
namespace {

bool isPlainNumber(std::string_view text)
{
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0.0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return status == std::errc{} && end == text.data() + text.size() && text.find_first_of("0123456789") != std::string_view::npos;
}

} // namespace

void appendCsvField(std::string& out, std::string_view field, const CsvWriteOptions& options)
{
    const bool guard = options.guardFormulas && !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos
        && !isPlainNumber(field);
    const bool quote = field.find_first_of("\"\r\n") != std::string_view::npos || field.find(options.delimiter) != std::string_view::npos
        || field.starts_with(' ') || field.ends_with(' ');
    if (quote)
        out.push_back('"');
    if (guard)
        out.push_back('\'');
    for (const char c : field)
        out.append(quote && c == '"' ? 2 : 1, c);
    if (quote)
        out.push_back('"');
}

Result<CsvWriter> CsvWriter::create(const std::filesystem::path& path, CsvWriteOptions options)
{
    auto file = AtomicFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    CsvWriter writer(std::move(*file), options);
    if (options.byteOrderMark)
        if (auto done = writer.m_file.write("\xEF\xBB\xBF"); !done)
            return std::unexpected(done.error());
    return writer;
}

Result<void> CsvWriter::row(std::span<const std::string> fields)
{
    m_line.clear();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0)
            m_line.push_back(m_options.delimiter);
        appendCsvField(m_line, fields[i], m_options);
    }
    // A row of one empty field would be an empty line, which readers skip.
    if (m_line.empty() && !fields.empty())
        m_line = "\"\"";
    m_line += "\r\n";
    return m_file.write(m_line);
}

} // namespace griddesk
