// SPDX-License-Identifier: GPL-3.0-or-later
// The offline check of a profile: log, chains, rules, replay, projection.
#include "profilecare.h"

#include "deskconnection.h"

#include "models/core/summarise.h"
#include "models/hub/casefold.h"
#include "models/store/casereader.h"
#include "models/store/logschema.h"
#include "models/store/storeschema.h"
#include "models/wire/chainverifier.h"

#include <map>
#include <set>

namespace griddesk {

namespace {

constexpr std::size_t mostProblems = 200;

Result<void> verifyLog(DeskConnection& desk, std::vector<std::string>& problems, std::set<CaseId>& cases, const StepProgress& progress)
{
    auto head = desk.log->head();
    if (!head)
        return std::unexpected(head.error());
    std::map<DeviceId, ChainVerifier> chains;
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
            if (entry.seq != expected)
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
            bundles.insert(envelope.op.rules);
            cases.insert(entry.caseId);
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

Result<void> verifyCases(DeskConnection& desk, std::vector<std::string>& problems, const std::set<CaseId>& cases, const StepProgress& progress)
{
    std::uint64_t done = 0;
    for (const auto& id : cases) {
        auto history = desk.log->caseHistory(id);
        if (!history)
            return std::unexpected(history.error());
        auto folded = foldCase(*history, *desk.rules);
        if (!folded)
            problems.push_back("case " + id.text() + ": " + folded.error().detail);
        else if (*folded && desk.storeDb) {
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
    return plan;
}

Result<std::vector<std::string>> verifyProfile(const Profile& profile, const StepProgress& progress)
{
    std::vector<std::string> problems;
    const auto& paths = profile.paths();
    const auto& key = profile.key();
    DeskConnection desk;
    const auto open = [&](std::unique_ptr<Database>& into, const std::filesystem::path& file, KeyPurpose purpose, const Schema& schema) -> bool {
        auto opened = openDatabase(file, key.derived(purpose), schema, OpenMode::QueryOnly);
        if (!opened) {
            problems.push_back(file.filename().string() + ": " + opened.error().detail);
            return false;
        }
        into = *std::move(opened);
        auto found = into->integrityProblems();
        if (!found) {
            problems.push_back(file.filename().string() + ": " + found.error().detail);
            return false;
        }
        for (const auto& problem : *found)
            problems.push_back(file.filename().string() + ": " + problem);
        return found->empty();
    };
    std::error_code ignored;
    open(desk.outboxDb, paths.outbox(), KeyPurpose::Outbox, outboxSchema());
    if (std::filesystem::exists(paths.store(), ignored))
        open(desk.storeDb, paths.store(), KeyPurpose::Store, storeSchema());
    if (!open(desk.logDb, paths.log(), KeyPurpose::Log, logSchema()))
        return problems;
    desk.log = std::make_unique<SqliteLogStore>(*desk.logDb);
    desk.rules = std::make_unique<RuleLibrary>(*desk.log);
    std::set<CaseId> cases;
    if (auto checked = verifyLog(desk, problems, cases, progress); !checked)
        return std::unexpected(checked.error());
    if (auto checked = verifyCases(desk, problems, cases, progress); !checked)
        return std::unexpected(checked.error());
    return problems;
}

} // namespace griddesk
