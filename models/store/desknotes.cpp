// SPDX-License-Identifier: GPL-3.0-or-later
#include "desknotes.h"

#include "transaction.h"

namespace griddesk {

Result<void> DeskNotes::put(std::string_view key, std::string_view value, Instant at)
{
    if (key.empty())
        return fail(ErrorCode::InvalidArgument, "a note needs a key");
    if (key.size() > longestKey || value.size() > longestValue)
        return fail(ErrorCode::LimitExceeded, "a key has at most 200 bytes and a value 4 MiB", std::string(key.substr(0, longestKey)));
    return inTransaction(m_database, [&]() -> Result<void> {
        if (auto ok = m_database.run("INSERT INTO history(key, value, at) SELECT key, value, at FROM entry WHERE key = ?", key); !ok)
            return ok;
        if (auto ok = m_database.run("DELETE FROM history WHERE key = ?1 AND id NOT IN"
                                     " (SELECT id FROM history WHERE key = ?1 ORDER BY id DESC LIMIT ?2)",
                                     key, keptVersions);
            !ok)
            return ok;
        if (value.empty())
            return m_database.run("DELETE FROM entry WHERE key = ?", key);
        return m_database.run("INSERT INTO entry VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET value = ?2, at = ?3", key, value, msOf(at));
    });
}

Result<std::string> DeskNotes::get(std::string_view key)
{
    return m_database.text("SELECT value FROM entry WHERE key = ?", key).transform([](auto value) { return value.value_or(std::string()); });
}

Result<std::vector<std::pair<std::string, std::string>>> DeskNotes::list(std::string_view prefix)
{
    std::vector<std::pair<std::string, std::string>> entries;
    auto ok = m_database.each("SELECT key, value FROM entry WHERE key >= ?1 ORDER BY key",
                              [&](Statement& s) {
                                  if (!s.text(0).starts_with(prefix))
                                      return false;
                                  entries.emplace_back(s.text(0), s.text(1));
                                  return true;
                              },
                              prefix);
    if (!ok)
        return std::unexpected(ok.error());
    return entries;
}

Result<std::vector<std::pair<Instant, std::string>>> DeskNotes::history(std::string_view key)
{
    std::vector<std::pair<Instant, std::string>> values;
    auto ok = m_database.each("SELECT at, value FROM history WHERE key = ? ORDER BY id DESC",
                              [&](Statement& s) { values.emplace_back(instantFromMs(s.integer(0)), s.text(1)); }, key);
    if (!ok)
        return std::unexpected(ok.error());
    return values;
}

} // namespace griddesk
