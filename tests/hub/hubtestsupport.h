// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/localauthority.h"
#include "models/wire/random.h"
#include "models/wire/rulebundle.h"
#include "tests/hub/publishedrules.h"

#include <string>
#include <vector>

namespace griddesk::testing {

/// One authority over the log given, with publishedRules(), and one enrolled device that seals what the
/// tests want pushed. Time begins on a Monday at 09:00 of the calendar and stands still unless told to go on.
class Hub {
public:
    explicit Hub(LogStore& store) : log(store), library(store), authority(store, library, "990101001"), key(makeKey(1)), m_chain(headOf("desk-1"), key)
    {
        const auto bundle = valueOf(makeBundle(writeRules(publishedRules())));
        rules = valueOf(inLogTransaction(log, [&] { return library.publish(bundle.bytes, Instant{}); }));
        valueOf(inLogTransaction(log, [&] { return authority.enrol(DeviceId::literal("desk-1"), key.publicKey()); }));
    }

    [[nodiscard]] static DeviceKey makeKey(std::uint64_t seed)
    {
        SeededRandom random(seed);
        return DeviceKey::generate(random);
    }
    [[nodiscard]] static ChainHead headOf(const char* device) { return {.device = DeviceId::literal(device), .stream = "990101001", .lastHash = {}}; }

    [[nodiscard]] Operation operation(const char* post, OperationKind kind, Value value = {}, const char* caseId = "case-1")
    {
        return {.id = OperationId::literal("o-" + std::to_string(++m_ids)),
                .caseId = CaseId::literal(caseId),
                .kind = kind,
                .actor = {AccountId::literal(std::string("u-") + post), PostId::literal(post)},
                .rules = rules->hash,
                .payload = std::move(value),
                .pairId = {}};
    }
    [[nodiscard]] Operation report(const char* caseId = "case-1")
    {
        return operation("op", OperationKind::Report,
                         payload({{"source", "hotline12345"}, {"text", "路口有成堆垃圾没人清"}, {"address", "枫津路12号"}, {"place", placeAt(1205500000, 313000000)}}),
                         caseId);
    }
    [[nodiscard]] Operation accept(const char* caseId = "case-1")
    {
        return operation("op", OperationKind::Accept,
                         payload({{"category", "waste"}, {"area", "E1a"}, {"urgency", "ordinary"}, {"demandType", "complaint"}}), caseId);
    }
    [[nodiscard]] Operation file(const char* caseId = "case-1")
    {
        return operation("op", OperationKind::File, payload({{"standard", "s-waste"}}), caseId);
    }
    [[nodiscard]] Operation comment(const char* words, const char* caseId = "case-1")
    {
        return operation("op", OperationKind::Comment, payload({{"words", words}}), caseId);
    }

    /// Bytes of the next envelope of the device's chain.
    [[nodiscard]] std::string seal(Operation op, std::int64_t trunkRev = 0)
    {
        return valueOf(m_chain.seal(std::move(op), SealContext{.trunkRev = trunkRev, .hlc = {1'700'000'000'000, 0}, .wall = wall, .bootId = "boot-1", .estOffset = offset})).bytes;
    }
    [[nodiscard]] DeviceChain& chain() { return m_chain; }

    std::vector<PushAnswer> push(const std::vector<std::string>& envelopes) { return valueOf(authority.push(envelopes, now)); }
    PushAnswer pushOne(Operation op, std::int64_t trunkRev = 0) { return push({seal(std::move(op), trunkRev)}).front(); }
    [[nodiscard]] std::optional<Case> state(const char* caseId = "case-1") { return valueOf(authority.caseState(CaseId::literal(caseId))); }
    [[nodiscard]] std::vector<LogEntry> history(const char* caseId = "case-1") { return valueOf(log.caseHistory(CaseId::literal(caseId))); }

    LogStore& log;
    RuleLibrary library;
    LocalAuthority authority;
    DeviceKey key;
    std::shared_ptr<const Rules> rules;
    Instant now = *parseInstant("2026-03-02T01:00:00Z");
    Instant wall = now;
    std::int64_t offset = 0;

private:
    DeviceChain m_chain;
    int m_ids = 0;
};

} // namespace griddesk::testing
