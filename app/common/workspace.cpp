// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace.h"

#include "joinplatform.h"
#include "outboxsalvage.h"
#include "personalrecords.h"

#include "models/core/rulesreader.h"
#include "models/store/durablefile.h"
#include "models/store/migrations.h"
#include "models/store/storeschema.h"
#include "models/wire/canonicaljson.h"
#include "models/wire/rulebundle.h"
#include "models/wire/uuid.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::string_view streetsKey = "streets"; ///< kept under this name, not a hash: written once when the profile is made, and nothing changes it afterwards

std::string streetsText(const std::vector<NamedPlace>& streets)
{
    Value::List list;
    for (const auto& street : streets) {
        Value value;
        value.set("name", street.name);
        value.set("detail", street.detail);
        value.set("lonE7", std::int64_t{street.place.lonE7});
        value.set("latE7", std::int64_t{street.place.latE7});
        list.push_back(std::move(value));
    }
    return toCanonical(Value(std::move(list)));
}

std::vector<NamedPlace> streetsFrom(std::string_view text)
{
    std::vector<NamedPlace> streets;
    const auto value = fromCanonical(text, JsonLimits{.bytes = std::size_t{16} << 20, .depth = 4});
    if (!value || value->list() == nullptr)
        return streets;
    for (const auto& entry : *value->list())
        streets.push_back(NamedPlace{std::string(entry.textOr("name")), std::string(entry.textOr("detail")),
                                     GeoPoint{static_cast<std::int32_t>(entry.intOr("lonE7", 0)), static_cast<std::int32_t>(entry.intOr("latE7", 0))}});
    return streets;
}

/// Stores the shapes and the bundle that names them, in the caller's transaction.
Result<std::shared_ptr<const Rules>> publishInto(LogStore& log, RuleLibrary& library, Value rules, const AreaShapes& shapes, Instant validFrom)
{
    if (!shapes.empty()) {
        const std::string document = writeAreaDocument(shapes);
        const std::string hash = sha256(document).hex();
        if (auto stored = log.putDocument(hash, document); !stored)
            return std::unexpected(stored.error());
        rules.set("geometry", hash);
    }
    auto bundle = makeBundle(rules);
    if (!bundle)
        return std::unexpected(bundle.error());
    return library.publish(bundle->bytes, validFrom);
}

} // namespace

DeskFiles Workspace::files() const
{
    return deskFilesOf(m_profile);
}

Result<void> Workspace::create(const std::filesystem::path& folder, NewDistrict district, const ProfileUnlock& unlock, Instant now)
{
    // Everything that can be wrong with the rules is found before anything is written.
    if (auto checked = makeBundle(district.rules); !checked)
        return std::unexpected(checked.error());
    SystemRandom random;
    auto profile = Profile::create(folder, unlock, district.letter, now, random);
    if (!profile)
        return std::unexpected(profile.error());
    if (auto made = createDatabase(profile->paths().store(), profile->key().derived(KeyPurpose::Store), storeSchema()); !made)
        return std::unexpected(made.error());
    auto connection = DeskConnection::open(deskFilesOf(*profile), OpenMode::ReadWrite);
    if (!connection)
        return std::unexpected(connection.error());
    auto& log = *(*connection)->log;
    auto device = profile->deviceKey();
    if (!device)
        return std::unexpected(device.error());
    return inLogTransaction(log, [&]() -> Result<void> {
        // In force from the beginning, so that imported history has rules too.
        auto published = publishInto(log, *(*connection)->rules, district.rules, district.shapes, Instant{});
        if (!published)
            return std::unexpected(published.error());
        if (auto stored = log.putDocument(streetsKey, streetsText(district.streets)); !stored)
            return stored;
        LocalAuthority authority(log, *(*connection)->rules, (*published)->stream);
        return authority.enrol(profile->info().device, device->publicKey());
    });
}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::filesystem::path& folder, const WorkspaceOptions& options, Instant now)
{
    auto profile = Profile::open(folder, options.unlock);
    if (!profile)
        return std::unexpected(profile.error());
    auto lock = ProfileLock::take(profile->paths(), options.program);
    if (!lock)
        return std::unexpected(lock.error());
    auto workspace = std::unique_ptr<Workspace>(new Workspace(*std::move(profile), *std::move(lock)));
    auto key = workspace->m_profile.deviceKey();
    if (!key)
        return std::unexpected(key.error());
    workspace->m_deviceKey = *std::move(key);
    auto opened = workspace->openStore(options.threads, now);
    // Damage in the middle of the tables shows only when they are read.
    if (!opened && opened.error().code == ErrorCode::FileDamaged && workspace->m_setAside.empty()
        && opened.error().context == workspace->m_profile.paths().store().string()) {
        if (auto moved = workspace->setStoreAside(now); !moved)
            return std::unexpected(opened.error());
        opened = workspace->openStore(options.threads, now);
    }
    if (!opened)
        return std::unexpected(opened.error());
    return workspace;
}

Workspace::~Workspace() = default;

Result<void> Workspace::setStoreAside(Instant now)
{
    // The projection can be made again from the log; what lies there is kept under another name.
    const auto storeFile = m_profile.paths().store().string();
    const auto aside = storeFile + ".damaged-" + std::to_string(msOf(now));
    std::error_code problem;
    std::filesystem::rename(storeFile, aside, problem);
    if (problem)
        return fail(ErrorCode::FileNotWritable, problem.message(), storeFile);
    for (const char* suffix : {"-wal", "-shm"})
        std::filesystem::rename(storeFile + suffix, aside + suffix, problem);
    m_setAside = aside;
    return {};
}

Result<void> Workspace::openStore(bool threads, Instant now)
{
    const auto storeFile = m_profile.paths().store();
    const auto storeKey = m_profile.key().derived(KeyPurpose::Store);
    std::error_code ignored;
    if (std::filesystem::exists(storeFile, ignored)) {
        auto probe = openDatabase(storeFile, storeKey, storeSchema(), OpenMode::ReadWrite);
        if (!probe && (probe.error().code == ErrorCode::FileDamaged || probe.error().code == ErrorCode::FileForeign)) {
            if (auto moved = setStoreAside(now); !moved)
                return std::unexpected(probe.error());
        }
    }
    if (!std::filesystem::exists(storeFile, ignored))
        if (auto made = createDatabase(storeFile, storeKey, storeSchema()); !made)
            return std::unexpected(made.error());

    auto outbox = ensureOutbox(files(), now);
    if (!outbox)
        return std::unexpected(outbox.error());
    m_outboxSetAside = outbox->setAside;
    auto writer = DeskConnection::open(files(), OpenMode::ReadWrite);
    if (!writer)
        return std::unexpected(writer.error());
    if (auto salvaged = useJournal(**writer); !salvaged)
        return salvaged;
    if (auto loaded = loadDistrict(**writer, now); !loaded)
        return loaded;
    DeskConnection& desk = **writer;
    desk.projection = std::make_unique<ProjectionStore>(
        *desk.storeDb, [&log = *desk.log, key = &m_profile.key(), marker = std::make_shared<CallerMarker>(m_profile.key().derived(KeyPurpose::Callers))](
                           const Case& state) { return PersonalRecords(log, *key).callersOf(state, *marker); });
    desk.projection->setHotRadius(m_rules->parameters.duplicateRadiusMetres);
    const auto locate = [this](CaseRow& row) {
        if (!row.place)
            return;
        const PlaceAreas areas = places()->areasAt(*row.place);
        // A code stated by the case wins; what lies above it and was not stated comes from the place.
        if (!row.cell)
            row.cell = areas.cell;
        if (!row.grid)
            row.grid = areas.grid;
        if (!row.community)
            row.community = areas.community;
        if (!row.subdistrict)
            row.subdistrict = areas.subdistrict;
    };
    auto joined = joinPlatform(desk, m_profile, *m_deviceKey, m_random, now, locate);
    if (!joined)
        return std::unexpected(joined.error());
    if (!*joined) {
        desk.authority = std::make_unique<LocalAuthority>(*desk.log, *desk.rules, m_rules->stream);
        desk.submitter = std::make_unique<Submitter>(*desk.outbox, *desk.projection, *desk.authority, *desk.log, *desk.rules, *m_deviceKey,
                                                     SubmitterIdentity{m_profile.info().device, m_profile.info().letter, makeUuid7(now, m_random)}, m_random,
                                                     locate);
    }
    if (auto recovered = desk.submitter->recover(now); !recovered)
        return std::unexpected(recovered.error());
    m_historyLost = desk.submitter->historyLost();

    // What is confirmed needs no second copy any more. A disk too full for it keeps the longer one.
    static_cast<void>(desk.outbox->tidyJournal());

    const auto reader = [&] { return DeskConnection::open(files(), OpenMode::QueryOnly); };
    if (!threads) {
        auto connection = reader();
        if (!connection)
            return std::unexpected(connection.error());
        m_store = std::make_unique<Store>(Store::Inline{}, *std::move(writer), *std::move(connection));
        return {};
    }
    std::vector<std::unique_ptr<DeskConnection>> readers;
    for (int i = 0; i < 3; ++i) {
        auto connection = reader();
        if (!connection)
            return std::unexpected(connection.error());
        readers.push_back(*std::move(connection));
    }
    m_store = std::make_unique<Store>(*std::move(writer), std::move(readers));
    return {};
}

Result<void> Workspace::useJournal(DeskConnection& desk)
{
    const DeskFiles names = files();
    std::error_code ignored;
    std::string text;
    if (std::filesystem::exists(names.journal, ignored)) {
        auto read = readWholeFile(names.journal, longestJournal);
        if (!read)
            return std::unexpected(read.error());
        text = *std::move(read);
    }
    auto salvaged = salvageOutbox(desk, text, names.journalKey, !m_outboxSetAside.empty());
    if (!salvaged)
        return std::unexpected(salvaged.error());
    m_salvaged = *salvaged;
    auto journal = OutboxJournal::open(names.journal, names.journalKey.clone());
    if (!journal)
        return std::unexpected(journal.error());
    desk.journal = *std::move(journal);
    desk.outbox->useJournal(*desk.journal);
    return {};
}

Result<void> Workspace::loadDistrict(DeskConnection& connection, Instant now)
{
    auto rules = connection.rules->inForce(now);
    if (!rules)
        return std::unexpected(rules.error());
    AreaShapes shapes;
    if (!(*rules)->geometry.empty()) {
        auto document = connection.log->document((*rules)->geometry);
        if (!document)
            return std::unexpected(document.error());
        if (!*document)
            return fail(ErrorCode::UnknownReference, "the area geometry the rules name is missing", (*rules)->geometry);
        auto read = readAreaDocument(**document);
        if (!read)
            return std::unexpected(read.error());
        shapes = *std::move(read);
    }
    auto streets = connection.log->document(streetsKey);
    if (!streets)
        return std::unexpected(streets.error());
    auto places = DistrictPlaces::build(*rules, std::move(shapes), streetsFrom(streets->value_or("[]")));
    if (!places)
        return std::unexpected(places.error());
    const std::scoped_lock lock(m_districtMutex);
    m_rules = *std::move(rules);
    m_places = *std::move(places);
    return {};
}

std::shared_ptr<const Rules> Workspace::rules() const
{
    const std::scoped_lock lock(m_districtMutex);
    return m_rules;
}

std::shared_ptr<const DistrictPlaces> Workspace::places() const
{
    const std::scoped_lock lock(m_districtMutex);
    return m_places;
}

Value Workspace::rulesValue() const { return writeRules(*rules()); }

Result<void> Workspace::publish(Value rules, const AreaShapes& shapes, Instant validFrom)
{
    return answerOf(write([&](DeskConnection& desk) -> Result<std::monostate> {
               if (!desk.authority)
                   return fail(ErrorCode::Refused, "this desk is enrolled with a platform: its rules are published there");
               auto published = inLogTransaction(*desk.log, [&] { return publishInto(*desk.log, *desk.rules, std::move(rules), shapes, validFrom); });
               if (!published) {
                   desk.rules->forget();
                   return std::unexpected(published.error());
               }
               if (auto loaded = loadDistrict(desk, std::max(validFrom, Instant{})); !loaded)
                   return std::unexpected(loaded.error());
               desk.projection->setHotRadius(this->rules()->parameters.duplicateRadiusMetres);
               return std::monostate{};
           }))
        .transform([](std::monostate) {});
}

} // namespace griddesk
