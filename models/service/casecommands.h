// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/core/operation.h"

#include <QFuture>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// What somebody wants to do: the operation without the parts the desk fills in (id, device, rules, times).
struct OperationDraft {
    std::optional<CaseId> caseId; ///< absent: a new case (report, selfHandle)
    OperationKind kind = OperationKind::Comment;
    Value payload;
    std::string pairId;           ///< common name of drafts that stand or fall together over two cases
    std::optional<OperationId> replaces{}; ///< the refused operation of the tray that this one settles
};

/// Personal data that goes with a report: sealed beside the operation, never inside it.
struct PersonalData {
    std::string name, phone, room;
    [[nodiscard]] bool empty() const noexcept { return name.empty() && phone.empty() && room.empty(); }
};

/// A draft the rules refuse, with what is missing and who could supply it.
struct RefusedDraft {
    std::size_t index = 0; ///< which of the drafts
    std::optional<CaseId> caseId;
    Refusal refusal;
};

/// Answer to a submission: either everything was saved or nothing was.
struct SubmitAnswer {
    std::vector<OperationId> operations; ///< saved, in the order of the drafts; empty when refused
    std::vector<CaseId> cases;           ///< the case of each operation
    Instant heldUntil{};                 ///< may be taken back until then
    std::vector<RefusedDraft> refusals;  ///< why nothing was saved
    std::optional<Error> unsent{};       ///< saved, but it could not be handed on yet: it waits and is tried again
    [[nodiscard]] bool saved() const noexcept { return refusals.empty() && !operations.empty(); }
};

/// A picture or document put with a case: what the operation's evidence list names.
struct EvidenceFile {
    std::string sha256, mime, role; ///< role: before, after, other
    std::int64_t size = 0;
};

/// The changes the UI may ask for. "Saved" in an answer means: durable on this disk. Answers come as futures; after a
/// commit the Notifier tells everybody else.
class CaseCommands {
public:
    CaseCommands() = default;
    CaseCommands(const CaseCommands&) = delete;
    CaseCommands& operator=(const CaseCommands&) = delete;
    virtual ~CaseCommands() = default;

    /// Checks the drafts against the present state, one after another, and saves all of them or none.
    virtual QFuture<Result<SubmitAnswer>> submit(const Actor& actor, std::vector<OperationDraft> drafts, PersonalData personal = {}) = 0;
    /// 预检: judges every draft by itself and saves nothing. The answer's refusals name the ones that would fail.
    virtual QFuture<Result<SubmitAnswer>> judge(const Actor& actor, std::vector<OperationDraft> drafts) = 0;
    /// Bulk: saves the drafts that pass and reports the others.
    virtual QFuture<Result<SubmitAnswer>> submitEach(const Actor& actor, std::vector<OperationDraft> drafts) = 0;
    /// Takes back operations that are still held. Errors: Refused when one has been released already.
    virtual QFuture<Result<void>> takeBack(const Actor& actor, std::vector<OperationId> operations) = 0;
    /// Releases what is held now instead of waiting (urgent work, closing the program).
    virtual QFuture<Result<void>> release() = 0;

    virtual QFuture<Result<EvidenceFile>> addEvidence(const std::string& path, const std::string& role) = 0;
    virtual QFuture<Result<std::string>> evidence(const std::string& sha256) = 0; ///< the file's bytes
    /// Opens the reporter's personal data; writes who asked and why. Errors: Refused when the rules do not release it.
    virtual QFuture<Result<PersonalData>> reveal(const Actor& actor, const CaseId& id, const std::string& purpose) = 0;
};

/// Half-written forms that survive a crash, and small settings of the desk. Values are texts (JSON made by the caller).
class DraftStore {
public:
    DraftStore() = default;
    DraftStore(const DraftStore&) = delete;
    DraftStore& operator=(const DraftStore&) = delete;
    virtual ~DraftStore() = default;

    virtual QFuture<Result<void>> put(const std::string& key, const std::string& value) = 0; ///< empty value removes
    virtual QFuture<Result<std::vector<std::pair<std::string, std::string>>>> list(const std::string& prefix) = 0;
};

} // namespace griddesk
