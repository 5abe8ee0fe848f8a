// SPDX-License-Identifier: GPL-3.0-or-later
#include "hotreports.h"

#include "models/core/hotrule.h"

#include <cmath>
#include <numbers>

namespace griddesk {

namespace {

/// Equirectangular distance with the mean earth radius; both points lie within some hundred metres.
double metresBetween(GeoPoint a, GeoPoint b)
{
    constexpr double perDegree = 111'194.926;
    const double mean = (a.lat() + b.lat()) / 2 * std::numbers::pi / 180;
    return std::hypot((a.lon() - b.lon()) * std::cos(mean), a.lat() - b.lat()) * perDegree;
}

} // namespace

Result<void> HotReports::add(std::int64_t key, const Matter& matter)
{
    return m_database.run("INSERT INTO matter VALUES (?, ?, ?, ?, ?)", matter.category, msOf(matter.reported), key, matter.place.lonE7,
                          matter.place.latE7);
}

Result<void> HotReports::remove(std::int64_t key, const Matter& matter)
{
    return m_database.run("DELETE FROM matter WHERE category = ? AND reported = ? AND key = ?", matter.category, msOf(matter.reported), key);
}

Result<std::vector<SimilarReport>> HotReports::around(std::int64_t key, const Matter& matter)
{
    std::vector<SimilarReport> similar;
    auto ok = m_database.each("SELECT key, reported, lon, lat FROM matter WHERE category = ? AND reported BETWEEN ? AND ?",
                              [&](Statement& s) {
                                  const GeoPoint there{static_cast<std::int32_t>(s.integer(2)), static_cast<std::int32_t>(s.integer(3))};
                                  if (s.integer(0) != key && metresBetween(matter.place, there) <= m_metres)
                                      similar.push_back({s.integer(0), Matter{matter.category, instantFromMs(s.integer(1)), there}});
                              },
                              matter.category, msOf(matter.reported - hotSpan), msOf(matter.reported + hotSpan));
    if (!ok)
        return std::unexpected(ok.error());
    return similar;
}

Result<bool> HotReports::hot(std::int64_t key, const Matter& matter)
{
    auto similar = around(key, matter);
    if (!similar)
        return std::unexpected(similar.error());
    std::vector<Instant> times;
    times.reserve(similar->size());
    for (const auto& report : *similar)
        times.push_back(report.matter.reported);
    return inHotEvent(matter.reported, std::move(times));
}

} // namespace griddesk
