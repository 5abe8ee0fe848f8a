// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hash.h"
#include "secret.h"

#include "models/core/ids.h"
#include "models/core/value.h"

#include <map>
#include <string>

namespace griddesk {

struct SaltTag { static constexpr const char* name = "salt"; };
using Salt = FixedBytes<SaltTag, 32>;

/// Personal data of one person in one case: field name (`name`, `phone`, `room`, `idNumber` …) to text. At most 32 fields of
/// at most 4 KiB; field names are identifiers.
struct PersonalRecord {
    CaseId caseId;
    std::string recordId; ///< an identifier, unique within the case: "reporter", "party-2"
    std::map<std::string, std::string, std::less<>> fields{};
};

/// What the operation's payload says about a record: one salted commitment per field. It betrays nothing about the values
/// and nothing can be tried against it once the salts are gone.
struct Commitments {
    std::string recordId;
    std::map<std::string, Hash, std::less<>> fields{};

    bool operator==(const Commitments&) const = default;
};

/// The record under its case key, kept and sent beside the operation.
struct SealedRecord {
    CaseId caseId;
    std::string recordId;
    Buffer sealed{};///< XChaCha20-Poly1305 over canonical JSON of values and salts; bound to case and record

    bool operator==(const SealedRecord&) const = default;
};

/// A value with the salt that its commitment was made with.
struct DisclosedField {
    std::string value;
    Salt salt{};
};

struct OpenedRecord {
    CaseId caseId;
    std::string recordId;
    std::map<std::string, DisclosedField, std::less<>> fields{};
};

struct SealedWithCommitments {
    SealedRecord record;
    Commitments commitments;
};

/// Seals a record under the key of its case, with a fresh salt per field.
/// Errors: InvalidArgument (no key, bad names), LimitExceeded, Encoding (bad UTF-8).
[[nodiscard]] Result<SealedWithCommitments> sealRecord(const PersonalRecord& record, const Secret& caseKey, RandomSource& random);

/// Errors: WrongKey (wrong key, changed, or of another case or record), FileDamaged.
[[nodiscard]] Result<OpenedRecord> openRecord(const SealedRecord& record, const Secret& caseKey);

/// SHA-256 over the salt followed by the canonical JSON of {case, field, record, value}.
[[nodiscard]] Hash commitmentOf(const CaseId& caseId, std::string_view recordId, std::string_view field, const DisclosedField& disclosed);

/// Whether every field is the one committed to, none missing and none more. Errors: HashMismatch, context = the field.
[[nodiscard]] Result<void> verifyCommitments(const OpenedRecord& record, const Commitments& commitments);

/// Erases for good: destroys the case key and with it every record of the case, and blanks this one's bytes. The salts live
/// only inside the sealed bytes, so the commitments that stay in the log say nothing any more. Stored copies of the key
/// (wraps, grants) are deleted by whoever keeps them.
void eraseRecord(SealedRecord& record, Secret& caseKey) noexcept;

[[nodiscard]] Value toValue(const Commitments& commitments);
[[nodiscard]] Result<Commitments> commitmentsFromValue(const Value& value);
[[nodiscard]] Value toValue(const SealedRecord& record);
[[nodiscard]] Result<SealedRecord> sealedRecordFromValue(const Value& value);

} // namespace griddesk
