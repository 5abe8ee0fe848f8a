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
        return Duty::tr("grid %1").arg(words.area(*reason.grid));
    if (reason.cell)
        return words.area(*reason.cell);
    return Duty::tr("everywhere");
}

} // namespace

QString dutyReason(const DutyReason& reason, const Words& words)
{
    const auto category = reason.categoryName.empty() ? words.category(reason.category) : fromText(reason.categoryName);
    const auto unit = reason.unitName.empty() ? words.unit(reason.unit) : fromText(reason.unitName);
    QStringList grounds{noted(Duty::tr("duty list item %1").arg(fromText(reason.item.text())), fromText(reason.basis))};
    if (reason.itemCategory != reason.category)
        grounds << Duty::tr("for all of %1").arg(words.category(reason.itemCategory));
    if (!reason.authority.empty())
        grounds << Duty::tr("under %1").arg(fromText(reason.authority));
    if (reason.validFrom != Instant{})
        grounds << Duty::tr("valid from %1").arg(words.date(reason.validFrom));
    //: grid × category → unit: grounds
    return Duty::tr("%1 × %2 → %3: %4").arg(placeOf(reason, words), category, unit, joined(grounds));
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
