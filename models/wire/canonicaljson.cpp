// SPDX-License-Identifier: GPL-3.0-or-later
#include "canonicaljson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <ranges>

namespace griddesk {

namespace {

void writeText(std::string& out, std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    out.push_back('"');
    // Most texts need no escape: what lies between two is copied in one piece.
    const auto plain = [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; };
    for (auto at = text.begin(); at != text.end(); ++at) {
        const auto end = std::find_if_not(at, text.end(), plain);
        out.append(at, end);
        at = end;
        if (at == text.end())
            break;
        const auto code = static_cast<unsigned char>(*at);
        switch (*at) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            out += "\\u00";
            out.push_back(digits[code >> 4]);
            out.push_back(digits[code & 0xf]);
        }
    }
    out.push_back('"');
}

void write(std::string& out, const Value& value)
{
    if (const auto* boolean = value.boolean()) {
        out += *boolean ? "true" : "false";
    } else if (const auto* integer = value.integer()) {
        out += std::to_string(*integer);
    } else if (const auto* text = value.text()) {
        writeText(out, *text);
    } else if (const auto* list = value.list()) {
        out.push_back('[');
        for (bool first = true; const auto& item : *list) {
            if (!std::exchange(first, false))
                out.push_back(',');
            write(out, item);
        }
        out.push_back(']');
    } else if (const auto* members = value.object()) {
        // The map is ordered by bytes, which for ASCII keys is the order by UTF-16 code units that RFC 8785 asks for.
        out.push_back('{');
        for (bool first = true; const auto& [key, member] : *members) {
            if (!std::exchange(first, false))
                out.push_back(',');
            writeText(out, key);
            out.push_back(':');
            write(out, member);
        }
        out.push_back('}');
    }
}

std::string placeOf(std::string_view text, std::size_t offset)
{
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::ranges::count(before, '\n') + 1;
    const auto lastBreak = before.rfind('\n');
    const auto column = before.size() - (lastBreak == std::string_view::npos ? 0 : lastBreak + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Hands the text to the parser and notes how far it has read, because its events carry no positions.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* consumed) noexcept : m_at(at), m_consumed(consumed) {}
    reference operator*() const noexcept { return *m_at; }
    CountingIterator& operator++() noexcept
    {
        ++m_at;
        ++*m_consumed;
        return *this;
    }
    CountingIterator operator++(int) noexcept
    {
        auto before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const noexcept { return m_at == other.m_at; }

private:
    const char* m_at;
    std::size_t* m_consumed;
};

/// Builds a Value from parser events; the first refusal ends the parse. Not recursive, so depth cannot exhaust the stack.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(std::string_view text, int maximumDepth, const std::size_t& consumed)
        : m_text(text), m_maximumDepth(maximumDepth), m_consumed(consumed)
    {
    }

    [[nodiscard]] Result<Value> take()
    {
        if (m_error)
            return std::unexpected(*m_error);
        return std::move(m_root);
    }

    bool null() override { return refuse(ErrorCode::WrongType, "null is not allowed; leave the member out"); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(std::int64_t value) override
    {
        if (value < -maximumJsonInteger || value > maximumJsonInteger)
            return refuse(ErrorCode::OutOfRange, "integer beyond 2^53-1");
        return add(value);
    }
    bool number_unsigned(std::uint64_t value) override
    {
        if (value > static_cast<std::uint64_t>(maximumJsonInteger))
            return refuse(ErrorCode::OutOfRange, "integer beyond 2^53-1");
        return add(static_cast<std::int64_t>(value));
    }
    bool number_float(double, const std::string& written) override
    {
        if (written.find_first_of(".eE") == std::string::npos)
            return refuse(ErrorCode::OutOfRange, "integer beyond 2^53-1");
        return refuse(ErrorCode::WrongType, "number with fraction or exponent is not allowed");
    }
    bool string(std::string& value) override { return add(std::move(value)); }
    bool binary(nlohmann::json::binary_t&) override { return refuse(ErrorCode::WrongType, "binary is not allowed"); }

    bool start_object(std::size_t) override { return open(Value::Object{}); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Value::List{}); }
    bool end_array() override { return close(); }

    bool key(std::string& name) override
    {
        if (!std::ranges::all_of(name, [](char c) { return c >= 0x20 && c <= 0x7e; }))
            return refuse(ErrorCode::Encoding, "key is not printable ASCII");
        if (m_open.back().container.has(name))
            return refuse(ErrorCode::Duplicate, "key \"" + name.substr(0, 64) + "\" given twice");
        m_open.back().key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& problem) override
    {
        // The library's text is "[json.exception…] parse error at line L, column C: WHAT; last read: …"; only WHAT is
        // kept, because the rest repeats the input, broken encoding included.
        std::string what = problem.what();
        if (const auto colon = what.find(": "); colon != std::string::npos)
            what.erase(0, colon + 2);
        what.erase(std::min(what.size(), what.find("; last read")));
        const bool encoding = what.contains("UTF-8") || what.contains("surrogate");
        m_error = Error{encoding ? ErrorCode::Encoding : ErrorCode::Syntax, std::move(what),
                        placeOf(m_text, position == 0 ? 0 : position - 1)};
        return false;
    }

private:
    struct Frame {
        Value container;
        std::string key;
    };

    bool refuse(ErrorCode code, std::string detail)
    {
        m_error = Error{code, std::move(detail), placeOf(m_text, m_consumed == 0 ? 0 : m_consumed - 1)};
        return false;
    }
    bool add(Value value)
    {
        if (m_open.empty())
            m_root = std::move(value);
        else if (auto* list = m_open.back().container.list())
            list->push_back(std::move(value));
        else
            m_open.back().container.set(std::move(m_open.back().key), std::move(value));
        return true;
    }
    bool open(Value container)
    {
        if (std::cmp_greater_equal(m_open.size(), m_maximumDepth))
            return refuse(ErrorCode::LimitExceeded, "nested deeper than " + std::to_string(m_maximumDepth));
        m_open.push_back({std::move(container), {}});
        return true;
    }
    bool close()
    {
        Value done = std::move(m_open.back().container);
        m_open.pop_back();
        return add(std::move(done));
    }

    std::string_view m_text;
    int m_maximumDepth;
    const std::size_t& m_consumed;
    std::vector<Frame> m_open;
    Value m_root;
    std::optional<Error> m_error;
};

} // namespace

std::string toCanonical(const Value& value)
{
    std::string out;
    write(out, value);
    return out;
}

Result<std::string> canonicalBytes(const Value& value, const JsonLimits& limits)
{
    auto bytes = toCanonical(value);
    if (const auto readBack = fromCanonical(bytes, limits); !readBack)
        return std::unexpected(readBack.error());
    return bytes;
}

Result<Value> fromJson(std::string_view text, const JsonLimits& limits)
{
    if (text.size() > limits.bytes)
        return fail(ErrorCode::LimitExceeded, "larger than " + std::to_string(limits.bytes) + " bytes");
    if (const auto nul = text.find('\0'); nul != std::string_view::npos) // the parser would take it for the end
        return fail(ErrorCode::Encoding, "NUL byte", placeOf(text, nul));
    std::size_t consumed = 0;
    Builder builder(text, limits.depth, consumed);
    try {
        nlohmann::json::sax_parse(CountingIterator(text.data(), &consumed), CountingIterator(text.data() + text.size(), &consumed),
                                  &builder);
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorCode::Syntax, problem.what());
    }
    return builder.take();
}

Result<Value> fromCanonical(std::string_view bytes, const JsonLimits& limits)
{
    auto value = fromJson(bytes, limits);
    if (!value)
        return value;
    const auto canonical = toCanonical(*value);
    if (canonical != bytes) {
        const auto [ours, theirs] = std::ranges::mismatch(canonical, bytes);
        const auto offset = static_cast<std::size_t>(std::distance(bytes.begin(), theirs));
        return fail(ErrorCode::Syntax, "not in canonical form", placeOf(bytes, offset));
    }
    return value;
}

} // namespace griddesk
