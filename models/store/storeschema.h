// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "migrations.h"

namespace griddesk {

/// store.db: projection of the log for tables, queues, search; may be deleted at any time. See README.md.
[[nodiscard]] const Schema& storeSchema() noexcept;

/// desk.db: half-written forms and settings of this desk.
[[nodiscard]] const Schema& deskSchema() noexcept;

/// What a tally counts (column `kind` of store.db). Append, never renumber.
enum class Tally : std::int8_t {
    Queue = 1,  ///< a = Queue: cases in it, for queues that depend on neither time nor person
    Due = 2,    ///< a = day since 1970 of the deadline: open cases
    Yellow = 3, ///< a = day of turning yellow: open cases
};

/// Kinds of short codes (column `kind` of table code).
enum class CodeKind : std::int8_t { Area = 1, Unit = 2, Category = 3, Source = 4, Account = 5 };

} // namespace griddesk
