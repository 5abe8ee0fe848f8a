// SPDX-License-Identifier: GPL-3.0-or-later
// What the table shows and which pages it reads; how it follows changes is in casetableupdates.cpp.
#include "casetablemodel.h"

#include "models/views/casenumber.h"
#include "models/views/casestage.h"
#include "rowlamp.h"

#include <algorithm>

namespace griddesk {

CaseTableModel::CaseTableModel(CaseQueries& queries, Notifier& notifier, const ClockSource& clock, const Words& words, QObject* parent)
    : QAbstractTableModel(parent), m_queries(queries), m_clock(clock), m_words(words)
{
    m_follow.setSingleShot(true);
    m_follow.setInterval(100); // at most ten bursts a second under a live feed
    connect(&m_follow, &QTimer::timeout, this, &CaseTableModel::applyChanges);
    connect(&notifier, &Notifier::casesChanged, this,
            [this](const auto&, const std::vector<CaseId>& changed, bool bulk) { noteChanges(changed, bulk); });
    connect(&notifier, &Notifier::rulesChanged, this, &CaseTableModel::retranslate);
}

CaseTableModel::~CaseTableModel()
{
    if (m_cancel)
        m_cancel->store(true);
}

int CaseTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_keys.size()); }

int CaseTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

CaseKey CaseTableModel::keyAt(int row) const { return row >= 0 && row < rowCount() ? m_keys[static_cast<std::size_t>(row)] : 0; }

const CaseRow* CaseTableModel::rowAt(int row) const
{
    const auto key = keyAt(row);
    return key == 0 ? nullptr : m_cache.find(key);
}

int CaseTableModel::rowOf(CaseKey key, int hint) const
{
    const int n = rowCount();
    hint = std::clamp(hint, 0, std::max(0, n - 1));
    for (int distance = 0; distance < n; ++distance) {
        const int up = hint - distance, down = hint + distance;
        if (up < 0 && down >= n)
            break;
        if (up >= 0 && m_keys[static_cast<std::size_t>(up)] == key)
            return up;
        if (down < n && m_keys[static_cast<std::size_t>(down)] == key)
            return down;
    }
    return -1;
}

QString CaseTableModel::text(const CaseRow& row, int column) const
{
    const auto moment = [this](const std::optional<Instant>& at) { return at ? m_words.dateTime(*at) : m_words.unknown(); };
    switch (column) {
    case LampColumn: {
        const auto now = m_clock.now();
        const auto left = remainingOf(row, now);
        if (left)
            return m_words.remaining(*left);
        return lampOf(row, now) == Lamp::Suspended ? m_words.lamp(Lamp::Suspended) : m_words.unknown();
    }
    case NumberColumn: {
        const auto number = caseNumber(row);
        return number.isEmpty() ? m_words.unknown() : number;
    }
    case StageColumn: return stageWord(row, m_words);
    case UrgencyColumn: return m_words.urgency(row.urgency);
    case CategoryColumn: return row.category ? m_words.category(*row.category) : m_words.unknown();
    case TitleColumn: return QString::fromStdString(row.title);
    case AreaColumn: {
        if (!row.community)
            return m_words.unknown();
        const auto community = m_words.area(*row.community);
        const auto grid = row.grid ? m_words.area(*row.grid) : QString();
        // Grids are usually named after their community; saying it twice only pushes the number out of sight.
        return grid.isEmpty() ? community : grid.startsWith(community) ? grid : community + QStringLiteral(" / ") + grid;
    }
    case UnitColumn: {
        if (!row.unit)
            return m_words.unknown();
        const auto unit = m_words.unit(*row.unit);
        return row.unit2 ? unit + QStringLiteral(" › ") + m_words.unit(*row.unit2) : unit;
    }
    case ReportedColumn: return moment(row.reportedAt);
    case DueColumn: return moment(row.due);
    case SourceColumn: return m_words.choice("source", row.source);
    case MarksColumn: {
        QStringList marks;
        for (std::uint32_t bit = 1; bit != 0 && bit <= row.marks; bit <<= 1)
            if ((row.marks & bit) != 0 && static_cast<CaseMark>(bit) != CaseMark::VerifyDue) // its stage says it
                marks << m_words.mark(static_cast<CaseMark>(bit));
        return marks.join(QStringLiteral(" · "));
    }
    default: return {};
    }
}

QVariant CaseTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto key = m_keys[static_cast<std::size_t>(index.row())];
    const auto* row = m_cache.find(key);
    if (role == KeyRole)
        return static_cast<qint64>(key);
    if (role == LoadedRole)
        return row != nullptr;
    if (row == nullptr)
        return role == Qt::DisplayRole && index.column() == NumberColumn ? QVariant(QStringLiteral("…")) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TitleColumn)
            return QString::fromStdString(row->title + "\n" + row->address);
        return text(*row, index.column()); // whatever the column has no room for
    case IdRole: return QString::fromStdString(row->id.text());
    case LampRole: return static_cast<int>(lampOf(*row, m_clock.now()));
    case RemainingRole: {
        const auto left = remainingOf(*row, m_clock.now());
        return left ? QVariant(static_cast<qint64>(left->count())) : QVariant();
    }
    case StageRole: return static_cast<int>(row->stage);
    case UrgencyRole: return static_cast<int>(row->urgency);
    case MarksRole: return static_cast<quint32>(row->marks);
    case AddressRole: return QString::fromStdString(row->address);
    case ReportedRole: return row->reportedAt ? QVariant(static_cast<qint64>(msOf(*row->reportedAt))) : QVariant();
    case DueRole: return row->due ? QVariant(static_cast<qint64>(msOf(*row->due))) : QVariant();
    default: return {};
    }
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    return m_headers.value(section);
}

QHash<int, QByteArray> CaseTableModel::roleNames() const
{
    auto names = QAbstractTableModel::roleNames();
    names.insert({{KeyRole, "key"}, {IdRole, "caseId"}, {LoadedRole, "loaded"}, {LampRole, "lamp"}, {RemainingRole, "remaining"},
                  {StageRole, "stage"}, {UrgencyRole, "urgency"}, {MarksRole, "marks"}, {AddressRole, "address"},
                  {ReportedRole, "reportedAt"}, {DueRole, "due"}});
    return names;
}

void CaseTableModel::sort(int column, Qt::SortOrder order)
{
    CaseSort wanted;
    wanted.descending = order == Qt::DescendingOrder;
    switch (column) {
    case NumberColumn: wanted.order = CaseOrder::Number; break;
    case ReportedColumn: wanted.order = CaseOrder::Reported; break;
    case DueColumn: wanted.order = CaseOrder::Due; break;
    default: wanted.order = CaseOrder::Work; break;
    }
    if (wanted != m_sort)
        setQuery(m_filter, wanted);
}

void CaseTableModel::setHeaders(QStringList headers)
{
    m_headers = std::move(headers);
    retranslate();
}

void CaseTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_keys.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void CaseTableModel::tick()
{
    const int last = std::min(m_last, rowCount() - 1);
    if (m_first <= last)
        Q_EMIT dataChanged(index(m_first, LampColumn), index(last, LampColumn), {Qt::DisplayRole, LampRole, RemainingRole});
}

void CaseTableModel::setVisibleRange(int first, int last)
{
    m_first = std::max(0, first);
    m_last = std::max(m_first, last);
    readPages();
}

void CaseTableModel::readPages()
{
    // Half a page beyond the window on both sides, so that scrolling by a screenful meets rows that are there.
    const int from = std::max(0, m_first - pageSize / 2) / pageSize;
    const int until = std::min(m_last + pageSize / 2, rowCount() - 1) / pageSize;
    for (int page = from; page <= until && !m_keys.empty(); ++page) {
        const int first = page * pageSize, end = std::min(first + pageSize, rowCount());
        std::vector<CaseKey> missing;
        for (int row = first; row < end; ++row) {
            const auto key = m_keys[static_cast<std::size_t>(row)];
            m_cache.touch(key);
            if (!m_cache.fresh(key) && !m_asked.contains(key) && !m_gone.contains(key))
                missing.push_back(key);
        }
        if (missing.empty())
            continue;
        if (m_pagesUnderWay >= 2)
            return; // the next answer looks at the window of then
        askPage(first, std::move(missing));
    }
}

void CaseTableModel::askPage(int first, std::vector<CaseKey> keys)
{
    ++m_pagesUnderWay;
    m_asked.insert(keys.begin(), keys.end());
    m_queries.rows(keys).then(this, [this, first, keys, freshness = m_freshness](Result<std::vector<std::pair<CaseKey, CaseRow>>> answer) {
        --m_pagesUnderWay;
        for (const auto key : keys)
            m_asked.erase(key);
        if (answer)
            takePage(first, keys, std::move(*answer), freshness != m_freshness);
        else if (answer.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(answer.error());
        if (answer)
            readPages();
    });
}

void CaseTableModel::takePage(int hint, const std::vector<CaseKey>& asked, std::vector<std::pair<CaseKey, CaseRow>> rows, bool stale)
{
    std::unordered_set<CaseKey> given;
    for (auto& [key, row] : rows) {
        given.insert(key);
        m_cache.put(key, std::move(row));
    }
    if (stale) // something was saved since the question: shown, and read again
        for (const auto key : given)
            m_cache.markStale(key);
    for (const auto key : asked)
        if (!given.contains(key))
            m_gone.insert(key);
    int first = -1, last = -1;
    for (const auto key : asked) {
        if (const int row = rowOf(key, hint); row >= 0) {
            first = first < 0 ? row : std::min(first, row);
            last = std::max(last, row);
            hint = row + 1;
        }
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

} // namespace griddesk
