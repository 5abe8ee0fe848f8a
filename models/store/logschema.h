// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "migrations.h"

namespace griddesk {

/// log.db: the durable truth of a stand-alone desk's authority. One stream, append only; see README.md.
[[nodiscard]] const Schema& logSchema() noexcept;

/// outbox.db: own operations on their way out, and this device's chain.
[[nodiscard]] const Schema& outboxSchema() noexcept;

} // namespace griddesk
