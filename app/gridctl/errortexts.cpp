// SPDX-License-Identifier: GPL-3.0-or-later
#include "errortexts.h"

#include <string_view>
#include <vector>

namespace griddesk::gridctl {

namespace {

/// What failed, and what to do about it.
struct Text {
    std::string_view what, advice;
};

Text textOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case Cancelled: return {"stopped as asked", ""};
    case InvalidArgument: return {"not a valid argument", "See 'gridctl --help'."};
    case Unsupported: return {"not supported", "Use another form, or a newer version."};
    case LimitExceeded: return {"larger than the limit", "Split the input."};
    case FileNotFound: return {"no such file", "Check the path."};
    case FileNotReadable: return {"cannot be read", "Check the permissions."};
    case FileNotWritable: return {"cannot be written", "Check the permissions, or choose another folder."};
    case NotAFile: return {"a folder or a device, not a file", "Name a file."};
    case DiskFull: return {"the disk is full", "Free some space and try again."};
    case FileDamaged: return {"the file is damaged", "Take it from a backup, or get it again."};
    case FileForeign: return {"the file belongs to another program", "Name a file of a supported format."};
    case FileNewer: return {"the file was made by a newer version", "Update gridctl."};
    case WrongKey: return {"the key does not fit", "Check the passphrase or the key file."};
    case ProfileLocked: return {"the profile is in use", "Close the program that has it open."};
    case Syntax: return {"not in the form expected", "Correct the input."};
    case Encoding: return {"not valid text", "Save it as UTF-8."};
    case MissingField: return {"a field is missing", "Add it."};
    case UnknownField: return {"an unknown field", "Remove it, or check its spelling."};
    case WrongType: return {"a value of the wrong type", "Correct it."};
    case OutOfRange: return {"out of range", "Choose another value."};
    case UnknownReference: return {"names something that does not exist", "Check the name or number."};
    case Duplicate: return {"there twice", "Remove one of the two."};
    case Inconsistent: return {"contradicts other data", "Compare the two and correct one."};
    case Refused: return {"refused by the rules", "See what is missing, or ask somebody who may."};
    case CalendarMissing: return {"the working calendar is missing", "Import it with 'gridctl import calendar'."};
    case GeometryInvalid: return {"the outline is not valid", "Repair it in its source."};
    case SignatureInvalid: return {"the signature is not valid", "Do not use the file; find out where it comes from."};
    case HashMismatch: return {"the content does not fit its checksum", "Get it again."};
    case ChainBroken: return {"the chain of records is broken", "Run 'gridctl verify', and restore a backup if need be."};
    case Database: return {"the database reported a fault", "Try again; restore a backup if it happens again."};
    case Io: return {"reading or writing failed", "Check the disk and try again."};
    case Network: return {"cannot be reached", "Check the connection and try again."};
    }
    return {"failed", ""};
}

std::string_view textOf(RefusalRule rule)
{
    using enum RefusalRule;
    switch (rule) {
    case WrongCase: return "it belongs to another case";
    case RulesMismatch: return "it was made under other rules than those at hand";
    case BeforeHistory: return "the case was changed later than this";
    case Repeated: return "it was done already";
    case FirstOperation: return "a case begins once, by report, adopt, selfHandle or split";
    case PairMissing: return "an operation on two cases needs a pair id, any other has none";
    case PostNotHeld: return "the account does not hold the post at that time";
    case RoleMissing: return "the post bears none of the roles asked for";
    case StageClosed: return "not possible in this stage";
    case FieldMissing: return "something is missing";
    case FieldUnknown: return "the operation has no such field";
    case FieldType: return "a field is not in the form asked for";
    case FieldTooLong: return "a field is too long";
    case FieldChoice: return "not one of the choices";
    case ReferenceUnknown: return "the rules do not have this, or no longer";
    case RecordUnknown: return "the case has no such record";
    case AssignmentUnknown: return "the case has no such assignment";
    case AssignmentState: return "the assignment is in another state";
    case AssignmentLevel: return "an assignment of another level or role is wanted";
    case NotYourUnit: return "it is in the hands of another unit";
    case NotAnswerable: return "only inquiries, suggestions and praise are answered directly";
    case FromOutside: return "an outside order goes back to its source instead";
    case DangerNoReason: return "danger is never a reason to turn a report away";
    case NothingAsked: return "there is no open request";
    case AlreadyAsked: return "the same was asked already and waits for an answer";
    case TransientClass: return "this class is not verified before filing";
    case VerdictAgainst: return "the verification speaks against filing; a reason is needed";
    case StandardForeign: return "the standard belongs to another category";
    case BasisIncomplete: return "the basis of the dispatch lacks its record or reason";
    case UnitLevel: return "the unit is not of the level asked for";
    case SameUnit: return "the unit has the work already";
    case MustDesignate: return "returned twice; only a designation moves it on";
    case WindowOver: return "the time for returning is over";
    case Arbitration: return "not answered in time; it is decided above";
    case OtherPostDecides: return "only the post that designated the unit releases it";
    case OpenSubtasks: return "work that was given on is not finished";
    case LastTier: return "there is no further tier in that direction";
    case NotElastic: return "plans are for elastic or promised cases";
    case AfterDeadline: return "only before the deadline";
    case UsedUp: return "the rules allow it no more often";
    case TooFar: return "later or longer than the rules allow";
    case InThePast: return "the time named is over";
    case Standstill: return "the case is suspended";
    case NotStandingStill: return "nothing stands still";
    case CheckerHandled: return "the checker's own unit did the work";
    case CheckNotFailed: return "no check has failed";
    case NoLead: return "nobody is known who could get it back";
    case EvidenceMissing: return "evidence is missing";
    case CallbackOpen: return "the resident has not been called back";
    case SourceReplyOpen: return "the source has not been answered";
    case SameHour: return "there was an attempt in the same hour";
    case NoExclusion: return "no repeat of a matter with an approved exclusion";
    case SamePerson: return "another person must do this";
    case OnceOnly: return "only once per case";
    case Superseded: return "it came too late to matter";
    case NotMember: return "not part of this consultation, whistle or incident";
    }
    return "refused";
}

constexpr std::string_view refusedMark = "refused: ";

std::string printable(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (const char c : text)
        clean += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    return clean;
}

template <typename Names>
std::string listed(const Names& names)
{
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ", ") + printable(name);
    return list;
}

} // namespace

std::string sentence(const Error& error)
{
    const auto [what, advice] = textOf(error.code);
    std::string line = error.context.empty() ? std::string() : printable(error.context) + ": ";
    if (error.code == ErrorCode::Refused && error.detail.starts_with(refusedMark))
        return line + printable(error.detail); // a refusal's own sentence says all
    line += what;
    if (!error.detail.empty())
        line += " (" + printable(error.detail) + ')';
    line += '.';
    if (!advice.empty())
        (line += ' ') += advice;
    return line;
}

std::string sentence(const Refusal& refusal)
{
    std::string line(refusedMark);
    line += textOf(refusal.rule);
    if (!refusal.detail.empty())
        line += " (" + printable(refusal.detail) + ')';
    line += '.';
    if (!refusal.missing.empty())
        line += " Missing: " + listed(refusal.missing) + '.';
    std::vector<std::string_view> roles;
    for (std::size_t i = 0; i < roleCount; ++i)
        if (refusal.whoCan.has(static_cast<Role>(i)))
            roles.push_back(nameOf(static_cast<Role>(i)));
    if (roles.size() == roleCount)
        line += " Anybody can do it.";
    else if (!roles.empty())
        line += " Who can do it: " + listed(roles) + '.';
    return line;
}

} // namespace griddesk::gridctl
