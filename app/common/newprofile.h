// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/store/pendingfolder.h"

namespace griddesk {

/// A profile that is made beside its place and put there when it is filled: stopped, failed or killed before, nothing stands in
/// its place, and what lies beside it is removed by the next try. Thread: one.
class NewProfile {
public:
    /// `folder` may be there as long as no part of a profile is in it; what else is in it stays. Errors: NotAFile, Duplicate, those of
    /// PendingFolder::make() and Workspace::create().
    [[nodiscard]] static Result<NewProfile> begin(const std::filesystem::path& folder, NewDistrict district, const ProfileUnlock& unlock, Instant now);

    /// Where it is for now, to be opened and filled.
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_pending.path(); }
    /// Puts it in its place; it must not be open. Errors: those of PendingFolder.
    [[nodiscard]] Result<void> publish();

private:
    NewProfile(std::filesystem::path folder, PendingFolder pending) : m_folder(std::move(folder)), m_pending(std::move(pending)) {}

    std::filesystem::path m_folder;
    PendingFolder m_pending;
};

} // namespace griddesk
