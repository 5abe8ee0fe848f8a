// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealedrecord.h"

#include "aead.h"
#include "canonicaljson.h"
#include "wirefields.h"

namespace griddesk {

namespace {

constexpr std::size_t maximumFields = 32;
constexpr std::size_t maximumFieldBytes = 4 * 1024;
constexpr std::size_t maximumSealedBytes = 512 * 1024;

std::string associatedWith(const CaseId& caseId, std::string_view recordId)
{
    return toCanonical(Value().set("use", "griddesk.record.1").set("case", caseId.text()).set("record", recordId));
}

Result<void> check(const PersonalRecord& record)
{
    if (!isIdentifier(record.recordId))
        return fail(ErrorCode::InvalidArgument, "record id is not an identifier", "record");
    if (record.fields.size() > maximumFields)
        return fail(ErrorCode::LimitExceeded, "more than 32 personal fields", record.recordId);
    for (const auto& [name, value] : record.fields) {
        if (!isIdentifier(name))
            return fail(ErrorCode::InvalidArgument, "field name is not an identifier", name);
        if (value.size() > maximumFieldBytes)
            return fail(ErrorCode::LimitExceeded, "personal field longer than 4 KiB", name);
    }
    return {};
}

} // namespace

Hash commitmentOf(const CaseId& caseId, std::string_view recordId, std::string_view field, const DisclosedField& disclosed)
{
    auto statement = toCanonical(
        Value().set("case", caseId.text()).set("record", recordId).set("field", field).set("value", disclosed.value));
    StreamHasher hasher;
    hasher.update(disclosed.salt.bytes);
    hasher.update(bytesOf(statement));
    wipeText(statement);
    return hasher.finish();
}

Result<SealedWithCommitments> sealRecord(const PersonalRecord& record, const Secret& caseKey, RandomSource& random)
{
    if (auto checked = check(record); !checked)
        return std::unexpected(checked.error());
    Commitments commitments{.recordId = record.recordId, .fields = {}};
    Value contents;
    for (const auto& [name, value] : record.fields) {
        DisclosedField disclosed{.value = value, .salt = {}};
        random.fill(disclosed.salt.bytes);
        commitments.fields.emplace(name, commitmentOf(record.caseId, record.recordId, name, disclosed));
        contents.set(name, Value().set("value", value).set("salt", disclosed.salt.hex()));
        wipeBytes(disclosed.salt.bytes);
    }
    auto plain = canonicalBytes(contents);
    if (!plain)
        return std::unexpected(plain.error());
    auto sealed = sealBytes(caseKey, bytesOf(*plain), bytesOf(associatedWith(record.caseId, record.recordId)), random);
    wipeText(*plain);
    if (!sealed)
        return std::unexpected(sealed.error());
    return SealedWithCommitments{{record.caseId, record.recordId, *std::move(sealed)}, std::move(commitments)};
}

Result<OpenedRecord> openRecord(const SealedRecord& record, const Secret& caseKey)
{
    auto plain = openBytes(caseKey, record.sealed, bytesOf(associatedWith(record.caseId, record.recordId)));
    if (!plain)
        return std::unexpected(plain.error());
    const auto contents = fromCanonical(textOf(*plain));
    wipeBytes(*plain);
    const auto* members = contents ? contents->object() : nullptr;
    if (members == nullptr)
        return fail(ErrorCode::FileDamaged, "sealed record does not hold what it should", record.recordId);
    OpenedRecord opened{.caseId = record.caseId, .recordId = record.recordId, .fields = {}};
    for (const auto& [name, member] : *members) {
        auto salt = Salt::parse(member.textOr("salt"));
        if (!salt)
            return fail(ErrorCode::FileDamaged, salt.error().detail, record.recordId);
        opened.fields.emplace(name, DisclosedField{std::string(member.textOr("value")), *salt});
    }
    return opened;
}

Result<void> verifyCommitments(const OpenedRecord& record, const Commitments& commitments)
{
    if (record.recordId != commitments.recordId)
        return fail(ErrorCode::HashMismatch, "commitments of another record", record.recordId);
    for (const auto& [name, commitment] : commitments.fields) {
        const auto found = record.fields.find(name);
        if (found == record.fields.end())
            return fail(ErrorCode::HashMismatch, "committed field is missing", name);
        if (commitmentOf(record.caseId, record.recordId, name, found->second) != commitment)
            return fail(ErrorCode::HashMismatch, "field is not what was committed to", name);
    }
    for (const auto& [name, disclosed] : record.fields) {
        if (!commitments.fields.contains(name))
            return fail(ErrorCode::HashMismatch, "field was never committed to", name);
    }
    return {};
}

void eraseRecord(SealedRecord& record, Secret& caseKey) noexcept
{
    caseKey.wipe();
    wipeBytes(record.sealed);
    record.sealed.clear();
}

Value toValue(const Commitments& commitments)
{
    Value fields;
    for (const auto& [name, commitment] : commitments.fields)
        fields.set(name, commitment.hex());
    return Value().set("record", commitments.recordId).set("fields", std::move(fields));
}

Result<Commitments> commitmentsFromValue(const Value& value)
{
    FieldReader fields(value, nullptr);
    Commitments commitments{.recordId = fields.id<PlainId>("record").text(), .fields = {}};
    const auto names = wantedObject(fields, "fields");
    const Value committed(names);
    if (names.size() > maximumFields)
        fields.fault(ErrorCode::LimitExceeded, "more than 32 personal fields", "fields");
    const FieldPath path{nullptr, "fields"};
    FieldReader members(committed, &path);
    for (const auto& [name, member] : names) {
        if (!isIdentifier(name))
            fields.fault(ErrorCode::Syntax, "field name is not an identifier", "fields");
        commitments.fields.emplace(name, members.parsed<Hash>(name, Hash::parse, {}));
    }
    if (auto done = members.finish(); !done)
        fields.fault(done.error());
    if (auto done = fields.finish(); !done)
        return std::unexpected(done.error());
    return commitments;
}

Value toValue(const SealedRecord& record)
{
    return Value().set("case", record.caseId.text()).set("record", record.recordId).set("sealed", toHex(record.sealed));
}

Result<SealedRecord> sealedRecordFromValue(const Value& value)
{
    FieldReader fields(value, nullptr);
    SealedRecord record{fields.id<CaseId>("case"), fields.id<PlainId>("record").text(), wantedHex(fields, "sealed", maximumSealedBytes)};
    if (auto done = fields.finish(); !done)
        return std::unexpected(done.error());
    return record;
}

} // namespace griddesk
