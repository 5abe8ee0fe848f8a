// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of what an account may see.
#include "hub.h"

#include "pullpage.h"

#include <algorithm>
#include <charconv>

namespace griddesk {

namespace {

/// The number a parameter states, `otherwise` when it is absent; absent result when it states none.
std::optional<std::size_t> numberOf(const HubRequest& request, std::string_view name, std::size_t otherwise)
{
    const auto found = request.query.find(name);
    if (found == request.query.end())
        return otherwise;
    std::size_t number = 0;
    const auto& text = found->second;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

Hub::Answer Hub::pull(const HubRequest& request, const Caller& caller)
{
    const auto limit = numberOf(request, "limit", m_limits.pageEntries);
    if (!limit || *limit == 0)
        return refuseCall(400, errorName(ErrorCode::OutOfRange), "limit is a number from 1");
    const auto cursor = request.query.find("cursor");
    auto scopes = scopesFor(caller.device.account, request.at);
    if (!scopes)
        return troubled(scopes.error());
    const std::string hash = hashOfScopes(caller.device.account, *scopes);
    auto known = m_store.scopeSet(hash);
    if (!known)
        return troubled(known.error());
    if (!*known)
        if (auto kept = within([&] { return m_store.putScopeSet(hash, *scopes); }); !kept)
            return troubled(kept.error());

    const PullLimits limits{std::min(*limit, m_limits.pageEntries), m_limits.pageBytes, m_bugs.sequenceCursor, m_bugs.dropLeave};
    if (auto begun = m_store.beginReading(); !begun)
        return troubled(begun.error());
    auto page = pullPage(m_store, cursor == request.query.end() ? std::string_view{} : cursor->second, caller.device.account,
                         *scopes, limits);
    m_store.rollback();
    if (!page)
        return troubled(page.error());
    return HubResponse{.contentType = "application/x-ndjson", .body = *std::move(page)};
}

} // namespace griddesk
