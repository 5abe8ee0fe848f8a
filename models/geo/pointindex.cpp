// SPDX-License-Identifier: GPL-3.0-or-later
#include "pointindex.h"

#include "metric.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/box.hpp>
#include <boost/geometry/geometries/point.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <tuple>

namespace griddesk {
namespace {

namespace bg = boost::geometry;
namespace bgi = boost::geometry::index;
// Doubles hold 1e-7 degrees exactly, and squares of distances do not overflow.
using TreePoint = bg::model::point<double, 2, bg::cs::cartesian>;
using TreeBox = bg::model::box<TreePoint>;

struct PlaceOf {
    using result_type = TreePoint;
    result_type operator()(const PointIndex::Item& item) const { return {double(item.place.lonE7), double(item.place.latE7)}; }
};
using Tree = bgi::rtree<PointIndex::Item, bgi::rstar<16>, PlaceOf>;

bool nearer(const PointIndex::Near& a, const PointIndex::Near& b)
{
    return std::tie(a.metres, a.item.id, a.item.place) < std::tie(b.metres, b.item.id, b.item.place);
}

} // namespace

struct PointIndex::Parts {
    Tree tree;
};

PointIndex::PointIndex() : m_parts(std::make_unique<Parts>()) {}
PointIndex::PointIndex(std::span<const Item> items) : m_parts(std::make_unique<Parts>(Tree(items.begin(), items.end()))) {}
PointIndex::PointIndex(PointIndex&&) noexcept = default;
PointIndex& PointIndex::operator=(PointIndex&&) noexcept = default;
PointIndex::~PointIndex() = default;

void PointIndex::insert(const Item& item) { m_parts->tree.insert(item); }
bool PointIndex::remove(const Item& item) { return m_parts->tree.remove(item) != 0; }
std::size_t PointIndex::size() const noexcept { return m_parts->tree.size(); }

std::vector<PointIndex::Near> PointIndex::nearest(GeoPoint p, std::size_t count) const
{
    if (count == 0)
        return {};
    // The tree measures in degrees, which are shorter eastward. Its answer gives a radius in metres that surely holds
    // the true nearest ones.
    double radius = 0;
    for (auto it = m_parts->tree.qbegin(bgi::nearest(PlaceOf{}(Item{p, 0}), static_cast<unsigned>(count))); it != m_parts->tree.qend(); ++it)
        radius = std::max(radius, distanceMetres(p, it->place));
    std::vector<Near> found = withinRadius(p, radius);
    if (found.size() > count)
        found.resize(count);
    return found;
}

std::vector<PointIndex::Item> PointIndex::within(const Box& box) const
{
    std::vector<Item> found;
    if (box.isEmpty())
        return found;
    const TreeBox area({double(box.minLonE7), double(box.minLatE7)}, {double(box.maxLonE7), double(box.maxLatE7)});
    for (auto it = m_parts->tree.qbegin(bgi::intersects(area)); it != m_parts->tree.qend(); ++it)
        found.push_back(*it);
    std::ranges::sort(found, {}, [](const Item& i) { return std::pair(i.id, i.place); });
    return found;
}

std::vector<PointIndex::Near> PointIndex::withinRadius(GeoPoint p, double metres) const
{
    std::vector<Near> found;
    if (!(metres >= 0))
        return found;
    const Box here{p.lonE7, p.latE7, p.lonE7, p.latE7};
    for (const Item& item : within(here.grown(metres)))
        if (const double distance = distanceMetres(p, item.place); distance <= metres)
            found.push_back({item, distance});
    std::ranges::sort(found, nearer);
    return found;
}

} // namespace griddesk
