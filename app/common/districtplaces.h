// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areadocument.h"

#include "models/core/rules.h"
#include "models/geo/cellindex.h"
#include "models/service/places.h"

#include <memory>
#include <string>
#include <vector>

namespace griddesk {

/// The places of one rule bundle: an exact index over the smallest areas that have a shape, and names to find. Immutable.
class DistrictPlaces final : public Places {
public:
    /// `streets` are further places to find by name (from the road network), may be empty.
    /// Errors: those of CellIndex::build().
    [[nodiscard]] static Result<std::shared_ptr<const DistrictPlaces>> build(std::shared_ptr<const Rules> rules, AreaShapes shapes,
                                                                             std::vector<NamedPlace> streets);

    [[nodiscard]] PlaceAreas areasAt(GeoPoint place) const override;
    [[nodiscard]] std::vector<NamedPlace> find(const std::string& words, int limit) const override;
    [[nodiscard]] std::optional<GeoPoint> centreOf(const AreaCode& area) const override;

    [[nodiscard]] const AreaShapes& shapes() const noexcept { return m_shapes; }
    [[nodiscard]] const std::vector<NamedPlace>& streets() const noexcept { return m_streets; }
    [[nodiscard]] Box bounds() const noexcept { return m_bounds; }

private:
    DistrictPlaces() = default;

    std::shared_ptr<const Rules> m_rules;
    AreaShapes m_shapes;
    std::vector<AreaCode> m_codes;        ///< of the indexed areas, by position
    std::vector<PlaceAreas> m_areas;      ///< what lies above each of them
    CellIndex m_index;
    std::vector<NamedPlace> m_streets;
    Box m_bounds;
};

} // namespace griddesk
