// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/keystore.h"

#include <chrono>

namespace griddesk {

/// The key store of the user's session by QtKeychain: a Secret Service (GNOME keyring, KeePassXC, …) or KWallet; never its plain-text
/// fallback. The work is done in the main thread's event loop. Thread: from any other the caller waits while that loop runs (desk); on
/// the main thread itself a loop of its own runs until the answer (gridctl), so not there in a program at work. A QCoreApplication must be there.
class QtKeyStore final : public KeyStore {
public:
    /// `limit`: how long an answer is waited for, a person who unlocks the store included.
    explicit QtKeyStore(std::chrono::milliseconds limit = std::chrono::seconds{30}) noexcept : m_limit(limit) {}

    [[nodiscard]] KeyStoreResult<void> put(const std::string& entry, const Secret& secret, const CancelToken& cancel) override;
    [[nodiscard]] KeyStoreResult<Secret> get(const std::string& entry, const CancelToken& cancel) override;
    [[nodiscard]] KeyStoreResult<void> erase(const std::string& entry, const CancelToken& cancel) override;

private:
    std::chrono::milliseconds m_limit;
};

} // namespace griddesk
