// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstdint>
#include <string>
#include <vector>

namespace griddesk::platform {

/// What `griddesk-platform` was asked to do.
struct CommandLine {
    std::string data;                 ///< folder of the platform
    std::string host = "127.0.0.1";
    std::uint16_t port = 8420;
    std::string certificate, key;     ///< TLS files; without them only a loopback address is listened on
    std::string stream;               ///< which of the streams of the folder; the only one when empty
    std::string passwordFile;
    std::vector<std::string> words;   ///< the command and its operands; empty = serve
    bool help = false;
};

/// Errors: InvalidArgument with a sentence and the word that does not fit.
[[nodiscard]] Result<CommandLine> parseCommandLine(const std::vector<std::string>& words);
[[nodiscard]] const char* helpText() noexcept;
/// 127.0.0.0/8 or ::1; only there may passwords and tokens travel without TLS.
[[nodiscard]] bool isLoopback(std::string_view host) noexcept;

} // namespace griddesk::platform
