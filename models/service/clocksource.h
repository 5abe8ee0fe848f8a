// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"

namespace griddesk {

/// Where the present comes from. Replaced in tests and in the tour, so that pictures and deadlines are repeatable.
class ClockSource {
public:
    ClockSource() = default;
    ClockSource(const ClockSource&) = delete;
    ClockSource& operator=(const ClockSource&) = delete;
    virtual ~ClockSource() = default;

    [[nodiscard]] virtual Instant now() const = 0; ///< thread-safe
};

} // namespace griddesk
