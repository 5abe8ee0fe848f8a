// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "caselists.h"
#include "codebook.h"
#include "sql.h"

#include <string>
#include <variant>
#include <vector>

namespace griddesk {

/// The condition of a selection over table `hot` as SQL with its parameters.
struct SelectionSql {
    SqlText where; ///< begins with " WHERE 1"
    std::vector<std::variant<std::int64_t, std::string>> parameters;
    bool nothing = false; ///< a code no case ever used: the answer is empty

    void bindTo(Statement& statement) const;
};

/// `withQueue` false leaves filter.queue out.
[[nodiscard]] Result<SelectionSql> selectionSql(Database& database, const CaseSelection& selection, Instant now, bool withQueue);

} // namespace griddesk
