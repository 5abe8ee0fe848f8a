// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "polygon.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace griddesk {

/// Which cell a place belongs to: exact, in integers, made once for a set of cells and never changed. Cells are known
/// by their position in the given list; the caller keeps codes beside it.
///
/// Border rule: as contains() – a place on a shared border belongs to exactly one of the cells that share it (to the
/// one that lies just to the north-east). Where cells overlap the lowest index wins.
///
/// Any number of threads may ask one index at the same time.
class CellIndex {
public:
    static constexpr std::size_t kMaxCells = 1'000'000;
    static constexpr std::size_t kMaxCorners = 20'000'000;

    /// An empty index: nothing is found.
    CellIndex();
    /// Errors: LimitExceeded beyond kMaxCells or kMaxCorners; GeometryInvalid for a coordinate outside ±180°, ±90°.
    /// Cells without area are accepted and never found. Takes about 20 µs a cell; context names the offending index.
    [[nodiscard]] static Result<CellIndex> build(std::vector<MultiPolygon> cells);

    CellIndex(CellIndex&&) noexcept;
    CellIndex& operator=(CellIndex&&) noexcept;
    ~CellIndex();

    /// The cell that owns `p`. Tens of nanoseconds.
    [[nodiscard]] std::optional<std::size_t> locate(GeoPoint p) const noexcept;

    struct Near {
        std::size_t cell;
        double metres;
    };
    /// The cell that owns `p` (0 m), else the nearest one not farther than `maxMetres`; the lowest index of equals.
    [[nodiscard]] std::optional<Near> nearest(GeoPoint p, double maxMetres) const;

    /// Cells that share a stretch of border (more than a point) with cell `i`, ascending. Matching corners are not
    /// needed, exact collinearity is. Empty for an index out of range.
    [[nodiscard]] std::vector<std::size_t> neighbours(std::size_t i) const;

    /// Cells whose bounding boxes meet `box`, ascending: candidates for a closer look.
    [[nodiscard]] std::vector<std::size_t> within(const Box& box) const;

    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] const std::vector<MultiPolygon>& cells() const noexcept;
    /// Bytes of the lookup structure, without the shapes themselves.
    [[nodiscard]] std::size_t memoryBytes() const noexcept;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace griddesk
