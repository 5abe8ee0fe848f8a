// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// Reads times written in the formats of one source. Reads the time zone files of the machine once, when made. One thread
/// at a time (it remembers the offset last used).
///
/// A format is `iso8601` (`2021-09-21T04:00:04Z`, also with a blank, a fraction, without seconds or without a zone) or a
/// pattern of %Y %m %d %H %I %M %S %p (AM/PM) %f (fraction, with or without its point) %z (`Z`, `+08:00`, `+0800`), %%,
/// and literal characters. Where the text names no zone, the zone of the source holds: an hour that comes twice is its
/// first coming, an hour that is skipped is read with the offset before the change.
class TimeReader {
public:
    /// `zone` is an IANA name. Errors: UnknownReference (no such zone, or the machine has no zone files), Syntax (a format).
    [[nodiscard]] static Result<TimeReader> make(std::string_view zone, std::vector<std::string> formats);

    /// The first format that fits the whole text. Errors: Syntax (none fits), OutOfRange (no such date or time; years are
    /// 1900 to 2200).
    [[nodiscard]] Result<Instant> parse(std::string_view text);

private:
    TimeReader() = default;
    [[nodiscard]] Instant toInstant(std::chrono::local_time<Milliseconds> local);

    const std::chrono::time_zone* m_zone = nullptr; ///< null: UTC
    std::vector<std::string> m_formats;
    std::chrono::local_time<Milliseconds> m_safeFrom{}; ///< between these two the remembered offset surely holds
    std::chrono::local_time<Milliseconds> m_safeUntil{};
    std::chrono::seconds m_offset{};
};

} // namespace griddesk
