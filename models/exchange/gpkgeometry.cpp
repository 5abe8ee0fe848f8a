// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpkgeometry.h"

#include <bit>
#include <cstring>
#include <format>

namespace griddesk {
namespace {

constexpr std::uint32_t polygonType = 3;
constexpr std::uint32_t multiPolygonType = 6;

class WkbReader {
public:
    WkbReader(std::span<const unsigned char> bytes, std::size_t maximumVertices) : m_bytes(bytes), m_vertexBudget(maximumVertices) {}

    Result<std::vector<RawPolygon>> geometry()
    {
        auto type = header();
        if (!type)
            return std::unexpected(type.error());
        std::vector<RawPolygon> polygons;
        if (*type == polygonType) {
            auto polygon = body();
            if (!polygon)
                return std::unexpected(polygon.error());
            polygons.push_back(std::move(*polygon));
            return polygons;
        }
        if (*type != multiPolygonType)
            return fail(ErrorCode::WrongType, std::format("an area is a Polygon or MultiPolygon, not WKB type {}", *type));
        auto count = counted(9);
        if (!count)
            return std::unexpected(count.error());
        for (std::uint32_t i = 0; i < *count; ++i) {
            auto part = header();
            if (!part)
                return std::unexpected(part.error());
            if (*part != polygonType)
                return fail(ErrorCode::WrongType, "a MultiPolygon holds something that is no Polygon");
            auto polygon = body();
            if (!polygon)
                return std::unexpected(polygon.error());
            polygons.push_back(std::move(*polygon));
        }
        return polygons;
    }

private:
    static std::unexpected<Error> cutOff() { return fail(ErrorCode::Syntax, "the geometry is cut off"); }

    template <typename T>
    Result<T> take()
    {
        if (m_bytes.size() - m_at < sizeof(T))
            return cutOff();
        T value{};
        std::memcpy(&value, m_bytes.data() + m_at, sizeof(T));
        m_at += sizeof(T);
        return m_swap ? std::byteswap(value) : value;
    }

    /// Byte order and type; returns the plain type and remembers the numbers per point.
    Result<std::uint32_t> header()
    {
        if (m_at >= m_bytes.size())
            return cutOff();
        const unsigned char order = m_bytes[m_at++];
        if (order > 1)
            return fail(ErrorCode::Syntax, "the geometry has no byte order");
        m_swap = (order == 1) != (std::endian::native == std::endian::little);
        auto code = take<std::uint32_t>();
        if (!code)
            return code;
        // ISO adds 1000, 2000 or 3000 for Z, M, ZM; older writers set high bits.
        const std::uint32_t iso = (*code & 0x0FFFFFFFU) / 1000;
        const bool z = (*code & 0x80000000U) != 0 || iso == 1 || iso == 3;
        const bool m = (*code & 0x40000000U) != 0 || iso == 2 || iso == 3;
        if ((*code & 0x20000000U) != 0)
            if (auto srs = take<std::uint32_t>(); !srs)
                return srs;
        if (iso > 3)
            return fail(ErrorCode::Syntax, std::format("WKB type {} is not known", *code));
        m_dimensions = 2U + (z ? 1U : 0U) + (m ? 1U : 0U);
        return (*code & 0x0FFFFFFFU) % 1000;
    }

    /// A count of things of at least `bytesEach`, no more than can still follow.
    Result<std::uint32_t> counted(std::size_t bytesEach)
    {
        auto count = take<std::uint32_t>();
        if (count && *count > (m_bytes.size() - m_at) / bytesEach)
            return cutOff();
        return count;
    }

    Result<RawPolygon> body()
    {
        auto rings = counted(4);
        if (!rings)
            return std::unexpected(rings.error());
        RawPolygon polygon;
        for (std::uint32_t r = 0; r < *rings; ++r) {
            auto points = counted(m_dimensions * sizeof(double));
            if (!points)
                return std::unexpected(points.error());
            if (*points > m_vertexBudget)
                return fail(ErrorCode::LimitExceeded, "the geometry has too many vertices");
            m_vertexBudget -= *points;
            auto& ring = polygon.rings.emplace_back();
            ring.reserve(*points);
            for (std::uint32_t p = 0; p < *points; ++p) {
                const auto x = take<std::uint64_t>();
                const auto y = take<std::uint64_t>();
                if (!x || !y)
                    return cutOff();
                m_at += (m_dimensions - 2) * sizeof(double);
                ring.emplace_back(std::bit_cast<double>(*x), std::bit_cast<double>(*y));
            }
        }
        return polygon;
    }

    std::span<const unsigned char> m_bytes;
    std::size_t m_vertexBudget;
    std::size_t m_at = 0;
    std::size_t m_dimensions = 2;
    bool m_swap = false;
};

} // namespace

Result<std::vector<RawPolygon>> readGeoPackageGeometry(std::span<const unsigned char> blob, std::size_t maximumVertices)
{
    if (blob.size() < 8 || blob[0] != 'G' || blob[1] != 'P')
        return fail(ErrorCode::Syntax, "not a GeoPackage geometry");
    const unsigned flags = blob[3];
    if ((flags & 0x20U) != 0)
        return fail(ErrorCode::Unsupported, "extended GeoPackage geometries are not read");
    if ((flags & 0x10U) != 0)
        return fail(ErrorCode::MissingField, "the geometry is empty");
    constexpr std::size_t envelopeBytes[] = {0, 32, 48, 48, 64};
    const unsigned envelope = (flags >> 1U) & 7U;
    if (envelope > 4)
        return fail(ErrorCode::Syntax, "the envelope of the geometry is not known");
    const std::size_t start = 8 + envelopeBytes[envelope];
    if (blob.size() < start)
        return fail(ErrorCode::Syntax, "the geometry is cut off");
    return WkbReader(blob.subspan(start), maximumVertices).geometry();
}

} // namespace griddesk
