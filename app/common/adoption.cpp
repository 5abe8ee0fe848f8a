// SPDX-License-Identifier: GPL-3.0-or-later
#include "adoption.h"

#include "models/geo/datum.h"

#include <algorithm>

namespace griddesk {

namespace {

std::string trimmed(std::string_view text)
{
    const auto from = text.find_first_not_of(" \t\r\n");
    if (from == std::string_view::npos)
        return {};
    return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

/// A name as imported records bear it: one blank for any run of them. Sources and rules differ in blanks.
std::string collapsed(std::string_view text)
{
    std::string name;
    for (const char c : trimmed(text)) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank)
            name += c;
        else if (name.back() != ' ')
            name += ' ';
    }
    return name;
}

/// Cuts a text to `bytes` without splitting a UTF-8 character; the rules refuse longer ones.
std::string cut(std::string text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u)
        --end;
    text.resize(end);
    return text;
}

/// Lines hold no control characters.
std::string oneLine(std::string text)
{
    std::ranges::replace_if(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    return cut(trimmed(text), 600);
}

std::string words(std::string text)
{
    std::erase_if(text, [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; });
    return cut(trimmed(text), 20'000);
}

void put(Value& value, const char* name, std::string text)
{
    if (!text.empty())
        value.set(name, std::move(text));
}

void put(Value& value, const char* name, const std::optional<Instant>& at)
{
    if (at)
        value.set(name, formatInstant(*at));
}

} // namespace

Adoption::Adoption(const Rules& rules) : m_rules(rules)
{
    for (const auto& [code, category] : rules.categories) {
        std::string path = collapsed(category.name);
        auto up = category.parent;
        for (int depth = 0; up && depth < 8; ++depth) {
            const auto found = rules.categories.find(*up);
            if (found == rules.categories.end())
                break;
            path = collapsed(found->second.name) + '\n' + path;
            up = found->second.parent;
            m_categories.try_emplace(path, code); // a path may begin below the top
        }
        m_categories.try_emplace(collapsed(category.name), code);
        m_categories.try_emplace(code.text(), code);
    }
    for (const auto& [id, unit] : rules.units) {
        m_units.try_emplace(collapsed(unit.name), id);
        m_units.try_emplace(id.text(), id);
    }
}

std::optional<CategoryId> Adoption::categoryOf(const std::vector<std::string>& path) const
{
    for (std::size_t from = 0; from < path.size(); ++from) {
        std::string key;
        for (std::size_t i = from; i < path.size(); ++i)
            key += (i == from ? "" : "\n") + collapsed(path[i]);
        if (const auto found = m_categories.find(key); found != m_categories.end())
            return found->second;
    }
    return std::nullopt;
}

std::optional<UnitId> Adoption::unitOf(const std::string& hint) const
{
    std::string name = collapsed(hint);
    auto found = m_units.find(name);
    if (found == m_units.end()) {
        std::erase(name, ' '); // an id has none
        found = m_units.find(name);
    }
    return found == m_units.end() ? std::nullopt : std::optional{found->second};
}

Result<Adoption::Payload> Adoption::payloadOf(const AdoptRecord& record) const
{
    Payload payload;
    Value& value = payload.value;
    value.set("outsideNumber", oneLine(record.outsideNumber));
    value.set("platform", record.platform);
    value.set("recordHash", record.recordHash);
    value.set("stage", record.stage.empty() ? (record.closed ? "closed" : "reported") : record.stage);
    put(value, "reportedAt", record.opened);
    put(value, "closedAt", record.closed);
    put(value, "due", record.target);
    if (!record.categoryPath.empty()) {
        if (const auto category = categoryOf(record.categoryPath)) {
            value.set("category", category->text());
        } else {
            payload.unknownCategory = true;
            std::string code;
            for (const auto& level : record.categoryPath)
                code += (code.empty() ? "" : " / ") + level;
            put(value, "categoryCode", oneLine(code));
        }
    }
    put(value, "title", oneLine(record.title));
    put(value, "text", words(record.description));
    put(value, "address", oneLine(record.address));
    put(value, "source", oneLine(record.source.empty() ? record.sourceText : record.source));
    if (const auto unit = unitOf(record.unitHint))
        value.set("unit", unit->text());
    if (record.sourceSaysOnTime)
        value.set("sourceOnTime", *record.sourceSaysOnTime);
    if (record.clockDisorder)
        value.set("clockDisorder", true);
    if (record.lonLat) {
        auto datum = parseDatum(record.datum.empty() ? "wgs84" : record.datum);
        if (!datum)
            return std::unexpected(datum.error());
        auto place = geoPointFrom(*datum, record.lonLat->first, record.lonLat->second);
        if (place) {
            Value point;
            point.set("lonE7", std::int64_t{place->lonE7});
            point.set("latE7", std::int64_t{place->latE7});
            value.set("place", std::move(point));
        } else {
            payload.placeOutOfRange = true;
        }
    }
    return payload;
}

} // namespace griddesk
