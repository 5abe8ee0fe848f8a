// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a stand-alone desk becomes the first of a stream.
#include "platformundertest.h"

#include "models/wire/canonicaljson.h"
#include "models/wire/founding.h"

#include <algorithm>
#include <functional>

namespace griddesk::testing {
namespace {

using Kind = FoundingLine::Kind;

/// What a desk has done by itself before there was a platform.
class StandAlone {
public:
    explicit StandAlone(DeskAt& desk) : m_desk(desk)
    {
        m_rules = platformRules();
        m_rules.geometry = sha256(geometry).hex();
        bundle = valueOf(makeBundle(writeRules(m_rules)));
        valueOf(inLogTransaction(log, [&]() -> Result<void> {
            if (auto ok = library.publish(bundle.bytes, {}); !ok)
                return std::unexpected(ok.error());
            if (auto ok = log.putDocument(m_rules.geometry, geometry); !ok)
                return ok;
            return authority.enrol(desk.device(), desk.key().publicKey());
        }));
    }
    PushAnswer does(Operation operation)
    {
        operation.rules = bundle.hash.hex();
        return valueOf(authority.push(std::vector{m_desk.seal(std::move(operation))}, m_now += std::chrono::seconds{1})).front();
    }
    /// Two cases, a refusal, and one from outside.
    void work()
    {
        for (const char* id : {"case-1", "case-2"}) {
            does(m_desk.report(id));
            does(m_desk.accept(id));
        }
        does(m_desk.dispatch("case-1")); // an operator may not
        does(m_desk.file("case-1"));
    }
    [[nodiscard]] std::vector<FoundingLine> lines()
    {
        std::vector<FoundingLine> all{
            {.kind = Kind::Document, .hash = m_rules.geometry, .bytes = geometry},
            {.kind = Kind::Bundle, .hash = bundle.hash.hex(), .bytes = bundle.bytes},
            {.kind = Kind::Device, .device = m_desk.device(), .publicKey = m_desk.key().publicKey()},
        };
        for (const auto& entry : valueOf(log.entriesAfter(0, 1000)))
            all.push_back({.kind = Kind::Entry, .seq = entry.seq, .caseRev = entry.caseRev, .doubtMs = entry.doubtMs, .envelope = entry.envelope,
                           .outcome = std::string(nameOf(entry.outcome)), .reason = entry.reason, .number = entry.number,
                           .effective = entry.effective, .receivedAt = entry.receivedAt});
        return all;
    }

    const std::string geometry = "{\"areas\":[]}\n";
    MemoryLogStore log;
    RuleLibrary library{log};
    LocalAuthority authority{log, library, "990101001"};
    RuleBundle bundle;

private:
    DeskAt& m_desk;
    Rules m_rules;
    Instant m_now = *parseInstant("2026-02-02T01:00:00Z");
};

class Founding : public ::testing::Test {
protected:
    Founding()
    {
        desk.begin();
        alone.work();
    }
    static std::string textOf(const std::vector<FoundingLine>& lines)
    {
        std::string text;
        for (const auto& line : lines)
            text += write(line) + "\n";
        return text;
    }
    HubResponse upload(std::size_t offset, std::string bytes, bool commit = false)
    {
        std::map<std::string, std::string, std::less<>> query{{"offset", std::to_string(offset)}};
        if (commit)
            query.emplace("commit", "1");
        return platform.send("POST", "/v1/found", std::move(bytes), desk.token, std::move(query));
    }
    /// Uploads lines in one piece; the answer's status and error.
    std::string tried(const std::vector<FoundingLine>& lines)
    {
        const auto answer = Platform::errorOf(upload(0, textOf(lines), true));
        EXPECT_EQ(valueOf(platform.hub->head()), 0);
        EXPECT_EQ(valueOf(platform.store().configHead()), 0);
        EXPECT_FALSE(valueOf(platform.store().founder()));
        EXPECT_EQ(valueOf(platform.store().scopeDigest("street")).count, 0);
        return answer;
    }
    std::string triedWith(const std::function<void(std::vector<FoundingLine>&)>& change)
    {
        auto lines = alone.lines();
        change(lines);
        return tried(lines);
    }
    Platform platform{false};
    DeskAt desk{platform, "op", "desk-1"};
    StandAlone alone{desk};
};

TEST_F(Founding, theLogBecomesTheStreamsFirstAsItWas)
{
    EXPECT_TRUE(valueOf(readEnrolAnswer(desk.askToEnrol().body)).founding);
    const auto response = upload(0, textOf(alone.lines()), true);
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_TRUE(response.headMoved);
    const auto told = valueOf(fromCanonical(response.body));
    EXPECT_TRUE(told.boolOr("founded", false));
    EXPECT_EQ(told.intOr("head", 0), 6);
    EXPECT_EQ(valueOf(platform.store().entriesAfter(0, 100)), valueOf(alone.log.entriesAfter(0, 100)));
    EXPECT_EQ(valueOf(platform.store().founder()), desk.device());
    EXPECT_EQ(valueOf(platform.store().foundingSize(desk.device())), 0) << "the pieces are gone";
    EXPECT_FALSE(valueOf(readEnrolAnswer(desk.askToEnrol().body)).founding);
    const auto config = valueOf(platform.store().configAfter(0, 10));
    ASSERT_EQ(config.size(), 1U);
    EXPECT_EQ(config[0].bundle, alone.bundle.hash.hex());
    EXPECT_TRUE(verifySignature(platform.hub->publicKey(), bytesOf(bytesToSign(config[0])), config[0].sig));
    platform.bundle = alone.bundle;

    // And the desk goes on where it was.
    const auto hello = desk.hello();
    EXPECT_EQ(hello.deviceSeq, 6);
    EXPECT_EQ(hello.scopes, std::vector<std::string>{"street"});
    desk.does(desk.comment("after", "case-1"));
    desk.does(desk.report("case-3"));
    EXPECT_EQ(desk.pushOne(desk.accept("case-3")).number, "2026-990101001-000003") << "numbers go on";
    desk.pullAll(2);
    EXPECT_EQ(desk.cases.size(), 3U);
    EXPECT_EQ(desk.digests, desk.ownDigests({"street"}));
    DeskAt east(platform, "east-ul", "desk-2");
    east.begin();
    east.pullAll();
    EXPECT_EQ(east.digests, east.ownDigests(east.scopes()));
}

TEST_F(Founding, comesInPiecesOfAnySizeAlsoTwiceAndOverARestart)
{
    const auto text = textOf(alone.lines());
    std::size_t offset = 0, size = 1;
    while (offset < text.size()) {
        const auto piece = text.substr(offset, size);
        ASSERT_EQ(upload(offset, piece).status, 200);
        const auto again = upload(offset, piece); // its answer was lost
        EXPECT_EQ(valueOf(fromCanonical(again.body)).intOr("size", 0), static_cast<std::int64_t>(offset + piece.size()));
        offset += piece.size();
        size = size * 2 + 1;
        platform.restart();
    }
    EXPECT_EQ(valueOf(fromCanonical(upload(0, "").body)).intOr("size", 0), static_cast<std::int64_t>(text.size())) << "an empty piece asks";
    EXPECT_EQ(valueOf(platform.hub->head()), 0) << "nothing counts before the end";
    ASSERT_EQ(upload(text.size(), "", true).status, 200);
    EXPECT_EQ(valueOf(platform.hub->head()), 6);
    const auto lost = upload(text.size(), "", true);
    EXPECT_EQ(lost.status, 200) << "the answer to the commit was lost";
    EXPECT_TRUE(valueOf(fromCanonical(lost.body)).boolOr("founded", false));
}

TEST_F(Founding, aPieceThatDoesNotFitIsToldAndAnotherLogBeginsAtZero)
{
    const auto text = textOf(alone.lines());
    ASSERT_EQ(upload(0, text.substr(0, 100)).status, 200);
    const auto gap = upload(200, text.substr(200, 100));
    EXPECT_EQ(Platform::errorOf(gap), "409 inconsistent");
    EXPECT_EQ(Platform::errorOf(upload(50, text.substr(50, 100))), "409 inconsistent");
    ASSERT_EQ(upload(100, text.substr(100, 20)).status, 200);
    EXPECT_EQ(Platform::errorOf(upload(100, text.substr(100, 30))), "409 inconsistent");
    for (const char* offset : {"-1", "x", "", "1x", "99999999999999999999"})
        EXPECT_EQ(platform.send("POST", "/v1/found", "x", desk.token, {{"offset", offset}}).status, 400) << offset;
}

TEST_F(Founding, hasLimits)
{
    platform.limits.foundingPiece = 100;
    platform.limits.foundingBytes = 150;
    platform.restart();
    EXPECT_EQ(Platform::errorOf(upload(0, std::string(101, 'x'))), "413 tooLarge");
    EXPECT_EQ(upload(0, std::string(100, 'x')).status, 200);
    EXPECT_EQ(Platform::errorOf(upload(100, std::string(51, 'x'))), "413 tooLarge");
    EXPECT_EQ(upload(100, std::string(50, 'x')).status, 200);
}

TEST_F(Founding, aCutUploadIsNotTaken)
{
    const auto text = textOf(alone.lines());
    EXPECT_EQ(Platform::errorOf(upload(0, text.substr(0, text.size() - 1), true)), "422 syntax");
    EXPECT_EQ(Platform::errorOf(upload(0, text.substr(0, text.size() / 2), true)), "422 syntax");
    EXPECT_EQ(valueOf(platform.hub->head()), 0);
    EXPECT_EQ(upload(0, text, true).status, 200) << "the whole one, from the beginning again";
}

TEST_F(Founding, everythingThatCanBeCheckedIs)
{
    EXPECT_EQ(triedWith([](auto& lines) { lines.erase(lines.begin() + 3); }), "422 chain-broken") << "the first entry is missing";
    EXPECT_EQ(triedWith([](auto& lines) { std::swap(lines[3], lines[4]); }), "422 chain-broken");
    EXPECT_EQ(triedWith([](auto& lines) { lines.push_back(lines.back()); }), "422 chain-broken") << "an operation twice";
    EXPECT_EQ(triedWith([](auto& lines) { lines.erase(lines.begin()); }), "422 unknown-reference") << "the document is missing";
    EXPECT_EQ(triedWith([](auto& lines) { lines.erase(lines.begin() + 1); }), "422 unknown-reference") << "the rules are missing";
    EXPECT_EQ(triedWith([](auto& lines) { lines.erase(lines.begin() + 2); }), "422 unknown-reference") << "the device is missing";
    EXPECT_EQ(triedWith([](auto& lines) { lines.insert(lines.begin() + 2, lines[2]); }), "422 duplicate") << "a device twice";
    EXPECT_EQ(triedWith([](auto& lines) { lines.insert(lines.begin() + 1, lines[1]); }), "422 duplicate") << "a bundle twice";
    EXPECT_EQ(triedWith([](auto& lines) { lines[0].bytes += " "; }), "422 hash-mismatch");
    EXPECT_EQ(triedWith([](auto& lines) { lines[1].bytes += " "; }), "422 hash-mismatch");
    EXPECT_EQ(triedWith([](auto& lines) { lines.push_back({.kind = Kind::Document, .hash = sha256("x").hex(), .bytes = "x"}); }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[2].publicKey.bytes[0] ^= 1; }), "422 inconsistent") << "not the key that was enrolled";
    EXPECT_EQ(triedWith([](auto& lines) { lines.resize(1); }), "422 inconsistent") << "no rules at all";
    EXPECT_EQ(tried({}), "422 inconsistent");
}

TEST_F(Founding, everyEntryHasToBeWhatItsDeskDecided)
{
    const auto words = [](std::string& envelope) { envelope.replace(envelope.find("words of"), 5, "WORDS"); };
    EXPECT_EQ(triedWith([&](auto& lines) { words(lines[3].envelope); }), "422 signature-invalid");
    EXPECT_EQ(triedWith([](auto& lines) { lines[3].envelope = "{}"; }).substr(0, 3), "422");
    EXPECT_EQ(triedWith([](auto& lines) { lines[3].outcome = "tampered"; }), "422 out-of-range");
    EXPECT_EQ(triedWith([](auto& lines) { lines[3].outcome = "conflict"; }), "422 inconsistent") << "its case would not be at that revision";
    EXPECT_EQ(triedWith([](auto& lines) { lines[7].outcome = "applied"; }), "422 inconsistent") << "what was refused does not replay";
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].caseRev = 7; }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[7].caseRev = 7; }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].number.clear(); }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].number = "2026-990101001-000002"; }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].number = "2026-990101002-000001"; }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].number = "x"; }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].effective = lines[3].effective - Milliseconds{1}; }), "422 inconsistent");
    EXPECT_EQ(triedWith([](auto& lines) { lines[4].seq = 1; }), "422 inconsistent");
    EXPECT_EQ(upload(0, textOf(alone.lines()), true).status, 200) << "the true one is taken after all that";
}

TEST_F(Founding, onlyAnEmptyStreamIsFounded)
{
    DeskAt other(platform, "op2", "desk-2");
    other.begin();
    ASSERT_EQ(upload(0, textOf(alone.lines()), true).status, 200);
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/found", "x\n", other.token, {{"offset", "0"}})), "409 inconsistent");
    Platform begun;
    DeskAt late(begun, "op", "desk-1");
    late.begin();
    EXPECT_EQ(Platform::errorOf(begun.send("POST", "/v1/found", "x\n", late.token, {{"offset", "0"}})), "409 inconsistent");
}

TEST_F(Founding, uploadsOfTwoDevicesDoNotMix)
{
    DeskAt other(platform, "op2", "desk-2");
    other.begin();
    ASSERT_EQ(platform.send("POST", "/v1/found", "other\n", other.token, {{"offset", "0"}}).status, 200);
    EXPECT_EQ(upload(0, textOf(alone.lines()), true).status, 200);
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/found", "", other.token, {{"commit", "1"}})), "409 inconsistent");
}

} // namespace
} // namespace griddesk::testing
