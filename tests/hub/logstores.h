// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/memorylogstore.h"
#include "models/store/logschema.h"
#include "models/store/sqlitelogstore.h"
#include "tests/store/tempfolder.h"

#include <gtest/gtest.h>

#include <memory>
#include <stdexcept>

namespace griddesk::testing {

enum class LogKind { Memory, Sqlite };

/// A fresh log of either kind.
class LogUnderTest {
public:
    explicit LogUnderTest(LogKind kind)
    {
        if (kind == LogKind::Memory) {
            m_store = std::make_unique<MemoryLogStore>();
            return;
        }
        const auto key = test::keyFromSeed(3);
        if (auto made = createDatabase(m_folder / "log.db", key, logSchema()); !made)
            throw std::runtime_error(made.error().detail);
        reopen();
    }
    [[nodiscard]] LogStore& store() { return *m_store; }
    /// Throws the object away and opens the file again; a log in memory stays as it is.
    void reopen()
    {
        if (m_store && !m_database)
            return;
        m_store.reset();
        m_database.reset();
        auto opened = openDatabase(m_folder / "log.db", test::keyFromSeed(3), logSchema(), OpenMode::ReadWrite);
        if (!opened)
            throw std::runtime_error(opened.error().detail);
        m_database = *std::move(opened);
        m_store = std::make_unique<SqliteLogStore>(*m_database);
    }

private:
    test::TempFolder m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<LogStore> m_store;
};

class OnBothLogs : public ::testing::TestWithParam<LogKind> {
protected:
    LogUnderTest log{GetParam()};
};

inline std::string nameOfLog(const ::testing::TestParamInfo<LogKind>& info) { return info.param == LogKind::Memory ? "memory" : "sqlite"; }

} // namespace griddesk::testing
