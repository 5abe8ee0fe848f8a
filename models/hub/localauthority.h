// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/hub/authority.h"
#include "models/hub/logstore.h"
#include "models/hub/rulelibrary.h"
#include "models/wire/envelope.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace griddesk {

/// Whose push it is, when the authority shall hold the operations to that: what another device sealed is tampered with
/// (`foreignDevice`), what another account did is unauthorised (`foreignAccount`).
struct PushOrigin {
    DeviceId device;
    AccountId account;
    bool repeatsAsNew = false; ///< a known mistake for tests of the tests, see SeededBugs; never set by a program
};

/// Learns of every entry within the transaction that logs it.
class LogObserver {
public:
    virtual ~LogObserver() = default;
    /// `after` is the case with this entry applied and `rules` those it names; both are nullptr for an entry that changed nothing.
    virtual Result<void> logged(const LogEntry& entry, const Case* after, const Rules* rules) = 0;
};

/// The authority of one stream: judges operations in the order they come, gives sequence, effective time and number, and
/// appends them to the log. It serves a stand-alone desk on the desk's own files; the district platform is the same
/// object over another log. No clock, no sockets. Thread: the writer.
class LocalAuthority final : public Authority {
public:
    LocalAuthority(LogStore& log, RuleLibrary& rules, std::string stream);

    /// Makes a device known. Errors: Inconsistent when it is known with another key.
    [[nodiscard]] Result<void> enrol(const DeviceId& device, const PublicKey& key);

    /// Judges and logs a batch in one transaction; answers in the order given. Two operations of a pair follow each
    /// other in one batch: both are accepted or none; a half without the other is refused. An error means that nothing of the batch was logged.
    [[nodiscard]] Result<std::vector<PushAnswer>> push(std::span<const std::string> envelopes, Instant receivedAt) override;

    /// The same inside a transaction the caller has begun, for imports that keep a whole file or nothing of it.
    /// `origin` as told there; nullptr when every known device may bring everything, as on a desk of its own.
    [[nodiscard]] Result<std::vector<PushAnswer>> pushWithin(std::span<const std::string> envelopes, Instant receivedAt,
                                                             const PushOrigin* origin = nullptr);

    /// One operation that this process has just sealed, in the same transaction: DeviceChain::seal() read it back from its
    /// bytes, so they are not read a second time. Signature, chain and rules are judged as if it had come from afar.
    [[nodiscard]] Result<PushAnswer> pushOwn(SealedEnvelope sealed, Instant receivedAt);

    /// The case as the log has it; absent when unknown.
    [[nodiscard]] Result<std::optional<Case>> caseState(const CaseId& id) override;

    /// Who is told of entries; must outlive this object. nullptr: nobody, as on a desk of its own.
    void observe(LogObserver* observer) noexcept { m_observer = observer; }

    /// Forgets cached states; to be called when the caller rolled a transaction back.
    void forget();

    [[nodiscard]] const std::string& stream() const noexcept override { return m_stream; }

private:
    struct Received;
    struct Judged;
    [[nodiscard]] Result<PushAnswer> take(Received received, Instant receivedAt);
    [[nodiscard]] Result<Judged> judgeOperation(Received received, Instant receivedAt);
    [[nodiscard]] Result<PushAnswer> keep(Judged judged);
    static void refuseHalf(Judged& judged);
    [[nodiscard]] Result<std::vector<PushAnswer>> takePair(Received first, Received second, Instant receivedAt);
    [[nodiscard]] Result<const std::optional<Case>*> cached(const CaseId& id);

    LogStore& m_log;
    RuleLibrary& m_rules;
    std::string m_stream;
    LogObserver* m_observer = nullptr;
    const PushOrigin* m_origin = nullptr; ///< of the push under way
    std::map<CaseId, std::optional<Case>> m_cases; ///< folded states, a bounded cache
};

} // namespace griddesk
