// SPDX-License-Identifier: GPL-3.0-or-later
// The offline check of a profile: log, chains, rules, replay, projection.
#include "profilecare.h"

#include "deskconnection.h"

#include "models/core/summarise.h"
#include "models/hub/casefold.h"
#include "models/store/casereader.h"
#include "models/store/durablefile.h"
#include "models/store/logschema.h"
#include "models/store/outboxjournal.h"
#include "models/store/storeschema.h"
#include "models/wire/canonicaljson.h"
#include "models/wire/chainverifier.h"

#include <array>
#include <map>
#include <set>
#include <tuple>

namespace griddesk {

namespace {

constexpr std::size_t mostProblems = 200;

Result<void> verifyLog(DeskConnection& desk, std::vector<std::string>& problems, std::set<CaseId>& cases, const StepProgress& progress)
{
    auto head = desk.log->head();
    if (!head)
        return std::unexpected(head.error());
    auto replica = SqliteReplica(*desk.logDb, *desk.log).state();
    if (!replica)
        return std::unexpected(replica.error());
    // The copy of a platform's log holds what this desk may see: it has gaps, and of other devices' chains only parts.
    const bool copy = replica->has_value();
    std::map<DeviceId, ChainVerifier> chains;
    std::map<CaseId, std::int64_t> places;
    std::set<std::string> bundles;
    std::int64_t expected = 1;
    for (std::int64_t after = 0; after < *head;) {
        auto entries = desk.log->entriesAfter(after, 500);
        if (!entries)
            return std::unexpected(entries.error());
        if (entries->empty())
            break;
        for (const auto& entry : *entries) {
            const std::string where = "log entry " + std::to_string(entry.seq);
            if (entry.seq != expected && !copy)
                problems.push_back(where + ": a gap before it");
            expected = entry.seq + 1;
            auto sealed = readEnvelope(entry.envelope);
            if (!sealed) {
                problems.push_back(where + ": cannot be read: " + sealed.error().detail);
                continue;
            }
            if (sealed->hash.hex() != entry.hash)
                problems.push_back(where + ": its hash does not fit its bytes");
            const auto& envelope = sealed->envelope;
            if (envelope.op.id != entry.operationId || envelope.op.caseId != entry.caseId)
                problems.push_back(where + ": filed under another operation or case");
            bundles.insert(envelope.op.rules);
            cases.insert(entry.caseId);
            if (copy) {
                if (auto& place = places[entry.caseId]; entry.streamSeq <= place)
                    problems.push_back(where + ": not in the order of the platform's stream");
                else
                    place = entry.streamSeq;
                continue;
            }
            auto chain = chains.find(envelope.device);
            if (chain == chains.end()) {
                auto record = desk.log->device(envelope.device);
                if (!record)
                    return std::unexpected(record.error());
                if (!*record) {
                    problems.push_back(where + ": of a device nobody enrolled");
                    continue;
                }
                chain = chains.try_emplace(envelope.device, envelope.device, envelope.stream, (*record)->publicKey).first;
            }
            if (const auto verdict = chain->second.take(*sealed); verdict != ChainVerdict::Next)
                problems.push_back(where + ": the device's chain says " + nameOf(verdict));
            if (problems.size() > mostProblems)
                return {};
        }
        after = entries->back().seq;
        if (progress && !progress(static_cast<std::uint64_t>(after), static_cast<std::uint64_t>(*head) * 2))
            return fail(ErrorCode::Cancelled, "stopped");
    }
    for (const auto& hash : bundles)
        if (auto opened = desk.rules->rules(hash); !opened)
            problems.push_back("rule bundle " + hash + ": " + opened.error().detail);
    return {};
}

/// What waits in the outbox can still be read, and is what was saved: an operation that cannot be signed or does not fit
/// its signature would stop everything behind it.
Result<void> verifyOutbox(DeskConnection& desk, const DeviceId& device, const DeviceKey& key, std::vector<std::string>& problems)
{
    auto items = desk.outbox->items();
    if (!items)
        return std::unexpected(items.error());
    for (const auto& item : *items) {
        const std::string where = "outbox.db: operation " + item.operation.id.text();
        if (item.state == OutboxState::Sealed || !item.envelope.empty()) {
            const auto sealed = readEnvelope(item.envelope);
            if (!sealed)
                problems.push_back(where + ": its envelope cannot be read: " + sealed.error().detail);
            else if (sealed->envelope.op.id != item.operation.id || !isSignedBy(sealed->envelope, key.publicKey()))
                problems.push_back(where + ": its envelope is not the one this device signed");
        } else if (item.state == OutboxState::Held) {
            const Envelope envelope{.op = item.operation, .device = device, .stream = "check"};
            const std::string bytes = toCanonical(toValue(envelope));
            if (const auto read = fromCanonical(bytes, JsonLimits{.bytes = maximumEnvelopeBytes}); !read)
                problems.push_back(where + ": it can never be sent: " + read.error().detail);
        }
    }
    if (auto head = desk.outbox->chainHead(); !head)
        return std::unexpected(head.error());
    return {};
}

/// Every file that the case names is there and is the file that was named; each is looked at once.
void verifyEvidence(const Case& folded, const BlobStore& blobs, bool copy, std::set<std::string>& seen, std::vector<std::string>& problems)
{
    for (const auto& evidence : folded.evidence) {
        if (copy && !blobs.has(Hash::parse(evidence.sha256).value_or(Hash{})))
            continue; // pictures of other desks stay with them in this version
        if (!seen.insert(evidence.sha256).second)
            continue;
        const std::string where = "case " + folded.id.text() + ": the evidence " + evidence.sha256;
        const auto hash = Hash::parse(evidence.sha256);
        if (!hash)
            problems.push_back(where + " is named by no hash");
        else if (!blobs.has(*hash))
            problems.push_back(where + " is not in the profile");
        else if (auto sound = blobs.verify(*hash); !sound)
            problems.push_back(where + ": " + sound.error().detail);
    }
}

Result<void> verifyCases(DeskConnection& desk, const BlobStore& blobs, std::vector<std::string>& problems, const std::set<CaseId>& cases,
                         const StepProgress& progress)
{
    std::uint64_t done = 0;
    std::set<std::string> evidence;
    auto replica = SqliteReplica(*desk.logDb, *desk.log).state();
    if (!replica)
        return std::unexpected(replica.error());
    const bool copy = replica->has_value();
    for (const auto& id : cases) {
        auto history = desk.log->caseHistory(id);
        if (!history)
            return std::unexpected(history.error());
        auto folded = foldCase(*history, *desk.rules);
        if (!folded)
            problems.push_back("case " + id.text() + ": " + folded.error().detail);
        else if (*folded)
            verifyEvidence(**folded, blobs, copy, evidence, problems);
        if (folded && *folded && desk.storeDb) {
            auto row = CaseReader(*desk.storeDb).row(id);
            if (!row)
                return std::unexpected(row.error());
            if (!*row)
                problems.push_back("case " + id.text() + ": is in the log and not in the tables");
            else if ((*row)->stage != (*folded)->stage || (*row)->number != (*folded)->number || (*row)->operations < (*folded)->operations)
                problems.push_back("case " + id.text() + ": the tables show another state than the log");
        }
        if (problems.size() > mostProblems)
            return {};
        if (++done % 500 == 0 && progress && !progress(cases.size() + done, cases.size() * 2))
            return fail(ErrorCode::Cancelled, "stopped");
    }
    return {};
}

} // namespace

BackupPlan backupPlanOf(const Profile& profile, const BlobStore& blobs)
{
    const auto& key = profile.key();
    BackupPlan plan;
    plan.folder = profile.paths().folder;
    plan.databases.push_back({"outbox.db", &outboxSchema(), key.derived(KeyPurpose::Outbox)});
    plan.databases.push_back({"log.db", &logSchema(), key.derived(KeyPurpose::Log)});
    std::error_code ignored;
    if (std::filesystem::exists(profile.paths().desk(), ignored))
        plan.databases.push_back({"desk.db", &deskSchema(), key.derived(KeyPurpose::Desk)});
    plan.files = {"keys.json", "device.key", "profile.json"};
    plan.blobs = &blobs;
    plan.sealing = key.derived(KeyPurpose::Manifest);
    return plan;
}

Result<void> bringUpToDate(const Profile& profile)
{
    const auto& paths = profile.paths();
    const std::array<std::tuple<std::filesystem::path, KeyPurpose, const Schema*>, 4> files{{{paths.outbox(), KeyPurpose::Outbox, &outboxSchema()},
                                                                                            {paths.log(), KeyPurpose::Log, &logSchema()},
                                                                                            {paths.store(), KeyPurpose::Store, &storeSchema()},
                                                                                            {paths.desk(), KeyPurpose::Desk, &deskSchema()}}};
    std::error_code ignored;
    for (const auto& [file, purpose, schema] : files)
        if (std::filesystem::exists(file, ignored))
            if (auto opened = openDatabase(file, profile.key().derived(purpose), *schema, OpenMode::ReadWrite); !opened)
                return std::unexpected(opened.error());
    return {};
}

Result<std::vector<std::string>> verifyProfile(const Profile& profile, const BlobStore& evidence, const StepProgress& progress)
{
    std::vector<std::string> problems;
    const auto& paths = profile.paths();
    const auto& key = profile.key();
    DeskConnection desk;
    std::string older; ///< a file whose tables are of an earlier version: sound perhaps, but what is asked here needs the present ones
    const auto open = [&](std::unique_ptr<Database>& into, const std::filesystem::path& file, KeyPurpose purpose, const Schema& schema) -> bool {
        auto opened = openDatabase(file, key.derived(purpose), schema, OpenMode::QueryOnly);
        // The tables are made again from the log, so nothing is lost with them.
        const std::string advice = purpose == KeyPurpose::Store ? "; it may be deleted, the next start makes it again from the log" : "";
        if (!opened) {
            problems.push_back(file.filename().string() + ": " + opened.error().detail + advice);
            return false;
        }
        into = *std::move(opened);
        auto found = into->integrityProblems();
        if (!found) {
            problems.push_back(file.filename().string() + ": " + found.error().detail + advice);
            into.reset();
            return false;
        }
        for (const auto& problem : *found)
            problems.push_back(file.filename().string() + ": " + problem + advice);
        const auto version = into->userVersion();
        if (found->empty() && version && *version < schema.version())
            older = file.filename().string();
        const bool good = found->empty() && older.empty();
        if (!good)
            into.reset();
        return good;
    };
    /// A file that breaks while it is read is one more problem; being stopped is not.
    const auto told = [&](const Result<void>& done, const char* file) -> bool {
        if (!done && done.error().code != ErrorCode::Cancelled)
            problems.push_back(std::string(file) + ": " + done.error().detail);
        return done || done.error().code != ErrorCode::Cancelled;
    };
    std::error_code ignored;
    if (open(desk.outboxDb, paths.outbox(), KeyPurpose::Outbox, outboxSchema())) {
        desk.outbox = std::make_unique<SqliteOutbox>(*desk.outboxDb);
        if (auto signing = profile.deviceKey())
            told(verifyOutbox(desk, profile.info().device, *signing, problems), "outbox.db");
    }
    if (std::filesystem::exists(paths.journal(), ignored)) // the way back when outbox.db is lost; the next start needs it
        if (auto journal = readWholeFile(paths.journal(), longestJournal); !journal)
            problems.push_back("outbox.journal: " + journal.error().detail);
    std::unique_ptr<Database> drafts;
    if (std::filesystem::exists(paths.desk(), ignored))
        open(drafts, paths.desk(), KeyPurpose::Desk, deskSchema());
    if (std::filesystem::exists(paths.store(), ignored))
        open(desk.storeDb, paths.store(), KeyPurpose::Store, storeSchema());
    const bool logOpen = open(desk.logDb, paths.log(), KeyPurpose::Log, logSchema());
    if (!older.empty() && problems.empty())
        return fail(ErrorCode::Unsupported, "a profile of an earlier version; opening it once, with the desk or 'gridctl stats', brings it up to date, then it can be checked", older);
    if (!logOpen)
        return problems;
    desk.log = std::make_unique<SqliteLogStore>(*desk.logDb);
    desk.rules = std::make_unique<RuleLibrary>(*desk.log);
    std::set<CaseId> cases;
    if (!told(verifyLog(desk, problems, cases, progress), "log.db") || !told(verifyCases(desk, evidence, problems, cases, progress), "the cases"))
        return fail(ErrorCode::Cancelled, "the check did not come to its end");
    return problems;
}

} // namespace griddesk
