// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubstores.h"

#include "models/hub/memoryhubstore.h"

namespace griddesk::testing {

namespace {

class InMemory final : public StoreUnderTest {
public:
    HubStore& store() override { return m_store; }
    void reopen() override { m_store.rollback(); }

private:
    MemoryHubStore m_store;
};

} // namespace

std::unique_ptr<StoreUnderTest> makeStoreUnderTest(const char* /*stream*/) { return std::make_unique<InMemory>(); }

} // namespace griddesk::testing
