// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/refusal.h"
#include "models/core/value.h"
#include "models/hub/outcome.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace griddesk {

/// What the authority answers for one pushed operation.
struct PushAnswer {
    std::optional<OperationId> operation; ///< absent when the bytes could not be read
    std::optional<CaseId> caseId;
    Outcome outcome = Outcome::Invalid;
    bool repeated = false; ///< known already; this is the first answer again
    std::string reason;
    std::optional<Refusal> refusal;
    std::int64_t seq = 0, caseRev = 0;
    Instant effective{};
    std::string number; ///< case number, when it was given with this operation

    /// Not judged yet, because something before it is missing or nobody could be asked: it is pushed again later.
    [[nodiscard]] bool waits() const noexcept { return outcome == Outcome::Held && seq == 0; }
    /// Judged and not let through: it goes to the tray of who made it.
    [[nodiscard]] bool refused() const noexcept { return !isApplied(outcome) && outcome != Outcome::Superseded && !waits(); }
};

/// The refusal of an adoption whose outside record is a case already.
[[nodiscard]] Refusal refusedAsKnown(const Value& record);

/// Port of a desk to whoever decides: the desk's own files when it stands alone (LocalAuthority), the district platform
/// when it is enrolled. Thread: the writer.
class Authority {
public:
    Authority() = default;
    Authority(const Authority&) = delete;
    Authority& operator=(const Authority&) = delete;
    virtual ~Authority() = default;

    [[nodiscard]] virtual const std::string& stream() const noexcept = 0;
    /// Whether it is somewhere else: answers come later, and the log here is only a copy.
    [[nodiscard]] virtual bool distant() const noexcept { return false; }
    /// The case as far as it is confirmed and known here; absent when unknown.
    [[nodiscard]] virtual Result<std::optional<Case>> caseState(const CaseId& id) = 0;
    /// Judges a batch in the order given; an authority that cannot be asked at once answers that every operation waits.
    /// Errors: nothing of the batch was taken.
    [[nodiscard]] virtual Result<std::vector<PushAnswer>> push(std::span<const std::string> envelopes, Instant receivedAt) = 0;
};

} // namespace griddesk
