// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordtables.h"

#include <QtGlobal>

namespace griddesk::words {

const char* refusal(RefusalRule rule)
{
    using enum RefusalRule;
    switch (rule) {
    case WrongCase: return QT_TRANSLATE_NOOP("Refusal", "This belongs to another case. Open that case and do it there.");
    case RulesMismatch:
        return QT_TRANSLATE_NOOP("Refusal", "This was prepared under other rules than those in force. Refresh the page and do it again.");
    case BeforeHistory:
        return QT_TRANSLATE_NOOP("Refusal", "The case was changed later than this, at %1. Check the clock of this computer and try again.");
    case Repeated: return QT_TRANSLATE_NOOP("Refusal", "This was done already. Nothing more is needed.");
    case FirstOperation:
        return QT_TRANSLATE_NOOP("Refusal", "A case begins once: by a report, an import, handling on the spot or a split. Report a new case instead.");
    case PairMissing:
        return QT_TRANSLATE_NOOP("Refusal", "This concerns two cases and must be done on both together. Start it from the list of related cases.");
    case PostNotHeld:
        return QT_TRANSLATE_NOOP("Refusal", "You do not hold the post “%1” at this time. Sign on with a post you hold, or ask for a written delegation.");
    case RoleMissing: return QT_TRANSLATE_NOOP("Refusal", "Your post does not bear this right. Hand it to somebody who may.");
    case StageClosed: return QT_TRANSLATE_NOOP("Refusal", "The case stands at “%1”: this step is done already or not due yet. “More…” on its page shows what can be done.");
    case FieldMissing: return QT_TRANSLATE_NOOP("Refusal", "Something is missing. Fill it in.");
    case FieldUnknown: return QT_TRANSLATE_NOOP("Refusal", "“%1” is not part of this form. Remove it.");
    case FieldType: return QT_TRANSLATE_NOOP("Refusal", "An entry is not in the form asked for. Correct it.");
    case FieldTooLong: return QT_TRANSLATE_NOOP("Refusal", "An entry is too long (%1). Shorten it.");
    case FieldChoice: return QT_TRANSLATE_NOOP("Refusal", "“%1” is not one of the choices. Choose one from the list.");
    case ReferenceUnknown: return QT_TRANSLATE_NOOP("Refusal", "“%1” is not in the rules, or no longer in force. Choose another one.");
    case RecordUnknown: return QT_TRANSLATE_NOOP("Refusal", "This case has no such record. Choose one that is shown on the case page.");
    case AssignmentUnknown: return QT_TRANSLATE_NOOP("Refusal", "There is no such assignment in this case. Choose one from the case page.");
    case AssignmentState:
        return QT_TRANSLATE_NOOP("Refusal", "This is not possible for an assignment that is “%1”. Choose another one or refresh the page.");
    case AssignmentLevel:
        return QT_TRANSLATE_NOOP("Refusal", "This kind of assignment does not allow it. Choose one of the other level or role.");
    case NotYourUnit:
        return QT_TRANSLATE_NOOP("Refusal", "This is in the hands of another unit. Leave it to that unit or ask the dispatcher.");
    case NotAnswerable:
        return QT_TRANSLATE_NOOP("Refusal", "Only inquiries, suggestions and praise are answered directly. File the case instead.");
    case FromOutside:
        return QT_TRANSLATE_NOOP("Refusal", "An order from an outside system cannot be refused here. Return it to its source.");
    case DangerNoReason:
        return QT_TRANSLATE_NOOP("Refusal", "Danger is never a reason to turn a report away. Accept it, or hand it over to an emergency number.");
    case NothingAsked: return QT_TRANSLATE_NOOP("Refusal", "There is no open request to answer. Ask for it first.");
    case AlreadyAsked: return QT_TRANSLATE_NOOP("Refusal", "The same was asked already and waits for an answer. Wait for the decision.");
    case TransientClass:
        return QT_TRANSLATE_NOOP("Refusal", "Matters of this kind vanish quickly and are not verified first. File the case.");
    case VerdictAgainst:
        return QT_TRANSLATE_NOOP("Refusal", "The verification speaks against filing (%1). Give a reason, or void the case.");
    case StandardForeign:
        return QT_TRANSLATE_NOOP("Refusal", "The filing standard belongs to another category. Choose one of this category, or correct the category.");
    case BasisIncomplete:
        return QT_TRANSLATE_NOOP("Refusal", "The basis of the dispatch is incomplete. Name the duty item, the consultation or the designation, or give a reason.");
    case UnitLevel: return QT_TRANSLATE_NOOP("Refusal", "“%1” cannot be given work at this level. Choose a unit of the level asked for.");
    case SameUnit: return QT_TRANSLATE_NOOP("Refusal", "“%1” has this work already. Choose another unit.");
    case MustDesignate: return QT_TRANSLATE_NOOP("Refusal", "The case came back twice. Only a designation moves it on.");
    case WindowOver: return QT_TRANSLATE_NOOP("Refusal", "The time for returning the case is over. Handle it, or raise an objection.");
    case Arbitration:
        return QT_TRANSLATE_NOOP("Refusal", "The request was not answered in time and is now decided above. Wait for that decision.");
    case OtherPostDecides: return QT_TRANSLATE_NOOP("Refusal", "Only the post that designated the unit can release it. Ask that post.");
    case OpenSubtasks:
        return QT_TRANSLATE_NOOP("Refusal", "Work that was given on is not finished yet. Review its replies or revoke it first.");
    case LastTier:
        return QT_TRANSLATE_NOOP("Refusal", "There is no further tier in that direction. Handle it here, or report it up to the district.");
    case NotElastic:
        return QT_TRANSLATE_NOOP("Refusal", "Plans are for elastic and promised cases only. Handle this one within its limit.");
    case AfterDeadline:
        return QT_TRANSLATE_NOOP("Refusal", "More time can only be asked for before the deadline. Finish the work and state the reason in the reply.");
    case UsedUp: return QT_TRANSLATE_NOOP("Refusal", "The rules allow this no further time. Finish the work, or ask the shift leader.");
    case TooFar: return QT_TRANSLATE_NOOP("Refusal", "“%1” is more than the rules allow. Choose less.");
    case InThePast: return QT_TRANSLATE_NOOP("Refusal", "“%1” is over already. Choose a time to come.");
    case Standstill: return QT_TRANSLATE_NOOP("Refusal", "The case is suspended. Resume it first.");
    case NotStandingStill: return QT_TRANSLATE_NOOP("Refusal", "The case is not standing still. There is nothing to resume.");
    case CheckerHandled:
        return QT_TRANSLATE_NOOP("Refusal", "The work was done by “%1”; it cannot check itself. Let a reviewer of another unit check.");
    case CheckNotFailed: return QT_TRANSLATE_NOOP("Refusal", "Rework and a new dispatch follow a failed check. Check first.");
    case NoLead: return QT_TRANSLATE_NOOP("Refusal", "Nobody is known who could get the case back. Dispatch it anew.");
    case EvidenceMissing: return QT_TRANSLATE_NOOP("Refusal", "Evidence is missing. Add it.");
    case CallbackOpen:
        return QT_TRANSLATE_NOOP("Refusal", "The resident has not been called back yet. Call, or waive the call with a reason.");
    case SourceReplyOpen: return QT_TRANSLATE_NOOP("Refusal", "The source has not been answered yet. Reply to it first.");
    case SameHour: return QT_TRANSLATE_NOOP("Refusal", "There was an attempt in the same hour, at %1. Try at another hour.");
    case NoExclusion:
        return QT_TRANSLATE_NOOP("Refusal", "There is no repeat of an excluded matter here. Link the earlier case or ask for an exclusion first.");
    case SamePerson: return QT_TRANSLATE_NOOP("Refusal", "Somebody else must decide this. Hand it to a colleague.");
    case OnceOnly: return QT_TRANSLATE_NOOP("Refusal", "This is possible only once. Look at the record that exists.");
    case Superseded: return QT_TRANSLATE_NOOP("Refusal", "It came too late to matter. Nothing needs to be done.");
    case NotMember: return QT_TRANSLATE_NOOP("Refusal", "You or your unit are not part of this. Ask those in charge to be added.");
    }
    return nullptr;
}

} // namespace griddesk::words
