// SPDX-License-Identifier: GPL-3.0-or-later
#include "envelope.h"

#include "canonicaljson.h"
#include "wirefields.h"

namespace griddesk {

namespace {

constexpr std::int64_t maximumBlobSize = std::int64_t{1} << 40;

Value withoutSignature(const Envelope& e)
{
    Value value;
    value.set("proto", e.proto)
        .set("op_id", e.op.id.text())
        .set("case_id", e.op.caseId.text())
        .set("type", nameOf(e.op.kind))
        .set("actor", Value().set("account", e.op.actor.account.text()).set("post", e.op.actor.post.text()))
        .set("rules", e.op.rules)
        .set("payload", e.op.payload)
        .set("device_id", e.device.text())
        .set("dev_epoch", e.devEpoch)
        .set("dev_seq", e.devSeq)
        .set("stream", e.stream)
        .set("trunk_rev", e.trunkRev)
        .set("hlc", e.hlc.text())
        .set("wall", msOf(e.wall))
        .set("boot_id", e.bootId)
        .set("monotonic", e.monotonic)
        .set("est_offset", e.estOffset)
        .set("prev_hash", e.prevHash.hex());
    if (!e.op.pairId.empty())
        value.set("pair_id", e.op.pairId);
    if (e.branchId)
        value.set("branch_id", *e.branchId);
    if (e.parentOp)
        value.set("parent_op", e.parentOp->text());
    if (e.leaseFence)
        value.set("lease_fence", *e.leaseFence);
    Value::List blobs;
    for (const auto& blob : e.blobs)
        blobs.push_back(Value().set("sha256", blob.sha256.hex()).set("size", blob.size).set("mime", blob.mime));
    value.set("blobs", std::move(blobs));
    return value;
}

BlobRef readBlob(const Value& value, const FieldPath& path, FieldReader& envelope)
{
    FieldReader fields(value, &path);
    BlobRef blob{.sha256 = fields.parsed<Hash>("sha256", Hash::parse, {}),
                 .size = wantedInteger(fields, "size", 0, maximumBlobSize),
                 .mime = fields.text("mime", 127)};
    if (auto done = fields.finish(); !done)
        envelope.fault(done.error());
    return blob;
}

Actor readActor(const Value& value, const FieldPath& path, FieldReader& envelope)
{
    FieldReader fields(value, &path);
    Actor actor{fields.id<AccountId>("account"), fields.id<PostId>("post")};
    if (auto done = fields.finish(); !done)
        envelope.fault(done.error());
    return actor;
}

std::optional<std::string> optionalPlainId(FieldReader& fields, std::string_view key)
{
    return fields.optionalId<PlainId>(key).transform([](const PlainId& id) { return id.text(); });
}

/// Members that only a newer program writes are told apart from broken ones before anything else is looked at.
Result<OperationKind> knownKind(const Value& value)
{
    if (!value.isObject())
        return fail(ErrorCode::WrongType, "an object is wanted");
    if (value.intOr("proto", 0) > envelopeProtocol)
        return fail(ErrorCode::Unsupported, "envelope of a newer protocol", "proto");
    auto kind = parseOperationKind(value.textOr("type"));
    if (!kind)
        return fail(value.textOr("type").empty() ? ErrorCode::MissingField : ErrorCode::Unsupported, "operation of an unknown type", "type");
    return kind;
}

} // namespace

Value toValue(const Envelope& envelope)
{
    auto value = withoutSignature(envelope);
    value.set("sig", envelope.sig.hex());
    return value;
}

Result<Envelope> envelopeFromValue(const Value& value)
{
    const auto kind = knownKind(value);
    if (!kind)
        return std::unexpected(kind.error());

    FieldReader fields(value, nullptr);
    (void)fields.has("type"); // read above
    Envelope envelope{
        .proto = wantedInteger(fields, "proto", 1, envelopeProtocol),
        .op = {.id = fields.id<OperationId>("op_id"),
               .caseId = fields.id<CaseId>("case_id"),
               .kind = *kind,
               .actor = readActor(wantedObject(fields, "actor"), {nullptr, "actor"}, fields),
               .rules = fields.parsed<Hash>("rules", Hash::parse, {}).hex(),
               .payload = wantedObject(fields, "payload"),
               .pairId = optionalPlainId(fields, "pair_id").value_or(std::string{})},
        .device = fields.id<DeviceId>("device_id"),
        .devEpoch = wantedInteger(fields, "dev_epoch", 1, maximumJsonInteger),
        .devSeq = wantedInteger(fields, "dev_seq", 1, maximumJsonInteger),
        .stream = fields.id<PlainId>("stream").text(),
        .trunkRev = wantedInteger(fields, "trunk_rev", 0, maximumJsonInteger),
        .branchId = optionalPlainId(fields, "branch_id"),
        .parentOp = fields.optionalId<OperationId>("parent_op"),
        .leaseFence = optionalInteger(fields, "lease_fence", 0, maximumJsonInteger),
        .hlc = fields.parsed<Hlc>("hlc", Hlc::parse, {}),
        .wall = instantFromMs(wantedInteger(fields, "wall", -maximumJsonInteger, maximumJsonInteger)),
        .bootId = fields.id<PlainId>("boot_id").text(),
        .monotonic = wantedInteger(fields, "monotonic", 0, maximumJsonInteger),
        .estOffset = wantedInteger(fields, "est_offset", -maximumJsonInteger, maximumJsonInteger),
        .blobs = {},
        .prevHash = fields.parsed<Hash>("prev_hash", Hash::parse, {}),
        .sig = fields.parsed<Signature>("sig", Signature::parse, {}),
    };
    const auto blobs = wantedList(fields, "blobs", maximumEnvelopeBlobs);
    for (std::size_t i = 0; i < blobs.size(); ++i)
        envelope.blobs.push_back(readBlob(blobs[i], {nullptr, "blobs", static_cast<std::ptrdiff_t>(i)}, fields));
    if (auto done = fields.finish(); !done)
        return std::unexpected(done.error());
    return envelope;
}

Result<SealedEnvelope> readEnvelope(std::string_view bytes)
{
    const auto value = fromCanonical(bytes, {.bytes = maximumEnvelopeBytes});
    if (!value)
        return std::unexpected(value.error());
    auto envelope = envelopeFromValue(*value);
    if (!envelope)
        return std::unexpected(envelope.error());
    return SealedEnvelope{*std::move(envelope), std::string(bytes), sha256(bytes)};
}

std::string bytesToSign(const Envelope& envelope)
{
    return "griddesk.envelope.1\n" + toCanonical(withoutSignature(envelope));
}

Hash hashOf(const Envelope& envelope)
{
    return sha256(toCanonical(toValue(envelope)));
}

bool isSignedBy(const Envelope& envelope, const PublicKey& key)
{
    return verifySignature(key, bytesOf(bytesToSign(envelope)), envelope.sig);
}

} // namespace griddesk
