// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "datakey.h"
#include "hash.h"

#include <cstdint>
#include <iosfwd>
#include <string>

namespace griddesk {

/// A file as it lies encrypted: what its plain contents are.
struct BlobContent {
    Hash sha256{};
    std::int64_t size = 0; ///< bytes

    bool operator==(const BlobContent&) const = default;
};

/// Encrypts files of any size in pieces of 64 KiB (XChaCha20-Poly1305 secretstream: pieces cannot be swapped, repeated or
/// cut off at the end) and names them by a keyed hash, so that neither contents nor hashes show on the disk. The stream
/// draws its header from the system's randomness; two files of the same contents differ. Writing to a temporary name,
/// flushing and renaming belong to the store. Thread: any; the key objects are only read.
class BlobCipher {
public:
    explicit BlobCipher(const DataKey& key);

    /// The file name for some contents: 64 hexadecimal digits.
    [[nodiscard]] std::string nameOf(const Hash& sha256) const;

    /// Reads `plain` to its end and writes the encrypted form. Errors: Io.
    [[nodiscard]] Result<BlobContent> encrypt(std::istream& plain, std::ostream& encrypted) const;

    /// Reads the encrypted form to its end and writes the contents. Every piece is verified before it is written, the whole
    /// at the end: on an error the output is to be thrown away.
    /// Errors: FileForeign, FileNewer, FileDamaged (changed, cut, something after the end, or another key), HashMismatch
    /// (intact, but of other contents than `expected`), Io.
    [[nodiscard]] Result<BlobContent> decrypt(std::istream& encrypted, std::ostream& plain, const Hash& expected) const;

    /// decrypt() into memory. Errors: also LimitExceeded.
    [[nodiscard]] Result<Buffer> decryptToMemory(std::istream& encrypted, const Hash& expected, std::size_t mostBytes) const;

private:
    template <typename Sink>
    Result<BlobContent> decryptTo(std::istream& encrypted, Sink&& sink) const;

    Secret m_contents;
    Secret m_names;
};

} // namespace griddesk
