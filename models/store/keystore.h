// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cancel.h"

#include "models/wire/secret.h"

#include <cstdint>
#include <expected>
#include <string>

namespace griddesk {

/// Why the key of a profile did not come out of the key store, or did not get into it.
enum class KeyStoreProblem : std::uint8_t {
    Unavailable, ///< there is no key store here, or it does not work
    Denied,      ///< it is locked, or it refuses this program
    Missing,     ///< it has no such key, or somebody declined to unlock it: a Secret Service does not tell the two apart
    Cancelled,   ///< somebody did not want to wait
    TimedOut,    ///< no answer within the time limit
    Unfit,       ///< it gave a key that does not open the profile
    KeyFile,     ///< the key file of the profile could not be read or written, or does not allow it
};

/// Stable lower-case name (`timed-out`), used in JSON output and logs.
[[nodiscard]] constexpr const char* problemName(KeyStoreProblem problem) noexcept
{
    switch (problem) {
    case KeyStoreProblem::Unavailable: return "unavailable";
    case KeyStoreProblem::Denied: return "denied";
    case KeyStoreProblem::Missing: return "missing";
    case KeyStoreProblem::Cancelled: return "cancelled";
    case KeyStoreProblem::TimedOut: return "timed-out";
    case KeyStoreProblem::Unfit: return "unfit";
    case KeyStoreProblem::KeyFile: return "key-file";
    }
    return "unknown";
}

/// A failure as a value; `detail` is technical English.
struct KeyStoreFailure {
    KeyStoreProblem problem = KeyStoreProblem::Unavailable;
    std::string detail;

    bool operator==(const KeyStoreFailure&) const = default;
};

template <typename T>
using KeyStoreResult = std::expected<T, KeyStoreFailure>;

/// Port to what keeps small secrets for this user on this computer (Secret Service, KWallet, …). Every call may wait for a person who
/// unlocks the store, up to the time limit of whoever implements it: never on the GUI thread of a program at work. `entry` is an
/// identifier. Errors: Unavailable, Denied, Missing (get), Cancelled (the token), TimedOut.
class KeyStore {
public:
    virtual ~KeyStore() = default;

    /// Keeps the secret, in place of one of the same name.
    [[nodiscard]] virtual KeyStoreResult<void> put(const std::string& entry, const Secret& secret, const CancelToken& cancel) = 0;
    [[nodiscard]] virtual KeyStoreResult<Secret> get(const std::string& entry, const CancelToken& cancel) = 0;
    /// What is not there counts as erased.
    [[nodiscard]] virtual KeyStoreResult<void> erase(const std::string& entry, const CancelToken& cancel) = 0;
};

} // namespace griddesk
