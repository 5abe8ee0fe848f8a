// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <filesystem>
#include <utility>

namespace griddesk {

/// A folder that is filled beside its place ("NAME.new-" and eight hex digits) and gets its name when it is whole. Destroyed
/// before, it vanishes with everything in it. What a kill leaves behind goes when the next folder for the same place is begun: only
/// folders of that name that bear our mark, belong to the same user, and that no living program is filling. Mode 0700. Thread: one.
class PendingFolder {
public:
    /// Makes it; the folder above is there. Errors: FileNotWritable, DiskFull, Io.
    [[nodiscard]] static Result<PendingFolder> make(const std::filesystem::path& target);
    PendingFolder(PendingFolder&& other) noexcept
        : m_folder(std::exchange(other.m_folder, {})), m_target(std::exchange(other.m_target, {})), m_mark(std::exchange(other.m_mark, -1))
    {
    }
    PendingFolder(const PendingFolder&) = delete;
    PendingFolder& operator=(const PendingFolder&) = delete;
    PendingFolder& operator=(PendingFolder&&) = delete;
    ~PendingFolder();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_folder; }
    /// Gives it its name. Errors: Duplicate (something is there by now), Io.
    [[nodiscard]] Result<void> publish();
    /// The same where a folder stands already: what is inside moves into it, `last` last, so that its presence says the rest is there.
    /// Errors: Duplicate, before anything was moved, when a name is taken; Io.
    [[nodiscard]] Result<void> publishInto(const std::filesystem::path& last);

private:
    PendingFolder(std::filesystem::path folder, std::filesystem::path target, int mark)
        : m_folder(std::move(folder)), m_target(std::move(target)), m_mark(mark)
    {
    }
    void dropMark() noexcept;

    std::filesystem::path m_folder, m_target;
    int m_mark; ///< locked while this lives: another program sees that the folder is being filled
};

} // namespace griddesk
