// SPDX-License-Identifier: GPL-3.0-or-later
#include "consolekeystore.h"

#include <clocale>

namespace griddesk::gridctl {

ConsoleKeyStore::KeepLocale::KeepLocale() : before(std::setlocale(LC_ALL, nullptr)) {}

void ConsoleKeyStore::KeepLocale::restore() const { std::setlocale(LC_ALL, before.c_str()); }

ConsoleKeyStore::ConsoleKeyStore() : m_application(m_count, m_words) { m_locale.restore(); }

Error errorOf(const KeyStoreFailure& failure)
{
    const std::string context = "the key store";
    switch (failure.problem) {
    case KeyStoreProblem::Unavailable:
    case KeyStoreProblem::TimedOut: return {ErrorCode::Network, failure.detail, context};
    case KeyStoreProblem::Denied: return {ErrorCode::FileNotReadable, "it is locked or refuses: " + failure.detail, context};
    case KeyStoreProblem::Missing: return {ErrorCode::WrongKey, "it has no key of this profile, or was not unlocked: " + failure.detail, context};
    case KeyStoreProblem::Unfit: return {ErrorCode::WrongKey, "its key does not open this profile: " + failure.detail, context};
    case KeyStoreProblem::Cancelled: return {ErrorCode::Cancelled, failure.detail, context};
    case KeyStoreProblem::KeyFile: return {ErrorCode::Inconsistent, failure.detail, "keys.json"};
    }
    return {ErrorCode::Network, failure.detail, context};
}

} // namespace griddesk::gridctl
