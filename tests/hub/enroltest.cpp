// SPDX-License-Identifier: GPL-3.0-or-later
// How a device gets in: enrolment, approval, hello, the end of a session.
#include "platformundertest.h"

namespace griddesk::testing {
namespace {

using namespace std::chrono_literals;

class Enrolment : public ::testing::Test {
protected:
    EnrolAnswer answerOf(const HubResponse& response) { return valueOf(readEnrolAnswer(response.body)); }
    Platform platform;
    DeskAt desk{platform, "op", "desk-1"};
};

TEST_F(Enrolment, waitsForApprovalAndThenTellsWhereItIs)
{
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    const auto asked = answerOf(desk.askToEnrol());
    EXPECT_EQ(asked.state, EnrolState::Pending);
    ASSERT_EQ(asked.code.size(), 7U);
    EXPECT_EQ(asked.code[3], '-');
    EXPECT_TRUE(asked.stream.empty() && asked.letter.empty() && asked.platformKey.empty()) << "nothing before approval";
    EXPECT_EQ(answerOf(desk.askToEnrol()).code, asked.code) << "the same request again asks how it stands";

    EXPECT_EQ(platform.hub->approve("AAA-AAA", platform.now).error().code, ErrorCode::UnknownReference);
    std::string spoken = asked.code.substr(0, 3) + asked.code.substr(4);
    for (char& c : spoken)
        c = static_cast<char>(std::tolower(c));
    const auto approved = valueOf(platform.hub->approve(spoken, platform.now));
    EXPECT_EQ(approved.letter, "A");
    const auto answer = answerOf(desk.askToEnrol());
    EXPECT_EQ(answer.state, EnrolState::Approved);
    EXPECT_TRUE(answer.code.empty());
    EXPECT_EQ(answer.stream, "990101001");
    EXPECT_EQ(answer.letter, "A");
    EXPECT_EQ(answer.platformKey, platform.hub->publicKey().hex());
    EXPECT_FALSE(answer.founding) << "rules are published, so the stream has begun";
    EXPECT_EQ(platform.hub->approve(asked.code, platform.now).error().code, ErrorCode::UnknownReference) << "a code is good once";
}

TEST_F(Enrolment, everyDeviceGetsALetterOfItsOwn)
{
    desk.enrol();
    DeskAt second(platform, "op", "desk-2");
    second.enrol();
    EXPECT_EQ(answerOf(second.askToEnrol()).letter, "B");
    valueOf(platform.hub->revoke(desk.device(), platform.now));
    DeskAt third(platform, "di", "desk-3");
    third.enrol();
    EXPECT_EQ(answerOf(third.askToEnrol()).letter, "C") << "a letter is never given again";
    platform.restart();
    EXPECT_EQ(answerOf(third.askToEnrol()).letter, "C");
}

TEST_F(Enrolment, lettersGoOnAfterZAndLeaveOutThatOfSupervisionOrders)
{
    std::set<std::string> letters;
    EnrolledDevice device{.device = DeviceId::literal("-"), .account = desk.account(), .publicKey = {}, .state = EnrolState::Approved, .code = {}, .letter = {}, .program = {}};
    // As if devices had come one after the other up to "DA".
    valueOf(inLogTransaction(platform.store(), [&]() -> Result<void> {
        for (int i = 0; i < 26 + 3 * 26 + 1; ++i) {
            device.device = DeviceId::literal("old-" + std::to_string(i));
            device.letter = i < 26 ? std::string(1, static_cast<char>('A' + i)) : std::string{static_cast<char>('A' + i / 26 - 1), static_cast<char>('A' + i % 26)};
            letters.insert(device.letter);
            if (auto ok = platform.store().putEnrolled(device); !ok)
                return ok;
        }
        return {};
    }));
    ASSERT_TRUE(letters.contains("DA"));
    desk.enrol();
    EXPECT_EQ(answerOf(desk.askToEnrol()).letter, "DC");
}

TEST_F(Enrolment, aRefusedDeviceHearsItAndMayAskAgainAfterAWeek)
{
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    const auto code = answerOf(desk.askToEnrol()).code;
    valueOf(platform.hub->refuse(code, platform.now));
    EXPECT_EQ(answerOf(desk.askToEnrol()).state, EnrolState::Refused);
    EXPECT_EQ(platform.send("POST", "/v1/hello", write(desk.helloRequest())).status, 401);
    EXPECT_FALSE(platform.hub->refuse(code, platform.now));
    platform.now += 24h * 7 + 1s;
    EXPECT_EQ(answerOf(desk.askToEnrol()).state, EnrolState::Pending);
}

TEST_F(Enrolment, aCodeEndsAfterAWeekAndTheNextRequestGetsAnother)
{
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    const auto code = answerOf(desk.askToEnrol()).code;
    platform.now += 24h * 7 + 1s;
    EXPECT_FALSE(platform.hub->approve(code, platform.now));
    const auto again = answerOf(desk.askToEnrol()).code;
    EXPECT_NE(again, code);
    EXPECT_TRUE(platform.hub->approve(again, platform.now));
}

TEST_F(Enrolment, wantsTheRightPasswordAndSlowsGuessingDown)
{
    EXPECT_EQ(Platform::errorOf(desk.askToEnrol()), "401 unauthorised") << "an account without a password";
    valueOf(platform.hub->setPassword(desk.account(), "another"));
    for (int i = 1; i < platform.limits.wrongPasswords; ++i)
        EXPECT_EQ(Platform::errorOf(desk.askToEnrol()), "401 unauthorised") << i;
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    const auto tooOften = desk.askToEnrol();
    EXPECT_EQ(Platform::errorOf(tooOften), "429 busy") << "the right one comes too late";
    EXPECT_EQ(tooOften.retryAfter, 60);
    DeskAt other(platform, "di", "desk-2");
    other.enrol(); // another account is not kept waiting
    platform.now += 61s;
    EXPECT_EQ(desk.askToEnrol().status, 200);
    EXPECT_EQ(platform.hub->setPassword(desk.account(), "").error().code, ErrorCode::OutOfRange);
}

TEST_F(Enrolment, aKnownDeviceShowsItsKeyInsteadOfHavingItsPasswordTried)
{
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    const auto code = answerOf(desk.askToEnrol()).code;
    valueOf(platform.hub->setPassword(desk.account(), "changed meanwhile"));
    platform.limits.passwordsPerMinute = 0;
    platform.restart();
    EXPECT_EQ(answerOf(desk.askToEnrol()).code, code);
    auto request = desk.enrolRequest();
    request.sig.bytes[0] ^= 1;
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/enrol", write(request))), "401 unauthorised");
}

TEST_F(Enrolment, onlySoManyPasswordsAreTriedInAMinute)
{
    platform.limits.passwordsPerMinute = 2;
    platform.restart();
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    DeskAt second(platform, "op", "desk-2"), third(platform, "op", "desk-3");
    EXPECT_EQ(desk.askToEnrol().status, 200);
    EXPECT_EQ(second.askToEnrol().status, 200);
    const auto refused = third.askToEnrol();
    EXPECT_EQ(Platform::errorOf(refused), "429 busy");
    EXPECT_EQ(refused.retryAfter, 60);
    platform.now += 1min;
    EXPECT_EQ(third.askToEnrol().status, 200);
}

TEST_F(Enrolment, isSignedByTheKeyItTells)
{
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    auto request = desk.enrolRequest();
    request.program += "x";
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/enrol", write(request))), "401 unauthorised");
    request = desk.enrolRequest();
    request.publicKey = DeskAt(platform, "op", "desk-2").key().publicKey();
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/enrol", write(request))), "401 unauthorised");
    EXPECT_TRUE(valueOf(platform.store().enrolledDevices()).empty());
}

TEST_F(Enrolment, aDeviceStaysThatOfItsKeyAndAccount)
{
    desk.begin();
    auto request = desk.enrolRequest();
    SeededRandom random(99);
    const auto otherKey = DeviceKey::generate(random);
    request.publicKey = otherKey.publicKey();
    request.sig = otherKey.sign(bytesOf(bytesToSign(request)));
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/enrol", write(request))), "403 unauthorised");
    DeskAt other(platform, "di", "desk-1"); // same device id and key, another account
    valueOf(platform.hub->setPassword(other.account(), "geheim"));
    EXPECT_EQ(Platform::errorOf(other.askToEnrol()), "403 unauthorised");
    EXPECT_EQ(valueOf(platform.store().enrolled(desk.device()))->account, desk.account());
}

TEST_F(Enrolment, onlySoManyWaitAtOnce)
{
    platform.limits.pendingDevices = 2;
    platform.restart();
    valueOf(platform.hub->setPassword(desk.account(), "geheim"));
    DeskAt second(platform, "op", "desk-2"), third(platform, "op", "desk-3");
    EXPECT_EQ(desk.askToEnrol().status, 200);
    EXPECT_EQ(second.askToEnrol().status, 200);
    const auto refused = third.askToEnrol();
    EXPECT_EQ(Platform::errorOf(refused), "429 busy");
    EXPECT_TRUE(refused.retryAfter);
    EXPECT_EQ(desk.askToEnrol().status, 200) << "one that waits already may ask";
    platform.now += 24h * 8;
    EXPECT_EQ(third.askToEnrol().status, 200) << "old ones do not block for ever";
}

TEST_F(Enrolment, senselessBodiesAreRefusedAndChangeNothing)
{
    for (const char* route : {"/v1/enrol", "/v1/hello"}) {
        for (const char* body : {"", "{", "[]", "null", "{}", "{\"proto\":1}"}) {
            const auto response = platform.send("POST", route, body);
            EXPECT_EQ(response.status, 400) << route << " " << body;
            EXPECT_TRUE(readProblemAnswer(response.body)) << response.body;
        }
        EXPECT_EQ(Platform::errorOf(platform.send("POST", route, std::string(mostMessageBytes + 1, 'x'))), "413 tooLarge");
        EXPECT_EQ(platform.send("POST", route, std::string("\xff\x00\n", 3)).status, 400);
    }
    auto newer = desk.enrolRequest();
    newer.proto = 2;
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/enrol", write(newer))), "400 unsupported");
    EXPECT_TRUE(valueOf(platform.store().enrolledDevices()).empty());
}

TEST_F(Enrolment, helloTellsWhereStreamAndDeviceStand)
{
    desk.begin();
    desk.does(desk.report());
    desk.does(desk.accept());
    const auto answer = desk.hello();
    EXPECT_EQ(answer.stream, "990101001");
    EXPECT_EQ(answer.streamEpoch, 1);
    EXPECT_EQ(answer.head, 2);
    EXPECT_EQ(answer.deviceEpoch, 1);
    EXPECT_EQ(answer.deviceSeq, 2);
    EXPECT_EQ(answer.configHead, 1);
    EXPECT_EQ(answer.scopes, std::vector<std::string>{"street"});
    EXPECT_EQ(answer.serverTime, platform.now);
    EXPECT_EQ(answer.tokenExpires, platform.now + 10min);
    EXPECT_EQ(answer.token.size(), 64U);
    EXPECT_NE(answer.token, desk.hello().token);
}

TEST_F(Enrolment, aHelloIsGoodOnce)
{
    desk.enrol();
    const auto request = write(desk.helloRequest());
    EXPECT_EQ(platform.send("POST", "/v1/hello", request).status, 200);
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/hello", request)), "401 unauthorised");
    platform.restart();
    platform.now += 10min; // the last moment at which its time is still near enough
    EXPECT_EQ(Platform::errorOf(platform.send("POST", "/v1/hello", request)), "401 unauthorised");
    platform.now += 1ms;
    const auto late = valueOf(readHelloAnswer(platform.send("POST", "/v1/hello", request).body));
    EXPECT_TRUE(late.token.empty()) << "later its time is too far off";
}

TEST_F(Enrolment, aClockThatIsFarOffIsToldTheTimeAndGetsNoToken)
{
    desk.enrol();
    for (const auto off : {Milliseconds(10min + 1ms), Milliseconds(-10min - 1ms), Milliseconds(24h * 365), Milliseconds(-24h * 365)}) {
        auto request = desk.helloRequest();
        request.at = platform.now + off;
        request.sig = desk.key().sign(bytesOf(bytesToSign(request)));
        const auto answer = valueOf(readHelloAnswer(platform.send("POST", "/v1/hello", write(request)).body));
        EXPECT_TRUE(answer.token.empty()) << off.count();
        EXPECT_EQ(answer.serverTime, platform.now);
        EXPECT_TRUE(answer.scopes.empty());
    }
    for (const auto off : {Milliseconds(10min), Milliseconds(-10min)}) {
        auto request = desk.helloRequest();
        request.at = platform.now + off;
        request.sig = desk.key().sign(bytesOf(bytesToSign(request)));
        EXPECT_FALSE(valueOf(readHelloAnswer(platform.send("POST", "/v1/hello", write(request)).body)).token.empty()) << off.count();
    }
}

TEST_F(Enrolment, strangersAllHearTheSame)
{
    desk.enrol();
    DeskAt unknown(platform, "op", "desk-9"), waiting(platform, "op", "desk-8"), otherAccount(platform, "di", "desk-1");
    ASSERT_EQ(waiting.askToEnrol().status, 200);
    auto forged = desk.helloRequest();
    forged.sig.bytes[0] ^= 1;
    const auto body = platform.send("POST", "/v1/hello", write(unknown.helloRequest())).body;
    for (const auto& request : {unknown.helloRequest(), waiting.helloRequest(), otherAccount.helloRequest(), forged}) {
        const auto response = platform.send("POST", "/v1/hello", write(request));
        EXPECT_EQ(response.status, 401);
        EXPECT_EQ(response.body, body) << "nobody learns which devices there are";
    }
}

TEST_F(Enrolment, aTokenEndsAndTheStoreHoldsOnlyItsHash)
{
    desk.begin();
    EXPECT_EQ(desk.ask().status, 200);
    const auto kept = valueOf(platform.store().session(sha256(Bytes(valueOf(fromHex(desk.token))))));
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->device, desk.device());
    platform.restart();
    EXPECT_EQ(desk.ask().status, 200) << "a restart ends no session";
    platform.now += 10min - 1ms;
    EXPECT_EQ(desk.ask().status, 200);
    platform.now += 1ms;
    EXPECT_EQ(Platform::errorOf(desk.ask()), "401 unauthorised");
    desk.hello();
    EXPECT_EQ(desk.ask().status, 200);
    EXPECT_FALSE(valueOf(platform.store().session(kept->token))) << "and is forgotten";
}

} // namespace
} // namespace griddesk::testing
