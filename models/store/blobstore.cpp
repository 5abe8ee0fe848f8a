// SPDX-License-Identifier: GPL-3.0-or-later
#include "blobstore.h"

#include "durablefile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <ostream>
#include <spanstream>
#include <streambuf>

namespace griddesk {

namespace {

/// Takes everything and keeps nothing.
class NullBuffer final : public std::streambuf {
protected:
    int_type overflow(int_type c) override { return traits_type::not_eof(c); }
    std::streamsize xsputn(const char* /*bytes*/, std::streamsize count) override { return count; }
};

std::unexpected<Error> openFailure(const std::filesystem::path& file)
{
    const int number = errno;
    return fail(number == ENOENT ? ErrorCode::FileNotFound : ErrorCode::FileNotReadable, std::strerror(number), file.string());
}

Error writeFailure(const std::filesystem::path& file)
{
    const int number = errno;
    const auto code = number == ENOSPC || number == EDQUOT || number == EFBIG ? ErrorCode::DiskFull
        : number == EACCES || number == EROFS                                ? ErrorCode::FileNotWritable
                                                                             : ErrorCode::Io;
    return Error{code, std::string("write a blob: ") + std::strerror(number), file.string()};
}

} // namespace

std::filesystem::path BlobStore::pathOf(const Hash& sha256) const
{
    const auto name = m_cipher.nameOf(sha256);
    return m_folder / name.substr(0, 2) / name;
}

bool BlobStore::has(const Hash& sha256) const
{
    std::error_code ec;
    return std::filesystem::is_regular_file(pathOf(sha256), ec);
}

Result<BlobContent> BlobStore::putFile(const std::filesystem::path& file) const
{
    std::error_code ec;
    const auto status = std::filesystem::status(file, ec);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileNotFound, "there is no such file", file.string());
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::NotAFile, "not a regular file", file.string());
    if (std::filesystem::file_size(file, ec) > static_cast<std::uintmax_t>(largest))
        return fail(ErrorCode::LimitExceeded, "larger than 2 GiB", file.string());
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return openFailure(file);
    auto put = putStream(in);
    if (!put && put.error().context.empty())
        put.error().context = file.string();
    return put;
}

Result<BlobContent> BlobStore::put(std::string_view bytes) const
{
    if (bytes.size() > static_cast<std::size_t>(largest))
        return fail(ErrorCode::LimitExceeded, "larger than 2 GiB");
    std::ispanstream in(std::span<const char>(bytes.data(), bytes.size()));
    return putStream(in);
}

Result<BlobContent> BlobStore::putStream(std::istream& plain) const
{
    std::error_code ec;
    std::filesystem::create_directories(m_folder, ec);
    if (ec)
        return fail(ErrorCode::FileNotWritable, "make the folder: " + ec.message(), m_folder.string());
    // The name is known only after the last byte, so the file grows beside the folders it will move into.
    const auto temporary = temporaryBeside(m_folder / "blob");
    const auto giveUp = [&](Error error) -> Result<BlobContent> {
        std::filesystem::remove(temporary, ec);
        return std::unexpected(std::move(error));
    };
    errno = 0;
    std::ofstream out(temporary, std::ios::binary);
    if (!out)
        return giveUp(writeFailure(temporary));
    auto content = m_cipher.encrypt(plain, out);
    if (!content)
        return giveUp(errno == ENOSPC || errno == EDQUOT || errno == EFBIG ? writeFailure(temporary) : content.error());
    out.close();
    if (!out)
        return giveUp(writeFailure(temporary));
    const auto target = pathOf(content->sha256);
    if (has(content->sha256)) {
        std::filesystem::remove(temporary, ec);
        return content;
    }
    std::filesystem::create_directory(target.parent_path(), ec);
    if (ec)
        return giveUp({ErrorCode::FileNotWritable, "make the folder: " + ec.message(), target.string()});
    if (auto ok = publishFile(temporary, target); !ok && ok.error().code != ErrorCode::Duplicate)
        return std::unexpected(ok.error());
    if (auto ok = syncFolder(m_folder); !ok)
        return std::unexpected(ok.error());
    return content;
}

Result<std::string> BlobStore::get(const Hash& sha256, std::size_t most) const
{
    errno = 0;
    std::ifstream in(pathOf(sha256), std::ios::binary);
    if (!in)
        return openFailure(pathOf(sha256));
    auto bytes = m_cipher.decryptToMemory(in, sha256, most);
    if (!bytes)
        return std::unexpected(bytes.error());
    return std::string(textOf(*bytes));
}

Result<void> BlobStore::verify(const Hash& sha256) const
{
    errno = 0;
    std::ifstream in(pathOf(sha256), std::ios::binary);
    if (!in)
        return openFailure(pathOf(sha256));
    NullBuffer buffer;
    std::ostream nowhere(&buffer);
    if (auto content = m_cipher.decrypt(in, nowhere, sha256); !content)
        return std::unexpected(content.error());
    return {};
}

Result<void> BlobStore::verifyFile(const std::filesystem::path& file) const
{
    errno = 0;
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return openFailure(file);
    NullBuffer buffer;
    std::ostream nowhere(&buffer);
    // Intact, but of other contents than "none": that is all that can be asked here.
    auto content = m_cipher.decrypt(in, nowhere, Hash{});
    if (content || content.error().code == ErrorCode::HashMismatch)
        return {};
    content.error().context = file.string();
    return std::unexpected(content.error());
}

Result<std::vector<std::filesystem::path>> BlobStore::files() const
{
    std::vector<std::filesystem::path> found;
    std::error_code ec;
    if (!std::filesystem::exists(m_folder, ec))
        return found;
    for (std::filesystem::recursive_directory_iterator it(m_folder, ec), end; !ec && it != end; it.increment(ec))
        if (it.depth() == 1 && it->is_regular_file(ec) && it->path().filename().string().size() == 64)
            found.push_back(it->path());
    if (ec)
        return fail(ErrorCode::FileNotReadable, ec.message(), m_folder.string());
    std::ranges::sort(found);
    return found;
}

Result<std::size_t> BlobStore::removeUnfinished() const
{
    std::size_t removed = 0;
    std::error_code ec;
    if (!std::filesystem::exists(m_folder, ec))
        return removed;
    std::vector<std::filesystem::path> unfinished;
    for (std::filesystem::directory_iterator it(m_folder, ec), end; !ec && it != end; it.increment(ec))
        if (it->path().filename().string().starts_with("blob.new-"))
            unfinished.push_back(it->path());
    for (const auto& file : unfinished)
        removed += !ec && std::filesystem::remove(file, ec) ? 1U : 0U;
    if (ec)
        return fail(ErrorCode::FileNotWritable, ec.message(), m_folder.string());
    return removed;
}

} // namespace griddesk
