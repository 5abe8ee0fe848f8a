// SPDX-License-Identifier: GPL-3.0-or-later
#include "transaction.h"

namespace griddesk {

Result<Transaction> Transaction::begin(Database& database, Kind kind)
{
    if (database.inTransaction())
        return fail(ErrorCode::Inconsistent, "a transaction is open already", database.file().string());
    if (auto begun = kind == Kind::Write ? database.run("BEGIN IMMEDIATE") : database.run("BEGIN"); !begun)
        return std::unexpected(begun.error());
    return Transaction(database);
}

Result<void> Transaction::commit()
{
    if (m_database == nullptr)
        return fail(ErrorCode::Inconsistent, "the transaction has ended already");
    // A commit is never cancelled half way: whoever asks to stop now is too late.
    m_database->setCancel({});
    auto committed = m_database->run("COMMIT");
    if (!committed)
        rollback();
    m_database = nullptr;
    return committed;
}

void Transaction::rollback() noexcept
{
    if (m_database == nullptr)
        return;
    m_database->setCancel({});
    // SQLite may have rolled back by itself (disk full); then there is nothing left to do.
    if (m_database->inTransaction())
        (void)m_database->run("ROLLBACK");
    m_database = nullptr;
}

} // namespace griddesk
