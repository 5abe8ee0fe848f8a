// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncengine.h"

#include "models/wire/canonicaljson.h"
#include "models/wire/rulebundle.h"

#include <algorithm>

namespace griddesk {

namespace {

using std::chrono::seconds;

constexpr Milliseconds interval = seconds{30};
constexpr Milliseconds firstPause = seconds{1}, longestPause = seconds{60};
constexpr Milliseconds watchdog = seconds{120};
constexpr Milliseconds revokedPause = std::chrono::hours{1};
constexpr Milliseconds keepSent = std::chrono::days{30};
constexpr std::string_view lines = "application/x-ndjson";
constexpr std::size_t mostPartBytes = maximumBundleBytes;

Error wrong(std::string what, std::string context = {}) { return {ErrorCode::Network, "the platform's answer makes no sense: " + std::move(what), std::move(context)}; }

} // namespace

SyncEngine::SyncEngine(Submitter& submitter, OutboxPort& outbox, ReplicaPort& replica, LogStore& log, RuleLibrary& rules, ReplicaAuthority& authority,
                       const DeviceKey& key, DeviceId device, RandomSource& random)
    : m_submitter(submitter), m_outbox(outbox), m_replica(replica), m_log(log), m_rules(rules), m_authority(authority), m_key(key),
      m_device(std::move(device)), m_random(random)
{
}

std::uint64_t SyncEngine::draw()
{
    std::array<std::uint8_t, 8> bytes{};
    m_random.fill(bytes);
    std::uint64_t value = 0;
    for (const auto byte : bytes)
        value = (value << 8) | byte;
    return value;
}

void SyncEngine::backOff(Instant now, std::optional<std::int64_t> retryAfter)
{
    const auto most = std::min<Milliseconds>(firstPause * (std::int64_t{1} << std::min(m_failures, 6)), longestPause);
    m_failures = std::min(m_failures + 1, 16);
    // Full jitter, so that desks do not come back all at once after an outage.
    Milliseconds pause{static_cast<std::int64_t>(draw() % static_cast<std::uint64_t>(most.count())) + 100};
    if (retryAfter)
        pause = std::max(pause, Milliseconds{seconds{*retryAfter}} + pause);
    m_wakeAt = now + pause;
    m_report.state = SyncReport::State::Waiting;
}

void SyncEngine::trouble(Error error, Instant now, std::optional<std::int64_t> retryAfter)
{
    m_report.trouble = std::move(error);
    m_report.current = false;
    backOff(now, retryAfter);
}

void SyncEngine::progress(Instant now)
{
    m_failures = 0;
    m_lastProgress = now;
    m_report.trouble.reset();
    m_report.contact = now;
    m_report.state = SyncReport::State::Working;
}

void SyncEngine::poke(Instant now)
{
    if (m_report.state == SyncReport::State::Revoked || m_report.state == SyncReport::State::Waiting)
        return; // an outage is not hurried
    if (m_step == Step::Sleep)
        m_step = Step::Push;
    m_wakeAt = std::min(m_wakeAt, now);
}

void SyncEngine::failed(const Error& error, Instant now)
{
    m_sent.clear();
    m_offered.clear();
    if (now - m_lastProgress > watchdog)
        m_token.clear(); // whatever half-open thing there is: a new session
    trouble(error, now);
}

SyncRequest SyncEngine::hello(Instant now)
{
    std::array<std::uint8_t, 16> nonce{};
    m_random.fill(nonce);
    const auto state = m_replica.state();
    HelloRequest message{.device = m_device, .account = (*state)->account, .nonce = toHex(nonce), .at = now + m_offset};
    message.sig = m_key.sign(bytesOf(bytesToSign(message)));
    return {.method = "POST", .target = "/v1/hello", .contentType = "application/json", .body = write(message)};
}

Result<std::optional<SyncRequest>> SyncEngine::next(Instant now)
{
    if (now < m_wakeAt)
        return std::optional<SyncRequest>{};
    if (m_lastProgress == Instant{})
        m_lastProgress = now;
    auto state = m_replica.state();
    if (!state)
        return std::unexpected(state.error());
    if (!*state)
        return fail(ErrorCode::Inconsistent, "the desk is not enrolled with a platform");
    if (m_token.empty() || m_tokenExpires <= now + m_offset + seconds{20})
        m_step = Step::Hello;
    else if (m_step == Step::Sleep)
        m_step = Step::Push;
    return request(now);
}

Result<std::optional<SyncRequest>> SyncEngine::request(Instant now)
{
    auto state = m_replica.state();
    if (!state)
        return std::unexpected(state.error());
    for (;;) {
        switch (m_step) {
        case Step::Hello: return std::optional{hello(now)};
        case Step::Reoffer: {
            auto copies = m_outbox.sentAfter(m_platformEpoch, m_platformSeq, std::min<std::size_t>(m_batch, 200));
            if (!copies)
                return std::unexpected(copies.error());
            m_offered = *std::move(copies);
            if (m_offered.empty()) {
                m_step = Step::Push;
                continue;
            }
            std::string body;
            std::size_t count = 0;
            for (; count < m_offered.size() && (count == 0 || body.size() + m_offered[count].envelope.size() < mostPushBytes); ++count)
                body += m_offered[count].envelope + "\n";
            m_offered.resize(count);
            return std::optional{SyncRequest{.method = "POST", .target = "/v1/push", .token = m_token, .contentType = std::string(lines), .body = std::move(body)}};
        }
        case Step::Push: {
            m_sent = m_submitter.toPush(m_batch, mostPushBytes);
            if (m_sent.empty()) {
                m_step = Step::Pull;
                continue;
            }
            std::string body;
            for (const auto& item : m_sent)
                body += item.envelope + "\n";
            return std::optional{SyncRequest{.method = "POST", .target = "/v1/push", .token = m_token, .contentType = std::string(lines), .body = std::move(body)}};
        }
        case Step::Config:
            return std::optional{SyncRequest{.method = "GET", .target = "/v1/config?after=" + std::to_string((*state)->configSeq), .token = m_token}};
        case Step::Bundle:
            return std::optional{SyncRequest{.method = "GET", .target = (m_wantedBundle ? "/v1/bundle/" : "/v1/document/") + m_wanted, .token = m_token}};
        case Step::Pull: {
            std::string target = "/v1/pull";
            if (!(*state)->cursor.empty())
                target += "?cursor=" + (*state)->cursor;
            return std::optional{SyncRequest{.method = "GET", .target = std::move(target), .token = m_token}};
        }
        case Step::Sleep: return std::optional<SyncRequest>{};
        }
    }
}

Result<ChangeSet> SyncEngine::take(const SyncReply& reply, Instant now)
{
    if (reply.status != 200) {
        auto problem = readProblemAnswer(reply.body);
        const std::string word = problem ? problem->error : std::string{};
        Error error{ErrorCode::Network, problem ? problem->detail : "status " + std::to_string(reply.status), word};
        m_sent.clear();
        m_offered.clear();
        if (reply.status == 401) {
            m_token.clear(); // expired, or the platform was put back: a new session at once, later when that does not help
            if (m_step == Step::Hello || m_failures > 0)
                trouble(std::move(error), now, reply.retryAfter);
            else
                m_failures = 1;
            m_step = Step::Hello;
            return ChangeSet{};
        }
        if (reply.status == 403 && word == "revoked") {
            m_report.state = SyncReport::State::Revoked;
            m_report.trouble = std::move(error);
            m_report.current = false;
            m_token.clear();
            m_wakeAt = now + revokedPause;
            return ChangeSet{};
        }
        if (reply.status == 413)
            m_batch = std::max<std::size_t>(1, m_batch / 2);
        trouble(std::move(error), now, reply.retryAfter ? reply.retryAfter : problem ? problem->retryAfter : std::nullopt);
        return ChangeSet{};
    }
    switch (m_step) {
    case Step::Hello: return tookHello(reply.body, now);
    case Step::Reoffer: return tookReoffer(reply.body, now);
    case Step::Push: return tookPush(reply.body, now);
    case Step::Config: return tookConfig(reply.body, now);
    case Step::Bundle: return tookBundle(reply.body, now);
    case Step::Pull: return tookPull(reply.body, now);
    case Step::Sleep: break;
    }
    return ChangeSet{};
}

Result<ChangeSet> SyncEngine::tookHello(const std::string& body, Instant now)
{
    auto answer = readHelloAnswer(body);
    if (!answer) {
        trouble(wrong(answer.error().detail, answer.error().context), now);
        return ChangeSet{};
    }
    auto state = m_replica.state();
    if (!state)
        return std::unexpected(state.error());
    if (answer->stream != (*state)->stream) {
        trouble({ErrorCode::Inconsistent, "the platform serves another sub-district", answer->stream}, now);
        return ChangeSet{};
    }
    const Milliseconds offset = answer->serverTime - now;
    if (answer->token.empty()) { // our clock is far off: once more with the platform's time
        const bool again = m_offset != offset && m_failures == 0;
        m_offset = offset;
        m_failures = 1;
        if (!again)
            trouble({ErrorCode::Network, "the platform does not take this machine's clock", {}}, now);
        return ChangeSet{};
    }
    m_offset = offset;
    progress(now);
    m_token = answer->token;
    m_tokenExpires = answer->tokenExpires;
    m_batch = std::min<std::size_t>(static_cast<std::size_t>(answer->maxBatch), mostPushOperations);
    m_platformEpoch = answer->deviceEpoch;
    m_platformSeq = answer->deviceSeq;
    if (auto forgotten = m_outbox.forgetSent(now - keepSent); !forgotten)
        return std::unexpected(forgotten.error());
    ReplicaState next = **state;
    next.scopes = ScopeSet(answer->scopes.begin(), answer->scopes.end());
    if (next != **state)
        if (auto kept = inLogTransaction(m_log, [&] { return m_replica.setState(next); }); !kept)
            return std::unexpected(kept.error());
    const ChainHead& own = m_submitter.chainHead();
    ChangeSet changes;
    if (answer->deviceEpoch > own.epoch || (answer->deviceEpoch == own.epoch && answer->deviceSeq > own.lastSeq)) {
        // The platform has envelopes of this device that are not here: the profile was put back from a copy.
        auto begun = m_submitter.beginEpoch(answer->deviceEpoch + 1, now);
        if (!begun)
            return std::unexpected(begun.error());
        changes = std::move(begun->changes);
        m_step = Step::Push;
        return changes;
    }
    // What it had acknowledged and has no more (it was put back from a backup) is offered again first.
    m_step = answer->deviceEpoch == own.epoch && answer->deviceSeq < own.lastSeq ? Step::Reoffer : Step::Push;
    return changes;
}

Result<std::vector<PushAnswer>> SyncEngine::readAnswers(const std::string& body, std::size_t count)
{
    auto split = splitLines(body, mostPushOperations * 2, mostMessageBytes);
    if (!split)
        return std::unexpected(wrong(split.error().detail));
    if (split->size() != count)
        return std::unexpected(wrong(std::to_string(split->size()) + " answers to " + std::to_string(count) + " operations"));
    std::vector<PushAnswer> answers;
    for (const auto& text : *split) {
        auto line = readPushedLine(text);
        if (!line)
            return std::unexpected(wrong(line.error().detail, line.error().context));
        auto outcome = parseOutcome(line->outcome);
        if (!outcome)
            return std::unexpected(wrong(outcome.error().detail));
        PushAnswer answer;
        answer.operation = line->operation;
        answer.outcome = *outcome;
        answer.repeated = line->repeated;
        answer.reason = line->reason;
        answer.seq = line->seq;
        answer.effective = line->effective;
        answer.number = line->number;
        answers.push_back(std::move(answer));
    }
    return answers;
}

Result<ChangeSet> SyncEngine::tookReoffer(const std::string& body, Instant now)
{
    auto answers = readAnswers(body, m_offered.size());
    if (!answers) {
        trouble(answers.error(), now);
        return ChangeSet{};
    }
    std::vector<OutboxItem> tray;
    for (std::size_t i = 0; i < m_offered.size(); ++i) {
        const PushAnswer& answer = (*answers)[i];
        if (answer.waits()) {
            trouble(wrong("an operation offered again waits for one before it", m_offered[i].envelope.substr(0, 0)), now);
            return ChangeSet{};
        }
        if (!answer.refused())
            continue;
        auto sealed = readEnvelope(m_offered[i].envelope);
        if (!sealed)
            return std::unexpected(sealed.error());
        tray.push_back({.operation = sealed->envelope.op,
                        .savedAt = sealed->envelope.wall,
                        .heldUntil = sealed->envelope.wall,
                        .state = OutboxState::Refused,
                        .devSeq = m_offered[i].devSeq,
                        .envelope = m_offered[i].envelope,
                        .outcome = std::string(nameOf(answer.outcome)),
                        .reason = answer.reason});
    }
    ChangeSet changes;
    if (!tray.empty()) {
        if (auto put = m_outbox.putInTray(tray); !put)
            return std::unexpected(put.error());
        auto shown = m_submitter.rereadTray();
        if (!shown)
            return shown;
        changes = *std::move(shown);
    }
    progress(now);
    m_report.pushed += static_cast<std::int64_t>(m_offered.size());
    m_platformSeq = m_offered.back().devSeq;
    m_offered.clear();
    return changes;
}

Result<ChangeSet> SyncEngine::tookPush(const std::string& body, Instant now)
{
    auto answers = readAnswers(body, m_sent.size());
    if (!answers) {
        trouble(answers.error(), now);
        return ChangeSet{};
    }
    for (std::size_t i = 0; i < m_sent.size(); ++i)
        if ((*answers)[i].operation && *(*answers)[i].operation != m_sent[i].operation.id) {
            trouble(wrong("answers in another order"), now);
            return ChangeSet{};
        }
    const bool waits = std::ranges::any_of(*answers, &PushAnswer::waits);
    const bool tampered = std::ranges::any_of(*answers, [](const PushAnswer& a) { return a.outcome == Outcome::Tampered; });
    auto changes = m_submitter.answered(m_sent, *answers, now);
    if (!changes)
        return changes;
    m_report.pushed += std::ranges::count_if(*answers, [](const PushAnswer& a) { return !a.waits(); });
    m_report.refused += std::ranges::count_if(*answers, &PushAnswer::refused);
    m_sent.clear();
    progress(now);
    if (tampered) { // what stands behind it in the chain would wait for ever
        auto begun = m_submitter.beginEpoch(m_platformEpoch + 1, now);
        if (!begun)
            return std::unexpected(begun.error());
        m_token.clear();
        m_step = Step::Hello;
        return changes;
    }
    if (waits) { // the platform lacks something before it: ask what it has
        m_token.clear();
        trouble(wrong("it waits for an operation before these"), now);
        m_step = Step::Hello;
    }
    return changes;
}

Result<ChangeSet> SyncEngine::tookPull(const std::string& body, Instant now)
{
    auto page = readPage(body);
    if (!page) {
        trouble(wrong(page.error().detail, page.error().context), now);
        return ChangeSet{};
    }
    auto state = m_replica.state();
    if (!state)
        return std::unexpected(state.error());
    if (page->checkpoint.configHead > (*state)->configSeq) { // rules first; the page is asked for again behind them
        progress(now);
        m_step = Step::Config;
        return ChangeSet{};
    }
    auto applied = applyPage(*page, m_replica, m_log, m_rules, now);
    if (!applied) {
        m_authority.forgetAll();
        if (applied.error().code == ErrorCode::Inconsistent || applied.error().code == ErrorCode::UnknownReference || applied.error().code == ErrorCode::Syntax) {
            trouble(wrong(applied.error().detail, applied.error().context), now);
            return ChangeSet{};
        }
        return std::unexpected(applied.error());
    }
    if (page->checkpoint.reset || applied->differs)
        m_authority.forgetAll();
    else
        m_authority.forget(applied->touched);
    auto gone = m_replica.unshown();
    if (!gone)
        return std::unexpected(gone.error());
    auto changes = m_submitter.copied(applied->upTo, *gone, now);
    if (!changes)
        return changes;
    if (!gone->empty())
        if (auto shown = inLogTransaction(m_log, [&] { return m_replica.shown(*gone); }); !shown)
            return std::unexpected(shown.error());
    progress(now);
    m_report.pulled += applied->entries;
    if (applied->differs) {
        ++m_report.remade;
        if (++m_mismatches > 1) { // the same difference again: a bug, not an accident; not every second
            trouble({ErrorCode::HashMismatch, "the copy does not agree with the platform although it was made anew", {}}, now, 600);
            return changes;
        }
        return changes; // Step::Pull again, from nothing
    }
    if (applied->proven) {
        m_mismatches = 0;
        m_report.proven = now;
    }
    if (!page->checkpoint.more) {
        m_report.current = m_submitter.waiting() == 0;
        m_report.state = SyncReport::State::Idle;
        m_step = Step::Sleep;
        m_wakeAt = now + interval;
        if (!m_submitter.toPush(1, 1).empty()) // saved meanwhile
            m_wakeAt = now;
    }
    return changes;
}

Result<ChangeSet> SyncEngine::tookConfig(const std::string& body, Instant now)
{
    auto split = splitLines(body, 10'000, mostMessageBytes);
    auto state = m_replica.state();
    if (!state)
        return std::unexpected(state.error());
    if (!split) {
        trouble(wrong(split.error().detail), now);
        return ChangeSet{};
    }
    auto key = PublicKey::parse((*state)->platformKey);
    m_config.clear();
    m_parts.clear();
    std::int64_t seq = (*state)->configSeq;
    for (const auto& text : *split) {
        auto line = readConfigLine(text);
        if (!line || line->seq != seq + 1) {
            trouble(wrong(line ? "configuration has a gap" : line.error().detail), now);
            return ChangeSet{};
        }
        if (!key || !isSignedBy(*line, *key)) {
            trouble({ErrorCode::SignatureInvalid, "a configuration line is not signed by the platform this desk was enrolled with", std::to_string(line->seq)}, now, 60);
            return ChangeSet{};
        }
        ++seq;
        m_config.push_back(*std::move(line));
    }
    if (m_config.empty()) {
        trouble(wrong("it has newer rules and does not tell them"), now);
        return ChangeSet{};
    }
    progress(now);
    return publishConfig().transform([] { return ChangeSet{}; });
}

Result<void> SyncEngine::publishConfig()
{
    // Fetch what is missing, one by one; then publish all lines in one transaction.
    for (const auto& line : m_config) {
        const auto missing = [&](const std::string& hash, bool isBundle) -> Result<bool> {
            if (m_parts.contains(hash))
                return false;
            auto known = isBundle ? m_log.bundle(hash) : m_log.document(hash);
            if (!known)
                return std::unexpected(known.error());
            return !known->has_value();
        };
        std::vector<std::pair<std::string, bool>> wanted{{line.bundle, true}};
        for (const auto& hash : line.documents)
            wanted.emplace_back(hash, false);
        for (const auto& [hash, isBundle] : wanted) {
            auto lacks = missing(hash, isBundle);
            if (!lacks)
                return std::unexpected(lacks.error());
            if (*lacks) {
                m_wanted = hash;
                m_wantedBundle = isBundle;
                m_step = Step::Bundle;
                return {};
            }
        }
    }
    auto state = m_replica.state();
    if (!state)
        return std::unexpected(state.error());
    auto published = inLogTransaction(m_log, [&]() -> Result<void> {
        ReplicaState next = **state;
        for (const auto& line : m_config) {
            for (const auto& hash : line.documents)
                if (const auto part = m_parts.find(hash); part != m_parts.end())
                    if (auto put = m_log.putDocument(hash, part->second); !put)
                        return put;
            if (const auto part = m_parts.find(line.bundle); part != m_parts.end())
                if (auto put = m_rules.publish(part->second, line.validFrom); !put)
                    return std::unexpected(put.error());
            next.configSeq = line.seq;
        }
        return m_replica.setState(next);
    });
    if (!published) {
        m_rules.forget();
        return published;
    }
    m_config.clear();
    m_parts.clear();
    m_step = Step::Pull;
    m_report.rulesChanged = true;
    return {};
}

Result<ChangeSet> SyncEngine::tookBundle(const std::string& body, Instant now)
{
    if (body.size() > mostPartBytes || sha256(body).hex() != m_wanted) {
        trouble({ErrorCode::HashMismatch, "what the platform sent is not what its configuration names", m_wanted}, now);
        return ChangeSet{};
    }
    m_parts.emplace(m_wanted, body);
    progress(now);
    return publishConfig().transform([] { return ChangeSet{}; });
}

} // namespace griddesk
