// SPDX-License-Identifier: GPL-3.0-or-later
#include "joinplatform.h"

#include "models/wire/uuid.h"

namespace griddesk {

Result<bool> joinPlatform(DeskConnection& desk, const Profile& profile, const DeviceKey& key, RandomSource& random, Instant now, Submitter::Locate locate)
{
    auto replica = std::make_unique<SqliteReplica>(*desk.logDb, *desk.log);
    auto state = replica->state();
    if (!state)
        return std::unexpected(state.error());
    if (!*state)
        return false;
    desk.replica = std::move(replica);
    desk.copy = std::make_unique<ReplicaAuthority>(*desk.log, *desk.rules, (*state)->stream);
    desk.submitter = std::make_unique<Submitter>(*desk.outbox, *desk.projection, *desk.copy, *desk.log, *desk.rules, key,
                                                 SubmitterIdentity{profile.info().device, (*state)->letter, makeUuid7(now, random)}, random, std::move(locate));
    desk.sync = std::make_unique<SyncEngine>(*desk.submitter, *desk.outbox, *desk.replica, *desk.log, *desk.rules, *desk.copy, key, profile.info().device, random);
    return true;
}

} // namespace griddesk
