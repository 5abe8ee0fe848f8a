// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keystoretask.h"

#include "models/store/profilekeys.h"

#include <QObject>

#include <memory>

class QAction;

namespace griddesk {

class ActionRegistry;

/// The command of the open desk that gives the profile's key to this computer's key store and takes it back. Only for a profile with a
/// passphrase; the desk holds the profile's lock meanwhile. Thread: GUI; the key store is waited for on another.
class KeyStoreAction : public QObject {
    Q_OBJECT

public:
    /// `profile` and `store` must outlive this.
    KeyStoreAction(const Profile& profile, KeyStore& store, ActionRegistry& actions, QObject* parent = nullptr);

Q_SIGNALS:
    /// What came of it, a whole sentence; `detail` is technical.
    void done(const QString& sentence);
    void failed(const QString& sentence, const QString& detail);

private:
    void toggle();
    void show();

    const Profile& m_profile;
    KeyStore& m_store;
    SystemRandom m_random;
    QAction* m_action = nullptr;
    std::unique_ptr<KeyStoreTask<KeyStoreResult<Forgotten>>> m_task;
};

} // namespace griddesk
