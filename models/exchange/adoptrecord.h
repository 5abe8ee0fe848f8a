// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace griddesk {

/// One row of an outside source as the payload of an `adopt` operation wants it: only what the source states. What it does
/// not state is empty or absent here.
struct AdoptRecord {
    std::string platform;      ///< identifier of the source; with the outside number the key of the case
    std::string outsideNumber;
    std::string recordHash;    ///< SHA-256 in hex over the header and the decoded fields (of a JSON record: over all its
                               ///< members by name): equal rows, equal hash, whatever the quoting, line ends or encoding
    std::optional<Instant> opened;
    std::optional<Instant> target; ///< deadline stated by the source
    std::optional<Instant> closed;
    bool clockDisorder = false;    ///< the source says that the case was closed before it was opened; both are kept
    std::string stage;             ///< stage name of the core (`closed`, `reported`, …), empty when not stated
    std::string statusText;        ///< the source's own word for it
    std::vector<std::string> categoryPath; ///< names from the widest to the narrowest, empty levels left out
    std::string title;
    std::string description;  ///< words of the reporter
    std::string handlingText; ///< words of those who handled it
    std::string address;
    std::string areaHint; ///< the source's own name of the area
    std::string unitHint; ///< the source's own name of the unit or team
    std::string source;   ///< our source name (`hotline12345`, `web`, …), empty when the profile does not map it
    std::string sourceText; ///< the source's own word for the channel
    std::optional<std::pair<double, double>> lonLat; ///< degrees in `datum`, range checked
    std::string datum;                               ///< wgs84, cgcs2000, gcj02 or bd09
    std::optional<std::string> sourceOnTime;         ///< the source's own verdict as written
    std::optional<bool> sourceSaysOnTime;            ///< the same, as the profile reads it
    std::uint64_t line = 0;
};

} // namespace griddesk
