// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytes.h"
#include "secret.h"

#include <cstring>
#include <filesystem>
#include <functional>
#include <memory>

namespace griddesk {

struct HashTag { static constexpr const char* name = "hash"; };
/// 32 bytes of SHA-256 or keyed BLAKE2b-256. All zero means "nothing before" in chains.
using Hash = FixedBytes<HashTag, 32>;

/// SHA-256 (FIPS 180-4). Thread: any.
[[nodiscard]] Hash sha256(Bytes bytes) noexcept;
[[nodiscard]] Hash sha256(std::string_view text) noexcept;

/// SHA-256 of a file, read in pieces. Errors: FileNotFound, NotAFile, FileNotReadable, Io.
[[nodiscard]] Result<Hash> sha256OfFile(const std::filesystem::path& file);

/// BLAKE2b-256 with a key (RFC 7693): names and checks that only key holders can compute.
/// Errors: InvalidArgument when the key is empty.
[[nodiscard]] Result<Hash> keyedHash(const Secret& key, Bytes bytes);

/// SHA-256 of bytes that come in pieces. Thread: one.
class StreamHasher {
public:
    StreamHasher();
    ~StreamHasher();
    StreamHasher(StreamHasher&&) noexcept;
    StreamHasher& operator=(StreamHasher&&) noexcept;

    void update(Bytes piece) noexcept;
    /// The hash of everything so far; starts anew afterwards.
    [[nodiscard]] Hash finish() noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace griddesk

template <>
struct std::hash<griddesk::Hash> {
    std::size_t operator()(const griddesk::Hash& bytes32) const noexcept
    {
        std::size_t value = 0;
        std::memcpy(&value, bytes32.bytes.data(), sizeof value); // already evenly spread
        return value;
    }
};
