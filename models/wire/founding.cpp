// SPDX-License-Identifier: GPL-3.0-or-later
#include "founding.h"

#include "canonicaljson.h"
#include "wirefields.h"

#include <array>

namespace griddesk {

namespace {

constexpr std::int64_t most = maximumJsonInteger;
constexpr std::array<std::string_view, 4> kindNames{"bundle", "document", "device", "entry"};

/// Any text, line ends included, which the readers of words refuse.
std::string rawText(FieldReader& fields, std::string_view key)
{
    const auto* member = fields.any(key);
    if (member == nullptr)
        fields.fault(ErrorCode::MissingField, "missing", key);
    else if (const auto* text = member->text())
        return *text;
    else
        fields.fault(ErrorCode::WrongType, "a text is wanted", key);
    return {};
}

Instant instantField(FieldReader& fields, std::string_view key) { return instantFromMs(wantedInteger(fields, key, 0, most)); }

void readEntry(FieldReader& fields, FoundingLine& line)
{
    line.seq = wantedInteger(fields, "seq", 1, most);
    line.caseRev = wantedInteger(fields, "caseRev", 0, most);
    line.doubtMs = wantedInteger(fields, "doubtMs", 0, most);
    line.envelope = rawText(fields, "envelope");
    line.outcome = fields.text("outcome", 32);
    line.reason = fields.textOr("reason", 4096);
    line.number = fields.textOr("number", 64);
    line.effective = instantField(fields, "effective");
    if (fields.has("receivedAt"))
        line.receivedAt = instantField(fields, "receivedAt");
}

} // namespace

std::string write(const FoundingLine& line)
{
    Value value;
    value.set("kind", kindNames[static_cast<std::size_t>(line.kind)]);
    switch (line.kind) {
    case FoundingLine::Kind::Bundle: value.set("validFrom", msOf(line.validFrom)); [[fallthrough]];
    case FoundingLine::Kind::Document: value.set("hash", line.hash).set("bytes", line.bytes); break;
    case FoundingLine::Kind::Device:
        value.set("device", line.device ? line.device->text() : std::string{}).set("publicKey", line.publicKey.hex());
        break;
    case FoundingLine::Kind::Entry:
        value.set("seq", line.seq).set("caseRev", line.caseRev).set("doubtMs", line.doubtMs).set("envelope", line.envelope);
        value.set("outcome", line.outcome).set("effective", msOf(line.effective));
        if (!line.reason.empty())
            value.set("reason", line.reason);
        if (!line.number.empty())
            value.set("number", line.number);
        if (line.receivedAt)
            value.set("receivedAt", msOf(*line.receivedAt));
        break;
    }
    return toCanonical(value);
}

Result<FoundingLine> readFoundingLine(std::string_view bytes)
{
    auto value = fromCanonical(bytes, {.bytes = mostFoundingLineBytes, .depth = 2});
    if (!value)
        return std::unexpected(value.error());
    FieldReader fields(*value, nullptr);
    FoundingLine line;
    const std::string kind = fields.text("kind", 16);
    if (kind == kindNames[0] || kind == kindNames[1]) {
        line.kind = kind == kindNames[0] ? FoundingLine::Kind::Bundle : FoundingLine::Kind::Document;
        line.hash = fields.parsed<Hash>("hash", Hash::parse, {}).hex();
        line.bytes = rawText(fields, "bytes");
        if (line.kind == FoundingLine::Kind::Bundle)
            line.validFrom = instantField(fields, "validFrom");
    } else if (kind == kindNames[2]) {
        line.kind = FoundingLine::Kind::Device;
        line.device = fields.id<DeviceId>("device");
        line.publicKey = fields.parsed<PublicKey>("publicKey", PublicKey::parse, {});
    } else if (kind == kindNames[3]) {
        readEntry(fields, line);
    } else {
        fields.fault(ErrorCode::OutOfRange, "an unknown word", "kind");
    }
    if (auto done = fields.finish(); !done)
        return std::unexpected(done.error());
    return line;
}

} // namespace griddesk
