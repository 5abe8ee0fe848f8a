// SPDX-License-Identifier: GPL-3.0-or-later
#include "folder.h"

#include "models/wire/bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace griddesk::platform {

namespace {

std::filesystem::path keyFile(const std::filesystem::path& folder) { return folder / "platform.key"; }
std::filesystem::path databaseFile(const std::filesystem::path& folder) { return folder / "hub.db"; }

Result<void> writeKey(const std::filesystem::path& file, const Secret& seed)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return fail(errno == EEXIST ? ErrorCode::Duplicate : ErrorCode::FileNotWritable, std::strerror(errno), file.string());
    const std::string text = toHex(seed.bytes()) + "\n";
    const bool good = ::write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(descriptor) == 0;
    ::close(descriptor);
    return good ? Result<void>{} : fail(ErrorCode::Io, "the key could not be written", file.string());
}

Result<DeviceKey> readKey(const std::filesystem::path& file)
{
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem))
        return fail(ErrorCode::FileNotFound, "there is no platform here; 'new' makes one", file.string());
    std::ifstream in(file);
    std::string text(128, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    while (text.ends_with('\n'))
        text.pop_back();
    auto bytes = fromHex(text);
    if (!bytes || bytes->size() != Secret::size)
        return fail(ErrorCode::FileDamaged, "the platform's key cannot be read", file.string());
    auto seed = Secret::copyOf(*bytes);
    if (!seed)
        return std::unexpected(seed.error());
    return DeviceKey::fromSeed(*std::move(seed));
}

} // namespace

Result<void> Folder::create(const std::filesystem::path& folder, const std::string& stream, RandomSource& random)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem)
        return fail(ErrorCode::FileNotWritable, problem.message(), folder.string());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, problem);
    // The key may be there from an earlier stream of the same folder: one platform, one key.
    if (!std::filesystem::exists(keyFile(folder), problem))
        if (auto written = writeKey(keyFile(folder), DeviceKey::generate(random).seed()); !written)
            return written;
    auto store = SqliteHubStore::create(databaseFile(folder), stream);
    if (!store)
        return std::unexpected(store.error());
    return {};
}

Result<Folder> Folder::open(const std::filesystem::path& folder, const std::string& stream)
{
    auto key = readKey(keyFile(folder));
    if (!key)
        return std::unexpected(key.error());
    std::string name = stream;
    if (name.empty()) {
        auto streams = SqliteHubStore::streamsIn(databaseFile(folder));
        if (!streams)
            return std::unexpected(streams.error());
        if (streams->size() != 1)
            return fail(ErrorCode::InvalidArgument, "the folder holds " + std::to_string(streams->size()) + " streams: --stream ID says which", folder.string());
        name = streams->front();
    }
    auto store = SqliteHubStore::open(databaseFile(folder), name);
    if (!store)
        return std::unexpected(store.error());
    return Folder{.store = *std::move(store), .key = *std::move(key), .stream = std::move(name)};
}

} // namespace griddesk::platform
