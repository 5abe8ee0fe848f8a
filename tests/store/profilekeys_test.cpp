// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/profilekeys.h"

#include "tempfolder.h"
#include "tests/support/fakekeystore.h"

#include <gtest/gtest.h>

using namespace griddesk;
using namespace griddesk::test;

namespace {

const std::string passphrase = "正确的口令";

class ProfileKeysTest : public testing::Test {
protected:
    ProfileKeysTest() : profile(*Profile::create(folder / "p", ProfileUnlock{.passphrase = passphrase}, "A", instantFromMs(1'000'000), random)) {}

    [[nodiscard]] bool opens(const ProfileUnlock& unlock) const
    {
        const auto opened = Profile::open(paths().folder, unlock);
        return opened && opened->key().secret().sameAs(profile.key().secret());
    }
    [[nodiscard]] std::string file() const { return bytesOfFile(paths().keys()); }
    [[nodiscard]] const ProfilePaths& paths() const { return profile.paths(); }

    SeededRandom random{1};
    TempFolder folder;
    FakeKeyStore store;
    Profile profile;
};

template <typename T>
KeyStoreProblem problemOf(const KeyStoreResult<T>& result)
{
    EXPECT_FALSE(result);
    return result ? KeyStoreProblem{} : result.error().problem;
}

} // namespace

TEST_F(ProfileKeysTest, AProfileIsOpenedByWhatTheStoreKeepsAndStillByItsPassphrase)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    ASSERT_EQ(store.kept.size(), 1U);
    EXPECT_EQ(keyStoreEntryOf(paths()), store.kept.begin()->first);
    const auto unlock = unlockByKeyStore(paths(), store);
    ASSERT_TRUE(unlock);
    EXPECT_FALSE(unlock->passphrase);
    EXPECT_TRUE(opens(*unlock));
    EXPECT_TRUE(opens(ProfileUnlock{.passphrase = passphrase}));
    EXPECT_FALSE(store.kept.begin()->second.sameAs(profile.key().secret())) << "the data key itself is not handed out";
}

TEST_F(ProfileKeysTest, AStoreIsNotAskedForAProfileThatHasNoKeyInIt)
{
    EXPECT_EQ(problemOf(unlockByKeyStore(paths(), store)), KeyStoreProblem::Missing);
    EXPECT_EQ(store.gets, 0);
    EXPECT_EQ(keyStoreEntryOf(ProfilePaths{folder / "nothing"}), std::nullopt);
}

TEST_F(ProfileKeysTest, EveryFailureOfTheStoreIsHandedOnAndTheProfileStaysAsItWas)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto before = file();
    for (const auto problem : {KeyStoreProblem::Unavailable, KeyStoreProblem::Denied, KeyStoreProblem::Missing, KeyStoreProblem::Cancelled, KeyStoreProblem::TimedOut}) {
        store.failing = problem;
        EXPECT_EQ(problemOf(unlockByKeyStore(paths(), store)), problem);
        EXPECT_EQ(problemOf(rememberInKeyStore(profile, store, random)), problem);
        EXPECT_EQ(file(), before);
        EXPECT_TRUE(opens(ProfileUnlock{.passphrase = passphrase}));
        const auto reachable = tryKeyStore(store);
        EXPECT_EQ(reachable.has_value(), problem == KeyStoreProblem::Missing);
    }
    store.failing.reset();
    EXPECT_TRUE(tryKeyStore(store));
    EXPECT_TRUE(unlockByKeyStore(paths(), store));
}

TEST_F(ProfileKeysTest, AGoneKeyAndAWrongKeyAreToldApart)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto entry = store.kept.begin()->first;
    store.kept.clear();
    EXPECT_EQ(problemOf(unlockByKeyStore(paths(), store)), KeyStoreProblem::Missing);
    store.kept.insert_or_assign(entry, Secret::random(random));
    EXPECT_EQ(problemOf(unlockByKeyStore(paths(), store)), KeyStoreProblem::Unfit);
}

TEST_F(ProfileKeysTest, NobodyHasToWaitForTheStore)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    CancelSource source;
    source.cancel();
    EXPECT_EQ(problemOf(unlockByKeyStore(paths(), store, source.token())), KeyStoreProblem::Cancelled);
}

TEST_F(ProfileKeysTest, RememberingAgainRenewsTheKeyAndErasesTheOldOne)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto first = store.kept.begin()->first;
    const auto firstUnlock = unlockByKeyStore(paths(), store);
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    ASSERT_EQ(store.kept.size(), 1U);
    EXPECT_NE(store.kept.begin()->first, first);
    EXPECT_TRUE(opens(*unlockByKeyStore(paths(), store)));
    EXPECT_FALSE(opens(*firstUnlock));
}

TEST_F(ProfileKeysTest, WhenTheKeyFileCannotBeWrittenTheStoreKeepsNothing)
{
    // The folder goes away between the store and the file: the last moment at which it can go wrong.
    store.afterPut = [this] { std::filesystem::rename(paths().folder, folder / "moved"); };
    EXPECT_EQ(problemOf(rememberInKeyStore(profile, store, random)), KeyStoreProblem::KeyFile);
    EXPECT_TRUE(store.kept.empty());
    std::filesystem::rename(folder / "moved", paths().folder);
    EXPECT_EQ(keyStoreEntryOf(paths()), std::nullopt);
}

TEST_F(ProfileKeysTest, AProfileWithoutAPassphraseIsNotGivenToTheStore)
{
    const auto open = Profile::create(folder / "open", {}, "A", instantFromMs(1'000'000), random);
    ASSERT_TRUE(open);
    EXPECT_EQ(problemOf(rememberInKeyStore(*open, store, random)), KeyStoreProblem::KeyFile);
    EXPECT_EQ(store.puts, 0);
    EXPECT_TRUE(Profile::open(folder / "open", {}));
}

TEST_F(ProfileKeysTest, ForgettingTakesBothAway)
{
    const auto before = file();
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto forgotten = forgetInKeyStore(paths(), store);
    ASSERT_TRUE(forgotten);
    EXPECT_TRUE(forgotten->was);
    EXPECT_FALSE(forgotten->left);
    EXPECT_TRUE(store.kept.empty());
    EXPECT_EQ(file(), before);
    EXPECT_FALSE(forgetInKeyStore(paths(), store)->was);
}

TEST_F(ProfileKeysTest, WhatAStoreDoesNotGiveBackOpensNothingAnyMore)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto unlock = unlockByKeyStore(paths(), store);
    store.failingErases = KeyStoreProblem::Denied;
    const auto forgotten = forgetInKeyStore(paths(), store);
    ASSERT_TRUE(forgotten && forgotten->left);
    EXPECT_EQ(forgotten->left->problem, KeyStoreProblem::Denied);
    EXPECT_FALSE(opens(*unlock));
    EXPECT_TRUE(opens(ProfileUnlock{.passphrase = passphrase}));
}

TEST_F(ProfileKeysTest, AnotherPassphraseIsTheOnlyWayIn)
{
    ASSERT_TRUE(rememberInKeyStore(profile, store, random));
    const auto unlock = unlockByKeyStore(paths(), store);
    const auto changed = changePassphrase(profile, "新口令", store, random);
    ASSERT_TRUE(changed);
    EXPECT_TRUE(changed->was);
    EXPECT_TRUE(store.kept.empty());
    EXPECT_FALSE(opens(*unlock));
    EXPECT_FALSE(opens(ProfileUnlock{.passphrase = passphrase}));
    EXPECT_TRUE(opens(ProfileUnlock{.passphrase = "新口令"}));
    EXPECT_FALSE(changePassphrase(profile, "", store, random));
    EXPECT_TRUE(opens(ProfileUnlock{.passphrase = "新口令"}));
}

TEST_F(ProfileKeysTest, APassphraseTakesThePlaceOfTheDeviceKey)
{
    const auto open = Profile::create(folder / "open", {}, "A", instantFromMs(1'000'000), random);
    ASSERT_TRUE(open);
    ASSERT_TRUE(changePassphrase(*open, passphrase, store, random));
    EXPECT_FALSE(std::filesystem::exists(open->paths().deviceKey()));
    EXPECT_FALSE(Profile::open(folder / "open", {}));
    EXPECT_TRUE(Profile::open(folder / "open", ProfileUnlock{.passphrase = passphrase}));
    EXPECT_TRUE(rememberInKeyStore(*open, store, random));
}
