// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources.h"

#include <cstdlib>

namespace griddesk {

std::filesystem::path resourcePath(std::string_view relative)
{
    if (const char* folder = std::getenv("GRIDDESK_RESOURCES"); folder != nullptr && *folder != '\0')
        return std::filesystem::path(folder) / relative;
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    if (!program.empty()) {
        const auto installed = program.parent_path() / ".." / "share" / "griddesk" / relative;
        if (std::filesystem::exists(installed, ignored))
            return installed.lexically_normal();
    }
    return std::filesystem::path(GRIDDESK_BUILD_RESOURCES) / relative;
}

} // namespace griddesk
