// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/qtkeystore.h"

#include "models/core/error.h"

#include <QCoreApplication>

#include <string>

namespace griddesk::gridctl {

/// The key store for a program without an event loop of its own: has one as long as it lives. Thread: main; one at a time.
class ConsoleKeyStore {
public:
    ConsoleKeyStore();
    [[nodiscard]] KeyStore& store() noexcept { return m_store; }

private:
    /// What the application object would change for the whole process: how numbers are written and read.
    struct KeepLocale {
        KeepLocale();
        void restore() const;
        std::string before;
    };
    KeepLocale m_locale;
    int m_count = 1;
    char m_name[8] = "gridctl";
    char* m_words[2] = {m_name, nullptr};
    QCoreApplication m_application;
    QtKeyStore m_store;
};

/// A failure of the key store as an error of the command. Pure.
[[nodiscard]] Error errorOf(const KeyStoreFailure& failure);

} // namespace griddesk::gridctl
