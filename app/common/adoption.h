// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/rules.h"
#include "models/core/value.h"
#include "models/exchange/adoptrecord.h"

#include <map>
#include <optional>
#include <string>

namespace griddesk {

/// Turns imported records into payloads of `adopt` operations under one rule bundle: category and unit names become codes
/// where the rules know them, coordinates become WGS-84. What the source does not state stays out.
class Adoption {
public:
    explicit Adoption(const Rules& rules);

    struct Payload {
        Value value;
        bool unknownCategory = false;
        bool placeOutOfRange = false;
    };
    /// Errors: OutOfRange, Unsupported (datum), UnknownReference (a stage no import may begin in).
    [[nodiscard]] Result<Payload> payloadOf(const AdoptRecord& record) const;

private:
    [[nodiscard]] std::optional<CategoryId> categoryOf(const std::vector<std::string>& path) const;
    [[nodiscard]] std::optional<UnitId> unitOf(const std::string& hint) const;

    const Rules& m_rules;
    std::map<std::string, CategoryId> m_categories; ///< by names from the top, joined by line feeds; and by code
    std::map<std::string, UnitId> m_units;          ///< by name and id
};

} // namespace griddesk
