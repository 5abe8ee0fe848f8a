// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/value.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace griddesk {

/// How many rejects a report keeps in full; all are counted.
inline constexpr std::size_t importRejectsKept = 1000;

/// Something of the input that was not taken: where, why, and the text concerned (printable, shortened).
struct ImportReject {
    std::uint64_t line = 0; ///< physical line of a text file, feature number of a file of areas
    ErrorCode code = ErrorCode::InvalidArgument;
    std::string reason;
    std::string value;

    bool operator==(const ImportReject&) const = default;
};

/// The account of an import. rows == imported + unchanged + rejected, always.
struct ImportReport {
    /// A kind of oddity in rows that were taken all the same.
    struct Warning {
        std::uint64_t count = 0;
        std::uint64_t firstLine = 0;
    };

    std::uint64_t rows = 0;
    std::uint64_t imported = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t rejected = 0;
    std::vector<ImportReject> rejects;       ///< the first importRejectsKept
    std::map<std::string, Warning> warnings; ///< by kind, such as `clock-disorder`

    void reject(std::uint64_t line, const Error& why);
    void warn(const std::string& kind, std::uint64_t line);

    /// `{"rows","imported","unchanged","rejected","rejects":[{"line","reason","value"}],"warnings":{kind:{"count","firstLine"}}}`
    [[nodiscard]] Value toValue() const;
};

} // namespace griddesk
