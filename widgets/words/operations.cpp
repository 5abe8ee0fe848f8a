// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordtables.h"

#include <QCoreApplication>

namespace griddesk::words {

const char* operation(OperationKind kind)
{
    using enum OperationKind;
    switch (kind) {
    case Report: return QT_TRANSLATE_NOOP("Operation", "Report");
    case Adopt: return QT_TRANSLATE_NOOP("Operation", "Import");
    case Amend: return QT_TRANSLATE_NOOP("Operation", "Correct details");
    case Accept: return QT_TRANSLATE_NOOP("Operation", "Accept");
    case Answer: return QT_TRANSLATE_NOOP("Operation", "Answer directly");
    case Reject: return QT_TRANSLATE_NOOP("Operation", "Do not accept");
    case ReturnToSource: return QT_TRANSLATE_NOOP("Operation", "Return to source");
    case SourceDecision: return QT_TRANSLATE_NOOP("Operation", "Record source's decision");
    case ReplyToSource: return QT_TRANSLATE_NOOP("Operation", "Reply to source");
    case RequestSourceExtension: return QT_TRANSLATE_NOOP("Operation", "Ask source for more time");
    case TransferUp: return QT_TRANSLATE_NOOP("Operation", "Refer to district");
    case HandOver: return QT_TRANSLATE_NOOP("Operation", "Hand over");
    case Merge: return QT_TRANSLATE_NOOP("Operation", "Merge");
    case Unmerge: return QT_TRANSLATE_NOOP("Operation", "Undo merge");
    case Split: return QT_TRANSLATE_NOOP("Operation", "Split");
    case Link: return QT_TRANSLATE_NOOP("Operation", "Link");
    case FollowUp: return QT_TRANSLATE_NOOP("Operation", "Resident's follow-up");
    case RequestVerify: return QT_TRANSLATE_NOOP("Operation", "Send for verification");
    case Verify: return QT_TRANSLATE_NOOP("Operation", "Verify");
    case File: return QT_TRANSLATE_NOOP("Operation", "File");
    case ChangeStandard: return QT_TRANSLATE_NOOP("Operation", "Change standard");
    case Void: return QT_TRANSLATE_NOOP("Operation", "Void");
    case SelfHandle: return QT_TRANSLATE_NOOP("Operation", "Handle on the spot");
    case Dispatch: return QT_TRANSLATE_NOOP("Operation", "Dispatch");
    case Consult: return QT_TRANSLATE_NOOP("Operation", "Consult units");
    case ConsultReply: return QT_TRANSLATE_NOOP("Operation", "Give opinion");
    case ConcludeConsult: return QT_TRANSLATE_NOOP("Operation", "Conclude consultation");
    case Designate: return QT_TRANSLATE_NOOP("Operation", "Designate unit");
    case Objection: return QT_TRANSLATE_NOOP("Operation", "Object");
    case Redispatch: return QT_TRANSLATE_NOOP("Operation", "Re-dispatch");
    case Revoke: return QT_TRANSLATE_NOOP("Operation", "Revoke dispatch");
    case AddAssist: return QT_TRANSLATE_NOOP("Operation", "Add assisting unit");
    case ReleaseAssist: return QT_TRANSLATE_NOOP("Operation", "Release assisting unit");
    case ChangeLead: return QT_TRANSLATE_NOOP("Operation", "Change lead unit");
    case AssistReply: return QT_TRANSLATE_NOOP("Operation", "Assisting unit's reply");
    case Sign: return QT_TRANSLATE_NOOP("Operation", "Sign for");
    case RequestReturn: return QT_TRANSLATE_NOOP("Operation", "Ask to return");
    case DecideReturn: return QT_TRANSLATE_NOOP("Operation", "Decide on return");
    case Subdispatch: return QT_TRANSLATE_NOOP("Operation", "Dispatch to level 2");
    case ReviewReply: return QT_TRANSLATE_NOOP("Operation", "Review reply");
    case RaiseTier: return QT_TRANSLATE_NOOP("Operation", "Escalate");
    case LowerTier: return QT_TRANSLATE_NOOP("Operation", "Hand down");
    case Whistle: return QT_TRANSLATE_NOOP("Operation", "Call in units");
    case CheckIn: return QT_TRANSLATE_NOOP("Operation", "Check in");
    case StandDown: return QT_TRANSLATE_NOOP("Operation", "Stand down");
    case FirstContact: return QT_TRANSLATE_NOOP("Operation", "First contact");
    case Progress: return QT_TRANSLATE_NOOP("Operation", "Report progress");
    case Plan: return QT_TRANSLATE_NOOP("Operation", "Submit plan");
    case DecidePlan: return QT_TRANSLATE_NOOP("Operation", "Decide on plan");
    case ReachMilestone: return QT_TRANSLATE_NOOP("Operation", "Milestone reached");
    case Replan: return QT_TRANSLATE_NOOP("Operation", "Change plan");
    case Mediate: return QT_TRANSLATE_NOOP("Operation", "Mediate");
    case Fulfil: return QT_TRANSLATE_NOOP("Operation", "Fulfilment visit");
    case RequestExtension: return QT_TRANSLATE_NOOP("Operation", "Ask for extension");
    case DecideExtension: return QT_TRANSLATE_NOOP("Operation", "Decide on extension");
    case RequestSuspension: return QT_TRANSLATE_NOOP("Operation", "Ask for suspension");
    case DecideSuspension: return QT_TRANSLATE_NOOP("Operation", "Decide on suspension");
    case Resume: return QT_TRANSLATE_NOOP("Operation", "Resume");
    case StatutoryPause: return QT_TRANSLATE_NOOP("Operation", "Statutory period");
    case Reply: return QT_TRANSLATE_NOOP("Operation", "Reply");
    case RequestCheck: return QT_TRANSLATE_NOOP("Operation", "Send for checking");
    case Check: return QT_TRANSLATE_NOOP("Operation", "Check");
    case Rework: return QT_TRANSLATE_NOOP("Operation", "Rework");
    case Close: return QT_TRANSLATE_NOOP("Operation", "Close");
    case ForceClose: return QT_TRANSLATE_NOOP("Operation", "Force close");
    case Callback: return QT_TRANSLATE_NOOP("Operation", "Call back");
    case WaiveCallback: return QT_TRANSLATE_NOOP("Operation", "Waive call-back");
    case Archive: return QT_TRANSLATE_NOOP("Operation", "Archive");
    case Reopen: return QT_TRANSLATE_NOOP("Operation", "Reopen");
    case RequestExclusion: return QT_TRANSLATE_NOOP("Operation", "Ask for exclusion");
    case DecideExclusion: return QT_TRANSLATE_NOOP("Operation", "Decide on exclusion");
    case AnswerRepeat: return QT_TRANSLATE_NOOP("Operation", "Answer as repeat");
    case ReviewRequest: return QT_TRANSLATE_NOOP("Operation", "Ask for review");
    case DecideReview: return QT_TRANSLATE_NOOP("Operation", "Decide on review");
    case Urge: return QT_TRANSLATE_NOOP("Operation", "Urge");
    case SuperviseOrder: return QT_TRANSLATE_NOOP("Operation", "Supervision order");
    case SuperviseReceipt: return QT_TRANSLATE_NOOP("Operation", "Acknowledge order");
    case SuperviseReply: return QT_TRANSLATE_NOOP("Operation", "Reply to order");
    case SuperviseSettle: return QT_TRANSLATE_NOOP("Operation", "Settle order");
    case Instruct: return QT_TRANSLATE_NOOP("Operation", "Leader's instruction");
    case Receipt: return QT_TRANSLATE_NOOP("Operation", "Acknowledge instruction");
    case SpotCheck: return QT_TRANSLATE_NOOP("Operation", "Spot check");
    case Appeal: return QT_TRANSLATE_NOOP("Operation", "Appeal");
    case DecideAppeal: return QT_TRANSLATE_NOOP("Operation", "Decide on appeal");
    case DeclareIncident: return QT_TRANSLATE_NOOP("Operation", "Declare incident");
    case CallOut: return QT_TRANSLATE_NOOP("Operation", "Call out");
    case RollCall: return QT_TRANSLATE_NOOP("Operation", "Roll call");
    case Sitrep: return QT_TRANSLATE_NOOP("Operation", "Situation report");
    case EndIncident: return QT_TRANSLATE_NOOP("Operation", "End incident");
    case Comment: return QT_TRANSLATE_NOOP("Operation", "Comment");
    case Attach: return QT_TRANSLATE_NOOP("Operation", "Attach files");
    case Watch: return QT_TRANSLATE_NOOP("Operation", "Watch");
    case Rezone: return QT_TRANSLATE_NOOP("Operation", "Rezone");
    }
    return nullptr;
}

} // namespace griddesk::words
