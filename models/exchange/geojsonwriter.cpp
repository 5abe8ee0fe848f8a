// SPDX-License-Identifier: GPL-3.0-or-later
#include "geojsonwriter.h"

#include "utf8.h"

#include <cstdlib>
#include <format>

namespace griddesk {
namespace {

void appendText(std::string& out, std::string_view text)
{
    out.push_back('"');
    while (!text.empty()) {
        const std::size_t bad = findBadUtf8(text);
        const std::string_view good = text.substr(0, bad);
        for (const char c : good) {
            if (c == '"' || c == '\\')
                out.append({'\\', c});
            else if (static_cast<unsigned char>(c) < 0x20)
                out += std::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
            else
                out.push_back(c);
        }
        if (bad == std::string_view::npos)
            break;
        out += "\xEF\xBF\xBD";
        text.remove_prefix(bad + 1);
    }
    out.push_back('"');
}

} // namespace

std::string degreesText(std::int32_t e7)
{
    const std::int64_t magnitude = std::abs(std::int64_t{e7});
    return std::format("{}{}.{:07}", e7 < 0 ? "-" : "", magnitude / 10'000'000, magnitude % 10'000'000);
}

void appendJson(std::string& out, const Value& value)
{
    if (const auto* flag = value.boolean()) {
        out += *flag ? "true" : "false";
    } else if (const auto* number = value.integer()) {
        out += std::to_string(*number);
    } else if (const auto* text = value.text()) {
        appendText(out, *text);
    } else if (const auto* list = value.list()) {
        out.push_back('[');
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (i > 0)
                out.push_back(',');
            appendJson(out, (*list)[i]);
        }
        out.push_back(']');
    } else if (const auto* object = value.object()) {
        out.push_back('{');
        bool first = true;
        for (const auto& [name, member] : *object) {
            if (!std::exchange(first, false))
                out.push_back(',');
            appendText(out, name);
            out.push_back(':');
            appendJson(out, member);
        }
        out.push_back('}');
    }
}

Result<GeoJsonWriter> GeoJsonWriter::create(const std::filesystem::path& path)
{
    auto file = AtomicFile::create(path);
    if (!file)
        return std::unexpected(file.error());
    GeoJsonWriter writer(std::move(*file));
    if (auto done = writer.m_file.write("{\"type\":\"FeatureCollection\",\"features\":["); !done)
        return std::unexpected(done.error());
    return writer;
}

Result<void> GeoJsonWriter::add(const std::string& id, const std::optional<GeoPoint>& place, const Value& properties)
{
    m_text = m_first ? "\n" : ",\n";
    m_first = false;
    m_text += "{\"type\":\"Feature\",\"id\":";
    appendText(m_text, id);
    m_text += ",\"geometry\":";
    if (place)
        m_text += std::format("{{\"type\":\"Point\",\"coordinates\":[{},{}]}}", degreesText(place->lonE7), degreesText(place->latE7));
    else
        m_text += "null";
    m_text += ",\"properties\":";
    appendJson(m_text, properties);
    m_text.push_back('}');
    return m_file.write(m_text);
}

Result<void> GeoJsonWriter::commit()
{
    if (auto done = m_file.write("\n]}\n"); !done)
        return done;
    return m_file.commit();
}

} // namespace griddesk
