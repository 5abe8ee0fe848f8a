// SPDX-License-Identifier: GPL-3.0-or-later
#include "newprofile.h"

namespace griddesk {

Result<NewProfile> NewProfile::begin(const std::filesystem::path& folder, NewDistrict district, const ProfileUnlock& unlock, Instant now)
{
    const ProfilePaths paths{folder};
    std::error_code ignored;
    if (std::filesystem::exists(folder, ignored) && !std::filesystem::is_directory(folder, ignored))
        return fail(ErrorCode::NotAFile, "a profile is a folder, and this is not one", folder.string());
    for (const auto& file : {paths.info(), paths.keys(), paths.outbox(), paths.log()})
        if (std::filesystem::exists(file, ignored))
            return fail(ErrorCode::Duplicate, "there is a profile or a part of one already; choose another folder", file.string());
    // A path that ends in '/' names the folder before it.
    const auto named = folder.has_filename() ? folder : folder.parent_path();
    std::error_code error;
    if (named.has_parent_path())
        std::filesystem::create_directories(named.parent_path(), error);
    if (error)
        return fail(ErrorCode::FileNotWritable, "the folder cannot be made: " + error.message(), folder.string());
    auto pending = PendingFolder::make(folder);
    if (!pending)
        return std::unexpected(pending.error());
    if (auto made = Workspace::create(pending->path(), std::move(district), unlock, now); !made)
        return std::unexpected(made.error());
    return NewProfile(folder, *std::move(pending));
}

Result<void> NewProfile::publish()
{
    std::error_code ignored;
    if (std::filesystem::is_directory(m_folder, ignored))
        return m_pending.publishInto(ProfilePaths{m_folder}.info().filename());
    return m_pending.publish();
}

} // namespace griddesk
