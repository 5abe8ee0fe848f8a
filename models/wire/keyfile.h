// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datakey.h"

#include "models/core/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Cost of turning a passphrase into a key with Argon2id (RFC 9106); stored in each wrap, so that it can rise later.
struct Argon2Cost {
    std::int64_t passes = 3;
    std::int64_t memory = 64 * 1024 * 1024; ///< bytes

    bool operator==(const Argon2Cost&) const = default;
};

/// What a stored cost may be: less is no protection worth the name of a file format, more would let a changed file
/// exhaust the machine.
inline constexpr Argon2Cost leastArgon2Cost{1, 8 * 1024};
inline constexpr Argon2Cost mostArgon2Cost{16, std::int64_t{1} * 1024 * 1024 * 1024};

/// One way to the data key.
struct KeyWrap {
    enum class Kind : std::uint8_t {
        Passphrase,
        External, ///< a key in a file of the profile
        KeyStore, ///< a key that the system's key store keeps for this program
    };
    std::string label; ///< an identifier, unique in the file: "passphrase", "keystore", "recovery"
    Kind kind = Kind::Passphrase;
    Argon2Cost cost{}; ///< for passphrases
    Buffer salt{};     ///< 16 bytes, for passphrases
    std::string entry{}; ///< under which name the key store keeps the key, for KeyStore
    Buffer wrapped{};

    bool operator==(const KeyWrap&) const = default;
};

/// The key file of a profile: the data key wrapped in several ways. Losing all of them loses the data; the file itself holds
/// nothing secret. Passphrases are compared byte by byte: the caller normalises them (NFC). Thread: any; opening by
/// passphrase takes a fraction of a second and 64 MiB, so never on the GUI thread.
class KeyFile {
public:
    /// An empty file for this key.
    explicit KeyFile(const DataKey& key) : m_fingerprint(key.fingerprint()) {}

    /// Reads a key file. Errors: FileForeign (no key file), FileNewer (a later version), FileDamaged (cut, changed, absurd cost).
    [[nodiscard]] static Result<KeyFile> parse(std::string_view bytes);
    /// Canonical JSON and a line end.
    [[nodiscard]] std::string serialise() const;

    /// Adds a way; an existing one with the same label is replaced. Errors: InvalidArgument (empty passphrase or key, bad
    /// label, cost outside the limits, another data key), LimitExceeded (memory not to be had, or more than 16 wraps).
    Result<void> addPassphrase(std::string_view label, const DataKey& key, std::string_view passphrase, RandomSource& random,
                               const Argon2Cost& cost = {});
    Result<void> addExternal(std::string_view label, const DataKey& key, const Secret& external, RandomSource& random);
    /// `entry`: an identifier, under which the key store keeps `stored`; bound to the wrap. A file with such a way is of version 2:
    /// programs that know nothing of it say that the file is newer.
    Result<void> addKeyStore(std::string_view label, const DataKey& key, std::string_view entry, const Secret& stored, RandomSource& random);
    /// False when there is no such way. The last way is not removed.
    bool remove(std::string_view label);

    /// Tries every passphrase wrap. Errors: WrongKey, LimitExceeded.
    [[nodiscard]] Result<DataKey> openWithPassphrase(std::string_view passphrase) const;
    /// Tries every external wrap. Errors: WrongKey, InvalidArgument.
    [[nodiscard]] Result<DataKey> openWithExternal(const Secret& external) const;
    /// Tries every wrap of the key store. Errors: WrongKey, InvalidArgument.
    [[nodiscard]] Result<DataKey> openWithKeyStore(const Secret& stored) const;

    /// The name under which the key store keeps the key of this file; nothing when it keeps none.
    [[nodiscard]] std::optional<std::string> keyStoreEntry() const;
    [[nodiscard]] const std::vector<KeyWrap>& wraps() const noexcept { return m_wraps; }
    [[nodiscard]] const Hash& fingerprint() const noexcept { return m_fingerprint; }

private:
    KeyFile() = default;
    Result<void> add(KeyWrap wrap, const DataKey& key, const Secret& wrapping, RandomSource& random);
    Result<DataKey> open(const KeyWrap& wrap, const Secret& wrapping) const;
    Result<DataKey> openAny(KeyWrap::Kind kind, const Secret& wrapping, const char* nothing) const;
    std::string associatedWith(const KeyWrap& wrap) const;
    Value body() const;

    Hash m_fingerprint;
    std::vector<KeyWrap> m_wraps;
};

} // namespace griddesk
