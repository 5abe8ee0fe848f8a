// SPDX-License-Identifier: GPL-3.0-or-later
#include "localauthority.h"

#include "casefold.h"
#include "models/core/numbers.h"
#include "models/core/operationtable.h"
#include "models/wire/chainverifier.h"
#include "models/wire/envelope.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::size_t cachedCases = 512;

Outcome outcomeOf(const Refusal& refusal, OperationClass cls, Stage stage)
{
    switch (refusal.rule) {
    case RefusalRule::PostNotHeld:
    case RefusalRule::RoleMissing: return Outcome::Unauthorised;
    case RefusalRule::Superseded: return Outcome::Superseded;
    case RefusalRule::FieldMissing:
    case RefusalRule::FieldUnknown:
    case RefusalRule::FieldType:
    case RefusalRule::FieldTooLong:
    case RefusalRule::FieldChoice: return Outcome::Conflict;
    default: break;
    }
    // A nudge that comes after closing has been overtaken; nobody has to look at it.
    if (cls == OperationClass::Nudge && !isOpen(stage))
        return Outcome::Superseded;
    return Outcome::Conflict;
}

} // namespace

Refusal refusedAsKnown(const Value& record)
{
    return {.rule = RefusalRule::OnceOnly,
            .missing = {},
            .whoCan = {},
            .detail = std::string(record.textOr("platform")) + " " + std::string(record.textOr("outsideNumber")) + " is a case already"};
}

/// Bytes as they came, and what could be read of them.
struct LocalAuthority::Received {
    std::string bytes;
    Result<SealedEnvelope> sealed;
};

/// An operation that was read and judged, not yet logged.
struct LocalAuthority::Judged {
    std::optional<SealedEnvelope> sealed; ///< absent when the bytes could not be read
    std::string bytes;
    PushAnswer answer;
    std::optional<Case> after;   ///< the case's state when applied
    std::int64_t caseRev = 0;
    Instant receivedAt{};
    std::int64_t doubtMs = 0;
    std::optional<DeviceRecord> device;
    bool settled = false;        ///< repeated, quarantined or waiting: nothing to log
    bool again = false;          ///< PushOrigin::repeatsAsNew
    std::shared_ptr<const Rules> rules;
};

/// An operation that was fine by itself falls with the other half of its pair.
void LocalAuthority::refuseHalf(Judged& judged)
{
    if (judged.settled || !isApplied(judged.answer.outcome))
        return;
    judged.answer.outcome = Outcome::Conflict;
    judged.answer.reason = "pairRefused";
    judged.after.reset();
    --judged.caseRev;
}

LocalAuthority::LocalAuthority(LogStore& log, RuleLibrary& rules, std::string stream)
    : m_log(log), m_rules(rules), m_stream(std::move(stream))
{
}

Result<void> LocalAuthority::enrol(const DeviceId& device, const PublicKey& key)
{
    auto known = m_log.device(device);
    if (!known)
        return std::unexpected(known.error());
    if (*known) {
        if ((*known)->publicKey == key)
            return {};
        return fail(ErrorCode::Inconsistent, "the device is known with another key", device.text());
    }
    return m_log.putDevice(DeviceRecord{key, ChainHead{.device = device, .stream = m_stream, .lastHash = {}}});
}

void LocalAuthority::forget() { m_cases.clear(); }

Result<const std::optional<Case>*> LocalAuthority::cached(const CaseId& id)
{
    if (const auto found = m_cases.find(id); found != m_cases.end())
        return &found->second;
    auto history = m_log.caseHistory(id);
    if (!history)
        return std::unexpected(history.error());
    auto folded = foldCase(*history, m_rules);
    if (!folded)
        return std::unexpected(folded.error());
    if (m_cases.size() >= cachedCases)
        m_cases.clear();
    return &m_cases.emplace(id, *std::move(folded)).first->second;
}

Result<std::optional<Case>> LocalAuthority::caseState(const CaseId& id)
{
    auto state = cached(id);
    if (!state)
        return std::unexpected(state.error());
    return **state;
}

Result<LocalAuthority::Judged> LocalAuthority::judgeOperation(Received received, Instant receivedAt)
{
    const std::string& bytes = received.bytes;
    Judged judged;
    judged.bytes = bytes;
    const auto quarantine = [&](Outcome outcome, std::string reason) -> Result<Judged> {
        judged.answer.outcome = outcome;
        judged.answer.reason = std::move(reason);
        judged.settled = true;
        if (auto kept = m_log.quarantine(bytes, outcome, judged.answer.reason, receivedAt); !kept)
            return std::unexpected(kept.error());
        return std::move(judged);
    };

    if (!received.sealed)
        return quarantine(Outcome::Invalid, received.sealed.error().detail);
    judged.sealed = *std::move(received.sealed);
    const Envelope& envelope = judged.sealed->envelope;
    const Operation& operation = envelope.op;
    judged.answer.operation = operation.id;
    judged.answer.caseId = operation.caseId;
    if (m_origin != nullptr && envelope.device != m_origin->device)
        return quarantine(Outcome::Tampered, "foreignDevice");

    auto device = m_log.device(envelope.device);
    if (!device)
        return std::unexpected(device.error());
    if (!*device)
        return quarantine(Outcome::Tampered, "unknownDevice");
    judged.device = *std::move(*device);
    auto sent = m_log.sentHash(envelope.device, envelope.devEpoch, envelope.devSeq);
    if (!sent)
        return std::unexpected(sent.error());
    const auto verdict = judge(judged.device->head, *judged.sealed, judged.device->publicKey, *sent);
    auto known = m_log.findOperation(operation.id);
    if (!known)
        return std::unexpected(known.error());
    judged.again = m_origin != nullptr && m_origin->repeatsAsNew && verdict == ChainVerdict::Duplicate;
    if (verdict == ChainVerdict::Duplicate && *known && !judged.again) {
        const LogEntry& first = **known;
        judged.answer.outcome = first.outcome;
        judged.answer.reason = first.reason;
        judged.answer.seq = first.seq;
        judged.answer.caseRev = first.caseRev;
        judged.answer.effective = first.effective;
        judged.answer.number = first.number;
        judged.answer.repeated = judged.settled = true;
        return judged;
    }
    if (verdict == ChainVerdict::Gap) {
        judged.answer.outcome = Outcome::Held;
        judged.answer.reason = nameOf(verdict);
        judged.settled = true;
        return judged;
    }
    if (verdict != ChainVerdict::Next && !judged.again)
        return quarantine(Outcome::Tampered, nameOf(verdict));
    if (*known && !judged.again)
        return quarantine(Outcome::Tampered, "operationIdReused");
    if (envelope.stream != m_stream)
        return quarantine(Outcome::Invalid, "foreignStream");

    auto rules = m_rules.rules(operation.rules);
    if (!rules && rules.error().code != ErrorCode::UnknownReference)
        return std::unexpected(rules.error());
    auto state = cached(operation.caseId);
    if (!state)
        return std::unexpected(state.error());
    const std::optional<Case>& before = **state;
    judged.caseRev = before ? before->operations : 0;

    // Effective time: the device's word, not after receipt, not before what happened to the case already.
    Instant effective = std::min(receivedAt, envelope.wall + Milliseconds{envelope.estOffset});
    if (before)
        effective = std::max(effective, before->changedAt);
    judged.answer.effective = effective;
    judged.receivedAt = receivedAt;
    judged.doubtMs = std::abs((receivedAt - (envelope.wall + Milliseconds{envelope.estOffset})).count());

    if (m_origin != nullptr && operation.actor.account != m_origin->account) {
        judged.answer.outcome = Outcome::Unauthorised;
        judged.answer.reason = "foreignAccount";
        return judged;
    }
    if (!rules) {
        judged.answer.outcome = Outcome::Held;
        judged.answer.reason = "unknownRules";
        return judged;
    }
    judged.rules = *rules;
    auto after = apply(before, operation, **rules, effective);
    if (after && operation.kind == OperationKind::Adopt) { // one record of a source is one case, whoever brings it in
        auto outside = m_log.findOutside(operation.payload.textOr("platform"), operation.payload.textOr("outsideNumber"));
        if (!outside)
            return std::unexpected(outside.error());
        if (*outside)
            after = std::unexpected(refusedAsKnown(operation.payload));
    }
    if (!after) {
        judged.answer.outcome = outcomeOf(after.error(), specOf(operation.kind).cls, before ? before->stage : Stage::Reported);
        judged.answer.reason = nameOf(after.error().rule);
        judged.answer.refusal = after.error();
        return judged;
    }
    judged.after = *std::move(after);
    judged.answer.outcome = envelope.trunkRev == judged.caseRev ? Outcome::Applied : Outcome::AppliedRebased;
    ++judged.caseRev;
    return judged;
}

Result<PushAnswer> LocalAuthority::keep(Judged judged)
{
    if (judged.settled)
        return judged.answer;
    const Envelope& envelope = judged.sealed->envelope;
    auto head = m_log.head();
    if (!head)
        return std::unexpected(head.error());
    if (judged.after && needsNumber(*judged.after)) {
        const auto calendar = judged.rules->calendars.find(judged.rules->calendar);
        const LocalDate date = calendar == judged.rules->calendars.end()
            ? LocalDate{std::chrono::floor<std::chrono::days>(judged.answer.effective).time_since_epoch()}
            : calendar->second->calendar().localDate(judged.answer.effective);
        const int year = static_cast<int>(std::chrono::year_month_day{date}.year());
        auto sequence = m_log.nextNumber(year);
        if (!sequence)
            return std::unexpected(sequence.error());
        auto number = formatNumber(Number{Numbered::Case, AuthorityNumber{year, m_stream, *sequence}});
        if (!number)
            return std::unexpected(number.error());
        judged.answer.number = judged.after->number = *std::move(number);
    }
    judged.answer.seq = *head + 1;
    judged.answer.caseRev = judged.caseRev;
    LogEntry entry{.seq = judged.answer.seq,
                   .caseId = envelope.op.caseId,
                   .operationId = envelope.op.id,
                   .caseRev = judged.caseRev,
                   .envelope = judged.bytes,
                   .outcome = judged.answer.outcome,
                   .reason = judged.answer.reason,
                   .effective = judged.answer.effective,
                   .receivedAt = judged.receivedAt,
                   .doubtMs = judged.doubtMs,
                   .number = judged.answer.number,
                   .hash = judged.sealed->hash.hex()};
    if (judged.again)
        entry.operationId = OperationId::literal("again-" + std::to_string(entry.seq));
    if (auto appended = m_log.append(entry); !appended)
        return std::unexpected(appended.error());
    if (m_observer != nullptr)
        if (auto told = m_observer->logged(entry, judged.after ? &*judged.after : nullptr, judged.after ? judged.rules.get() : nullptr); !told)
            return std::unexpected(told.error());
    if (!judged.again) {
        advance(judged.device->head, *judged.sealed);
        if (auto stored = m_log.putDevice(*judged.device); !stored)
            return std::unexpected(stored.error());
        if (auto stored = m_log.putSentHash(envelope.device, envelope.devEpoch, envelope.devSeq, judged.sealed->hash); !stored)
            return std::unexpected(stored.error());
    }
    if (const Operation& op = envelope.op; judged.after && op.kind == OperationKind::Adopt)
        if (auto stored = m_log.putOutside(op.payload.textOr("platform"), op.payload.textOr("outsideNumber"),
                                           OutsideRecord{op.caseId, std::string(op.payload.textOr("recordHash"))});
            !stored)
            return std::unexpected(stored.error());
    if (judged.after)
        m_cases.insert_or_assign(envelope.op.caseId, *std::move(judged.after));
    return judged.answer;
}

Result<PushAnswer> LocalAuthority::take(Received received, Instant receivedAt)
{
    auto judged = judgeOperation(std::move(received), receivedAt);
    if (!judged)
        return std::unexpected(judged.error());
    if (!judged->settled && !judged->sealed->envelope.op.pairId.empty())
        refuseHalf(*judged); // its other half is not there
    return keep(*std::move(judged));
}

Result<std::vector<PushAnswer>> LocalAuthority::takePair(Received first, Received second, Instant receivedAt)
{
    auto one = judgeOperation(std::move(first), receivedAt);
    if (!one)
        return std::unexpected(one.error());
    if (one->settled) {
        auto other = take(std::move(second), receivedAt);
        if (!other)
            return std::unexpected(other.error());
        return std::vector{one->answer, *other};
    }
    // The second stands behind the first in the device's chain, so it is judged as if the first were logged already.
    const DeviceRecord before = *one->device;
    DeviceRecord between = before;
    if (!one->again)
        advance(between.head, *one->sealed);
    if (auto put = m_log.putDevice(between); !put)
        return std::unexpected(put.error());
    auto two = judgeOperation(std::move(second), receivedAt);
    if (!two)
        return std::unexpected(two.error());
    if (auto put = m_log.putDevice(before); !put)
        return std::unexpected(put.error());
    const bool both = !two->settled && isApplied(one->answer.outcome) && isApplied(two->answer.outcome);
    if (!both) {
        refuseHalf(*one);
        refuseHalf(*two);
    }
    auto keptOne = keep(*std::move(one));
    if (!keptOne)
        return std::unexpected(keptOne.error());
    auto keptTwo = keep(*std::move(two));
    if (!keptTwo)
        return std::unexpected(keptTwo.error());
    return std::vector{*keptOne, *keptTwo};
}

Result<std::vector<PushAnswer>> LocalAuthority::pushWithin(std::span<const std::string> envelopes, Instant receivedAt, const PushOrigin* origin)
{
    struct Origin { // of this push only
        const PushOrigin*& place;
        ~Origin() { place = nullptr; }
    } const ofThisPush{m_origin};
    m_origin = origin;
    std::vector<PushAnswer> answers;
    answers.reserve(envelopes.size());
    std::optional<Received> ahead; ///< read already, to see whether it belongs to a pair
    const auto receive = [&](std::size_t i) {
        return ahead ? *std::exchange(ahead, std::nullopt) : Received{envelopes[i], readEnvelope(envelopes[i])};
    };
    for (std::size_t i = 0; i < envelopes.size(); ++i) {
        Received received = receive(i);
        const std::string pair = received.sealed ? received.sealed->envelope.op.pairId : std::string{};
        if (!pair.empty() && i + 1 < envelopes.size()) {
            Received next = receive(i + 1);
            if (next.sealed && next.sealed->envelope.op.pairId == pair) {
                auto both = takePair(std::move(received), std::move(next), receivedAt);
                if (!both)
                    return std::unexpected(both.error());
                std::ranges::move(*both, std::back_inserter(answers));
                ++i;
                continue;
            }
            ahead = std::move(next);
        }
        auto answer = take(std::move(received), receivedAt);
        if (!answer)
            return std::unexpected(answer.error());
        answers.push_back(*std::move(answer));
    }
    return answers;
}

Result<PushAnswer> LocalAuthority::pushOwn(SealedEnvelope sealed, Instant receivedAt)
{
    std::string bytes = sealed.bytes;
    return take(Received{std::move(bytes), std::move(sealed)}, receivedAt);
}

Result<std::vector<PushAnswer>> LocalAuthority::push(std::span<const std::string> envelopes, Instant receivedAt)
{
    auto answers = inLogTransaction(m_log, [&] { return pushWithin(envelopes, receivedAt); });
    if (!answers)
        forget();
    return answers;
}

} // namespace griddesk
