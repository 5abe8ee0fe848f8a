// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup.h"

#include "models/store/profilekeys.h"
#include "translations/languageswitch.h"
#include "widgets/theme.h"

#include <QProgressBar>
#include <QWidget>

#include <atomic>

class QLabel;
class QPushButton;

namespace griddesk {

/// The first start: a small window with what is being made, how far it is, and Cancel. Thread: GUI; the work is on another.
class SetupWindow : public QWidget {
    Q_OBJECT

public:
    /// Makes what is missing for the district; returns at once when nothing is. Errors: those of setUpDistrict(); Cancelled.
    [[nodiscard]] static Result<void> run(const QString& district, const DeskPlaces& places, const ProfileUnlock& unlock, Language language, ThemeId theme);
    /// What opens the profile: its device key, the key store if the profile is in it, or a passphrase that is asked for, with the sentence why
    /// the key store did not open it. Whoever ticks the key store there finds the profile in it next time. `silent`: nobody is asked, and
    /// without the key store nothing is given. Errors: Cancelled, those of Profile::open() other than a wrong passphrase.
    [[nodiscard]] static Result<ProfileUnlock> askUnlock(const DeskPlaces& places, KeyStore& store, bool silent, Language language, ThemeId theme);
    /// The page shown when a profile will not open: what is wrong and that nothing was changed. Not shown when `silent`.
    static void showFailure(const Error& error, const DeskPlaces& places, bool silent, Language language);

private:
    explicit SetupWindow(const QString& district);
    [[nodiscard]] static KeyStoreResult<ProfileUnlock> waitForKeyStore(const ProfilePaths& paths, KeyStore& store);
    static void showNotKept(const KeyStoreFailure& failure);
    void tell(SetupStep step, std::uint64_t done, std::uint64_t all);

    std::atomic<bool> m_cancelled = false;
    QLabel *m_title = nullptr, *m_step = nullptr;
    QProgressBar* m_bar = nullptr;
    QPushButton* m_cancel = nullptr;
};

} // namespace griddesk
