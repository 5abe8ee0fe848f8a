// SPDX-License-Identifier: GPL-3.0-or-later
#include "gzipsource.h"

#include <algorithm>
#include <array>
#include <format>
#include <zlib.h>

namespace griddesk {
namespace {

class GzipSource final : public ByteSource {
public:
    GzipSource(std::unique_ptr<ByteSource> compressed, ByteLimits limits)
        : ByteSource(compressed->name()), m_compressed(std::move(compressed)), m_limits(limits)
    {
    }
    ~GzipSource() override
    {
        if (m_open)
            inflateEnd(&m_stream);
    }

    Result<std::size_t> read(std::span<char> out) override
    {
        if (m_finished || out.empty())
            return std::size_t{0};
        for (;;) {
            if (auto more = refill(); !more)
                return std::unexpected(more.error());
            if (!m_open) {
                auto started = startMember();
                if (!started)
                    return std::unexpected(started.error());
                if (!*started) {
                    m_finished = true;
                    return std::size_t{0};
                }
            }
            m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
            m_stream.avail_out = static_cast<uInt>(std::min<std::size_t>(out.size(), 1U << 30));
            const auto room = m_stream.avail_out;
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            const std::size_t given = room - m_stream.avail_out;
            m_given += given;
            if (status == Z_STREAM_END) {
                inflateEnd(&m_stream);
                m_open = false;
            } else if (status != Z_OK && status != Z_BUF_ERROR) {
                return damaged(m_stream.msg != nullptr ? m_stream.msg : "not readable as gzip");
            } else if (given == 0 && m_stream.avail_in == 0 && m_sourceEnded) {
                return damaged("the file is cut off");
            }
            if (auto within = checkLimits(); !within)
                return std::unexpected(within.error());
            if (given > 0)
                return given;
        }
    }

    std::uint64_t consumed() const noexcept override { return m_compressed->consumed(); }
    std::optional<std::uint64_t> total() const noexcept override { return m_compressed->total(); }

private:
    std::unexpected<Error> damaged(std::string_view what) const
    {
        return fail(ErrorCode::FileDamaged, std::format("the gzip stream is damaged after {} bytes: {}", m_given, what), name());
    }

    Result<void> refill()
    {
        if (m_stream.avail_in > 0 || m_sourceEnded)
            return {};
        auto got = m_compressed->read(m_input);
        if (!got)
            return std::unexpected(got.error());
        m_sourceEnded = *got == 0;
        m_taken += *got;
        m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
        m_stream.avail_in = static_cast<uInt>(*got);
        return {};
    }

    /// False when only padding is left.
    Result<bool> startMember()
    {
        if (m_given > 0 || m_members > 0) {
            for (;;) {
                while (m_stream.avail_in > 0 && *m_stream.next_in == 0) {
                    ++m_stream.next_in;
                    --m_stream.avail_in;
                }
                if (m_stream.avail_in > 0)
                    break;
                if (auto more = refill(); !more)
                    return std::unexpected(more.error());
                if (m_sourceEnded)
                    return false;
            }
            if (*m_stream.next_in != 0x1f)
                return damaged("something that is not gzip follows");
        }
        if (m_members >= maximumMembers)
            return fail(ErrorCode::LimitExceeded, std::format("more than {} gzip members", maximumMembers), name());
        if (inflateInit2(&m_stream, 16 + MAX_WBITS) != Z_OK)
            return fail(ErrorCode::Io, "no memory to read gzip", name());
        m_open = true;
        ++m_members;
        return true;
    }

    Result<void> checkLimits() const
    {
        if (m_given > m_limits.maximumBytes)
            return fail(ErrorCode::LimitExceeded, std::format("more than {} bytes after decompression", m_limits.maximumBytes), name());
        const std::uint64_t used = m_taken - m_stream.avail_in;
        if (m_given > m_limits.ratioFromBytes && m_given / std::max<std::uint64_t>(used, 1) > m_limits.maximumRatio)
            return fail(ErrorCode::LimitExceeded,
                        std::format("the file grows more than {} times when decompressed", m_limits.maximumRatio), name());
        return {};
    }

    static constexpr std::size_t maximumMembers = 100'000;

    std::unique_ptr<ByteSource> m_compressed;
    ByteLimits m_limits;
    std::array<char, 64 * 1024> m_input{};
    z_stream m_stream{};
    std::uint64_t m_given = 0;
    std::uint64_t m_taken = 0;
    std::size_t m_members = 0;
    bool m_open = false;
    bool m_sourceEnded = false;
    bool m_finished = false;
};

} // namespace

std::unique_ptr<ByteSource> gzipByteSource(std::unique_ptr<ByteSource> compressed, ByteLimits limits)
{
    return std::make_unique<GzipSource>(std::move(compressed), limits);
}

} // namespace griddesk
