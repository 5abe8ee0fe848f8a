// SPDX-License-Identifier: GPL-3.0-or-later
#include "replicaauthority.h"

#include "models/hub/casefold.h"

namespace griddesk {

namespace {
constexpr std::size_t cachedCases = 512;
}

Result<std::optional<Case>> ReplicaAuthority::caseState(const CaseId& id)
{
    if (const auto found = m_cases.find(id); found != m_cases.end())
        return found->second;
    auto history = m_copy.caseHistory(id);
    if (!history)
        return std::unexpected(history.error());
    auto folded = foldCase(*history, m_rules);
    if (!folded)
        return std::unexpected(folded.error());
    if (m_cases.size() >= cachedCases)
        m_cases.clear();
    return m_cases.emplace(id, *std::move(folded)).first->second;
}

Result<std::vector<PushAnswer>> ReplicaAuthority::push(std::span<const std::string> envelopes, Instant)
{
    PushAnswer waits;
    waits.outcome = Outcome::Held;
    waits.reason = "notSentYet";
    return std::vector<PushAnswer>(envelopes.size(), waits);
}

void ReplicaAuthority::forget(const std::vector<CaseId>& cases)
{
    for (const auto& id : cases)
        m_cases.erase(id);
}

} // namespace griddesk
