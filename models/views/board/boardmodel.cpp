// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardmodel.h"

#include "models/views/casenumber.h"
#include "models/views/tables/rowlamp.h"

#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace griddesk {

namespace {

constexpr quintptr topLevel = 0;

QString q(const std::string& s) { return QString::fromStdString(s); }

bool worksAtLevel2(const Unit& unit) { return unit.level == 2 || unit.alsoLevel2; }

} // namespace

BoardModel::BoardModel(const Desk& desk, const Words& words, QObject* parent) : QAbstractItemModel(parent), m_desk(desk), m_words(words)
{
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(50);
    connect(&m_changeTimer, &QTimer::timeout, this, &BoardModel::readChanged);
    m_loadTimer.setSingleShot(true);
    m_loadTimer.setInterval(200);
    connect(&m_loadTimer, &QTimer::timeout, this, &BoardModel::readLoads);
    connect(&desk.notifier, &Notifier::casesChanged, this, [this](const auto& added, const auto& changed, bool bulk) {
        if (!m_session.rules)
            return;
        if (bulk || !m_watched) {
            reload();
            return;
        }
        m_changed.insert(m_changed.end(), added.begin(), added.end());
        m_changed.insert(m_changed.end(), changed.begin(), changed.end());
        if (!m_changeTimer.isActive())
            m_changeTimer.start();
        if (!m_loadTimer.isActive())
            m_loadTimer.start();
    });
}

void BoardModel::setSession(const Session& session)
{
    beginResetModel();
    m_session = session;
    m_rows.clear();
    makeColumns();
    m_cards.assign(m_columns.size(), {});
    endResetModel();
    if (m_session.rules)
        reload();
}

void BoardModel::makeColumns()
{
    m_columns.clear();
    if (!m_session.rules)
        return;
    const auto& rules = *m_session.rules;
    const auto now = m_desk.clock.now();
    const auto mine = m_session.unit();
    m_ofUnit = mine && !m_session.isCentre() && !m_session.roles().meets({griddesk::Role::Dispatcher, griddesk::Role::ShiftLeader});
    m_columns.push_back({.kind = BoardColumnKind::ToDispatch, .unit = {}, .on = {}, .phone = {}});
    m_columns.push_back({.kind = BoardColumnKind::Returns, .unit = {}, .on = {}, .phone = {}});
    std::vector<const Unit*> units;
    for (const auto& [id, unit] : rules.units) {
        if (!unit.valid.holds(now) || id == rules.centre || id == mine)
            continue;
        if (!m_ofUnit ? unit.level == 1 : worksAtLevel2(unit))
            units.push_back(&unit);
    }
    if (m_ofUnit && std::ranges::any_of(units, [&](const Unit* unit) { return unit->parent == mine; })
        && rules.units.at(*mine).kind == UnitKind::Community) // a community gives work to its own grids and crews
        std::erase_if(units, [&](const Unit* unit) { return unit->parent != mine; });
    const auto order = [&](const Unit* unit) {
        const bool own = m_ofUnit && unit->parent == mine;
        return std::tuple(own ? 0 : 1, unit->kind == UnitKind::Community ? 1 : unit->kind == UnitKind::GridCrew ? 2 : 0, unit->id);
    };
    std::ranges::sort(units, {}, order);
    for (const auto* unit : units)
        m_columns.push_back({.kind = BoardColumnKind::Unit, .unit = unit->id, .on = whoIsOn(rules, unit->id, now), .phone = unit->phone});
}

void BoardModel::setFilter(const QString& words)
{
    if (words == m_filter)
        return;
    m_filter = words;
    arrange();
}

// ---- reading --------------------------------------------------------------------------------------------------------

void BoardModel::setWatched(bool watched)
{
    m_watched = watched;
    if (m_watched && m_stale)
        reload();
}

void BoardModel::reload()
{
    m_stale = !m_watched;
    if (m_stale || !m_session.rules)
        return;
    const auto generation = ++m_generation;
    m_fresh.clear();
    m_asked.clear();
    m_changed.clear();
    std::vector<Queue> queues{Queue::Returned, Queue::ToSign, Queue::Handling};
    if (!m_ofUnit)
        queues.push_back(Queue::ToDispatch);
    m_pending = static_cast<int>(queues.size());
    for (const auto queue : queues) {
        CaseFilter filter;
        filter.queue = queue;
        if (m_ofUnit)
            filter.unit = m_session.unit();
        m_desk.queries.firstKeys(filter, {}, m_desk.clock.now(), mostOfEach).then(this, [this, generation](const Result<std::vector<CaseKey>>& keys) {
            if (generation != m_generation)
                return;
            std::vector<CaseKey> wanted;
            if (keys)
                std::ranges::copy_if(*keys, std::back_inserter(wanted), [this](CaseKey key) { return m_asked.insert(key).second; });
            readRows(std::move(wanted), generation);
        });
    }
    readLoads();
}

void BoardModel::readRows(std::vector<CaseKey> keys, std::uint64_t generation)
{
    m_desk.queries.rows(std::move(keys)).then(this, [this, generation](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
        if (generation != m_generation)
            return;
        if (rows)
            for (const auto& [key, row] : *rows)
                m_fresh.insert_or_assign(key, row);
        if (--m_pending == 0)
            finishLoading();
    });
}

void BoardModel::finishLoading()
{
    std::vector<CaseKey> changed;
    for (const auto& [key, row] : m_fresh)
        if (const auto it = m_rows.find(key); it != m_rows.end() && !(it->second == row))
            changed.push_back(key);
    m_rows = std::move(m_fresh);
    m_fresh.clear();
    arrange();
    for (const auto key : changed)
        if (const auto at = find(key); at.isValid())
            Q_EMIT dataChanged(at, at);
    Q_EMIT loaded();
    if (!m_changed.empty() && !m_changeTimer.isActive())
        m_changeTimer.start();
}

void BoardModel::readChanged()
{
    if (m_pending > 0 || m_changed.empty())
        return; // finishLoading() comes back to them
    if (m_changed.size() > 500) {
        reload();
        return;
    }
    auto ids = std::exchange(m_changed, {});
    m_desk.queries.keysOf(ids).then(this, [this, generation = m_generation](const Result<std::vector<CaseKey>>& found) {
        if (generation != m_generation || !found)
            return;
        auto keys = *found;
        std::erase(keys, 0);
        m_desk.queries.rows(keys).then(this, [this, generation, keys](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
            if (generation != m_generation || !rows)
                return;
            for (const auto key : keys)
                m_rows.erase(key);
            for (const auto& [key, row] : *rows)
                if (columnFor(row) >= 0)
                    m_rows.insert_or_assign(key, row);
            arrange();
            for (const auto key : keys)
                if (const auto at = find(key); at.isValid())
                    Q_EMIT dataChanged(at, at);
        });
    });
}

void BoardModel::readLoads()
{
    m_desk.queries.unitLoads(m_desk.clock.now()).then(this, [this](const Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>>& loads) {
        if (!loads || !m_session.rules)
            return;
        for (auto& column : m_columns) {
            if (!column.unit)
                continue;
            const auto it = loads->find(*column.unit);
            std::tie(column.open, column.overdue) = it == loads->end() ? std::pair<std::int64_t, std::int64_t>{} : it->second;
            column.on = whoIsOn(*m_session.rules, *column.unit, m_desk.clock.now());
        }
        Q_EMIT headersChanged();
    });
}

// ---- arranging ------------------------------------------------------------------------------------------------------

int BoardModel::columnFor(const CaseRow& row) const
{
    const bool given = row.stage == Stage::Dispatched || row.stage == Stage::Handling;
    const bool returned = row.marked(CaseMark::ReturnAsked) || row.marked(CaseMark::Arbitration);
    if (m_ofUnit) {
        if (!given || row.unit != m_session.unit())
            return -1;
        if (returned)
            return 1;
        return row.unit2 ? columnOfUnit(*row.unit2) : 0;
    }
    if (!given && row.stage != Stage::Filed)
        return -1;
    if (returned || (row.stage == Stage::Filed && row.marked(CaseMark::Returned)))
        return 1;
    if (row.stage == Stage::Filed)
        return 0;
    return row.unit ? columnOfUnit(*row.unit) : -1;
}

bool BoardModel::passes(const CaseRow& row) const
{
    if (m_filter.isEmpty())
        return true;
    const auto has = [this](const std::string& text) { return q(text).contains(m_filter, Qt::CaseInsensitive); };
    return has(row.title) || has(row.address) || has(row.number) || has(row.localNumber) || (row.category && m_words.category(*row.category).contains(m_filter));
}

void BoardModel::arrange()
{
    std::vector<std::vector<CaseKey>> target(m_columns.size());
    for (const auto& [key, row] : m_rows)
        if (const int column = columnFor(row); column >= 0 && passes(row))
            target[static_cast<std::size_t>(column)].push_back(key);
    const auto pressing = [this](CaseKey key) {
        const auto& row = m_rows.at(key);
        // What stands still presses nobody, however urgent it was.
        const bool still = row.marked(CaseMark::Suspended) || row.marked(CaseMark::StatutoryPause);
        return std::tuple(still, -static_cast<int>(row.urgency), row.due.value_or(Instant::max()), key);
    };
    for (std::size_t column = 0; column < target.size(); ++column) {
        std::ranges::sort(target[column], {}, pressing);
        arrangeColumn(static_cast<int>(column), std::move(target[column]));
    }
}

void BoardModel::arrangeColumn(int column, std::vector<CaseKey> target)
{
    auto& cards = m_cards[static_cast<std::size_t>(column)];
    if (cards == target)
        return;
    const auto parentIndex = index(column, 0);
    const std::set<CaseKey> wanted(target.begin(), target.end());
    for (int last = static_cast<int>(cards.size()) - 1; last >= 0;) { // takes out runs from the end
        if (wanted.contains(cards[static_cast<std::size_t>(last)])) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !wanted.contains(cards[static_cast<std::size_t>(first - 1)]))
            --first;
        beginRemoveRows(parentIndex, first, last);
        cards.erase(cards.begin() + first, cards.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
    const std::set<CaseKey> kept(cards.begin(), cards.end());
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (i < cards.size() && cards[i] == target[i])
            continue;
        const auto at = static_cast<std::ptrdiff_t>(i);
        if (kept.contains(target[i])) {
            const auto from = std::find(cards.begin() + at, cards.end(), target[i]);
            const auto source = static_cast<int>(from - cards.begin());
            beginMoveRows(parentIndex, source, source, parentIndex, static_cast<int>(i));
            std::rotate(cards.begin() + at, from, from + 1);
            endMoveRows();
            continue;
        }
        std::size_t end = i + 1;
        while (end < target.size() && !kept.contains(target[end]))
            ++end;
        beginInsertRows(parentIndex, static_cast<int>(i), static_cast<int>(end) - 1);
        cards.insert(cards.begin() + at, target.begin() + at, target.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        i = end - 1;
    }
}

void BoardModel::tick()
{
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
        const auto top = index(column, 0);
        if (const int count = rowCount(top); count > 0)
            Q_EMIT dataChanged(index(0, 0, top), index(count - 1, 0, top), {LampRole, RemainingRole, UnsignedRole});
    }
}

// ---- questions ------------------------------------------------------------------------------------------------------

const CaseRow* BoardModel::row(const QModelIndex& card) const
{
    const auto it = m_rows.find(keyOf(card));
    return it == m_rows.end() ? nullptr : &it->second;
}

CaseKey BoardModel::keyOf(const QModelIndex& card) const
{
    if (!card.isValid() || card.model() != this || card.internalId() == topLevel)
        return 0;
    return m_cards[card.internalId() - 1][static_cast<std::size_t>(card.row())];
}

DutyMatch BoardModel::suggestion(const QModelIndex& card) const
{
    const auto* found = row(card);
    if (found == nullptr || !found->category || !m_session.rules)
        return {};
    return matchDuty(*m_session.rules, *found->category, found->cell, m_desk.clock.now());
}

int BoardModel::columnOfUnit(const UnitId& unit) const
{
    const auto it = std::ranges::find(m_columns, std::optional{unit}, &BoardColumn::unit);
    return it == m_columns.end() ? -1 : static_cast<int>(it - m_columns.begin());
}

QModelIndex BoardModel::find(CaseKey key) const
{
    const auto it = m_rows.find(key);
    const int column = it == m_rows.end() ? -1 : columnFor(it->second);
    if (column < 0)
        return {};
    const auto& cards = m_cards[static_cast<std::size_t>(column)];
    const auto at = std::ranges::find(cards, key);
    return at == cards.end() ? QModelIndex() : index(static_cast<int>(at - cards.begin()), 0, index(column, 0));
}

int BoardModel::cards() const
{
    std::size_t all = 0;
    for (const auto& column : m_cards)
        all += column.size();
    return static_cast<int>(all);
}

int BoardModel::returnedToDispatch() const
{
    int count = 0;
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        if (m_columns[column].kind == BoardColumnKind::Returns)
            for (const auto key : m_cards[column])
                count += m_rows.at(key).stage == Stage::Filed ? 1 : 0;
    return count;
}

QModelIndex BoardModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex BoardModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, topLevel);
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_columns.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_cards[static_cast<std::size_t>(parent.row())].size());
}

int BoardModel::columnCount(const QModelIndex&) const { return 1; }

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == topLevel) {
        const auto& column = m_columns[static_cast<std::size_t>(index.row())];
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        if (column.kind == BoardColumnKind::ToDispatch)
            return m_ofUnit ? tr("To give on") : tr("To dispatch");
        return column.kind == BoardColumnKind::Returns ? tr("Returns and arbitration") : m_words.unit(*column.unit);
    }
    const auto key = keyOf(index);
    return cardData(key, m_rows.at(key), role);
}

QVariant BoardModel::cardData(CaseKey key, const CaseRow& row, int role) const
{
    const auto now = m_desk.clock.now();
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return q(row.title);
    case IdRole: return q(row.id.text());
    case KeyRole: return QVariant::fromValue(key);
    case NumberRole: return caseNumber(row);
    case AddressRole: return q(row.address);
    case AreaRole: {
        const auto area = row.grid ? row.grid : row.community ? row.community : row.cell;
        return area ? m_words.area(*area) : QString();
    }
    case CategoryRole: return row.category ? m_words.category(*row.category) : QString();
    case UrgencyRole: return static_cast<int>(row.urgency);
    case LampRole: return static_cast<int>(lampOf(row, now));
    case RemainingRole: {
        const auto left = remainingOf(row, now);
        return left ? m_words.remaining(*left) : m_words.lamp(lampOf(row, now));
    }
    case UnsignedRole:
        return row.stage == Stage::Dispatched && row.dispatchedAt && !row.signedAt ? QVariant::fromValue<qint64>((now - *row.dispatchedAt).count())
                                                                                   : QVariant::fromValue<qint64>(-1);
    case SentRole:
        return row.stage == Stage::Dispatched && row.dispatchedAt && !row.signedAt ? m_words.dateTime(*row.dispatchedAt) : QString();
    case SuggestionRole: {
        if (row.stage != Stage::Filed || !row.category || !m_session.rules)
            return QString();
        const auto match = matchDuty(*m_session.rules, *row.category, row.cell, now);
        return match.kind == DutyMatch::Kind::One ? m_words.unit(*match.lead) : QString();
    }
    case ReturnedRole: return row.marked(CaseMark::ReturnAsked) || row.marked(CaseMark::Arbitration) || row.marked(CaseMark::Returned);
    case SupervisedRole: return row.marked(CaseMark::RedCard) ? 3 : row.marked(CaseMark::YellowCard) ? 2 : row.marked(CaseMark::Supervised) ? 1 : 0;
    case Qt::ToolTipRole: { // a card has room for the end of the number and one line of the rest
        QStringList lines{caseNumber(row), q(row.title), q(row.address)};
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
        return QStringList{cardData(key, row, NumberRole).toString(), q(row.title), m_words.urgency(row.urgency), cardData(key, row, RemainingRole).toString(),
                           cardData(key, row, AreaRole).toString()}
            .join(QStringLiteral(", "));
    default: return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (index.internalId() == topLevel)
        return Qt::ItemIsEnabled | Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

QStringList BoardModel::mimeTypes() const { return {QString::fromLatin1(mimeType)}; }

QMimeData* BoardModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty() || keyOf(indexes.front()) == 0)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(QString::fromLatin1(mimeType), QByteArray::number(static_cast<qlonglong>(keyOf(indexes.front()))));
    return data;
}

bool BoardModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex& parent) const
{
    if (data == nullptr || !data->hasFormat(QString::fromLatin1(mimeType)) || !parent.isValid())
        return false;
    const auto column = parent.internalId() == topLevel ? parent.row() : static_cast<int>(parent.internalId()) - 1;
    return m_columns[static_cast<std::size_t>(column)].kind == BoardColumnKind::Unit;
}

bool BoardModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const auto key = static_cast<CaseKey>(data->data(QString::fromLatin1(mimeType)).toLongLong());
    const int target = parent.internalId() == topLevel ? parent.row() : static_cast<int>(parent.internalId()) - 1;
    if (!m_rows.contains(key) || columnFor(m_rows.at(key)) == target)
        return false;
    Q_EMIT dropped(key, target);
    return true;
}

} // namespace griddesk
