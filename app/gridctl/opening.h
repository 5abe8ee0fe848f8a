// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include "app/common/workspace.h"

namespace griddesk::gridctl {

/// The present, from the system's clock.
[[nodiscard]] Instant systemNow();
/// --data, else $GRIDDESK_DATA. Errors: usage.
[[nodiscard]] Result<std::filesystem::path> dataFolder(const Arguments& arguments);
/// --passphrase-file, its first line; else what the key store keeps of the profile, if it is in it (what fails is said on standard error);
/// else asked for at the terminal when the profile needs one. Errors: those of the file.
[[nodiscard]] Result<ProfileUnlock> unlockOf(const Arguments& arguments, const std::filesystem::path& folder);
/// The profile named on the command line, opened inline.
[[nodiscard]] Result<std::unique_ptr<Workspace>> openWorkspace(const Invocation& invocation);
/// What is never written over: says so instead of calling it a duplicate. Other errors are handed on as they are.
[[nodiscard]] Error asOccupied(Error error);
/// An account holding a post with the role; for what gridctl does itself (import). Errors: UnknownReference.
[[nodiscard]] Result<Actor> actorWith(const Rules& rules, Role role, Instant at);
/// A Value as JSON.
[[nodiscard]] Json jsonOf(const Value& value);
/// A case by id or any of its numbers. Errors: UnknownReference.
[[nodiscard]] Result<CaseId> caseNamed(Workspace& workspace, const std::string& name);

} // namespace griddesk::gridctl
