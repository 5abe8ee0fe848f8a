// SPDX-License-Identifier: GPL-3.0-or-later
#include "enrolment.h"

#include "foundingupload.h"
#include "joinplatform.h"

#include "models/store/migrations.h"
#include "models/store/sqlitereplica.h"
#include "models/store/storeschema.h"
#include "models/sync/replicaauthority.h"
#include "models/wire/canonicaljson.h"

namespace griddesk {

namespace {

constexpr std::string_view json = "application/json";

Error saidNo(const SyncReply& reply)
{
    auto problem = readProblemAnswer(reply.body);
    if (!problem)
        return {ErrorCode::Network, "the platform answered with status " + std::to_string(reply.status), {}};
    return {reply.status == 401 || reply.status == 403 ? ErrorCode::Refused : ErrorCode::Network, problem->detail, problem->error};
}

Result<EnrolAnswer> ask(const Profile& profile, const EnrolTerms& terms, const Exchange& exchange, Instant now)
{
    auto key = profile.deviceKey();
    if (!key)
        return std::unexpected(key.error());
    EnrolRequest request{.account = terms.account,
                         .password = terms.password,
                         .device = profile.info().device,
                         .publicKey = key->publicKey(),
                         .program = terms.program,
                         .at = now};
    request.sig = key->sign(bytesOf(bytesToSign(request)));
    auto reply = exchange({.method = "POST", .target = "/v1/enrol", .contentType = std::string(json), .body = write(request)});
    if (!reply)
        return std::unexpected(reply.error());
    if (reply->status != 200)
        return std::unexpected(saidNo(*reply));
    return readEnrolAnswer(reply->body);
}

/// A desk's connection that is used for syncing before there are rules to open a whole workspace with.
Result<std::unique_ptr<DeskConnection>> openForSync(const Profile& profile, const DeviceKey& key, RandomSource& random, Instant now)
{
    auto desk = DeskConnection::open(deskFilesOf(profile), OpenMode::ReadWrite);
    if (!desk)
        return desk;
    (*desk)->projection = std::make_unique<ProjectionStore>(*(*desk)->storeDb, [](const Case&) { return std::vector<CallerMark>{}; });
    if (auto joined = joinPlatform(**desk, profile, key, random, now, {}); !joined)
        return std::unexpected(joined.error());
    if (auto recovered = (*desk)->submitter->recover(now); !recovered)
        return std::unexpected(recovered.error());
    return desk;
}

} // namespace

Result<void> createForPlatform(const std::filesystem::path& folder, const ProfileUnlock& unlock, Instant now)
{
    SystemRandom random;
    auto profile = Profile::create(folder, unlock, "A", now, random);
    if (!profile)
        return std::unexpected(profile.error());
    return createDatabase(profile->paths().store(), profile->key().derived(KeyPurpose::Store), storeSchema());
}

Result<SyncRun> syncOnce(DeskConnection& desk, const Exchange& exchange, const std::function<Instant()>& now)
{
    for (int failures = 0; failures < 3;) {
        auto request = desk.sync->next(now());
        if (!request)
            return std::unexpected(request.error());
        if (!*request)
            break; // asleep, or waiting after a failure
        auto reply = exchange(**request);
        if (!reply) {
            if (reply.error().code == ErrorCode::Cancelled)
                return std::unexpected(reply.error());
            desk.sync->failed(reply.error(), now());
            ++failures;
            continue;
        }
        if (auto taken = desk.sync->take(*reply, now()); !taken)
            return std::unexpected(taken.error());
    }
    auto state = desk.replica->state();
    if (!state)
        return std::unexpected(state.error());
    SyncRun run{.report = desk.sync->report(), .waiting = desk.submitter->waiting(), .refused = desk.submitter->refused(), .checkpoint = {}};
    if (*state)
        run.checkpoint = std::to_string((*state)->epoch) + ":" + std::to_string((*state)->seq);
    return run;
}

Result<Enrolment> enrol(const std::filesystem::path& folder, const ProfileUnlock& unlock, const EnrolTerms& terms, const Exchange& exchange,
                        const std::function<Instant()>& now, RandomSource& random)
{
    auto profile = Profile::open(folder, unlock);
    if (!profile)
        return std::unexpected(profile.error());
    auto lock = ProfileLock::take(profile->paths(), terms.program);
    if (!lock)
        return std::unexpected(lock.error());
    auto key = profile->deviceKey();
    if (!key)
        return std::unexpected(key.error());
    Enrolment result;
    {
        auto desk = DeskConnection::open(deskFilesOf(*profile), OpenMode::ReadWrite);
        if (!desk)
            return std::unexpected(desk.error());
        auto state = SqliteReplica(*(*desk)->logDb, *(*desk)->log).state();
        if (!state)
            return std::unexpected(state.error());
        if (*state && ((*state)->server != terms.server || (*state)->account != terms.account))
            return fail(ErrorCode::Inconsistent, "the profile is enrolled already, for account " + (*state)->account.text() + " at", (*state)->server);
        auto answer = ask(*profile, terms, exchange, now());
        if (!answer)
            return std::unexpected(answer.error());
        result.answer = *answer;
        if (answer->state != EnrolState::Approved)
            return result;
        auto rules = (*desk)->rules->inForce(now());
        if (!*state && rules) { // a desk that stood alone brings its log, or must stay alone
            if ((*rules)->stream != answer->stream)
                return fail(ErrorCode::Inconsistent, "this profile is of sub-district " + (*rules)->stream + ", the platform serves", answer->stream);
            if (!answer->founding)
                return fail(ErrorCode::Inconsistent, "the platform has cases already, and this profile has its own: enrol in an empty folder", answer->stream);
            auto uploaded = uploadLog(**desk, *profile, *key, terms.account, exchange, now, random);
            if (!uploaded)
                return std::unexpected(uploaded.error());
            result.founded = true;
            result.uploaded = *uploaded;
        }
        if (!*state) {
            const ReplicaState first{.server = terms.server,
                                     .account = terms.account,
                                     .stream = answer->stream,
                                     .platformKey = answer->platformKey,
                                     .letter = answer->letter};
            SqliteReplica replica(*(*desk)->logDb, *(*desk)->log);
            auto kept = inLogTransaction(*(*desk)->log, [&]() -> Result<void> {
                if (auto begun = replica.setState(first); !begun || !result.founded)
                    return begun;
                return replica.becomeCopy();
            });
            if (!kept)
                return std::unexpected(kept.error());
        }
    }
    auto desk = openForSync(*profile, *key, random, now());
    if (!desk)
        return std::unexpected(desk.error());
    auto run = syncOnce(**desk, exchange, now);
    if (!run)
        return std::unexpected(run.error());
    if (run->report.trouble)
        return std::unexpected(*run->report.trouble);
    return result;
}

} // namespace griddesk
