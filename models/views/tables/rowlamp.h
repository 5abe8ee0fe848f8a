// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"
#include "models/core/clock.h"

#include <optional>

namespace griddesk {

/// The lamp of a row as the table shows it, from the two instants the store keeps: grey while it stands still, none when
/// nothing runs any more. Pure; any thread.
[[nodiscard]] Lamp lampOf(const CaseRow& row, Instant now) noexcept;

/// Time until the deadline, negative when overdue; absent when nothing runs or it stands still.
[[nodiscard]] std::optional<Milliseconds> remainingOf(const CaseRow& row, Instant now) noexcept;

} // namespace griddesk
