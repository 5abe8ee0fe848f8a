// SPDX-License-Identifier: GPL-3.0-or-later
#include "osmxml.h"

#include <expat.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <unordered_map>

namespace griddesk {
namespace {

struct ParserDeleter {
    void operator()(XML_Parser parser) const noexcept { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

template <typename T>
std::optional<T> number(std::string_view text)
{
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::optional<std::string_view> attribute(const char** attributes, std::string_view name)
{
    for (; *attributes != nullptr; attributes += 2)
        if (name == attributes[0])
            return attributes[1];
    return std::nullopt;
}

bool isYes(std::string_view value) { return !value.empty() && value != "no" && value != "false" && value != "0"; }

class OsmReader {
public:
    explicit OsmReader(const OsmLimits& limits) : m_limits(limits), m_parser(XML_ParserCreate("UTF-8"))
    {
        if (!m_parser)
            return;
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(
            m_parser.get(), [](void* self, const char* name, const char** attributes) { static_cast<OsmReader*>(self)->begin(name, attributes); },
            [](void* self, const char* name) { static_cast<OsmReader*>(self)->end(name); });
        XML_SetStartDoctypeDeclHandler(m_parser.get(), [](void* self, const char*, const char*, const char*, int) {
            static_cast<OsmReader*>(self)->stop(ErrorCode::Unsupported, "document type declarations are not read");
        });
    }

    Result<std::vector<Road>> read(const OsmChunkSource& next)
    {
        if (!m_parser)
            return fail(ErrorCode::LimitExceeded, "no memory for an XML parser");
        std::size_t bytes = 0;
        for (;;) {
            const auto chunk = next();
            if (!chunk)
                return std::unexpected(chunk.error());
            bytes += chunk->size();
            if (bytes > m_limits.bytes)
                return fail(ErrorCode::LimitExceeded, "the file is larger than allowed");
            if (auto fed = feed(*chunk); !fed)
                return std::unexpected(fed.error());
            if (chunk->empty())
                return std::move(m_roads);
        }
    }

private:
    /// Expat counts in int, so a huge piece goes in parts. An empty one is the end.
    Result<void> feed(std::string_view chunk)
    {
        do {
            const std::string_view piece = chunk.substr(0, std::size_t{1} << 20);
            chunk.remove_prefix(piece.size());
            if (XML_Parse(m_parser.get(), piece.data(), static_cast<int>(piece.size()), piece.empty()) != XML_STATUS_OK) {
                if (m_error)
                    return std::unexpected(*m_error);
                return fail(ErrorCode::Syntax, XML_ErrorString(XML_GetErrorCode(m_parser.get())), place());
            }
        } while (!chunk.empty());
        return {};
    }

    [[nodiscard]] std::string place() const
    {
        return "line " + std::to_string(XML_GetCurrentLineNumber(m_parser.get())) + " column " + std::to_string(XML_GetCurrentColumnNumber(m_parser.get()));
    }

    void stop(ErrorCode code, const char* detail)
    {
        if (!m_error)
            m_error = Error{code, detail, place()};
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    void begin(std::string_view name, const char** attributes)
    {
        // Expat may still deliver the end of an empty element after a stop.
        if (m_error)
            return;
        if (++m_depth > m_limits.depth)
            return stop(ErrorCode::LimitExceeded, "elements are nested too deep");
        for (const char** a = attributes; *a != nullptr; a += 2)
            if (std::string_view(a[1]).size() > m_limits.textBytes)
                return stop(ErrorCode::LimitExceeded, "an attribute is too long");
        if (m_depth == 1) {
            if (name != "osm")
                stop(ErrorCode::FileForeign, "the root element is not <osm>");
        } else if (name == "node" && m_depth == 2) {
            node(attributes);
        } else if (name == "way" && m_depth == 2) {
            beginWay(attributes);
        } else if (m_inWay && name == "nd") {
            reference(attributes);
        } else if (m_inWay && name == "tag") {
            tag(attributes);
        }
    }

    void end(std::string_view name)
    {
        if (m_error)
            return;
        if (m_inWay && name == "way" && m_depth == 2)
            endWay();
        --m_depth;
    }

    void node(const char** attributes)
    {
        if (attribute(attributes, "visible") == "false")
            return;
        const auto id = number<std::int64_t>(attribute(attributes, "id").value_or(""));
        const auto lon = number<double>(attribute(attributes, "lon").value_or(""));
        const auto lat = number<double>(attribute(attributes, "lat").value_or(""));
        if (!id || !lon || !lat)
            return stop(ErrorCode::MissingField, "a node needs the numbers id, lon and lat");
        const auto at = GeoPoint::fromDegrees(*lon, *lat);
        if (!at)
            return stop(ErrorCode::OutOfRange, "a node lies outside the earth");
        if (m_nodes.size() >= m_limits.nodes)
            return stop(ErrorCode::LimitExceeded, "too many nodes");
        m_nodes.insert_or_assign(*id, *at);
    }

    void beginWay(const char** attributes)
    {
        if (attribute(attributes, "visible") == "false")
            return;
        const auto id = number<std::int64_t>(attribute(attributes, "id").value_or(""));
        if (!id)
            return stop(ErrorCode::MissingField, "a way needs a numeric id");
        if (++m_ways > m_limits.ways)
            return stop(ErrorCode::LimitExceeded, "too many ways");
        m_inWay = true;
        m_way = {};
        m_way.id = *id;
        m_references.clear();
    }

    void reference(const char** attributes)
    {
        const auto id = number<std::int64_t>(attribute(attributes, "ref").value_or(""));
        if (!id)
            return stop(ErrorCode::MissingField, "a way names a node without a number");
        if (++m_wayPoints > m_limits.wayPoints)
            return stop(ErrorCode::LimitExceeded, "too many points in ways");
        m_references.push_back(*id);
    }

    void tag(const char** attributes)
    {
        const std::string_view key = attribute(attributes, "k").value_or("");
        const std::string_view value = attribute(attributes, "v").value_or("");
        if (key == "highway")
            m_way.highway = value;
        else if (key == "name")
            m_way.name = value;
        else if (key == "bridge")
            m_way.bridge = isYes(value);
        else if (key == "tunnel")
            m_way.tunnel = isYes(value);
    }

    void endWay()
    {
        m_inWay = false;
        if (m_way.highway.empty())
            return;
        Polyline run;
        const auto keepLonger = [&] {
            if (run.size() > m_way.points.size())
                m_way.points = run;
            run.clear();
        };
        for (const std::int64_t id : m_references) {
            const auto at = m_nodes.find(id);
            if (at == m_nodes.end())
                keepLonger();
            else if (run.empty() || run.back() != at->second)
                run.push_back(at->second);
        }
        keepLonger();
        if (m_way.points.size() >= 2)
            m_roads.push_back(std::move(m_way));
    }

    OsmLimits m_limits;
    Parser m_parser;
    std::optional<Error> m_error;
    int m_depth = 0;
    bool m_inWay = false;
    std::size_t m_ways = 0;
    std::size_t m_wayPoints = 0;
    Road m_way;
    std::vector<std::int64_t> m_references;
    std::unordered_map<std::int64_t, GeoPoint> m_nodes;
    std::vector<Road> m_roads;
};

} // namespace

Result<std::vector<Road>> readOsmRoads(const OsmChunkSource& next, const OsmLimits& limits) { return OsmReader(limits).read(next); }

} // namespace griddesk
