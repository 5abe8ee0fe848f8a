// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagereader.h"
#include "replicaauthority.h"
#include "submitter.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// One request to the platform, for whatever transport there is.
struct SyncRequest {
    std::string method; ///< GET or POST
    std::string target; ///< path and query, "/v1/pull?cursor=…"
    std::string token{};
    std::string contentType{};
    std::string body{};
};

/// What came back. Anything without a status (no network, time out) is told to SyncEngine::failed().
struct SyncReply {
    int status = 0;
    std::string body{};
    std::optional<std::int64_t> retryAfter{}; ///< seconds
};

/// How things stand with the platform, for the status line and for scripts.
struct SyncReport {
    enum class State : std::uint8_t { Idle, Working, Waiting, Revoked };
    State state = State::Idle;
    std::int64_t pushed = 0, pulled = 0, refused = 0; ///< operations sent, entries received, refused, since the start
    std::int64_t remade = 0;         ///< how often a copy did not agree and was made anew
    std::optional<Error> trouble{};  ///< of the last attempt
    std::optional<Instant> contact{}; ///< last answer that made sense
    std::optional<Instant> proven{};  ///< when digests last agreed
    bool rulesChanged = false;       ///< new rules came; the owner loads them and takes this back
    bool current = false;            ///< everything is sent and the last page was the newest
};

/// Carries what is sealed to the platform and brings back what was decided: hello → what the platform lost → push → rules →
/// pull → proof, then sleep until something is saved, a poke comes or 30 s are over. No I/O, no clock, no threads: the owner asks
/// next(), does the request, and tells take() or failed(). A request that was not answered is simply asked again; every step is
/// durable and repeats harmlessly. Back-off 1 s to 60 s with full jitter; Retry-After is respected; without progress for
/// two minutes although something waits, the session is begun anew. Thread: the writer.
class SyncEngine {
public:
    SyncEngine(Submitter& submitter, OutboxPort& outbox, ReplicaPort& replica, LogStore& log, RuleLibrary& rules, ReplicaAuthority& authority,
               const DeviceKey& key, DeviceId device, RandomSource& random);

    /// The next request; absent before wakeAt(). Errors: those of the files.
    [[nodiscard]] Result<std::optional<SyncRequest>> next(Instant now);
    /// The answer to the last request. Gives what the tables show otherwise now. Errors: those of the files; whatever the
    /// platform says wrong is trouble (report()), not an error.
    [[nodiscard]] Result<ChangeSet> take(const SyncReply& reply, Instant now);
    /// The last request got no answer.
    void failed(const Error& error, Instant now);
    /// Something was saved, or the platform says that it has more.
    void poke(Instant now);
    [[nodiscard]] Instant wakeAt() const noexcept { return m_wakeAt; }
    [[nodiscard]] const SyncReport& report() const noexcept { return m_report; }
    void noteRulesLoaded() noexcept { m_report.rulesChanged = false; }
    /// What the platform's clock shows beyond this machine's.
    [[nodiscard]] Milliseconds clockOffset() const noexcept { return m_offset; }

private:
    enum class Step : std::uint8_t { Hello, Reoffer, Push, Config, Bundle, Pull, Sleep };

    [[nodiscard]] Result<std::optional<SyncRequest>> request(Instant now);
    [[nodiscard]] SyncRequest hello(Instant now);
    [[nodiscard]] Result<ChangeSet> tookHello(const std::string& body, Instant now);
    [[nodiscard]] Result<ChangeSet> tookReoffer(const std::string& body, Instant now);
    [[nodiscard]] Result<ChangeSet> tookPush(const std::string& body, Instant now);
    [[nodiscard]] Result<ChangeSet> tookConfig(const std::string& body, Instant now);
    [[nodiscard]] Result<ChangeSet> tookBundle(const std::string& body, Instant now);
    [[nodiscard]] Result<ChangeSet> tookPull(const std::string& body, Instant now);
    [[nodiscard]] Result<void> publishConfig();
    [[nodiscard]] Result<std::vector<PushAnswer>> readAnswers(const std::string& body, std::size_t count);
    void backOff(Instant now, std::optional<std::int64_t> seconds);
    void trouble(Error error, Instant now, std::optional<std::int64_t> retryAfter = {});
    void progress(Instant now);
    std::uint64_t draw();

    Submitter& m_submitter;
    OutboxPort& m_outbox;
    ReplicaPort& m_replica;
    LogStore& m_log;
    RuleLibrary& m_rules;
    ReplicaAuthority& m_authority;
    const DeviceKey& m_key;
    DeviceId m_device;
    RandomSource& m_random;

    Step m_step = Step::Hello;
    SyncReport m_report;
    std::string m_token;
    Instant m_tokenExpires{}, m_wakeAt{}, m_lastProgress{};
    Milliseconds m_offset{0};
    std::size_t m_batch = 500;
    int m_failures = 0;
    int m_mismatches = 0;
    std::int64_t m_platformEpoch = 1, m_platformSeq = 0; ///< of this device's chain, by the last hello
    std::vector<OutboxItem> m_sent;       ///< of the push on its way
    std::vector<SentCopy> m_offered;      ///< of the re-offer on its way
    std::vector<ConfigLine> m_config;     ///< published lines whose parts are being fetched
    std::map<std::string, std::string> m_parts; ///< bundles and documents fetched, by hash
    std::string m_wanted;                 ///< hash of the part on its way
    bool m_wantedBundle = false;
};

} // namespace griddesk
