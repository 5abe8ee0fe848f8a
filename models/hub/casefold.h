// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/hub/logstore.h"
#include "models/hub/rulelibrary.h"

#include <optional>
#include <span>

namespace griddesk {

/// Replays the applied entries of one case's history. Absent when nothing was applied. The same entries give the same
/// case, bit for bit, on every machine. Errors: those of readEnvelope() and RuleLibrary; Inconsistent when the rules
/// refuse what the log says was applied.
[[nodiscard]] Result<std::optional<Case>> foldCase(std::span<const LogEntry> history, RuleLibrary& rules);

/// Applies one logged entry to a case, with the number it brought.
[[nodiscard]] Result<Case> foldEntry(const std::optional<Case>& before, const LogEntry& entry, RuleLibrary& rules);

} // namespace griddesk
