// SPDX-License-Identifier: GPL-3.0-or-later
#include "caselists.h"

#include "casefacts.h"
#include "selectionsql.h"
#include "transaction.h"

#include <algorithm>
#include <queue>

namespace griddesk {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t urgencyWidth = std::int64_t{1} << 50;

bool plain(const CaseSelection& selection)
{
    const auto& f = selection.filter;
    return !f.unit && !f.area && !f.category && f.source.empty() && !f.urgency && !f.stage && !f.noSource && !f.noCommunity
           && !f.reportedFrom && !f.reportedUntil && !selection.among;
}

bool isStep(Queue queue)
{
    return std::ranges::find(stepQueues, queue) != std::end(stepQueues);
}

/// One queue's cases in order of work, read as far as the merge asks.
class StepCursor {
public:
    StepCursor(Database& database, Queue step, std::int64_t from, std::int64_t until)
        : m_statement(database.statement(
              "SELECT work, key, due, yellow FROM hot INDEXED BY hot_step WHERE step = ? AND work BETWEEN ? AND ? ORDER BY work, key"))
    {
        m_statement.bindAll(static_cast<int>(step), from, until);
    }
    [[nodiscard]] bool next()
    {
        if (!m_statement.step())
            return false;
        m_work = m_statement.integer(0);
        m_key = m_statement.integer(1);
        return true;
    }
    [[nodiscard]] bool dueSoon(std::int64_t now) const
    {
        return !m_statement.isNull(2) && m_statement.integer(2) > now && m_statement.integer(3) <= now;
    }
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> position() const noexcept { return {m_work, m_key}; }
    [[nodiscard]] std::int64_t key() const noexcept { return m_key; }
    [[nodiscard]] Result<void> result() const { return m_statement.result(); }

private:
    Statement m_statement;
    std::int64_t m_work = 0, m_key = 0;
};

Sql orderBy(CaseOrder order, Queue queue, bool descending)
{
    switch (order) {
    case CaseOrder::Work:
        if (queue == Queue::ToCallback)
            return descending ? Sql(" ORDER BY work DESC, key DESC LIMIT ") : Sql(" ORDER BY work, key LIMIT ");
        return descending ? Sql(" ORDER BY closed DESC, CASE closed WHEN 1 THEN ordinal ELSE work END DESC, key DESC LIMIT ")
                          : Sql(" ORDER BY closed, CASE closed WHEN 1 THEN ordinal ELSE work END, key LIMIT ");
    case CaseOrder::Due:
        return descending ? Sql(" ORDER BY due IS NOT NULL, due DESC, key DESC LIMIT ") : Sql(" ORDER BY due IS NULL, due, key LIMIT ");
    case CaseOrder::Reported:
        return descending ? Sql(" ORDER BY reported DESC, key DESC LIMIT ") : Sql(" ORDER BY reported, key LIMIT ");
    case CaseOrder::Changed: return descending ? Sql(" ORDER BY changed DESC, key DESC LIMIT ") : Sql(" ORDER BY changed, key LIMIT ");
    case CaseOrder::Number: break;
    }
    return descending ? Sql(" ORDER BY ordinal DESC, key DESC LIMIT ") : Sql(" ORDER BY ordinal, key LIMIT ");
}

std::int64_t sqlLimit(std::size_t limit)
{
    return limit > static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max()) ? -1 : static_cast<std::int64_t>(limit);
}

Result<std::vector<std::int64_t>> keysOf(Statement& statement)
{
    std::vector<std::int64_t> keys;
    while (statement.step())
        keys.push_back(statement.integer(0));
    if (auto ok = statement.result(); !ok)
        return std::unexpected(ok.error());
    return keys;
}

} // namespace

Result<std::vector<std::int64_t>> CaseLists::keys(const CaseSelection& selection, const CaseSort& sort, Instant now, std::size_t limit)
{
    const auto queue = selection.filter.queue;
    if (!plain(selection) || queue == Queue::Mine || (markedQueues & queueBit(queue)) != 0)
        return selected(selection, sort, now, limit);
    const bool wide = queue == Queue::All || queue == Queue::Closed;
    if (wide && (sort.order == CaseOrder::Reported || sort.order == CaseOrder::Number))
        return indexed(queue, sort, limit);
    if (sort.order != CaseOrder::Work)
        return selected(selection, sort, now, limit);
    // Backwards the whole list is read and turned: rare, and as fast as one reading.
    auto list = merged(queue, now, sort.descending ? all : limit);
    if (list && sort.descending) {
        std::ranges::reverse(*list);
        list->resize(std::min(list->size(), limit));
    }
    return list;
}

/// The queues are each in order of work in one covering index; wider lists are merged from them, without sorting.
Result<std::vector<std::int64_t>> CaseLists::merged(Queue queue, Instant now, std::size_t limit)
{
    const auto ms = msOf(now);
    std::vector<std::int64_t> keys;
    std::vector<StepCursor> cursors;
    cursors.reserve(std::size(stepQueues));
    const auto place = [](const StepCursor* a, const StepCursor* b) { return a->position() > b->position(); };
    const auto merge = [&](Urgency urgency, std::int64_t from, std::int64_t until) -> Result<void> {
        const auto base = workKey(urgency, 0);
        cursors.clear();
        std::priority_queue<StepCursor*, std::vector<StepCursor*>, decltype(place)> heap(place);
        for (const auto step : stepQueues) {
            if (isStep(queue) ? step != queue : step == Queue::ToCallback)
                continue;
            cursors.emplace_back(m_database, step, base + from, base + until);
            if (cursors.back().next())
                heap.push(&cursors.back());
            else if (auto ok = cursors.back().result(); !ok)
                return ok;
        }
        while (!heap.empty() && keys.size() < limit) {
            auto* cursor = heap.top();
            heap.pop();
            // While it stays ahead of the others it needs no place in the heap.
            for (;;) {
                if (queue != Queue::DueSoon || cursor->dueSoon(ms))
                    keys.push_back(cursor->key());
                if (keys.size() >= limit)
                    break;
                if (!cursor->next()) {
                    if (auto ok = cursor->result(); !ok)
                        return ok;
                    break;
                }
                if (!heap.empty() && heap.top()->position() < cursor->position()) {
                    heap.push(cursor);
                    break;
                }
            }
        }
        return {};
    };
    const auto from = queue == Queue::DueSoon ? std::clamp(ms + 1, std::int64_t{0}, urgencyWidth - 1) : 0;
    const auto until = queue == Queue::Overdue ? std::clamp(ms, std::int64_t{0}, (urgencyWidth >> 1) - 1) : urgencyWidth - 1;
    if (queue != Queue::Closed)
        for (const auto urgency : {Urgency::Critical, Urgency::Urgent, Urgency::Ordinary})
            if (keys.size() < limit)
                if (auto ok = merge(urgency, from, until); !ok)
                    return std::unexpected(ok.error());
    if ((queue == Queue::All || queue == Queue::Closed) && keys.size() < limit) {
        auto ended = m_database.statement("SELECT key FROM hot INDEXED BY hot_ordinal WHERE closed = 1 ORDER BY ordinal, closed, key LIMIT ?");
        ended.bind(1, limit == all ? std::int64_t{-1} : sqlLimit(limit - keys.size()));
        while (ended.step())
            keys.push_back(ended.integer(0));
        if (auto ok = ended.result(); !ok)
            return std::unexpected(ok.error());
    }
    return keys;
}

Result<std::vector<std::int64_t>> CaseLists::indexed(Queue queue, const CaseSort& sort, std::size_t limit)
{
    // Each index holds `closed` before the key, so that order costs no sorting.
    SqlText sql;
    const auto add = [&](Sql index, Sql column) {
        sql.add("SELECT key FROM hot INDEXED BY ").add(index);
        if (queue == Queue::Closed)
            sql.add(" WHERE closed = 1");
        sql.add(" ORDER BY ").add(column);
        sql.add(sort.descending ? Sql(" DESC, closed DESC, key DESC LIMIT ?") : Sql(", closed, key LIMIT ?"));
    };
    if (sort.order == CaseOrder::Reported)
        add("hot_reported", "reported");
    else
        add("hot_ordinal", "ordinal");
    auto statement = m_database.statement(sql.sql());
    statement.bind(1, sqlLimit(limit));
    return keysOf(statement);
}

Result<std::vector<std::int64_t>> CaseLists::selected(const CaseSelection& selection, const CaseSort& sort, Instant now, std::size_t limit)
{
    const auto condition = selectionSql(m_database, selection, now, true);
    if (!condition)
        return std::unexpected(condition.error());
    if (condition->nothing)
        return std::vector<std::int64_t>();
    SqlText sql;
    sql.add("SELECT key FROM hot").add(condition->where).add(orderBy(sort.order, selection.filter.queue, sort.descending)).add("?");
    auto statement = m_database.statement(sql.sql());
    condition->bindTo(statement);
    statement.bind(static_cast<int>(condition->parameters.size()) + 1, sqlLimit(limit));
    return keysOf(statement);
}

Result<std::int64_t> CaseLists::mineOf(const AccountId& account)
{
    return m_database
        .integer("SELECT count(*) FROM mine WHERE account = (SELECT id FROM code WHERE kind = 5 AND text = ?)", account.text())
        .transform([](auto n) { return n.value_or(0); });
}

Result<QueueCounts> CaseLists::countsOfAll(Instant now)
{
    QueueCounts counts;
    counts.at = now;
    const auto set = [&](Queue queue, std::int64_t n) { counts.count[static_cast<std::size_t>(queue)] = n; };
    auto ok = m_database.each(
        "SELECT a, n FROM tally WHERE kind = ?",
        [&](Statement& s) {
            if (const auto q = s.integer(0); q >= 0 && q < static_cast<std::int64_t>(queueCount))
                counts.count[static_cast<std::size_t>(q)] = s.integer(1);
        },
        static_cast<int>(Tally::Queue));
    if (!ok)
        return std::unexpected(ok.error());
    // Whole days come from the counters; only the present day is counted case by case.
    const auto ms = msOf(now);
    const auto day = (ms >= 0 ? ms : ms - dayMs + 1) / dayMs;
    const auto due = m_database.integer("SELECT (SELECT coalesce(sum(n), 0) FROM tally WHERE kind = 2 AND a < ?1)"
                                        " + (SELECT count(*) FROM hot INDEXED BY hot_due WHERE closed = 0 AND due >= ?2 AND due <= ?3)",
                                        day, day * dayMs, ms);
    if (!due)
        return std::unexpected(due.error());
    const auto yellow = m_database.integer("SELECT (SELECT coalesce(sum(n), 0) FROM tally WHERE kind = 3 AND a < ?1)"
                                           " + (SELECT count(*) FROM hot INDEXED BY hot_yellow WHERE closed = 0 AND yellow >= ?2 AND yellow <= ?3)",
                                           day, day * dayMs, ms);
    if (!yellow)
        return std::unexpected(yellow.error());
    set(Queue::Overdue, due->value_or(0));
    set(Queue::DueSoon, yellow->value_or(0) - due->value_or(0));
    return counts;
}

Result<QueueCounts> CaseLists::counts(const CaseSelection& within, Instant now)
{
    // One snapshot, so that the numbers fit together; a caller's own is as good.
    std::optional<Transaction> snapshot;
    if (!m_database.inTransaction()) {
        auto begun = Transaction::begin(m_database, Transaction::Kind::Read);
        if (!begun)
            return std::unexpected(begun.error());
        snapshot.emplace(std::move(*begun));
    }
    const auto withMine = [&](QueueCounts counts) -> Result<QueueCounts> {
        if (!within.filter.mine)
            return counts;
        auto mine = within;
        mine.filter.queue = Queue::Mine;
        const auto n = plain(within) ? mineOf(*within.filter.mine)
                                     : selected(mine, {}, now, all).transform([](const auto& keys) { return static_cast<std::int64_t>(keys.size()); });
        if (!n)
            return std::unexpected(n.error());
        counts.count[static_cast<std::size_t>(Queue::Mine)] = *n;
        return counts;
    };
    if (plain(within))
        return countsOfAll(now).and_then(withMine);

    QueueCounts counts;
    counts.at = now;
    const auto condition = selectionSql(m_database, within, now, false);
    if (!condition)
        return std::unexpected(condition.error());
    if (condition->nothing)
        return counts;
    SqlText sql;
    sql.add("SELECT queues, closed, due, yellow FROM hot").add(condition->where);
    auto statement = m_database.statement(sql.sql());
    condition->bindTo(statement);
    while (statement.step()) {
        CaseFacts facts;
        facts.queues = static_cast<std::uint32_t>(statement.integer(0));
        facts.closed = statement.integer(1) != 0;
        facts.due = statement.maybeInteger(2);
        facts.yellow = statement.maybeInteger(3);
        for (std::size_t q = 0; q < queueCount; ++q)
            counts.count[q] += inQueue(facts, static_cast<Queue>(q), now) ? 1 : 0;
    }
    if (auto ok = statement.result(); !ok)
        return std::unexpected(ok.error());
    return withMine(counts);
}

} // namespace griddesk
