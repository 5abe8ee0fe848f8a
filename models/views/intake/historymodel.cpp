// SPDX-License-Identifier: GPL-3.0-or-later
#include "historymodel.h"

#include "models/views/casestage.h"

#include <algorithm>
#include <set>
#include <utility>

namespace griddesk {

HistoryModel::HistoryModel(const Desk& desk, const Words& words, QObject* parent) : DiffListModel(parent), m_desk(desk), m_words(words)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &HistoryModel::start);
}

void HistoryModel::setActor(const Actor& actor)
{
    if (actor == m_actor)
        return;
    m_actor = actor;
    if (const auto phone = std::exchange(m_phone, {}); !phone.empty())
        ask(phone, std::string(m_address), m_place);
}

void HistoryModel::ask(const std::string& phone, const std::string& address, std::optional<GeoPoint> place)
{
    if (phone == m_phone && address == m_address && place == m_place)
        return;
    m_phone = phone;
    m_address = address;
    m_place = place;
    ++m_generation;
    if (m_cancel)
        m_cancel->store(true);
    if (phone.size() < 7 && address.size() < 6 && !place) {
        m_timer.stop();
        m_found.clear();
        replace({});
        return;
    }
    m_timer.start();
}

void HistoryModel::start()
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_found.clear();
    if (m_phone.size() >= 7)
        readKeys(HistoryReason::Caller, m_desk.queries.ofCaller(m_phone, m_actor, m_desk.clock.now()));
    if (m_address.size() >= 6)
        readKeys(HistoryReason::Address, m_desk.queries.search(m_address, mostOfEach, m_cancel));
    if (m_place)
        m_desk.queries.nearby(*m_place, nearMetres, mostOfEach).then(this, [this, generation = m_generation](const Result<std::vector<CaseRow>>& found) {
            if (generation == m_generation && found)
                take(HistoryReason::Nearby, *found);
        });
}

void HistoryModel::readKeys(HistoryReason reason, QFuture<Result<std::vector<CaseKey>>> keys)
{
    keys.then(this, [this, reason, generation = m_generation](const Result<std::vector<CaseKey>>& found) {
        if (generation != m_generation || !found)
            return;
        m_desk.queries.rows(*found).then(this, [this, reason, generation](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
            if (generation != m_generation || !rows)
                return;
            std::vector<CaseRow> list;
            for (const auto& [key, row] : *rows)
                list.push_back(row);
            take(reason, std::move(list));
        });
    });
}

void HistoryModel::take(HistoryReason reason, std::vector<CaseRow> found)
{
    for (auto& row : found)
        m_found.push_back({row.id.text(), std::move(row), reason});
    // One line per case, under its best reason, newest first within a reason.
    std::ranges::stable_sort(m_found, [](const HistoryRow& a, const HistoryRow& b) {
        return std::pair(a.reason, b.row.reportedAt) < std::pair(b.reason, a.row.reportedAt);
    });
    std::vector<HistoryRow> next;
    std::set<std::string> seen;
    for (const auto& row : m_found)
        if (seen.insert(row.id).second)
            next.push_back(row);
    replace(std::move(next));
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& [id, row, reason] = rows()[static_cast<std::size_t>(index.row())];
    const auto why = reason == HistoryReason::Caller ? tr("same caller") : reason == HistoryReason::Address ? tr("same address") : tr("nearby");
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole: return QString::fromStdString(row.title);
    case IdRole: return QString::fromStdString(id);
    case ReasonRole: return why;
    case DetailRole:
        return QStringList{row.reportedAt ? m_words.dateTime(*row.reportedAt) : m_words.unknown(), stageWord(row, m_words), why}.join(
            QStringLiteral(" · "));
    default: return {};
    }
}

} // namespace griddesk
