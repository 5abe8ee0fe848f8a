// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockwords.h"

#include "phrases.h"

#include <QCoreApplication>

namespace griddesk::words {

namespace {

struct ClockText {
    Q_DECLARE_TR_FUNCTIONS(ClockText)
};

QString holderOf(const Segment& segment, const Words& words)
{
    const auto unit = UnitId::parse(segment.holder);
    return unit ? words.unit(*unit) : QString();
}

/// "(why, approved by whom)"
QString groundsOf(const Segment& segment, const Words& words)
{
    QStringList grounds;
    if (!segment.reason.empty())
        grounds << QString::fromStdString(segment.reason);
    if (const auto account = AccountId::parse(segment.approvedBy))
        grounds << ClockText::tr("approved by %1").arg(words.account(*account));
    return joined(grounds);
}

} // namespace

QString clockHeadline(const ClockExplanation& clock, const Words& words)
{
    const auto& explanation = clock.explanation;
    const auto used = words.remaining(Milliseconds{explanation.countedMs});
    const auto due = words.dateTime(explanation.due.at);
    QStringList parts{ClockText::tr("%1: %2, due %3, %4 used.").arg(words.clock(clock.clock.kind), words.limit(clock.clock.limit), due, used)};
    if (explanation.met)
        parts << ClockText::tr("Done %1.").arg(words.dateTime(*explanation.met));
    else if (clock.clock.cancelledAt)
        parts << ClockText::tr("Ended without result %1.").arg(words.dateTime(*clock.clock.cancelledAt));
    else
        parts << ClockText::tr("Lamp: %1.").arg(words.lamp(explanation.lamp));
    if (explanation.due.open)
        parts << ClockText::tr("It stands still now; the deadline moves on until it is resumed.");
    if (explanation.due.provisional)
        parts << ClockText::tr("The deadline is provisional: the holidays of its year are not known yet.");
    return sentences(parts);
}

QString clockSegment(const Segment& segment, const Words& words)
{
    const auto from = words.dateTime(segment.from), to = words.dateTime(segment.to);
    const auto counted = words.remaining(Milliseconds{segment.countedMs});
    QString what;
    switch (segment.kind) {
    case SegmentKind::Running:
        what = segment.afterDue ? ClockText::tr("%1 counted past the deadline").arg(counted) : ClockText::tr("%1 counted").arg(counted);
        break;
    case SegmentKind::Paused: what = ClockText::tr("stood still, not counted"); break;
    case SegmentKind::OutsideHours: what = ClockText::tr("outside working hours, not counted"); break;
    }
    what = noted(what, groundsOf(segment, words));
    const auto holder = holderOf(segment, words);
    return holder.isEmpty() ? ClockText::tr("%1 to %2: %3.").arg(from, to, what)
                            : ClockText::tr("%1 to %2, %3: %4.").arg(from, to, holder, what);
}

QStringList clockSegments(const Explanation& explanation, const Words& words)
{
    QStringList lines;
    for (const auto& segment : explanation.segments)
        lines << clockSegment(segment, words);
    return lines;
}

QString clockText(const ClockExplanation& clock, const Words& words)
{
    QStringList lines{clockHeadline(clock, words)};
    int number = 0;
    for (const auto& line : clockSegments(clock.explanation, words))
        lines << QStringLiteral("%1. %2").arg(QString::number(++number), line);
    return lines.join(u'\n');
}

QString clocksText(const CaseExplanation& explanation, const Words& words)
{
    QStringList blocks;
    for (const auto& clock : explanation.clocks)
        blocks << clockText(clock, words);
    return blocks.join(QStringLiteral("\n\n"));
}

} // namespace griddesk::words
