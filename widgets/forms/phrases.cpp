// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrases.h"

#include <QCoreApplication>

namespace griddesk {

namespace {
struct Texts {
    Q_DECLARE_TR_FUNCTIONS(griddesk::Phrases)
};
using K = OperationKind;
} // namespace

QStringList phrasesFor(OperationKind kind, std::string_view field)
{
    if (field != "words" && field != "reason")
        return {};
    switch (kind) {
    case K::Reply: return {Texts::tr("Handled on the spot, the site is restored."), Texts::tr("The resident was told in person."), Texts::tr("A lasting measure was agreed: ")};
    case K::Check: return {Texts::tr("Site seen, restored."), Texts::tr("Traces left: "), Texts::tr("Not done: ")};
    case K::Rework: return {Texts::tr("Not done completely: "), Texts::tr("The matter came back: ")};
    case K::RequestReturn: return {Texts::tr("Belongs to the duties of "), Texts::tr("The place lies outside our area: ")};
    case K::DecideReturn: return {Texts::tr("Agreed, dispatch anew."), Texts::tr("Not agreed: the duty list names this unit.")};
    case K::RequestExtension: return {Texts::tr("Material has to be ordered: "), Texts::tr("Weather does not allow the work.")};
    case K::FirstContact: return {Texts::tr("Resident reached, time on site agreed."), Texts::tr("No answer, message left.")};
    case K::Callback: return {Texts::tr("Resident confirms that it is solved."), Texts::tr("Resident reports it came back.")};
    case K::Verify: return {Texts::tr("As reported."), Texts::tr("Nothing found on site.")};
    case K::Urge: return {Texts::tr("Please reply before the deadline.")};
    default: return {};
    }
}

QString hintFor(OperationKind kind, std::string_view field)
{
    if (field == "reason")
        return Texts::tr("Why, in words somebody else understands");
    if (field == "question")
        return Texts::tr("What has to be settled, and between whom");
    if (field == "purpose")
        return Texts::tr("What is to be done together");
    switch (kind) {
    case K::Reply: return Texts::tr("What was found, what was done, what the resident was told");
    case K::Check: return Texts::tr("What the check found; needed when it failed");
    case K::Callback: return Texts::tr("What the resident said");
    case K::Answer: return field == "article" ? Texts::tr("Title or number of the article the answer rests on") : Texts::tr("What the resident was told");
    case K::Progress: return Texts::tr("What happened since");
    case K::Comment: return Texts::tr("Seen by everybody who sees the case. No names, no telephone numbers.");
    default: return {};
    }
}

QString scriptFor(OperationKind kind, const QString& matter)
{
    switch (kind) {
    case K::Callback:
        return Texts::tr("“Good day, this is the command centre of the sub-district. You reported: %1. Has it been solved? Are you satisfied with how it was handled?”").arg(matter);
    case K::FirstContact:
        return Texts::tr("“Good day, I am calling about what you reported: %1. When may we come?”").arg(matter);
    default: return {};
    }
}

} // namespace griddesk
