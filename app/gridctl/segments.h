// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "models/core/explanation.h"

namespace griddesk::gridctl {

/// Whole minutes of segments that follow each other. What is cut off one is carried to the next, so that they add up to
/// the whole minutes of all.
class WholeMinutes {
public:
    [[nodiscard]] std::int64_t of(std::int64_t ms) noexcept
    {
        const auto before = m_ms / 60'000;
        m_ms += ms;
        return m_ms / 60'000 - before;
    }

private:
    std::int64_t m_ms = 0;
};

/// The segments of a clock: from, to, kind, holder, ms and minutes counted, why and by whose approval.
[[nodiscard]] Json segmentsJson(std::span<const Segment> segments);

} // namespace griddesk::gridctl
