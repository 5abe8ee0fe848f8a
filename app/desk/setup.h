// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/workspace.h"
#include "maps/mapstyle.h"

#include <QString>

#include <atomic>
#include <filesystem>
#include <functional>

namespace griddesk {

/// Which step of the first start is under way; words are made by the window that shows it.
enum class SetupStep { Rules, Pictures, Cases, BaseMap };

using SetupProgress = std::function<void(SetupStep step, std::uint64_t done, std::uint64_t all)>;

/// Where a district's profile and the base maps of this user lie.
struct DeskPlaces {
    std::filesystem::path profile;
    std::filesystem::path maps; ///< shared by all profiles
    [[nodiscard]] static DeskPlaces standard(const QString& district, const QString& dataFolder);
    [[nodiscard]] std::filesystem::path baseMap(const QString& district, MapTheme theme = MapTheme::Light) const;
    /// True when the base map is drawn for all themes.
    [[nodiscard]] bool hasBaseMap(const QString& district) const;
};

/// Makes the profile of a shipped district with its cases and its base map; what is there already is left alone. Cancelled
/// or failed, nothing half-made stays. Thread: a worker. Errors: those of loadDistrict(), Workspace, DemoCases, buildBaseMap().
[[nodiscard]] Result<void> setUpDistrict(const QString& district, const DeskPlaces& places, const ProfileUnlock& unlock, const QString& family,
                                         const std::atomic<bool>& cancelled, const SetupProgress& progress);

} // namespace griddesk
