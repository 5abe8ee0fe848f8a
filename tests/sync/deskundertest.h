// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "faultyports.h"

#include "models/core/summarise.h"
#include "models/hub/casefold.h"
#include "models/sync/submitter.h"
#include "models/wire/chainverifier.h"
#include "tests/hub/hubtestsupport.h"

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace griddesk::testing {

using std::chrono::seconds;

/// A desk whose process can be thrown away at any call of its ports, while what the ports keep stays; beside it another
/// device that writes to the same authority. Time goes on only when told to.
class DeskUnderTest {
public:
    DeskUnderTest() : log(faults), outbox(faults), projection(faults), m_key(Hub::makeKey(1)), m_otherKey(Hub::makeKey(2)), m_random(7)
    {
        RuleLibrary library(log);
        const auto& bundle = bundleOnce();
        rules = valueOf(inLogTransaction(log, [&] { return library.publish(bundle.bytes, Instant{}); }));
        LocalAuthority authority(log, library, rules->stream);
        for (const auto& [device, key] : {std::pair{"desk-1", &m_key}, {"desk-2", &m_otherKey}})
            valueOf(inLogTransaction(log, [&] { return authority.enrol(DeviceId::literal(device), key->publicKey()); }));
        m_otherChain = std::make_unique<DeviceChain>(Hub::headOf("desk-2"), m_otherKey);
        start();
    }

    /// Ends the process, if there is one, and starts another that recovers.
    void start()
    {
        faults.arm(Faults::How::Never, 0);
        log.afterCrash();
        m_submitter.reset();
        m_authority.reset();
        m_library = std::make_unique<RuleLibrary>(log);
        m_authority = std::make_unique<LocalAuthority>(log, *m_library, rules->stream);
        m_submitter = std::make_unique<Submitter>(outbox, projection, *m_authority, log, *m_library, m_key,
                                                  SubmitterIdentity{DeviceId::literal("desk-1"), "B", "boot-" + std::to_string(++m_boots)}, m_random, Submitter::Locate{});
        valueOf(m_submitter->recover(now));
    }
    [[nodiscard]] Submitter& submitter() { return *m_submitter; }

    [[nodiscard]] static Actor actor(const char* post) { return {AccountId::literal(std::string("u-") + post), PostId::literal(post)}; }
    [[nodiscard]] static OperationId idOf(const std::string& name) { return OperationId::literal("o-" + name); }
    [[nodiscard]] static NewOperation draft(const std::string& name, OperationKind kind, Value value, std::optional<CaseId> id = {}, std::string pair = {})
    {
        return {.caseId = std::move(id), .kind = kind, .payload = std::move(value), .pairId = std::move(pair), .id = idOf(name)};
    }
    [[nodiscard]] static NewOperation report(const std::string& name, const char* urgency = "ordinary")
    {
        return draft(name, OperationKind::Report,
                     payload({{"source", "hotline12345"}, {"text", "路口有成堆垃圾"}, {"address", "枫津路12号"}, {"place", placeAt(1205500000, 313000000)}, {"urgency", urgency}}));
    }
    [[nodiscard]] static NewOperation accept(const std::string& name, std::optional<CaseId> id = {})
    {
        return draft(name, OperationKind::Accept, payload({{"category", "waste"}, {"area", "E1a"}, {"urgency", "ordinary"}, {"demandType", "complaint"}}), std::move(id));
    }
    [[nodiscard]] static NewOperation file(const std::string& name, std::optional<CaseId> id = {})
    {
        return draft(name, OperationKind::File, payload({{"standard", "s-waste"}}), std::move(id));
    }
    [[nodiscard]] static NewOperation comment(const std::string& name, std::optional<CaseId> id = {})
    {
        return draft(name, OperationKind::Comment, payload({{"words", name}}), std::move(id));
    }

    /// The other device does something to a case at once; repeats harmlessly under the same name.
    PushAnswer elsewhere(const std::string& name, OperationKind kind, Value value, const CaseId& id, const char* post = "op2")
    {
        if (!m_otherSent.contains(name)) {
            Operation op{.id = idOf(name), .caseId = id, .kind = kind, .actor = actor(post), .rules = rules->hash, .payload = std::move(value), .pairId = {}};
            m_otherSent[name] = valueOf(m_otherChain->seal(std::move(op), SealContext{.hlc = {1, 0}, .wall = now, .bootId = "b"})).bytes;
        }
        return valueOf(m_authority->push(std::vector{m_otherSent[name]}, now)).front();
    }

    /// Sends everything and shows everything.
    void finish()
    {
        valueOf(m_submitter->release(now, true));
        for (bool more = true; more;)
            valueOf(m_submitter->catchUp(1000, more));
    }
    /// What must hold whenever nothing is on its way: every failure in words.
    [[nodiscard]] std::vector<std::string> problems()
    {
        std::vector<std::string> found;
        const auto entries = valueOf(log.entriesAfter(0, 100'000));
        std::set<OperationId> logged;
        std::map<CaseId, std::vector<LogEntry>> histories;
        std::map<DeviceId, ChainVerifier> chains;
        for (const auto& entry : entries) {
            if (!logged.insert(entry.operationId).second)
                found.push_back(entry.operationId.text() + " is in the log twice");
            histories[entry.caseId].push_back(entry);
            const auto sealed = valueOf(readEnvelope(entry.envelope));
            auto chain = chains.try_emplace(sealed.envelope.device, sealed.envelope.device, rules->stream, valueOf(log.device(sealed.envelope.device))->publicKey).first;
            if (chain->second.take(sealed) != ChainVerdict::Next)
                found.push_back(entry.operationId.text() + " does not continue its device's chain");
        }
        for (const auto& id : saved)
            if (!logged.contains(id) && !std::ranges::contains(outbox.takenBack, id))
                found.push_back(id.text() + " was saved and is nowhere");
        for (const auto& id : outbox.takenBack)
            if (logged.contains(id))
                found.push_back(id.text() + " was taken back and is in the log");
        std::set<CaseId> tray;
        for (const auto& item : valueOf(outbox.items())) {
            if (item.state != OutboxState::Refused)
                found.push_back(item.operation.id.text() + " still waits");
            tray.insert(item.operation.caseId);
        }
        if (tray != projection.refused)
            found.push_back("the tables do not show the tray as it is");
        RuleLibrary library(log);
        std::size_t cases = 0;
        for (const auto& [id, history] : histories) {
            const auto folded = valueOf(foldCase(history, library));
            if (!folded)
                continue;
            ++cases;
            const auto shown = projection.shown.find(id);
            if (shown == projection.shown.end())
                found.push_back(id.text() + " is not in the tables");
            else if (shown->second.state != *folded || shown->second.row != summarise(*folded, *rules) || shown->second.pending)
                found.push_back(id.text() + " is shown otherwise than the log has it");
        }
        if (cases != projection.shown.size())
            found.push_back("the tables show a case that the log does not have");
        if (valueOf(projection.appliedSeq()) != valueOf(log.head()))
            found.push_back("the position of the tables is not the end of the log");
        if (log.quarantined() != 0)
            found.push_back("something own went to quarantine");
        return found;
    }

    Faults faults;
    FaultyLog log;
    FakeOutbox outbox;
    FakeProjection projection;
    std::shared_ptr<const Rules> rules;
    Instant now = *parseInstant("2026-03-02T01:00:00Z");
    std::set<OperationId> saved; ///< what a submission said was saved

private:
    static const RuleBundle& bundleOnce()
    {
        static const RuleBundle bundle = valueOf(makeBundle(writeRules(publishedRules())));
        return bundle;
    }

    DeviceKey m_key, m_otherKey;
    SeededRandom m_random;
    std::unique_ptr<DeviceChain> m_otherChain;
    std::map<std::string, std::string> m_otherSent;
    std::unique_ptr<RuleLibrary> m_library;
    std::unique_ptr<LocalAuthority> m_authority;
    std::unique_ptr<Submitter> m_submitter;
    int m_boots = 0;
};

} // namespace griddesk::testing
