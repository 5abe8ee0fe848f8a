// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubproblem.h"
#include "hubstore.h"
#include "localauthority.h"
#include "scopekeeper.h"

#include "models/wire/devicekey.h"
#include "models/wire/password.h"
#include "models/wire/random.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace griddesk {

/// A request as it came, without its socket.
struct HubRequest {
    std::string method; ///< GET, POST …
    std::string path;   ///< "/v1/push", decoded, without the query
    std::map<std::string, std::string, std::less<>> query{};
    std::string token{}; ///< of `Authorization: Bearer`; empty when there is none
    std::string contentType{};
    std::string body{};
    Instant at{};       ///< receipt, by the platform's clock
};

struct HubResponse {
    int status = 200;
    std::string contentType = "application/json";
    std::string body{};
    std::optional<std::int64_t> retryAfter{}; ///< seconds
    bool headMoved = false;                   ///< the stream has grown: desks that listen are to be poked
};

/// Switches for tests only: each plants one known mistake that the test suite has to find. Never set by a program.
struct SeededBugs {
    bool skipDedupe = false;      ///< a repeated operation is judged as a new one
    bool sequenceCursor = false;  ///< pull trusts sequence numbers given before commit
    bool dropLeave = false;       ///< desks are not told that a case went out of their sight
    bool answerBeforeCommit = false;
};

/// The district platform without its socket: judges pushes by LocalAuthority over a HubStore, gives each device the pages of
/// what its account may see, keeps devices, sessions and the configuration stream. No clock (HubRequest::at), no sockets, no
/// threads. Routes: README. Thread: one at a time per object; several objects over one PostgreSQL are fine.
class Hub {
public:
    struct Limits {
        std::size_t pageEntries = 500;        ///< entries a pull aims at
        std::size_t pageBytes = 1024 * 1024;
        std::chrono::minutes session{10}, clockSkew{10};
        std::size_t pendingDevices = 200;     ///< unanswered enrolments kept at once
        std::chrono::hours pendingFor{24 * 7}; ///< and how long
        PasswordCost password{};
        int wrongPasswords = 5;               ///< in a row, before an account's enrolments have to wait
        std::chrono::seconds passwordPause{60};
        int passwordsPerMinute = 120;         ///< tried for everybody together: each takes a tenth of a second
        std::size_t foundingPiece = 8 * 1024 * 1024;
        std::int64_t foundingBytes = std::int64_t{2} * 1024 * 1024 * 1024;
    };

    /// Drops what a predecessor left uncommitted in the store. Store and random source must outlive it.
    Hub(HubStore& store, DeviceKey key, std::string stream, RandomSource& random);
    Hub(HubStore& store, DeviceKey key, std::string stream, RandomSource& random, Limits limits, SeededBugs bugs = {});
    Hub(const Hub&) = delete;
    Hub& operator=(const Hub&) = delete;

    /// Answers every request, also a senseless one; errors of the store become 500 or 503 with the detail in the log line.
    [[nodiscard]] HubResponse handle(const HubRequest& request);

    // What an administrator does, on the platform's own machine; also while another process serves the same store.
    /// Errors: OutOfRange (1 to 256 bytes).
    [[nodiscard]] Result<void> setPassword(const AccountId& account, std::string_view password);
    /// `code` as it is read out: with or without its dash, in any case. Errors: UnknownReference.
    [[nodiscard]] Result<EnrolledDevice> approve(std::string_view code, Instant now);
    [[nodiscard]] Result<void> refuse(std::string_view code, Instant now); ///< Errors: UnknownReference
    /// From now on the device gets nothing and what it pushes goes to quarantine. Errors: UnknownReference.
    [[nodiscard]] Result<void> revoke(const DeviceId& device, Instant now);
    /// Publishes a bundle and the documents it names (hash to bytes) to the configuration stream. Errors: Duplicate (published
    /// already), HashMismatch, UnknownReference (a document that is neither here nor known), Inconsistent (of another
    /// stream, or a document it does not name), those of openBundle().
    [[nodiscard]] Result<ConfigLine> publish(std::string_view bundle, const std::map<std::string, std::string>& documents, Instant validFrom, const AccountId& by);

    [[nodiscard]] Result<std::int64_t> head() { return m_store.head(); }
    [[nodiscard]] const std::string& stream() const noexcept { return m_stream; }
    [[nodiscard]] const PublicKey& publicKey() const noexcept { return m_key.publicKey(); } ///< of the platform
    /// What the last failed request ran into, for the log; empty when it was the caller's fault.
    [[nodiscard]] const std::string& trouble() const noexcept { return m_trouble; }

private:
    using Answer = std::expected<HubResponse, HubProblem>;
    /// Who asks, after the token was looked at.
    struct Caller {
        EnrolledDevice device;
        bool revoked = false;
    };
    struct Guesses {
        int count = 0;
        Instant last{};
    };

    // hub.cpp
    [[nodiscard]] Answer route(const HubRequest& request);
    [[nodiscard]] Answer serve(const HubRequest& request, const Caller& caller);
    [[nodiscard]] Answer healthz();
    [[nodiscard]] Answer metrics();
    void count(const HubRequest& request, int status);
    // hubenrol.cpp
    [[nodiscard]] Answer enrol(const HubRequest& request);
    [[nodiscard]] Result<EnrolledDevice> newcomer(const EnrolRequest& asked, std::string code, Instant at);
    [[nodiscard]] Result<std::optional<EnrolledDevice>> pendingWith(std::string_view code, Instant now);
    [[nodiscard]] std::expected<void, HubProblem> admit(const EnrolRequest& asked, Instant at);
    [[nodiscard]] std::expected<void, HubProblem> checkPassword(const EnrolRequest& asked, Instant at);
    [[nodiscard]] std::string randomCode();
    [[nodiscard]] Result<bool> empty(); ///< nothing logged, nothing published
    // hubsession.cpp
    [[nodiscard]] Answer hello(const HubRequest& request);
    [[nodiscard]] Result<HelloAnswer> beginSession(const HelloRequest& asked, const EnrolledDevice& device, Instant at);
    [[nodiscard]] std::expected<Caller, HubProblem> caller(const HubRequest& request);
    [[nodiscard]] Result<ScopeSet> scopesFor(const AccountId& account, Instant at);
    // hubpush.cpp
    [[nodiscard]] Answer push(const HubRequest& request, const Caller& caller);
    [[nodiscard]] Answer quarantine(const std::vector<std::string_view>& lines, Instant at);
    [[nodiscard]] Result<std::vector<PushAnswer>> judge(const std::vector<std::string>& envelopes, const Caller& caller, Instant at);
    // hubpull.cpp
    [[nodiscard]] Answer pull(const HubRequest& request, const Caller& caller);
    // hubconfig.cpp
    [[nodiscard]] Answer config(const HubRequest& request);
    [[nodiscard]] Answer bundle(std::string_view hash);
    [[nodiscard]] Answer document(std::string_view hash);
    // hubfounding.cpp
    [[nodiscard]] Answer found(const HubRequest& request, const Caller& caller);
    [[nodiscard]] Result<std::int64_t> keepPiece(const DeviceId& device, std::int64_t offset, std::string_view bytes);

    /// Runs `work` in one transaction of the store; what is cached is forgotten when it fails.
    template <typename F>
    [[nodiscard]] auto within(F&& work) -> decltype(work())
    {
        auto result = inLogTransaction(m_store, std::forward<F>(work));
        if (!result)
            forget();
        return result;
    }
    void forget();

    HubStore& m_store;
    DeviceKey m_key;
    std::string m_stream;
    RandomSource& m_random;
    Limits m_limits;
    SeededBugs m_bugs;
    RuleLibrary m_rules;
    LocalAuthority m_authority;
    ScopeKeeper m_scopes;
    std::int64_t m_knownHead = 0;  ///< to which the authority's cached cases reach
    bool m_uncommitted = false;    ///< SeededBugs::answerBeforeCommit
    std::map<AccountId, Guesses> m_guesses;
    Guesses m_passwords;           ///< tried since the minute began
    std::string m_guessedHash;     ///< what a password of an unknown account is compared with, so that it takes as long
    std::map<std::string, std::int64_t, std::less<>> m_counters;
    std::string m_trouble;
};

} // namespace griddesk
