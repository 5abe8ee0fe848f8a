// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

using Bytes = std::span<const std::uint8_t>; ///< a view of raw bytes, owned by somebody else
using Buffer = std::vector<std::uint8_t>;    ///< raw bytes owned here

/// The bytes of a text, without copying. Valid as long as the text is.
[[nodiscard]] Bytes bytesOf(std::string_view text) noexcept;
/// The same bytes read as text, without copying.
[[nodiscard]] std::string_view textOf(Bytes bytes) noexcept;

/// Lower-case hexadecimal.
[[nodiscard]] std::string toHex(Bytes bytes);
/// Lower-case hexadecimal only, so that every byte string has one text. Errors: Syntax.
[[nodiscard]] Result<Buffer> fromHex(std::string_view hex);

/// N bytes with a meaning (Tag::name); written as lower-case hexadecimal. Different tags do not mix.
template <typename Tag, std::size_t N>
struct FixedBytes {
    static constexpr std::size_t size = N;
    std::array<std::uint8_t, N> bytes{};

    /// Errors: Syntax when `hex` is not 2·N lower-case hexadecimal digits.
    [[nodiscard]] static Result<FixedBytes> parse(std::string_view hex)
    {
        const auto raw = hex.size() == 2 * N ? fromHex(hex) : Result<Buffer>(fail(ErrorCode::Syntax, "wrong length"));
        if (!raw)
            return fail(ErrorCode::Syntax, std::string("not a ") + Tag::name + ": " + raw.error().detail);
        FixedBytes result;
        std::ranges::copy(*raw, result.bytes.begin());
        return result;
    }
    [[nodiscard]] std::string hex() const { return toHex(bytes); }

    auto operator<=>(const FixedBytes&) const = default;
    bool operator==(const FixedBytes&) const = default;
};

} // namespace griddesk
