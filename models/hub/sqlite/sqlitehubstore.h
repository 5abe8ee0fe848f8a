// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hubstore.h"

#include <filesystem>
#include <memory>

namespace griddesk {

class HubDatabase;
class HubQuery;

/// The platform's store in one file of plain SQLite (hub.db). The file may hold several streams; an object stands for one.
/// A commit is on the disk when it returns. Other processes (an administrator's command) may use the file at the same time.
/// Must never be linked together with SQLCipher. Thread: one at a time.
class SqliteHubStore final : public HubStore {
public:
    /// Makes the file when it is not there, and the stream in it. Errors: Duplicate (the stream is there), those of the file.
    [[nodiscard]] static Result<std::unique_ptr<SqliteHubStore>> create(const std::filesystem::path& file, std::string_view stream);
    /// Errors: UnknownReference (no such stream in it); FileNotFound, FileForeign, FileNewer, FileDamaged, Io, Database.
    [[nodiscard]] static Result<std::unique_ptr<SqliteHubStore>> open(const std::filesystem::path& file, std::string_view stream);
    /// The streams in a file, in order of id.
    [[nodiscard]] static Result<std::vector<std::string>> streamsIn(const std::filesystem::path& file);
    ~SqliteHubStore() override;

    /// What is wrong with the file, at most 100 lines; empty = sound.
    [[nodiscard]] Result<std::vector<std::string>> integrityProblems();

    // sqlitehubstore.cpp: transactions and the stream
    Result<void> begin() override;
    Result<void> beginReading() override;
    Result<void> commit() override;
    void rollback() override;
    Result<std::int64_t> head() override;
    Result<std::int64_t> streamEpoch() override;
    Result<void> setStreamEpoch(std::int64_t epoch) override;
    Result<void> setFounder(const DeviceId& device) override;
    Result<std::optional<DeviceId>> founder() override;

    // sqlitelog.cpp
    Result<void> append(const LogEntry& entry) override;
    Result<std::optional<LogEntry>> findOperation(const OperationId& id) override;
    Result<std::vector<LogEntry>> caseHistory(const CaseId& id) override;
    Result<std::vector<LogEntry>> entriesAfter(std::int64_t after, std::size_t limit) override;
    Result<std::optional<DeviceRecord>> device(const DeviceId& id) override;
    Result<void> putDevice(const DeviceRecord& record) override;
    Result<std::optional<Hash>> sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq) override;
    Result<void> putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash) override;
    Result<void> quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at) override;
    Result<std::int64_t> quarantined() override;
    Result<std::int64_t> nextNumber(int year) override;
    Result<void> putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record) override;
    Result<std::optional<OutsideRecord>> findOutside(std::string_view platform, std::string_view number) override;
    Result<void> putBundle(std::string_view hash, std::string_view bytes, Instant validFrom) override;
    Result<std::optional<std::string>> bundle(std::string_view hash) override;
    Result<std::optional<std::string>> bundleInForce(Instant at) override;
    Result<void> putDocument(std::string_view hash, std::string_view bytes) override;
    Result<std::optional<std::string>> document(std::string_view hash) override;

    // sqlitesights.cpp
    Result<ScopeSet> caseScopes(const CaseId& id) override;
    Result<void> setCaseScopes(const CaseId& id, const ScopeSet& scopes, std::int64_t seq) override;
    Result<std::vector<CaseSight>> sights(const ScopeSet& scopes, std::int64_t after, std::int64_t upTo) override;
    Result<std::vector<CaseSight>> sightsChanged(const ScopeSet& before, const ScopeSet& after, std::int64_t seq, std::string_view afterCase,
                                                 std::size_t limit) override;
    Result<std::int64_t> seenUpTo(const ScopeSet& scopes, std::int64_t after, std::size_t entries) override;
    Result<void> putScopeSet(std::string_view hash, const ScopeSet& scopes) override;
    Result<std::optional<ScopeSet>> scopeSet(std::string_view hash) override;
    Result<ScopeDigest> scopeDigest(std::string_view scope) override;

    // sqlitepeople.cpp: configuration, accounts, devices, sessions, founding
    Result<std::int64_t> configHead() override;
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

private:
    SqliteHubStore(std::unique_ptr<HubDatabase> database, std::string_view stream);
    [[nodiscard]] Result<void> beginWith(const char* sql);
    /// First column of the first row with the stream as first parameter; absent when there is no row or it is NULL.
    template <typename... Args>
    [[nodiscard]] Result<std::optional<std::string>> oneText(const char* sql, const Args&... args);
    template <typename... Args>
    [[nodiscard]] Result<std::int64_t> oneInteger(const char* sql, const Args&... args);
    /// Runs a statement with the stream as first parameter.
    template <typename... Args>
    [[nodiscard]] Result<void> run(const char* doing, const char* sql, const Args&... args);
    /// Adds to (sign 1) or takes from (sign -1) what a scope holds.
    void addToScope(const std::string& scope, std::int64_t entries, const Digest& digest, int sign);

    std::unique_ptr<HubDatabase> m_database;
    std::string m_stream;
};

} // namespace griddesk
