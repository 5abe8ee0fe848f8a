// SPDX-License-Identifier: GPL-3.0-or-later
#include "profilekeys.h"

#include "durablefile.h"

#include <algorithm>
#include <array>
#include <span>

namespace griddesk {

namespace {

constexpr std::uintmax_t largestKeyFile = 64 * 1024;
constexpr const char* storeLabel = "keystore";
constexpr const char* passphraseLabel = "passphrase";

/// Names one key of one profile, so that a copy of the profile on the same computer never overwrites the key of the other.
std::string newEntry(const ProfileInfo& info, RandomSource& random)
{
    std::array<std::uint8_t, 8> bytes{};
    random.fill(bytes);
    return info.device.text() + "." + toHex(bytes);
}

bool hasWay(const KeyFile& keys, KeyWrap::Kind kind)
{
    return std::ranges::any_of(keys.wraps(), [&](const KeyWrap& wrap) { return wrap.kind == kind; });
}

/// By their labels, because a file may have come from anywhere.
std::vector<std::string> labelsOf(const KeyFile& keys, KeyWrap::Kind kind)
{
    std::vector<std::string> labels;
    for (const auto& wrap : keys.wraps())
        if (wrap.kind == kind)
            labels.push_back(wrap.label);
    return labels;
}

KeyStoreFailure ofFile(const Error& error) { return {KeyStoreProblem::KeyFile, error.detail + (error.context.empty() ? "" : ": " + error.context)}; }

Forgotten erased(const std::optional<std::string>& entry, KeyStore& store, const CancelToken& cancel)
{
    if (!entry)
        return {};
    auto done = store.erase(*entry, cancel);
    return {true, done ? std::nullopt : std::optional(done.error())};
}

} // namespace

Result<KeyFile> readKeyFile(const ProfilePaths& paths)
{
    auto text = readWholeFile(paths.keys(), largestKeyFile);
    return text ? KeyFile::parse(*text) : std::unexpected(text.error());
}

Result<void> writeKeyFile(const ProfilePaths& paths, const KeyFile& keys)
{
    const std::string text = keys.serialise();
    return writeFileDurably(paths.keys(), std::as_bytes(std::span(text)), Replace::Yes);
}

std::optional<std::string> keyStoreEntryOf(const ProfilePaths& paths)
{
    const auto keys = readKeyFile(paths);
    return keys ? keys->keyStoreEntry() : std::nullopt;
}

KeyStoreResult<void> tryKeyStore(KeyStore& store, const CancelToken& cancel)
{
    auto nothing = store.get("griddesk.is-the-key-store-there", cancel);
    if (nothing || nothing.error().problem == KeyStoreProblem::Missing)
        return {};
    return std::unexpected(nothing.error());
}

KeyStoreResult<ProfileUnlock> unlockByKeyStore(const ProfilePaths& paths, KeyStore& store, const CancelToken& cancel)
{
    const auto entry = keyStoreEntryOf(paths);
    if (!entry)
        return std::unexpected(KeyStoreFailure{KeyStoreProblem::Missing, "the key file names no key of the key store"});
    auto secret = store.get(*entry, cancel);
    if (!secret)
        return std::unexpected(secret.error());
    ProfileUnlock unlock{.stored = std::make_shared<const Secret>(*std::move(secret))};
    if (auto opened = Profile::open(paths.folder, unlock); !opened && opened.error().code == ErrorCode::WrongKey)
        return std::unexpected(KeyStoreFailure{KeyStoreProblem::Unfit, opened.error().detail});
    return unlock;
}

KeyStoreResult<void> rememberInKeyStore(const Profile& profile, KeyStore& store, RandomSource& random, const CancelToken& cancel)
{
    auto keys = readKeyFile(profile.paths());
    if (!keys)
        return std::unexpected(ofFile(keys.error()));
    if (!hasWay(*keys, KeyWrap::Kind::Passphrase))
        return std::unexpected(KeyStoreFailure{KeyStoreProblem::KeyFile, "the profile has no passphrase, which is needed when the key store is lost"});
    if (hasWay(*keys, KeyWrap::Kind::External))
        return std::unexpected(KeyStoreFailure{KeyStoreProblem::KeyFile, "its device.key opens the profile already"});
    const auto before = keys->keyStoreEntry();
    for (const auto& label : labelsOf(*keys, KeyWrap::Kind::KeyStore))
        keys->remove(label);
    const std::string entry = newEntry(profile.info(), random);
    const Secret secret = Secret::random(random);
    if (auto added = keys->addKeyStore(storeLabel, profile.key(), entry, secret, random); !added)
        return std::unexpected(ofFile(added.error()));
    if (auto put = store.put(entry, secret, cancel); !put)
        return put;
    if (auto written = writeKeyFile(profile.paths(), *keys); !written) {
        static_cast<void>(store.erase(entry, cancel)); // opens nothing; the file is what has to be told
        return std::unexpected(ofFile(written.error()));
    }
    static_cast<void>(erased(before, store, cancel));
    return {};
}

Result<Forgotten> forgetInKeyStore(const ProfilePaths& paths, KeyStore& store, const CancelToken& cancel)
{
    auto keys = readKeyFile(paths);
    if (!keys)
        return std::unexpected(keys.error());
    const auto entry = keys->keyStoreEntry();
    if (!entry)
        return Forgotten{};
    for (const auto& label : labelsOf(*keys, KeyWrap::Kind::KeyStore))
        if (!keys->remove(label))
            return fail(ErrorCode::Inconsistent, "nothing but the key store opens this profile", paths.folder.string());
    if (auto written = writeKeyFile(paths, *keys); !written)
        return std::unexpected(written.error());
    return erased(entry, store, cancel);
}

Result<Forgotten> changePassphrase(const Profile& profile, const std::string& passphrase, KeyStore& store, RandomSource& random, const CancelToken& cancel)
{
    const auto before = readKeyFile(profile.paths());
    if (!before)
        return std::unexpected(before.error());
    KeyFile keys(profile.key());
    if (auto added = keys.addPassphrase(passphraseLabel, profile.key(), passphrase, random); !added)
        return std::unexpected(added.error());
    if (auto written = writeKeyFile(profile.paths(), keys); !written)
        return std::unexpected(written.error());
    std::error_code error;
    std::filesystem::remove(profile.paths().deviceKey(), error);
    if (error)
        return fail(ErrorCode::FileNotWritable, "the passphrase is set, but device.key cannot be removed: " + error.message(), profile.paths().deviceKey().string());
    return erased(before->keyStoreEntry(), store, cancel);
}

} // namespace griddesk
