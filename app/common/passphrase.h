// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <filesystem>
#include <string>

namespace griddesk {

/// The passphrase in a file: its first line, byte for byte, blanks at either end included. Every program reads it here, so that all
/// mean the same. Errors: those of readWholeFile() up to 64 KiB; MissingField when the line is empty.
[[nodiscard]] Result<std::string> passphraseFrom(const std::filesystem::path& file);

/// Whether there is a profile in the folder that only a passphrase opens.
[[nodiscard]] bool needsPassphrase(const std::filesystem::path& folder);

} // namespace griddesk
