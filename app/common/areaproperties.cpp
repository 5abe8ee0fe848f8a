// SPDX-License-Identifier: GPL-3.0-or-later
#include "areaproperties.h"

#include "models/core/areatree.h"

#include <algorithm>
#include <set>

namespace griddesk {

namespace {

constexpr std::size_t codeBytes = 64;

bool isLetter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
bool isNameLike(const std::string& text) { return !text.empty() && isLetter(text.front()); }
bool isWord(const std::string& text) { return !text.empty(); }

/// Prefers the column with the most different values; none when a tenth of the features would go without.
template <typename Fits>
std::string tellingColumn(const std::vector<AreaFeature>& features, Fits fits)
{
    std::set<std::string> columns;
    for (const auto& feature : features)
        for (const auto& [name, value] : feature.properties)
            columns.insert(name);
    std::string best;
    std::size_t most = 0;
    for (const auto& column : columns) {
        std::set<std::string> values;
        for (const auto& feature : features)
            if (const auto text = propertyText(feature.properties, column); fits(text))
                values.insert(text);
        if (values.size() > most && values.size() * 10 >= features.size() * 9) {
            most = values.size();
            best = column;
        }
    }
    return best;
}

bool anyHas(const std::vector<AreaFeature>& features, const std::string& column)
{
    return std::ranges::any_of(features, [&](const AreaFeature& feature) { return !propertyText(feature.properties, column).empty(); });
}

bool levelsFit(const std::vector<AreaFeature>& features, const std::string& column)
{
    bool below = false;
    for (const auto& feature : features) {
        const auto text = propertyText(feature.properties, column);
        if (text.empty())
            continue;
        const auto level = parseAreaLevel(text);
        if (!level)
            return false;
        below = below || *level != AreaLevel::District;
    }
    return below;
}

} // namespace

std::string propertyText(const Value::Object& properties, const std::string& name)
{
    const auto found = properties.find(name);
    if (found == properties.end())
        return {};
    if (const auto* text = found->second.text())
        return *text;
    if (const auto* number = found->second.integer())
        return std::to_string(*number);
    return {};
}

std::string codeFromName(const std::string& name)
{
    std::string code;
    bool any = false;
    for (const char c : name.substr(0, codeBytes)) {
        const bool fits = isIdentifier(std::string_view(&c, 1));
        code += fits ? c : '-';
        any = any || (fits && c != '-');
    }
    return any && isIdentifier(code) ? code : std::string{};
}

AreaProfile fittedTo(AreaProfile profile, const std::vector<AreaFeature>& features)
{
    if (!anyHas(features, profile.name)) {
        profile.name = tellingColumn(features, isNameLike);
        if (profile.name.empty())
            profile.name = tellingColumn(features, [](const std::string& text) { return isWord(text) && AreaCode::parse(text).has_value(); });
    }
    if (!anyHas(features, profile.code)) {
        std::set<std::string> made;
        for (const auto& feature : features)
            if (auto code = codeFromName(propertyText(feature.properties, profile.name)); !code.empty())
                made.insert(std::move(code));
        // Names in another script make no codes: a column of identifiers does.
        if (made.size() < features.size())
            profile.code = tellingColumn(features, [](const std::string& text) { return AreaCode::parse(text).has_value(); });
    }
    if (!levelsFit(features, profile.level))
        profile.level.clear();
    return profile;
}

} // namespace griddesk
