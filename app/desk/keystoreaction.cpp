// SPDX-License-Identifier: GPL-3.0-or-later
#include "keystoreaction.h"

#include "app/common/passphrase.h"
#include "keystorewords.h"
#include "widgets/actionregistry.h"

namespace griddesk {

KeyStoreAction::KeyStoreAction(const Profile& profile, KeyStore& store, ActionRegistry& actions, QObject* parent)
    : QObject(parent), m_profile(profile), m_store(store)
{
    if (!needsPassphrase(profile.paths().folder))
        return;
    m_action = actions.add({.id = QStringLiteral("tools.keyStore"),
                            .text = [] { return tr("Unlock with this computer's key store"); },
                            .group = QStringLiteral("tools"),
                            .shortcut = {},
                            .aliases = {QStringLiteral("密钥库"), QStringLiteral("keystore"), QStringLiteral("miyaoku")},
                            .icon = {},
                            .checkable = true},
                           [this](const QString&) { toggle(); });
    show();
}

void KeyStoreAction::show() { m_action->setChecked(keyStoreEntryOf(m_profile.paths()).has_value()); }

void KeyStoreAction::toggle()
{
    const bool forget = keyStoreEntryOf(m_profile.paths()).has_value();
    m_action->setEnabled(false);
    m_task = std::make_unique<KeyStoreTask<KeyStoreResult<Forgotten>>>(
        [this, forget](const CancelToken& token) -> KeyStoreResult<Forgotten> {
            if (!forget) {
                auto kept = rememberInKeyStore(m_profile, m_store, m_random, token);
                return kept ? KeyStoreResult<Forgotten>(Forgotten{}) : std::unexpected(kept.error());
            }
            auto forgotten = forgetInKeyStore(m_profile.paths(), m_store, token);
            return forgotten ? KeyStoreResult<Forgotten>(*forgotten)
                             : std::unexpected(KeyStoreFailure{KeyStoreProblem::KeyFile, forgotten.error().detail});
        },
        [this, forget](KeyStoreResult<Forgotten> result) {
            m_action->setEnabled(true);
            show();
            if (!result)
                Q_EMIT failed(keyStoreSentence(result.error()), QString::fromStdString(result.error().detail));
            else if (result->left)
                Q_EMIT failed(tr("The key store opens this profile no more, but it did not give its key back. %1").arg(keyStoreSentence(*result->left)),
                              QString::fromStdString(result->left->detail));
            else
                Q_EMIT done(forget ? tr("This computer's key store opens the profile no more; the passphrase does.")
                                   : tr("This computer's key store opens the profile from now on; the passphrase still does."));
        });
}

} // namespace griddesk
