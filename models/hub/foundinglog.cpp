// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundinglog.h"

#include "casefold.h"
#include "models/core/numbers.h"
#include "models/wire/hash.h"

namespace griddesk {

FoundingLog::FoundingLog(HubStore& store, RuleLibrary& library, LogObserver& observer, FoundingContext context)
    : m_store(store), m_library(library), m_observer(observer), m_context(std::move(context))
{
}

Result<void> FoundingLog::take(std::string_view bytes)
{
    ++m_lines;
    auto line = readFoundingLine(bytes);
    auto taken = !line                                       ? Result<void>(std::unexpected(line.error()))
        : line->kind == FoundingLine::Kind::Bundle   ? takeBundle(*line)
        : line->kind == FoundingLine::Kind::Document ? takeDocument(*line)
        : line->kind == FoundingLine::Kind::Device   ? takeDevice(*line)
                                                     : takeEntry(*line);
    if (!taken)
        taken.error().context = "line " + std::to_string(m_lines);
    return taken;
}

Result<void> FoundingLog::takeBundle(const FoundingLine& line)
{
    if (sha256(line.bytes).hex() != line.hash)
        return fail(ErrorCode::HashMismatch, "a rule bundle is not what its hash says");
    auto published = publishBundle(m_store, m_library, m_context.platform, m_context.stream, line.bytes, line.validFrom, m_context.account);
    if (!published)
        return std::unexpected(published.error());
    ++m_bundles;
    m_named.insert(published->line.documents.begin(), published->line.documents.end());
    return {};
}

Result<void> FoundingLog::takeDocument(const FoundingLine& line)
{
    if (sha256(line.bytes).hex() != line.hash)
        return fail(ErrorCode::HashMismatch, "a document is not what its hash says");
    m_documents.insert(line.hash);
    return m_store.putDocument(line.hash, line.bytes);
}

Result<void> FoundingLog::takeDevice(const FoundingLine& line)
{
    if (*line.device == m_context.device && line.publicKey != m_context.key)
        return fail(ErrorCode::Inconsistent, "the device uploads its log with another key than it was enrolled with");
    if (*line.device != m_context.device) {
        auto enrolled = m_store.enrolled(*line.device);
        if (!enrolled)
            return std::unexpected(enrolled.error());
        if (*enrolled && (*enrolled)->publicKey != line.publicKey)
            return fail(ErrorCode::Inconsistent, "a device is enrolled with another key");
    }
    if (!m_devices.try_emplace(*line.device, line.publicKey, ChainVerifier(*line.device, m_context.stream, line.publicKey)).second)
        return fail(ErrorCode::Duplicate, "a device is told twice");
    return {};
}

Result<LogEntry> FoundingLog::read(const FoundingLine& line, SealedEnvelope& sealed)
{
    auto envelope = readEnvelope(line.envelope);
    if (!envelope)
        return std::unexpected(envelope.error());
    sealed = *std::move(envelope);
    const auto outcome = parseOutcome(line.outcome);
    if (!outcome || !isLogged(*outcome))
        return fail(ErrorCode::OutOfRange, "not an outcome that is logged");
    const auto device = m_devices.find(sealed.envelope.device);
    if (device == m_devices.end())
        return fail(ErrorCode::UnknownReference, "an entry of a device that was not told");
    const auto verdict = device->second.second.take(sealed);
    if (verdict == ChainVerdict::BadSignature)
        return fail(ErrorCode::SignatureInvalid, "an entry is not signed by its device");
    if (verdict != ChainVerdict::Next)
        return fail(ErrorCode::ChainBroken, std::string("an entry does not continue its device's chain: ") + nameOf(verdict));
    return LogEntry{.seq = line.seq,
                    .caseId = sealed.envelope.op.caseId,
                    .operationId = sealed.envelope.op.id,
                    .caseRev = line.caseRev,
                    .envelope = line.envelope,
                    .outcome = *outcome,
                    .reason = line.reason,
                    .effective = line.effective,
                    .receivedAt = line.receivedAt,
                    .doubtMs = line.doubtMs,
                    .number = line.number,
                    .hash = sealed.hash.hex()};
}

Result<void> FoundingLog::takeEntry(const FoundingLine& line)
{
    SealedEnvelope sealed{.envelope = {.op = {.id = OperationId::literal("-"), .caseId = CaseId::literal("-"),
                                              .actor = {AccountId::literal("-"), PostId::literal("-")}, .rules = {}, .payload = {}, .pairId = {}},
                                       .device = m_context.device, .stream = {}},
                          .bytes = {}, .hash = {}};
    auto entry = read(line, sealed);
    if (!entry)
        return std::unexpected(entry.error());
    if (auto appended = m_store.append(*entry); !appended)
        return appended;
    const Envelope& envelope = sealed.envelope;
    if (auto kept = m_store.putSentHash(envelope.device, envelope.devEpoch, envelope.devSeq, sealed.hash); !kept)
        return kept;
    if (isApplied(entry->outcome))
        return applyEntry(*entry, envelope.op);
    const auto& state = m_cases[entry->caseId];
    if (!entry->number.empty() || entry->caseRev != (state ? state->operations : 0))
        return fail(ErrorCode::Inconsistent, "a refused entry changed its case");
    return m_observer.logged(*entry, nullptr, nullptr);
}

Result<void> FoundingLog::applyEntry(const LogEntry& entry, const Operation& operation)
{
    auto& state = m_cases[entry.caseId];
    if (state && entry.effective < state->changedAt)
        return fail(ErrorCode::Inconsistent, "an entry takes effect before the one before it");
    auto rules = m_library.rules(operation.rules);
    if (!rules)
        return std::unexpected(rules.error());
    auto after = foldEntry(state, entry, m_library);
    if (!after)
        return std::unexpected(after.error());
    if (entry.caseRev != after->operations)
        return fail(ErrorCode::Inconsistent, "an entry has another revision than its case");
    if (auto numbered = takeNumber(*after, entry.number); !numbered)
        return numbered;
    if (operation.kind == OperationKind::Adopt)
        if (auto known = takeOutside(operation); !known)
            return known;
    state = *std::move(after);
    return m_observer.logged(entry, &*state, rules->get());
}

Result<void> FoundingLog::takeNumber(const Case& after, const std::string& number)
{
    if (number.empty())
        return needsNumber(after) ? fail(ErrorCode::Inconsistent, "a case lacks its number") : Result<void>{};
    const auto read = parseNumber(number);
    const auto* given = read && read->what == Numbered::Case ? std::get_if<AuthorityNumber>(&read->number) : nullptr;
    if (given == nullptr || given->stream != m_context.stream)
        return fail(ErrorCode::Inconsistent, "not a case number of this stream");
    // The authority counts without gaps, so the counter here goes along.
    auto& last = m_numbers[given->year];
    auto next = m_store.nextNumber(given->year);
    if (!next)
        return std::unexpected(next.error());
    if (given->sequence != last + 1 || *next != given->sequence)
        return fail(ErrorCode::Inconsistent, "the case numbers of a year do not follow each other");
    last = given->sequence;
    return {};
}

Result<void> FoundingLog::takeOutside(const Operation& operation)
{
    const auto platform = operation.payload.textOr("platform"), number = operation.payload.textOr("outsideNumber");
    auto known = m_store.findOutside(platform, number);
    if (!known)
        return std::unexpected(known.error());
    if (*known)
        return fail(ErrorCode::Inconsistent, "two cases were made of one outside record");
    return m_store.putOutside(platform, number, OutsideRecord{operation.caseId, std::string(operation.payload.textOr("recordHash"))});
}

Result<void> FoundingLog::finish()
{
    if (m_bundles == 0)
        return fail(ErrorCode::Inconsistent, "a log without rules");
    for (const auto& hash : m_documents)
        if (!m_named.contains(hash))
            return fail(ErrorCode::Inconsistent, "no rule bundle names the document", hash);
    for (const auto& hash : m_named)
        if (!m_documents.contains(hash))
            return fail(ErrorCode::UnknownReference, "a document that the rules name is missing", hash);
    for (const auto& [id, device] : m_devices)
        if (auto kept = m_store.putDevice(DeviceRecord{device.first, device.second.head()}); !kept)
            return kept;
    return {};
}

} // namespace griddesk
