// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol.h"

#include "canonicaljson.h"
#include "wirefields.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

constexpr std::int64_t most = maximumJsonInteger;
constexpr std::size_t longText = 4096;
constexpr JsonLimits messageLimits{.bytes = mostMessageBytes, .depth = 8};
/// An envelope with what the platform says of it.
constexpr JsonLimits entryLimits{.bytes = maximumEnvelopeBytes + 16 * 1024, .depth = 33};

Instant instantField(FieldReader& fields, std::string_view key)
{
    return instantFromMs(wantedInteger(fields, key, 0, most));
}

std::string hexField(FieldReader& fields, std::string_view key, std::size_t bytes)
{
    std::string text = fields.text(key, 2 * bytes);
    if (fields.ok() && (text.size() != 2 * bytes || !fromHex(text)))
        fields.fault(ErrorCode::Syntax, "lower-case hexadecimal of " + std::to_string(bytes) + " bytes is wanted", key);
    return text;
}

template <typename Fixed>
Fixed fixedField(FieldReader& fields, std::string_view key)
{
    auto parsed = Fixed::parse(fields.text(key, 2 * Fixed::size));
    if (!parsed) {
        fields.fault(parsed.error().code, parsed.error().detail, key);
        return {};
    }
    return *parsed;
}

/// A word that may be absent; written only when it is not empty.
void setText(Value& value, const char* key, const std::string& text)
{
    if (!text.empty())
        value.set(key, text);
}

void checkProtocol(FieldReader& fields, std::int64_t proto)
{
    if (fields.ok() && proto > wireProtocol)
        fields.fault(ErrorCode::Unsupported, "protocol " + std::to_string(proto) + " is newer than " + std::to_string(wireProtocol), "proto");
}

template <typename Message, typename Fill>
Result<Message> readMessage(std::string_view bytes, const JsonLimits& limits, Message message, Fill&& fill)
{
    auto value = fromCanonical(bytes, limits);
    if (!value)
        return std::unexpected(value.error());
    FieldReader fields(*value, nullptr);
    fill(fields, message);
    if (auto done = fields.finish(); !done)
        return std::unexpected(done.error());
    return message;
}

Value body(const EnrolRequest& m)
{
    return Value()
        .set("proto", m.proto)
        .set("account", m.account.text())
        .set("password", m.password)
        .set("device", m.device.text())
        .set("publicKey", m.publicKey.hex())
        .set("program", m.program)
        .set("at", msOf(m.at));
}

Value body(const HelloRequest& m)
{
    return Value().set("proto", m.proto).set("device", m.device.text()).set("account", m.account.text()).set("nonce", m.nonce).set("at", msOf(m.at));
}

Value body(const ConfigLine& m)
{
    Value::List documents;
    for (const auto& hash : m.documents)
        documents.emplace_back(hash);
    return Value()
        .set("seq", m.seq)
        .set("bundle", m.bundle)
        .set("validFrom", msOf(m.validFrom))
        .set("documents", std::move(documents))
        .set("by", m.by.text());
}

constexpr std::array<std::string_view, 4> stateNames{"pending", "approved", "refused", "revoked"};
constexpr std::array<std::string_view, 4> kindNames{"entry", "enter", "leave", "checkpoint"};
constexpr std::array<std::string_view, 8> outcomeNames{"applied", "appliedRebased", "superseded", "held", "conflict", "unauthorised", "invalid", "tampered"};

/// One of a few words; `names` in the order of the enumeration.
template <std::size_t N>
std::size_t wordField(FieldReader& fields, std::string_view key, const std::array<std::string_view, N>& names)
{
    const std::string word = fields.text(key, 32);
    const auto found = std::ranges::find(names, word);
    if (found == names.end()) {
        fields.fault(ErrorCode::OutOfRange, "an unknown word", key);
        return 0;
    }
    return static_cast<std::size_t>(found - names.begin());
}

constexpr std::string_view base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string toBase64Url(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int have = 0;
    for (const unsigned char byte : text) {
        bits = (bits << 8) | byte;
        for (have += 8; have >= 6; have -= 6)
            out += base64Digits[(bits >> (have - 6)) & 63];
    }
    if (have > 0)
        out += base64Digits[(bits << (6 - have)) & 63];
    return out;
}

Result<std::string> fromBase64Url(std::string_view text)
{
    std::string out;
    std::uint32_t bits = 0;
    int have = 0;
    for (const char digit : text) {
        const auto value = base64Digits.find(digit);
        if (value == std::string_view::npos)
            return fail(ErrorCode::Syntax, "not base64url");
        bits = (bits << 6) | static_cast<std::uint32_t>(value);
        have += 6;
        if (have >= 8) {
            have -= 8;
            out += static_cast<char>((bits >> have) & 255);
        }
    }
    if (have == 6 || (bits & ((1U << have) - 1)) != 0 || toBase64Url(out) != text)
        return fail(ErrorCode::Syntax, "not base64url"); // one text for one cursor
    return out;
}

} // namespace

std::string_view nameOf(EnrolState state) noexcept { return stateNames[static_cast<std::size_t>(state)]; }

std::string Cursor::text() const
{
    Value value;
    value.set("epoch", epoch).set("seq", seq);
    setText(value, "scopes", scopes);
    setText(value, "target", target);
    setText(value, "afterCase", afterCase);
    return toBase64Url(toCanonical(value));
}

Result<Cursor> Cursor::parse(std::string_view text)
{
    if (text.size() > 512)
        return fail(ErrorCode::LimitExceeded, "a cursor has at most 512 characters");
    auto json = fromBase64Url(text);
    if (!json)
        return std::unexpected(json.error());
    return readMessage(*json, messageLimits, Cursor{}, [](FieldReader& fields, Cursor& cursor) {
        cursor.epoch = wantedInteger(fields, "epoch", 0, most);
        cursor.seq = wantedInteger(fields, "seq", 0, most);
        if (fields.has("scopes"))
            cursor.scopes = hexField(fields, "scopes", 32);
        if (fields.has("target"))
            cursor.target = hexField(fields, "target", 32);
        if (fields.has("afterCase"))
            cursor.afterCase = fields.id<CaseId>("afterCase").text();
    });
}

std::string write(const EnrolRequest& message) { return toCanonical(body(message).set("sig", message.sig.hex())); }
std::string bytesToSign(const EnrolRequest& message) { return "griddesk.enrol.1\n" + toCanonical(body(message)); }
std::string write(const HelloRequest& message) { return toCanonical(body(message).set("sig", message.sig.hex())); }
std::string bytesToSign(const HelloRequest& message) { return "griddesk.hello.1\n" + toCanonical(body(message)); }
std::string write(const ConfigLine& line) { return toCanonical(body(line).set("sig", line.sig.hex())); }
std::string bytesToSign(const ConfigLine& line) { return "griddesk.config.1\n" + toCanonical(body(line)); }

std::string write(const EnrolAnswer& message)
{
    Value value;
    value.set("state", nameOf(message.state));
    setText(value, "code", message.code);
    setText(value, "stream", message.stream);
    setText(value, "letter", message.letter);
    setText(value, "platformKey", message.platformKey);
    if (message.founding)
        value.set("founding", true);
    return toCanonical(value);
}

std::string write(const HelloAnswer& message)
{
    Value::List scopes;
    for (const auto& scope : message.scopes)
        scopes.emplace_back(scope);
    Value value;
    value.set("tokenExpires", msOf(message.tokenExpires))
        .set("serverTime", msOf(message.serverTime))
        .set("stream", message.stream)
        .set("streamEpoch", message.streamEpoch)
        .set("head", message.head)
        .set("deviceEpoch", message.deviceEpoch)
        .set("deviceSeq", message.deviceSeq)
        .set("configHead", message.configHead)
        .set("scopes", std::move(scopes))
        .set("maxBatch", message.maxBatch);
    setText(value, "token", message.token);
    return toCanonical(value);
}

std::string write(const PushedLine& line)
{
    Value value;
    if (line.operation)
        value.set("operation", line.operation->text());
    value.set("outcome", line.outcome).set("seq", line.seq).set("caseRev", line.caseRev).set("effective", msOf(line.effective));
    if (line.repeated)
        value.set("repeated", true);
    setText(value, "reason", line.reason);
    setText(value, "number", line.number);
    return toCanonical(value);
}

std::string write(const PulledLine& line)
{
    Value value;
    value.set("kind", kindNames[static_cast<std::size_t>(line.kind)]);
    switch (line.kind) {
    case PulledLine::Kind::Entry: {
        value.set("seq", line.seq).set("caseRev", line.caseRev).set("doubtMs", line.doubtMs).set("outcome", line.outcome);
        value.set("effective", msOf(line.effective)).set("receivedAt", msOf(line.receivedAt));
        setText(value, "reason", line.reason);
        setText(value, "number", line.number);
        // The envelope is canonical JSON already, so it is put in as it stands, at its place in the order of keys.
        std::string text = toCanonical(value);
        const auto place = text.find(",\"kind\":");
        return text.insert(place, ",\"envelope\":" + line.envelope);
    }
    case PulledLine::Kind::Enter:
    case PulledLine::Kind::Leave: value.set("case", line.caseId ? line.caseId->text() : std::string{}); break;
    case PulledLine::Kind::Checkpoint: {
        value.set("cursor", line.cursor).set("epoch", line.epoch).set("head", line.head).set("configHead", line.configHead);
        if (line.more)
            value.set("more", true);
        if (line.reset)
            value.set("reset", true);
        Value::List digests;
        for (const auto& digest : line.digests)
            digests.push_back(Value().set("scope", digest.scope).set("count", digest.count).set("digest", digest.digest.hex()));
        value.set("digests", std::move(digests));
        break;
    }
    }
    return toCanonical(value);
}

std::string write(const ProblemAnswer& message)
{
    Value value;
    value.set("error", message.error).set("detail", message.detail);
    if (message.retryAfter)
        value.set("retryAfter", *message.retryAfter);
    return toCanonical(value);
}

Result<EnrolRequest> readEnrolRequest(std::string_view bytes)
{
    EnrolRequest empty{.account = AccountId::literal("-"), .password = {}, .device = DeviceId::literal("-"), .publicKey = {}, .program = {}};
    return readMessage(bytes, messageLimits, std::move(empty), [](FieldReader& fields, EnrolRequest& m) {
        m.proto = wantedInteger(fields, "proto", 1, most);
        m.account = fields.id<AccountId>("account");
        m.password = fields.text("password", 256);
        m.device = fields.id<DeviceId>("device");
        m.publicKey = fixedField<PublicKey>(fields, "publicKey");
        m.program = fields.textOr("program", 200);
        m.at = instantField(fields, "at");
        m.sig = fixedField<Signature>(fields, "sig");
        checkProtocol(fields, m.proto);
    });
}

Result<EnrolAnswer> readEnrolAnswer(std::string_view bytes)
{
    return readMessage(bytes, messageLimits, EnrolAnswer{}, [](FieldReader& fields, EnrolAnswer& m) {
        m.state = static_cast<EnrolState>(wordField(fields, "state", stateNames));
        m.code = fields.textOr("code", 16);
        m.stream = fields.textOr("stream", 64);
        m.letter = fields.textOr("letter", 8);
        if (fields.has("platformKey"))
            m.platformKey = hexField(fields, "platformKey", PublicKey::size);
        m.founding = fields.booleanOr("founding", false);
    });
}

Result<HelloRequest> readHelloRequest(std::string_view bytes)
{
    HelloRequest empty{.device = DeviceId::literal("-"), .account = AccountId::literal("-"), .nonce = {}};
    return readMessage(bytes, messageLimits, std::move(empty), [](FieldReader& fields, HelloRequest& m) {
        m.proto = wantedInteger(fields, "proto", 1, most);
        m.device = fields.id<DeviceId>("device");
        m.account = fields.id<AccountId>("account");
        m.nonce = hexField(fields, "nonce", 16);
        m.at = instantField(fields, "at");
        m.sig = fixedField<Signature>(fields, "sig");
        checkProtocol(fields, m.proto);
    });
}

Result<HelloAnswer> readHelloAnswer(std::string_view bytes)
{
    return readMessage(bytes, messageLimits, HelloAnswer{}, [](FieldReader& fields, HelloAnswer& m) {
        if (fields.has("token"))
            m.token = hexField(fields, "token", 32);
        m.tokenExpires = instantField(fields, "tokenExpires");
        m.serverTime = instantField(fields, "serverTime");
        m.stream = fields.text("stream", 64);
        m.streamEpoch = wantedInteger(fields, "streamEpoch", 1, most);
        m.head = wantedInteger(fields, "head", 0, most);
        m.deviceEpoch = wantedInteger(fields, "deviceEpoch", 1, most);
        m.deviceSeq = wantedInteger(fields, "deviceSeq", 0, most);
        m.configHead = wantedInteger(fields, "configHead", 0, most);
        m.scopes = fields.parsedList<std::string>("scopes", [](const std::string& word) -> Result<std::string> {
            return isIdentifier(word.substr(0, 64)) && word.size() <= 80 ? Result<std::string>(word) : fail(ErrorCode::Syntax, "not a scope");
        }, 256);
        m.maxBatch = wantedInteger(fields, "maxBatch", 1, 10'000);
    });
}

Result<PushedLine> readPushedLine(std::string_view bytes)
{
    return readMessage(bytes, messageLimits, PushedLine{}, [](FieldReader& fields, PushedLine& m) {
        m.operation = fields.optionalId<OperationId>("operation");
        m.outcome = outcomeNames[wordField(fields, "outcome", outcomeNames)];
        m.repeated = fields.booleanOr("repeated", false);
        m.reason = fields.textOr("reason", longText);
        m.seq = wantedInteger(fields, "seq", 0, most);
        m.caseRev = wantedInteger(fields, "caseRev", 0, most);
        m.effective = instantField(fields, "effective");
        m.number = fields.textOr("number", 64);
    });
}

Result<PulledLine> readPulledLine(std::string_view bytes)
{
    return readMessage(bytes, entryLimits, PulledLine{}, [](FieldReader& fields, PulledLine& m) {
        m.kind = static_cast<PulledLine::Kind>(wordField(fields, "kind", kindNames));
        switch (m.kind) {
        case PulledLine::Kind::Entry:
            m.seq = wantedInteger(fields, "seq", 1, most);
            m.caseRev = wantedInteger(fields, "caseRev", 0, most);
            m.doubtMs = wantedInteger(fields, "doubtMs", 0, most);
            m.outcome = outcomeNames[wordField(fields, "outcome", outcomeNames)];
            m.reason = fields.textOr("reason", longText);
            m.number = fields.textOr("number", 64);
            m.effective = instantField(fields, "effective");
            m.receivedAt = instantField(fields, "receivedAt");
            m.envelope = toCanonical(wantedObject(fields, "envelope"));
            break;
        case PulledLine::Kind::Enter:
        case PulledLine::Kind::Leave: m.caseId = fields.id<CaseId>("case"); break;
        case PulledLine::Kind::Checkpoint: {
            m.cursor = fields.text("cursor", 512);
            m.epoch = wantedInteger(fields, "epoch", 1, most);
            m.head = wantedInteger(fields, "head", 0, most);
            m.configHead = wantedInteger(fields, "configHead", 0, most);
            m.more = fields.booleanOr("more", false);
            m.reset = fields.booleanOr("reset", false);
            const Value::List digests = wantedList(fields, "digests", 256);
            for (std::size_t i = 0; i < digests.size(); ++i) {
                const FieldPath path{nullptr, "digests", static_cast<std::ptrdiff_t>(i)};
                FieldReader one(digests[i], &path);
                ScopeDigest digest{.scope = one.text("scope", 80), .count = wantedInteger(one, "count", 0, most), .digest = fixedField<Digest>(one, "digest")};
                if (auto done = one.finish(); !done) {
                    fields.fault(done.error());
                    break;
                }
                m.digests.push_back(std::move(digest));
            }
            break;
        }
        }
    });
}

Result<ConfigLine> readConfigLine(std::string_view bytes)
{
    ConfigLine empty{.bundle = {}, .documents = {}, .by = AccountId::literal("-")};
    return readMessage(bytes, messageLimits, std::move(empty), [](FieldReader& fields, ConfigLine& m) {
        m.seq = wantedInteger(fields, "seq", 1, most);
        m.bundle = hexField(fields, "bundle", 32);
        m.validFrom = instantField(fields, "validFrom");
        m.documents = fields.parsedList<std::string>("documents", [](const std::string& word) -> Result<std::string> {
            auto hash = Hash::parse(word);
            return hash ? Result<std::string>(word) : std::unexpected(hash.error());
        }, 64);
        m.by = fields.id<AccountId>("by");
        m.sig = fixedField<Signature>(fields, "sig");
    });
}

Result<ProblemAnswer> readProblemAnswer(std::string_view bytes)
{
    return readMessage(bytes, messageLimits, ProblemAnswer{}, [](FieldReader& fields, ProblemAnswer& m) {
        m.error = fields.text("error", 64);
        m.detail = fields.textOr("detail", longText);
        m.retryAfter = optionalInteger(fields, "retryAfter", 0, 86'400);
    });
}

bool isSignedBy(const ConfigLine& line, const PublicKey& platform) { return verifySignature(platform, bytesOf(bytesToSign(line)), line.sig); }

Result<std::vector<std::string_view>> splitLines(std::string_view body, std::size_t mostLines, std::size_t mostLineBytes)
{
    std::vector<std::string_view> lines;
    while (!body.empty()) {
        const auto end = body.find('\n');
        if (end == std::string_view::npos)
            return fail(ErrorCode::Syntax, "the body was cut: the last line has no end");
        if (end > mostLineBytes)
            return fail(ErrorCode::LimitExceeded, "a line is longer than " + std::to_string(mostLineBytes) + " bytes", std::to_string(lines.size() + 1));
        if (lines.size() == mostLines)
            return fail(ErrorCode::LimitExceeded, "more than " + std::to_string(mostLines) + " lines");
        lines.push_back(body.substr(0, end));
        body.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace griddesk
