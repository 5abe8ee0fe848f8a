// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/core/caserow.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/explanation.h"
#include "models/core/queue.h"

#include <string>

// The English source texts by topic, marked for translation; each table has its own translation context, so that one
// English word may have several Chinese ones. Every function returns nullptr for what it does not know.

namespace griddesk::words {

const char* stage(Stage stage);             ///< context "Stage"
const char* queue(Queue queue);             ///< context "Queue"
const char* operation(OperationKind kind);  ///< context "Operation"
const char* role(Role role);                ///< context "Role"
const char* clock(ClockKind value);         ///< context "Clock"
const char* lamp(Lamp value);               ///< context "Lamp"
const char* segment(SegmentKind value);     ///< context "Segment"
const char* urgency(Urgency value);         ///< context "Urgency"
const char* areaLevel(AreaLevel value);     ///< context "AreaLevel"
const char* mark(CaseMark value);           ///< context "Mark"
const char* refusal(RefusalRule rule);      ///< context "Refusal": what is refused and what to do; %1 is the thing concerned
const char* error(ErrorCode code);          ///< context "Error"; %1 is the thing concerned
/// Context "Field". A field of one operation or group may be qualified: "reply.words", "reporter.relation".
const char* field(const std::string& name);
/// Context "Choice"; the same value may mean different things in different fields, which may be qualified as well.
const char* choice(const std::string& field, const std::string& value);

} // namespace griddesk::words
