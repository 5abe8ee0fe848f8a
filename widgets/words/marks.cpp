// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordtables.h"

#include <QtGlobal>

namespace griddesk::words {

const char* urgency(Urgency value)
{
    using enum Urgency;
    switch (value) {
    case Ordinary: return QT_TRANSLATE_NOOP("Urgency", "Ordinary");
    case Urgent: return QT_TRANSLATE_NOOP("Urgency", "Urgent");
    case Critical: return QT_TRANSLATE_NOOP("Urgency", "Critical");
    }
    return nullptr;
}

const char* areaLevel(AreaLevel value)
{
    using enum AreaLevel;
    switch (value) {
    case Cell: return QT_TRANSLATE_NOOP("AreaLevel", "Cell");
    case Grid: return QT_TRANSLATE_NOOP("AreaLevel", "Grid");
    case Community: return QT_TRANSLATE_NOOP("AreaLevel", "Community");
    case Subdistrict: return QT_TRANSLATE_NOOP("AreaLevel", "Sub-district");
    case District: return QT_TRANSLATE_NOOP("AreaLevel", "District");
    }
    return nullptr;
}

const char* mark(CaseMark value)
{
    using enum CaseMark;
    switch (value) {
    case Returned: return QT_TRANSLATE_NOOP("Mark", "Returned");
    case Arbitration: return QT_TRANSLATE_NOOP("Mark", "Arbitration");
    case Rework: return QT_TRANSLATE_NOOP("Mark", "Rework");
    case Redo: return QT_TRANSLATE_NOOP("Mark", "Redo");
    case Supervised: return QT_TRANSLATE_NOOP("Mark", "Supervised");
    case YellowCard: return QT_TRANSLATE_NOOP("Mark", "Yellow card");
    case RedCard: return QT_TRANSLATE_NOOP("Mark", "Red card");
    case Suspended: return QT_TRANSLATE_NOOP("Mark", "Suspended");
    case StatutoryPause: return QT_TRANSLATE_NOOP("Mark", "Statutory period");
    case ReturnAsked: return QT_TRANSLATE_NOOP("Mark", "Return asked");
    case ExtensionAsked: return QT_TRANSLATE_NOOP("Mark", "Extension asked");
    case SuspensionAsked: return QT_TRANSLATE_NOOP("Mark", "Suspension asked");
    case Consulting: return QT_TRANSLATE_NOOP("Mark", "Consulting");
    case Incident: return QT_TRANSLATE_NOOP("Mark", "Incident");
    case Imported: return QT_TRANSLATE_NOOP("Mark", "Imported");
    case Forced: return QT_TRANSLATE_NOOP("Mark", "Forced close");
    case Provisional: return QT_TRANSLATE_NOOP("Mark", "Provisional deadline");
    case Confidential: return QT_TRANSLATE_NOOP("Mark", "Confidential");
    case CallbackWanted: return QT_TRANSLATE_NOOP("Mark", "Call-back wanted");
    case Urged: return QT_TRANSLATE_NOOP("Mark", "Urged");
    case PlanOpen: return QT_TRANSLATE_NOOP("Mark", "Plan");
    case ClockDisorder: return QT_TRANSLATE_NOOP("Mark", "Times contradict");
    case VerifyDue: return QT_TRANSLATE_NOOP("Mark", "To verify");
    case Hot: return QT_TRANSLATE_NOOP("Mark", "Hot spot");
    }
    return nullptr;
}

} // namespace griddesk::words
