// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hubstore.h"
#include "models/hub/memorylogstore.h"

#include <map>
#include <set>
#include <utility>

namespace griddesk {

/// The platform's store in memory: the reference the durable ones are tested against, and what simulations run on. What was
/// not committed is lost by rollback(), as a stop of the program loses it elsewhere. Thread: one at a time.
class MemoryHubStore final : public HubStore {
public:
    Result<void> begin() override;
    Result<void> beginReading() override { return begin(); }
    Result<void> commit() override;
    void rollback() override;

    // the log
    Result<void> append(const LogEntry& entry) override;
    Result<std::int64_t> head() override { return m_log.head(); }
    Result<std::optional<LogEntry>> findOperation(const OperationId& id) override { return m_log.findOperation(id); }
    Result<std::vector<LogEntry>> caseHistory(const CaseId& id) override { return m_log.caseHistory(id); }
    Result<std::vector<LogEntry>> entriesAfter(std::int64_t after, std::size_t limit) override { return m_log.entriesAfter(after, limit); }
    Result<std::optional<DeviceRecord>> device(const DeviceId& id) override { return m_log.device(id); }
    Result<void> putDevice(const DeviceRecord& record) override { return m_log.putDevice(record); }
    Result<std::optional<Hash>> sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq) override { return m_log.sentHash(id, epoch, seq); }
    Result<void> putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash) override
    {
        return m_log.putSentHash(id, epoch, seq, hash);
    }
    Result<void> quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at) override
    {
        return m_log.quarantine(bytes, outcome, reason, at);
    }
    Result<std::int64_t> nextNumber(int year) override { return m_log.nextNumber(year); }
    Result<void> putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record) override
    {
        return m_log.putOutside(platform, number, record);
    }
    Result<std::optional<OutsideRecord>> findOutside(std::string_view platform, std::string_view number) override
    {
        return m_log.findOutside(platform, number);
    }
    Result<void> putBundle(std::string_view hash, std::string_view bytes, Instant validFrom) override { return m_log.putBundle(hash, bytes, validFrom); }
    Result<std::optional<std::string>> bundle(std::string_view hash) override { return m_log.bundle(hash); }
    Result<std::optional<std::string>> bundleInForce(Instant at) override { return m_log.bundleInForce(at); }
    Result<void> putDocument(std::string_view hash, std::string_view bytes) override { return m_log.putDocument(hash, bytes); }
    Result<std::optional<std::string>> document(std::string_view hash) override { return m_log.document(hash); }

    // the platform's own
    Result<std::int64_t> streamEpoch() override { return m_epoch; }
    Result<void> setStreamEpoch(std::int64_t epoch) override;
    Result<std::int64_t> quarantined() override { return static_cast<std::int64_t>(m_log.quarantined()); }
    Result<ScopeSet> caseScopes(const CaseId& id) override;
    Result<void> setCaseScopes(const CaseId& id, const ScopeSet& scopes, std::int64_t seq) override;
    Result<std::vector<CaseSight>> sights(const ScopeSet& scopes, std::int64_t after, std::int64_t upTo) override;
    Result<std::vector<CaseSight>> sightsChanged(const ScopeSet& before, const ScopeSet& after, std::int64_t seq, std::string_view afterCase,
                                                 std::size_t limit) override;
    Result<std::int64_t> seenUpTo(const ScopeSet& scopes, std::int64_t after, std::size_t entries) override;
    Result<void> putScopeSet(std::string_view hash, const ScopeSet& scopes) override;
    Result<std::optional<ScopeSet>> scopeSet(std::string_view hash) override;
    Result<ScopeDigest> scopeDigest(std::string_view scope) override;
    Result<std::int64_t> configHead() override { return static_cast<std::int64_t>(m_config.size()); }
    Result<void> appendConfig(const ConfigLine& line) override;
    Result<std::vector<ConfigLine>> configAfter(std::int64_t after, std::size_t limit) override;
    Result<std::optional<std::string>> passwordHash(const AccountId& account) override;
    Result<void> setPasswordHash(const AccountId& account, std::string_view hash) override;
    Result<std::optional<EnrolledDevice>> enrolled(const DeviceId& device) override;
    Result<void> putEnrolled(const EnrolledDevice& device) override;
    Result<std::vector<EnrolledDevice>> enrolledDevices() override;
    Result<void> putSession(const Session& session) override;
    Result<std::optional<Session>> session(const Hash& token) override;
    Result<void> endSessions(const DeviceId& device) override;
    Result<void> forgetExpired(Instant now) override;
    Result<bool> useNonce(const DeviceId& device, std::string_view nonce, Instant expires) override;
    Result<std::int64_t> foundingSize(const DeviceId& device) override;
    Result<void> putFoundingPiece(const DeviceId& device, std::int64_t offset, std::string_view bytes) override;
    Result<std::optional<std::string>> foundingPiece(const DeviceId& device, std::int64_t offset) override;
    Result<void> dropFounding(const DeviceId& device) override;
    Result<void> setFounder(const DeviceId& device) override;
    Result<std::optional<DeviceId>> founder() override { return m_founder; }

private:
    /// A scope sees a case from one position on, until (not including) another.
    struct Sight {
        std::string scope;
        std::int64_t from = 0;
        std::optional<std::int64_t> until;
    };
    struct Tally {
        std::int64_t count = 0;
        Digest digest{};
    };
    using Sights = std::map<CaseId, std::vector<Sight>>;

    [[nodiscard]] bool seenAt(const CaseId& id, const ScopeSet& scopes, std::int64_t seq) const;
    void addTo(const std::string& scope, const Tally& share, int sign);

    MemoryLogStore m_log;
    UndoJournal m_undo;
    std::int64_t m_epoch = 1;
    std::vector<CaseId> m_caseOf; ///< by position less one
    Sights m_sights;
    std::map<CaseId, Tally> m_caseTallies;
    std::map<std::string, Tally> m_scopeTallies;
    std::map<std::string, ScopeSet> m_scopeSets;
    std::vector<ConfigLine> m_config;
    std::map<AccountId, std::string> m_passwords;
    std::map<DeviceId, EnrolledDevice> m_enrolled;
    std::map<Hash, Session> m_sessions;
    std::map<std::pair<DeviceId, std::string>, Instant> m_nonces;
    std::map<std::pair<DeviceId, std::int64_t>, std::string> m_founding;
    std::optional<DeviceId> m_founder;
};

} // namespace griddesk
