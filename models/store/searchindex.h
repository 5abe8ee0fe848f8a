// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace griddesk {

/// The word index of store.db. Saving a case never waits for it: new cases are indexed from a cursor, changed texts from
/// a list, a batch at a time, and a crash goes on where the last batch ended.
class SearchIndex {
public:
    /// The database must outlive it and be of storeSchema().
    explicit SearchIndex(Database& database) : m_database(database) {}

    /// Indexes at most `batch` cases in one transaction; returns how many. 0 = nothing is left. Thread: the writer.
    [[nodiscard]] Result<std::size_t> indexSome(std::size_t batch = 500);
    /// Cases not indexed yet. Thread: any connection.
    [[nodiscard]] Result<std::int64_t> lag();

    /// Keys of cases that hold every word of the query in title, text or address, newest first; numbers (case, local,
    /// outside) are found whole or by their end and come first. A word is found inside Chinese text; a Latin word also as
    /// pinyin initials of title and address. Candidates of the index are checked against the text, so nothing wrong comes
    /// back. Thread: a reader. Errors: Cancelled, as sqliteError().
    [[nodiscard]] Result<std::vector<std::int64_t>> search(std::string_view query, std::size_t limit, std::size_t candidates = mostCandidates);
    /// Candidates looked at before a search gives up finding more, unless the caller says otherwise: a person reads the newest ones.
    static constexpr std::size_t mostCandidates = 20'000;
    /// As limit and as candidates: all there are.
    static constexpr std::size_t all = std::numeric_limits<std::int64_t>::max();

private:
    Database& m_database;
};

} // namespace griddesk
