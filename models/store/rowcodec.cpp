// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowcodec.h"

#include <limits>
#include <string>
#include <string_view>

namespace griddesk {

namespace {

constexpr std::uint64_t longestText = 16 * 1024 * 1024;
constexpr std::uint64_t longestList = 10'000;

class Writer {
public:
    explicit Writer(std::vector<std::byte>& out) : m_out(out) {}
    void varint(std::uint64_t n)
    {
        for (; n >= 0x80; n >>= 7U)
            m_out.push_back(static_cast<std::byte>((n & 0x7fU) | 0x80U));
        m_out.push_back(static_cast<std::byte>(n));
    }
    void operator()(std::int64_t n) { varint((static_cast<std::uint64_t>(n) << 1U) ^ static_cast<std::uint64_t>(n >> 63)); }
    void operator()(int n) { (*this)(std::int64_t{n}); }
    void operator()(std::uint32_t n) { varint(n); }
    void operator()(Stage stage) { varint(static_cast<std::uint64_t>(stage)); }
    void operator()(Urgency urgency) { varint(static_cast<std::uint64_t>(urgency)); }
    void operator()(const std::string& text)
    {
        varint(text.size());
        const auto* data = reinterpret_cast<const std::byte*>(text.data());
        m_out.insert(m_out.end(), data, data + text.size());
    }
    void operator()(Instant t) { (*this)(msOf(t)); }
    void operator()(const GeoPoint& p)
    {
        (*this)(std::int64_t{p.lonE7});
        (*this)(std::int64_t{p.latE7});
    }
    template <typename Tag>
    void operator()(const Id<Tag>& id) { (*this)(id.text()); }
    template <typename T>
    void operator()(const std::optional<T>& value)
    {
        varint(value ? 1 : 0);
        if (value)
            (*this)(*value);
    }
    template <typename T>
    void operator()(const std::vector<T>& list)
    {
        varint(list.size());
        for (const auto& item : list)
            (*this)(item);
    }

private:
    std::vector<std::byte>& m_out;
};

class Reader {
public:
    explicit Reader(std::span<const std::byte> bytes) : m_bytes(bytes) {}
    [[nodiscard]] bool good() const noexcept { return m_good; }
    [[nodiscard]] bool atEnd() const noexcept { return m_at == m_bytes.size(); }

    std::uint64_t varint()
    {
        std::uint64_t n = 0;
        for (unsigned shift = 0; shift < 64 && m_at < m_bytes.size(); shift += 7) {
            const auto byte = static_cast<std::uint64_t>(m_bytes[m_at++]);
            n |= (byte & 0x7fU) << shift;
            if ((byte & 0x80U) == 0)
                return n;
        }
        m_good = false;
        return 0;
    }
    void operator()(std::int64_t& n)
    {
        const auto z = varint();
        n = static_cast<std::int64_t>((z >> 1U) ^ (~(z & 1U) + 1U));
    }
    void operator()(int& n) { n = static_cast<int>(ranged(std::numeric_limits<int>::min(), std::numeric_limits<int>::max())); }
    void operator()(std::uint32_t& n) { n = static_cast<std::uint32_t>(limited(std::numeric_limits<std::uint32_t>::max())); }
    void operator()(Stage& stage) { stage = static_cast<Stage>(limited(stageCount - 1)); }
    void operator()(Urgency& urgency) { urgency = static_cast<Urgency>(limited(static_cast<std::uint64_t>(Urgency::Critical))); }
    void operator()(std::string& text)
    {
        const auto size = limited(longestText);
        if (!m_good || size > m_bytes.size() - m_at) {
            m_good = false;
            return;
        }
        text.assign(reinterpret_cast<const char*>(m_bytes.data()) + m_at, size);
        m_at += size;
    }
    void operator()(Instant& t)
    {
        std::int64_t ms = 0;
        (*this)(ms);
        t = instantFromMs(ms);
    }
    void operator()(GeoPoint& p)
    {
        p.lonE7 = static_cast<std::int32_t>(ranged(-1'800'000'000, 1'800'000'000));
        p.latE7 = static_cast<std::int32_t>(ranged(-900'000'000, 900'000'000));
    }
    template <typename Tag>
    void operator()(Id<Tag>& id)
    {
        std::string text;
        (*this)(text);
        if (!m_good)
            return;
        if (auto parsed = Id<Tag>::parse(text))
            id = std::move(*parsed);
        else
            m_good = false;
    }
    template <typename T>
    void operator()(std::optional<T>& value)
    {
        if (limited(1) == 0 || !m_good)
            return;
        value.emplace(blank<T>());
        (*this)(*value);
    }
    template <typename T>
    void operator()(std::vector<T>& list)
    {
        const auto size = limited(longestList);
        for (std::uint64_t i = 0; i < size && m_good; ++i) {
            list.push_back(blank<T>());
            (*this)(list.back());
        }
    }
    template <typename T>
    static T blank()
    {
        if constexpr (requires { T::literal("x"); })
            return T::literal("x");
        else
            return T{};
    }

private:
    std::uint64_t limited(std::uint64_t most)
    {
        const auto n = varint();
        if (n > most)
            m_good = false;
        return m_good ? n : 0;
    }
    std::int64_t ranged(std::int64_t least, std::int64_t most)
    {
        std::int64_t n = 0;
        (*this)(n);
        if (n < least || n > most)
            m_good = false;
        return m_good ? n : 0;
    }

    std::span<const std::byte> m_bytes;
    std::size_t m_at = 0;
    bool m_good = true;
};

/// The one list of fields, for both directions.
template <typename Row, typename Visitor>
void visit(Row& row, Visitor& v)
{
    v(row.id);
    v(row.number);
    v(row.localNumber);
    v(row.stage);
    v(row.urgency);
    v(row.marks);
    v(row.source);
    v(row.demandType);
    v(row.category);
    v(row.standard);
    v(row.cell);
    v(row.grid);
    v(row.community);
    v(row.subdistrict);
    v(row.place);
    v(row.address);
    v(row.title);
    v(row.text);
    v(row.outsideNumbers);
    v(row.unit);
    v(row.unit2);
    v(row.handler);
    v(row.assists);
    v(row.reportedAt);
    v(row.acceptedAt);
    v(row.filedAt);
    v(row.dispatchedAt);
    v(row.signedAt);
    v(row.handledAt);
    v(row.closedAt);
    v(row.changedAt);
    v(row.due);
    v(row.yellowAt);
    v(row.caseDue);
    v(row.clockId);
    v(row.reworks);
    v(row.returns);
    v(row.followUps);
    v(row.extensions);
    v(row.evidence);
    v(row.operations);
}

} // namespace

void encodeRow(const CaseRow& row, std::vector<std::byte>& out)
{
    out.push_back(static_cast<std::byte>(rowFormat));
    Writer writer(out);
    visit(row, writer);
}

Result<CaseRow> decodeRow(std::span<const std::byte> bytes)
{
    if (bytes.empty())
        return fail(ErrorCode::FileDamaged, "an empty case row");
    if (static_cast<std::uint8_t>(bytes.front()) != rowFormat)
        return fail(ErrorCode::FileNewer, "a case row of another format");
    CaseRow row{.id = CaseId::literal("x")};
    Reader reader(bytes.subspan(1));
    visit(row, reader);
    if (!reader.good() || !reader.atEnd())
        return fail(ErrorCode::FileDamaged, "not a case row");
    return row;
}

} // namespace griddesk
