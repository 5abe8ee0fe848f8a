// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordtables.h"

#include <QtGlobal>

namespace griddesk::words {

const char* clock(ClockKind value)
{
    using enum ClockKind;
    switch (value) {
    case Accept: return QT_TRANSLATE_NOOP("Clock", "Acceptance");
    case Verify: return QT_TRANSLATE_NOOP("Clock", "Verification");
    case File: return QT_TRANSLATE_NOOP("Clock", "Filing");
    case Dispatch: return QT_TRANSLATE_NOOP("Clock", "Dispatch");
    case Consult: return QT_TRANSLATE_NOOP("Clock", "Consultation");
    case Objection: return QT_TRANSLATE_NOOP("Clock", "Objection");
    case Precedent: return QT_TRANSLATE_NOOP("Clock", "Precedent");
    case Receipt: return QT_TRANSLATE_NOOP("Clock", "Receipt");
    case ReturnWindow: return QT_TRANSLATE_NOOP("Clock", "Return window");
    case ReturnDecision: return QT_TRANSLATE_NOOP("Clock", "Decision on return");
    case FirstContact: return QT_TRANSLATE_NOOP("Clock", "First contact");
    case MakeSafe: return QT_TRANSLATE_NOOP("Clock", "Make safe");
    case Restore: return QT_TRANSLATE_NOOP("Clock", "Restore");
    case Handle: return QT_TRANSLATE_NOOP("Clock", "Handling");
    case Assist: return QT_TRANSLATE_NOOP("Clock", "Assist");
    case ReviewReply: return QT_TRANSLATE_NOOP("Clock", "Review of reply");
    case TryFor: return QT_TRANSLATE_NOOP("Clock", "Try at this tier");
    case CheckIn: return QT_TRANSLATE_NOOP("Clock", "Check-in");
    case PlanDecision: return QT_TRANSLATE_NOOP("Clock", "Decision on plan");
    case PlanReview: return QT_TRANSLATE_NOOP("Clock", "Review of plan");
    case Milestone: return QT_TRANSLATE_NOOP("Clock", "Milestone");
    case Fulfil: return QT_TRANSLATE_NOOP("Clock", "Fulfilment");
    case ExtensionDecision: return QT_TRANSLATE_NOOP("Clock", "Decision on extension");
    case SuspensionDecision: return QT_TRANSLATE_NOOP("Clock", "Decision on suspension");
    case StatutoryReview: return QT_TRANSLATE_NOOP("Clock", "Review of statutory period");
    case Check: return QT_TRANSLATE_NOOP("Clock", "Check");
    case Rework: return QT_TRANSLATE_NOOP("Clock", "Rework");
    case Close: return QT_TRANSLATE_NOOP("Clock", "Closing");
    case Callback: return QT_TRANSLATE_NOOP("Clock", "Call-back");
    case ReopenWindow: return QT_TRANSLATE_NOOP("Clock", "Time for reopening");
    case Redo: return QT_TRANSLATE_NOOP("Clock", "Redo");
    case Review: return QT_TRANSLATE_NOOP("Clock", "Resident's review");
    case ExclusionDecision: return QT_TRANSLATE_NOOP("Clock", "Decision on exclusion");
    case ExclusionExpiry: return QT_TRANSLATE_NOOP("Clock", "End of exclusion");
    case HandOver: return QT_TRANSLATE_NOOP("Clock", "Confirmation of hand-over");
    case CaseLimit: return QT_TRANSLATE_NOOP("Clock", "Case limit");
    case Upstream: return QT_TRANSLATE_NOOP("Clock", "Source's deadline");
    case SourceDecision: return QT_TRANSLATE_NOOP("Clock", "Source's decision");
    case SuperviseReceipt: return QT_TRANSLATE_NOOP("Clock", "Receipt of supervision order");
    case SuperviseReply: return QT_TRANSLATE_NOOP("Clock", "Reply to supervision order");
    case InstructReceipt: return QT_TRANSLATE_NOOP("Clock", "Receipt of instruction");
    case Situation: return QT_TRANSLATE_NOOP("Clock", "Situation report");
    case AppealDecision: return QT_TRANSLATE_NOOP("Clock", "Decision on appeal");
    }
    return nullptr;
}

const char* lamp(Lamp value)
{
    using enum Lamp;
    switch (value) {
    case None: return QT_TRANSLATE_NOOP("Lamp", "No clock");
    case Green: return QT_TRANSLATE_NOOP("Lamp", "On time");
    case Yellow: return QT_TRANSLATE_NOOP("Lamp", "Due soon");
    case Red: return QT_TRANSLATE_NOOP("Lamp", "Overdue");
    case Suspended: return QT_TRANSLATE_NOOP("Lamp", "Suspended");
    }
    return nullptr;
}

const char* segment(SegmentKind value)
{
    using enum SegmentKind;
    switch (value) {
    case Running: return QT_TRANSLATE_NOOP("Segment", "running");
    case Paused: return QT_TRANSLATE_NOOP("Segment", "paused");
    case OutsideHours: return QT_TRANSLATE_NOOP("Segment", "outside working hours");
    }
    return nullptr;
}

} // namespace griddesk::words
