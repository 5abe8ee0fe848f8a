// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/hub/authority.h"
#include "models/hub/logstore.h"
#include "models/hub/rulelibrary.h"
#include "models/sync/outboxport.h"
#include "models/sync/projectionport.h"
#include "models/wire/devicekey.h"
#include "models/wire/hlc.h"
#include "models/wire/random.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace griddesk {

/// What somebody wants to do, before the desk gave it an id, rules and a time. A draft without a case that cannot begin
/// one belongs to the case of the draft before it, so that a macro may report, accept and file in one go.
struct NewOperation {
    std::optional<CaseId> caseId;
    OperationKind kind = OperationKind::Comment;
    Value payload;
    std::string pairId; ///< any common text; replaced by a real pair id
    std::optional<OperationId> id{}; ///< chosen by the caller, so that a repeated call is known as one; else the desk gives one
    std::optional<OperationId> replaces{}; ///< the refused operation this one settles
};

/// A draft the rules refuse on the state this desk sees.
struct RefusedOperation {
    std::size_t index = 0;
    std::optional<CaseId> caseId;
    Refusal refusal;
};

/// Answer of a submission: everything saved, or nothing and why.
struct Submission {
    std::vector<OperationId> operations;
    std::vector<CaseId> cases;
    Instant heldUntil{};
    std::vector<RefusedOperation> refusals;
    ChangeSet changes;
    std::optional<Error> unsent{}; ///< everything is saved, but sending or showing it failed; the next release tries again
};

/// What a step of sending did.
struct Sending {
    std::vector<PushAnswer> answers;
    ChangeSet changes;
};

/// Who this desk is, for sealing.
struct SubmitterIdentity {
    DeviceId device;
    std::string letter; ///< of local numbers, "B"
    std::string bootId;
};

/// The way of an own operation from "saved" to confirmed: held, sealed, pushed to the authority, settled, projected. Every
/// step is durable before the next begins and repeats harmlessly, so a kill at any moment loses nothing and does nothing
/// twice: what was held is released at the next start, what was sealed is pushed again and answered as a repeat.
/// Thread: the writer. Owns nothing but the chain.
class Submitter {
public:
    using Locate = std::function<void(CaseRow&)>; ///< fills the areas of a row from its place

    Submitter(OutboxPort& outbox, ProjectionPort& projection, Authority& authority, LogStore& log, RuleLibrary& rules,
              const DeviceKey& key, SubmitterIdentity identity, RandomSource& random, Locate locate);

    /// To be called once after opening: continues the chain, releases what was held, pushes what was sealed, and brings
    /// the projection up to the log.
    [[nodiscard]] Result<Sending> recover(Instant now);

    /// Checks the drafts one after the other on the state this desk sees and saves all or none. Cases marked 特急 are
    /// released at once; the others after `hold`. Errors: Duplicate when a draft bears an id that was saved before; InvalidArgument
    /// when the halves of a pair do not follow each other; Refused when what a draft replaces is not in the tray; those of
    /// the files, and then nothing is saved.
    /// `now` is when it was done by the word of whoever enters it; `receivedAt` is the present, when that is another time.
    [[nodiscard]] Result<Submission> submit(const Actor& actor, std::vector<NewOperation> drafts, Instant now, Milliseconds hold,
                                            std::optional<Instant> receivedAt = {});
    /// The same judgement without saving; every draft by itself when `apart`.
    [[nodiscard]] Result<Submission> judge(const Actor& actor, std::vector<NewOperation> drafts, Instant now, bool apart);
    /// Takes held operations back, with everything of the same cases that was saved after them and the other halves of
    /// pairs; all or none. Errors: Refused when one of them has been sent, or was saved by another account.
    [[nodiscard]] Result<ChangeSet> takeBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant now);
    /// Sends what is due (or all), and what an earlier call could not send: seals, pushes, projects, settles.
    [[nodiscard]] Result<Sending> release(Instant now, bool all);
    /// Refused operations leave the tray without another one in their place; putBack() undoes it. Errors: Refused when one
    /// is not there.
    [[nodiscard]] Result<ChangeSet> withdraw(const std::vector<OperationId>& operations, const std::string& byAccount, const std::string& words, Instant now);
    [[nodiscard]] Result<ChangeSet> putBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant now);
    /// Projects log entries the projection has not seen, at most `pageSize` (1000) at a time; `more` becomes false when
    /// it is done.
    [[nodiscard]] Result<ChangeSet> catchUp(std::size_t pageSize, bool& more);

    // With a distant authority: a SyncEngine carries what is sealed there and brings back what was decided.
    /// What is sealed and not answered, in the order of the chain: at most `most` operations of `mostBytes` in all, pairs whole.
    [[nodiscard]] std::vector<OutboxItem> toPush(std::size_t most, std::size_t mostBytes) const;
    /// Takes the answers for what toPush() gave, in its order; a refused one goes to the tray. Errors: those of the files, and
    /// then the same is pushed again and answered as a repeat.
    [[nodiscard]] Result<ChangeSet> answered(const std::vector<OutboxItem>& items, const std::vector<PushAnswer>& answers, Instant now);
    /// The copy of the platform's log has grown or shrunk and goes up to `seq` of its stream: what it brought of this desk's own leaves
    /// the outbox, and the tables follow. `gone` are cases that went out of sight.
    [[nodiscard]] Result<ChangeSet> copied(std::int64_t seq, const std::vector<CaseId>& gone, Instant now);
    /// The device goes on in a new epoch, because the platform knows envelopes this outbox does not (a restored profile) or
    /// took one for a forgery; what was not answered is sealed in it once more. Errors: those of the files.
    [[nodiscard]] Result<Sending> beginEpoch(std::int64_t atLeast, Instant now);
    /// Something was put into the tray beside this object.
    [[nodiscard]] Result<ChangeSet> rereadTray();
    [[nodiscard]] const ChainHead& chainHead() const noexcept { return m_chain->head(); }

    /// The case as this desk sees it: confirmed history and own waiting operations on top.
    [[nodiscard]] Result<std::optional<Case>> viewOf(const CaseId& id);
    [[nodiscard]] std::vector<OutboxItem> waitingOf(const CaseId& id) const;
    [[nodiscard]] std::size_t waiting() const noexcept;
    [[nodiscard]] std::size_t refused() const noexcept;
    [[nodiscard]] std::optional<Instant> nextRelease() const;
    /// recover() found that the log lacks operations that were confirmed once (an older log.db was put back). For a message.
    [[nodiscard]] bool historyLost() const noexcept { return m_historyLost; }

    /// Seals one operation outside the outbox, for imports that go straight into a log transaction. The caller keeps
    /// chainHead() with keepChain() after its commit, or resetChain() after a rollback.
    [[nodiscard]] Result<SealedEnvelope> sealNow(Operation operation, Instant wall, std::int64_t trunkRev);
    [[nodiscard]] Result<void> keepChain();
    [[nodiscard]] Result<void> resetChain();
    [[nodiscard]] Result<std::shared_ptr<const Rules>> rulesNow(Instant now) { return m_rules.inForce(now); }
    [[nodiscard]] std::string newId(Instant now);

private:
    [[nodiscard]] Result<Submission> prepare(const Actor& actor, std::vector<NewOperation>& drafts, Instant now, bool apart, bool numbers,
                                             std::vector<OutboxItem>& items, std::map<CaseId, std::optional<Case>>& states);
    /// Whether the outside record of an adoption is a case already, in the log or on its way out.
    [[nodiscard]] Result<bool> adoptedBefore(const Value& record, const std::vector<OutboxItem>& ahead);
    [[nodiscard]] Result<void> send(std::vector<OutboxItem> items, Instant now, Sending& result);
    [[nodiscard]] Result<ChangeSet> project(const std::vector<CaseId>& ids);
    [[nodiscard]] Result<void> startChain();
    /// Whether `own` sealed something that neither the log's head `known` covers nor the outbox still holds.
    [[nodiscard]] bool logLacks(const ChainHead& known, const ChainHead& own) const;
    /// Due operations that cannot be sealed (kept by a version that did not look) go to the tray instead of keeping everything
    /// behind them from leaving; they are taken out of `due`.
    [[nodiscard]] Result<void> setAsideUnsealable(std::set<OperationId>& due);
    [[nodiscard]] Result<std::vector<Replacement>> replacementsOf(const std::vector<NewOperation>& drafts) const;
    [[nodiscard]] Result<void> readItems();
    /// Whether the copy of a distant authority's log has this own operation.
    [[nodiscard]] Result<bool> inCopy(const OutboxItem& item) const;
    /// What the copy brought of this desk's own operations leaves the outbox, or lies in its tray; gives the cases concerned.
    [[nodiscard]] Result<std::vector<CaseId>> settleCopied(std::int64_t seq, Instant now);
    void showTray(ChangeSet& changes);

    OutboxPort& m_outbox;
    ProjectionPort& m_projection;
    Authority& m_authority;
    LogStore& m_log;
    RuleLibrary& m_rules;
    const DeviceKey& m_key;
    SubmitterIdentity m_identity;
    RandomSource& m_random;
    Locate m_locate;
    HybridClock m_hlc;
    std::unique_ptr<DeviceChain> m_chain;
    bool m_historyLost = false;
    std::vector<OutboxItem> m_items; ///< what the outbox holds, in order of saving
    bool m_trayStale = true;         ///< the projection does not show the tray as it is
};

} // namespace griddesk
