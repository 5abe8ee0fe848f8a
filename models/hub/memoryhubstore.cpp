// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryhubstore.h"

#include <algorithm>

namespace griddesk {

namespace {

template <typename Map>
std::optional<typename Map::mapped_type> valueAt(const Map& map, const typename Map::key_type& key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::optional<typename Map::mapped_type>{} : std::optional{found->second};
}

} // namespace

Result<void> MemoryHubStore::begin()
{
    if (auto begun = m_log.begin(); !begun)
        return begun;
    return m_undo.begin();
}

Result<void> MemoryHubStore::commit()
{
    if (auto committed = m_log.commit(); !committed)
        return committed;
    return m_undo.commit();
}

void MemoryHubStore::rollback()
{
    m_undo.rollback();
    m_log.rollback();
}

Result<void> MemoryHubStore::append(const LogEntry& entry)
{
    if (auto appended = m_log.append(entry); !appended)
        return appended;
    m_caseOf.push_back(entry.caseId);
    m_undo.record([this] { m_caseOf.pop_back(); });
    const Tally share{1, digestOf(entry.seq, entry.hash, nameOf(entry.outcome))};
    Tally whole = valueAt(m_caseTallies, entry.caseId).value_or(Tally{});
    m_undo.put(m_caseTallies, entry.caseId, Tally{whole.count + 1, whole.digest ^ share.digest});
    if (const auto found = m_sights.find(entry.caseId); found != m_sights.end())
        for (const auto& sight : found->second)
            if (!sight.until)
                addTo(sight.scope, share, 1);
    return {};
}

void MemoryHubStore::addTo(const std::string& scope, const Tally& share, int sign)
{
    const Tally whole = valueAt(m_scopeTallies, scope).value_or(Tally{});
    m_undo.put(m_scopeTallies, scope, Tally{whole.count + sign * share.count, whole.digest ^ share.digest});
}

Result<void> MemoryHubStore::setStreamEpoch(std::int64_t epoch)
{
    m_undo.assign(m_epoch, epoch);
    return {};
}

Result<ScopeSet> MemoryHubStore::caseScopes(const CaseId& id)
{
    ScopeSet scopes;
    if (const auto found = m_sights.find(id); found != m_sights.end())
        for (const auto& sight : found->second)
            if (!sight.until)
                scopes.insert(sight.scope);
    return scopes;
}

Result<void> MemoryHubStore::setCaseScopes(const CaseId& id, const ScopeSet& scopes, std::int64_t seq)
{
    const auto before = caseScopes(id);
    if (*before == scopes)
        return {};
    auto intervals = valueAt(m_sights, id).value_or(std::vector<Sight>{});
    const Tally share = valueAt(m_caseTallies, id).value_or(Tally{});
    for (auto& sight : intervals)
        if (!sight.until && !scopes.contains(sight.scope)) {
            sight.until = seq;
            addTo(sight.scope, share, -1);
        }
    std::erase_if(intervals, [](const Sight& sight) { return sight.until == sight.from; });
    for (const auto& scope : scopes)
        if (!before->contains(scope)) {
            intervals.push_back({scope, seq, {}});
            addTo(scope, share, 1);
        }
    m_undo.put(m_sights, id, std::move(intervals));
    return {};
}

bool MemoryHubStore::seenAt(const CaseId& id, const ScopeSet& scopes, std::int64_t seq) const
{
    const auto found = m_sights.find(id);
    return found != m_sights.end() && std::ranges::any_of(found->second, [&](const Sight& sight) {
        return sight.from <= seq && (!sight.until || seq < *sight.until) && scopes.contains(sight.scope);
    });
}

Result<std::vector<CaseSight>> MemoryHubStore::sights(const ScopeSet& scopes, std::int64_t after, std::int64_t upTo)
{
    const auto size = static_cast<std::int64_t>(m_caseOf.size());
    const auto first = std::clamp<std::int64_t>(after, 0, size);
    const auto last = std::clamp(upTo, first, size);
    const std::set<CaseId> touched(m_caseOf.begin() + first, m_caseOf.begin() + last);
    std::vector<CaseSight> result;
    for (const auto& id : touched)
        if (const CaseSight sight{id, seenAt(id, scopes, after), seenAt(id, scopes, upTo)}; sight.before || sight.after)
            result.push_back(sight);
    return result;
}

Result<std::vector<CaseSight>> MemoryHubStore::sightsChanged(const ScopeSet& before, const ScopeSet& after, std::int64_t seq,
                                                             std::string_view afterCase, std::size_t limit)
{
    std::vector<CaseSight> result;
    for (const auto& [id, intervals] : m_sights) {
        if (id.text() <= afterCase)
            continue;
        if (result.size() == limit)
            break;
        if (const CaseSight sight{id, seenAt(id, before, seq), seenAt(id, after, seq)}; sight.before != sight.after)
            result.push_back(sight);
    }
    return result;
}

Result<std::int64_t> MemoryHubStore::seenUpTo(const ScopeSet& scopes, std::int64_t after, std::size_t entries)
{
    const auto head = static_cast<std::int64_t>(m_caseOf.size());
    std::size_t seen = 0;
    for (std::int64_t seq = std::max<std::int64_t>(after, 0) + 1; seq <= head; ++seq)
        if (seenAt(m_caseOf[static_cast<std::size_t>(seq - 1)], scopes, seq) && ++seen == entries)
            return seq;
    return head;
}

Result<void> MemoryHubStore::putScopeSet(std::string_view hash, const ScopeSet& scopes)
{
    m_undo.put(m_scopeSets, std::string(hash), scopes);
    return {};
}

Result<std::optional<ScopeSet>> MemoryHubStore::scopeSet(std::string_view hash) { return valueAt(m_scopeSets, std::string(hash)); }

Result<ScopeDigest> MemoryHubStore::scopeDigest(std::string_view scope)
{
    const Tally tally = valueAt(m_scopeTallies, std::string(scope)).value_or(Tally{});
    return ScopeDigest{std::string(scope), tally.count, tally.digest};
}

Result<void> MemoryHubStore::appendConfig(const ConfigLine& line)
{
    if (line.seq != static_cast<std::int64_t>(m_config.size()) + 1)
        return fail(ErrorCode::Inconsistent, "the configuration stream has no gaps", std::to_string(line.seq));
    m_config.push_back(line);
    m_undo.record([this] { m_config.pop_back(); });
    return {};
}

Result<std::vector<ConfigLine>> MemoryHubStore::configAfter(std::int64_t after, std::size_t limit)
{
    std::vector<ConfigLine> lines;
    for (const auto& line : m_config)
        if (line.seq > after && lines.size() < limit)
            lines.push_back(line);
    return lines;
}

Result<std::optional<std::string>> MemoryHubStore::passwordHash(const AccountId& account) { return valueAt(m_passwords, account); }

Result<void> MemoryHubStore::setPasswordHash(const AccountId& account, std::string_view hash)
{
    m_undo.put(m_passwords, account, std::string(hash));
    return {};
}

Result<std::optional<EnrolledDevice>> MemoryHubStore::enrolled(const DeviceId& device) { return valueAt(m_enrolled, device); }

Result<void> MemoryHubStore::putEnrolled(const EnrolledDevice& device)
{
    m_undo.put(m_enrolled, device.device, device);
    return {};
}

Result<std::vector<EnrolledDevice>> MemoryHubStore::enrolledDevices()
{
    std::vector<EnrolledDevice> devices;
    for (const auto& [id, device] : m_enrolled)
        devices.push_back(device);
    return devices;
}

Result<void> MemoryHubStore::putSession(const Session& session)
{
    m_undo.put(m_sessions, session.token, session);
    return {};
}

Result<std::optional<Session>> MemoryHubStore::session(const Hash& token) { return valueAt(m_sessions, token); }

Result<void> MemoryHubStore::endSessions(const DeviceId& device)
{
    for (auto at = m_sessions.begin(); at != m_sessions.end();) {
        const auto next = std::next(at);
        if (at->second.device == device)
            m_undo.erase(m_sessions, at);
        at = next;
    }
    return {};
}

Result<void> MemoryHubStore::forgetExpired(Instant now)
{
    for (auto at = m_sessions.begin(); at != m_sessions.end();) {
        const auto next = std::next(at);
        if (at->second.expires <= now)
            m_undo.erase(m_sessions, at);
        at = next;
    }
    for (auto at = m_nonces.begin(); at != m_nonces.end();) {
        const auto next = std::next(at);
        if (at->second <= now)
            m_undo.erase(m_nonces, at);
        at = next;
    }
    return {};
}

Result<bool> MemoryHubStore::useNonce(const DeviceId& device, std::string_view nonce, Instant expires)
{
    const std::pair key{device, std::string(nonce)};
    if (m_nonces.contains(key))
        return false;
    m_undo.put(m_nonces, key, expires);
    return true;
}

Result<std::int64_t> MemoryHubStore::foundingSize(const DeviceId& device)
{
    std::int64_t size = 0;
    for (auto at = m_founding.lower_bound({device, 0}); at != m_founding.end() && at->first.first == device; ++at)
        size += static_cast<std::int64_t>(at->second.size());
    return size;
}

Result<void> MemoryHubStore::putFoundingPiece(const DeviceId& device, std::int64_t offset, std::string_view bytes)
{
    if (offset != *foundingSize(device))
        return fail(ErrorCode::Inconsistent, "a piece of the upload is missing", std::to_string(offset));
    m_undo.put(m_founding, {device, offset}, std::string(bytes));
    return {};
}

Result<std::optional<std::string>> MemoryHubStore::foundingPiece(const DeviceId& device, std::int64_t offset)
{
    return valueAt(m_founding, {device, offset});
}

Result<void> MemoryHubStore::dropFounding(const DeviceId& device)
{
    for (auto at = m_founding.lower_bound({device, 0}); at != m_founding.end() && at->first.first == device;) {
        const auto next = std::next(at);
        m_undo.erase(m_founding, at);
        at = next;
    }
    return {};
}

Result<void> MemoryHubStore::setFounder(const DeviceId& device)
{
    m_undo.assign(m_founder, std::optional{device});
    return {};
}

} // namespace griddesk
