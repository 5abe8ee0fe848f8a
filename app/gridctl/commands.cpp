// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include "models/core/queue.h"

namespace griddesk::gridctl {

namespace {

constexpr std::string_view usageMark = "usage: ";
constexpr OptionSpec data{"data", true};
constexpr OptionSpec passphrase{"passphrase-file", true};

const std::vector<Command>& table()
{
    static const std::string listSummary = "The cases of a queue (default open; mine needs --as ACCOUNT): " + queueNames() + ".";
    static const std::vector<Command> all{
        {"new", "", "Make a profile: a demo district, Boston, or one from a file of rules or areas.",
         {data, passphrase, {"district", true}, {"with-cases"}, {"seed", true}, {"profile", true}, {"datum", true}, {"allow-overlaps"}}, 0, 0, runNew},
        {"import areas", "FILE", "Take areas from GeoJSON or GeoPackage into the rules.", {data, passphrase, {"profile", true}, {"datum", true}, {"allow-overlaps"}, {"dry-run"}}, 1, 1, runImportAreas},
        {"import cases", "FILE", "Adopt the cases of a CSV or JSON export (gzip too) by a mapping profile.",
         {data, passphrase, {"profile", true}, {"dry-run"}}, 1, 1, runImportCases},
        {"import calendar", "FILE", "Add the holidays of a year.", {data, passphrase, {"dry-run"}, {"profile", true}}, 1, 1, runImportCalendar},
        {"import categories", "FILE", "Take categories and standards from JSON.", {data, passphrase, {"dry-run"}, {"profile", true}}, 1, 1, runImportCategories},
        {"import units", "FILE", "Take units from JSON.", {data, passphrase, {"dry-run"}, {"profile", true}}, 1, 1, runImportUnits},
        {"import duty", "FILE", "Take the duty list from JSON.", {data, passphrase, {"dry-run"}, {"profile", true}}, 1, 1, runImportDuty},
        {"stats", "", "Count the cases by stage, area, unit and category, on time and overdue.", {data, passphrase, {"as-of", true}}, 0, 0, runStats},
        {"case show", "NUMBER", "Everything about one case: any of its numbers or its id.", {data, passphrase}, 1, 1, runCaseShow},
        {"case list", "", listSummary, {data, passphrase, {"queue", true}, {"as", true}, {"limit", true}, {"text", true}}, 0, 0, runCaseList},
        {"case apply", "OPERATION [NUMBER]", "Do something with a case (or begin one) as an account in one of its posts. --set FIELD=TEXT, --evidence FILE[:before|after|other]; "
         "merge, unmerge and link name the second case by --other. Repeated with the same --operation UUID it is done once.",
         {data, passphrase, {"as", true}, {"post", true}, {"set", true, true}, {"evidence", true, true}, {"payload", true}, {"other", true}, {"at", true}, {"operation", true}},
         1, 2, runCaseApply},
        {"locate", "LON LAT", "The cell, grid, community and sub-district of a place.", {data, passphrase, {"datum", true}}, 2, 2, runLocate},
        {"deadline", "START LIMIT", "When a limit from START is due. LIMIT: 4wh 2uh 2wd 3wdb 5nd.",
         {{"calendar", true, true}, {"slots", true}}, 2, 2, runDeadline},
        {"export cases", "FILE", "Write all cases as CSV or GeoJSON.", {data, passphrase, {"format", true}}, 1, 1, runExportCases},
        {"export history", "FILE", "Write every confirmed operation in order, with outcome and hashes, a line of JSON each.", {data, passphrase}, 1, 1, runExportHistory},
        {"enrol", "", "Join a platform: a new folder becomes a desk of the account, a stand-alone profile brings its log to an empty platform. "
         "Repeat it after the administrator approved the code, or give --wait SECONDS.",
         {data, passphrase, {"server", true}, {"account", true}, {"password-file", true}, {"ca-file", true}, {"wait", true}}, 0, 0, runEnrol},
        {"sync", "", "Send what was saved and fetch what is new, --once (default) or until stopped (--watch).",
         {data, passphrase, {"once"}, {"watch"}, {"ca-file", true}}, 0, 0, runSync},
        {"tray list", "", "What was refused and why.", {data, passphrase}, 0, 0, runTrayList},
        {"tray reissue", "OPERATION", "Do it again on the case as it stands.", {data, passphrase, {"as", true}, {"post", true}}, 1, 1, runTrayReissue},
        {"tray note", "OPERATION", "Keep it as a comment on the case.", {data, passphrase, {"as", true}, {"post", true}, {"words", true}}, 1, 1, runTrayNote},
        {"tray withdraw", "OPERATION", "Nothing comes of it; --reason TEXT stays on record.", {data, passphrase, {"as", true}, {"post", true}, {"reason", true}}, 1, 1, runTrayWithdraw},
        {"backup", "TARGET", "Copy the whole profile, also while a desk is at work.", {data, passphrase}, 1, 1, runBackup},
        {"restore", "BACKUP", "Check a backup (--verify), or bring it back into an empty folder.", {data, passphrase, {"verify"}}, 1, 1, runRestore},
        {"verify", "", "Check every file, hash and signature, and replay every case.", {data, passphrase}, 0, 0, runVerify},
        {"profile keystore add", "", "Let this computer's key store open the profile, beside its passphrase.", {data, passphrase}, 0, 0, runKeyStoreAdd},
        {"profile keystore remove", "", "Forget the profile in this computer's key store.", {data}, 0, 0, runKeyStoreRemove},
        {"profile keystore show", "", "Whether the key store answers and opens the profile.", {data}, 0, 0, runKeyStoreShow},
        {"profile passphrase", "", "Set the passphrase; the old one, device.key and the key store open the profile no more.",
         {data, passphrase, {"new-passphrase-file", true}}, 0, 0, runProfilePassphrase},
    };
    return all;
}

} // namespace

std::span<const Command> commands() { return table(); }

std::string queueNames()
{
    std::string names;
    for (std::size_t i = 0; i < queueCount; ++i)
        names += (i == 0 ? "" : " ") + std::string(nameOf(static_cast<Queue>(i)));
    return names;
}

std::unexpected<Error> usage(std::string what, std::string word)
{
    return fail(ErrorCode::InvalidArgument, std::string(usageMark) + std::move(what), std::move(word));
}

bool isUsage(const Error& error) { return error.code == ErrorCode::InvalidArgument && error.detail.starts_with(usageMark); }

} // namespace griddesk::gridctl
