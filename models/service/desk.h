// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casecommands.h"
#include "models/service/casequeries.h"
#include "models/service/clocksource.h"
#include "models/service/notifier.h"
#include "models/service/places.h"
#include "models/service/session.h"

namespace griddesk {

/// Everything a page is built from: references to the parts the composition root owns. A plain bundle, so that a page
/// takes one argument and a test can put in its own parts.
struct Desk {
    CaseQueries& queries;
    CaseCommands& commands;
    DraftStore& drafts;
    const Places& places;
    Notifier& notifier;
    const ClockSource& clock;
};

} // namespace griddesk
