// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "operationkind.h"
#include "value.h"

#include <optional>
#include <string>

namespace griddesk {

/// Who did something and in which capacity. Rights come from the post; the operation records both, so that "shift
/// leader" stays whoever held the post at that moment.
struct Actor {
    AccountId account;
    PostId post;

    bool operator==(const Actor&) const = default;
};

/// One immutable thing somebody did to one case: what apply() works on. Identity of the device, sequence, signature and
/// blobs stand around it in the envelope (models/wire). The payload follows the field list of its kind
/// (operationtable.h); personal data is never in it, only commitments to sealed records.
struct Operation {
    OperationId id;
    CaseId caseId;
    OperationKind kind = OperationKind::Comment;
    Actor actor;
    std::string rules; ///< SHA-256 (hex) of the rule bundle in force on the device
    Value payload;
    std::string pairId; ///< common id of an operation that touches two cases; empty for the others

    bool operator==(const Operation&) const = default;
};

} // namespace griddesk
