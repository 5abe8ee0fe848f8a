// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelinemodel.h"

#include "payloadtext.h"

#include <algorithm>

namespace griddesk {

namespace {

qint64 secondsLeft(Instant until, Instant now)
{
    return until <= now ? 0 : std::chrono::ceil<std::chrono::seconds>(until - now).count();
}

QStringList filesOf(const Operation& operation)
{
    QStringList found;
    if (const auto* evidence = operation.payload.find("evidence"); evidence != nullptr && evidence->list() != nullptr)
        for (const auto& file : *evidence->list())
            if (const auto sha = file.textOr("sha256"); !sha.empty())
                found << QString::fromUtf8(sha.data(), static_cast<qsizetype>(sha.size()));
    return found;
}

} // namespace

std::vector<TimelineRow> TimelineModel::made() const
{
    PayloadNames names{.rules = m_rules.get()};
    names.assignment = [this](const std::string& id) {
        const auto found = std::ranges::find(m_case->assignments, id, [](const Assignment& a) { return a.id.text(); });
        return found == m_case->assignments.end() ? QString::fromStdString(id) : m_words.unit(found->unit);
    };
    names.record = [this](OperationKind kind, std::string_view field, const std::string& value) { return recordText(kind, field, value, *m_case); };
    names.otherCase = [this](const std::string& id) {
        const auto found = m_others.find(id);
        return found == m_others.end() ? tr("see the tab of cases nearby") : found->second;
    };
    std::vector<TimelineRow> rows;
    rows.reserve(m_history.size());
    for (const auto& item : m_history) {
        const auto& operation = item.operation;
        TimelineRow row{.id = operation.id.text(), .kind = operation.kind};
        row.title = m_words.operation(operation.kind);
        row.who = m_words.account(operation.actor.account);
        row.post = m_words.post(operation.actor.post);
        row.when = m_words.dateTime(item.effective);
        if (item.writtenLater())
            row.written = m_words.dateTime(*item.receivedAt);
        row.lines = payloadLines(operation, m_words, names);
        row.files = filesOf(operation);
        row.waiting = item.waiting;
        row.heldUntil = item.heldUntil;
        row.holdSeconds = item.waiting ? secondsLeft(item.heldUntil, m_now) : 0;
        row.refused = !item.reason.empty();
        if (row.refused)
            row.refusal = refusalSentence(item.reason, m_words);
        rows.push_back(std::move(row));
    }
    if (m_newestFirst)
        std::ranges::reverse(rows);
    return rows;
}

void TimelineModel::setDetail(const CaseDetail& detail, Instant now)
{
    m_history = detail.history;
    if (m_case && m_case->id != detail.state.id)
        m_others.clear();
    m_case = detail.state;
    m_now = now;
    replace(made());
}

void TimelineModel::clear()
{
    m_history.clear();
    m_case.reset();
    m_others.clear();
    replace({});
}

void TimelineModel::setOthers(const std::vector<CaseRow>& rows)
{
    for (const auto& row : rows) {
        const auto number = QString::fromStdString(row.number.empty() ? row.localNumber : row.number);
        m_others.insert_or_assign(row.id.text(), row.title.empty() ? number : tr("%1 · %2").arg(number, QString::fromStdString(row.title)));
    }
    replace(made());
}

void TimelineModel::setNow(Instant now)
{
    m_now = now;
    if (counting() || std::ranges::any_of(rows(), [](const TimelineRow& row) { return row.holdSeconds > 0; }))
        replace(made());
}

void TimelineModel::setNewestFirst(bool newestFirst)
{
    if (newestFirst == m_newestFirst)
        return;
    m_newestFirst = newestFirst;
    replace(made());
}

bool TimelineModel::counting() const
{
    return std::ranges::any_of(m_history, [this](const HistoryItem& item) { return item.waiting && item.heldUntil > m_now; });
}

std::optional<TimelineHold> TimelineModel::hold() const
{
    for (auto item = m_history.rbegin(); item != m_history.rend(); ++item)
        if (item->waiting && item->heldUntil > m_now) {
            const auto& by = item->operation.actor.account;
            return TimelineHold{.id = item->operation.id.text(), .mine = m_person == by, .who = m_words.account(by)};
        }
    return std::nullopt;
}

void TimelineModel::retranslate() { replace(made()); }

QVariant TimelineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::AccessibleTextRole: return QStringList{row.when, row.title, row.who, row.post, row.lines.join(QStringLiteral("; ")), row.refusal}.join(QStringLiteral(", "));
    case KindRole: return static_cast<int>(row.kind);
    case WhoRole: return row.who;
    case PostRole: return row.post;
    case WhenRole: return row.when;
    case LinesRole: return row.lines;
    case FilesRole: return row.files;
    case WaitingRole: return row.waiting;
    case HoldSecondsRole: return row.holdSeconds;
    case RefusedRole: return row.refused;
    case RefusalRole: return row.refusal;
    case OperationIdRole: return QString::fromStdString(row.id);
    case WrittenRole: return row.written;
    default: return {};
    }
}

} // namespace griddesk
