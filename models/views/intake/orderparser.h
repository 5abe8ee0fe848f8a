// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/instant.h"
#include "models/core/rules.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace griddesk {

/// What a pasted order may be at most; more is refused before it is looked at.
struct OrderTextLimits {
    static constexpr std::size_t bytes = 64 * 1024;
    static constexpr std::size_t lines = 1000;
    static constexpr std::size_t line = 600;  ///< bytes kept of a one-line field
    static constexpr std::size_t words = 20'000; ///< bytes kept of a text
};

/// An order copied from the page of another system, taken apart by its labels. Empty fields were not said.
struct ParsedOrder {
    int labels = 0; ///< how many labels were known; 0 means: plain text, all of it in `text`
    std::string number, platform, title, text, address, category;
    std::string source, demandType; ///< names as in the report operation
    std::string name, phone, room, contactTime;
    std::optional<Urgency> urgency;
    std::optional<bool> anonymous, confidential, callbackWanted, mustReply;
    std::optional<Instant> sentAt, due;

    bool operator==(const ParsedOrder&) const = default;
};

/// Takes an order apart. Knows labels at the start of a line or after a blank or tab, followed by a colon of either width,
/// a tab, the end of the line, or set in 【】; the value runs to the next label, over lines for texts. The first of two equal
/// labels counts, texts are joined. `zone` is what the order's local times are ahead of UTC. Pure; any thread; linear in
/// the length. Errors: LimitExceeded, Encoding (not UTF-8), MissingField (nothing but blanks).
[[nodiscard]] Result<ParsedOrder> parseOrder(std::string_view text, std::chrono::minutes zone = std::chrono::hours(8));

} // namespace griddesk
