// SPDX-License-Identifier: GPL-3.0-or-later
// Operations that desks bring.
#include "hub.h"

namespace griddesk {

namespace {

PushedLine lineOf(const PushAnswer& answer)
{
    return {.operation = answer.operation,
            .outcome = std::string(nameOf(answer.outcome)),
            .repeated = answer.repeated,
            .reason = printable(answer.reason),
            .seq = answer.seq,
            .caseRev = answer.caseRev,
            .effective = answer.effective,
            .number = answer.number};
}

} // namespace

Hub::Answer Hub::push(const HubRequest& request, const Caller& caller)
{
    if (request.body.size() > mostPushBytes)
        return refuseCall(413, "tooLarge", "a push has at most " + std::to_string(mostPushBytes) + " bytes");
    // A single line that is too long is answered as invalid, so that it does not keep the others from arriving.
    auto lines = splitLines(request.body, mostPushOperations, mostPushBytes);
    if (!lines)
        return refuseBody(lines.error());
    if (caller.revoked)
        return quarantine(*lines, request.at);
    auto answers = judge({lines->begin(), lines->end()}, caller, request.at);
    if (!answers)
        return troubled(answers.error());
    HubResponse response{.contentType = "application/x-ndjson"};
    for (const auto& answer : *answers) {
        response.headMoved = response.headMoved || (answer.seq > 0 && !answer.repeated);
        response.body += write(lineOf(answer)) + "\n";
        ++m_counters["griddesk_pushed_total{outcome=\"" + (answer.repeated ? "repeated" : std::string(nameOf(answer.outcome))) + "\"}"];
    }
    return response;
}

Result<std::vector<PushAnswer>> Hub::judge(const std::vector<std::string>& envelopes, const Caller& caller, Instant at)
{
    const PushOrigin origin{caller.device.device, caller.device.account, m_bugs.skipDedupe};
    const auto work = [&]() -> Result<std::vector<PushAnswer>> {
        auto head = m_store.head();
        if (!head)
            return std::unexpected(head.error());
        if (*head != m_knownHead) // another process has logged something meanwhile
            m_authority.forget();
        auto answers = m_authority.pushWithin(envelopes, at, &origin);
        if (!answers)
            return answers;
        head = m_store.head();
        if (!head)
            return std::unexpected(head.error());
        m_knownHead = *head;
        return answers;
    };
    if (!m_bugs.answerBeforeCommit)
        return within(work);
    if (auto begun = m_store.begin(); !begun)
        return std::unexpected(begun.error());
    m_uncommitted = true; // the next request commits it, if this object lives so long
    return work();
}

Hub::Answer Hub::quarantine(const std::vector<std::string_view>& lines, Instant at)
{
    auto kept = within([&]() -> Result<void> {
        for (const auto line : lines)
            if (auto ok = m_store.quarantine(line, Outcome::Unauthorised, "revokedDevice", at); !ok)
                return ok;
        return {};
    });
    if (!kept)
        return troubled(kept.error());
    return refuseCall(403, "revoked", "the device was revoked; what it brought is kept for an administrator");
}

} // namespace griddesk
