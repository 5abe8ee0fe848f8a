// SPDX-License-Identifier: GPL-3.0-or-later
#include "foundingupload.h"

#include "models/wire/canonicaljson.h"
#include "models/wire/founding.h"

#include <array>
#include <set>

namespace griddesk {

namespace {

constexpr std::size_t pieceBytes = 256 * 1024;
constexpr std::size_t pageEntries = 500;

/// Cuts lines into pieces and sends each; what the platform has already from an earlier try is left out.
class PieceSender {
public:
    PieceSender(const Exchange& exchange, std::string token) : m_exchange(exchange), m_token(std::move(token)) {}

    Result<void> begin()
    {
        auto size = post("", 0, false);
        if (!size)
            return std::unexpected(size.error());
        m_there = *size;
        return {};
    }
    Result<void> line(const FoundingLine& line)
    {
        m_piece += write(line) + "\n";
        while (m_piece.size() >= pieceBytes)
            if (auto sent = send(m_piece.substr(0, pieceBytes), false); !sent)
                return sent;
            else
                m_piece.erase(0, pieceBytes);
        return {};
    }
    Result<void> commit() { return send(m_piece, true); }

private:
    Result<void> send(const std::string& piece, bool last)
    {
        const std::int64_t from = m_offset;
        m_offset += static_cast<std::int64_t>(piece.size());
        if (!last && m_offset <= m_there)
            return {}; // from an earlier try; another log would not pass the check of the whole
        auto size = post(piece, from, last);
        return size ? Result<void>{} : std::unexpected(size.error());
    }
    Result<std::int64_t> post(const std::string& body, std::int64_t offset, bool last)
    {
        auto reply = m_exchange({.method = "POST",
                                 .target = "/v1/found?offset=" + std::to_string(offset) + (last ? "&commit=1" : ""),
                                 .token = m_token,
                                 .contentType = "application/x-ndjson",
                                 .body = body});
        if (!reply)
            return std::unexpected(reply.error());
        if (reply->status != 200) {
            auto problem = readProblemAnswer(reply->body);
            return fail(ErrorCode::Refused, problem ? problem->detail : "status " + std::to_string(reply->status), "founding");
        }
        auto value = fromCanonical(reply->body);
        if (!value)
            return std::unexpected(value.error());
        return value->intOr("size", 0);
    }

    const Exchange& m_exchange;
    std::string m_token, m_piece;
    std::int64_t m_offset = 0, m_there = 0;
};

Result<std::string> greet(const DeviceKey& key, const DeviceId& device, const AccountId& account, const Exchange& exchange, Instant now, RandomSource& random)
{
    std::array<std::uint8_t, 16> nonce{};
    random.fill(nonce);
    HelloRequest hello{.device = device, .account = account, .nonce = toHex(nonce), .at = now};
    hello.sig = key.sign(bytesOf(bytesToSign(hello)));
    auto reply = exchange({.method = "POST", .target = "/v1/hello", .contentType = "application/json", .body = write(hello)});
    if (!reply)
        return std::unexpected(reply.error());
    auto answer = readHelloAnswer(reply->body);
    if (reply->status != 200 || !answer)
        return fail(ErrorCode::Refused, "the platform does not greet this desk", reply->body.substr(0, 200));
    if (answer->token.empty())
        return fail(ErrorCode::Refused, "this machine's clock is more than ten minutes off the platform's; set it and try again");
    return answer->token;
}

} // namespace

Result<std::int64_t> uploadLog(DeskConnection& desk, const Profile& profile, const DeviceKey& key, const AccountId& account,
                               const Exchange& exchange, const std::function<Instant()>& now, RandomSource& random)
{
    auto items = desk.outbox->items();
    if (!items)
        return std::unexpected(items.error());
    for (const auto& item : *items)
        if (item.state == OutboxState::Held || item.state == OutboxState::Sealed)
            return fail(ErrorCode::Refused, "something saved is not in the log yet: open the profile once, then enrol", item.operation.id.text());
    auto token = greet(key, profile.info().device, account, exchange, now(), random);
    if (!token)
        return std::unexpected(token.error());
    PieceSender sender(exchange, *std::move(token));
    if (auto begun = sender.begin(); !begun)
        return std::unexpected(begun.error());

    auto bundles = desk.log->bundles();
    auto devices = desk.log->devices();
    if (!bundles || !devices)
        return std::unexpected(bundles ? devices.error() : bundles.error());
    std::set<std::string> documents;
    for (const auto& [hash, validFrom] : *bundles) {
        auto bytes = desk.log->bundle(hash);
        auto rules = desk.rules->rules(hash);
        if (!bytes || !rules)
            return std::unexpected(bytes ? rules.error() : bytes.error());
        if (const std::string& geometry = (*rules)->geometry; !geometry.empty() && documents.insert(geometry).second) {
            auto document = desk.log->document(geometry);
            if (!document)
                return std::unexpected(document.error());
            if (*document)
                if (auto sent = sender.line({.kind = FoundingLine::Kind::Document, .hash = geometry, .bytes = **document}); !sent)
                    return std::unexpected(sent.error());
        }
        if (auto sent = sender.line({.kind = FoundingLine::Kind::Bundle, .hash = hash, .bytes = bytes->value_or(""), .validFrom = validFrom}); !sent)
            return std::unexpected(sent.error());
    }
    for (const auto& device : *devices)
        if (auto sent = sender.line({.kind = FoundingLine::Kind::Device, .device = device.head.device, .publicKey = device.publicKey}); !sent)
            return std::unexpected(sent.error());
    std::int64_t last = 0;
    for (;;) {
        auto page = desk.log->entriesAfter(last, pageEntries);
        if (!page)
            return std::unexpected(page.error());
        if (page->empty())
            break;
        for (const auto& entry : *page) {
            FoundingLine line{.kind = FoundingLine::Kind::Entry};
            line.seq = entry.seq;
            line.caseRev = entry.caseRev;
            line.doubtMs = entry.doubtMs;
            line.envelope = entry.envelope;
            line.outcome = nameOf(entry.outcome);
            line.reason = entry.reason;
            line.number = entry.number;
            line.effective = entry.effective;
            line.receivedAt = entry.receivedAt;
            if (auto sent = sender.line(line); !sent)
                return std::unexpected(sent.error());
            last = entry.seq;
        }
    }
    if (auto committed = sender.commit(); !committed)
        return std::unexpected(committed.error());
    return last;
}

} // namespace griddesk
