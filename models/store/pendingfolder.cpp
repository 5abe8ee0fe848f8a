// SPDX-License-Identifier: GPL-3.0-or-later
#include "pendingfolder.h"

#include "durablefile.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace griddesk {

namespace {

namespace fs = std::filesystem;

constexpr const char* markName = ".griddesk-unfinished";
constexpr std::string_view markText = "GridDesk was filling this folder and was stopped. It may be removed.\n";

bool isThere(const fs::path& path)
{
    std::error_code ec;
    return fs::exists(fs::symlink_status(path, ec));
}

/// A name as temporaryBeside() makes it for that target.
bool isTemporaryOf(const std::string& name, const std::string& target)
{
    const std::string begin = target + ".new-";
    return name.size() == begin.size() + 8 && name.starts_with(begin)
        && std::ranges::all_of(name.substr(begin.size()), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// The mark of a folder that nobody fills any more, locked; -1 for every other folder.
int abandonedMark(const fs::path& folder)
{
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return -1;
    const int mark = ::open((folder / markName).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (mark < 0)
        return -1;
    std::array<char, markText.size() + 1> text{};
    const auto length = ::fstat(mark, &status) == 0 && S_ISREG(status.st_mode) ? ::pread(mark, text.data(), text.size(), 0) : -1;
    if (length != static_cast<ssize_t>(markText.size()) || std::string_view(text.data(), markText.size()) != markText
        || ::flock(mark, LOCK_EX | LOCK_NB) != 0) {
        ::close(mark);
        return -1;
    }
    return mark;
}

void removeAbandoned(const fs::path& target)
{
    std::error_code ec;
    std::vector<fs::path> found;
    const auto parent = target.has_parent_path() ? target.parent_path() : fs::path(".");
    for (fs::directory_iterator at(parent, fs::directory_options::skip_permission_denied, ec), end; !ec && at != end; at.increment(ec))
        if (isTemporaryOf(at->path().filename().string(), target.filename().string()))
            found.push_back(at->path());
    for (const auto& folder : found)
        if (const int mark = abandonedMark(folder); mark >= 0) {
            std::error_code ignored;
            fs::remove_all(folder, ignored);
            ::close(mark);
        }
}

/// `folder/` and `folder` are the same place, and only the second has a name to be extended.
fs::path named(const fs::path& target) { return target.has_filename() ? target : target.parent_path(); }

} // namespace

Result<PendingFolder> PendingFolder::make(const fs::path& wanted)
{
    const fs::path target = named(wanted);
    removeAbandoned(target);
    const auto folder = temporaryBeside(target);
    const auto failure = [&](const char* doing) {
        const int number = errno;
        return fail(number == ENOSPC || number == EDQUOT ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, std::string(doing) + ": " + std::strerror(number), folder.string());
    };
    if (::mkdir(folder.c_str(), 0700) != 0)
        return failure("make the folder");
    const auto markFile = folder / markName;
    PendingFolder pending(folder, target, ::open(markFile.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (pending.m_mark < 0 || ::flock(pending.m_mark, LOCK_EX | LOCK_NB) != 0
        || ::write(pending.m_mark, markText.data(), markText.size()) != static_cast<ssize_t>(markText.size()))
        return failure("mark the folder");
    return pending;
}

PendingFolder::~PendingFolder()
{
    std::error_code ec;
    if (!m_folder.empty())
        fs::remove_all(m_folder, ec);
    if (m_mark >= 0)
        ::close(m_mark);
}

void PendingFolder::dropMark() noexcept
{
    ::unlink((m_folder / markName).c_str());
    ::close(std::exchange(m_mark, -1));
}

Result<void> PendingFolder::publish()
{
    // rename() would silently replace an empty folder.
    if (isThere(m_target))
        return fail(ErrorCode::Duplicate, "something is there already", m_target.string());
    dropMark();
    if (auto ok = syncFolder(m_folder); !ok)
        return ok;
    std::error_code ec;
    fs::rename(m_folder, m_target, ec);
    if (ec)
        return fail(ErrorCode::Io, "rename: " + ec.message(), m_target.string());
    m_folder.clear();
    return syncFolder(m_target.parent_path());
}

Result<void> PendingFolder::publishInto(const fs::path& last)
{
    dropMark();
    std::error_code ec;
    std::vector<fs::path> names;
    for (fs::directory_iterator at(m_folder, ec), end; !ec && at != end; at.increment(ec))
        names.push_back(at->path().filename());
    if (ec)
        return fail(ErrorCode::Io, "list the folder: " + ec.message(), m_folder.string());
    for (const auto& name : names)
        if (isThere(m_target / name))
            return fail(ErrorCode::Duplicate, "something is there already", (m_target / name).string());
    std::ranges::stable_partition(names, [&](const fs::path& name) { return name != last; });
    for (const auto& name : names) {
        if (name == last)
            if (auto ok = syncFolder(m_target); !ok)
                return ok;
        fs::rename(m_folder / name, m_target / name, ec);
        if (ec)
            return fail(ErrorCode::Io, "rename: " + ec.message(), (m_target / name).string());
    }
    return syncFolder(m_target);
}

} // namespace griddesk
