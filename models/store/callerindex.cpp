// SPDX-License-Identifier: GPL-3.0-or-later
#include "callerindex.h"

#include "models/core/phonenumber.h"
#include "models/wire/hash.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace griddesk {

std::optional<CallerMark> CallerMarker::mark(std::string_view phone) const
{
    auto line = normalisedPhone(phone);
    if (!line)
        return std::nullopt;
    const auto hash = keyedHash(m_key, bytesOf(*line));
    wipeText(*line);
    if (!hash)
        return std::nullopt;
    CallerMark mark{};
    std::memcpy(mark.data(), hash->bytes.data(), mark.size());
    return mark;
}

Result<std::vector<std::int64_t>> casesOfCaller(Database& database, const CallerMark& mark, std::size_t limit)
{
    std::vector<std::int64_t> keys;
    auto ok = database.each("SELECT c.key FROM caller c INDEXED BY caller_by_mark JOIN hot h ON h.key = c.key WHERE c.mark = ?"
                            " ORDER BY h.reported DESC, c.key DESC LIMIT ?",
                            [&](Statement& s) { keys.push_back(s.integer(0)); }, std::span<const std::byte>(mark),
                            static_cast<std::int64_t>(std::min<std::size_t>(limit, 10'000)));
    if (!ok)
        return std::unexpected(ok.error());
    return keys;
}

} // namespace griddesk
