// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/protocol.h"

#include "models/wire/canonicaljson.h"
#include "models/wire/devicekey.h"
#include "models/wire/random.h"

#include <gtest/gtest.h>

namespace griddesk {
namespace {

const DeviceKey& key()
{
    static SeededRandom random(7);
    static const DeviceKey made = DeviceKey::generate(random);
    return made;
}

HelloRequest hello()
{
    HelloRequest m{.device = DeviceId::literal("d-1"), .account = AccountId::literal("u-1"), .nonce = std::string(32, 'a'), .at = instantFromMs(1'700'000'000'000)};
    m.sig = key().sign(bytesOf(bytesToSign(m)));
    return m;
}

TEST(Protocol, HelloComesBackAsItWasWrittenAndItsSignatureCoversEverything)
{
    const HelloRequest m = hello();
    const auto back = readHelloRequest(write(m));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(back->device, m.device);
    EXPECT_EQ(back->account, m.account);
    EXPECT_EQ(back->nonce, m.nonce);
    EXPECT_EQ(back->at, m.at);
    EXPECT_EQ(back->sig, m.sig);
    EXPECT_EQ(bytesToSign(*back), bytesToSign(m));
    HelloRequest other = m;
    other.account = AccountId::literal("u-2");
    EXPECT_NE(bytesToSign(other), bytesToSign(m));
}

TEST(Protocol, ANewerProtocolIsToldApartFromNonsense)
{
    HelloRequest m = hello();
    m.proto = 2;
    const auto read = readHelloRequest(write(m));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::Unsupported);
}

TEST(Protocol, EveryBadHelloIsRefusedWithTheFieldThatIsWrong)
{
    const std::string good = write(hello());
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string text = good;
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return text.replace(at, from.size(), to);
    };
    struct Row { std::string bytes; ErrorCode code; };
    const std::vector<Row> rows{
        {"", ErrorCode::Syntax},
        {"[]", ErrorCode::WrongType},
        {changed("\"at\":1700000000000", "\"at\":-1"), ErrorCode::OutOfRange},
        {changed("\"at\":1700000000000", "\"at\":\"now\""), ErrorCode::WrongType},
        {changed("aaaa", "AAAA"), ErrorCode::Syntax},
        {changed("\"device\":\"d-1\"", "\"device\":\"d 1\""), ErrorCode::Syntax},
        {changed("{", "{ "), ErrorCode::Syntax},
        {changed("\"proto\":1", "\"proto\":1,\"quick\":true"), ErrorCode::UnknownField},
        {std::string(mostMessageBytes + 1, ' '), ErrorCode::LimitExceeded},
    };
    for (const auto& row : rows) {
        const auto read = readHelloRequest(row.bytes);
        ASSERT_FALSE(read) << row.bytes.substr(0, 80);
        EXPECT_EQ(read.error().code, row.code) << row.bytes.substr(0, 120) << " " << read.error().detail;
    }
}

TEST(Protocol, AnEnvelopeTravelsInALineOfAPageByteForByte)
{
    PulledLine line;
    line.seq = 42;
    line.caseRev = 3;
    line.doubtMs = 1500;
    line.envelope = R"({"case_id":"c-1","payload":{"title":"井盖\n松动"},"zone":[1,2,{"a":true}]})";
    line.outcome = "appliedRebased";
    line.number = "2026-990101001-000042";
    line.effective = instantFromMs(1'700'000'000'000);
    line.receivedAt = instantFromMs(1'700'000'001'500);
    const std::string text = write(line);
    EXPECT_EQ(text.find('\n'), std::string::npos);
    ASSERT_TRUE(fromCanonical(text)) << text;
    const auto back = readPulledLine(text);
    ASSERT_TRUE(back) << back.error().detail << " " << text;
    EXPECT_EQ(back->envelope, line.envelope);
    EXPECT_EQ(back->seq, 42);
    EXPECT_EQ(back->outcome, "appliedRebased");
    EXPECT_EQ(back->number, line.number);
    EXPECT_EQ(back->receivedAt, line.receivedAt);
    EXPECT_EQ(back->doubtMs, 1500);
}

TEST(Protocol, ACheckpointBringsCursorAndDigests)
{
    PulledLine line;
    line.kind = PulledLine::Kind::Checkpoint;
    line.cursor = Cursor{.epoch = 1, .seq = 9, .scopes = std::string(64, 'b'), .target = {}, .afterCase = {}}.text();
    line.epoch = 1;
    line.head = 9;
    line.reset = true;
    line.digests = {{.scope = "street", .count = 9, .digest = digestOf(9, "aa", "applied")}};
    const auto back = readPulledLine(write(line));
    ASSERT_TRUE(back) << back.error().detail;
    EXPECT_EQ(back->kind, PulledLine::Kind::Checkpoint);
    EXPECT_EQ(back->cursor, line.cursor);
    EXPECT_TRUE(back->reset);
    EXPECT_FALSE(back->more);
    EXPECT_EQ(back->digests, line.digests);
}

TEST(Protocol, ACursorHasOneTextAndNoOtherIsTaken)
{
    const Cursor cursor{.epoch = 2, .seq = 123456, .scopes = std::string(64, 'c'), .target = std::string(64, 'd'), .afterCase = "c-17"};
    const std::string text = cursor.text();
    EXPECT_EQ(*Cursor::parse(text), cursor);
    for (const std::string& bad : {text + "=", text + "A", text.substr(0, text.size() - 1), std::string("?"), std::string(513, 'A')})
        EXPECT_FALSE(Cursor::parse(bad)) << bad;
    EXPECT_EQ(*Cursor::parse(Cursor{}.text()), Cursor{});
}

TEST(Protocol, ABodyThatWasCutIsNotTakenForAShorterOne)
{
    EXPECT_EQ(splitLines("a\nb\n", 9, 9)->size(), 2U);
    EXPECT_EQ(splitLines("", 9, 9)->size(), 0U);
    EXPECT_EQ(splitLines("a\nb", 9, 9).error().code, ErrorCode::Syntax);
    EXPECT_EQ(splitLines("a\nb\n", 1, 9).error().code, ErrorCode::LimitExceeded);
    EXPECT_EQ(splitLines("abc\n", 9, 2).error().code, ErrorCode::LimitExceeded);
}

TEST(Protocol, AnswersComeBackAsTheyWereWritten)
{
    const EnrolAnswer enrol{.state = EnrolState::Approved, .code = {}, .stream = "990101001", .letter = "AB", .platformKey = key().publicKey().hex(), .founding = true};
    const auto enrolled = readEnrolAnswer(write(enrol));
    ASSERT_TRUE(enrolled);
    EXPECT_EQ(enrolled->state, EnrolState::Approved);
    EXPECT_EQ(enrolled->letter, "AB");
    EXPECT_TRUE(enrolled->founding);

    HelloAnswer hi{.token = std::string(64, '0'), .tokenExpires = instantFromMs(5), .serverTime = instantFromMs(4), .stream = "990101001"};
    hi.scopes = {"street", "unit:city"};
    const auto greeted = readHelloAnswer(write(hi));
    ASSERT_TRUE(greeted) << greeted.error().detail;
    EXPECT_EQ(greeted->scopes, hi.scopes);
    EXPECT_EQ(greeted->token, hi.token);

    const PushedLine pushed{.operation = OperationId::literal("o-1"), .outcome = "conflict", .repeated = true, .reason = "wrongStage", .seq = 7, .caseRev = 2,
                            .effective = instantFromMs(9), .number = {}};
    const auto answered = readPushedLine(write(pushed));
    ASSERT_TRUE(answered) << answered.error().detail;
    EXPECT_EQ(answered->outcome, "conflict");
    EXPECT_TRUE(answered->repeated);
    EXPECT_EQ(answered->seq, 7);

    const ProblemAnswer problem{.error = "busy", .detail = "try later", .retryAfter = 3};
    EXPECT_EQ(readProblemAnswer(write(problem))->retryAfter, 3);

    ConfigLine config{.seq = 1, .bundle = std::string(64, 'e'), .validFrom = instantFromMs(0), .documents = {std::string(64, 'f')}, .by = AccountId::literal("u-ad")};
    config.sig = key().sign(bytesOf(bytesToSign(config)));
    const auto line = readConfigLine(write(config));
    ASSERT_TRUE(line) << line.error().detail;
    EXPECT_EQ(line->documents, config.documents);
    EXPECT_EQ(line->sig, config.sig);
}

TEST(Digest, DoesNotDependOnTheOrderAndLosesWhatIsAddedTwice)
{
    const Digest a = digestOf(1, "aa", "applied"), b = digestOf(2, "bb", "conflict");
    EXPECT_NE(a, b);
    EXPECT_NE(a, digestOf(1, "aa", "conflict"));
    EXPECT_EQ(a ^ b, b ^ a);
    EXPECT_EQ(a ^ b ^ b, a);
}

} // namespace
} // namespace griddesk
