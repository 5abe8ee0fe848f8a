// SPDX-License-Identifier: GPL-3.0-or-later
#include "dutywords.h"

#include "phrases.h"

#include <QCoreApplication>
#include <QStringList>

namespace griddesk::words {

namespace {

struct Duty {
    Q_DECLARE_TR_FUNCTIONS(Duty)
};

QString fromText(const std::string& text) { return QString::fromStdString(text); }

QString placeOf(const DutyReason& reason, const Words& words)
{
    if (reason.grid)
        return words.area(*reason.grid);
    return reason.cell ? words.area(*reason.cell) : Duty::tr("the whole sub-district");
}

/// The item by its number; once, for many lists say the number in the basis already.
QStringList itemOf(const DutyReason& reason)
{
    const auto number = fromText(reason.item.text()), basis = fromText(reason.basis);
    QStringList said;
    if (!basis.contains(number))
        said << Duty::tr("duty list item %1").arg(number);
    if (!basis.isEmpty())
        said << basis;
    return said;
}

} // namespace

QString dutyReason(const DutyReason& reason, const Words& words)
{
    const auto category = reason.categoryName.empty() ? words.category(reason.category) : fromText(reason.categoryName);
    const auto unit = reason.unitName.empty() ? words.unit(reason.unit) : fromText(reason.unitName);
    auto grounds = itemOf(reason);
    if (reason.itemCategory != reason.category)
        grounds << Duty::tr("for all of %1").arg(words.category(reason.itemCategory));
    if (!reason.authority.empty())
        grounds << Duty::tr("under %1").arg(fromText(reason.authority));
    if (reason.validFrom != Instant{})
        grounds << Duty::tr("valid from %1").arg(words.date(reason.validFrom));
    //: unit, category, place, grounds: a sentence without its stop
    return Duty::tr("%1 handles %2 in %3, as laid down by: %4").arg(unit, category, placeOf(reason, words), joined(grounds));
}

QString dutySentence(const DutyMatch& match, const Words& words)
{
    switch (match.kind) {
    case DutyMatch::Kind::None: return Duty::tr("The duty list names nobody for this. Consult the units.");
    case DutyMatch::Kind::One: {
        QStringList assists;
        for (const auto& unit : match.assists)
            assists << words.unit(unit);
        const auto reason = match.reasons.empty() ? QString() : Duty::tr("%1.").arg(dutyReason(match.reasons.front(), words));
        return sentences({reason, assists.isEmpty() ? QString() : Duty::tr("Assisting: %1.").arg(joined(assists))});
    }
    case DutyMatch::Kind::Several: {
        QStringList units;
        for (const auto& reason : match.reasons) {
            const auto name = reason.unitName.empty() ? words.unit(reason.unit) : fromText(reason.unitName);
            units << noted(name, Duty::tr("duty list item %1").arg(fromText(reason.item.text())));
        }
        return Duty::tr("The duty list names several units: %1. Consult them.").arg(joined(units));
    }
    }
    return {};
}

} // namespace griddesk::words
