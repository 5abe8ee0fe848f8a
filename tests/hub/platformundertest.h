// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubstores.h"
#include "publishedrules.h"

#include "models/hub/casefold.h"
#include "models/hub/hub.h"
#include "models/hub/memorylogstore.h"
#include "models/wire/rulebundle.h"

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace griddesk::testing {

/// publishedRules() with posts that look at areas: the head of community E at E, the grid's worker at E1.
inline Rules platformRules()
{
    Rules rules = publishedRules();
    rules.posts.at(PostId::literal("east-ul")).areas = {AreaCode::literal("E")};
    rules.posts.at(PostId::literal("crew-gw")).areas = {AreaCode::literal("E1")};
    return rules;
}

/// A platform with platformRules() and no socket. Time begins on a Monday at 09:00 and stands still unless told to go on.
class Platform {
public:
    explicit Platform(bool withRules = true)
    {
        limits.password = PasswordCost::least();
        restart();
        if (withRules)
            publish(platformRules());
    }

    /// As a stop and a start of the program. What was given to it before is kept by the store only.
    void restart(SeededBugs bugs = {})
    {
        hub.reset();
        files->reopen();
        hub = std::make_unique<griddesk::Hub>(files->store(), valueOf(DeviceKey::fromSeed(m_key.seed().clone())), "990101001", random, limits, bugs);
    }
    ConfigLine publish(const Rules& rules_, Instant validFrom = {}) { return valueOf(tryPublish(rules_, validFrom)); }
    Result<ConfigLine> tryPublish(const Rules& rules_, Instant validFrom = {}, const std::map<std::string, std::string>& documents = {})
    {
        const auto made = valueOf(makeBundle(writeRules(rules_)));
        auto line = hub->publish(made.bytes, documents, validFrom, AccountId::literal("u-ad"));
        if (line)
            bundle = made;
        return line;
    }
    HubResponse send(const char* method, const char* path, std::string body = {}, std::string token = {},
                     std::map<std::string, std::string, std::less<>> query = {})
    {
        return hub->handle({.method = method, .path = path, .query = std::move(query), .token = std::move(token), .contentType = {}, .body = std::move(body), .at = now});
    }
    [[nodiscard]] HubStore& store() { return files->store(); }
    [[nodiscard]] static std::string errorOf(const HubResponse& response)
    {
        return std::to_string(response.status) + " " + (response.status == 200 ? std::string() : valueOf(readProblemAnswer(response.body)).error);
    }

    std::unique_ptr<StoreUnderTest> files = makeStoreUnderTest();
    SeededRandom random{7};
    griddesk::Hub::Limits limits;
    std::unique_ptr<griddesk::Hub> hub;
    RuleBundle bundle; ///< published last
    Instant now = *parseInstant("2026-03-02T01:00:00Z");

private:
    DeviceKey m_key = [] {
        SeededRandom seeded(4711);
        return DeviceKey::generate(seeded);
    }();
};

/// One desk of a platform: asks to be enrolled, says hello, pushes what it seals, and applies the pages it pulls.
class DeskAt {
public:
    DeskAt(Platform& platform, const char* post, const char* device)
        : m_platform(platform), m_post(post), m_device(DeviceId::literal(device)), m_account(AccountId::literal(std::string("u-") + post)),
          m_key(keyFor(device)), m_chain({.device = m_device, .stream = "990101001", .lastHash = {}}, m_key)
    {
    }
    DeskAt(const DeskAt&) = delete;
    DeskAt& operator=(const DeskAt&) = delete;

    // ---- getting in
    [[nodiscard]] EnrolRequest enrolRequest() const
    {
        EnrolRequest request{.account = m_account, .password = "geheim", .device = m_device, .publicKey = m_key.publicKey(), .program = "test", .at = m_platform.now};
        request.sig = m_key.sign(bytesOf(bytesToSign(request)));
        return request;
    }
    HubResponse askToEnrol() { return m_platform.send("POST", "/v1/enrol", write(enrolRequest())); }
    DeskAt& enrol()
    {
        valueOf(m_platform.hub->setPassword(m_account, "geheim"));
        const auto answer = valueOf(readEnrolAnswer(askToEnrol().body));
        valueOf(m_platform.hub->approve(answer.code, m_platform.now));
        return *this;
    }
    [[nodiscard]] HelloRequest helloRequest()
    {
        std::array<std::uint8_t, 16> nonce{};
        m_platform.random.fill(nonce);
        HelloRequest request{.device = m_device, .account = m_account, .nonce = toHex(nonce), .at = m_platform.now};
        request.sig = m_key.sign(bytesOf(bytesToSign(request)));
        return request;
    }
    HelloAnswer hello()
    {
        auto answer = valueOf(readHelloAnswer(m_platform.send("POST", "/v1/hello", write(helloRequest())).body));
        token = answer.token;
        return answer;
    }
    DeskAt& begin()
    {
        enrol();
        hello();
        return *this;
    }

    // ---- operations
    [[nodiscard]] Operation operation(OperationKind kind, Value value = {}, const std::string& caseId = "case-1")
    {
        return {.id = OperationId::literal("o-" + m_device.text() + "-" + std::to_string(++m_ids)),
                .caseId = CaseId::literal(caseId),
                .kind = kind,
                .actor = {m_account, PostId::literal(m_post)},
                .rules = m_platform.bundle.hash.hex(),
                .payload = std::move(value),
                .pairId = {}};
    }
    [[nodiscard]] Operation report(const std::string& caseId = "case-1")
    {
        return operation(OperationKind::Report,
                         payload({{"source", "hotline12345"}, {"text", "words of " + caseId}, {"address", "枫津路12号"}, {"place", placeAt(1205500000, 313000000)}}), caseId);
    }
    [[nodiscard]] Operation accept(const std::string& caseId = "case-1", const char* category = "waste", const char* area = "E1a")
    {
        return operation(OperationKind::Accept, payload({{"category", category}, {"area", area}, {"urgency", "ordinary"}, {"demandType", "complaint"}}), caseId);
    }
    [[nodiscard]] Operation file(const std::string& caseId = "case-1", const char* category = "waste")
    {
        return operation(OperationKind::File, payload({{"standard", std::string("s-") + category}}), caseId);
    }
    [[nodiscard]] Operation comment(const std::string& words, const std::string& caseId = "case-1")
    {
        return operation(OperationKind::Comment, payload({{"words", words}}), caseId);
    }
    [[nodiscard]] Operation dispatch(const std::string& caseId = "case-1", const char* lead = "city", const char* duty = "d-city")
    {
        return operation(OperationKind::Dispatch, payload({{"lead", lead}, {"basis", "statutory"}, {"duty", duty}}), caseId);
    }
    [[nodiscard]] Operation takeBack(const std::string& caseId = "case-1", const std::string& assignment = "a1")
    {
        return operation(OperationKind::Revoke, payload({{"assignment", assignment}, {"reason", "错派"}}), caseId);
    }
    [[nodiscard]] std::string seal(Operation op)
    {
        return valueOf(m_chain.seal(std::move(op), SealContext{.trunkRev = 0, .hlc = {1'700'000'000'000, 0}, .wall = m_platform.now, .bootId = "boot-1"})).bytes;
    }
    HubResponse pushLines(const std::vector<std::string>& lines)
    {
        std::string body;
        for (const auto& line : lines)
            body += line + "\n";
        return m_platform.send("POST", "/v1/push", body, token);
    }
    std::vector<PushedLine> push(const std::vector<std::string>& lines)
    {
        const auto response = pushLines(lines);
        if (response.status != 200)
            throw std::runtime_error("push: " + response.body);
        std::vector<PushedLine> answers;
        for (const auto line : valueOf(splitLines(response.body, 1000, 100'000)))
            answers.push_back(valueOf(readPushedLine(line)));
        return answers;
    }
    PushedLine pushOne(Operation op) { return push({seal(std::move(op))}).front(); }
    /// Pushes one that has to be applied.
    void does(Operation op)
    {
        const auto kind = nameOf(op.kind);
        const auto answer = pushOne(std::move(op));
        if (answer.outcome != "applied" && answer.outcome != "appliedRebased")
            throw std::runtime_error(std::string(kind) + ": " + answer.outcome + " " + answer.reason);
    }

    // ---- what it sees
    HubResponse ask(std::size_t limit = 500)
    {
        std::map<std::string, std::string, std::less<>> query{{"limit", std::to_string(limit)}};
        if (!cursor.empty())
            query.emplace("cursor", cursor);
        return m_platform.send("GET", "/v1/pull", {}, token, std::move(query));
    }
    /// Applies one page; returns its lines.
    std::vector<PulledLine> pull(std::size_t limit = 500)
    {
        const auto response = ask(limit);
        if (response.status != 200)
            throw std::runtime_error("pull: " + response.body);
        std::vector<PulledLine> lines;
        for (const auto line : valueOf(splitLines(response.body, 100'000, 1'000'000)))
            lines.push_back(valueOf(readPulledLine(line)));
        apply(lines);
        return lines;
    }
    /// Pulls until there is no more; returns how many pages that took.
    int pullAll(std::size_t limit = 500)
    {
        for (int pages = 1; pages < 10'000; ++pages)
            if (!pull(limit).back().more)
                return pages;
        throw std::runtime_error("the pages do not end");
    }
    void forgetEverything()
    {
        cases.clear();
        cursor.clear();
    }
    [[nodiscard]] std::string seen() const
    {
        std::string text;
        for (const auto& [id, history] : cases) {
            text += id.text() + ":";
            for (const auto& [seq, line] : history)
                text += " " + std::to_string(seq) + line.outcome;
            text += "\n";
        }
        return text;
    }
    /// Digests of what it holds, made as a desk makes them: from its own fold of every case.
    [[nodiscard]] std::vector<ScopeDigest> ownDigests(const ScopeSet& wanted)
    {
        std::vector<ScopeDigest> own;
        for (const auto& scope : wanted)
            own.push_back({scope, 0, {}});
        RuleLibrary rules(m_platform.store());
        for (const auto& [id, history] : cases) {
            std::optional<Case> state;
            ScopeSet seenBy;
            std::vector<LogEntry> entries;
            for (const auto& [seq, line] : history) {
                const auto sealed = valueOf(readEnvelope(line.envelope));
                entries.push_back({.seq = seq, .caseId = id, .operationId = sealed.envelope.op.id, .caseRev = line.caseRev, .envelope = line.envelope,
                                   .outcome = valueOf(parseOutcome(line.outcome)), .reason = line.reason, .effective = line.effective,
                                   .number = line.number, .hash = sealed.hash.hex()});
                if (!isApplied(entries.back().outcome))
                    continue;
                state = valueOf(foldEntry(state, entries.back(), rules));
                seenBy = scopesOf(*state, *valueOf(rules.rules(sealed.envelope.op.rules)));
            }
            for (auto& digest : own)
                if (seenBy.contains(digest.scope))
                    for (const auto& entry : entries) {
                        ++digest.count;
                        digest.digest ^= digestOf(entry.seq, entry.hash, nameOf(entry.outcome));
                    }
        }
        return own;
    }
    [[nodiscard]] ScopeSet scopes() const
    {
        return scopesOf(*valueOf(openBundle(m_platform.bundle.bytes, m_platform.bundle.hash)), m_account, m_platform.now);
    }

    [[nodiscard]] const DeviceId& device() const { return m_device; }
    [[nodiscard]] const AccountId& account() const { return m_account; }
    [[nodiscard]] const DeviceKey& key() const { return m_key; }
    [[nodiscard]] DeviceChain& chain() { return m_chain; }

    std::string token, cursor;
    std::map<CaseId, std::map<std::int64_t, PulledLine>> cases;
    std::vector<ScopeDigest> digests; ///< as the platform told them last

private:
    static DeviceKey keyFor(const std::string& device)
    {
        SeededRandom random(std::hash<std::string>{}(device));
        return DeviceKey::generate(random);
    }
    void apply(const std::vector<PulledLine>& lines)
    {
        ASSERT_FALSE(lines.empty());
        ASSERT_EQ(lines.back().kind, PulledLine::Kind::Checkpoint);
        const auto& checkpoint = lines.back();
        if (checkpoint.reset)
            cases.clear();
        for (const auto& line : lines) {
            switch (line.kind) {
            case PulledLine::Kind::Enter: cases[*line.caseId].clear(); break;
            case PulledLine::Kind::Leave: EXPECT_EQ(cases.erase(*line.caseId), 1U) << "left without having been there"; break;
            case PulledLine::Kind::Checkpoint: EXPECT_EQ(&line, &checkpoint); break;
            case PulledLine::Kind::Entry: {
                const auto id = valueOf(readEnvelope(line.envelope)).envelope.op.caseId;
                ASSERT_TRUE(cases.contains(id)) << "an entry of a case that never came into sight";
                auto& history = cases[id];
                EXPECT_TRUE(history.empty() || history.rbegin()->first < line.seq);
                history.emplace(line.seq, line);
            }
            }
        }
        cursor = checkpoint.cursor;
        if (!checkpoint.more)
            digests = checkpoint.digests;
    }

    Platform& m_platform;
    std::string m_post;
    DeviceId m_device;
    AccountId m_account;
    DeviceKey m_key;
    DeviceChain m_chain;
    int m_ids = 0;
};

} // namespace griddesk::testing
