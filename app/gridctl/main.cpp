// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl: the desk without a window, for scripts, tests and repair.
#include "command.h"
#include "errortexts.h"

#include <csignal>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <iostream>
#include <sstream>

namespace {

using namespace griddesk;
using namespace griddesk::gridctl;

std::atomic<bool> interrupted = false;
/// Whether the command that runs asks for the flag and tidies up after itself.
std::atomic<bool> asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

/// The first signal asks a command that looks; one that does not look, or looks no more, is ended: every file is written so
/// that this may happen at any moment.
void interrupt(int)
{
    if (asked.load() && !interrupted.exchange(true))
        return;
    constexpr std::string_view text = "\ngridctl: stopped as asked.\n";
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    ::_exit(1);
}

bool stopped()
{
    asked = true;
    return interrupted.load();
}

constexpr OptionSpec jsonOption{"json"};
constexpr OptionSpec helpOption{"help"};

std::string helpText()
{
    std::ostringstream out;
    out << "gridctl: GridDesk (网格指挥台) from the command line\n\n";
    for (const auto& command : commands()) {
        out << "  gridctl " << command.name << (command.operands.empty() ? "" : " ") << command.operands << "\n      " << command.summary << "\n";
        std::string options;
        for (const auto& option : command.options)
            options += (options.empty() ? "" : " ") + std::string("[--") + std::string(option.name) + (option.takesValue ? " V]" : "]");
        if (!options.empty())
            out << "      " << options << "\n";
    }
    out << "\nOptions may stand anywhere; --json prints one JSON object. Exit status: 0 done, 1 failed, 2 wrong usage.\n"
           "--data DIR is the profile folder (default: $GRIDDESK_DATA). A passphrase comes from\n"
           "--passphrase-file; without it this computer's key store is asked if the profile is in it,\n"
           "then the terminal.\n";
    return out.str();
}

/// The command whose words the line begins with; the longest name wins. Options may stand before or between the words.
const Command* findCommand(const std::vector<std::string>& words, std::vector<std::size_t>& used)
{
    const Command* best = nullptr;
    for (const auto& command : commands()) {
        std::istringstream parts{std::string(command.name)};
        std::vector<std::size_t> at;
        std::size_t i = 0;
        bool fits = true;
        for (std::string part; fits && parts >> part;) {
            while (i < words.size() && words[i].starts_with("--") && words[i].size() > 2) {
                const auto option = std::ranges::find(command.options, std::string_view(words[i]).substr(2), &OptionSpec::name);
                i += option != command.options.end() && option->takesValue ? 2 : 1;
            }
            fits = i < words.size() && words[i] == part;
            at.push_back(i++);
        }
        if (fits && (best == nullptr || command.name.size() > best->name.size())) {
            best = &command;
            used = at;
        }
    }
    return best;
}

Progress progressShown()
{
    const bool terminal = isatty(STDERR_FILENO) != 0;
    return [terminal](std::uint64_t done, std::uint64_t all, std::string_view what) {
        if (terminal) {
            if (all > 0)
                std::fprintf(stderr, "\r%.*s: %3.0f %%  ", static_cast<int>(what.size()), what.data(), 100.0 * static_cast<double>(done) / static_cast<double>(all));
            else
                std::fprintf(stderr, "\r%.*s: %llu  ", static_cast<int>(what.size()), what.data(), static_cast<unsigned long long>(done));
            if (done == all)
                std::fputs("\r\033[K", stderr);
        }
        return !stopped();
    };
}

int run(std::vector<std::string> words)
{
    if (words.empty() || words.front() == "help" || words.front() == "--help" || words.front() == "-h") {
        std::cout << helpText();
        return words.empty() ? 2 : 0;
    }
    std::vector<std::size_t> used;
    const Command* command = findCommand(words, used);
    if (command == nullptr) {
        std::cerr << "gridctl: no such command: " << words.front() << ". 'gridctl help' lists them.\n";
        return 2;
    }
    for (auto at = used.rbegin(); at != used.rend(); ++at)
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(*at));
    auto known = command->options;
    known.push_back(jsonOption);
    known.push_back(helpOption);
    auto arguments = Arguments::parse(words, known);
    const auto wrong = [&](const std::string& sentence) {
        std::cerr << "gridctl " << command->name << ": " << sentence << " Usage: gridctl " << command->name << " " << command->operands << "\n";
        return 2;
    };
    if (!arguments)
        return wrong(arguments.error().detail + (arguments.error().context.empty() ? "" : ": " + arguments.error().context) + ".");
    if (arguments->has("help")) {
        std::cout << helpText();
        return 0;
    }
    const auto count = arguments->operands().size();
    if (count < command->fewest || count > command->most)
        return wrong(count < command->fewest ? "Something is missing." : "There is a word too many: " + arguments->operands().back() + ".");

    auto answer = command->run(Invocation{*arguments, progressShown(), stopped});
    if (!answer) {
        if (isUsage(answer.error()))
            return wrong(answer.error().detail.substr(7) + (answer.error().context.empty() ? "" : ": " + answer.error().context) + ".");
        std::cerr << "gridctl " << command->name << ": " << sentence(answer.error()) << "\n";
        return 1;
    }
    if (arguments->has("json"))
        std::cout << answer->json.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
    else
        std::cout << answer->text;
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "gridctl: the answer could not be written to standard output.\n";
        return 1;
    }
    return answer->status;
}

} // namespace

int main(int argc, char** argv)
{
    struct sigaction action {};
    action.sa_handler = interrupt;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    try {
        return run({argv + 1, argv + argc});
    } catch (const std::exception& e) {
        std::cerr << "gridctl: unexpected failure: " << e.what() << "\n";
        return 1;
    }
}
