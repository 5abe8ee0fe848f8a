// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl enrol, sync, export history: a desk of a platform without a window.
#include "opening.h"

#include "app/common/enrolment.h"
#include "app/common/passphrase.h"

#include "models/exchange/atomicfile.h"
#include "models/sync/http/httplink.h"
#include "models/wire/canonicaljson.h"
#include "models/wire/envelope.h"

#include <QCoreApplication>
#include <QSysInfo>

#include <clocale>
#include <map>
#include <thread>

namespace griddesk::gridctl {

namespace {

using std::chrono::seconds;

/// Qt's network wants an application object; gridctl has none of its own.
class NetworkProgram {
public:
    NetworkProgram() : m_application(m_count, m_words)
    {
        std::setlocale(LC_NUMERIC, "C"); // the application object takes the user's way of writing numbers for the whole process
    }

private:
    static inline char m_name[] = "gridctl";
    int m_count = 1;
    char* m_words[2] = {m_name, nullptr};
    QCoreApplication m_application;
};

Result<std::unique_ptr<HttpLink>> linkTo(const std::string& server, const Invocation& invocation)
{
    auto url = HttpLink::address(QString::fromStdString(server));
    if (!url)
        return std::unexpected(url.error());
    auto link = std::make_unique<HttpLink>(*std::move(url));
    if (const auto file = invocation.arguments.value("ca-file"))
        if (auto trusted = link->trust(QString::fromStdString(*file)); !trusted)
            return std::unexpected(trusted.error());
    return link;
}

Exchange exchangeBy(HttpLink& link, const Invocation& invocation)
{
    return [&link, stopped = invocation.stopped](const SyncRequest& request) { return link.exchange(request, stopped); };
}

Result<seconds> secondsOf(const Invocation& invocation, const char* option, seconds otherwise)
{
    const auto text = invocation.arguments.value(option);
    if (!text)
        return otherwise;
    if (text->empty() || text->size() > 5 || text->find_first_not_of("0123456789") != std::string::npos)
        return usage(std::string("--") + option + " wants whole seconds", *text);
    return seconds{std::stoi(*text)};
}

Json reportJson(const SyncRun& run)
{
    Json json = Json::object();
    json["pushed"] = run.report.pushed;
    json["pulled"] = run.report.pulled;
    json["refused"] = run.report.refused;
    json["pending"] = run.waiting;
    json["checkpoint"] = run.checkpoint;
    json["tray"] = run.refused;
    json["current"] = run.report.current;
    json["proven"] = run.report.proven ? Json(formatInstant(*run.report.proven)) : Json(nullptr);
    return json;
}

std::string reportText(const SyncRun& run)
{
    return std::to_string(run.report.pushed) + " sent, " + std::to_string(run.report.pulled) + " received, " + std::to_string(run.report.refused) + " refused, "
        + std::to_string(run.waiting) + " waiting; up to " + run.checkpoint + (run.report.proven ? ", proven" : "") + "\n";
}

/// A pause that a signal ends.
void pause(const Invocation& invocation, Milliseconds length)
{
    const auto until = std::chrono::steady_clock::now() + length;
    while (std::chrono::steady_clock::now() < until && !(invocation.stopped && invocation.stopped()))
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
}

} // namespace

Result<Answer> runEnrol(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    const auto server = invocation.arguments.value("server");
    const auto name = invocation.arguments.value("account");
    const auto passwordFile = invocation.arguments.value("password-file");
    if (!folder)
        return std::unexpected(folder.error());
    if (!server || !name || !passwordFile)
        return usage("--server URL, --account A and --password-file FILE are needed");
    auto account = AccountId::parse(*name);
    if (!account)
        return usage("--account is not an account", *name);
    auto password = passphraseFrom(*passwordFile);
    if (!password)
        return std::unexpected(password.error());
    auto wait = secondsOf(invocation, "wait", seconds{0});
    if (!wait)
        return std::unexpected(wait.error());
    const NetworkProgram program;
    auto link = linkTo(*server, invocation);
    if (!link)
        return std::unexpected(link.error());

    std::error_code ignored;
    const bool fresh = !std::filesystem::exists(ProfilePaths{*folder}.info(), ignored);
    auto unlock = unlockOf(invocation.arguments, *folder);
    if (!unlock)
        return std::unexpected(unlock.error());
    if (fresh) {
        std::filesystem::create_directories(*folder, ignored);
        if (auto made = createForPlatform(*folder, *unlock, systemNow()); !made)
            return std::unexpected(asOccupied(made.error()));
    } else if (auto opened = Workspace::open(*folder, {.unlock = *unlock, .program = "gridctl"}, systemNow()); !opened && opened.error().code != ErrorCode::UnknownReference) {
        return std::unexpected(opened.error()); // a profile with rules hands on what it holds; one without waits for its rules
    }
    const EnrolTerms terms{.server = *server,
                           .account = *account,
                           .password = *password,
                           .program = "gridctl on " + QSysInfo::machineHostName().toStdString().substr(0, 100)};
    SystemRandom random;
    const auto until = std::chrono::steady_clock::now() + *wait;
    for (;;) {
        auto done = enrol(*folder, *unlock, terms, exchangeBy(**link, invocation), systemNow, random);
        if (!done)
            return std::unexpected(done.error());
        if (done->answer.state == EnrolState::Pending && std::chrono::steady_clock::now() < until && !(invocation.stopped && invocation.stopped())) {
            if (invocation.progress)
                invocation.progress(0, 0, "waiting for approval of " + done->answer.code);
            pause(invocation, seconds{1});
            continue;
        }
        Answer answer;
        answer.json["state"] = nameOf(done->answer.state);
        if (!done->answer.code.empty())
            answer.json["code"] = done->answer.code;
        if (!done->answer.stream.empty()) {
            answer.json["stream"] = done->answer.stream;
            answer.json["letter"] = done->answer.letter;
            answer.json["founded"] = done->founded;
        }
        switch (done->answer.state) {
        case EnrolState::Pending:
            answer.text = "Waiting for approval. Read this code to the administrator: " + done->answer.code + "\nThen give the same command again.\n";
            break;
        case EnrolState::Approved: answer.text = "This desk is enrolled in " + done->answer.stream + ".\n"; break;
        case EnrolState::Refused: answer.text = "The administrator refused this desk.\n"; answer.status = 1; break;
        case EnrolState::Revoked: answer.text = "The administrator revoked this desk.\n"; answer.status = 1; break;
        }
        return answer;
    }
}

Result<Answer> runSync(const Invocation& invocation)
{
    if (invocation.arguments.has("once") && invocation.arguments.has("watch"))
        return usage("--once or --watch, not both");
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const NetworkProgram program;
    return answerOf((*workspace)->write([&](DeskConnection& desk) -> Result<Answer> {
        if (!desk.sync)
            return fail(ErrorCode::Refused, "this profile stands alone; 'gridctl enrol' joins it to a platform");
        auto state = desk.replica->state();
        if (!state)
            return std::unexpected(state.error());
        auto link = linkTo((*state)->server, invocation);
        if (!link)
            return std::unexpected(link.error());
        for (;;) {
            auto run = syncOnce(desk, exchangeBy(**link, invocation), systemNow);
            if (!run)
                return std::unexpected(run.error());
            if (invocation.arguments.has("watch") && run->report.state != SyncReport::State::Revoked && !(invocation.stopped && invocation.stopped())) {
                if (invocation.progress)
                    invocation.progress(0, 0, reportText(*run));
                pause(invocation, std::max<Milliseconds>(desk.sync->wakeAt() - systemNow(), seconds{1}));
                continue;
            }
            if (run->report.trouble && !invocation.arguments.has("watch"))
                return std::unexpected(*run->report.trouble);
            return Answer{.json = reportJson(*run), .text = reportText(*run)};
        }
    }));
}

Result<Answer> runExportHistory(const Invocation& invocation)
{
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const std::string& file = invocation.operand(0);
    return answerOf((*workspace)->read([&](DeskConnection& desk) -> Result<Answer> {
        auto out = AtomicFile::create(file);
        if (!out)
            return std::unexpected(out.error());
        std::int64_t count = 0;
        // In a copy things stand in the order they came; told is the order of the stream.
        std::map<std::int64_t, std::int64_t> places;
        for (std::int64_t last = 0;;) {
            auto entries = desk.log->entriesAfter(last, 1000);
            if (!entries)
                return std::unexpected(entries.error());
            if (entries->empty())
                break;
            for (const auto& entry : *entries)
                places.emplace(entry.streamSeq != 0 ? entry.streamSeq : entry.seq, entry.seq);
            last = entries->back().seq;
            if (invocation.stopped && invocation.stopped())
                return fail(ErrorCode::Cancelled, "stopped as asked");
        }
        for (const auto& [seq, place] : places) {
            auto entries = desk.log->entriesAfter(place - 1, 1);
            if (!entries)
                return std::unexpected(entries.error());
            const LogEntry& entry = entries->front();
            auto sealed = readEnvelope(entry.envelope);
            if (!sealed)
                return std::unexpected(sealed.error());
            const Envelope& envelope = sealed->envelope;
            Value line;
            line.set("seq", seq)
                .set("case", entry.caseId.text())
                .set("caseRev", entry.caseRev)
                .set("operation", entry.operationId.text())
                .set("kind", nameOf(envelope.op.kind))
                .set("account", envelope.op.actor.account.text())
                .set("device", envelope.device.text())
                .set("devEpoch", envelope.devEpoch)
                .set("devSeq", envelope.devSeq)
                .set("outcome", nameOf(entry.outcome))
                .set("effective", msOf(entry.effective))
                .set("hash", entry.hash);
            if (!entry.reason.empty())
                line.set("reason", entry.reason);
            if (!entry.number.empty())
                line.set("number", entry.number);
            if (entry.receivedAt)
                line.set("received", msOf(*entry.receivedAt));
            std::string text = toCanonical(line);
            text.insert(text.size() - 1, ",\"envelope\":" + entry.envelope); // as it was signed
            if (auto written = out->write(text + "\n"); !written)
                return std::unexpected(written.error());
            ++count;
        }
        if (auto done = out->commit(); !done)
            return std::unexpected(done.error());
        Answer answer;
        answer.json["operations"] = count;
        answer.json["file"] = file;
        answer.text = std::to_string(count) + " operations written to " + file + "\n";
        return answer;
    }));
}

} // namespace griddesk::gridctl
