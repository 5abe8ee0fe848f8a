// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"

#include <chrono>
#include <string_view>

namespace griddesk::platform {

/// One line of JSON on standard error per request and per event: when, what, how it ended, how long it took. Never a body, a
/// token, a query or an address, so that no personal data gets into a log. Thread: any.
void logRequest(const HubRequest& request, const HubResponse& response, std::chrono::microseconds took, std::string_view trouble);
void logEvent(std::string_view what, std::string_view detail);

} // namespace griddesk::platform
