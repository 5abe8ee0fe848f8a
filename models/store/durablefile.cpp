// SPDX-License-Identifier: GPL-3.0-or-later
#include "durablefile.h"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace griddesk {

namespace {

std::unexpected<Error> systemFailure(int number, const char* doing, const std::filesystem::path& file)
{
    const auto code = number == ENOSPC || number == EDQUOT || number == EFBIG ? ErrorCode::DiskFull
        : number == EACCES || number == EPERM || number == EROFS              ? ErrorCode::FileNotWritable
        : number == EEXIST                                                    ? ErrorCode::Duplicate
                                                                              : ErrorCode::Io;
    return fail(code, std::string(doing) + ": " + std::strerror(number), file.string());
}

class Descriptor {
public:
    explicit Descriptor(int fd) noexcept : m_fd(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    [[nodiscard]] int get() const noexcept { return m_fd; }
    /// Closing tells of write errors on some file systems, so it is asked for once the bytes matter.
    [[nodiscard]] int close() noexcept { return ::close(std::exchange(m_fd, -1)); }

private:
    int m_fd;
};

} // namespace

std::filesystem::path temporaryBeside(const std::filesystem::path& file)
{
    std::array<unsigned char, 4> random{};
    std::array<char, 9> hex{};
    randombytes_buf(random.data(), random.size());
    sodium_bin2hex(hex.data(), hex.size(), random.data(), random.size());
    auto name = file;
    name += std::string(".new-") + hex.data();
    return name;
}

Result<void> syncFolder(const std::filesystem::path& folder)
{
    const Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0)
        return systemFailure(errno, "open the folder", folder);
    if (::fsync(fd.get()) != 0)
        return systemFailure(errno, "fsync the folder", folder);
    return {};
}

Result<void> publishFile(const std::filesystem::path& temporary, const std::filesystem::path& target, Replace replace)
{
    const auto giveUp = [&](int number, const char* doing) {
        ::unlink(temporary.c_str());
        return systemFailure(number, doing, target);
    };
    {
        Descriptor fd(::open(temporary.c_str(), O_RDONLY | O_CLOEXEC));
        if (fd.get() < 0)
            return giveUp(errno, "open the new file");
        if (::fsync(fd.get()) != 0)
            return giveUp(errno, "fsync the new file");
    }
    if (replace == Replace::Yes) {
        if (::rename(temporary.c_str(), target.c_str()) != 0)
            return giveUp(errno, "rename");
    } else {
        // A hard link is the portable rename that refuses an existing target.
        if (::link(temporary.c_str(), target.c_str()) != 0)
            return giveUp(errno, "name the new file");
        ::unlink(temporary.c_str());
    }
    return syncFolder(target.parent_path());
}

Result<void> writeFileDurably(const std::filesystem::path& file, std::span<const std::byte> bytes, Replace replace)
{
    const auto temporary = temporaryBeside(file);
    Descriptor fd(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (fd.get() < 0)
        return systemFailure(errno, "make the new file", file);
    while (!bytes.empty()) {
        const auto written = ::write(fd.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            const int number = errno;
            ::unlink(temporary.c_str());
            return systemFailure(number, "write", file);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (fd.close() != 0) {
        const int number = errno;
        ::unlink(temporary.c_str());
        return systemFailure(number, "close", file);
    }
    return publishFile(temporary, file, replace);
}

Result<std::string> readWholeFile(const std::filesystem::path& file, std::uintmax_t limit)
{
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0)
        return fail(errno == ENOENT ? ErrorCode::FileNotFound : errno == ENXIO ? ErrorCode::NotAFile : ErrorCode::FileNotReadable,
                    errno == ENXIO ? "not a regular file" : std::strerror(errno), file.string()); // ENXIO: a socket
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0)
        return systemFailure(errno, "stat", file);
    if (!S_ISREG(status.st_mode))
        return fail(ErrorCode::NotAFile, "not a regular file", file.string());
    std::string bytes;
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto got = ::read(fd.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return systemFailure(errno, "read", file);
        if (got == 0)
            return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limit)
            return fail(ErrorCode::LimitExceeded, "longer than " + std::to_string(limit) + " bytes", file.string());
    }
}

} // namespace griddesk
