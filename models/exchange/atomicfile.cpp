// SPDX-License-Identifier: GPL-3.0-or-later
#include "atomicfile.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <format>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace griddesk {
namespace {

constexpr std::size_t bufferBytes = 256 * 1024;

ErrorCode codeOf(int number) noexcept
{
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return ErrorCode::DiskFull;
    case EACCES:
    case EPERM:
    case EROFS: return ErrorCode::FileNotWritable;
    case ENOENT:
    case ENOTDIR: return ErrorCode::FileNotFound;
    case EISDIR: return ErrorCode::NotAFile;
    default: return ErrorCode::Io;
    }
}

} // namespace

AtomicFile::AtomicFile(std::filesystem::path path, std::string temporary, int descriptor)
    : m_path(std::move(path)), m_temporary(std::move(temporary)), m_descriptor(descriptor)
{
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_path(std::move(other.m_path)), m_temporary(std::exchange(other.m_temporary, {})), m_buffer(std::move(other.m_buffer)),
      m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

AtomicFile::~AtomicFile() { discard(); }

void AtomicFile::discard() noexcept
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

std::unexpected<Error> AtomicFile::failed(const char* what, int number)
{
    discard();
    return fail(codeOf(number), std::format("cannot {}: {}", what, std::strerror(number)), m_path.string());
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path)
{
    std::error_code ignored;
    if (path.filename().empty() || std::filesystem::is_directory(path, ignored))
        return fail(ErrorCode::NotAFile, "this is a folder, not a file", path.string());
    // Renaming over a device or a pipe would take it away from everybody.
    if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored))
        return fail(ErrorCode::NotAFile, "this is a device or a pipe, not a file", path.string());
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    std::string temporary = (folder / ("." + path.filename().string() + ".XXXXXX")).string();
    const int descriptor = ::mkostemp(temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return fail(codeOf(errno), std::format("cannot make a file here: {}", std::strerror(errno)), path.string());
    // mkostemp makes the file private; an exported file has the rights of any new file.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::fchmod(descriptor, 0666 & ~mask) != 0) { /* some file systems have no modes; the file is then private */
    }
    return AtomicFile(path, std::move(temporary), descriptor);
}

Result<void> AtomicFile::flush()
{
    std::string_view rest = m_buffer;
    while (!rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return failed("write", errno);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    m_buffer.clear();
    return {};
}

Result<void> AtomicFile::write(std::string_view bytes)
{
    if (m_descriptor < 0)
        return fail(ErrorCode::Io, "the file is closed", m_path.string());
    m_buffer.append(bytes);
    return m_buffer.size() < bufferBytes ? Result<void>{} : flush();
}

Result<void> AtomicFile::commit()
{
    if (m_descriptor < 0)
        return fail(ErrorCode::Io, "the file is closed", m_path.string());
    if (auto done = flush(); !done)
        return done;
    if (::fsync(m_descriptor) != 0)
        return failed("flush to the disk", errno);
    if (::close(std::exchange(m_descriptor, -1)) != 0)
        return failed("close", errno);
    if (::rename(m_temporary.c_str(), m_path.c_str()) != 0)
        return failed("put the file in its place", errno);
    m_temporary.clear();
    const auto folder = m_path.has_parent_path() ? m_path.parent_path() : std::filesystem::path(".");
    const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory >= 0) {
        ::fsync(directory); // makes the new name durable; the file itself already is
        ::close(directory);
    }
    return {};
}

} // namespace griddesk
