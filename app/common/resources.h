// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace griddesk {

/// A file below the project's resources folder: $GRIDDESK_RESOURCES, else beside the installed program, else where it was
/// built from.
[[nodiscard]] std::filesystem::path resourcePath(std::string_view relative);

} // namespace griddesk
