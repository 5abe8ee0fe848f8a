// SPDX-License-Identifier: GPL-3.0-or-later
#include "hotevents.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace griddesk {

namespace {

/// Equirectangular distance; a group is at most some hundred metres wide.
double metresBetween(GeoPoint a, GeoPoint b)
{
    constexpr double perDegree = 111'320.0;
    const double north = (a.lat() - b.lat()) * perDegree;
    const double east = (a.lon() - b.lon()) * perDegree * std::cos(a.lat() * std::numbers::pi / 180.0);
    return std::hypot(north, east);
}

} // namespace

std::vector<HotEvent> hotEvents(std::vector<CaseRow> rows, int metres, Instant now)
{
    std::erase_if(rows, [&](const CaseRow& row) {
        return !isOpen(row.stage) || !row.category || !row.place || !row.reportedAt || now - *row.reportedAt > std::chrono::minutes(30);
    });
    std::ranges::sort(rows, {}, [](const CaseRow& row) { return std::pair(*row.reportedAt, row.id); });
    const auto repeated = std::ranges::unique(rows, {}, &CaseRow::id);
    rows.erase(repeated.begin(), repeated.end());
    std::vector<HotEvent> events;
    for (const auto& row : rows) {
        const auto home = std::ranges::find_if(events, [&](const HotEvent& event) {
            return event.first.category == row.category && metresBetween(*event.first.place, *row.place) <= metres;
        });
        if (home == events.end())
            events.push_back({row, {row.id}});
        else
            home->cases.push_back(row.id);
    }
    std::erase_if(events, [](const HotEvent& event) { return event.cases.size() < 3; });
    std::ranges::stable_sort(events, std::greater{}, [](const HotEvent& event) { return event.cases.size(); });
    return events;
}

} // namespace griddesk
