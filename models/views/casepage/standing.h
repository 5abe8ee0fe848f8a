// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"

namespace griddesk {

/// Whether a case came back twice and nobody has named its unit since: only a designation moves it on. Pure.
[[nodiscard]] bool awaitsDesignation(const Case& c) noexcept;

/// Whether a unit was designated for a case that came back twice, and the case is to be given to it now. Pure.
[[nodiscard]] bool isDesignated(const Case& c) noexcept;

} // namespace griddesk
