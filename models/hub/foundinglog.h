// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "configstream.h"
#include "localauthority.h"

#include "models/wire/chainverifier.h"
#include "models/wire/founding.h"

#include <map>
#include <set>
#include <string>

namespace griddesk {

/// Whose log it is, and what it becomes part of.
struct FoundingContext {
    const DeviceKey& platform;
    std::string stream;
    DeviceId device; ///< that uploads; its own key must be the enrolled one
    PublicKey key;
    AccountId account;
};

/// Takes the lines of a stand-alone desk's log into an empty stream, within one transaction of the caller. What that desk's
/// own authority decided stays as it was; everything that can be checked is: hashes, signatures, chains, that the entries
/// replay under their rules, revisions and numbers. Thread: that of the store.
class FoundingLog {
public:
    FoundingLog(HubStore& store, RuleLibrary& library, LogObserver& observer, FoundingContext context);

    /// Errors: those of readFoundingLine() and readEnvelope(); HashMismatch, SignatureInvalid, ChainBroken, Duplicate,
    /// UnknownReference (a device, a bundle), Inconsistent; those of the store. `context` names the line.
    [[nodiscard]] Result<void> take(std::string_view line);
    /// To be called after the last line. Errors: UnknownReference (a document that is missing), Inconsistent (no rules, a
    /// document nobody names).
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> takeBundle(const FoundingLine& line);
    [[nodiscard]] Result<void> takeDocument(const FoundingLine& line);
    [[nodiscard]] Result<void> takeDevice(const FoundingLine& line);
    [[nodiscard]] Result<void> takeEntry(const FoundingLine& line);
    /// The entry with its bytes checked, ready for the log.
    [[nodiscard]] Result<LogEntry> read(const FoundingLine& line, SealedEnvelope& sealed);
    [[nodiscard]] Result<void> applyEntry(const LogEntry& entry, const Operation& operation);
    [[nodiscard]] Result<void> takeNumber(const Case& after, const std::string& number);
    [[nodiscard]] Result<void> takeOutside(const Operation& operation);

    HubStore& m_store;
    RuleLibrary& m_library;
    LogObserver& m_observer;
    FoundingContext m_context;
    std::int64_t m_lines = 0, m_bundles = 0;
    std::map<DeviceId, std::pair<PublicKey, ChainVerifier>> m_devices;
    std::map<CaseId, std::optional<Case>> m_cases;
    std::map<int, std::int64_t> m_numbers; ///< last one of each year
    std::set<std::string> m_documents, m_named;
};

} // namespace griddesk
