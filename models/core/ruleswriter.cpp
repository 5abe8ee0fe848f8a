// SPDX-License-Identifier: GPL-3.0-or-later
#include "areatree.h"
#include "calendarreader.h"
#include "parametersreader.h"
#include "rulesnames.h"
#include "rulesreader.h"

namespace griddesk {

namespace {

void setText(Value& value, const char* key, const std::string& text)
{
    if (!text.empty())
        value.set(key, text);
}

void setFlag(Value& value, const char* key, bool flag)
{
    if (flag)
        value.set(key, true);
}

template <typename IdType>
void setId(Value& value, const char* key, const std::optional<IdType>& id)
{
    if (id)
        value.set(key, id->text());
}

template <typename IdType>
void setIds(Value& value, const char* key, const std::vector<IdType>& ids)
{
    if (ids.empty())
        return;
    Value::List list;
    for (const auto& id : ids)
        list.emplace_back(id.text());
    value.set(key, std::move(list));
}

void setValidity(Value& value, const Validity& valid)
{
    if (valid.from != Instant{})
        value.set("from", formatInstant(valid.from));
    if (valid.until)
        value.set("until", formatInstant(*valid.until));
}

Value writeUnit(const Unit& unit)
{
    Value value;
    value.set("id", unit.id.text()).set("name", unit.name).set("kind", nameOf(unit.kind));
    if (unit.level != 1)
        value.set("level", unit.level);
    setFlag(value, "alsoLevel2", unit.alsoLevel2);
    setId(value, "parent", unit.parent);
    setId(value, "area", unit.area);
    setText(value, "phone", unit.phone);
    setValidity(value, unit.valid);
    return value;
}

Value writePost(const Post& post)
{
    Value::List roles;
    for (std::size_t i = 0; i < roleCount; ++i)
        if (const auto role = static_cast<Role>(i); post.roles.has(role))
            roles.emplace_back(nameOf(role));
    Value value;
    value.set("id", post.id.text()).set("name", post.name).set("unit", post.unit.text()).set("roles", std::move(roles));
    setIds(value, "areas", post.areas);
    if (post.supervisionLevel)
        value.set("supervisionLevel", nameOf(*post.supervisionLevel));
    return value;
}

Value writeAccount(const Account& account)
{
    Value value;
    value.set("id", account.id.text()).set("name", account.name);
    setText(value, "phone", account.phone);
    return value;
}

Value writeTenure(const Tenure& tenure)
{
    Value value;
    value.set("account", tenure.account.text()).set("post", tenure.post.text());
    setText(value, "delegation", tenure.delegation);
    setValidity(value, tenure.valid);
    return value;
}

Value writeStandard(const Standard& standard)
{
    Value value;
    value.set("id", standard.id.text()).set("filing", standard.filing).set("closing", standard.closing);
    setFlag(value, "minor", standard.minor);
    Value::List limits;
    for (const auto& limit : standard.limits) {
        Value item;
        item.set("limit", formatLimit(limit.limit));
        if (limit.purpose != LimitPurpose::Restore)
            item.set("purpose", nameOf(limit.purpose));
        if (limit.urgency)
            item.set("urgency", nameOf(*limit.urgency));
        limits.push_back(std::move(item));
    }
    if (!limits.empty())
        value.set("limits", std::move(limits));
    return value;
}

Value writeCategory(const Category& category)
{
    Value value;
    value.set("code", category.code.text()).set("name", category.name);
    setId(value, "parent", category.parent);
    setText(value, "pinyin", category.pinyin);
    if (category.nature != Nature::Service)
        value.set("nature", nameOf(category.nature));
    setFlag(value, "minor", category.minor);
    setFlag(value, "elastic", category.elastic);
    setFlag(value, "transient", category.transient);
    setFlag(value, "urgent", category.urgent);
    if (category.checkMode != CheckMode::Field)
        value.set("checkMode", nameOf(category.checkMode));
    Value::List standards;
    for (const auto& standard : category.standards)
        standards.push_back(writeStandard(standard));
    if (!standards.empty())
        value.set("standards", std::move(standards));
    return value;
}

Value writeDuty(const DutyItem& item)
{
    Value value;
    value.set("id", item.id.text()).set("category", item.category.text()).set("lead", item.lead.text());
    setId(value, "area", item.area);
    setIds(value, "assists", item.assists);
    setText(value, "basis", item.basis);
    setText(value, "authority", item.authority);
    setFlag(value, "contested", item.contested);
    setValidity(value, item.valid);
    return value;
}

template <typename Map, typename Write>
Value listOf(const Map& things, Write&& write)
{
    Value::List list;
    list.reserve(things.size());
    for (const auto& [key, thing] : things)
        list.push_back(write(thing));
    return list;
}

} // namespace

Value writeArea(const Area& area)
{
    Value value;
    value.set("code", area.code.text()).set("level", nameOf(area.level)).set("name", area.name);
    setId(value, "parent", area.parent);
    setId(value, "fallbackUnit", area.fallbackUnit);
    setValidity(value, area.valid);
    return value;
}

Value writeRules(const Rules& rules)
{
    Value value;
    value.set("format", "griddesk-rules-1").set("stream", rules.stream).set("name", rules.name);
    setText(value, "geometry", rules.geometry);
    setFlag(value, "internalOnly", rules.internalOnly);
    value.set("areas", listOf(rules.areas, writeArea));
    value.set("units", listOf(rules.units, writeUnit));
    value.set("posts", listOf(rules.posts, writePost));
    value.set("accounts", listOf(rules.accounts, writeAccount));
    Value::List tenures;
    for (const auto& tenure : rules.tenures)
        tenures.push_back(writeTenure(tenure));
    value.set("tenures", std::move(tenures));
    value.set("categories", listOf(rules.categories, writeCategory));
    value.set("duties", listOf(rules.duties, writeDuty));
    value.set("calendars", listOf(rules.calendars, [](const auto& calendar) { return writeCalendar(calendar->calendar()); }));
    value.set("calendar", rules.calendar).set("centre", rules.centre.text());
    value.set("parameters", writeParameters(rules.parameters));
    return value;
}

} // namespace griddesk
