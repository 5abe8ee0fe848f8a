// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casequeries.h"
#include "models/views/casepage/assignmentmodel.h"
#include "models/views/casepage/clockmodel.h"
#include "models/views/casepage/oversight.h"
#include "models/views/casepage/timelinemodel.h"
#include "models/views/words.h"

#include <QString>

namespace griddesk::sheets {

// Parts of a case as rich text, for the printer and for panels that show text. Classes, not colours: whoever shows a text
// says how "muted", "late" and "chip" look. Everything people wrote is escaped. Thread: GUI.

/// The look of a printed sheet.
[[nodiscard]] QString paperStyle();
/// Supervision, instructions, consultations: each with its state and answers.
[[nodiscard]] QString oversight(const std::vector<OversightRecord>& records);
/// One clock with its segments and their sum.
[[nodiscard]] QString clock(const ClockModel& model, int row);

struct CaseParts {
    const CaseDetail& detail;
    const Rules* rules = nullptr;
    const Words& words;
    const TimelineModel& timeline;
    const AssignmentModel& assignments;
    const ClockModel& clocks;
    Instant now;
};
/// The whole case on paper: head, assignments, orders from outside, oversight, timeline, clocks. The reporter stays masked.
[[nodiscard]] QString caseSheet(const CaseParts& parts);

} // namespace griddesk::sheets
