// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubstore.h"
#include "localauthority.h"

#include "models/wire/devicekey.h"
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
    };

    Hub(HubStore& store, DeviceKey key, std::string stream, RandomSource& random);
    Hub(HubStore& store, DeviceKey key, std::string stream, RandomSource& random, Limits limits, SeededBugs bugs = {});

    /// Answers every request, also a senseless one; errors of the store become 500 or 503 with the detail in the log line.
    [[nodiscard]] HubResponse handle(const HubRequest& request);

    // What an administrator does, on the platform's own machine.
    [[nodiscard]] Result<void> setPassword(const AccountId& account, std::string_view password);
    [[nodiscard]] Result<EnrolledDevice> approve(std::string_view code, Instant now); ///< Errors: UnknownReference
    [[nodiscard]] Result<void> refuse(std::string_view code, Instant now);
    [[nodiscard]] Result<void> revoke(const DeviceId& device, Instant now);
    /// Publishes a bundle and the documents it names (hash to bytes) to the configuration stream.
    [[nodiscard]] Result<ConfigLine> publish(std::string_view bundle, const std::map<std::string, std::string>& documents, Instant validFrom, const AccountId& by);

    [[nodiscard]] Result<std::int64_t> head();
    /// What the last failed request ran into, for the log; empty when it was the caller's fault.
    [[nodiscard]] const std::string& trouble() const noexcept { return m_trouble; }

private:
    HubStore& m_store;
    DeviceKey m_key;
    std::string m_stream;
    RandomSource& m_random;
    Limits m_limits;
    SeededBugs m_bugs;
    RuleLibrary m_rules;
    LocalAuthority m_authority;
    std::string m_trouble;
};

} // namespace griddesk
