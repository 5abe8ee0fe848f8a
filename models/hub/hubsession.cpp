// SPDX-License-Identifier: GPL-3.0-or-later
// Hello, and who a token stands for.
#include "hub.h"

#include "models/wire/hash.h"

#include <array>

namespace griddesk {

namespace {

/// One sentence for everything that may be wrong with who asks, so that nobody learns which devices there are.
std::unexpected<HubProblem> stranger() { return refuseCall(401, "unauthorised", "not a device that may begin a session"); }

} // namespace

Hub::Answer Hub::hello(const HubRequest& request)
{
    if (request.body.size() > mostMessageBytes)
        return refuseCall(413, "tooLarge", "a hello is smaller");
    auto asked = readHelloRequest(request.body);
    if (!asked)
        return refuseBody(asked.error());
    auto device = m_store.enrolled(asked->device);
    if (!device)
        return troubled(device.error());
    if (!*device || (*device)->account != asked->account || !verifySignature((*device)->publicKey, bytesOf(bytesToSign(*asked)), asked->sig))
        return stranger();
    if ((*device)->state != EnrolState::Approved && (*device)->state != EnrolState::Revoked)
        return stranger();
    if (std::chrono::abs(request.at - asked->at) > m_limits.clockSkew)
        return HubResponse{.body = write(HelloAnswer{.tokenExpires = request.at, .serverTime = request.at, .stream = m_stream})};

    bool fresh = false;
    auto answer = within([&]() -> Result<HelloAnswer> {
        if (auto forgotten = m_store.forgetExpired(request.at); !forgotten)
            return std::unexpected(forgotten.error());
        // A hello is taken from clockSkew before its `at` to clockSkew after it; so long its nonce is remembered.
        auto first = m_store.useNonce(asked->device, asked->nonce, asked->at + m_limits.clockSkew + Milliseconds{1});
        if (!first)
            return std::unexpected(first.error());
        fresh = *first;
        if (!fresh)
            return HelloAnswer{};
        return beginSession(*asked, **device, request.at);
    });
    if (!answer)
        return troubled(answer.error());
    if (!fresh)
        return refuseCall(401, "unauthorised", "this hello was used before");
    return HubResponse{.body = write(*answer)};
}

Result<HelloAnswer> Hub::beginSession(const HelloRequest& asked, const EnrolledDevice& device, Instant at)
{
    std::array<std::uint8_t, 32> token{};
    m_random.fill(token);
    HelloAnswer answer{.token = toHex(token), .tokenExpires = at + m_limits.session, .serverTime = at, .stream = m_stream};
    if (auto kept = m_store.putSession({sha256(Bytes(token)), asked.device, asked.account, answer.tokenExpires}); !kept)
        return std::unexpected(kept.error());
    auto record = m_store.device(asked.device);
    if (!record)
        return std::unexpected(record.error());
    if (*record) {
        answer.deviceEpoch = (*record)->head.epoch;
        answer.deviceSeq = (*record)->head.lastSeq;
    }
    if (device.state == EnrolState::Revoked)
        return answer; // enough to hand in what it still has; every route tells it that it was revoked
    const auto epoch = m_store.streamEpoch(), head = m_store.head(), configHead = m_store.configHead();
    for (const auto* value : {&epoch, &head, &configHead})
        if (!*value)
            return std::unexpected(value->error());
    answer.streamEpoch = *epoch;
    answer.head = *head;
    answer.configHead = *configHead;
    answer.maxBatch = static_cast<std::int64_t>(mostPushOperations);
    auto scopes = scopesFor(asked.account, at);
    if (!scopes)
        return std::unexpected(scopes.error());
    answer.scopes.assign(scopes->begin(), scopes->end());
    return answer;
}

std::expected<Hub::Caller, HubProblem> Hub::caller(const HubRequest& request)
{
    const auto ended = [] { return refuseCall(401, "unauthorised", "there is no such session, or it has ended"); };
    const auto token = request.token.size() == 64 ? fromHex(request.token) : Result<Buffer>(fail(ErrorCode::Syntax, "not a token"));
    if (!token)
        return ended();
    auto session = m_store.session(sha256(Bytes(*token)));
    if (!session)
        return troubled(session.error());
    if (!*session || (*session)->expires <= request.at)
        return ended();
    auto device = m_store.enrolled((*session)->device);
    if (!device)
        return troubled(device.error());
    if (!*device || (*device)->account != (*session)->account)
        return ended();
    const bool revoked = (*device)->state == EnrolState::Revoked;
    if (!revoked && (*device)->state != EnrolState::Approved)
        return ended();
    return Caller{**std::move(device), revoked};
}

Result<ScopeSet> Hub::scopesFor(const AccountId& account, Instant at)
{
    auto rules = m_rules.inForce(at);
    if (!rules && rules.error().code == ErrorCode::UnknownReference)
        return ScopeSet{}; // nothing is published yet, so nobody holds a post
    if (!rules)
        return std::unexpected(rules.error());
    return scopesOf(**rules, account, at);
}

} // namespace griddesk
