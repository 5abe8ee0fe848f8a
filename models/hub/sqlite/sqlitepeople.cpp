// SPDX-License-Identifier: GPL-3.0-or-later
// Configuration, accounts, devices, sessions and uploads of founders.
#include "storequeries.h"

#include <algorithm>
#include <limits>

namespace griddesk {

namespace {

constexpr const char* oneDevice = "SELECT device, account, public_key, state, code, letter, program, asked, decided FROM enrolled"
                                  " WHERE stream_id = ? AND device = ?";
constexpr const char* allDevices = "SELECT device, account, public_key, state, code, letter, program, asked, decided FROM enrolled"
                                   " WHERE stream_id = ? ORDER BY device";

Result<std::vector<EnrolledDevice>> readDevices(HubQuery& row)
{
    std::vector<EnrolledDevice> devices;
    while (row.step()) {
        auto device = DeviceId::parse(row.text(0));
        auto account = AccountId::parse(row.text(1));
        auto key = PublicKey::parse(row.text(2));
        const auto state = row.integer(3);
        if (!device || !account || !key || state < 0 || state > static_cast<std::int64_t>(EnrolState::Revoked))
            return damagedRow("an enrolled device");
        devices.push_back({.device = *std::move(device),
                           .account = *std::move(account),
                           .publicKey = *key,
                           .state = static_cast<EnrolState>(state),
                           .code = row.text(4),
                           .letter = row.text(5),
                           .program = row.text(6),
                           .asked = instantFromMs(row.integer(7)),
                           .decided = instantFromMs(row.integer(8))});
    }
    return devices;
}

} // namespace

Result<std::int64_t> SqliteHubStore::configHead() { return oneInteger("SELECT config_head FROM streams WHERE stream_id = ?"); }

Result<void> SqliteHubStore::appendConfig(const ConfigLine& line)
{
    return m_database->guarded("append a line of configuration", [&]() -> Result<void> {
        if (m_database->query("UPDATE streams SET config_head = ?2 WHERE stream_id = ?1 AND config_head = ?2 - 1").bindAll(m_stream, line.seq).run() != 1)
            return fail(ErrorCode::Inconsistent, "the configuration stream has no gaps", std::to_string(line.seq));
        m_database->query("INSERT INTO config (stream_id, seq, line) VALUES (?, ?, ?)").bindAll(m_stream, line.seq, write(line)).run();
        return {};
    });
}

Result<std::vector<ConfigLine>> SqliteHubStore::configAfter(std::int64_t after, std::size_t limit)
{
    return m_database->guarded("read the configuration", [&]() -> Result<std::vector<ConfigLine>> {
        std::vector<ConfigLine> lines;
        auto row = m_database->query("SELECT line FROM config WHERE stream_id = ? AND seq > ? ORDER BY seq LIMIT ?");
        row.bindAll(m_stream, after, static_cast<std::int64_t>(std::min<std::size_t>(limit, std::numeric_limits<std::int32_t>::max())));
        while (row.step()) {
            auto line = readConfigLine(row.text(0));
            if (!line)
                return damagedRow("a line of configuration");
            lines.push_back(*std::move(line));
        }
        return lines;
    });
}

Result<std::optional<std::string>> SqliteHubStore::passwordHash(const AccountId& account)
{
    return oneText("SELECT hash FROM passwords WHERE stream_id = ? AND account = ?", account.text());
}

Result<void> SqliteHubStore::setPasswordHash(const AccountId& account, std::string_view hash)
{
    return run("set a password",
               "INSERT INTO passwords (stream_id, account, hash) VALUES (?, ?, ?) ON CONFLICT (stream_id, account) DO UPDATE SET hash = excluded.hash",
               account.text(), hash);
}

Result<std::optional<EnrolledDevice>> SqliteHubStore::enrolled(const DeviceId& device)
{
    return m_database->guarded("read a device", [&]() -> Result<std::optional<EnrolledDevice>> {
        auto row = m_database->query(oneDevice);
        row.bindAll(m_stream, device.text());
        auto devices = readDevices(row);
        if (!devices)
            return std::unexpected(devices.error());
        return devices->empty() ? std::optional<EnrolledDevice>{} : std::optional{std::move(devices->front())};
    });
}

Result<void> SqliteHubStore::putEnrolled(const EnrolledDevice& device)
{
    return run("keep a device",
               "INSERT INTO enrolled (stream_id, device, account, public_key, state, code, letter, program, asked, decided)"
               " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (stream_id, device) DO UPDATE SET account = excluded.account,"
               " public_key = excluded.public_key, state = excluded.state, code = excluded.code, letter = excluded.letter,"
               " program = excluded.program, asked = excluded.asked, decided = excluded.decided",
               device.device.text(), device.account.text(), device.publicKey.hex(), static_cast<std::int64_t>(device.state), device.code,
               device.letter, device.program, std::int64_t{msOf(device.asked)}, std::int64_t{msOf(device.decided)});
}

Result<std::vector<EnrolledDevice>> SqliteHubStore::enrolledDevices()
{
    return m_database->guarded("read the devices", [&] {
        auto row = m_database->query(allDevices);
        row.bindAll(m_stream);
        return readDevices(row);
    });
}

Result<void> SqliteHubStore::putSession(const Session& session)
{
    return run("keep a session",
               "INSERT INTO sessions (stream_id, token, device, account, expires) VALUES (?, ?, ?, ?, ?) ON CONFLICT (stream_id, token)"
               " DO UPDATE SET device = excluded.device, account = excluded.account, expires = excluded.expires",
               session.token.hex(), session.device.text(), session.account.text(), std::int64_t{msOf(session.expires)});
}

Result<std::optional<Session>> SqliteHubStore::session(const Hash& token)
{
    return m_database->guarded("read a session", [&]() -> Result<std::optional<Session>> {
        auto row = m_database->query("SELECT device, account, expires FROM sessions WHERE stream_id = ? AND token = ?");
        if (!row.bindAll(m_stream, token.hex()).step())
            return std::optional<Session>{};
        auto device = DeviceId::parse(row.text(0));
        auto account = AccountId::parse(row.text(1));
        if (!device || !account)
            return damagedRow("a session");
        return std::optional{Session{token, *std::move(device), *std::move(account), instantFromMs(row.integer(2))}};
    });
}

Result<void> SqliteHubStore::endSessions(const DeviceId& device)
{
    return run("end sessions", "DELETE FROM sessions WHERE stream_id = ? AND device = ?", device.text());
}

Result<void> SqliteHubStore::forgetExpired(Instant now)
{
    if (auto done = run("end sessions", "DELETE FROM sessions WHERE stream_id = ? AND expires <= ?", std::int64_t{msOf(now)}); !done)
        return done;
    return run("forget nonces", "DELETE FROM nonces WHERE stream_id = ? AND expires <= ?", std::int64_t{msOf(now)});
}

Result<bool> SqliteHubStore::useNonce(const DeviceId& device, std::string_view nonce, Instant expires)
{
    return m_database->guarded("use a nonce", [&]() -> Result<bool> {
        return m_database->query("INSERT INTO nonces (stream_id, device, nonce, expires) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                   .bindAll(m_stream, device.text(), nonce, std::int64_t{msOf(expires)})
                   .run()
            == 1;
    });
}

Result<std::int64_t> SqliteHubStore::foundingSize(const DeviceId& device)
{
    return oneInteger("SELECT coalesce(sum(length(bytes)), 0) FROM founding WHERE stream_id = ? AND device = ?", device.text());
}

Result<void> SqliteHubStore::putFoundingPiece(const DeviceId& device, std::int64_t offset, std::string_view bytes)
{
    auto size = foundingSize(device);
    if (!size)
        return std::unexpected(size.error());
    if (offset != *size)
        return fail(ErrorCode::Inconsistent, "a piece of the upload is missing", std::to_string(offset));
    return m_database->done("keep a piece", [&] {
        auto row = m_database->query("INSERT INTO founding (stream_id, device, position, bytes) VALUES (?1, ?2, ?3, ?4)");
        row.bindAll(m_stream, device.text(), offset);
        row.bindBlob(4, bytes);
        row.run();
    });
}

Result<std::optional<std::string>> SqliteHubStore::foundingPiece(const DeviceId& device, std::int64_t offset)
{
    return oneText("SELECT bytes FROM founding WHERE stream_id = ? AND device = ? AND position = ?", device.text(), offset);
}

Result<void> SqliteHubStore::dropFounding(const DeviceId& device)
{
    return run("drop an upload", "DELETE FROM founding WHERE stream_id = ? AND device = ?", device.text());
}

} // namespace griddesk
