// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hubstore.h"
#include "rulelibrary.h"

#include "models/wire/devicekey.h"

#include <memory>
#include <string_view>

namespace griddesk {

/// A bundle as it was published: its line of the configuration stream, and its rules.
struct Published {
    ConfigLine line;
    std::shared_ptr<const Rules> rules;
};

/// Appends a bundle to the configuration stream, signed by the platform, within the caller's transaction. Whether the
/// documents it names are there is the caller's to see. Errors: Duplicate (published already), Inconsistent (of another
/// stream), those of openBundle() and the store.
[[nodiscard]] Result<Published> publishBundle(HubStore& store, RuleLibrary& library, const DeviceKey& platform, std::string_view stream,
                                              std::string_view bytes, Instant validFrom, const AccountId& by);

} // namespace griddesk
