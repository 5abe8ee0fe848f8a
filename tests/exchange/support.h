// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/bytesource.h"
#include "models/exchange/csvreader.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>
#include <zlib.h>

namespace griddesk::test {

/// A folder of its own for one test, gone afterwards.
class TempFolder {
public:
    TempFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "griddesk-exchange-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            ADD_FAILURE() << "no temporary folder";
        m_path = pattern;
    }
    ~TempFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    std::filesystem::path write(const std::string& name, std::string_view bytes) const
    {
        std::ofstream(m_path / name, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return m_path / name;
    }

private:
    std::filesystem::path m_path;
};

inline std::string gzipped(std::string_view bytes, int level = 9)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::filesystem::path sharedData(const std::string& name) { return std::filesystem::path(GRIDDESK_SHARED_DATA) / name; }
inline std::filesystem::path profilePath(const std::string& name)
{
    return std::filesystem::path(GRIDDESK_SOURCE_DIR) / "resources/profiles" / name;
}

/// Gives a long text without holding it: `head`, then `count` times `unit`, then `tail`; for lines of 100 MB.
class RepeatSource final : public ByteSource {
public:
    RepeatSource(std::string head, char unit, std::uint64_t count, std::string tail)
        : ByteSource("repeat"), m_head(std::move(head)), m_tail(std::move(tail)), m_unit(unit), m_count(count)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        std::size_t n = 0;
        for (; n < out.size() && m_at < m_head.size() + m_count + m_tail.size(); ++n, ++m_at)
            out[n] = m_at < m_head.size() ? m_head[m_at]
                : m_at < m_head.size() + m_count ? m_unit
                                                 : m_tail[m_at - m_head.size() - m_count];
        return n;
    }
    std::uint64_t consumed() const noexcept override { return m_at; }
    std::optional<std::uint64_t> total() const noexcept override { return std::nullopt; }

private:
    std::string m_head, m_tail;
    char m_unit;
    std::uint64_t m_count;
    std::uint64_t m_at = 0;
};

/// Gives the bytes one at a time, so that every boundary inside a reader is met.
class DripSource final : public ByteSource {
public:
    explicit DripSource(std::string bytes) : ByteSource("drip"), m_bytes(std::move(bytes)) {}
    Result<std::size_t> read(std::span<char> out) override
    {
        if (out.empty() || m_at == m_bytes.size())
            return std::size_t{0};
        out[0] = m_bytes[m_at++];
        return std::size_t{1};
    }
    std::uint64_t consumed() const noexcept override { return m_at; }
    std::optional<std::uint64_t> total() const noexcept override { return m_bytes.size(); }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

} // namespace griddesk::test
