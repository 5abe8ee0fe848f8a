// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/rules.h"
#include "models/hub/logstore.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace griddesk {

/// Opened rule bundles by hash, read once from the log and kept. Thread: any.
class RuleLibrary {
public:
    explicit RuleLibrary(LogStore& log) : m_log(log) {}

    /// Errors: UnknownReference when no such bundle was published; those of openBundle().
    [[nodiscard]] Result<std::shared_ptr<const Rules>> rules(const std::string& hash);
    /// The bundle in force at an instant. Errors: UnknownReference when nothing is published yet.
    [[nodiscard]] Result<std::shared_ptr<const Rules>> inForce(Instant at);
    /// Checks, stores and opens a bundle (inside the caller's log transaction). Returns it with its hash set.
    [[nodiscard]] Result<std::shared_ptr<const Rules>> publish(std::string_view bytes, Instant validFrom);
    void forget(); ///< drops what is open, after a transaction that published was rolled back

private:
    LogStore& m_log;
    std::map<std::string, std::shared_ptr<const Rules>> m_open;
    std::mutex m_mutex; ///< readers fold cases while the writer judges
};

} // namespace griddesk
