// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk::gridctl {

using Json = nlohmann::ordered_json;

/// What a command has to say: one JSON object for --json, lines of text otherwise.
struct Answer {
    Json json = Json::object();
    std::string text;
    int status = 0; ///< exit status; 1 when the command worked and its finding is bad (verify)
};

/// Asked while something long runs; false ends it. Shown on standard error when that is a terminal.
using Progress = std::function<bool(std::uint64_t done, std::uint64_t all, std::string_view what)>;

/// What a command is run with.
struct Invocation {
    Arguments arguments;
    Progress progress;
    std::function<bool()> stopped{}; ///< whether somebody asked to end it, without showing anything

    /// Operand number `i`; the table has checked how many there are.
    [[nodiscard]] const std::string& operand(std::size_t i) const { return arguments.operands()[i]; }
};

/// A command line that does not fit its command: exit status 2.
[[nodiscard]] std::unexpected<Error> usage(std::string what, std::string word = {});
[[nodiscard]] bool isUsage(const Error& error);

/// One command of gridctl, said once: help, parsing and dispatch are made from it.
struct Command {
    std::string_view name;     ///< "import cases", "locate"
    std::string_view operands; ///< as shown in help
    std::string_view summary;
    std::vector<OptionSpec> options;
    std::size_t fewest = 0, most = 0; ///< operands
    Result<Answer> (*run)(const Invocation&) = nullptr;
};

/// All commands, in the order of the help text.
[[nodiscard]] std::span<const Command> commands();

/// The names of the queues, with blanks between; for help and errors.
[[nodiscard]] std::string queueNames();

// Implementations, by topic.
Result<Answer> runDeadline(const Invocation&);
Result<Answer> runNew(const Invocation&);
Result<Answer> runImportAreas(const Invocation&);
Result<Answer> runImportCases(const Invocation&);
Result<Answer> runImportCalendar(const Invocation&);
Result<Answer> runImportCategories(const Invocation&);
Result<Answer> runImportUnits(const Invocation&);
Result<Answer> runImportDuty(const Invocation&);
Result<Answer> runStats(const Invocation&);
Result<Answer> runCaseShow(const Invocation&);
Result<Answer> runCaseList(const Invocation&);
Result<Answer> runCaseApply(const Invocation&);
Result<Answer> runLocate(const Invocation&);
Result<Answer> runExportCases(const Invocation&);
Result<Answer> runExportHistory(const Invocation&);
Result<Answer> runEnrol(const Invocation&);
Result<Answer> runSync(const Invocation&);
Result<Answer> runTrayList(const Invocation&);
Result<Answer> runTrayReissue(const Invocation&);
Result<Answer> runTrayNote(const Invocation&);
Result<Answer> runTrayWithdraw(const Invocation&);
Result<Answer> runBackup(const Invocation&);
Result<Answer> runRestore(const Invocation&);
Result<Answer> runVerify(const Invocation&);
Result<Answer> runKeyStoreAdd(const Invocation&);
Result<Answer> runKeyStoreRemove(const Invocation&);
Result<Answer> runKeyStoreShow(const Invocation&);
Result<Answer> runProfilePassphrase(const Invocation&);

} // namespace griddesk::gridctl
