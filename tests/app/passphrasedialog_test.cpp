// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/passphrasedialog.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace griddesk;

namespace {

Result<void> onlyBlanked(const std::string& passphrase, std::optional<bool>)
{
    return passphrase == " 口令 " ? Result<void>() : fail(ErrorCode::WrongKey, "no");
}

QLineEdit& line(PassphraseDialog& dialog) { return *dialog.findChild<QLineEdit*>(); }

TEST(PassphraseDialog, AsksUntilItFitsAndKeepsBlanks)
{
    PassphraseDialog dialog(QStringLiteral("/somewhere"), onlyBlanked);
    QSignalSpy finished(&dialog, &QDialog::finished);
    dialog.show();
    EXPECT_EQ(line(dialog).echoMode(), QLineEdit::Password);
    line(dialog).setText(QStringLiteral("口令"));
    QTest::keyClick(&line(dialog), Qt::Key_Return);
    EXPECT_TRUE(finished.isEmpty());
    EXPECT_FALSE(dialog.passphrase());
    EXPECT_TRUE(dialog.isEnabled());
    line(dialog).setText(QStringLiteral(" 口令 "));
    QTest::keyClick(&line(dialog), Qt::Key_Return);
    ASSERT_EQ(finished.size(), 1);
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    EXPECT_EQ(dialog.passphrase(), " 口令 ");
}

TEST(PassphraseDialog, CanBeGivenUp)
{
    PassphraseDialog dialog(QStringLiteral("/somewhere"), onlyBlanked);
    dialog.show();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_EQ(dialog.result(), QDialog::Rejected);
    EXPECT_FALSE(dialog.isVisible());
    EXPECT_FALSE(dialog.passphrase());
    EXPECT_FALSE(dialog.failure());
}

TEST(PassphraseDialog, EndsWhenThePassphraseIsNotWhatIsWrong)
{
    PassphraseDialog dialog(QStringLiteral("/somewhere"), [](const std::string&, std::optional<bool>) -> Result<void> { return fail(ErrorCode::FileDamaged, "keys.json is damaged"); });
    dialog.show();
    line(dialog).setText(QStringLiteral("x"));
    QTest::keyClick(&line(dialog), Qt::Key_Return);
    EXPECT_FALSE(dialog.isVisible());
    ASSERT_TRUE(dialog.failure());
    EXPECT_EQ(dialog.failure()->code, ErrorCode::FileDamaged);
}

/// What the dialog hands on when the passphrase fits.
std::optional<bool> rememberedBy(const std::function<void(PassphraseDialog&)>& before)
{
    std::optional<bool> asked;
    bool called = false;
    PassphraseDialog dialog(QStringLiteral("/somewhere"), [&](const std::string&, std::optional<bool> remember) -> Result<void> {
        asked = remember;
        called = true;
        return {};
    });
    dialog.show();
    before(dialog);
    line(dialog).setText(QStringLiteral("x"));
    QTest::keyClick(&line(dialog), Qt::Key_Return);
    EXPECT_TRUE(called);
    return asked;
}

TEST(PassphraseDialog, TheKeyStoreIsNotTouchedUnlessItAnsweredAndIsOffByItself)
{
    EXPECT_EQ(rememberedBy([](PassphraseDialog&) {}), std::nullopt) << "it has not answered yet";
    EXPECT_EQ(rememberedBy([](PassphraseDialog& dialog) { dialog.denyKeyStore(QStringLiteral("none here")); }), std::nullopt);
    EXPECT_EQ(rememberedBy([](PassphraseDialog& dialog) { dialog.offerKeyStore(false); }), false);
    EXPECT_EQ(rememberedBy([](PassphraseDialog& dialog) {
                  dialog.offerKeyStore(false);
                  dialog.findChild<QCheckBox*>()->click();
              }),
              true);
    EXPECT_EQ(rememberedBy([](PassphraseDialog& dialog) { dialog.offerKeyStore(true); }), true);
}

TEST(PassphraseDialog, SaysWhyTheKeyStoreDidNotOpenAndWhyItIsNotOffered)
{
    PassphraseDialog dialog(QStringLiteral("/somewhere"), onlyBlanked);
    const auto says = [&](const QString& text) {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == text)
                return true;
        return false;
    };
    dialog.setNotice(QStringLiteral("it is locked"));
    dialog.show();
    dialog.denyKeyStore(QStringLiteral("no store here"));
    EXPECT_TRUE(says(QStringLiteral("it is locked")));
    EXPECT_TRUE(says(QStringLiteral("no store here")));
    EXPECT_FALSE(dialog.findChild<QCheckBox*>()->isEnabled());
}

} // namespace

int main(int argc, char** argv)
{
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
