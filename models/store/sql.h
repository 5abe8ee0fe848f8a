// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace griddesk {

/// SQL text that is known at compile time. Because nothing else converts to it, a value can reach a statement only as a
/// bound parameter.
class Sql {
public:
    template <std::size_t N>
    consteval Sql(const char (&text)[N]) : m_text(text, N - 1) {}
    [[nodiscard]] constexpr std::string_view text() const noexcept { return m_text; }

private:
    friend class SqlText;
    constexpr explicit Sql(std::string_view text) noexcept : m_text(text) {}
    std::string_view m_text;
};

/// SQL put together at run time from literal pieces only (a filter with optional conditions).
class SqlText {
public:
    SqlText& add(Sql piece)
    {
        m_text += piece.text();
        return *this;
    }
    SqlText& add(const SqlText& other)
    {
        m_text += other.m_text;
        return *this;
    }
    /// Valid as long as this object is neither changed nor destroyed.
    [[nodiscard]] Sql sql() const noexcept { return Sql(std::string_view(m_text)); }
    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }

private:
    std::string m_text;
};

} // namespace griddesk
