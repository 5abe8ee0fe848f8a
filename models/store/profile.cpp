// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include "durablefile.h"
#include "logschema.h"
#include "migrations.h"
#include "profilekeys.h"
#include "storeschema.h"

#include "models/wire/canonicaljson.h"
#include "models/wire/keyfile.h"
#include "models/wire/uuid.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace griddesk {

namespace {

constexpr std::string_view format = "griddesk-profile-1";
constexpr std::uintmax_t smallFile = 64 * 1024;

std::span<const std::byte> bytesOfText(const std::string& text) { return std::as_bytes(std::span(text)); }

Result<ProfileInfo> readInfo(const ProfilePaths& paths)
{
    auto text = readWholeFile(paths.info(), smallFile);
    if (!text) {
        if (text.error().code == ErrorCode::FileNotFound)
            return fail(ErrorCode::FileNotFound, "there is no GridDesk profile in this folder", paths.folder.string());
        return std::unexpected(text.error());
    }
    auto value = fromJson(*text);
    if (!value)
        return fail(ErrorCode::FileDamaged, "profile.json cannot be read: " + value.error().detail, paths.info().string());
    const auto stated = value->textOr("format");
    if (stated != format)
        return fail(stated.starts_with("griddesk-profile-") ? ErrorCode::FileNewer : ErrorCode::FileForeign,
                    "profile.json is not of this version", paths.info().string());
    auto device = DeviceId::parse(value->textOr("device"));
    auto created = parseInstant(value->textOr("created"));
    if (!device || !created || value->textOr("letter").empty())
        return fail(ErrorCode::FileDamaged, "profile.json lacks a member", paths.info().string());
    return ProfileInfo{*std::move(device), std::string(value->textOr("letter")), *created};
}

Result<DataKey> unlockKey(const ProfilePaths& paths, const ProfileUnlock& unlock)
{
    auto keys = readKeyFile(paths);
    if (!keys)
        return std::unexpected(keys.error());
    if (unlock.stored)
        return keys->openWithKeyStore(*unlock.stored);
    if (unlock.passphrase)
        return keys->openWithPassphrase(*unlock.passphrase);
    auto hex = readWholeFile(paths.deviceKey(), smallFile);
    if (!hex && hex.error().code != ErrorCode::FileNotFound)
        return std::unexpected(hex.error());
    if (!hex)
        return fail(ErrorCode::WrongKey, "this profile is opened by a passphrase", paths.folder.string());
    while (!hex->empty() && hex->back() == '\n')
        hex->pop_back();
    auto raw = fromHex(*hex);
    if (!raw || raw->size() != 32)
        return fail(ErrorCode::FileDamaged, "device.key does not hold a key", paths.deviceKey().string());
    auto external = Secret::copyOf(*raw);
    wipeBytes(*raw);
    wipeText(*hex);
    if (!external)
        return std::unexpected(external.error());
    return keys->openWithExternal(*external);
}

} // namespace

void ProfileUnlock::wipe() noexcept
{
    if (passphrase)
        wipeText(*passphrase);
    passphrase.reset();
    stored.reset();
}

Result<ProfileLock> ProfileLock::take(const ProfilePaths& paths, const std::string& program)
{
    const int descriptor = ::open(paths.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(errno == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileNotWritable,
                    std::string("the lock of the profile cannot be opened: ") + std::strerror(errno), paths.folder.string());
    std::array<char, 256> text{};
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const auto length = ::pread(descriptor, text.data(), text.size() - 1, 0);
        ::close(descriptor);
        return fail(ErrorCode::ProfileLocked, std::string("in use by ") + (length > 0 ? std::string(text.data(), static_cast<std::size_t>(length)) : "another program"),
                    paths.folder.string());
    }
    std::array<char, 128> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0)
        host[0] = '\0';
    const std::string owner = program + " (process " + std::to_string(::getpid()) + " on " + host.data() + ")";
    if (::ftruncate(descriptor, 0) != 0 || ::pwrite(descriptor, owner.data(), owner.size(), 0) != static_cast<ssize_t>(owner.size())) {
        ::close(descriptor);
        return fail(ErrorCode::FileNotWritable, "the lock of the profile cannot be written", paths.lock().string());
    }
    return ProfileLock(descriptor);
}

ProfileLock::~ProfileLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<Profile> Profile::create(const std::filesystem::path& folder, const ProfileUnlock& unlock, const std::string& letter, Instant now,
                                RandomSource& random)
{
    const ProfilePaths paths{folder};
    std::error_code error;
    if (std::filesystem::exists(folder, error) && !std::filesystem::is_directory(folder, error))
        return fail(ErrorCode::NotAFile, "a profile is a folder, and this is not one", folder.string());
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::FileNotWritable, "the folder cannot be made: " + error.message(), folder.string());
    for (const auto& file : {paths.info(), paths.keys(), paths.outbox(), paths.log()})
        if (std::filesystem::exists(file, error))
            return fail(ErrorCode::Duplicate, "there is a profile or a part of one already; choose another folder", file.string());

    const DataKey key = DataKey::generate(random);
    KeyFile keys(key);
    if (unlock.passphrase) {
        if (auto added = keys.addPassphrase("passphrase", key, *unlock.passphrase, random); !added)
            return std::unexpected(added.error());
    } else {
        const Secret external = Secret::random(random);
        if (auto added = keys.addExternal("device", key, external, random); !added)
            return std::unexpected(added.error());
        std::string hex = toHex(external.bytes()) + "\n";
        auto written = writeFileDurably(paths.deviceKey(), bytesOfText(hex), Replace::Yes);
        wipeText(hex);
        if (!written)
            return std::unexpected(written.error());
    }
    if (auto written = writeFileDurably(paths.keys(), bytesOfText(keys.serialise())); !written)
        return std::unexpected(written.error());
    if (auto made = createDatabase(paths.outbox(), key.derived(KeyPurpose::Outbox), outboxSchema()); !made)
        return std::unexpected(made.error());
    if (auto made = createDatabase(paths.log(), key.derived(KeyPurpose::Log), logSchema()); !made)
        return std::unexpected(made.error());

    ProfileInfo info{DeviceId::literal(makeUuid7(now, random)), letter, now};
    Value value;
    value.set("format", format);
    value.set("device", info.device.text());
    value.set("letter", letter);
    value.set("created", formatInstant(now));
    if (auto written = writeFileDurably(paths.info(), bytesOfText(toCanonical(value) + "\n")); !written)
        return std::unexpected(written.error());
    auto copy = DataKey::fromSecret(key.secret().clone());
    if (!copy)
        return std::unexpected(copy.error());
    return Profile(paths, std::move(info), *std::move(copy));
}

Result<Profile> Profile::open(const std::filesystem::path& folder, const ProfileUnlock& unlock)
{
    const ProfilePaths paths{folder};
    auto info = readInfo(paths);
    if (!info)
        return std::unexpected(info.error());
    auto key = unlockKey(paths, unlock);
    if (!key)
        return std::unexpected(key.error());
    return Profile(paths, *std::move(info), *std::move(key));
}

} // namespace griddesk
