// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deskconnection.h"

#include <filesystem>
#include <optional>
#include <string>

namespace griddesk {

/// What became of an outbox that could not be read.
struct OutboxCheck {
    std::string setAside; ///< where the damaged file is kept; empty when nothing had to be done
};

/// Makes sure that there is an outbox.db that can be read in full. A damaged one, or a missing one beside a salvage file, is
/// set aside and begun anew; a foreign, newer or otherwise locked one is an error and stays as it is. Holds the profile's
/// lock. Errors: those of openDatabase().
[[nodiscard]] Result<OutboxCheck> ensureOutbox(const DeskFiles& files, Instant now);

/// Compares the salvage file with outbox and log and puts what neither of them has into the tray; returns how many. With
/// `begunAnew` refused operations of the log return as well, and the local numbers go on. To be called before anything is
/// sent. Thread: the writer. Errors: those of the files.
[[nodiscard]] Result<std::size_t> salvageOutbox(DeskConnection& desk, std::string_view journal, const Secret& key, bool begunAnew);

} // namespace griddesk
