// SPDX-License-Identifier: GPL-3.0-or-later
#include "administration.h"

#include "models/hub/hub.h"
#include "models/wire/hash.h"

#include <fstream>
#include <sstream>

namespace griddesk::platform {

namespace {

constexpr std::size_t largestFile = std::size_t{64} * 1024 * 1024;

Result<std::string> wholeFile(const std::string& file, std::size_t most)
{
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem))
        return fail(std::filesystem::exists(file, problem) ? ErrorCode::NotAFile : ErrorCode::FileNotFound, "a file is wanted", file);
    if (std::filesystem::file_size(file, problem) > most)
        return fail(ErrorCode::LimitExceeded, "larger than " + std::to_string(most) + " bytes", file);
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in)
        return fail(ErrorCode::FileNotReadable, "the file cannot be read", file);
    return text.str();
}

Value deviceValue(const EnrolledDevice& device)
{
    Value value;
    value.set("device", device.device.text())
        .set("account", device.account.text())
        .set("state", nameOf(device.state))
        .set("program", device.program)
        .set("asked", formatInstant(device.asked));
    if (device.state == EnrolState::Pending)
        value.set("code", device.code);
    if (!device.letter.empty())
        value.set("letter", device.letter);
    if (device.decided != Instant{})
        value.set("decided", formatInstant(device.decided));
    return value;
}

Result<Value> wrongUse(const std::string& what) { return fail(ErrorCode::InvalidArgument, what); }

Result<Value> setPassword(Hub& hub, const CommandLine& line)
{
    if (line.words.size() != 2 || line.passwordFile.empty())
        return wrongUse("password ACCOUNT --password-file FILE");
    auto account = AccountId::parse(line.words[1]);
    if (!account)
        return std::unexpected(account.error());
    auto text = wholeFile(line.passwordFile, 4096);
    if (!text)
        return std::unexpected(text.error());
    text->resize(std::min(text->find_first_of("\r\n"), text->size())); // the first line
    if (auto set = hub.setPassword(*account, *text); !set)
        return std::unexpected(set.error());
    return Value().set("account", account->text());
}

Result<Value> publish(Hub& hub, const CommandLine& line, Instant now)
{
    if (line.words.size() < 2)
        return wrongUse("publish FILE [DOCUMENT …]");
    auto bundle = wholeFile(line.words[1], largestFile);
    if (!bundle)
        return std::unexpected(bundle.error());
    while (bundle->ends_with('\n'))
        bundle->pop_back();
    std::map<std::string, std::string> documents;
    for (std::size_t i = 2; i < line.words.size(); ++i) {
        auto document = wholeFile(line.words[i], largestFile);
        if (!document)
            return std::unexpected(document.error());
        const std::string hash = sha256(*document).hex();
        documents.emplace(hash, *std::move(document));
    }
    auto published = hub.publish(*bundle, documents, now, AccountId::literal("platform"));
    if (!published)
        return std::unexpected(published.error());
    return Value().set("seq", published->seq).set("bundle", published->bundle).set("validFrom", formatInstant(published->validFrom));
}

} // namespace

Result<Value> administer(const CommandLine& line, Folder& folder, RandomSource& random)
{
    Hub hub(*folder.store, DeviceKey::fromSeed(folder.key.seed().clone()).value(), folder.stream, random);
    const Instant now = std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
    const std::string& command = line.words.front();
    const auto done = [](const Result<void>& result, Value value) { return result ? Result<Value>(std::move(value)) : std::unexpected(result.error()); };
    if (command == "password")
        return setPassword(hub, line);
    if (command == "publish")
        return publish(hub, line, now);
    if (command == "devices" && line.words.size() == 1) {
        auto devices = folder.store->enrolledDevices();
        if (!devices)
            return std::unexpected(devices.error());
        Value::List list;
        for (const auto& device : *devices)
            list.push_back(deviceValue(device));
        return Value().set("devices", std::move(list));
    }
    if (command == "check" && line.words.size() == 1) {
        auto problems = folder.store->integrityProblems();
        if (!problems)
            return std::unexpected(problems.error());
        Value::List list(problems->begin(), problems->end());
        return Value().set("ok", list.empty()).set("problems", std::move(list));
    }
    if (command == "approve" && line.words.size() == 2) {
        auto device = hub.approve(line.words[1], now);
        if (!device)
            return std::unexpected(device.error());
        return deviceValue(*device);
    }
    if (command == "refuse" && line.words.size() == 2)
        return done(hub.refuse(line.words[1], now), Value().set("code", line.words[1]).set("state", "refused"));
    if (command == "revoke" && line.words.size() == 2) {
        auto device = DeviceId::parse(line.words[1]);
        if (!device)
            return std::unexpected(device.error());
        return done(hub.revoke(*device, now), Value().set("device", device->text()).set("state", "revoked"));
    }
    return wrongUse("an unknown command, or operands that do not fit: " + command);
}

} // namespace griddesk::platform
