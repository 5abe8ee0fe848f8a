// SPDX-License-Identifier: GPL-3.0-or-later
#include "hash.h"

#include <sodium.h>

#include <fstream>

namespace griddesk {

struct StreamHasher::State {
    crypto_hash_sha256_state sha{};
};

Hash sha256(Bytes bytes) noexcept
{
    Hash hash;
    crypto_hash_sha256(hash.bytes.data(), bytes.data(), bytes.size());
    return hash;
}

Hash sha256(std::string_view text) noexcept
{
    return sha256(bytesOf(text));
}

Result<Hash> sha256OfFile(const std::filesystem::path& file)
{
    std::error_code problem;
    const auto status = std::filesystem::status(file, problem);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileNotFound, "no such file", file.string());
    if (problem)
        return fail(ErrorCode::FileNotReadable, problem.message(), file.string());
    if (status.type() != std::filesystem::file_type::regular)
        return fail(ErrorCode::NotAFile, "not a regular file", file.string());
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return fail(ErrorCode::FileNotReadable, "cannot be opened for reading", file.string());
    StreamHasher hasher;
    Buffer piece(64 * 1024);
    while (in) {
        in.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(piece.size()));
        hasher.update(Bytes(piece).first(static_cast<std::size_t>(in.gcount())));
    }
    if (in.bad())
        return fail(ErrorCode::Io, "reading failed", file.string());
    return hasher.finish();
}

Result<Hash> keyedHash(const Secret& key, Bytes bytes)
{
    if (key.empty()) // the library would silently compute an unkeyed hash
        return fail(ErrorCode::InvalidArgument, "keyed hash without a key");
    Hash hash;
    crypto_generichash(hash.bytes.data(), hash.bytes.size(), bytes.data(), bytes.size(), key.bytes().data(), key.bytes().size());
    return hash;
}

StreamHasher::StreamHasher() : m_state(std::make_unique<State>())
{
    crypto_hash_sha256_init(&m_state->sha);
}

StreamHasher::~StreamHasher() = default;
StreamHasher::StreamHasher(StreamHasher&&) noexcept = default;
StreamHasher& StreamHasher::operator=(StreamHasher&&) noexcept = default;

void StreamHasher::update(Bytes piece) noexcept
{
    crypto_hash_sha256_update(&m_state->sha, piece.data(), piece.size());
}

Hash StreamHasher::finish() noexcept
{
    Hash hash;
    crypto_hash_sha256_final(&m_state->sha, hash.bytes.data());
    crypto_hash_sha256_init(&m_state->sha);
    return hash;
}

} // namespace griddesk
