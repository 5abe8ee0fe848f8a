// SPDX-License-Identifier: GPL-3.0-or-later
#include "statement.h"

#include "sqliteerror.h"

#include <sqlcipher/sqlite3.h>

namespace griddesk {

Statement::~Statement()
{
    if (m_statement == nullptr)
        return;
    if (m_borrowed == nullptr) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    *m_borrowed = false;
}

void Statement::check(int code, const char* doing)
{
    if (code != SQLITE_OK && !m_error)
        m_error = sqliteError(m_db, code, doing);
}

Statement& Statement::bind(int parameter, std::int64_t value)
{
    if (!m_error)
        check(sqlite3_bind_int64(m_statement, parameter, value), "bind");
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL; an empty text is a text.
    if (!m_error)
        check(sqlite3_bind_text64(m_statement, parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                                  SQLITE_TRANSIENT, // NOLINT(cppcoreguidelines-pro-type-cstyle-cast)
                                  SQLITE_UTF8),
              "bind");
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::byte> blob)
{
    if (m_error)
        return *this;
    if (blob.empty())
        check(sqlite3_bind_zeroblob(m_statement, parameter, 0), "bind");
    else
        check(sqlite3_bind_blob64(m_statement, parameter, blob.data(), blob.size(), SQLITE_TRANSIENT), "bind");
    return *this;
}

Statement& Statement::bind(int parameter, std::nullopt_t)
{
    if (!m_error)
        check(sqlite3_bind_null(m_statement, parameter), "bind");
    return *this;
}

bool Statement::step()
{
    if (m_error)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        check(code, "step");
    return false;
}

Result<void> Statement::run()
{
    while (step()) { }
    return result();
}

Result<void> Statement::result() const
{
    if (m_error)
        return std::unexpected(*m_error);
    return {};
}

void Statement::reset()
{
    if (m_statement != nullptr)
        sqlite3_reset(m_statement);
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<std::int64_t> Statement::maybeInteger(int column) const
{
    if (isNull(column))
        return std::nullopt;
    return integer(column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const
{
    const auto* text = sqlite3_column_text(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    if (text == nullptr)
        return {};
    return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

std::span<const std::byte> Statement::blob(int column) const
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    if (data == nullptr)
        return {};
    return {data, static_cast<std::size_t>(size)};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

} // namespace griddesk
