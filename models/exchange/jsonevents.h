// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"

#include <array>
#include <cstddef>
#include <format>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

namespace griddesk {

/// Reads a source one byte at a time for the JSON lexer; an error of the source is kept and looks like the end.
class ByteFeed {
public:
    explicit ByteFeed(ByteSource& source) : m_source(&source) { advance(); }

    [[nodiscard]] bool atEnd() const noexcept { return m_position == m_end; }
    [[nodiscard]] char current() const noexcept { return m_block[m_position]; }
    void advance()
    {
        if (m_position + 1 < m_end) {
            ++m_position;
            return;
        }
        m_position = m_end = 0;
        auto got = m_source->read(m_block);
        if (got)
            m_end = *got;
        else
            m_error = got.error();
    }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }

private:
    ByteSource* m_source;
    std::array<char, 64 * 1024> m_block{};
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    std::optional<Error> m_error;
};

/// Input iterator over a ByteFeed, the form in which the JSON library takes foreign input.
class ByteFeedIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    ByteFeedIterator() = default;
    explicit ByteFeedIterator(ByteFeed& feed) : m_feed(&feed) {}
    char operator*() const { return m_feed->current(); }
    ByteFeedIterator& operator++()
    {
        m_feed->advance();
        return *this;
    }
    ByteFeedIterator operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const ByteFeedIterator& a, const ByteFeedIterator& b) { return a.ended() == b.ended(); }

private:
    [[nodiscard]] bool ended() const { return m_feed == nullptr || m_feed->atEnd(); }
    ByteFeed* m_feed = nullptr;
};

/// Common part of the event handlers: nesting limit and the kept first error.
class JsonHandler : public nlohmann::json_sax<nlohmann::json> {
public:
    bool binary(binary_t&) override { return false; }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& why) override
    {
        const std::string text = why.what();
        if (why.id == 406)
            refuse(ErrorCode::OutOfRange, std::format("byte {}: a number is too large", position));
        else if (text.find("UTF-8") != std::string::npos)
            refuse(ErrorCode::Encoding, std::format("byte {}: not UTF-8", position));
        else
            refuse(ErrorCode::Syntax, std::format("byte {}: not JSON", position));
        return false;
    }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }

protected:
    bool refuse(ErrorCode code, std::string detail, std::string context = {})
    {
        if (!m_error)
            m_error = Error{code, std::move(detail), std::move(context)};
        return false;
    }

private:
    std::optional<Error> m_error;
};

/// Runs `handler` over the whole source. Errors: those of the source, those the handler kept, Encoding for UTF-16.
[[nodiscard]] inline Result<void> readJsonEvents(ByteSource& source, JsonHandler& handler)
{
    ByteFeed feed(source);
    if (feed.error())
        return std::unexpected(*feed.error());
    if (feed.atEnd())
        return fail(ErrorCode::FileDamaged, "the file is empty", source.name());
    if (feed.current() == '\xFF' || feed.current() == '\xFE')
        return fail(ErrorCode::Encoding, "the file is UTF-16; JSON is UTF-8: save it as UTF-8", source.name());
    bool good = false;
    try {
        good = nlohmann::json::sax_parse(ByteFeedIterator(feed), ByteFeedIterator(), &handler);
    } catch (const std::exception&) {
        good = false;
    }
    if (feed.error())
        return std::unexpected(*feed.error());
    if (good && !handler.error())
        return {};
    Error error = handler.error().value_or(Error{ErrorCode::Syntax, "not JSON", {}});
    error.context = error.context.empty() ? source.name() : source.name() + ": " + error.context;
    return std::unexpected(std::move(error));
}

} // namespace griddesk
