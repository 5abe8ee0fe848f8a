// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl profile …: the ways into a profile.
#include "consolekeystore.h"
#include "opening.h"

#include "app/common/passphrase.h"

#include "models/store/profilekeys.h"

namespace griddesk::gridctl {

namespace {

/// A profile that nobody else has open: its key file is about to be changed.
struct Held {
    Profile profile;
    ProfileLock lock;
};

Result<Held> holdProfile(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    auto unlock = unlockOf(invocation.arguments, *folder);
    if (!unlock)
        return std::unexpected(unlock.error());
    auto profile = Profile::open(*folder, *unlock);
    unlock->wipe();
    if (!profile)
        return std::unexpected(profile.error());
    auto lock = ProfileLock::take(profile->paths(), "gridctl profile");
    if (!lock)
        return std::unexpected(lock.error());
    return Held{*std::move(profile), *std::move(lock)};
}

void tell(Answer& answer, const Forgotten& forgotten)
{
    answer.json["was"] = forgotten.was;
    answer.json["left"] = forgotten.left ? Json(problemName(forgotten.left->problem)) : Json();
    if (forgotten.left)
        answer.text += "the key store did not give its key back (" + std::string(problemName(forgotten.left->problem)) + ": " + forgotten.left->detail
            + "); it opens nothing any more\n";
}

} // namespace

Result<Answer> runKeyStoreAdd(const Invocation& invocation)
{
    auto held = holdProfile(invocation);
    if (!held)
        return std::unexpected(held.error());
    ConsoleKeyStore console;
    SystemRandom random;
    if (auto done = rememberInKeyStore(held->profile, console.store(), random); !done)
        return std::unexpected(errorOf(done.error()));
    Answer answer;
    answer.json["remembered"] = true;
    answer.text = "this computer's key store opens the profile from now on; the passphrase still does\n";
    return answer;
}

Result<Answer> runKeyStoreRemove(const Invocation& invocation)
{
    // No key is needed to close a way: whoever can write the folder could delete it as well.
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    const ProfilePaths paths{*folder};
    if (auto keys = readKeyFile(paths); !keys)
        return std::unexpected(keys.error());
    auto lock = ProfileLock::take(paths, "gridctl profile");
    if (!lock)
        return std::unexpected(lock.error());
    ConsoleKeyStore console;
    auto forgotten = forgetInKeyStore(paths, console.store());
    if (!forgotten)
        return std::unexpected(forgotten.error());
    Answer answer;
    answer.text = forgotten->was ? "this computer's key store opens the profile no more\n" : "the key store did not open this profile before either\n";
    tell(answer, *forgotten);
    return answer;
}

Result<Answer> runKeyStoreShow(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    const ProfilePaths paths{*folder};
    auto keys = readKeyFile(paths);
    if (!keys)
        return std::unexpected(keys.error());
    const bool remembered = keys->keyStoreEntry().has_value();
    ConsoleKeyStore console;
    const auto answers = tryKeyStore(console.store());
    std::optional<KeyStoreFailure> problem;
    if (!answers)
        problem = answers.error();
    else if (remembered)
        if (auto unlock = unlockByKeyStore(paths, console.store()); !unlock)
            problem = unlock.error();
    Answer answer;
    answer.json["passphrase"] = needsPassphrase(*folder);
    answer.json["remembered"] = remembered;
    answer.json["answers"] = answers.has_value();
    answer.json["opens"] = remembered && !problem;
    answer.json["problem"] = problem ? Json(problemName(problem->problem)) : Json();
    answer.json["detail"] = problem ? problem->detail : std::string();
    answer.text = remembered ? "the key file names a key of the key store\n" : "the key file names no key of a key store\n";
    if (problem)
        answer.text += "the key store: " + std::string(problemName(problem->problem)) + (problem->detail.empty() ? "" : ": " + problem->detail) + "\n";
    else
        answer.text += remembered ? "this computer's key store opens the profile\n" : "this computer has a key store that answers\n";
    return answer;
}

Result<Answer> runProfilePassphrase(const Invocation& invocation)
{
    const auto file = invocation.arguments.value("new-passphrase-file");
    if (!file)
        return usage("the new passphrase is the first line of a file: --new-passphrase-file FILE");
    auto passphrase = passphraseFrom(*file);
    if (!passphrase)
        return std::unexpected(passphrase.error());
    auto held = holdProfile(invocation);
    if (!held)
        return std::unexpected(held.error());
    ConsoleKeyStore console;
    SystemRandom random;
    auto changed = changePassphrase(held->profile, *passphrase, console.store(), random);
    wipeText(*passphrase);
    if (!changed)
        return std::unexpected(changed.error());
    Answer answer;
    answer.json["changed"] = true;
    answer.text = "only the new passphrase opens the profile from now on; backups made before keep the old one\n";
    tell(answer, *changed);
    return answer;
}

} // namespace griddesk::gridctl
