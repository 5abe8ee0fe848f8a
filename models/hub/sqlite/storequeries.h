// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubdatabase.h"
#include "sqlitehubstore.h"

namespace griddesk {

// The short queries of SqliteHubStore, for its own files.

template <typename... Args>
Result<std::optional<std::string>> SqliteHubStore::oneText(const char* sql, const Args&... args)
{
    return m_database->guarded("read", [&]() -> Result<std::optional<std::string>> {
        auto row = m_database->query(sql);
        row.bindAll(m_stream, args...);
        if (!row.step() || row.isNull(0))
            return std::optional<std::string>{};
        return std::optional{row.text(0)};
    });
}

template <typename... Args>
Result<std::int64_t> SqliteHubStore::oneInteger(const char* sql, const Args&... args)
{
    return m_database->guarded("read", [&]() -> Result<std::int64_t> {
        auto row = m_database->query(sql);
        row.bindAll(m_stream, args...);
        return row.step() && !row.isNull(0) ? row.integer(0) : 0;
    });
}

template <typename... Args>
Result<void> SqliteHubStore::run(const char* doing, const char* sql, const Args&... args)
{
    return m_database->done(doing, [&] { m_database->query(sql).bindAll(m_stream, args...).run(); });
}

/// What a row of ours cannot be, unless the file was damaged or changed by somebody else.
[[nodiscard]] inline std::unexpected<Error> damagedRow(std::string_view what)
{
    return fail(ErrorCode::FileDamaged, std::string(what) + " cannot be read");
}

} // namespace griddesk
