// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockmodel.h"

#include "rulewords.h"

#include <algorithm>
#include <tuple>

namespace griddesk {

namespace {

constexpr quintptr top = ~quintptr{0};

auto place(const ClockExplanation& c)
{
    const int state = c.open ? 0 : c.clock.cancelledAt ? 2 : 1;
    int lamp = 4;
    if (c.open)
        switch (c.explanation.lamp) {
        case Lamp::Red: lamp = 0; break;
        case Lamp::Yellow: lamp = 1; break;
        case Lamp::Green: lamp = 2; break;
        case Lamp::Suspended: lamp = 3; break;
        case Lamp::None: break;
        }
    const int window = bearsLamp(c.clock.kind) ? 0 : 1;
    return std::tuple(state, c.open ? window : 0, lamp, c.open ? msOf(c.explanation.due.at) : -msOf(c.clock.start));
}

/// Times outside working hours that follow each other read as one: nothing counted, whoever held the case.
void joinOutsideHours(std::vector<Segment>& segments)
{
    const auto quiet = [](const Segment& s) { return s.kind == SegmentKind::OutsideHours && s.countedMs == 0; };
    std::vector<Segment> joined;
    for (auto& segment : segments)
        if (!joined.empty() && quiet(segment) && quiet(joined.back()) && joined.back().to == segment.from) {
            joined.back().to = segment.to;
            joined.back().holder = segment.holder;
        } else {
            joined.push_back(std::move(segment));
        }
    segments = std::move(joined);
}

} // namespace

void ClockModel::setDetail(const CaseDetail& detail, Instant now)
{
    auto clocks = detail.clocks.clocks;
    std::ranges::stable_sort(clocks, {}, place);
    for (auto& clock : clocks)
        joinOutsideHours(clock.explanation.segments);
    const bool sameShape = std::ranges::equal(clocks, m_clocks, [](const ClockExplanation& a, const ClockExplanation& b) {
        return a.clock.id == b.clock.id && a.explanation.segments.size() == b.explanation.segments.size();
    });
    m_now = now;
    if (!sameShape)
        beginResetModel();
    m_clocks = std::move(clocks);
    m_units.clear();
    for (const auto& a : detail.state.assignments)
        m_units.emplace_back(a.id.text(), a.unit);
    if (!sameShape) {
        endResetModel();
        return;
    }
    for (int row = 0; row < static_cast<int>(m_clocks.size()); ++row) {
        const auto clock = index(row, 0);
        Q_EMIT dataChanged(clock, index(row, ColumnCount - 1));
        if (const int last = rowCount(clock) - 1; last >= 0) // only the running end of a clock moves
            Q_EMIT dataChanged(index(0, 0, clock), index(last, ColumnCount - 1, clock));
    }
}

void ClockModel::clear()
{
    beginResetModel();
    m_clocks.clear();
    m_units.clear();
    endResetModel();
}

const ClockExplanation* ClockModel::clockAt(int row) const
{
    return row < 0 || row >= static_cast<int>(m_clocks.size()) ? nullptr : &m_clocks[static_cast<std::size_t>(row)];
}

QString ClockModel::subject(const ClockExplanation& clock) const
{
    const auto& subject = clock.clock.subject;
    if (const auto found = std::ranges::find(m_units, subject, &std::pair<std::string, UnitId>::first); found != m_units.end())
        return m_words.unit(found->second);
    if (clock.clock.kind == ClockKind::CaseLimit || clock.clock.kind == ClockKind::MakeSafe)
        if (const auto standard = StandardId::parse(subject))
            return standardText(m_rules.get(), *standard);
    return QString::fromStdString(subject);
}

QString ClockModel::counted(std::int64_t ms) const
{
    const auto minutes = ms / 60'000;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes % 60 == 0)
        return tr("%1 h").arg(minutes / 60);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString ClockModel::holder(const std::string& id) const
{
    const auto unit = UnitId::parse(id);
    return unit ? m_words.unit(*unit) : m_words.unknown();
}

QString ClockModel::segmentKind(SegmentKind kind) const
{
    switch (kind) {
    case SegmentKind::Running: return tr("counts");
    case SegmentKind::Paused: return tr("paused");
    case SegmentKind::OutsideHours: return tr("outside hours");
    }
    return {};
}

QModelIndex ClockModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : top);
}

QModelIndex ClockModel::parent(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == top)
        return {};
    return createIndex(static_cast<int>(index.internalId()), 0, top);
}

int ClockModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_clocks.size());
    if (parent.internalId() != top || parent.column() != 0)
        return 0;
    const auto* clock = clockAt(parent.row());
    return clock == nullptr ? 0 : static_cast<int>(clock->explanation.segments.size());
}

QVariant ClockModel::clockData(const ClockExplanation& c, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case WhatColumn: {
            const auto about = subject(c);
            return about.isEmpty() ? m_words.clock(c.clock.kind) : tr("%1 · %2").arg(m_words.clock(c.clock.kind), about);
        }
        case FromColumn: return m_words.dateTime(c.clock.start);
        case UntilColumn: // of a clock that ended it is asked when and how, not when it would have been due
            if (c.clock.cancelledAt)
                return tr("dropped %1").arg(m_words.dateTime(*c.clock.cancelledAt));
            if (c.clock.metAt)
                return (*c.clock.metAt <= c.explanation.due.at ? tr("done %1") : tr("done late %1")).arg(m_words.dateTime(*c.clock.metAt));
            return m_words.dateTime(c.explanation.due.at) + (c.explanation.due.provisional ? tr(" (provisional)") : QString());
        case HolderColumn: return c.explanation.segments.empty() ? QString() : holder(c.explanation.segments.back().holder);
        case CountedColumn: return tr("%1 of %2").arg(counted(c.explanation.countedMs), c.clock.limit.unit == LimitUnit::Stated ? m_words.limit(c.clock.limit) : counted(c.explanation.limitMs));
        case WhyColumn:
            if (c.clock.cancelledAt || c.clock.metAt)
                return tr("was due %1").arg(m_words.dateTime(c.explanation.due.at));
            return m_words.remaining(c.explanation.due.at - m_now);
        default: return {};
        }
    case LampRole: return static_cast<int>(c.open ? c.explanation.lamp : Lamp::None); // a colour is for what still runs
    case OpenRole: return c.open;
    case CountedMsRole: return static_cast<qlonglong>(c.explanation.countedMs);
    case ClockIdRole: return QString::fromStdString(c.clock.id);
    default: return {};
    }
}

QVariant ClockModel::segmentData(const Segment& s, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (column) {
        case WhatColumn: return s.afterDue && s.kind == SegmentKind::Running ? tr("counts, overdue") : segmentKind(s.kind);
        case FromColumn: return m_words.dateTime(s.from);
        case UntilColumn: return m_words.dateTime(s.to);
        case HolderColumn: return s.holder.empty() ? m_words.unknown() : holder(s.holder);
        case CountedColumn: return s.countedMs == 0 ? m_words.unknown() : counted(s.countedMs);
        case WhyColumn: {
            QStringList why;
            if (!s.reason.empty())
                why << QString::fromStdString(s.reason);
            if (const auto approver = AccountId::parse(s.approvedBy))
                why << tr("approved by %1").arg(m_words.account(*approver));
            return why.join(tr(", "));
        }
        default: return {};
        }
    case CountedMsRole: return static_cast<qlonglong>(s.countedMs);
    case SegmentKindRole: return static_cast<int>(s.kind);
    case AfterDueRole: return s.afterDue;
    default: return {};
    }
}

QVariant ClockModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == CountedColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (index.internalId() == top) {
        const auto* clock = clockAt(index.row());
        if (role == Qt::ToolTipRole && clock != nullptr && index.column() == WhatColumn && StandardId::parse(clock->clock.subject) && clock->clock.kind == ClockKind::CaseLimit)
            return tr("%1 (%2)").arg(clockData(*clock, WhatColumn, Qt::DisplayRole).toString(), QString::fromStdString(clock->clock.subject));
        if (role == Qt::ToolTipRole)
            role = Qt::DisplayRole;
        return clock == nullptr ? QVariant() : clockData(*clock, index.column(), role);
    }
    if (role == Qt::ToolTipRole)
        role = Qt::DisplayRole; // what a narrow column cuts off
    const auto* clock = clockAt(static_cast<int>(index.internalId()));
    if (clock == nullptr || index.row() >= static_cast<int>(clock->explanation.segments.size()))
        return {};
    return segmentData(clock->explanation.segments[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant ClockModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn: return tr("Clock");
    case FromColumn: return tr("From");
    case UntilColumn: return tr("Until");
    case HolderColumn: return tr("Held by");
    case CountedColumn: return tr("Counted");
    case WhyColumn: return tr("Why, approved by");
    default: return {};
    }
}

QString ClockModel::sheet(int row) const
{
    const auto clock = index(row, 0);
    if (!clock.isValid())
        return {};
    const auto line = [this](const QModelIndex& first) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells << first.siblingAtColumn(column).data().toString();
        return cells.join(QLatin1Char('\t'));
    };
    QStringList head;
    for (int column = 0; column < ColumnCount; ++column)
        head << headerData(column, Qt::Horizontal).toString();
    QStringList lines{line(clock), head.join(QLatin1Char('\t'))};
    for (int i = 0; i < rowCount(clock); ++i)
        lines << line(index(i, 0, clock));
    lines << tr("Sum\t\t\t\t%1").arg(counted(clock.data(CountedMsRole).toLongLong()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace griddesk
