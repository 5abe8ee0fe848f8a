// SPDX-License-Identifier: GPL-3.0-or-later
#include "databasefile.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <span>
#include <string_view>

namespace griddesk {

namespace {

constexpr std::array<std::uint8_t, 4> magic{'G', 'D', 'S', 'K'};
constexpr std::size_t checkedBytes = 12;
constexpr std::uintmax_t smallestFile = 4096; // one page

std::array<std::uint8_t, 4> keyCheck(std::span<const std::uint8_t> head, const Secret& key)
{
    std::array<std::uint8_t, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), head.data(), head.size(), key.bytes().data(), key.bytes().size());
    return {hash[0], hash[1], hash[2], hash[3]};
}

std::array<std::uint8_t, 4> bigEndian(std::uint32_t n)
{
    return {static_cast<std::uint8_t>(n >> 24U), static_cast<std::uint8_t>(n >> 16U), static_cast<std::uint8_t>(n >> 8U),
            static_cast<std::uint8_t>(n)};
}

} // namespace

DatabaseSalt makeDatabaseSalt(std::uint32_t applicationId, const Secret& key)
{
    DatabaseSalt salt{};
    std::ranges::copy(magic, salt.begin());
    std::ranges::copy(bigEndian(applicationId), salt.begin() + 4);
    randombytes_buf(salt.data() + 8, 4);
    std::ranges::copy(keyCheck(std::span(salt).first(checkedBytes), key), salt.begin() + checkedBytes);
    return salt;
}

Result<DatabaseSalt> probeDatabaseFile(const std::filesystem::path& file, std::uint32_t applicationId, const Secret& key)
{
    std::error_code ec;
    const auto status = std::filesystem::status(file, ec);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::FileNotFound, "there is no such file", file.string());
    if (ec)
        return fail(ErrorCode::FileNotReadable, ec.message(), file.string());
    if (!std::filesystem::is_regular_file(status))
        return fail(ErrorCode::NotAFile, "not a regular file", file.string());

    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return fail(ErrorCode::FileNotReadable, std::strerror(errno), file.string());
    DatabaseSalt salt{};
    stream.read(reinterpret_cast<char*>(salt.data()), static_cast<std::streamsize>(salt.size()));
    const auto got = static_cast<std::size_t>(stream.gcount());
    if (got == 0)
        return fail(ErrorCode::FileDamaged, "the file is empty", file.string());

    constexpr std::string_view plain = "SQLite format 3";
    if (got >= plain.size() && std::equal(plain.begin(), plain.end(), salt.begin()))
        return fail(ErrorCode::FileForeign, "an unencrypted SQLite file", file.string());
    if (got < salt.size() || !std::equal(magic.begin(), magic.end(), salt.begin()))
        return fail(ErrorCode::FileForeign, "not a GridDesk database", file.string());
    const auto wanted = bigEndian(applicationId);
    if (!std::equal(wanted.begin(), wanted.end(), salt.begin() + 4))
        return fail(ErrorCode::FileForeign, "a GridDesk database of another kind", file.string());
    if (std::filesystem::file_size(file, ec) < smallestFile || ec)
        return fail(ErrorCode::FileDamaged, "the file is cut off inside its first page", file.string());
    if (key.empty())
        return fail(ErrorCode::WrongKey, "no key was given", file.string());
    const auto check = keyCheck(std::span(salt).first(checkedBytes), key);
    if (!std::equal(check.begin(), check.end(), salt.begin() + checkedBytes))
        return fail(ErrorCode::WrongKey, "the key does not fit the file", file.string());
    return salt;
}

} // namespace griddesk
