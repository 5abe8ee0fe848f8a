// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/keystore.h"

#include <functional>
#include <map>
#include <optional>

namespace griddesk::test {

/// A key store in memory that can be told to fail. Thread: one at a time.
class FakeKeyStore final : public KeyStore {
public:
    std::map<std::string, Secret> kept;
    std::optional<KeyStoreProblem> failing;       ///< what every call answers
    std::optional<KeyStoreProblem> failingErases; ///< what only erasing answers
    std::function<void()> afterPut;               ///< something that happens between the store and the key file
    int puts = 0, gets = 0, erases = 0;

    KeyStoreResult<void> put(const std::string& entry, const Secret& secret, const CancelToken& cancel) override
    {
        ++puts;
        if (auto wrong = trouble(cancel))
            return std::unexpected(*wrong);
        kept.insert_or_assign(entry, secret.clone());
        if (afterPut)
            afterPut();
        return {};
    }
    KeyStoreResult<Secret> get(const std::string& entry, const CancelToken& cancel) override
    {
        ++gets;
        if (auto wrong = trouble(cancel))
            return std::unexpected(*wrong);
        const auto found = kept.find(entry);
        if (found == kept.end())
            return std::unexpected(KeyStoreFailure{KeyStoreProblem::Missing, "no such entry"});
        return found->second.clone();
    }
    KeyStoreResult<void> erase(const std::string& entry, const CancelToken& cancel) override
    {
        ++erases;
        if (auto wrong = trouble(cancel))
            return std::unexpected(*wrong);
        if (failingErases)
            return std::unexpected(KeyStoreFailure{*failingErases, "told to fail"});
        kept.erase(entry);
        return {};
    }

private:
    [[nodiscard]] std::optional<KeyStoreFailure> trouble(const CancelToken& cancel) const
    {
        if (cancel.cancelled())
            return KeyStoreFailure{KeyStoreProblem::Cancelled, "not waited for"};
        if (failing)
            return KeyStoreFailure{*failing, "told to fail"};
        return std::nullopt;
    }
};

} // namespace griddesk::test
