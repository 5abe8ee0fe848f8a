// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchindex.h"

#include "bigrams.h"
#include "casefacts.h"
#include "casereader.h"
#include "rowcodec.h"
#include "transaction.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace griddesk {

namespace {

std::string nameOfCase(const CaseRow& row)
{
    return row.title + ' ' + row.address;
}

std::string searchTokens(const CaseRow& row)
{
    const auto name = nameOfCase(row);
    auto tokens = tokensOf(name + ' ' + row.text) + ' ' + singleTokensOf(name) + ' ' + initialTokensOf(name);
    const auto addNumber = [&](const std::string& number) {
        if (!number.empty())
            tokens += ' ' + numberToken(number);
    };
    addNumber(row.number);
    addNumber(row.localNumber);
    for (const auto& number : row.outsideNumbers)
        addNumber(number);
    if (row.place)
        tokens += ' ' + tileToken(tileOf(*row.place));
    return tokens;
}

std::string quoted(const std::string& token)
{
    return '"' + token + '"'; // tokens hold letters, digits and Han characters only
}

/// The query in the language of FTS5. Bound as a parameter.
std::string matchOf(const std::vector<QueryWord>& words)
{
    std::string match;
    for (const auto& word : words) {
        if (!match.empty())
            match += " AND ";
        std::string all;
        for (const auto& token : word.tokens)
            all += (all.empty() ? "" : " AND ") + quoted(token) + (word.prefix ? " *" : "");
        std::string initials;
        for (const auto& token : word.initials)
            initials += (initials.empty() ? "" : " AND ") + quoted(token);
        match += initials.empty() ? "(" + all + ")" : "((" + all + ") OR (" + initials + "))";
    }
    return match;
}

bool holds(const CaseRow& row, const std::vector<QueryWord>& words)
{
    const auto name = nameOfCase(row);
    const auto text = normalised(name + ' ' + row.text);
    return std::ranges::all_of(words, [&](const QueryWord& word) {
        return text.contains(word.text) || (!word.initials.empty() && matchesInitials(name, word.text));
    });
}

} // namespace

Result<std::size_t> SearchIndex::indexSome(std::size_t batch)
{
    return inTransaction(m_database, [&]() -> Result<std::size_t> {
        std::vector<std::int64_t> changed;
        const auto most = static_cast<std::int64_t>(batch);
        if (auto ok = m_database.each("SELECT key FROM reindex ORDER BY key LIMIT ?", [&](Statement& s) { changed.push_back(s.integer(0)); }, most);
            !ok)
            return std::unexpected(ok.error());
        auto remove = m_database.statement("DELETE FROM word WHERE rowid = ?");
        auto insert = m_database.statement("INSERT INTO word(rowid, tokens) VALUES (?, ?)");
        const auto put = [&](std::int64_t key, std::span<const std::byte> bytes, bool replace) -> Result<void> {
            const auto row = decodeRow(bytes);
            if (!row)
                return std::unexpected(row.error());
            if (replace) {
                remove.reset();
                remove.bind(1, key);
                if (auto ok = remove.run(); !ok)
                    return ok;
            }
            insert.reset();
            insert.bindAll(key, searchTokens(*row));
            return insert.run();
        };
        const auto indexed = m_database.integer("SELECT value FROM state WHERE name = 'indexed'");
        if (!indexed)
            return std::unexpected(indexed.error());
        auto cursor = indexed->value_or(0);
        std::size_t done = 0;
        for (const auto key : changed) {
            auto row = m_database.statement("SELECT row FROM detail WHERE key = ?");
            row.bind(1, key);
            // Above the cursor it comes with the new ones.
            if (key <= cursor && row.step())
                if (auto ok = put(key, row.blob(0), true); !ok)
                    return std::unexpected(ok.error());
            if (auto ok = row.result(); !ok)
                return std::unexpected(ok.error());
            if (auto ok = m_database.run("DELETE FROM reindex WHERE key = ?", key); !ok)
                return std::unexpected(ok.error());
            ++done;
        }
        auto rows = m_database.statement("SELECT key, row FROM detail WHERE key > ? ORDER BY key LIMIT ?");
        rows.bindAll(cursor, most - static_cast<std::int64_t>(done));
        while (rows.step()) {
            cursor = rows.integer(0);
            if (auto ok = put(cursor, rows.blob(1), false); !ok)
                return std::unexpected(ok.error());
            ++done;
        }
        if (auto ok = rows.result(); !ok)
            return std::unexpected(ok.error());
        if (auto ok = m_database.run("UPDATE state SET value = ? WHERE name = 'indexed'", cursor); !ok)
            return std::unexpected(ok.error());
        return done;
    });
}

Result<std::int64_t> SearchIndex::lag()
{
    return m_database
        .integer("SELECT (SELECT count(*) FROM detail WHERE key > (SELECT value FROM state WHERE name = 'indexed'))"
                 " + (SELECT count(*) FROM reindex WHERE key <= (SELECT value FROM state WHERE name = 'indexed'))")
        .transform([](auto n) { return n.value_or(0); });
}

Result<std::vector<std::int64_t>> SearchIndex::search(std::string_view query, std::size_t limit, std::size_t candidates)
{
    std::vector<std::int64_t> keys;
    std::unordered_set<std::int64_t> seen;
    const auto first = query.find_first_not_of(" \t");
    const auto last = query.find_last_not_of(" \t");
    const auto trimmed = first == std::string_view::npos ? std::string_view() : query.substr(first, last - first + 1);
    if (trimmed.find_first_of("0123456789") != std::string_view::npos && !trimmed.contains(' ')) {
        auto found = CaseReader(m_database).find(trimmed, limit, candidates);
        if (!found)
            return found;
        keys = std::move(*found);
        seen.insert(keys.begin(), keys.end());
    }
    const auto words = queryWords(trimmed);
    if (words.empty() || keys.size() >= limit)
        return keys;

    auto entries = m_database.statement("SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?");
    entries.bindAll(matchOf(words), static_cast<std::int64_t>(candidates));
    auto detail = m_database.statement("SELECT row FROM detail WHERE key = ?");
    while (keys.size() < limit && entries.step()) {
        const auto key = entries.integer(0);
        detail.reset();
        detail.bind(1, key);
        if (detail.step()) {
            const auto row = decodeRow(detail.blob(0));
            if (!row)
                return std::unexpected(row.error());
            if (holds(*row, words) && seen.insert(key).second)
                keys.push_back(key);
        } else if (auto ok = detail.result(); !ok) {
            return std::unexpected(ok.error());
        }
    }
    if (auto ok = entries.result(); !ok)
        return std::unexpected(ok.error());
    return keys;
}

} // namespace griddesk
