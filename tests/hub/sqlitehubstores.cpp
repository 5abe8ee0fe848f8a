// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubstores.h"

#include "models/hub/sqlite/sqlitehubstore.h"
#include "tests/hub/publishedrules.h"
#include "tests/store/tempfolder.h"

namespace griddesk::testing {

namespace {

class InFile final : public StoreUnderTest {
public:
    explicit InFile(const char* stream) : m_stream(stream), m_store(valueOf(SqliteHubStore::create(m_folder / "hub.db", stream))) {}
    HubStore& store() override { return *m_store; }
    void reopen() override
    {
        m_store.reset();
        m_store = valueOf(SqliteHubStore::open(m_folder / "hub.db", m_stream));
    }

private:
    test::TempFolder m_folder;
    std::string m_stream;
    std::unique_ptr<SqliteHubStore> m_store;
};

} // namespace

std::unique_ptr<StoreUnderTest> makeStoreUnderTest(const char* stream) { return std::make_unique<InFile>(stream); }

} // namespace griddesk::testing
