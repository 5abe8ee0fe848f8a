// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"

#include <cstddef>
#include <span>
#include <vector>

namespace griddesk {

/// A case row as the bytes that store.db keeps: a version, then the fields in the order of the struct, integers as zigzag
/// varints, texts with their length. Only ever read back by the program that can rebuild it, so a change of CaseRow
/// raises the version and the projection is made anew.
inline constexpr std::uint8_t rowFormat = 1;

/// Appends to `out`.
void encodeRow(const CaseRow& row, std::vector<std::byte>& out);

/// Errors: FileNewer (another format), FileDamaged (anything else that is not a row).
[[nodiscard]] Result<CaseRow> decodeRow(std::span<const std::byte> bytes);

} // namespace griddesk
