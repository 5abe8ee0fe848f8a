// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deskconnection.h"
#include "districtplaces.h"

#include "models/store/executor.h"
#include "models/store/profile.h"
#include "models/wire/random.h"

#include <QFuture>

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace griddesk {

/// What a new profile begins with.
struct NewDistrict {
    Value rules;                          ///< bundle in JSON form, areas included
    AreaShapes shapes;
    std::vector<NamedPlace> streets;
    std::string letter = "A";
    std::vector<std::string> warnings; ///< what of the files was left out or is doubtful
};

/// How a profile is opened.
struct WorkspaceOptions {
    ProfileUnlock unlock;
    std::string program;        ///< shown to whoever finds the profile locked
    bool threads = false;       ///< a writer and reader threads of its own; else everything runs on the caller's thread
};

/// An opened profile: keys, databases, authority, submitter, rules and places. Owned by the composition root. Rules and
/// places may be asked from any thread; everything else goes through read() and write().
class Workspace {
public:
    using Store = BasicExecutor<DeskConnection>;

    /// Makes a profile with its rules published. Errors: those of Profile::create() and makeBundle(); GeometryInvalid.
    [[nodiscard]] static Result<void> create(const std::filesystem::path& folder, NewDistrict district, const ProfileUnlock& unlock, Instant now);
    /// Opens, and finishes what a crash may have left: releases, pushes, projects. With threads the projection catches up
    /// behind the answer. Errors: those of Profile::open(), ProfileLock and openDatabase().
    [[nodiscard]] static Result<std::unique_ptr<Workspace>> open(const std::filesystem::path& folder, const WorkspaceOptions& options, Instant now);
    ~Workspace();

    template <typename F>
    auto read(F f, Priority priority = Priority::Interactive, CancelToken cancel = {})
    {
        return m_store->read(std::move(f), priority, std::move(cancel));
    }
    template <typename F>
    auto write(F f, Priority priority = Priority::Interactive, CancelToken cancel = {})
    {
        return m_store->write(std::move(f), priority, std::move(cancel));
    }

    [[nodiscard]] std::shared_ptr<const Rules> rules() const;
    [[nodiscard]] std::shared_ptr<const DistrictPlaces> places() const;
    [[nodiscard]] const Profile& profile() const noexcept { return m_profile; }
    [[nodiscard]] RandomSource& random() noexcept { return m_random; }

    /// Publishes changed rules with their shapes and takes them into use. Errors: those of makeBundle().
    [[nodiscard]] Result<void> publish(Value rules, const AreaShapes& shapes, Instant validFrom);
    /// The rules in force as JSON, to be changed and published again.
    [[nodiscard]] Value rulesValue() const;
    /// What stood in the way of the projection and was set aside, for a message; empty when nothing.
    [[nodiscard]] const std::string& setAside() const noexcept { return m_setAside; }
    /// Where a damaged outbox.db is kept, or its name when it was missing; empty when it was whole.
    [[nodiscard]] const std::string& outboxSetAside() const noexcept { return m_outboxSetAside; }
    /// How many operations came out of the salvage file into the tray.
    [[nodiscard]] std::size_t salvaged() const noexcept { return m_salvaged; }

    /// The log lacks operations that were confirmed once: an older log.db was put back. For a message.
    [[nodiscard]] bool historyLost() const noexcept { return m_historyLost; }

private:
    Workspace(Profile profile, ProfileLock lock) : m_profile(std::move(profile)), m_lock(std::move(lock)) {}
    [[nodiscard]] Result<void> setStoreAside(Instant now);
    [[nodiscard]] Result<void> openStore(bool threads, Instant now);
    [[nodiscard]] Result<void> useJournal(DeskConnection& desk);
    [[nodiscard]] Result<void> loadDistrict(DeskConnection& connection, Instant now);
    [[nodiscard]] DeskFiles files() const;

    Profile m_profile;
    ProfileLock m_lock;
    SystemRandom m_random;
    std::optional<DeviceKey> m_deviceKey;
    std::string m_setAside, m_outboxSetAside;
    bool m_historyLost = false;
    std::size_t m_salvaged = 0;
    mutable std::mutex m_districtMutex;
    std::shared_ptr<const Rules> m_rules;
    std::shared_ptr<const DistrictPlaces> m_places;
    std::unique_ptr<Store> m_store; ///< last: its threads use everything above
};

/// Waits for an answer of an inline workspace, where it is there already. Not for the GUI thread.
template <typename T>
[[nodiscard]] Result<T> answerOf(QFuture<Result<T>> future)
{
    if (future.resultCount() == 0)
        future.waitForFinished();
    return future.resultCount() == 0 ? Result<T>(fail(ErrorCode::Cancelled, "cancelled")) : future.result();
}

} // namespace griddesk
