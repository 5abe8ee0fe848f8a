// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secret.h"

#include "models/core/ids.h"
#include "models/core/instant.h"
#include "models/core/value.h"

#include <string>

namespace griddesk {

/// The key of a case, wrapped for the profile that keeps it; bound to the case.
/// Errors: InvalidArgument (an empty key); WrongKey, FileDamaged when unwrapping.
[[nodiscard]] Result<Buffer> wrapCaseKey(const Secret& caseKey, const CaseId& caseId, const Secret& profileKey, RandomSource& random);
[[nodiscard]] Result<Secret> unwrapCaseKey(Bytes wrapped, const CaseId& caseId, const Secret& profileKey);

/// Leave for one reader to see the personal data of one case: the case key wrapped with the reader's key. Everything it
/// says is bound into the wrap, so a grant whose purpose or expiry was changed does not open. A plain value: who may give
/// one, and that an expired one is not used, is decided elsewhere.
struct Grant {
    std::string id; ///< an identifier
    CaseId caseId;
    AccountId grantee;
    std::string purpose; ///< 1 to 200 bytes, for the audit log
    Instant expires{};
    Buffer wrapped{};

    [[nodiscard]] bool holds(Instant at) const noexcept { return at < expires; }
    bool operator==(const Grant&) const = default;
};

/// Fills in `wrapped`. Errors: InvalidArgument (an empty key, purpose or id).
[[nodiscard]] Result<Grant> makeGrant(Grant terms, const Secret& caseKey, const Secret& granteeKey, RandomSource& random);
/// The case key. Errors: WrongKey (wrong key, or the terms were changed), FileDamaged.
[[nodiscard]] Result<Secret> openGrant(const Grant& grant, const Secret& granteeKey);

[[nodiscard]] Value toValue(const Grant& grant);
[[nodiscard]] Result<Grant> grantFromValue(const Value& value);

} // namespace griddesk
