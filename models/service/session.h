// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/operation.h"
#include "models/core/rules.h"

#include <memory>

namespace griddesk {

/// Who works at this desk right now and in which post, with the rules in force. A plain value: pages get a new one when
/// the person or the rules change. Thread: any.
struct Session {
    Actor actor{AccountId::literal("nobody"), PostId::literal("nobody")};
    std::shared_ptr<const Rules> rules;

    /// The post's record; nullptr when the rules do not know it.
    [[nodiscard]] const Post* post() const;
    [[nodiscard]] const Account* account() const;
    [[nodiscard]] RoleSet roles() const;
    [[nodiscard]] std::optional<UnitId> unit() const;
    [[nodiscard]] bool isCentre() const;
};

} // namespace griddesk
