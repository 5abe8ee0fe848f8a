// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile.h"

#include "jsonfile.h"
#include "utf8.h"

#include "models/core/ids.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <utility>

namespace griddesk {
namespace {

using Member = ColumnNames MappingProfile::*;
constexpr std::array<std::pair<std::string_view, Member>, 15> columnMembers{{
    {"outsideNumber", &MappingProfile::outsideNumber}, {"opened", &MappingProfile::opened},       {"target", &MappingProfile::target},
    {"closed", &MappingProfile::closed},               {"onTime", &MappingProfile::onTime},       {"status", &MappingProfile::status},
    {"title", &MappingProfile::titleText},             {"description", &MappingProfile::description}, {"handlingText", &MappingProfile::handlingText},
    {"address", &MappingProfile::address},             {"areaHint", &MappingProfile::areaHint},   {"unitHint", &MappingProfile::unitHint},
    {"source", &MappingProfile::source},               {"longitude", &MappingProfile::longitude}, {"latitude", &MappingProfile::latitude},
}};

/// Stages a case can be adopted in: those of the life cycle and its ends.
constexpr std::array<std::string_view, 16> stageNames{"reported", "accepted", "filed",  "dispatched", "handling", "handled",
                                                      "checking", "checked",  "closed", "archived",   "answered", "rejected",
                                                      "returnedUp", "handedOver", "voided", "mergedInto"};

constexpr std::array<std::string_view, 18> sourceNames{"hotline12345", "patrol", "unitFound", "residentApp", "web", "wechat",
                                                       "mail", "police110", "superior", "bureauTransfer", "enterprise", "camera",
                                                       "sensor", "media", "petition", "walkIn", "window", "leader"};

constexpr std::array<std::string_view, 4> datums{"wgs84", "cgcs2000", "gcj02", "bd09"};

constexpr std::array<std::string_view, 17> memberNames{"format", "version", "platform", "title", "form", "encoding", "delimiter",
                                                       "timeZone", "timeFormats", "datum", "extent", "absent", "columns",
                                                       "required", "stages", "sources", "onTime"};

std::unexpected<Error> bad(ErrorCode code, std::string detail, std::string_view member)
{
    return fail(code, std::move(detail), std::string(member));
}

Result<std::vector<std::string>> texts(const Value& value, std::string_view member)
{
    const auto* list = value.list();
    if (list == nullptr)
        return bad(ErrorCode::WrongType, "a list of texts is wanted", member);
    std::vector<std::string> out;
    for (const auto& item : *list) {
        if (!item.isText() || item.text()->empty())
            return bad(ErrorCode::WrongType, "a list of texts is wanted", member);
        out.push_back(*item.text());
    }
    return out;
}

Result<void> readColumns(const Value& value, MappingProfile& profile)
{
    const auto* object = value.object();
    if (object == nullptr)
        return bad(ErrorCode::WrongType, "an object is wanted", "columns");
    for (const auto& [name, item] : *object) {
        const std::string where = "columns." + name;
        if (name == "categoryPath") {
            const auto* levels = item.list();
            if (levels == nullptr)
                return bad(ErrorCode::WrongType, "a list of lists of texts is wanted", where);
            for (const auto& level : *levels) {
                auto names = texts(level, where);
                if (!names)
                    return std::unexpected(names.error());
                profile.categoryPath.push_back(std::move(*names));
            }
            continue;
        }
        const auto* known = std::ranges::find(columnMembers, std::string_view(name), &decltype(columnMembers)::value_type::first);
        if (known == columnMembers.end())
            return bad(ErrorCode::UnknownField, "no such field", where);
        auto names = texts(item, where);
        if (!names)
            return std::unexpected(names.error());
        profile.*known->second = std::move(*names);
    }
    return {};
}

/// A code map whose values are among `allowed`.
template <std::size_t N>
Result<void> readCodes(const Value* value, std::string_view member, const std::array<std::string_view, N>& allowed,
                       std::map<std::string, std::string, std::less<>>& out)
{
    if (value == nullptr)
        return {};
    const auto* object = value->object();
    if (object == nullptr)
        return bad(ErrorCode::WrongType, "an object is wanted", member);
    for (const auto& [from, to] : *object) {
        if (!to.isText())
            return bad(ErrorCode::WrongType, "a text is wanted", std::format("{}.{}", member, from));
        if (std::ranges::find(allowed, std::string_view(*to.text())) == allowed.end())
            return bad(ErrorCode::UnknownReference, std::format("there is no such value: {}", printable(*to.text())),
                       std::format("{}.{}", member, from));
        out.emplace(from, *to.text());
    }
    return {};
}

Result<void> readExtent(const Value* value, MappingProfile& profile)
{
    if (value == nullptr)
        return {};
    auto numbers = texts(*value, "extent");
    if (!numbers)
        return std::unexpected(numbers.error());
    std::array<double, 4> edge{};
    if (numbers->size() != edge.size())
        return bad(ErrorCode::Syntax, "west, south, east and north are wanted", "extent");
    for (std::size_t i = 0; i < edge.size(); ++i) {
        const std::string& text = (*numbers)[i];
        const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), edge[i]);
        if (status != std::errc{} || end != text.data() + text.size())
            return bad(ErrorCode::Syntax, "degrees are written as text, such as \"-71.3\"", "extent");
    }
    const Extent extent{edge[0], edge[1], edge[2], edge[3]};
    if (!(extent.west < extent.east && extent.south < extent.north && Extent{}.contains(extent.west, extent.south)
          && Extent{}.contains(extent.east, extent.north)))
        return bad(ErrorCode::OutOfRange, "west is less than east and south less than north, within the world", "extent");
    profile.extent = extent;
    return {};
}

Result<void> readBasics(const Value& value, MappingProfile& profile)
{
    if (value.textOr("format") != "griddesk-case-profile" || value.intOr("version", 0) != 1)
        return bad(ErrorCode::Unsupported, "this is not a griddesk-case-profile of version 1", "format");
    for (const auto& [name, item] : *value.object())
        if (std::ranges::find(memberNames, std::string_view(name)) == memberNames.end())
            return bad(ErrorCode::UnknownField, "no such member", name);
    profile.platform = value.textOr("platform");
    if (!isIdentifier(profile.platform))
        return bad(ErrorCode::MissingField, "an identifier of the source is wanted", "platform");
    profile.title = value.textOr("title", profile.platform);
    if (const Value* form = value.find("form")) {
        const std::string_view name = value.textOr("form");
        if (!form->isText() || (name != "csv" && name != "json"))
            return bad(ErrorCode::Unsupported, "the form is csv or json; without the member the file itself tells", "form");
        profile.form = name == "csv" ? CaseForm::Csv : CaseForm::Json;
    }
    auto encoding = parseTextEncoding(value.textOr("encoding", "utf-8"));
    if (!encoding)
        return std::unexpected(encoding.error());
    profile.encoding = *encoding;
    const std::string_view delimiter = value.textOr("delimiter", ",");
    if (delimiter != "," && delimiter != ";" && delimiter != "\t")
        return bad(ErrorCode::Unsupported, "the delimiter is a comma, a semicolon or a tab", "delimiter");
    profile.delimiter = delimiter.front();
    profile.timeZone = value.textOr("timeZone", "UTC");
    profile.datum = value.textOr("datum", "wgs84");
    if (std::ranges::find(datums, std::string_view(profile.datum)) == datums.end())
        return bad(ErrorCode::UnknownReference, "the datum is wgs84, cgcs2000, gcj02 or bd09", "datum");
    for (const auto& [member, out] : {std::pair{"timeFormats", &profile.timeFormats}, std::pair{"absent", &profile.absent},
                                      std::pair{"required", &profile.required}}) {
        const Value* list = value.find(member);
        if (list == nullptr)
            continue;
        auto read = texts(*list, member);
        if (!read)
            return std::unexpected(read.error());
        *out = std::move(*read);
    }
    if (profile.timeFormats.empty())
        profile.timeFormats.emplace_back("iso8601");
    if (auto times = TimeReader::make(profile.timeZone, profile.timeFormats); !times)
        return std::unexpected(times.error());
    return readExtent(value.find("extent"), profile);
}

Result<void> checkRequired(MappingProfile& profile)
{
    if (std::ranges::find(profile.required, "outsideNumber") == profile.required.end())
        profile.required.emplace_back("outsideNumber");
    for (const auto& field : profile.required) {
        if (field == "place" || field == "categoryPath") {
            if (field == "place" ? profile.longitude.empty() || profile.latitude.empty() : profile.categoryPath.empty())
                return bad(ErrorCode::MissingField, "a required field has no columns", "required." + field);
            continue;
        }
        const ColumnNames* names = profile.columns(field);
        if (names == nullptr)
            return bad(ErrorCode::UnknownField, "no such field", "required." + field);
        if (names->empty())
            return bad(ErrorCode::MissingField, "a required field has no columns", "required." + field);
    }
    if (profile.longitude.empty() != profile.latitude.empty())
        return bad(ErrorCode::MissingField, "longitude and latitude come together", "columns");
    return {};
}

} // namespace

const ColumnNames* MappingProfile::columns(std::string_view field) const
{
    for (const auto& [name, member] : columnMembers)
        if (name == field)
            return &(this->*member);
    return nullptr;
}

const std::vector<std::string>& MappingProfile::fieldNames()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> out;
        for (const auto& [name, member] : columnMembers)
            out.emplace_back(name);
        return out;
    }();
    return names;
}

Result<MappingProfile> MappingProfile::fromValue(const Value& value)
{
    if (!value.isObject())
        return fail(ErrorCode::WrongType, "a profile is a JSON object");
    MappingProfile profile;
    if (auto done = readBasics(value, profile); !done)
        return std::unexpected(done.error());
    const Value* columns = value.find("columns");
    if (columns == nullptr)
        return bad(ErrorCode::MissingField, "the columns are missing", "columns");
    if (auto done = readColumns(*columns, profile); !done)
        return std::unexpected(done.error());
    if (auto done = readCodes(value.find("stages"), "stages", stageNames, profile.stages); !done)
        return std::unexpected(done.error());
    if (auto done = readCodes(value.find("sources"), "sources", sourceNames, profile.sources); !done)
        return std::unexpected(done.error());
    if (const Value* onTime = value.find("onTime")) {
        if (!onTime->isObject())
            return bad(ErrorCode::WrongType, "an object is wanted", "onTime");
        for (const auto& [text, meaning] : *onTime->object()) {
            if (!meaning.isBool())
                return bad(ErrorCode::WrongType, "true or false is wanted", "onTime." + text);
            profile.onTimeValues.emplace(text, *meaning.boolean());
        }
    }
    if (!profile.status.empty() && profile.stages.empty())
        return bad(ErrorCode::MissingField, "a status column needs stages", "stages");
    if (auto done = checkRequired(profile); !done)
        return std::unexpected(done.error());
    return profile;
}

Result<MappingProfile> MappingProfile::fromFile(const std::filesystem::path& path)
{
    auto value = readJsonFile(path, JsonNames::Any);
    if (!value)
        return std::unexpected(value.error());
    auto profile = fromValue(*value);
    if (!profile)
        profile.error().context = path.string() + (profile.error().context.empty() ? "" : ": " + profile.error().context);
    return profile;
}

} // namespace griddesk
