// SPDX-License-Identifier: GPL-3.0-or-later
#include "opening.h"

#include "consolekeystore.h"
#include "errortexts.h"

#include "app/common/passphrase.h"

#include "models/core/roster.h"
#include "models/exchange/geojsonwriter.h"
#include "models/store/casereader.h"
#include "models/store/profilekeys.h"
#include "models/wire/uuid.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

namespace griddesk::gridctl {

Instant systemNow() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

Result<std::filesystem::path> dataFolder(const Arguments& arguments)
{
    if (const auto given = arguments.value("data"))
        return given->empty() ? Result<std::filesystem::path>(usage("--data needs a folder")) : std::filesystem::path(*given);
    if (const char* folder = std::getenv("GRIDDESK_DATA"); folder != nullptr && *folder != '\0')
        return std::filesystem::path(folder);
    return usage("which profile? Give --data DIR or set GRIDDESK_DATA");
}

namespace {

volatile std::sig_atomic_t promptEnded = 0;

void endPrompt(int) { promptEnded = 1; }

/// While it lives the terminal shows nothing that is typed, and Ctrl-C or SIGTERM wakes the reader instead of anybody else.
class SilentTerminal {
public:
    SilentTerminal()
    {
        promptEnded = 0;
        sigset_t ours;
        sigemptyset(&ours);
        sigaddset(&ours, SIGINT);
        sigaddset(&ours, SIGTERM);
        // Blocked but for the moment of waiting, so that none falls between looking and waiting.
        sigprocmask(SIG_BLOCK, &ours, &m_mask);
        struct sigaction action {};
        action.sa_handler = endPrompt;
        sigaction(SIGINT, &action, &m_interrupt);
        sigaction(SIGTERM, &action, &m_terminate);
        m_terminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_terminal) {
            termios silent = m_before;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        }
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    ~SilentTerminal()
    {
        if (m_terminal)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        sigaction(SIGINT, &m_interrupt, nullptr);
        sigaction(SIGTERM, &m_terminate, nullptr);
        sigprocmask(SIG_SETMASK, &m_mask, nullptr);
    }
    /// A line without its end; nothing when it was stopped.
    std::optional<std::string> line() const
    {
        std::string text;
        for (;;) {
            pollfd input{STDIN_FILENO, POLLIN, 0};
            const int ready = ::ppoll(&input, 1, nullptr, &m_mask);
            if (promptEnded != 0)
                return std::nullopt;
            if (ready < 0)
                continue;
            char c = 0;
            if (::read(STDIN_FILENO, &c, 1) != 1 || c == '\n' || text.size() > 64 * 1024)
                return text;
            text += c;
        }
    }

private:
    termios m_before{};
    struct sigaction m_interrupt {}, m_terminate {};
    sigset_t m_mask{};
    bool m_terminal = false;
};

/// Reads a line without showing it. Errors: Cancelled.
Result<std::string> askPassphrase()
{
    std::optional<std::string> line;
    {
        const SilentTerminal terminal;
        std::cerr << "Passphrase: ";
        line = terminal.line();
    }
    std::cerr << "\n";
    if (!line)
        return fail(ErrorCode::Cancelled, "no passphrase was given");
    return *std::move(line);
}

} // namespace

Result<ProfileUnlock> unlockOf(const Arguments& arguments, const std::filesystem::path& folder)
{
    if (const auto file = arguments.value("passphrase-file")) {
        auto passphrase = passphraseFrom(*file);
        if (!passphrase)
            return std::unexpected(passphrase.error());
        return ProfileUnlock{.passphrase = *std::move(passphrase)};
    }
    if (keyStoreEntryOf(ProfilePaths{folder})) {
        ConsoleKeyStore console;
        auto unlock = unlockByKeyStore(ProfilePaths{folder}, console.store());
        if (unlock)
            return *std::move(unlock);
        std::cerr << "gridctl: the key store did not open the profile: " << sentence(errorOf(unlock.error())) << "\n";
    }
    if (needsPassphrase(folder) && isatty(STDIN_FILENO) != 0) {
        auto passphrase = askPassphrase();
        if (!passphrase)
            return std::unexpected(passphrase.error());
        return ProfileUnlock{.passphrase = *std::move(passphrase)};
    }
    return ProfileUnlock{};
}

Result<std::unique_ptr<Workspace>> openWorkspace(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    auto unlock = unlockOf(invocation.arguments, *folder);
    if (!unlock)
        return std::unexpected(unlock.error());
    auto workspace = Workspace::open(*folder, WorkspaceOptions{*std::move(unlock), "gridctl", false}, systemNow());
    if (workspace && !(*workspace)->setAside().empty())
        std::cerr << "gridctl: store.db was damaged and has been rebuilt; the old file is kept as " << (*workspace)->setAside() << ".\n";
    if (workspace && (*workspace)->historyLost())
        std::cerr << "gridctl: log.db is older than the outbox: operations confirmed after it was saved are missing. Put a newer backup of log.db back if"
                     " there is one; new work is kept from here on.\n";
    if (workspace && !(*workspace)->outboxSetAside().empty())
        std::cerr << "gridctl: outbox.db could not be read and was begun anew (the old file, if there was one: " << (*workspace)->outboxSetAside() << ").\n";
    if (workspace && (*workspace)->salvaged() > 0)
        std::cerr << "gridctl: " << (*workspace)->salvaged() << " saved operation(s) came out of the salvage file and wait in the desk's tray to be looked at.\n";
    return workspace;
}

Error asOccupied(Error error)
{
    if (error.code == ErrorCode::Duplicate) {
        error.code = ErrorCode::FileNotWritable;
        error.detail += "; nothing is ever written over, so name a folder that does not exist yet";
    }
    return error;
}

Result<Actor> actorWith(const Rules& rules, Role role, Instant at)
{
    for (const auto& tenure : rules.tenures) {
        const auto post = rules.posts.find(tenure.post);
        if (post != rules.posts.end() && post->second.roles.has(role) && tenure.valid.holds(at))
            return Actor{tenure.account, tenure.post};
    }
    return fail(ErrorCode::UnknownReference, "the rules have no account with a post of the role " + std::string(nameOf(role)));
}

Json jsonOf(const Value& value)
{
    std::string text;
    appendJson(text, value);
    return Json::parse(text, nullptr, false);
}

Result<CaseId> caseNamed(Workspace& workspace, const std::string& name)
{
    if (isUuid7(name))
        return CaseId::parse(name);
    return answerOf(workspace.read([&](DeskConnection& desk) -> Result<CaseId> {
        CaseReader reader(*desk.storeDb);
        auto keys = reader.find(name, 2);
        if (!keys)
            return std::unexpected(keys.error());
        if (keys->empty())
            return fail(ErrorCode::UnknownReference, "no case has this number", name);
        auto rows = reader.rows({keys->front()});
        if (!rows)
            return std::unexpected(rows.error());
        if (rows->empty())
            return fail(ErrorCode::UnknownReference, "no case has this number", name);
        return rows->front().second.id;
    }));
}

} // namespace griddesk::gridctl
