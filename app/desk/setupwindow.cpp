// SPDX-License-Identifier: GPL-3.0-or-later
#include "setupwindow.h"

#include "app/common/district.h"
#include "app/common/localdesk.h"
#include "app/common/passphrase.h"
#include "keystoretask.h"
#include "keystorewords.h"
#include "passphrasedialog.h"
#include "widgets/screenwords.h"

#include <QApplication>
#include <QEventLoop>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <cstdio>
#include <thread>

namespace griddesk {

namespace {

/// Gives the key to the store or takes it out again, with nobody else at the profile. Waits; not on the GUI thread.
std::optional<KeyStoreFailure> keepInStore(const Profile& profile, KeyStore& store, bool keep)
{
    const auto lock = ProfileLock::take(profile.paths(), "griddesk");
    if (!lock)
        return KeyStoreFailure{KeyStoreProblem::KeyFile, lock.error().detail};
    SystemRandom random;
    if (keep) {
        auto kept = rememberInKeyStore(profile, store, random);
        return kept ? std::nullopt : std::optional(kept.error());
    }
    auto forgotten = forgetInKeyStore(profile.paths(), store);
    return forgotten ? forgotten->left : std::optional(KeyStoreFailure{KeyStoreProblem::KeyFile, forgotten.error().detail});
}

} // namespace

SetupWindow::SetupWindow(const QString& district)
{
    setWindowTitle(tr("GridDesk – first start"));
    setFixedSize(520, 190);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    m_title = new QLabel(district == QLatin1String("boston") ? tr("Preparing the Boston data") : tr("Preparing the demonstration sub-district"), this);
    m_title->setProperty("title", true);
    m_step = new QLabel(this);
    m_step->setProperty("muted", true);
    m_bar = new QProgressBar(this);
    m_bar->setRange(0, 1000);
    m_cancel = new QPushButton(tr("Cancel"), this);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancelled = true;
        m_cancel->setEnabled(false);
        m_step->setText(tr("Stopping; nothing half-made stays"));
    });
    layout->addWidget(m_title);
    layout->addWidget(m_step);
    layout->addWidget(m_bar);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    layout->addLayout(buttons);
}

void SetupWindow::tell(SetupStep step, std::uint64_t done, std::uint64_t all)
{
    if (m_cancelled)
        return;
    switch (step) {
    case SetupStep::Rules: m_step->setText(tr("Areas, units, duty list and calendar")); break;
    case SetupStep::Pictures: m_step->setText(tr("Evidence pictures")); break;
    case SetupStep::Cases: m_step->setText(tr("Cases")); break;
    case SetupStep::BaseMap: m_step->setText(tr("Base map")); break;
    }
    m_bar->setValue(all == 0 ? 0 : static_cast<int>(1000 * done / all));
}

Result<void> SetupWindow::run(const QString& district, const DeskPlaces& places, const ProfileUnlock& unlock, Language language, ThemeId theme)
{
    std::error_code ignored;
    const bool profileThere = std::filesystem::exists(ProfilePaths{places.profile}.info(), ignored);
    const bool mapThere = districtExtras(district.toStdString()).roads.empty() || places.hasBaseMap(district);
    if (profileThere && mapThere)
        return {};
    LanguageSwitch words;
    if (auto used = words.use(language); !used)
        return used;
    ThemeKeeper themes;
    themes.set(theme);
    SetupWindow window(district);
    window.show();
    Result<void> result;
    QEventLoop loop; // the program has nothing else to do until its data is there
    const QString family = QApplication::font().family();
    std::thread worker([&] {
        result = setUpDistrict(district, places, unlock, family, window.m_cancelled, [&](SetupStep step, std::uint64_t done, std::uint64_t all) {
            QMetaObject::invokeMethod(&window, [&window, step, done, all] { window.tell(step, done, all); }, Qt::QueuedConnection);
        });
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    worker.join();
    return result;
}

KeyStoreResult<ProfileUnlock> SetupWindow::waitForKeyStore(const ProfilePaths& paths, KeyStore& store)
{
    std::optional<KeyStoreResult<ProfileUnlock>> answer;
    QEventLoop loop; // the program has nothing else to do until it has its key
    KeyStoreTask<KeyStoreResult<ProfileUnlock>> task([&](const CancelToken& token) { return unlockByKeyStore(paths, store, token); },
                                                     [&](KeyStoreResult<ProfileUnlock> result) {
                                                         answer = std::move(result);
                                                         loop.quit();
                                                     });
    // A store that is unlocked answers before anybody would see the window.
    QMessageBox window(QMessageBox::Information, tr("GridDesk"), tr("Waiting for this computer's key store; it may ask for its own password."));
    window.addButton(tr("Use the passphrase"), QMessageBox::RejectRole);
    connect(&window, &QMessageBox::finished, &window, [&] { task.cancel(); });
    QTimer::singleShot(std::chrono::milliseconds{400}, &window, [&window] { window.show(); });
    loop.exec();
    return answer.value_or(std::unexpected(KeyStoreFailure{KeyStoreProblem::Cancelled, "the program ends"}));
}

Result<ProfileUnlock> SetupWindow::askUnlock(const DeskPlaces& places, KeyStore& store, bool silent, Language language, ThemeId theme)
{
    if (!needsPassphrase(places.profile))
        return ProfileUnlock{};
    LanguageSwitch words;
    if (auto used = words.use(language); !used)
        return std::unexpected(used.error());
    ThemeKeeper themes;
    themes.set(theme);
    const ProfilePaths paths{places.profile};
    const bool remembered = keyStoreEntryOf(paths).has_value();
    std::optional<KeyStoreFailure> notOpened, notKept;
    if (remembered) {
        auto unlock = waitForKeyStore(paths, store);
        if (unlock)
            return *std::move(unlock);
        notOpened = unlock.error();
        std::fprintf(stderr, "griddesk: the key store did not open the profile: %s: %s\n", problemName(notOpened->problem), notOpened->detail.c_str());
    }
    if (silent)
        return ProfileUnlock{};
    PassphraseDialog dialog(QString::fromStdString(places.profile.string()), [&](const std::string& passphrase, std::optional<bool> remember) -> Result<void> {
        auto opened = Profile::open(places.profile, ProfileUnlock{.passphrase = passphrase});
        if (!opened)
            return std::unexpected(opened.error());
        if (remember && (*remember || remembered))
            notKept = keepInStore(*opened, store, *remember);
        return {};
    });
    if (notOpened)
        dialog.setNotice(keyStoreSentence(*notOpened));
    const KeyStoreTask<KeyStoreResult<void>> look([&store](const CancelToken& token) { return tryKeyStore(store, token); },
                                                  [&dialog, remembered](const KeyStoreResult<void>& there) {
                                                      if (there)
                                                          dialog.offerKeyStore(remembered);
                                                      else
                                                          dialog.denyKeyStore(keyStoreSentence(there.error()));
                                                  });
    QEventLoop loop;
    connect(&dialog, &QDialog::finished, &loop, &QEventLoop::quit);
    dialog.show();
    loop.exec();
    if (!dialog.passphrase())
        return std::unexpected(dialog.failure().value_or(Error{ErrorCode::Cancelled, "no passphrase was given", places.profile.string()}));
    if (notKept)
        showNotKept(*notKept);
    return ProfileUnlock{.passphrase = *dialog.passphrase()};
}

void SetupWindow::showNotKept(const KeyStoreFailure& failure)
{
    QMessageBox box(QMessageBox::Warning, tr("GridDesk"), keyStoreSentence(failure));
    box.setInformativeText(tr("The profile is open; next time the passphrase is asked for again."));
    box.setDetailedText(QString::fromStdString(failure.detail));
    QEventLoop loop;
    connect(&box, &QMessageBox::finished, &loop, &QEventLoop::quit);
    box.open();
    loop.exec();
}

void SetupWindow::showFailure(const Error& error, const DeskPlaces& places, bool silent, Language language)
{
    if (silent)
        return;
    LanguageSwitch words;
    if (auto used = words.use(language); !used)
        return;
    const SystemClock clock;
    const ScreenWords screen(clock);
    QMessageBox box(QMessageBox::Critical, tr("GridDesk"), screen.error(error));
    box.setInformativeText(tr("Nothing was changed in %1. A backup can be brought back with: gridctl restore BACKUP --data FOLDER")
                               .arg(QString::fromStdString(places.profile.string())));
    QEventLoop loop;
    connect(&box, &QMessageBox::finished, &loop, &QEventLoop::quit);
    box.open();
    loop.exec();
}

} // namespace griddesk
