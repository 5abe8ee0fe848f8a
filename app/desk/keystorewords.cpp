// SPDX-License-Identifier: GPL-3.0-or-later
#include "keystorewords.h"

#include <QCoreApplication>

namespace griddesk {

QString keyStoreSentence(const KeyStoreFailure& failure)
{
    const char* text = "";
    switch (failure.problem) {
    case KeyStoreProblem::Unavailable: text = QT_TRANSLATE_NOOP("KeyStore", "This computer has no key store that can be reached."); break;
    case KeyStoreProblem::Denied: text = QT_TRANSLATE_NOOP("KeyStore", "This computer's key store is locked, or it refuses GridDesk."); break;
    case KeyStoreProblem::Missing: text = QT_TRANSLATE_NOOP("KeyStore", "This computer's key store does not have the key of this profile, or it was not unlocked."); break;
    case KeyStoreProblem::Cancelled: text = QT_TRANSLATE_NOOP("KeyStore", "This computer's key store was not waited for."); break;
    case KeyStoreProblem::TimedOut: text = QT_TRANSLATE_NOOP("KeyStore", "This computer's key store did not answer in time."); break;
    case KeyStoreProblem::Unfit: text = QT_TRANSLATE_NOOP("KeyStore", "The key in this computer's key store does not open this profile."); break;
    case KeyStoreProblem::KeyFile: text = QT_TRANSLATE_NOOP("KeyStore", "The key file of this profile could not be changed."); break;
    }
    return QCoreApplication::translate("KeyStore", text);
}

} // namespace griddesk
