// SPDX-License-Identifier: GPL-3.0-or-later
#include "duplicatemodel.h"

#include <algorithm>
#include <cmath>

namespace griddesk {

bool DuplicateRow::operator==(const DuplicateRow& other) const
{
    const auto& a = candidate;
    const auto& b = other.candidate;
    return id == other.id && a.row == b.row && std::abs(a.metres - b.metres) < 0.5 && a.age == b.age && a.sameCategory == b.sameCategory
        && a.textLikeness == b.textLikeness && a.score == b.score;
}

DuplicateModel::DuplicateModel(const Desk& desk, const Words& words, QObject* parent)
    : DiffListModel(parent), m_desk(desk), m_words(words)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(&m_timer, &QTimer::timeout, this, &DuplicateModel::ask);
}

void DuplicateModel::probe(DuplicateProbe probe)
{
    m_probe = std::move(probe);
    ++m_generation;
    if (m_cancel)
        m_cancel->store(true);
    if (!m_probe.place && !m_probe.category && m_probe.text.empty() && m_probe.address.empty()) {
        m_timer.stop();
        replace({});
        Q_EMIT answered();
        return;
    }
    m_timer.start();
}

void DuplicateModel::clear()
{
    m_aside.clear();
    probe({});
}

void DuplicateModel::putAside(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    m_aside.insert(rows()[static_cast<std::size_t>(row)].id);
    auto rest = rows();
    rest.erase(rest.begin() + row);
    replace(std::move(rest));
    Q_EMIT answered();
}

void DuplicateModel::ask()
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_probe.now = m_desk.clock.now();
    m_desk.queries.duplicates(m_probe, m_cancel).then(this, [this, generation = m_generation](const Result<std::vector<DuplicateCandidate>>& found) {
        if (generation != m_generation || !found)
            return;
        std::vector<DuplicateRow> next;
        for (const auto& candidate : *found)
            if (!m_aside.contains(candidate.key))
                next.push_back({candidate.key, candidate});
        std::ranges::stable_sort(next, std::greater{}, [](const DuplicateRow& row) { return row.candidate.score; });
        replace(std::move(next));
        Q_EMIT answered();
    });
}

QVariant DuplicateModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& candidate = rows()[static_cast<std::size_t>(index.row())].candidate;
    const auto& row = candidate.row;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return QString::fromStdString(row.title);
    case IdRole:
        return QString::fromStdString(row.id.text());
    case ReasonRole: {
        QStringList parts{tr("%1 m").arg(static_cast<int>(std::lround(candidate.metres))), tr("%1 ago").arg(m_words.remaining(candidate.age))};
        if (candidate.sameCategory)
            parts << tr("same class");
        if (candidate.textLikeness > 0)
            parts << tr("text %1 %").arg(candidate.textLikeness);
        return parts.join(QStringLiteral(" · "));
    }
    case ScoreRole: return candidate.score;
    case HotRole: return row.marked(CaseMark::Hot);
    case Qt::AccessibleTextRole: return QString::fromStdString(row.title) + QStringLiteral(", ") + data(index, ReasonRole).toString();
    default: return {};
    }
}

} // namespace griddesk
