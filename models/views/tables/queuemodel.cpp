// SPDX-License-Identifier: GPL-3.0-or-later
#include "queuemodel.h"

#include <algorithm>
#include <initializer_list>

namespace griddesk {

QueueModel::QueueModel(CaseQueries& queries, Notifier& notifier, const ClockSource& clock, const Words& words, QObject* parent)
    : QAbstractListModel(parent), m_queries(queries), m_clock(clock), m_words(words)
{
    const auto group = [this](Group name, std::initializer_list<Queue> queues) {
        m_lines.push_back({name, true, Queue::All});
        for (const auto queue : queues)
            m_lines.push_back({name, false, queue});
    };
    group(Group::Steps, {Queue::ToAccept, Queue::ToVerify, Queue::Verifying, Queue::ToFile, Queue::ToDispatch, Queue::ToSign, Queue::Handling,
                         Queue::ToCheck, Queue::Checking, Queue::ToClose, Queue::ToCallback});
    group(Group::Watch, {Queue::Overdue, Queue::DueSoon, Queue::Returned, Queue::Rework, Queue::Redo, Queue::Supervised, Queue::Suspended,
                         Queue::Hot});
    group(Group::Own, {Queue::Mine, Queue::ToSend, Queue::Tray});
    group(Group::Everything, {Queue::Open, Queue::Closed, Queue::All});

    m_batch.setSingleShot(true);
    m_batch.setInterval(100); // as the table, so that a row and the counts move together
    m_time.setInterval(30'000);
    connect(&m_batch, &QTimer::timeout, this, &QueueModel::refresh);
    connect(&m_time, &QTimer::timeout, this, &QueueModel::refresh);
    const auto soon = [this] {
        if (!m_batch.isActive())
            m_batch.start();
    };
    connect(&notifier, &Notifier::casesChanged, this, soon);
    connect(&notifier, &Notifier::outboxChanged, this, soon);
    m_time.start();
}

void QueueModel::setWithin(const CaseFilter& within)
{
    m_within = within;
    refresh();
}

void QueueModel::setGroupTitles(const QStringList& titles)
{
    m_titles = titles;
    retranslate();
}

void QueueModel::retranslate() { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); }

void QueueModel::refresh()
{
    m_queries.counts(m_within, m_clock.now()).then(this, [this, generation = ++m_generation](Result<QueueCounts> answer) {
        if (generation != m_generation)
            return;
        if (!answer) {
            if (answer.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(answer.error());
            return;
        }
        const auto before = m_counts;
        const bool first = !m_known;
        m_counts = *answer;
        m_known = true;
        int from = -1, until = -1;
        for (int row = 0; row < rowCount(); ++row) {
            const auto& line = m_lines[static_cast<std::size_t>(row)];
            if (!line.title && line.saved.empty() && (first || before.of(line.queue) != m_counts.of(line.queue))) {
                from = from < 0 ? row : from;
                until = row;
            }
        }
        if (from >= 0)
            Q_EMIT dataChanged(index(from), index(until), {CountRole, AlertRole, Qt::AccessibleTextRole});
        Q_EMIT counted();
    });
}

int QueueModel::rowOf(Queue queue) const
{
    for (std::size_t row = 0; row < m_lines.size(); ++row)
        if (!m_lines[row].title && m_lines[row].group != Group::Saved && m_lines[row].queue == queue)
            return static_cast<int>(row);
    return -1;
}

int QueueModel::rowOfSaved(const QString& id) const
{
    const auto wanted = id.toStdString();
    for (std::size_t row = 0; row < m_lines.size(); ++row)
        if (!wanted.empty() && m_lines[row].saved == wanted)
            return static_cast<int>(row);
    return -1;
}

int QueueModel::titleRowOf(int row) const
{
    while (row > 0 && !m_lines[static_cast<std::size_t>(row)].title)
        --row;
    return row;
}

void QueueModel::setSaved(const SavedFilters& saved)
{
    m_saved = &saved;
    connect(&saved, &SavedFilters::changed, this, &QueueModel::followSaved);
    connect(&saved, &SavedFilters::counted, this, [this] {
        const int first = static_cast<int>(std::ranges::find(m_lines, Group::Saved, &Line::group) - m_lines.begin());
        if (first < rowCount())
            Q_EMIT dataChanged(index(first), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
    });
    followSaved();
}

/// By single rows, so that the current one stays where it is.
void QueueModel::followSaved()
{
    const auto& filters = m_saved->filters();
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto& line = m_lines[static_cast<std::size_t>(row)];
        if (line.group != Group::Saved || (line.title ? !filters.empty() : m_saved->find(line.saved) != nullptr))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.erase(m_lines.begin() + row);
        endRemoveRows();
    }
    const auto insert = [this](int row, Line line) {
        beginInsertRows({}, row, row);
        m_lines.insert(m_lines.begin() + row, std::move(line));
        endInsertRows();
    };
    int row = static_cast<int>(std::ranges::find(m_lines, Group::Saved, &Line::group) - m_lines.begin());
    if (!filters.empty() && row == rowCount())
        insert(row, {Group::Saved, true, Queue::All});
    const int title = row;
    for (const auto& saved : filters) {
        ++row;
        if (row == rowCount() || m_lines[static_cast<std::size_t>(row)].saved != saved.id)
            insert(row, {Group::Saved, false, saved.filter.queue, saved.id});
    }
    if (title < rowCount())
        Q_EMIT dataChanged(index(title), index(rowCount() - 1));
}

int QueueModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto* saved = line.saved.empty() ? nullptr : m_saved->find(line.saved);
    const auto counted = saved == nullptr ? (m_known ? std::optional(m_counts.of(line.queue)) : std::nullopt) : m_saved->count(line.saved);
    const auto count = static_cast<qint64>(counted.value_or(-1));
    switch (role) {
    case Qt::DisplayRole:
        if (saved != nullptr)
            return saved->name;
        return line.title ? m_titles.value(static_cast<int>(line.group)) : m_words.queue(line.queue);
    case Qt::AccessibleTextRole: {
        const auto name = data(index, Qt::DisplayRole).toString();
        return line.title || !counted ? name : name + QLatin1Char(' ') + QString::number(count);
    }
    case QueueRole: return line.title ? -1 : static_cast<int>(line.queue);
    case CountRole: return line.title ? qint64{-1} : count;
    case TitleRole: return line.title;
    case AlertRole: return !line.title && saved == nullptr && line.queue == Queue::Overdue && count > 0;
    case SavedRole: return QString::fromStdString(line.saved);
    case Qt::ToolTipRole: return saved != nullptr ? QVariant(saved->name) : QVariant();
    default: return {};
    }
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_lines[static_cast<std::size_t>(index.row())].title ? Qt::ItemNeverHasChildren
                                                               : Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert({{QueueRole, "queue"}, {CountRole, "count"}, {TitleRole, "title"}, {AlertRole, "alert"}, {SavedRole, "saved"}});
    return names;
}

} // namespace griddesk
