// SPDX-License-Identifier: GPL-3.0-or-later
#include "jsonrecords.h"

#include "jsonevents.h"
#include "utf16source.h"
#include "utf8.h"

#include <format>
#include <utility>

namespace griddesk {
namespace {

// No bytes of UTF-8, so that names and values cannot run into each other.
constexpr char endOfName = '\xFE';
constexpr char endOfValue = '\xFF';

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The members of one object as texts; what is nested is gone through for its content only.
class RecordHandler final : public JsonHandler {
public:
    RecordHandler(JsonRecord& record, const CsvLimits& limits) : m_record(record), m_limits(limits) {}

    bool null() override { return scalar({}, false); }
    bool boolean(bool value) override { return scalar(value ? "true" : "false", true); }
    bool number_integer(number_integer_t value) override { return scalar(std::to_string(value), true); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value), true); }
    bool number_float(number_float_t, const string_t& text) override { return fits(text) && scalar(text, true); }
    bool string(string_t& value) override { return fits(value) && scalar(value, true); }
    bool start_object(std::size_t) override { return open('{'); }
    bool start_array(std::size_t) override { return open('['); }
    bool end_object() override { return close('}'); }
    bool end_array() override { return close(']'); }
    bool key(string_t& name) override
    {
        if (!fits(name))
            return false;
        if (m_depth > 1) {
            m_nested += name;
            m_nested += endOfName;
            return true;
        }
        if (!m_content.try_emplace(name).second)
            return refuse(ErrorCode::Duplicate, std::format("the name \"{}\" stands twice in the record", printable(name, 60)));
        if (m_content.size() > m_limits.columns)
            return refuse(ErrorCode::LimitExceeded, std::format("more than {} members", m_limits.columns));
        m_name = name;
        return true;
    }

    /// Moves what was gathered into the record.
    void finish()
    {
        for (const auto& [name, value] : m_content) {
            if (value.empty())
                continue;
            m_record.content += name;
            m_record.content += endOfName;
            m_record.content += value;
        }
    }

private:
    bool fits(const std::string& text)
    {
        if (text.size() > m_limits.fieldBytes)
            return refuse(ErrorCode::LimitExceeded, std::format("a text is longer than {} bytes", m_limits.fieldBytes));
        if (text.find('\0') != std::string::npos)
            return refuse(ErrorCode::Encoding, "a text holds the character NUL");
        return true;
    }
    bool scalar(const std::string& text, bool stated)
    {
        if (m_depth == 0)
            return refuse(ErrorCode::WrongType, "this element of the list is no object");
        if (m_depth > 1) {
            m_nested += text;
            m_nested += endOfValue;
        } else if (stated) {
            m_record.members.emplace(m_name, text);
            m_content[m_name] = text + endOfValue;
        }
        return true;
    }
    bool open(char bracket)
    {
        if (m_depth == 0 && bracket != '{')
            return refuse(ErrorCode::WrongType, "this element of the list is no object");
        if (++m_depth > jsonRecordDepth)
            return refuse(ErrorCode::LimitExceeded, std::format("nested deeper than {}", jsonRecordDepth));
        if (m_depth > 1)
            m_nested += bracket;
        return true;
    }
    bool close(char bracket)
    {
        if (--m_depth == 0)
            return true;
        m_nested += bracket;
        if (m_depth == 1) {
            m_record.nested.insert(m_name);
            m_content[m_name] = std::exchange(m_nested, {}) + endOfValue;
        }
        return true;
    }

    JsonRecord& m_record;
    const CsvLimits& m_limits;
    std::map<std::string, std::string> m_content; ///< every name, with what it states
    std::string m_name;
    std::string m_nested;
    std::size_t m_depth = 0;
};

} // namespace

std::unexpected<Error> JsonRecordReader::syntax(std::string what) const
{
    return fail(ErrorCode::Syntax, std::format("line {}: {}", m_line, what), m_source->name());
}

std::unexpected<Error> JsonRecordReader::cutOff(std::uint64_t line, const char* what) const
{
    return fail(ErrorCode::FileDamaged, std::format("line {}: {}; fetch the file again", line, what), m_source->name());
}

Result<bool> JsonRecordReader::have()
{
    if (m_position < m_end)
        return true;
    auto got = m_source->read(m_block);
    if (!got)
        return std::unexpected(got.error());
    m_position = 0;
    m_end = *got;
    return *got > 0;
}

/// Behind the byte at the position, which is there.
void JsonRecordReader::take()
{
    if (current() == '\n')
        ++m_line;
    ++m_position;
}

/// To the next byte that is no white space; false at the end.
Result<bool> JsonRecordReader::skipBlank()
{
    for (;;) {
        auto more = have();
        if (!more || !*more)
            return more;
        if (!isBlank(current()))
            return true;
        take();
    }
}

Result<void> JsonRecordReader::start()
{
    m_started = true;
    auto some = have();
    if (!some)
        return std::unexpected(some.error());
    if (*some && (current() == '\xFF' || current() == '\xFE')) {
        const bool bigEndian = current() == '\xFE';
        for (int i = 0; i < 2 && *some; ++i) {
            ++m_position;
            some = have();
            if (!some)
                return std::unexpected(some.error());
        }
        m_utf16 = utf16ByteSource(*m_source, bigEndian, std::string(m_block.data() + m_position, m_end - m_position));
        m_source = m_utf16.get();
        m_position = m_end = 0;
    }
    for (const char mark : {'\xEF', '\xBB', '\xBF'}) {
        some = have();
        if (!some)
            return std::unexpected(some.error());
        if (!*some || current() != mark)
            break;
        ++m_position;
    }
    auto more = skipBlank();
    if (!more)
        return std::unexpected(more.error());
    if (!*more)
        return fail(ErrorCode::FileDamaged, "the file holds nothing", m_source->name());
    if (current() == '{')
        return fail(ErrorCode::WrongType, "the file holds one JSON object; wanted is a list of records, [ {…}, {…} ]", m_source->name());
    if (current() != '[')
        return fail(ErrorCode::WrongType, "this is not a JSON list of records, [ {…}, {…} ]", m_source->name());
    take();
    return {};
}

Result<bool> JsonRecordReader::finish()
{
    take();
    auto more = skipBlank();
    if (!more)
        return more;
    if (*more)
        return syntax("something stands behind the end of the list");
    m_ended = true;
    return false;
}

/// To the first byte of the next element; false behind the list.
Result<bool> JsonRecordReader::toElement()
{
    constexpr const char* early = "the file ends before its list does: it is cut off, or a bracket is missing";
    auto more = skipBlank();
    if (!more)
        return more;
    if (!*more)
        return cutOff(m_line, early);
    if (current() == ']')
        return finish();
    if (m_number > 0) {
        if (current() != ',')
            return syntax("a comma is wanted between two records");
        take();
        more = skipBlank();
        if (!more)
            return more;
        if (!*more)
            return cutOff(m_line, early);
    }
    if (std::string_view(",:]}").contains(current()))
        return syntax("a record is wanted here");
    return true;
}

/// Puts the element that begins here into m_text, as much of it as the limit allows and one byte more.
Result<void> JsonRecordReader::cutOut(JsonRecord& record)
{
    m_text.clear();
    std::uint64_t depth = 0;
    bool quoted = false, escaped = false;
    for (;;) {
        auto more = have();
        if (!more)
            return std::unexpected(more.error());
        if (!*more) {
            if (depth > 0 || quoted)
                return cutOff(record.line, "the record that begins here does not end: the file is cut off, or a quote or bracket is missing");
            return {};
        }
        const char c = current();
        bool last = false;
        if (quoted) {
            last = depth == 0 && c == '"' && !escaped;
            quoted = c != '"' || escaped;
            escaped = c == '\\' && !escaped;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (depth == 0 && (std::string_view(",]}").contains(c) || isBlank(c))) {
            return {};
        } else if (c == '}' || c == ']') {
            last = --depth == 0;
        }
        if (m_text.size() <= m_limits.rowBytes)
            m_text += c;
        take();
        if (last)
            return {};
    }
}

void JsonRecordReader::read(JsonRecord& record) const
{
    const auto unusable = [&](Error why) {
        record.members.clear();
        record.nested.clear();
        record.content.clear();
        record.problem = Error{why.code, std::move(why.detail), m_source->name()};
        record.problemText = printable(std::string_view(m_text).substr(0, 200));
    };
    if (m_text.size() > m_limits.rowBytes)
        return unusable({ErrorCode::LimitExceeded, std::format("the record is longer than {} bytes", m_limits.rowBytes), {}});
    RecordHandler handler(record, m_limits);
    bool good = false;
    try {
        good = nlohmann::json::sax_parse(m_text, &handler);
    } catch (const std::exception&) {
        good = false;
    }
    if (!good || handler.error())
        return unusable(handler.error().value_or(Error{ErrorCode::Syntax, "not JSON", {}}));
    handler.finish();
}

Result<bool> JsonRecordReader::next(JsonRecord& record)
{
    record = {};
    if (!m_started)
        if (auto begun = start(); !begun)
            return std::unexpected(begun.error());
    if (m_ended)
        return false;
    auto more = toElement();
    if (!more || !*more)
        return more;
    record.number = ++m_number;
    record.line = m_line;
    if (auto done = cutOut(record); !done)
        return std::unexpected(done.error());
    read(record);
    return true;
}

} // namespace griddesk
