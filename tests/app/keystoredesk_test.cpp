// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk does with a key store, played by one in memory.
#include "app/desk/keystoreaction.h"
#include "app/desk/keystorewords.h"
#include "app/desk/passphrasedialog.h"
#include "app/desk/setupwindow.h"
#include "tests/store/tempfolder.h"
#include "tests/support/fakekeystore.h"
#include "widgets/actionregistry.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <condition_variable>

using namespace griddesk;
using namespace griddesk::test;

namespace {

/// Answers when nobody wants to wait any longer, as a store that waits for its own password.
class PatientKeyStore final : public KeyStore {
public:
    KeyStoreResult<void> put(const std::string&, const Secret&, const CancelToken& cancel) override { return std::unexpected(waited(cancel)); }
    KeyStoreResult<Secret> get(const std::string&, const CancelToken& cancel) override { return std::unexpected(waited(cancel)); }
    KeyStoreResult<void> erase(const std::string&, const CancelToken& cancel) override { return std::unexpected(waited(cancel)); }

private:
    static KeyStoreFailure waited(const CancelToken& cancel)
    {
        std::mutex mutex;
        std::condition_variable never;
        std::unique_lock lock(mutex);
        while (!never.wait_for(lock, std::chrono::milliseconds{5}, [&] { return cancel.cancelled(); })) {
        }
        return {KeyStoreProblem::Cancelled, "not waited for"};
    }
};

class KeyStoreDeskTest : public testing::Test {
protected:
    KeyStoreDeskTest() : profile(*Profile::create(folder / "p", ProfileUnlock{.passphrase = "口令"}, "A", instantFromMs(1'000'000), random)) {}

    /// Asks for the way in while `act` plays the person at every window that can be seen.
    Result<ProfileUnlock> ask(KeyStore& with, const std::function<void(QWidget&)>& act, bool silent = false)
    {
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &look, [&] {
            for (auto* widget : QApplication::topLevelWidgets())
                if (widget->isVisible() && widget->isEnabled())
                    act(*widget);
        });
        look.start(5);
        return SetupWindow::askUnlock(DeskPlaces{folder / "p", folder / "maps"}, with, silent, Language::English, ThemeId::Light);
    }
    /// Types the passphrase when the key store was heard; `tick` is what the box shall be, if it can be.
    static void typeInto(QWidget& widget, std::optional<bool> tick = {}, QStringList* texts = nullptr)
    {
        auto* dialog = qobject_cast<PassphraseDialog*>(&widget);
        auto* line = dialog != nullptr ? dialog->findChild<QLineEdit*>() : nullptr;
        if (line == nullptr || !line->text().isEmpty())
            return;
        QStringList seen;
        for (const auto* label : dialog->findChildren<QLabel*>())
            if (label->isVisible())
                seen << label->text();
        if (seen.contains(QStringLiteral("Asking this computer's key store…")))
            return;
        if (texts != nullptr)
            *texts = seen;
        if (tick)
            dialog->findChild<QCheckBox*>()->setChecked(*tick);
        line->setText(QStringLiteral("口令"));
        QTest::keyClick(line, Qt::Key_Return);
    }

    SystemRandom random;
    TempFolder folder;
    FakeKeyStore store;
    Profile profile;
};

QString sentence(KeyStoreProblem problem) { return keyStoreSentence({problem, {}}); }

} // namespace

TEST_F(KeyStoreDeskTest, ATickedBoxOpensTheProfileNextTimeWithoutThePassphrase)
{
    const auto first = ask(store, [](QWidget& widget) { typeInto(widget, true); });
    ASSERT_TRUE(first && first->passphrase);
    EXPECT_EQ(store.kept.size(), 1U);
    bool window = false;
    const auto second = ask(store, [&](QWidget& widget) { window = window || qobject_cast<PassphraseDialog*>(&widget) != nullptr; });
    ASSERT_TRUE(second);
    EXPECT_FALSE(second->passphrase);
    EXPECT_TRUE(Profile::open(folder / "p", *second));
    EXPECT_FALSE(window);
}

TEST_F(KeyStoreDeskTest, ABoxLeftAloneKeepsNothing)
{
    ASSERT_TRUE(ask(store, [](QWidget& widget) { typeInto(widget); }));
    EXPECT_EQ(store.puts, 0);
    EXPECT_EQ(keyStoreEntryOf(profile.paths()), std::nullopt);
}

TEST_F(KeyStoreDeskTest, WithoutAStoreTheBoxIsOffAndSaysWhy)
{
    store.failing = KeyStoreProblem::Unavailable;
    QStringList texts;
    ASSERT_TRUE(ask(store, [&](QWidget& widget) { typeInto(widget, {}, &texts); }));
    EXPECT_TRUE(texts.contains(sentence(KeyStoreProblem::Unavailable))) << texts.join(QLatin1Char('\n')).toStdString();
    EXPECT_EQ(store.puts, 0);
}

TEST_F(KeyStoreDeskTest, EveryFailureIsSaidAndThePassphraseOpens)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    for (const auto problem : {KeyStoreProblem::Unavailable, KeyStoreProblem::Denied, KeyStoreProblem::Missing, KeyStoreProblem::TimedOut}) {
        store.failing = problem;
        QStringList texts;
        const auto unlock = ask(store, [&](QWidget& widget) {
            if (auto* box = qobject_cast<QMessageBox*>(&widget))
                box->reject(); // a store that answers nothing does not keep anything either
            else
                typeInto(widget, {}, &texts);
        });
        ASSERT_TRUE(unlock) << problemName(problem);
        EXPECT_TRUE(unlock->passphrase);
        EXPECT_TRUE(texts.contains(sentence(problem))) << problemName(problem) << "\n" << texts.join(QLatin1Char('\n')).toStdString();
        EXPECT_TRUE(keyStoreEntryOf(profile.paths()));
    }
}

TEST_F(KeyStoreDeskTest, AKeyThatDoesNotFitIsRenewedWithThePassphrase)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    store.kept.begin()->second = Secret::random(random);
    QStringList texts;
    ASSERT_TRUE(ask(store, [&](QWidget& widget) { typeInto(widget, {}, &texts); }));
    EXPECT_TRUE(texts.contains(sentence(KeyStoreProblem::Unfit)));
    EXPECT_TRUE(unlockByKeyStore(profile.paths(), store));
}

TEST_F(KeyStoreDeskTest, AnUntickedBoxForgets)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    store.kept.begin()->second = Secret::random(random);
    ASSERT_TRUE(ask(store, [](QWidget& widget) { typeInto(widget, false); }));
    EXPECT_TRUE(store.kept.empty());
    EXPECT_EQ(keyStoreEntryOf(profile.paths()), std::nullopt);
}

TEST_F(KeyStoreDeskTest, NobodyHasToWaitForAStoreThatWaits)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    PatientKeyStore patient;
    bool waited = false;
    QString notice;
    const auto unlock = ask(patient, [&](QWidget& widget) {
        if (auto* box = qobject_cast<QMessageBox*>(&widget)) {
            waited = true;
            QTest::mouseClick(box->findChild<QPushButton*>(), Qt::LeftButton);
        } else if (auto* line = widget.findChild<QLineEdit*>(); line != nullptr && line->text().isEmpty()) {
            for (const auto* label : widget.findChildren<QLabel*>())
                if (label->isVisible() && label->text() == sentence(KeyStoreProblem::Cancelled))
                    notice = label->text();
            line->setText(QStringLiteral("口令")); // the box is still off: the store has not answered
            QTest::keyClick(line, Qt::Key_Return);
        }
    });
    ASSERT_TRUE(unlock && unlock->passphrase);
    EXPECT_TRUE(waited);
    EXPECT_EQ(notice, sentence(KeyStoreProblem::Cancelled));
}

TEST_F(KeyStoreDeskTest, SilentlyNothingIsAskedOfAPerson)
{
    bool window = false;
    const auto without = ask(store, [&](QWidget& widget) { window = window || qobject_cast<PassphraseDialog*>(&widget) != nullptr; }, true);
    ASSERT_TRUE(without);
    EXPECT_FALSE(without->passphrase || without->stored || window);
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto with = ask(store, [&](QWidget& widget) { window = window || qobject_cast<PassphraseDialog*>(&widget) != nullptr; }, true);
    ASSERT_TRUE(with);
    EXPECT_TRUE(with->stored && !window);
}

TEST_F(KeyStoreDeskTest, TheOpenDeskGivesTheKeyAndTakesItBack)
{
    ActionRegistry actions;
    KeyStoreAction command(profile, store, actions);
    auto* action = actions.action(QStringLiteral("tools.keyStore"));
    ASSERT_NE(action, nullptr);
    EXPECT_FALSE(action->isChecked());
    QSignalSpy done(&command, &KeyStoreAction::done), failed(&command, &KeyStoreAction::failed);
    action->trigger();
    ASSERT_TRUE(done.wait(30000));
    EXPECT_TRUE(action->isChecked() && action->isEnabled());
    EXPECT_TRUE(unlockByKeyStore(profile.paths(), store));
    action->trigger();
    ASSERT_TRUE(done.wait(30000));
    EXPECT_FALSE(action->isChecked());
    EXPECT_TRUE(store.kept.empty());
    store.failing = KeyStoreProblem::Denied;
    action->trigger();
    ASSERT_TRUE(failed.wait(30000));
    EXPECT_EQ(failed.constFirst().constFirst().toString(), sentence(KeyStoreProblem::Denied));
    EXPECT_FALSE(action->isChecked());
    EXPECT_TRUE(action->isEnabled());
}

TEST_F(KeyStoreDeskTest, AProfileWithoutAPassphraseHasNoSuchCommand)
{
    const auto open = Profile::create(folder / "open", {}, "A", instantFromMs(1'000'000), random);
    ASSERT_TRUE(open);
    ActionRegistry actions;
    const KeyStoreAction command(*open, store, actions);
    EXPECT_EQ(actions.action(QStringLiteral("tools.keyStore")), nullptr);
}

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
