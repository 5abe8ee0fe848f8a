// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/queue.h"

#include <string>

// The English source texts by topic, marked for translation; each table has its own translation context, so that one
// English word may have several Chinese ones. Every function returns nullptr for what it does not know.

namespace griddesk::words {

const char* stage(Stage stage);             ///< context "Stage"
const char* queue(Queue queue);             ///< context "Queue"
const char* operation(OperationKind kind);  ///< context "Operation"
const char* role(Role role);                ///< context "Role"
const char* clock(ClockKind kind);          ///< context "Clock"
const char* refusal(RefusalRule rule);      ///< context "Refusal"
const char* error(ErrorCode code);          ///< context "Error"; %1 is the thing concerned
const char* field(const std::string& name); ///< context "Field"
/// Context "Choice"; the same value may mean different things in different fields.
const char* choice(const std::string& field, const std::string& value);

} // namespace griddesk::words
