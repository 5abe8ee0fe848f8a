// SPDX-License-Identifier: GPL-3.0-or-later
#include "bytesource.h"

#include "gzipsource.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <sys/stat.h>
#include <unistd.h>

namespace griddesk {
namespace {

constexpr char gzipMagic[] = {'\x1f', '\x8b'};

class FileSource final : public ByteSource {
public:
    FileSource(std::string name, int descriptor, std::uint64_t size, std::uint64_t maximum)
        : ByteSource(std::move(name)), m_descriptor(descriptor), m_size(size), m_maximum(maximum)
    {
    }
    ~FileSource() override { ::close(m_descriptor); }

    Result<std::size_t> read(std::span<char> out) override
    {
        for (;;) {
            const ssize_t got = ::read(m_descriptor, out.data(), out.size());
            if (got >= 0) {
                m_consumed += static_cast<std::uint64_t>(got);
                if (m_consumed > m_maximum)
                    return fail(ErrorCode::LimitExceeded, std::format("the file is larger than {} bytes", m_maximum), name());
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR)
                return fail(ErrorCode::Io, std::format("cannot read: {}", std::strerror(errno)), name());
        }
    }
    std::uint64_t consumed() const noexcept override { return m_consumed; }
    std::optional<std::uint64_t> total() const noexcept override { return m_size; }

private:
    int m_descriptor;
    std::uint64_t m_size;
    std::uint64_t m_maximum;
    std::uint64_t m_consumed = 0;
};

class MemorySource final : public ByteSource {
public:
    MemorySource(std::string bytes, std::string name, std::uint64_t maximum)
        : ByteSource(std::move(name)), m_bytes(std::move(bytes)), m_maximum(maximum)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        const std::size_t given = std::min(out.size(), m_bytes.size() - m_position);
        std::copy_n(m_bytes.data() + m_position, given, out.data());
        m_position += given;
        if (m_position > m_maximum)
            return fail(ErrorCode::LimitExceeded, std::format("more than {} bytes", m_maximum), name());
        return given;
    }
    std::uint64_t consumed() const noexcept override { return m_position; }
    std::optional<std::uint64_t> total() const noexcept override { return m_bytes.size(); }

private:
    std::string m_bytes;
    std::uint64_t m_maximum;
    std::size_t m_position = 0;
};

} // namespace

Result<std::unique_ptr<ByteSource>> openByteSource(const std::filesystem::path& path, ByteLimits limits)
{
    const std::string name = path.string();
    // Non-blocking, so that a named pipe is refused below instead of waiting for a writer.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
        switch (errno) {
        case ENOENT:
        case ENOTDIR: return fail(ErrorCode::FileNotFound, "there is no such file", name);
        case EACCES:
        case EPERM: return fail(ErrorCode::FileNotReadable, "no permission to read the file", name);
        default: return fail(ErrorCode::Io, std::format("cannot open: {}", std::strerror(errno)), name);
        }
    }
    struct stat info{};
    if (::fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) {
        const bool folder = S_ISDIR(info.st_mode);
        ::close(descriptor);
        return fail(ErrorCode::NotAFile, folder ? "this is a folder, not a file" : "this is a device or pipe, not a file", name);
    }
    if (info.st_size == 0) {
        ::close(descriptor);
        return fail(ErrorCode::FileDamaged, "the file is empty", name);
    }
    char magic[2] = {};
    const bool gzip = ::pread(descriptor, magic, sizeof magic, 0) == sizeof magic && std::equal(magic, magic + 2, gzipMagic);
    auto file = std::make_unique<FileSource>(name, descriptor, static_cast<std::uint64_t>(info.st_size), limits.maximumBytes);
    if (gzip)
        return gzipByteSource(std::move(file), limits);
    return file;
}

std::unique_ptr<ByteSource> memoryByteSource(std::string bytes, std::string name, ByteLimits limits)
{
    const bool gzip = bytes.size() >= 2 && std::equal(gzipMagic, gzipMagic + 2, bytes.data());
    auto memory = std::make_unique<MemorySource>(std::move(bytes), std::move(name), limits.maximumBytes);
    if (gzip)
        return gzipByteSource(std::move(memory), limits);
    return memory;
}

} // namespace griddesk
