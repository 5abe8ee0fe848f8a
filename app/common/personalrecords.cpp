// SPDX-License-Identifier: GPL-3.0-or-later
#include "personalrecords.h"

#include "models/wire/canonicaljson.h"
#include "models/wire/grant.h"

#include <algorithm>
#include <string>

namespace griddesk {

namespace {

constexpr int mostRecords = 100;

std::string documentName(const CaseId& id, int number)
{
    return "personal:" + id.text() + (number == 1 ? "" : ":" + std::to_string(number));
}

std::string recordName(int number) { return number == 1 ? "reporter" : "reporter-" + std::to_string(number); }

std::string commitmentIn(const OpenedRecord& record, std::string_view field)
{
    const auto found = record.fields.find(field);
    return found == record.fields.end() ? std::string() : commitmentOf(record.caseId, record.recordId, field, found->second).hex();
}

/// Whether the operation that named the reporter was made with this record.
bool isOf(const OpenedRecord& record, const Reporter& reporter)
{
    const auto fits = [&](std::string_view field, const std::string& commitment) { return commitmentIn(record, field) == commitment; };
    return !record.fields.empty() && fits("name", reporter.nameCommitment) && fits("phone", reporter.phoneCommitment)
        && fits("room", reporter.roomCommitment);
}

} // namespace

struct PersonalRecords::Kept {
    SealedRecord record;
    Secret caseKey;
};

Result<std::optional<PersonalRecords::Kept>> PersonalRecords::read(const CaseId& id, int number)
{
    auto document = m_log.document(documentName(id, number));
    if (!document)
        return std::unexpected(document.error());
    if (!*document)
        return std::optional<Kept>{};
    auto value = fromCanonical(**document);
    if (!value)
        return std::unexpected(value.error());
    const auto* sealed = value->find("record");
    auto wrapped = fromHex(value->textOr("key"));
    if (sealed == nullptr || !wrapped)
        return fail(ErrorCode::FileDamaged, "the sealed record cannot be read", id.text());
    auto record = sealedRecordFromValue(*sealed);
    if (!record)
        return std::unexpected(record.error());
    auto key = unwrapCaseKey(*wrapped, id, m_caseKeys);
    if (!key)
        return std::unexpected(key.error());
    return std::optional{Kept{*std::move(record), *std::move(key)}};
}

Result<void> PersonalRecords::seal(const CaseId& id, const PersonalData& personal, Value& payload, RandomSource& random)
{
    // Documents are never changed: who comes second gets a record of his own.
    std::optional<Secret> caseKey;
    int number = 1;
    for (;; ++number) {
        auto kept = read(id, number);
        if (!kept)
            return std::unexpected(kept.error());
        if (!*kept)
            break;
        if (number == mostRecords)
            return fail(ErrorCode::LimitExceeded, "more than 100 people left their data with this case", id.text());
        caseKey = std::move((*kept)->caseKey);
    }
    if (!caseKey)
        caseKey = Secret::random(random);
    PersonalRecord record{id, recordName(number), {}};
    for (const auto& [name, value] : {std::pair{"name", &personal.name}, {"phone", &personal.phone}, {"room", &personal.room}})
        if (!value->empty())
            record.fields.emplace(name, *value);
    auto sealed = sealRecord(record, *caseKey, random);
    if (!sealed)
        return std::unexpected(sealed.error());
    auto wrapped = wrapCaseKey(*caseKey, id, m_caseKeys, random);
    if (!wrapped)
        return std::unexpected(wrapped.error());
    Value document;
    document.set("record", toValue(sealed->record));
    document.set("key", toHex(*wrapped));
    if (auto stored = m_log.putDocument(documentName(id, number), toCanonical(document)); !stored)
        return stored;
    Value reporter = payload.find("reporter") != nullptr ? *payload.find("reporter") : Value{};
    for (const auto& [name, hash] : sealed->commitments.fields)
        reporter.set(name + "Commitment", hash.hex());
    payload.set("reporter", std::move(reporter));
    return {};
}

Result<std::vector<OpenedRecord>> PersonalRecords::open(const CaseId& id)
{
    std::vector<OpenedRecord> records;
    for (int number = 1; number <= mostRecords; ++number) {
        auto kept = read(id, number);
        if (!kept)
            return std::unexpected(kept.error());
        if (!*kept)
            break;
        auto opened = openRecord((*kept)->record, (*kept)->caseKey);
        if (!opened)
            return std::unexpected(opened.error());
        records.push_back(*std::move(opened));
    }
    return records;
}

Result<PersonalData> PersonalRecords::reporterOf(const Case& state)
{
    auto records = open(state.id);
    if (!records)
        return std::unexpected(records.error());
    PersonalData data;
    if (state.reporters.empty())
        return data;
    for (const auto& record : *records)
        if (isOf(record, state.reporters.front()))
            for (const auto& [name, field] : record.fields)
                (name == "name" ? data.name : name == "phone" ? data.phone : data.room) = field.value;
    return data;
}

Result<std::vector<CallerMark>> PersonalRecords::callersOf(const Case& state, const CallerMarker& marker)
{
    std::vector<CallerMark> marks;
    const auto known = [](const Reporter& r) { return !r.phoneCommitment.empty() && !r.anonymous; };
    if (std::ranges::none_of(state.reporters, known))
        return marks; // nothing to open for most cases of a district
    auto records = open(state.id);
    // A case is shown although its sealed record is damaged; nobody is found by it.
    if (!records && (records.error().code == ErrorCode::FileDamaged || records.error().code == ErrorCode::WrongKey))
        return marks;
    if (!records)
        return std::unexpected(records.error());
    for (const auto& record : *records) {
        if (std::ranges::none_of(state.reporters, [&](const Reporter& r) { return known(r) && isOf(record, r); }))
            continue;
        const auto mark = marker.mark(record.fields.find("phone")->second.value);
        if (mark && std::ranges::find(marks, *mark) == marks.end())
            marks.push_back(*mark);
    }
    return marks;
}

} // namespace griddesk
