// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubstore.h"
#include "localauthority.h"

namespace griddesk {

/// Keeps the scopes that see a case up with every entry that changed it. Thread: that of the store.
class ScopeKeeper final : public LogObserver {
public:
    explicit ScopeKeeper(HubStore& store) : m_store(store) {}

    Result<void> logged(const LogEntry& entry, const Case* after, const Rules* rules) override
    {
        if (after == nullptr || rules == nullptr)
            return {};
        return m_store.setCaseScopes(entry.caseId, scopesOf(*after, *rules), entry.seq);
    }

private:
    HubStore& m_store;
};

} // namespace griddesk
