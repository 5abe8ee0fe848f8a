// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobcipher.h"

#include <sodium.h>

#include <istream>
#include <ostream>

namespace griddesk {

namespace {

// GDBLOB, version, line end; then the header of the stream; then the pieces.
constexpr std::string_view magic = "GDBLOB1\n";
constexpr std::size_t versionAt = 6;
constexpr std::size_t headerSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t pieceSize = 64 * 1024;
constexpr std::size_t sealedPieceSize = pieceSize + crypto_secretstream_xchacha20poly1305_ABYTES;

/// The state holds the key of the stream.
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state state{};
    StreamState() = default;
    ~StreamState() { sodium_memzero(&state, sizeof state); }
    StreamState(const StreamState&) = delete;
    StreamState& operator=(const StreamState&) = delete;
};

/// Fills `bytes` as far as the stream goes.
Result<std::size_t> readInto(std::istream& in, std::span<std::uint8_t> bytes)
{
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (in.bad())
        return fail(ErrorCode::Io, "reading failed");
    return static_cast<std::size_t>(in.gcount());
}

Result<void> writeAll(std::ostream& out, Bytes bytes)
{
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!out)
        return fail(ErrorCode::Io, "writing failed");
    return {};
}

Result<void> checkMagic(std::string_view head)
{
    if (head == magic)
        return {};
    if (head.starts_with(magic.substr(0, versionAt)) && head.size() == magic.size() && head.back() == '\n' && head[versionAt] > magic[versionAt]
        && head[versionAt] <= '9')
        return fail(ErrorCode::FileNewer, "blob of a newer version");
    if (head.size() < magic.size() && magic.starts_with(head))
        return fail(ErrorCode::FileDamaged, "blob is cut short");
    return fail(ErrorCode::FileForeign, "not a blob of this program");
}

} // namespace

BlobCipher::BlobCipher(const DataKey& key) : m_contents(key.derived(KeyPurpose::Blobs)), m_names(key.derived(KeyPurpose::BlobNames)) {}

std::string BlobCipher::nameOf(const Hash& sha256) const
{
    return keyedHash(m_names, sha256.bytes).transform([](const Hash& name) { return name.hex(); }).value_or(std::string{});
}

Result<BlobContent> BlobCipher::encrypt(std::istream& plain, std::ostream& encrypted) const
{
    StreamState stream;
    std::array<std::uint8_t, headerSize> header{};
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, header.data(), m_contents.bytes().data());
    if (auto written = writeAll(encrypted, bytesOf(magic)).and_then([&] { return writeAll(encrypted, header); }); !written)
        return std::unexpected(written.error());

    BlobContent content;
    StreamHasher hasher;
    Buffer piece(pieceSize);
    Buffer sealed(sealedPieceSize);
    for (bool last = false; !last;) {
        const auto got = readInto(plain, piece);
        if (!got)
            return std::unexpected(got.error());
        // A full piece may be the last one: only the next read knows. An empty last piece is fine.
        last = *got < pieceSize;
        hasher.update(Bytes(piece).first(*got));
        content.size += static_cast<std::int64_t>(*got);
        const unsigned char tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
        unsigned long long length = 0;
        crypto_secretstream_xchacha20poly1305_push(&stream.state, sealed.data(), &length, piece.data(), *got, nullptr, 0, tag);
        if (auto written = writeAll(encrypted, Bytes(sealed).first(length)); !written)
            return std::unexpected(written.error());
    }
    wipeBytes(piece);
    content.sha256 = hasher.finish();
    return content;
}

template <typename Sink>
Result<BlobContent> BlobCipher::decryptTo(std::istream& encrypted, Sink&& sink) const
{
    Buffer head(magic.size());
    const auto headGot = readInto(encrypted, head);
    if (!headGot)
        return std::unexpected(headGot.error());
    if (auto ours = checkMagic(textOf(head).substr(0, *headGot)); !ours)
        return std::unexpected(ours.error());
    std::array<std::uint8_t, headerSize> header{};
    const auto headerGot = readInto(encrypted, header);
    if (!headerGot)
        return std::unexpected(headerGot.error());
    StreamState stream;
    if (*headerGot != headerSize || crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, header.data(), m_contents.bytes().data()) != 0)
        return fail(ErrorCode::FileDamaged, "blob is cut short");

    BlobContent content;
    StreamHasher hasher;
    Buffer sealed(sealedPieceSize);
    Buffer piece(pieceSize);
    for (bool last = false; !last;) {
        const auto got = readInto(encrypted, sealed);
        if (!got)
            return std::unexpected(got.error());
        unsigned char tag = 0;
        unsigned long long length = 0;
        if (*got < crypto_secretstream_xchacha20poly1305_ABYTES
            || crypto_secretstream_xchacha20poly1305_pull(&stream.state, piece.data(), &length, &tag, sealed.data(), *got, nullptr, 0) != 0)
            return fail(ErrorCode::FileDamaged, "blob is changed or cut short, or under another key");
        last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        const auto contents = Bytes(piece).first(length);
        hasher.update(contents);
        content.size += static_cast<std::int64_t>(length);
        if (Result<void> taken = sink(contents); !taken)
            return std::unexpected(taken.error());
    }
    wipeBytes(piece);
    if (encrypted.peek() != std::istream::traits_type::eof())
        return fail(ErrorCode::FileDamaged, "something follows the end of the blob");
    content.sha256 = hasher.finish();
    return content;
}

Result<BlobContent> BlobCipher::decrypt(std::istream& encrypted, std::ostream& plain, const Hash& expected) const
{
    auto content = decryptTo(encrypted, [&](Bytes piece) { return writeAll(plain, piece); });
    if (content && content->sha256 != expected)
        return fail(ErrorCode::HashMismatch, "blob holds other contents", expected.hex());
    return content;
}

Result<Buffer> BlobCipher::decryptToMemory(std::istream& encrypted, const Hash& expected, std::size_t mostBytes) const
{
    Buffer contents;
    const auto content = decryptTo(encrypted, [&](Bytes piece) -> Result<void> {
        if (piece.size() > mostBytes - contents.size())
            return fail(ErrorCode::LimitExceeded, "blob is larger than " + std::to_string(mostBytes) + " bytes");
        contents.insert(contents.end(), piece.begin(), piece.end());
        return {};
    });
    if (!content)
        return std::unexpected(content.error());
    if (content->sha256 != expected)
        return fail(ErrorCode::HashMismatch, "blob holds other contents", expected.hex());
    return contents;
}

} // namespace griddesk
