// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskconnection.h"

#include "models/store/logschema.h"
#include "models/store/migrations.h"
#include "models/store/profile.h"
#include "models/store/storeschema.h"

namespace griddesk {

DeskFiles deskFilesOf(const Profile& profile)
{
    const auto& paths = profile.paths();
    const auto& key = profile.key();
    return DeskFiles{.outbox = paths.outbox(),
                     .journal = paths.journal(),
                     .log = paths.log(),
                     .store = paths.store(),
                     .outboxKey = key.derived(KeyPurpose::Outbox),
                     .journalKey = key.derived(KeyPurpose::Journal),
                     .logKey = key.derived(KeyPurpose::Log),
                     .storeKey = key.derived(KeyPurpose::Store)};
}

Result<std::unique_ptr<DeskConnection>> DeskConnection::open(const DeskFiles& files, OpenMode mode)
{
    auto connection = std::make_unique<DeskConnection>();
    const auto take = [&](std::unique_ptr<Database>& into, const std::filesystem::path& file, const Secret& key, const Schema& schema) -> Result<void> {
        auto opened = openDatabase(file, key, schema, mode);
        if (!opened) {
            Error error = opened.error();
            if (error.context.empty())
                error.context = file.filename().string();
            return std::unexpected(error);
        }
        into = *std::move(opened);
        return {};
    };
    if (auto ok = take(connection->outboxDb, files.outbox, files.outboxKey, outboxSchema()); !ok)
        return std::unexpected(ok.error());
    if (auto ok = take(connection->logDb, files.log, files.logKey, logSchema()); !ok)
        return std::unexpected(ok.error());
    if (auto ok = take(connection->storeDb, files.store, files.storeKey, storeSchema()); !ok)
        return std::unexpected(ok.error());
    connection->log = std::make_unique<SqliteLogStore>(*connection->logDb);
    connection->outbox = std::make_unique<SqliteOutbox>(*connection->outboxDb);
    connection->rules = std::make_unique<RuleLibrary>(*connection->log);
    return connection;
}

void setCancel(DeskConnection& connection, const CancelToken& token)
{
    connection.storeDb->setCancel(token);
    connection.logDb->setCancel(token);
}

} // namespace griddesk
