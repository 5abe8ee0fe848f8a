// SPDX-License-Identifier: GPL-3.0-or-later
#include "refusal.h"

#include <array>

namespace griddesk {

namespace {
constexpr std::array<std::string_view, refusalRuleCount> names{
    "wrongCase",       "rulesMismatch",   "beforeHistory",    "repeated",         "firstOperation",   "pairMissing",   "postNotHeld",
    "roleMissing",     "stageClosed",     "fieldMissing",     "fieldUnknown",     "fieldType",        "fieldTooLong",  "fieldChoice",
    "referenceUnknown", "recordUnknown",  "assignmentUnknown", "assignmentState", "assignmentLevel",  "notYourUnit",   "notAnswerable",
    "fromOutside",     "dangerNoReason",  "nothingAsked",     "alreadyAsked",     "transientClass",   "verdictAgainst", "standardForeign",
    "basisIncomplete", "unitLevel",       "sameUnit",         "mustDesignate",    "windowOver",       "arbitration",   "otherPostDecides",
    "openSubtasks",    "lastTier",      "notElastic",       "afterDeadline",    "usedUp",           "tooFar",        "inThePast",
    "standstill",      "notStandingStill", "checkerHandled",  "checkNotFailed",   "noLead",           "evidenceMissing", "callbackOpen",
    "sourceReplyOpen", "sameHour",        "noExclusion",      "samePerson",       "onceOnly",         "superseded",    "notMember"};
static_assert(!names.back().empty());
}

std::string_view nameOf(RefusalRule rule) noexcept { return names[static_cast<std::size_t>(rule)]; }

} // namespace griddesk
