// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/ids.h"
#include "models/core/instant.h"
#include "models/wire/datakey.h"
#include "models/wire/devicekey.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace griddesk {

/// How a profile is unlocked. Without a passphrase a random key in the file `device.key` (mode 0600) opens it: whoever can
/// read that file can read the profile, so a passphrase or the system's key store is stronger.
struct ProfileUnlock {
    std::optional<std::string> passphrase{};
    std::shared_ptr<const Secret> stored{}; ///< the key that the key store gave; goes before the passphrase

    /// Overwrites and drops the passphrase, for when the profile is open.
    void wipe() noexcept;
};

/// What is not secret about a profile: profile.json, written last, so that its presence says the profile is whole.
struct ProfileInfo {
    DeviceId device;
    std::string letter; ///< of local numbers, "A"
    Instant created{};

    bool operator==(const ProfileInfo&) const = default;
};

/// Names of the files of a profile folder.
struct ProfilePaths {
    std::filesystem::path folder;
    [[nodiscard]] std::filesystem::path info() const { return folder / "profile.json"; }
    [[nodiscard]] std::filesystem::path keys() const { return folder / "keys.json"; }
    [[nodiscard]] std::filesystem::path deviceKey() const { return folder / "device.key"; }
    [[nodiscard]] std::filesystem::path lock() const { return folder / "lock"; }
    [[nodiscard]] std::filesystem::path outbox() const { return folder / "outbox.db"; }
    [[nodiscard]] std::filesystem::path journal() const { return folder / "outbox.journal"; }
    [[nodiscard]] std::filesystem::path log() const { return folder / "log.db"; }
    [[nodiscard]] std::filesystem::path store() const { return folder / "store.db"; }
    [[nodiscard]] std::filesystem::path desk() const { return folder / "desk.db"; }
    [[nodiscard]] std::filesystem::path blobs() const { return folder / "blobs"; }
};

/// The lock of a profile folder: one program at a time. Released when destroyed, also by a crash.
class ProfileLock {
public:
    /// Errors: ProfileLocked, saying which program on which host holds it; FileNotFound, FileNotWritable.
    [[nodiscard]] static Result<ProfileLock> take(const ProfilePaths& paths, const std::string& program);
    ProfileLock(ProfileLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    ProfileLock(const ProfileLock&) = delete;
    ProfileLock& operator=(const ProfileLock&) = delete;
    ProfileLock& operator=(ProfileLock&&) = delete;
    ~ProfileLock();

private:
    explicit ProfileLock(int descriptor) noexcept : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// An unlocked profile: its keys and where its files are. Thread: any, const.
class Profile {
public:
    /// Makes keys and empty databases in a folder that has none; other files there are left alone. Errors: Duplicate (a
    /// profile or one of its databases is there), NotAFile (the path is a file), FileNotWritable, DiskFull, Io.
    [[nodiscard]] static Result<Profile> create(const std::filesystem::path& folder, const ProfileUnlock& unlock, const std::string& letter,
                                                Instant now, RandomSource& random);
    /// Errors: FileNotFound (no profile there), WrongKey, FileForeign, FileNewer, FileDamaged, FileNotReadable.
    [[nodiscard]] static Result<Profile> open(const std::filesystem::path& folder, const ProfileUnlock& unlock);

    [[nodiscard]] const ProfilePaths& paths() const noexcept { return m_paths; }
    [[nodiscard]] const ProfileInfo& info() const noexcept { return m_info; }
    [[nodiscard]] const DataKey& key() const noexcept { return m_key; }
    /// The key this device signs with; derived from the data key, so that it needs no file of its own.
    [[nodiscard]] Result<DeviceKey> deviceKey() const { return DeviceKey::fromSeed(m_key.derived(KeyPurpose::DeviceKey)); }

private:
    Profile(ProfilePaths paths, ProfileInfo info, DataKey key) : m_paths(std::move(paths)), m_info(std::move(info)), m_key(std::move(key)) {}

    ProfilePaths m_paths;
    ProfileInfo m_info;
    DataKey m_key;
};

} // namespace griddesk
