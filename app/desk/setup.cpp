// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup.h"

#include "app/common/caseimporter.h"
#include "app/common/democases.h"
#include "app/common/demopictures.h"
#include "app/common/district.h"
#include "app/common/newprofile.h"
#include "app/common/personalrecords.h"

#include "maps/basemappainter.h"
#include "models/exchange/jsonfile.h"
#include "models/store/mbtileswriter.h"

#include <QStandardPaths>

#include <array>
#include <span>

namespace griddesk {

namespace {

constexpr int baseMapFrom = 12, baseMapTo = 18;
constexpr std::array allThemes{MapTheme::Light, MapTheme::Dark, MapTheme::Contrast};

Instant now() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

Result<void> fillWithCases(Workspace& workspace, const DistrictExtras& extras, const std::atomic<bool>& cancelled, const SetupProgress& progress)
{
    if (!extras.texts.empty()) {
        const BlobStore blobs(workspace.profile().paths().blobs(), workspace.profile().key());
        progress(SetupStep::Pictures, 0, 1);
        auto pictures = storeDemoPictures(extras.pictures, blobs);
        if (!pictures)
            return std::unexpected(pictures.error());
        auto texts = readJsonFile(extras.texts);
        if (!texts)
            return std::unexpected(texts.error());
        DemoOptions options;
        options.pictures = *std::move(pictures);
        options.progress = [&](int done, int all) {
            progress(SetupStep::Cases, static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(all));
            return !cancelled.load();
        };
        const auto places = workspace.places();
        auto made = answerOf(workspace.write([&](DeskConnection& desk) -> Result<DemoReport> {
            options.seal = [&](const CaseId& id, const PersonalData& person, Value& payload) {
                return PersonalRecords(*desk.log, workspace.profile().key()).seal(id, person, payload, workspace.random());
            };
            auto report = DemoCases(*desk.log, *desk.authority, *desk.submitter, *places).run(*texts, now(), options);
            for (bool more = report.has_value(); more;)
                if (auto caught = desk.submitter->catchUp(1000, more); !caught)
                    return std::unexpected(caught.error());
            return report;
        }));
        if (!made)
            return std::unexpected(made.error());
    } else if (!extras.cases.empty()) {
        auto profile = MappingProfile::fromFile(extras.profile);
        auto source = openByteSource(extras.cases);
        if (!profile || !source)
            return std::unexpected(profile ? source.error() : profile.error());
        std::optional<Actor> importer;
        for (const auto& tenure : workspace.rules()->tenures)
            if (const auto post = workspace.rules()->posts.find(tenure.post); post != workspace.rules()->posts.end() && post->second.roles.has(Role::Importer))
                importer = Actor{tenure.account, tenure.post};
        if (!importer)
            return fail(ErrorCode::UnknownReference, "the rules have no account that may import");
        auto report = answerOf(workspace.write([&](DeskConnection& desk) -> Result<ImportReport> {
            CaseImporter import(*desk.log, *desk.authority, *desk.submitter);
            auto taken = import.run(**source, *profile, *importer, now(), false, [&](const ImportProgress& at) {
                progress(SetupStep::Cases, at.bytes, at.allBytes.value_or(0) * 2);
                return !cancelled.load();
            });
            const auto head = desk.log->head().value_or(1);
            for (bool more = taken.has_value(); more && !cancelled;) {
                if (auto caught = desk.submitter->catchUp(1000, more); !caught)
                    return std::unexpected(caught.error());
                const auto at = desk.projection->appliedSeq().value_or(0);
                progress(SetupStep::Cases, static_cast<std::uint64_t>(head + at), static_cast<std::uint64_t>(head) * 2);
            }
            return taken;
        }));
        if (!report)
            return std::unexpected(report.error());
    }
    return {};
}

struct RoadMap {
    std::vector<MapRoad> roads;
    MapBox bounds;
};

Result<RoadMap> readRoadMap(const std::filesystem::path& file)
{
    auto roads = readRoads(file);
    if (!roads)
        return std::unexpected(roads.error());
    RoadMap map;
    bool first = true;
    for (auto& road : *roads) {
        for (const auto& point : road.points) {
            if (first)
                map.bounds = MapBox{point, point};
            else
                map.bounds.include(point);
            first = false;
        }
        map.roads.push_back(MapRoad{road.highway, road.name, road.points, road.bridge, road.tunnel, road.bridge ? 1 : road.tunnel ? -1 : 0});
    }
    return map;
}

Result<void> writeBaseMap(const std::filesystem::path& file, const RoadMap& map, const BaseMapOptions& options)
{
    std::error_code ignored;
    std::filesystem::create_directories(file.parent_path(), ignored);
    auto writer = MbtilesWriter::create(file, baseMapMetadata(file.stem().string(), map.bounds, baseMapFrom, baseMapTo));
    if (!writer)
        return std::unexpected(writer.error());
    auto built = buildBaseMap(map.roads, map.bounds, baseMapFrom, baseMapTo,
                              [&](int zoom, int x, int y, const QByteArray& png) {
                                  return (*writer)->add(zoom, x, y, std::as_bytes(std::span(png.constData(), static_cast<std::size_t>(png.size()))));
                              },
                              options);
    if (!built)
        return built;
    return (*writer)->finish();
}

/// Draws the map for every theme it is not there for.
Result<void> makeBaseMap(const DeskPlaces& places, const QString& district, const std::filesystem::path& roadsFile, const QString& family,
                         const std::atomic<bool>& cancelled, const SetupProgress& progress)
{
    const auto map = readRoadMap(roadsFile);
    if (!map)
        return std::unexpected(map.error());
    std::uint64_t drawn = 0;
    for (const MapTheme theme : allThemes) {
        const auto file = places.baseMap(district, theme);
        std::error_code ignored;
        if (!std::filesystem::exists(file, ignored)) {
            BaseMapOptions options;
            options.theme = theme;
            options.family = family;
            options.cancelled = &cancelled;
            options.progress = [&](int done, int of) {
                const auto all = static_cast<std::uint64_t>(of);
                progress(SetupStep::BaseMap, drawn * all + static_cast<std::uint64_t>(done), allThemes.size() * all);
            };
            if (auto written = writeBaseMap(file, *map, options); !written)
                return written;
        }
        ++drawn;
    }
    return {};
}

} // namespace

DeskPlaces DeskPlaces::standard(const QString& district, const QString& dataFolder)
{
    const auto base = std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation).toStdString()) / "griddesk";
    if (!dataFolder.isEmpty())
        return {std::filesystem::path(dataFolder.toStdString()), std::filesystem::path(dataFolder.toStdString()).parent_path() / "griddesk-maps"};
    return {base / "profiles" / district.toStdString(), base / "maps"};
}

std::filesystem::path DeskPlaces::baseMap(const QString& district, MapTheme theme) const
{
    const char* suffix = theme == MapTheme::Dark ? "-dark" : theme == MapTheme::Contrast ? "-contrast" : "";
    return maps / (district.toStdString() + suffix + ".mbtiles");
}

bool DeskPlaces::hasBaseMap(const QString& district) const
{
    return std::ranges::all_of(allThemes, [&](MapTheme theme) {
        std::error_code ignored;
        return std::filesystem::exists(baseMap(district, theme), ignored);
    });
}

Result<void> setUpDistrict(const QString& district, const DeskPlaces& places, const ProfileUnlock& unlock, const QString& family,
                           const std::atomic<bool>& cancelled, const SetupProgress& progress)
{
    const auto extras = districtExtras(district.toStdString());
    std::error_code ignored;
    if (!std::filesystem::exists(ProfilePaths{places.profile}.info(), ignored)) {
        progress(SetupStep::Rules, 0, 1);
        auto made = loadDistrict(district.toStdString());
        if (!made)
            return std::unexpected(made.error());
        auto profile = NewProfile::begin(places.profile, *std::move(made), unlock, now());
        if (!profile)
            return std::unexpected(profile.error());
        {
            auto workspace = Workspace::open(profile->path(), WorkspaceOptions{unlock, "griddesk", false}, now());
            if (!workspace)
                return std::unexpected(workspace.error());
            if (auto filled = fillWithCases(**workspace, extras, cancelled, progress); !filled)
                return filled;
        }
        if (auto published = profile->publish(); !published)
            return published;
    }
    if (!extras.roads.empty() && !places.hasBaseMap(district))
        return makeBaseMap(places, district, extras.roads, family, cancelled, progress);
    return {};
}

} // namespace griddesk
