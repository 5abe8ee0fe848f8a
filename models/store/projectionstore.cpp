// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectionstore.h"

#include "projectionbatch.h"
#include "transaction.h"

#include <algorithm>

namespace griddesk {

Result<std::int64_t> ProjectionStore::appliedSeq()
{
    return m_database.integer("SELECT value FROM state WHERE name = 'applied'").transform([](auto n) { return n.value_or(0); });
}

Result<ChangeSet> ProjectionStore::project(const std::vector<ProjectedCase>& cases, std::int64_t appliedSeq)
{
    auto changes = inTransaction(m_database, [&]() -> Result<ChangeSet> {
        ProjectionBatch batch(m_database, m_codes, m_callers, m_hotMetres);
        for (const auto& projected : cases)
            if (auto ok = batch.put(projected); !ok)
                return std::unexpected(ok.error());
        if (auto ok = batch.finish(); !ok)
            return std::unexpected(ok.error());
        if (auto ok = m_database.run("UPDATE state SET value = ? WHERE name = 'applied'", appliedSeq); !ok)
            return std::unexpected(ok.error());
        return batch.takeChanges();
    });
    if (!changes)
        m_codes.forget();
    return changes;
}

Result<ChangeSet> ProjectionStore::forget(const CaseId& id)
{
    auto changes = inTransaction(m_database, [&]() -> Result<ChangeSet> {
        ProjectionBatch batch(m_database, m_codes, m_callers, m_hotMetres);
        if (auto ok = batch.remove(id); !ok)
            return std::unexpected(ok.error());
        if (auto ok = batch.finish(); !ok)
            return std::unexpected(ok.error());
        return batch.takeChanges();
    });
    if (!changes)
        m_codes.forget();
    return changes;
}

Result<ChangeSet> ProjectionStore::setRefused(const std::vector<CaseId>& cases)
{
    auto changes = inTransaction(m_database, [&]() -> Result<ChangeSet> {
        std::vector<CaseId> before;
        std::optional<Error> bad;
        auto ok = m_database.each("SELECT d.id FROM hot h INDEXED BY hot_marked JOIN detail d ON d.key = h.key"
                                  " WHERE h.queues & 3661824 <> 0 AND h.pending & 2 <> 0",
                                  [&](Statement& s) {
                                      if (auto id = CaseId::parse(s.text(0)))
                                          before.push_back(std::move(*id));
                                      else
                                          bad = id.error();
                                  });
        if (!ok || bad)
            return std::unexpected(bad.value_or(ok ? Error{} : ok.error()));
        ProjectionBatch batch(m_database, m_codes, m_callers, m_hotMetres);
        for (const auto& id : before)
            if (std::ranges::find(cases, id) == cases.end())
                if (auto done = batch.setRefused(id, false); !done)
                    return std::unexpected(done.error());
        for (const auto& id : cases)
            if (auto done = batch.setRefused(id, true); !done)
                return std::unexpected(done.error());
        if (auto done = batch.finish(); !done)
            return std::unexpected(done.error());
        return batch.takeChanges();
    });
    return changes;
}

Result<void> ProjectionStore::clear()
{
    m_codes.forget();
    return inTransaction(m_database, [&] {
        return m_database.script("DELETE FROM detail; DELETE FROM hot; DELETE FROM holder; DELETE FROM mine; DELETE FROM assignment;"
                                 "DELETE FROM number; DELETE FROM caller; DELETE FROM matter; DELETE FROM tally; DELETE FROM reindex; DELETE FROM code;"
                                 "INSERT INTO word(word) VALUES ('delete-all'); UPDATE state SET value = 0 WHERE name <> 'lastkey';");
    });
}

} // namespace griddesk
