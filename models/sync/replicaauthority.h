// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/authority.h"
#include "models/hub/logstore.h"
#include "models/hub/rulelibrary.h"

#include <map>

namespace griddesk {

/// The authority of an enrolled desk: the platform, of which it has a copy of what it may see. Cases come from the copy;
/// what is pushed waits, for a SyncEngine carries it there. Thread: the writer.
class ReplicaAuthority final : public Authority {
public:
    ReplicaAuthority(LogStore& copy, RuleLibrary& rules, std::string stream) : m_copy(copy), m_rules(rules), m_stream(std::move(stream)) {}

    [[nodiscard]] const std::string& stream() const noexcept override { return m_stream; }
    [[nodiscard]] bool distant() const noexcept override { return true; }
    [[nodiscard]] Result<std::optional<Case>> caseState(const CaseId& id) override;
    /// Every operation waits.
    [[nodiscard]] Result<std::vector<PushAnswer>> push(std::span<const std::string> envelopes, Instant receivedAt) override;

    /// The copy changed: these cases are read again.
    void forget(const std::vector<CaseId>& cases);
    void forgetAll() { m_cases.clear(); }

private:
    LogStore& m_copy;
    RuleLibrary& m_rules;
    std::string m_stream;
    std::map<CaseId, std::optional<Case>> m_cases; ///< folded states, a bounded cache
};

} // namespace griddesk
