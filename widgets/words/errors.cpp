// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordtables.h"

#include <QtGlobal>

namespace griddesk::words {

const char* error(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case Cancelled: return QT_TRANSLATE_NOOP("Error", "Stopped as asked.");
    case InvalidArgument: return QT_TRANSLATE_NOOP("Error", "“%1” does not fit here. Check what was entered.");
    case Unsupported: return QT_TRANSLATE_NOOP("Error", "%1 is not supported. Use another form, or a newer version of the program.");
    case LimitExceeded: return QT_TRANSLATE_NOOP("Error", "%1 is larger than the program accepts. Split it into smaller parts.");
    case FileNotFound: return QT_TRANSLATE_NOOP("Error", "%1 was not found. Check the name and the folder.");
    case FileNotReadable:
        return QT_TRANSLATE_NOOP("Error", "%1 cannot be read. Check the permissions, or whether another program holds it.");
    case FileNotWritable: return QT_TRANSLATE_NOOP("Error", "%1 cannot be written. Check the permissions, or choose another folder.");
    case NotAFile: return QT_TRANSLATE_NOOP("Error", "%1 is a folder or a device. Choose a file.");
    case DiskFull: return QT_TRANSLATE_NOOP("Error", "The disk is full, %1 was not written. Free some space and try again.");
    case FileDamaged: return QT_TRANSLATE_NOOP("Error", "%1 is damaged. Take it from the last backup, or get it again.");
    case FileForeign: return QT_TRANSLATE_NOOP("Error", "%1 belongs to another program. Choose a file of a supported format.");
    case FileNewer: return QT_TRANSLATE_NOOP("Error", "%1 was made by a newer version of GridDesk. Update the program to open it.");
    case WrongKey: return QT_TRANSLATE_NOOP("Error", "The key does not open %1. Check the passphrase or the key file.");
    case ProfileLocked:
        return QT_TRANSLATE_NOOP("Error", "%1 is in use by another running GridDesk. Close that one, or open another profile.");
    case Syntax: return QT_TRANSLATE_NOOP("Error", "%1 is not written in the form expected. Correct it and try again.");
    case Encoding: return QT_TRANSLATE_NOOP("Error", "%1 is not valid text. Save it as UTF-8 and try again.");
    case MissingField: return QT_TRANSLATE_NOOP("Error", "“%1” is missing. Add it and try again.");
    case UnknownField: return QT_TRANSLATE_NOOP("Error", "“%1” is not known here. Remove it, or check the spelling.");
    case WrongType: return QT_TRANSLATE_NOOP("Error", "“%1” holds another kind of value than expected. Correct it.");
    case OutOfRange: return QT_TRANSLATE_NOOP("Error", "“%1” is outside the range allowed. Correct it.");
    case UnknownReference: return QT_TRANSLATE_NOOP("Error", "“%1” names something that does not exist. Check the name or number.");
    case Duplicate: return QT_TRANSLATE_NOOP("Error", "“%1” is there twice. Remove one of the two.");
    case Inconsistent: return QT_TRANSLATE_NOOP("Error", "“%1” contradicts other data. Compare them and correct one.");
    case Refused: return QT_TRANSLATE_NOOP("Error", "The rules do not allow this (%1). Look at what is missing, or ask somebody who may.");
    case CalendarMissing: return QT_TRANSLATE_NOOP("Error", "The working calendar %1 is not there. Ask the administrator to import it.");
    case GeometryInvalid: return QT_TRANSLATE_NOOP("Error", "The outline of %1 is not valid. Repair it in its source and import it again.");
    case SignatureInvalid:
        return QT_TRANSLATE_NOOP("Error", "The signature of %1 is not valid. Nothing was taken over; tell the administrator.");
    case HashMismatch: return QT_TRANSLATE_NOOP("Error", "The content of %1 does not fit its checksum. Get it again.");
    case ChainBroken:
        return QT_TRANSLATE_NOOP("Error", "The chain of records breaks at %1. Run the audit check and tell the administrator.");
    case Database:
        return QT_TRANSLATE_NOOP("Error", "The database reported a fault (%1). What was saved is kept; restart, and restore a backup if it happens again.");
    case Io: return QT_TRANSLATE_NOOP("Error", "%1 could not be read or written. Check the disk or the connection and try again.");
    case Network: return QT_TRANSLATE_NOOP("Error", "%1 cannot be reached. Work goes on offline and is sent when the connection is back.");
    }
    return nullptr;
}

} // namespace griddesk::words
