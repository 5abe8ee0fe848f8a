// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/views/words.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace griddesk {

/// What somebody said to a record, or that he has not answered yet.
struct OversightAnswer {
    QString who{}, when{}, text{};
    bool missing = false; ///< still waited for
    bool operator==(const OversightAnswer&) const = default;
};

/// One thing asked from outside the usual way of a case: a supervision order, an instruction, a consultation, a designation or a
/// spot check, with what came of it.
struct OversightRecord {
    QString title{}, state{};
    bool open = false; ///< somebody still has to answer or settle it
    bool late = false; ///< open past its deadline
    QStringList lines{}; ///< "label: value", then the words as they were written
    std::vector<OversightAnswer> answers{};
    bool operator==(const OversightRecord&) const = default;
};

/// All of them for a case, what is open first, else the newest first. Pure; texts in the language of the words. Thread: GUI.
[[nodiscard]] std::vector<OversightRecord> oversightOf(const Case& c, const Words& words, Instant now);

} // namespace griddesk
