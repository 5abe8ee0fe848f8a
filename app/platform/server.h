// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandline.h"
#include "models/hub/hub.h"

namespace griddesk::platform {

/// Serves until SIGTERM or SIGINT: takes no new connection, answers what is waiting, ends. Says on standard output
/// `{"listening":"HOST:PORT","stream":ID}` when it can be asked. Errors: Io (the address is taken, a TLS file cannot be read).
[[nodiscard]] Result<void> serve(Hub& hub, const CommandLine& line);

} // namespace griddesk::platform
