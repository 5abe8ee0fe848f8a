// SPDX-License-Identifier: GPL-3.0-or-later
#include "utf16source.h"

#include "utf8.h"

#include <algorithm>
#include <array>

namespace griddesk {
namespace {

class Utf16Source final : public ByteSource {
public:
    Utf16Source(ByteSource& source, bool bigEndian, std::string pending)
        : ByteSource(source.name()), m_source(source), m_bigEndian(bigEndian), m_input(std::move(pending))
    {
    }

    Result<std::size_t> read(std::span<char> out) override
    {
        while (m_taken == m_output.size()) {
            if (m_ended)
                return std::size_t{0};
            m_output.clear();
            m_taken = 0;
            if (auto step = decodeMore(); !step)
                return std::unexpected(step.error());
        }
        const std::size_t given = std::min(out.size(), m_output.size() - m_taken);
        std::copy_n(m_output.data() + m_taken, given, out.data());
        m_taken += given;
        return given;
    }
    std::uint64_t consumed() const noexcept override { return m_source.consumed(); }
    std::optional<std::uint64_t> total() const noexcept override { return m_source.total(); }

private:
    Result<void> decodeMore()
    {
        std::array<char, 32 * 1024> block{};
        auto got = m_source.read(block);
        if (!got)
            return std::unexpected(got.error());
        m_input.append(block.data(), *got);
        std::size_t i = 0;
        for (; i + 1 < m_input.size(); i += 2)
            unit(i);
        m_input.erase(0, i);
        if (*got == 0) {
            m_ended = true;
            if (m_high != 0 || !m_input.empty())
                m_output.push_back('\xFF');
        }
        return {};
    }

    void unit(std::size_t i)
    {
        const auto first = static_cast<unsigned char>(m_input[i]);
        const auto second = static_cast<unsigned char>(m_input[i + 1]);
        const char32_t code = m_bigEndian ? static_cast<char32_t>(first << 8 | second) : static_cast<char32_t>(second << 8 | first);
        const bool low = code >= 0xDC00 && code <= 0xDFFF;
        if (m_high != 0 && low) {
            appendUtf8(m_output, 0x10000 + ((m_high - 0xD800) << 10) + (code - 0xDC00));
            m_high = 0;
            return;
        }
        if (m_high != 0)
            m_output.push_back('\xFF');
        m_high = 0;
        if (code >= 0xD800 && code <= 0xDBFF)
            m_high = code;
        else if (low)
            m_output.push_back('\xFF');
        else
            appendUtf8(m_output, code);
    }

    ByteSource& m_source;
    bool m_bigEndian;
    std::string m_input;
    std::string m_output;
    std::size_t m_taken = 0;
    char32_t m_high = 0;
    bool m_ended = false;
};

} // namespace

std::unique_ptr<ByteSource> utf16ByteSource(ByteSource& source, bool bigEndian, std::string pending)
{
    return std::make_unique<Utf16Source>(source, bigEndian, std::move(pending));
}

} // namespace griddesk
