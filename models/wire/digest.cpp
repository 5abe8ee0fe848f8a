// SPDX-License-Identifier: GPL-3.0-or-later
#include "digest.h"

namespace griddesk {

Digest digestOf(std::int64_t seq, std::string_view envelopeHash, std::string_view outcome)
{
    std::string text = "griddesk.digest.1\n" + std::to_string(seq) + "\n";
    text.append(envelopeHash).append("\n").append(outcome).append("\n");
    const Hash whole = sha256(text);
    Digest digest;
    std::copy_n(whole.bytes.begin(), Digest::size, digest.bytes.begin());
    return digest;
}

Digest operator^(const Digest& a, const Digest& b) noexcept
{
    Digest result;
    for (std::size_t i = 0; i < Digest::size; ++i)
        result.bytes[i] = a.bytes[i] ^ b.bytes[i];
    return result;
}

} // namespace griddesk
