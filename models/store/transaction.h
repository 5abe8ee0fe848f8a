// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <utility>

namespace griddesk {

/// All or nothing: rolled back when it ends without commit(), also when an exception passes. Thread: the database's.
class Transaction {
public:
    enum class Kind : std::uint8_t {
        Write, ///< takes the write lock at once, so that a failure to get it comes before any work
        Read,  ///< one snapshot for several queries
    };
    /// Errors: as sqliteError(); Inconsistent when a transaction is open already.
    [[nodiscard]] static Result<Transaction> begin(Database& database, Kind kind = Kind::Write);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction() { rollback(); }

    /// When it returns without an error the changes are as safe as the durability of the connection says.
    [[nodiscard]] Result<void> commit();
    void rollback() noexcept;

private:
    explicit Transaction(Database& database) noexcept : m_database(&database) {}
    Database* m_database;
};

/// Runs `work() -> Result<T>` in one write transaction: commits when it succeeds, rolls back when it fails.
template <typename F>
[[nodiscard]] auto inTransaction(Database& database, F&& work) -> decltype(work())
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return std::unexpected(transaction.error());
    auto result = work();
    if (!result)
        return result;
    if (auto committed = transaction->commit(); !committed)
        return std::unexpected(committed.error());
    return result;
}

} // namespace griddesk
