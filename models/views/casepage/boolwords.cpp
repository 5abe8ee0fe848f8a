// SPDX-License-Identifier: GPL-3.0-or-later
#include "boolwords.h"

#include <QCoreApplication>

namespace griddesk {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(griddesk::BoolWords)
};
} // namespace

BoolWords boolWords(OperationKind kind, std::string_view field)
{
    if (field == "pass")
        return {Texts::tr("Does the result pass the check?"), Texts::tr("Passed"), Texts::tr("Failed")};
    if (field == "agreed" && kind == OperationKind::SourceDecision)
        return {Texts::tr("Does the source agree?"), Texts::tr("Source agrees"), Texts::tr("Source refuses")};
    if (field == "agreed")
        return {Texts::tr("Do you agree?"), Texts::tr("Agreed"), Texts::tr("Refused")};
    if (field == "reached")
        return {Texts::tr("Was the resident reached?"), Texts::tr("Reached"), Texts::tr("Not reached")};
    if (field == "settled")
        return {Texts::tr("Is the order settled?"), Texts::tr("Settled"), Texts::tr("Sent back")};
    if (field == "overturned")
        return {Texts::tr("Is the earlier decision overturned?"), Texts::tr("Overturned"), Texts::tr("Upheld")};
    if (field == "kept")
        return {Texts::tr("Was the agreement kept?"), Texts::tr("Kept"), Texts::tr("Broken")};
    if (field == "madeSafe")
        return {Texts::tr("Is the danger under control?"), Texts::tr("Made safe"), Texts::tr("Not yet safe")};
    if (field == "reporterTold")
        return {Texts::tr("Has the resident been told?"), Texts::tr("Told"), Texts::tr("Not told")};
    if (field == "wrongDispatch")
        return {Texts::tr("Was it dispatched to the wrong unit?"), Texts::tr("Yes"), Texts::tr("No")};
    if (field == "keepFormer")
        return {Texts::tr("Does the former lead go on as assistant?"), Texts::tr("Keeps assisting"), Texts::tr("Released")};
    if (field == "pause")
        return {Texts::tr("Does the dispatch clock stand still meanwhile?"), Texts::tr("Clock pauses"), Texts::tr("Clock runs")};
    if (field == "upstream")
        return {Texts::tr("For whom is the call?"), Texts::tr("For the source"), Texts::tr("Own call-back")};
    if (field == "newFact")
        return {Texts::tr("Is there a new fact?"), Texts::tr("There are new facts"), Texts::tr("None")};
    if (field == "on")
        return {Texts::tr("Put this case on your watch list?"), Texts::tr("On the list"), Texts::tr("Off the list")};
    if (field == "head")
        return {Texts::tr("Is this the leading case of the incident?"), Texts::tr("Leading case"), Texts::tr("Member")};
    if (field == "mustReply")
        return {{}, Texts::tr("Reply wanted"), Texts::tr("No reply wanted")};
    if (field == "mustCallback")
        return {{}, Texts::tr("Call-back wanted"), Texts::tr("No call-back wanted")};
    return {{}, Texts::tr("Yes"), Texts::tr("No")};
}

} // namespace griddesk
