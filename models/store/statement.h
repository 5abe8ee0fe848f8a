// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace griddesk {

/// One run of a prepared statement, borrowed from the cache of its Database and given back, reset, when destroyed. The
/// first failure of preparing, binding or stepping is kept and told by result(), so that calls can be chained:
///
///     auto s = db.statement("SELECT a FROM t WHERE b = ?");
///     s.bindAll(b);
///     while (s.step())
///         use(s.integer(0));
///     return s.result();
///
/// Thread: that of its Database, which must outlive it. Column numbers count from 0, parameters from 1.
class Statement {
public:
    Statement(sqlite3* db, sqlite3_stmt* statement, bool* borrowed, std::optional<Error> error) noexcept
        : m_db(db), m_statement(statement), m_borrowed(borrowed), m_error(std::move(error))
    {
    }
    Statement(Statement&& other) noexcept
        : m_db(other.m_db), m_statement(std::exchange(other.m_statement, nullptr)), m_borrowed(std::exchange(other.m_borrowed, nullptr)),
          m_error(std::move(other.m_error))
    {
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::int32_t value) { return bind(parameter, std::int64_t{value}); }
    Statement& bind(int parameter, std::uint32_t value) { return bind(parameter, std::int64_t{value}); }
    Statement& bind(int parameter, bool value) { return bind(parameter, std::int64_t{value ? 1 : 0}); }
    Statement& bind(int parameter, std::string_view text); ///< copied; UTF-8
    Statement& bind(int parameter, const std::string& text) { return bind(parameter, std::string_view(text)); }
    Statement& bind(int parameter, const char* text) { return bind(parameter, std::string_view(text)); }
    Statement& bind(int parameter, std::span<const std::byte> blob); ///< copied
    Statement& bind(int parameter, std::nullopt_t);
    template <typename T>
    Statement& bind(int parameter, const std::optional<T>& value)
    {
        return value ? bind(parameter, *value) : bind(parameter, std::nullopt);
    }
    /// Binds parameters 1, 2, … in order.
    template <typename... Args>
    Statement& bindAll(const Args&... args)
    {
        [[maybe_unused]] int parameter = 0;
        (bind(++parameter, args), ...);
        return *this;
    }

    /// True when a row is ready; false at the end and after a failure (result() tells which).
    [[nodiscard]] bool step();
    /// Runs to the end, ignoring rows. Errors: as sqliteError().
    Result<void> run();
    [[nodiscard]] Result<void> result() const;
    /// Makes it ready for the next bindAll(); bound values stay until overwritten. A kept failure stays.
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<std::int64_t> maybeInteger(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;           ///< valid until the next step() or reset()
    [[nodiscard]] std::span<const std::byte> blob(int column) const; ///< valid until the next step() or reset()
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int columns() const;

private:
    void check(int code, const char* doing);

    sqlite3* m_db;
    sqlite3_stmt* m_statement;
    bool* m_borrowed; ///< the cache's mark; nullptr when the statement is not of the cache and ends here
    std::optional<Error> m_error;
};

} // namespace griddesk
