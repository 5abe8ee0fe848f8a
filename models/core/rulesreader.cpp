// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulesreader.h"

#include "areatree.h"
#include "calendarreader.h"
#include "fieldreader.h"
#include "parametersreader.h"
#include "rulesnames.h"
#include "rulescheck.h"

#include <map>
#include <memory>

namespace griddesk {

namespace {

constexpr std::string_view formatName = "griddesk-rules-1";
constexpr std::size_t nameBytes = 200;
constexpr std::size_t textBytes = 4'000;
constexpr std::size_t idsOfOne = 200; ///< areas of a post, assists of a duty item

Validity readValidity(FieldReader& reader)
{
    Validity valid{.from = reader.instant("from").value_or(Instant{}), .until = reader.instant("until")};
    if (valid.until && *valid.until <= valid.from)
        reader.fault(ErrorCode::Inconsistent, "the end is not after the beginning", "until");
    return valid;
}

Area readArea(FieldReader& reader)
{
    return {.code = reader.id<AreaCode>("code"),
            .level = reader.parsed<AreaLevel>("level", parseAreaLevel, AreaLevel::Cell),
            .parent = reader.optionalId<AreaCode>("parent"),
            .name = reader.text("name", nameBytes),
            .fallbackUnit = reader.optionalId<UnitId>("fallbackUnit"),
            .valid = readValidity(reader)};
}

Unit readUnit(FieldReader& reader)
{
    return {.id = reader.id<UnitId>("id"),
            .name = reader.text("name", nameBytes),
            .kind = reader.parsed<UnitKind>("kind", parseUnitKind, UnitKind::Office),
            .level = static_cast<int>(reader.integerOr("level", 1, 2, 1)),
            .alsoLevel2 = reader.booleanOr("alsoLevel2", false),
            .parent = reader.optionalId<UnitId>("parent"),
            .area = reader.optionalId<AreaCode>("area"),
            .phone = reader.textOr("phone", 40),
            .valid = readValidity(reader)};
}

Post readPost(FieldReader& reader)
{
    Post post{.id = reader.id<PostId>("id"),
              .name = reader.text("name", nameBytes),
              .roles = {},
              .unit = reader.id<UnitId>("unit"),
              .areas = reader.parsedList<AreaCode>("areas", AreaCode::parse, idsOfOne),
              .supervisionLevel = {}};
    for (const auto role : reader.parsedList<Role>("roles", parseRole, roleCount))
        post.roles.add(role);
    if (reader.has("supervisionLevel"))
        post.supervisionLevel = reader.parsed<AreaLevel>("supervisionLevel", parseAreaLevel, AreaLevel::Grid);
    return post;
}

Account readAccount(FieldReader& reader)
{
    return {.id = reader.id<AccountId>("id"), .name = reader.text("name", nameBytes), .phone = reader.textOr("phone", 40)};
}

StandardLimit readLimit(FieldReader& reader)
{
    StandardLimit limit{.purpose = reader.parsedOr<LimitPurpose>("purpose", parseLimitPurpose, LimitPurpose::Restore),
                        .urgency = {},
                        .limit = reader.parsed<Limit>("limit", parseLimit, Limit{})};
    if (reader.has("urgency"))
        limit.urgency = reader.parsed<Urgency>("urgency", parseUrgency, Urgency::Ordinary);
    return limit;
}

/// Reads a list member of `outer` with one FieldReader per item; the first fault of an item becomes the fault of `outer`.
template <typename Read>
void forEach(FieldReader& outer, std::string_view key, std::size_t most, Read&& read)
{
    const auto* items = outer.list(key, most);
    for (std::size_t i = 0; items != nullptr && i < items->size() && outer.ok(); ++i) {
        const FieldPath path{outer.path(), key, static_cast<std::ptrdiff_t>(i)};
        FieldReader item((*items)[i], &path);
        read(item);
        if (auto done = item.finish(); !done)
            outer.fault(std::move(done.error()));
    }
}

Standard readStandard(FieldReader& reader)
{
    Standard standard{.id = reader.id<StandardId>("id"),
                      .filing = reader.text("filing", textBytes),
                      .closing = reader.text("closing", textBytes),
                      .limits = {},
                      .minor = reader.booleanOr("minor", false)};
    forEach(reader, "limits", RulesLimits::limitsOfStandard,
            [&](FieldReader& item) { standard.limits.push_back(readLimit(item)); });
    return standard;
}

Category readCategory(FieldReader& reader)
{
    Category category{.code = reader.id<CategoryId>("code"),
                      .parent = reader.optionalId<CategoryId>("parent"),
                      .name = reader.text("name", nameBytes),
                      .pinyin = reader.textOr("pinyin", nameBytes),
                      .nature = reader.parsedOr<Nature>("nature", parseNature, Nature::Service),
                      .minor = reader.booleanOr("minor", false),
                      .elastic = reader.booleanOr("elastic", false),
                      .transient = reader.booleanOr("transient", false),
                      .urgent = reader.booleanOr("urgent", false),
                      .checkMode = reader.parsedOr<CheckMode>("checkMode", parseCheckMode, CheckMode::Field),
                      .standards = {}};
    forEach(reader, "standards", RulesLimits::standardsOfCategory,
            [&](FieldReader& item) { category.standards.push_back(readStandard(item)); });
    return category;
}

DutyItem readDuty(FieldReader& reader)
{
    return {.id = reader.id<DutyId>("id"),
            .category = reader.id<CategoryId>("category"),
            .area = reader.optionalId<AreaCode>("area"),
            .lead = reader.id<UnitId>("lead"),
            .assists = reader.parsedList<UnitId>("assists", UnitId::parse, idsOfOne),
            .basis = reader.textOr("basis", textBytes),
            .authority = reader.textOr("authority", textBytes),
            .contested = reader.booleanOr("contested", false),
            .valid = readValidity(reader)};
}

/// Files a thing under its identifier; an identifier that is taken is a fault. Returns where it went, or nullptr.
/// (clang-tidy takes the things that have nothing to move for copies.)
template <typename Key, typename T>
// NOLINTNEXTLINE(performance-unnecessary-value-param)
const T* file(FieldReader& reader, std::string_view field, std::map<Key, T>& into, Key T::*key, T thing)
{
    auto id = thing.*key;
    const auto [place, added] = into.try_emplace(std::move(id), std::move(thing));
    if (added)
        return &place->second;
    reader.fault(ErrorCode::Duplicate, "this one is there already", field);
    return nullptr;
}

void readCalendars(FieldReader& reader, Rules& rules)
{
    const auto* items = reader.list("calendars", RulesLimits::calendars);
    for (std::size_t i = 0; items != nullptr && i < items->size() && reader.ok(); ++i) {
        const FieldPath path{reader.path(), "calendars", static_cast<std::ptrdiff_t>(i)};
        auto calendar = readCalendar((*items)[i]);
        if (!calendar) {
            auto error = std::move(calendar.error());
            error.context = error.context.empty() ? path.text() : path.text() + '.' + error.context;
            return reader.fault(std::move(error));
        }
        auto shared = std::make_shared<const CalendarIndex>(std::move(*calendar));
        if (!rules.calendars.try_emplace(shared->calendar().id, shared).second)
            reader.fault({ErrorCode::Duplicate, "this one is there already", FieldPath{&path, "id"}.text()});
    }
}

void readFormat(FieldReader& reader)
{
    const auto format = reader.text("format", nameBytes);
    if (format == formatName || !reader.ok())
        return;
    const bool newer = format.starts_with("griddesk-rules-");
    reader.fault(newer ? ErrorCode::FileNewer : ErrorCode::FileForeign, "the format is not " + std::string(formatName), "format");
}

} // namespace

Result<Rules> readRules(const Value& value)
{
    Rules rules;
    RulesOrder order;
    FieldReader reader(value, nullptr);
    readFormat(reader);
    rules.stream = reader.id<AreaCode>("stream").text();
    rules.name = reader.text("name", nameBytes);
    rules.geometry = reader.textOr("geometry", 64);
    rules.internalOnly = reader.booleanOr("internalOnly", false);
    forEach(reader, "areas", RulesLimits::areas, [&](FieldReader& item) {
        order.areas.push_back(file(item, "code", rules.areas, &Area::code, readArea(item)));
    });
    forEach(reader, "units", RulesLimits::units, [&](FieldReader& item) {
        order.units.push_back(file(item, "id", rules.units, &Unit::id, readUnit(item)));
    });
    forEach(reader, "posts", RulesLimits::posts, [&](FieldReader& item) {
        order.posts.push_back(file(item, "id", rules.posts, &Post::id, readPost(item)));
    });
    forEach(reader, "accounts", RulesLimits::accounts, [&](FieldReader& item) {
        file(item, "id", rules.accounts, &Account::id, readAccount(item));
    });
    forEach(reader, "tenures", RulesLimits::tenures, [&](FieldReader& item) {
        rules.tenures.push_back({.account = item.id<AccountId>("account"),
                                 .post = item.id<PostId>("post"),
                                 .valid = readValidity(item),
                                 .delegation = item.textOr("delegation", nameBytes)});
    });
    forEach(reader, "categories", RulesLimits::categories, [&](FieldReader& item) {
        order.categories.push_back(file(item, "code", rules.categories, &Category::code, readCategory(item)));
    });
    forEach(reader, "duties", RulesLimits::duties, [&](FieldReader& item) {
        order.duties.push_back(file(item, "id", rules.duties, &DutyItem::id, readDuty(item)));
    });
    readCalendars(reader, rules);
    rules.calendar = reader.text("calendar", 64);
    rules.centre = reader.id<UnitId>("centre");
    if (const auto* parameters = reader.any("parameters")) {
        const FieldPath path{nullptr, "parameters"};
        if (auto read = readParameters(*parameters, path))
            rules.parameters = std::move(*read);
        else
            reader.fault(std::move(read.error()));
    }
    if (auto done = reader.finish(); !done)
        return std::unexpected(std::move(done.error()));
    if (auto checked = checkRules(rules, order); !checked)
        return std::unexpected(std::move(checked.error()));
    return rules;
}

} // namespace griddesk
