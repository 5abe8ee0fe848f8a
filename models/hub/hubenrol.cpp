// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that ask to be let in, and what an administrator decides about them.
#include "hub.h"

#include "models/wire/hash.h"

#include <algorithm>
#include <array>
#include <set>

namespace griddesk {

namespace {

constexpr std::string_view codeLetters = "ABCDEFGHJKMNPQRSTVWXYZ23456789"; // none that is mistaken for another when read out
constexpr std::size_t mostGuessedAccounts = 1000;

/// "A" … "Z", "AA", "AB" …; 702 devices are more than a street has desks.
std::string letterAt(std::size_t index)
{
    const auto letter = [](std::size_t n) { return static_cast<char>('A' + n); };
    if (index < 26)
        return {letter(index)};
    return {letter((index / 26 - 1) % 26), letter(index % 26)};
}

/// The first letter no device has had; "DB" is what supervision orders begin with.
std::string freeLetter(const std::vector<EnrolledDevice>& devices)
{
    std::set<std::string> taken{"DB"};
    for (const auto& device : devices)
        taken.insert(device.letter);
    std::size_t index = 0;
    while (taken.contains(letterAt(index)))
        ++index;
    return letterAt(index);
}

/// As people read a code out: without dash and blanks, in capitals.
std::string plainCode(std::string_view code)
{
    std::string plain;
    for (const char c : code)
        if (c != '-' && c != ' ')
            plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return plain;
}

} // namespace

Result<bool> Hub::empty()
{
    auto head = m_store.head(), configHead = m_store.configHead();
    if (!head || !configHead)
        return std::unexpected(head ? configHead.error() : head.error());
    return *head == 0 && *configHead == 0;
}

Hub::Answer Hub::enrol(const HubRequest& request)
{
    if (request.body.size() > mostMessageBytes)
        return refuseCall(413, "tooLarge", "a request to enrol is smaller");
    auto asked = readEnrolRequest(request.body);
    if (!asked)
        return refuseBody(asked.error());
    if (!verifySignature(asked->publicKey, bytesOf(bytesToSign(*asked)), asked->sig))
        return refuseCall(401, "unauthorised", "the signature is not of the key that is told");
    if (auto right = admit(*asked, request.at); !right)
        return std::unexpected(right.error());

    std::optional<std::unexpected<HubProblem>> refusal;
    const auto decided = within([&]() -> Result<EnrolAnswer> {
        auto device = m_store.enrolled(asked->device);
        if (!device)
            return std::unexpected(device.error());
        if (*device && ((*device)->account != asked->account || (*device)->publicKey != asked->publicKey)) {
            refusal = refuseCall(403, "unauthorised", "the device is known with another key or account");
            return EnrolAnswer{};
        }
        const bool open = *device && ((*device)->state == EnrolState::Pending || (*device)->state == EnrolState::Refused);
        if (!*device || (open && (*device)->asked + m_limits.pendingFor < request.at)) {
            auto devices = m_store.enrolledDevices();
            if (!devices)
                return std::unexpected(devices.error());
            const auto waiting = std::ranges::count_if(*devices, [&](const EnrolledDevice& other) {
                return other.state == EnrolState::Pending && request.at <= other.asked + m_limits.pendingFor;
            });
            if (static_cast<std::size_t>(waiting) >= m_limits.pendingDevices) {
                refusal = refuseCall(429, "busy", "too many devices wait for an answer", 60);
                return EnrolAnswer{};
            }
            auto made = newcomer(*asked, randomCode(), request.at);
            if (!made)
                return std::unexpected(made.error());
            *device = *std::move(made);
        }
        EnrolAnswer answer{.state = (*device)->state, .code = (*device)->code};
        if (answer.state != EnrolState::Approved)
            return answer;
        auto unused = empty();
        if (!unused)
            return std::unexpected(unused.error());
        answer.stream = m_stream;
        answer.letter = (*device)->letter;
        answer.platformKey = m_key.publicKey().hex();
        answer.founding = *unused;
        return answer;
    });
    if (!decided)
        return troubled(decided.error());
    if (refusal)
        return *std::move(refusal);
    return HubResponse{.body = write(*decided)};
}

Result<EnrolledDevice> Hub::newcomer(const EnrolRequest& asked, std::string code, Instant at)
{
    EnrolledDevice device{.device = asked.device,
                          .account = asked.account,
                          .publicKey = asked.publicKey,
                          .state = EnrolState::Pending,
                          .code = std::move(code),
                          .letter = {},
                          .program = asked.program,
                          .asked = at,
                          .decided = {}};
    auto taken = pendingWith(device.code, at);
    while (taken && *taken) {
        device.code = randomCode();
        taken = pendingWith(device.code, at);
    }
    if (!taken)
        return std::unexpected(taken.error());
    if (auto kept = m_store.putEnrolled(device); !kept)
        return std::unexpected(kept.error());
    return device;
}

std::string Hub::randomCode()
{
    std::string code;
    while (code.size() < 7) {
        std::array<std::uint8_t, 1> byte{};
        m_random.fill(byte);
        if (byte[0] >= codeLetters.size() * 8) // every letter equally often
            continue;
        code += codeLetters[byte[0] % codeLetters.size()];
        if (code.size() == 3)
            code += '-';
    }
    return code;
}

std::expected<void, HubProblem> Hub::admit(const EnrolRequest& asked, Instant at)
{
    auto device = m_store.enrolled(asked.device);
    if (!device)
        return troubled(device.error());
    // A device that is known shows by its signature who it is; it asks every few seconds how it stands.
    if (*device && (*device)->account == asked.account && (*device)->publicKey == asked.publicKey)
        return {};
    return checkPassword(asked, at);
}

std::expected<void, HubProblem> Hub::checkPassword(const EnrolRequest& asked, Instant at)
{
    if (const auto guessed = m_guesses.find(asked.account); guessed != m_guesses.end()) {
        if (at >= guessed->second.last + m_limits.passwordPause)
            m_guesses.erase(guessed);
        else if (guessed->second.count >= m_limits.wrongPasswords)
            return refuseCall(429, "busy", "too many wrong passwords for this account", m_limits.passwordPause.count());
    }
    if (at >= m_passwords.last + std::chrono::minutes{1} || at < m_passwords.last)
        m_passwords = {0, at};
    if (++m_passwords.count > m_limits.passwordsPerMinute)
        return refuseCall(429, "busy", "too many devices ask at once", 60);
    auto hash = m_store.passwordHash(asked.account);
    if (!hash)
        return troubled(hash.error());
    if (m_guessedHash.empty()) {
        auto made = hashPassword("-", m_limits.password);
        if (!made)
            return troubled(made.error());
        m_guessedHash = *std::move(made);
    }
    const bool right = isPassword(asked.password, hash->value_or(m_guessedHash));
    if (*hash && right) {
        m_guesses.erase(asked.account);
        return {};
    }
    if (m_guesses.size() >= mostGuessedAccounts)
        m_guesses.clear();
    auto& guesses = m_guesses[asked.account];
    ++guesses.count;
    guesses.last = at;
    return refuseCall(401, "unauthorised", "the account or its password is wrong");
}

Result<std::optional<EnrolledDevice>> Hub::pendingWith(std::string_view code, Instant now)
{
    auto devices = m_store.enrolledDevices();
    if (!devices)
        return std::unexpected(devices.error());
    const auto found = std::ranges::find_if(*devices, [&](const EnrolledDevice& device) {
        return device.state == EnrolState::Pending && plainCode(device.code) == plainCode(code) && now <= device.asked + m_limits.pendingFor;
    });
    return found == devices->end() ? std::optional<EnrolledDevice>{} : std::optional{std::move(*found)};
}

Result<void> Hub::setPassword(const AccountId& account, std::string_view password)
{
    auto hash = hashPassword(password, m_limits.password);
    if (!hash)
        return std::unexpected(hash.error());
    return within([&] { return m_store.setPasswordHash(account, *hash); });
}

Result<EnrolledDevice> Hub::approve(std::string_view code, Instant now)
{
    return within([&]() -> Result<EnrolledDevice> {
        auto device = pendingWith(code, now);
        auto devices = m_store.enrolledDevices();
        if (!device || !devices)
            return std::unexpected(device ? devices.error() : device.error());
        if (!*device)
            return fail(ErrorCode::UnknownReference, "no device waits with this code", std::string(code.substr(0, 16)));
        EnrolledDevice approved = **std::move(device);
        approved.state = EnrolState::Approved;
        approved.code.clear();
        approved.letter = freeLetter(*devices);
        approved.decided = now;
        if (auto known = m_authority.enrol(approved.device, approved.publicKey); !known)
            return std::unexpected(known.error());
        if (auto kept = m_store.putEnrolled(approved); !kept)
            return std::unexpected(kept.error());
        return approved;
    });
}

Result<void> Hub::refuse(std::string_view code, Instant now)
{
    return within([&]() -> Result<void> {
        auto device = pendingWith(code, now);
        if (!device)
            return std::unexpected(device.error());
        if (!*device)
            return fail(ErrorCode::UnknownReference, "no device waits with this code", std::string(code.substr(0, 16)));
        (*device)->state = EnrolState::Refused;
        (*device)->code.clear();
        (*device)->decided = now;
        return m_store.putEnrolled(**device);
    });
}

Result<void> Hub::revoke(const DeviceId& id, Instant now)
{
    return within([&]() -> Result<void> {
        auto device = m_store.enrolled(id);
        if (!device)
            return std::unexpected(device.error());
        if (!*device)
            return fail(ErrorCode::UnknownReference, "there is no such device", id.text());
        (*device)->state = EnrolState::Revoked; // its sessions stay: by them it is told, and may hand in what it still has
        (*device)->code.clear();
        (*device)->decided = now;
        return m_store.putEnrolled(**device);
    });
}

} // namespace griddesk
