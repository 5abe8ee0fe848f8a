// SPDX-License-Identifier: GPL-3.0-or-later
#include "areajoin.h"

#include "rulesreader.h"

#include <map>
#include <string>

namespace griddesk {

namespace {

/// What the bundle states, filled up with what was drawn.
Value filledUp(const Value::Object& stated, const Area& area)
{
    Value joined = writeArea(area);
    for (const auto& [key, member] : stated)
        joined.set(key, member);
    return joined;
}

} // namespace

Result<Value> withAreas(Value rules, const std::vector<Area>& areas)
{
    if (!rules.isObject())
        return fail(ErrorCode::WrongType, "an object is wanted");
    const auto* stated = rules.find("areas");
    if (stated != nullptr && !stated->isList())
        return fail(ErrorCode::WrongType, "a list is wanted", "areas");

    std::map<std::string, const Area*, std::less<>> drawn;
    for (const auto& area : areas)
        if (!drawn.try_emplace(area.code.text(), &area).second)
            return fail(ErrorCode::Duplicate, "this area is there twice", area.code.text());

    Value::List joined;
    for (std::size_t i = 0; stated != nullptr && i < stated->list()->size(); ++i) {
        const auto& item = (*stated->list())[i];
        const auto* members = item.object();
        if (members == nullptr)
            return fail(ErrorCode::WrongType, "an object is wanted", "areas[" + std::to_string(i) + "]");
        const auto found = drawn.find(item.textOr("code"));
        joined.push_back(found == drawn.end() ? item : filledUp(*members, *found->second));
        if (found != drawn.end())
            drawn.erase(found);
    }
    for (const auto& [code, area] : drawn)
        joined.push_back(writeArea(*area));
    rules.set("areas", std::move(joined));
    return rules;
}

} // namespace griddesk
