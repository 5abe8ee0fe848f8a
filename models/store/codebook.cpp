// SPDX-License-Identifier: GPL-3.0-or-later
#include "codebook.h"

namespace griddesk {

Result<std::optional<std::int64_t>> CodeBook::find(CodeKind kind, std::string_view text)
{
    auto& map = mapOf(kind);
    if (const auto known = map.find(text); known != map.end())
        return known->second;
    auto id = m_database.integer("SELECT id FROM code WHERE kind = ? AND text = ?", static_cast<int>(kind), text);
    if (id && *id)
        map.emplace(text, **id);
    return id;
}

Result<std::int64_t> CodeBook::intern(CodeKind kind, std::string_view text)
{
    auto known = find(kind, text);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return **known;
    if (auto ok = m_database.run("INSERT INTO code(kind, text) VALUES (?, ?)", static_cast<int>(kind), text); !ok)
        return std::unexpected(ok.error());
    const auto id = m_database.lastRowId();
    mapOf(kind).emplace(text, id);
    return id;
}

Result<std::unordered_map<std::int64_t, std::string>> CodeBook::all(CodeKind kind)
{
    std::unordered_map<std::int64_t, std::string> codes;
    auto ok = m_database.each(
        "SELECT id, text FROM code WHERE kind = ?", [&](Statement& s) { codes.emplace(s.integer(0), s.text(1)); }, static_cast<int>(kind));
    if (!ok)
        return std::unexpected(ok.error());
    return codes;
}

void CodeBook::forget()
{
    for (auto& map : m_known)
        map.clear();
}

} // namespace griddesk
