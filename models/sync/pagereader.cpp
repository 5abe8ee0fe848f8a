// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagereader.h"

#include "models/hub/casefold.h"
#include "models/wire/envelope.h"

#include <set>

namespace griddesk {

namespace {

constexpr std::size_t mostLines = 100'000;

Result<LogEntry> entryOf(const PulledLine& line, const std::string& stream)
{
    auto sealed = readEnvelope(line.envelope);
    if (!sealed)
        return std::unexpected(sealed.error());
    if (sealed->envelope.stream != stream)
        return fail(ErrorCode::Inconsistent, "an operation of another stream", sealed->envelope.stream);
    auto outcome = parseOutcome(line.outcome);
    if (!outcome)
        return std::unexpected(outcome.error());
    return LogEntry{.seq = 0,
                    .caseId = sealed->envelope.op.caseId,
                    .operationId = sealed->envelope.op.id,
                    .caseRev = line.caseRev,
                    .envelope = line.envelope,
                    .outcome = *outcome,
                    .reason = line.reason,
                    .effective = line.effective,
                    .receivedAt = line.receivedAt,
                    .doubtMs = line.doubtMs,
                    .number = line.number,
                    .hash = sealed->hash.hex(),
                    .streamSeq = line.seq};
}

/// What the case adds to the digests of the scopes that see it, by its history in the copy.
Result<CaseShare> shareOf(const CaseId& id, LogStore& log, RuleLibrary& rules)
{
    CaseShare share{.caseId = id, .scopes = {}};
    auto history = log.caseHistory(id);
    if (!history)
        return std::unexpected(history.error());
    std::string lastRules;
    for (const auto& entry : *history) {
        share.digest ^= digestOf(entry.streamSeq, entry.hash, nameOf(entry.outcome));
        ++share.entries;
        if (!isApplied(entry.outcome))
            continue;
        auto sealed = readEnvelope(entry.envelope);
        if (!sealed)
            return std::unexpected(sealed.error());
        lastRules = sealed->envelope.op.rules;
    }
    auto folded = foldCase(*history, rules);
    if (!folded)
        return std::unexpected(folded.error());
    if (*folded) {
        auto opened = rules.rules(lastRules);
        if (!opened)
            return std::unexpected(opened.error());
        share.scopes = scopesOf(**folded, **opened);
    }
    return share;
}

} // namespace

Result<PulledPage> readPage(std::string_view body)
{
    if (body.size() > mostPullBytes)
        return fail(ErrorCode::LimitExceeded, "a page has at most " + std::to_string(mostPullBytes) + " bytes");
    auto lines = splitLines(body, mostLines, maximumEnvelopeBytes + 16 * 1024);
    if (!lines)
        return std::unexpected(lines.error());
    PulledPage page;
    page.lines.reserve(lines->size());
    for (std::size_t i = 0; i < lines->size(); ++i) {
        auto line = readPulledLine((*lines)[i]);
        if (!line) {
            line.error().context = "line " + std::to_string(i + 1) + " " + line.error().context;
            return std::unexpected(line.error());
        }
        const bool last = i + 1 == lines->size();
        if ((line->kind == PulledLine::Kind::Checkpoint) != last)
            return fail(ErrorCode::Syntax, "a page ends with its one checkpoint", "line " + std::to_string(i + 1));
        if (last)
            page.checkpoint = *std::move(line);
        else
            page.lines.push_back(*std::move(line));
    }
    if (lines->empty())
        return fail(ErrorCode::Syntax, "a page without a checkpoint");
    return page;
}

Result<AppliedPage> applyPage(const PulledPage& page, ReplicaPort& replica, LogStore& log, RuleLibrary& rules, Instant now)
{
    return inLogTransaction(log, [&]() -> Result<AppliedPage> {
        auto state = replica.state();
        if (!state)
            return std::unexpected(state.error());
        if (!*state)
            return fail(ErrorCode::Inconsistent, "the desk is not enrolled");
        AppliedPage applied;
        std::set<CaseId> touched, changed;
        if (page.checkpoint.reset)
            if (auto gone = replica.forgetAll(); !gone)
                return std::unexpected(gone.error());
        for (const auto& line : page.lines) {
            if (line.kind != PulledLine::Kind::Entry) {
                if (auto gone = replica.forgetCase(*line.caseId); !gone)
                    return std::unexpected(gone.error());
                touched.insert(*line.caseId);
                if (line.kind == PulledLine::Kind::Leave)
                    changed.erase(*line.caseId);
                continue;
            }
            auto entry = entryOf(line, (*state)->stream);
            if (!entry)
                return std::unexpected(entry.error());
            if (auto taken = replica.take(*entry); !taken)
                return std::unexpected(taken.error());
            ++applied.entries;
            touched.insert(entry->caseId);
            changed.insert(entry->caseId);
        }
        for (const auto& id : changed) {
            auto share = shareOf(id, log, rules);
            if (!share)
                return std::unexpected(share.error());
            if (auto put = replica.putShare(*share); !put)
                return std::unexpected(put.error());
        }
        auto cursor = Cursor::parse(page.checkpoint.cursor);
        if (!cursor)
            return std::unexpected(cursor.error());
        ReplicaState next = **state;
        next.cursor = page.checkpoint.cursor;
        next.epoch = page.checkpoint.epoch;
        next.seq = cursor->seq;
        for (const auto& told : page.checkpoint.digests) {
            auto own = replica.digestOf(told.scope);
            if (!own)
                return std::unexpected(own.error());
            applied.differs = applied.differs || *own != told;
        }
        applied.proven = !page.checkpoint.digests.empty() && !applied.differs;
        if (applied.proven)
            next.proven = now;
        if (auto kept = replica.setState(next); !kept)
            return std::unexpected(kept.error());
        if (applied.differs) // what is here is not what the platform has: everything anew with the next page
            if (auto gone = replica.forgetAll(); !gone)
                return std::unexpected(gone.error());
        applied.touched.assign(touched.begin(), touched.end());
        applied.upTo = applied.differs ? 0 : cursor->seq;
        return applied;
    });
}

} // namespace griddesk
