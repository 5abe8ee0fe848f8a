// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "polygon.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace griddesk {

/// Places with a number of the caller (row, case), for "what is near here". One writer or many readers at a time;
/// the caller keeps them apart.
class PointIndex {
public:
    struct Item {
        GeoPoint place;
        std::uint64_t id = 0;

        bool operator==(const Item&) const = default;
    };
    struct Near {
        Item item;
        double metres = 0;
    };

    PointIndex();
    /// Packs all at once: faster to make and to ask than one by one.
    explicit PointIndex(std::span<const Item> items);
    PointIndex(PointIndex&&) noexcept;
    PointIndex& operator=(PointIndex&&) noexcept;
    ~PointIndex();

    /// The same item twice is two items.
    void insert(const Item& item);
    /// Whether such an item was there; removes one.
    bool remove(const Item& item);

    /// The `count` items nearest by metres (distanceMetres), nearest first, equals by id.
    [[nodiscard]] std::vector<Near> nearest(GeoPoint p, std::size_t count) const;
    /// Items in the box, ascending by id.
    [[nodiscard]] std::vector<Item> within(const Box& box) const;
    /// Items not farther than `metres`, nearest first, equals by id.
    [[nodiscard]] std::vector<Near> withinRadius(GeoPoint p, double metres) const;

    [[nodiscard]] std::size_t size() const noexcept;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace griddesk
