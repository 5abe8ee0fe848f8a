// SPDX-License-Identifier: GPL-3.0-or-later
#include "localdrafts.h"

#include "models/store/migrations.h"
#include "models/store/storeschema.h"
#include "models/store/transaction.h"

#include <QFuture>

namespace griddesk {

LocalDrafts::LocalDrafts(Workspace& workspace, const ClockSource& clock) : m_clock(clock)
{
    const auto file = workspace.profile().paths().desk();
    const auto key = workspace.profile().key().derived(KeyPurpose::Desk);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        if (auto made = createDatabase(file, key, deskSchema()); !made) {
            m_failure = made.error();
            return;
        }
    auto writer = openDatabase(file, key, deskSchema(), OpenMode::ReadWrite);
    auto reader = openDatabase(file, key, deskSchema(), OpenMode::QueryOnly);
    if (!writer || !reader) {
        m_failure = writer ? reader.error() : writer.error();
        return;
    }
    std::vector<std::unique_ptr<Database>> readers;
    readers.push_back(*std::move(reader));
    m_executor = std::make_unique<Executor>(*std::move(writer), std::move(readers));
}

LocalDrafts::~LocalDrafts() = default;

QFuture<Result<void>> LocalDrafts::put(const std::string& key, const std::string& value)
{
    if (!m_executor)
        return QtFuture::makeReadyValueFuture(Result<void>(std::unexpected(*m_failure)));
    return m_executor->write([key, value, at = m_clock.now()](Database& database) -> Result<void> {
        if (value.empty())
            return database.run("DELETE FROM entry WHERE key = ?", key);
        return database.run("INSERT INTO entry (key, value, at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at",
                            key, value, msOf(at));
    });
}

QFuture<Result<std::vector<std::pair<std::string, std::string>>>> LocalDrafts::list(const std::string& prefix)
{
    using List = std::vector<std::pair<std::string, std::string>>;
    if (!m_executor)
        return QtFuture::makeReadyValueFuture(Result<List>(std::unexpected(*m_failure)));
    return m_executor->read([prefix](Database& database) -> Result<List> {
        List found;
        auto done = database.each(
            "SELECT key, value FROM entry WHERE substr(key, 1, length(?1)) = ?1 ORDER BY at DESC",
            [&](Statement& row) { found.emplace_back(std::string(row.text(0)), std::string(row.text(1))); }, prefix);
        if (!done)
            return std::unexpected(done.error());
        return found;
    });
}

} // namespace griddesk
