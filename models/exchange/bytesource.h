// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace griddesk {

/// How much a source may give before it is taken for an attack. The ratio counts only after `ratioFromBytes` of output,
/// because short runs of the same byte compress very well in honest files too.
struct ByteLimits {
    std::uint64_t maximumBytes = std::uint64_t{8} << 30;   ///< bytes given out, after decompression
    std::uint64_t maximumRatio = 250;                      ///< output per input byte of a gzip stream (deflate reaches 1032)
    std::uint64_t ratioFromBytes = std::uint64_t{16} << 20;
};

/// A stream of bytes that is pulled. One thread at a time. Every error names the source in `context`.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    /// Fills the front of `out` and returns how many bytes; 0 only at the end. A short read is not the end.
    /// Errors: Io, FileDamaged (cut off or corrupt gzip), LimitExceeded.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<char> out) = 0;
    /// Bytes taken so far from what lies underneath (compressed bytes of a gzip file); for progress.
    [[nodiscard]] virtual std::uint64_t consumed() const noexcept = 0;
    /// Size of what lies underneath when known.
    [[nodiscard]] virtual std::optional<std::uint64_t> total() const noexcept = 0;

    /// File name or the name given by the caller.
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }

protected:
    explicit ByteSource(std::string name) : m_name(std::move(name)) {}

private:
    std::string m_name;
};

/// Opens a file; gzip is recognised by its first two bytes, whatever the name says.
/// Errors: FileNotFound, FileNotReadable (no permission), NotAFile (directory, device, pipe), FileDamaged (empty file), Io.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> openByteSource(const std::filesystem::path& path, ByteLimits limits = {});

/// A source over bytes in memory, with the same recognition of gzip. Never fails at once; an empty text is an empty source.
[[nodiscard]] std::unique_ptr<ByteSource> memoryByteSource(std::string bytes, std::string name, ByteLimits limits = {});

} // namespace griddesk
