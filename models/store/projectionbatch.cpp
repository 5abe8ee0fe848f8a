// SPDX-License-Identifier: GPL-3.0-or-later
#include "projectionbatch.h"

#include "projectionstore.h"
#include "rowcodec.h"

#include <algorithm>
#include <set>

namespace griddesk {

namespace {

constexpr std::int64_t dayMs = 86'400'000;

std::int64_t dayOf(std::int64_t ms)
{
    return ms >= 0 ? ms / dayMs : (ms - dayMs + 1) / dayMs;
}

std::optional<std::int64_t> maybeMs(const std::optional<Instant>& t)
{
    return t ? std::optional(msOf(*t)) : std::nullopt;
}

std::optional<int> stepNumber(const CaseFacts& facts)
{
    return facts.step ? std::optional(static_cast<int>(*facts.step)) : std::nullopt;
}

/// Everything somebody may name the case by.
std::vector<std::string> numbersOf(const CaseRow* row)
{
    std::vector<std::string> numbers;
    if (row == nullptr)
        return numbers;
    const auto add = [&](const std::string& number) {
        if (!number.empty())
            numbers.push_back(number);
    };
    add(row->number);
    add(row->localNumber);
    for (const auto& number : row->outsideNumbers)
        add(number);
    std::ranges::sort(numbers);
    const auto [first, last] = std::ranges::unique(numbers);
    numbers.erase(first, last);
    return numbers;
}

std::vector<UnitId> holdersOf(const CaseRow* row)
{
    std::vector<UnitId> units;
    if (row == nullptr)
        return units;
    if (row->unit)
        units.push_back(*row->unit);
    if (row->unit2)
        units.push_back(*row->unit2);
    units.insert(units.end(), row->assists.begin(), row->assists.end());
    std::ranges::sort(units);
    const auto [first, last] = std::ranges::unique(units);
    units.erase(first, last);
    return units;
}

bool samePlaces(const CaseRow& a, const CaseRow& b)
{
    return a.source == b.source && a.category == b.category && a.cell == b.cell && a.grid == b.grid && a.community == b.community
        && a.subdistrict == b.subdistrict && a.place == b.place && a.number == b.number && a.reportedAt == b.reportedAt;
}

/// Whether the word index holds the same of both.
bool sameWords(const CaseRow& a, const CaseRow& b)
{
    return a.title == b.title && a.text == b.text && a.address == b.address && a.place == b.place && a.number == b.number
        && a.localNumber == b.localNumber && a.outsideNumbers == b.outsideNumbers;
}

/// Runs a statement kept for the whole batch.
template <typename... Args>
Result<void> again(Statement& s, const Args&... args)
{
    s.reset();
    s.bindAll(args...);
    return s.run();
}

} // namespace

ProjectionBatch::ProjectionBatch(Database& database, CodeBook& codes, const CallersOf& callers, int hotMetres)
    : m_database(database), m_codes(codes), m_callers(callers), m_reports(database, hotMetres),
      m_find(database.statement("SELECT d.key, d.row, h.pending FROM detail d JOIN hot h ON h.key = d.key WHERE d.id = ?")),
      m_insertDetail(database.statement("INSERT INTO detail(key, id, row) VALUES (?, ?, ?)")),
      m_updateDetail(database.statement("UPDATE detail SET row = ?2 WHERE key = ?1")),
      m_insertHot(database.statement(
          "INSERT INTO hot(key, step, queues, closed, work, due, yellow, changed, closed_at, case_due, stage, urgency, marks, pending,"
          " unit, unit2, ordinal, reported, source, category, cell, grid, community, subdistrict, lon, lat)"
          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)")),
      m_moveHot(database.statement(
          "UPDATE hot SET step = ?2, queues = ?3, closed = ?4, work = ?5, due = ?6, yellow = ?7, changed = ?8, closed_at = ?9,"
          " case_due = ?10, stage = ?11, urgency = ?12, marks = ?13, pending = ?14, unit = ?15, unit2 = ?16 WHERE key = ?1")),
      m_placeHot(database.statement(
          "UPDATE hot SET ordinal = ?2, reported = ?3, source = ?4, category = ?5, cell = ?6, grid = ?7, community = ?8,"
          " subdistrict = ?9, lon = ?10, lat = ?11 WHERE key = ?1"))
{
}

Result<std::optional<ProjectionBatch::Stored>> ProjectionBatch::find(const CaseId& id)
{
    m_find.reset();
    m_find.bind(1, id.text());
    if (!m_find.step()) {
        if (auto ok = m_find.result(); !ok)
            return std::unexpected(ok.error());
        return std::optional<Stored>();
    }
    auto row = decodeRow(m_find.blob(1));
    if (!row)
        return std::unexpected(row.error());
    Stored stored{m_find.integer(0), std::move(*row), static_cast<unsigned>(m_find.integer(2))};
    m_find.reset();
    return stored;
}

Result<ProjectionBatch::Codes> ProjectionBatch::codesOf(const CaseRow& row)
{
    Codes codes;
    std::optional<Error> error;
    const auto intern = [&](CodeKind kind, std::string_view text, std::optional<std::int64_t>& into) {
        if (error)
            return;
        if (auto id = m_codes.intern(kind, text))
            into = *id;
        else
            error = id.error();
    };
    if (!row.source.empty())
        intern(CodeKind::Source, row.source, codes.source);
    if (row.category)
        intern(CodeKind::Category, row.category->text(), codes.category);
    if (row.unit)
        intern(CodeKind::Unit, row.unit->text(), codes.unit);
    if (row.unit2)
        intern(CodeKind::Unit, row.unit2->text(), codes.unit2);
    if (row.cell)
        intern(CodeKind::Area, row.cell->text(), codes.cell);
    if (row.grid)
        intern(CodeKind::Area, row.grid->text(), codes.grid);
    if (row.community)
        intern(CodeKind::Area, row.community->text(), codes.community);
    if (row.subdistrict)
        intern(CodeKind::Area, row.subdistrict->text(), codes.subdistrict);
    if (error)
        return std::unexpected(*error);
    if (row.place) {
        codes.lon = row.place->lonE7;
        codes.lat = row.place->latE7;
    }
    return codes;
}

void ProjectionBatch::count(const CaseFacts& facts, std::int64_t by)
{
    for (std::size_t q = 0; q < queueCount; ++q)
        if ((facts.queues & queueBit(static_cast<Queue>(q))) != 0)
            m_tally[{Tally::Queue, static_cast<std::int64_t>(q)}] += by;
    if (!facts.closed && facts.due) {
        m_tally[{Tally::Due, dayOf(*facts.due)}] += by;
        m_tally[{Tally::Yellow, dayOf(*facts.yellow)}] += by;
    }
}

Result<void> ProjectionBatch::insert(std::int64_t key, const CaseRow& row, const CaseFacts& facts, unsigned pending)
{
    const auto codes = codesOf(row);
    if (!codes)
        return std::unexpected(codes.error());
    return again(m_insertHot, key, stepNumber(facts), facts.queues, facts.closed, facts.work, facts.due, facts.yellow,
                 msOf(row.changedAt), maybeMs(row.closedAt), maybeMs(row.caseDue), static_cast<int>(row.stage),
                 static_cast<int>(row.urgency), row.marks, pending, codes->unit, codes->unit2, facts.ordinal,
                 maybeMs(row.reportedAt).value_or(0), codes->source, codes->category, codes->cell, codes->grid, codes->community,
                 codes->subdistrict, codes->lon, codes->lat);
}

Result<void> ProjectionBatch::update(const Stored& old, const CaseRow& row, const CaseFacts& before, const CaseFacts& facts,
                                     unsigned pending)
{
    const auto codes = codesOf(row);
    if (!codes)
        return std::unexpected(codes.error());
    if (auto ok = again(m_moveHot, old.key, stepNumber(facts), facts.queues, facts.closed, facts.work, facts.due, facts.yellow,
                        msOf(row.changedAt), maybeMs(row.closedAt), maybeMs(row.caseDue), static_cast<int>(row.stage),
                        static_cast<int>(row.urgency), row.marks, pending, codes->unit, codes->unit2);
        !ok)
        return ok;
    // An index is rewritten whenever one of its columns is named, so what seldom changes is left out of most updates.
    if (samePlaces(old.row, row) && before.ordinal == facts.ordinal)
        return {};
    return again(m_placeHot, old.key, facts.ordinal, maybeMs(row.reportedAt).value_or(0), codes->source, codes->category, codes->cell,
                 codes->grid, codes->community, codes->subdistrict, codes->lon, codes->lat);
}

Result<void> ProjectionBatch::updateHolders(std::int64_t key, const CaseRow* before, const CaseRow* after)
{
    const auto old = holdersOf(before);
    const auto now = holdersOf(after);
    if (old == now)
        return {};
    for (const auto& unit : old) {
        if (std::ranges::binary_search(now, unit))
            continue;
        const auto code = m_codes.intern(CodeKind::Unit, unit.text());
        if (!code)
            return std::unexpected(code.error());
        if (auto ok = m_database.run("DELETE FROM holder WHERE unit = ? AND key = ?", *code, key); !ok)
            return ok;
    }
    for (const auto& unit : now) {
        if (std::ranges::binary_search(old, unit))
            continue;
        const auto code = m_codes.intern(CodeKind::Unit, unit.text());
        if (!code)
            return std::unexpected(code.error());
        if (auto ok = m_database.run("INSERT INTO holder VALUES (?, ?)", *code, key); !ok)
            return ok;
    }
    return {};
}

Result<void> ProjectionBatch::updateNumbers(std::int64_t key, const CaseRow* before, const CaseRow* after)
{
    const auto old = numbersOf(before);
    const auto now = numbersOf(after);
    if (old == now)
        return {};
    for (const auto& number : old)
        if (!std::ranges::binary_search(now, number))
            if (auto ok = m_database.run("DELETE FROM number WHERE text = ? AND key = ?", number, key); !ok)
                return ok;
    for (const auto& number : now)
        if (!std::ranges::binary_search(old, number))
            if (auto ok = m_database.run("INSERT INTO number VALUES (?, ?)", number, key); !ok)
                return ok;
    return {};
}

Result<void> ProjectionBatch::updateAssignments(std::int64_t key, const Case& state, bool fresh)
{
    if (!fresh)
        if (auto ok = m_database.run("DELETE FROM assignment WHERE key = ?", key); !ok)
            return ok;
    for (const auto& a : state.assignments) {
        const auto unit = m_codes.intern(CodeKind::Unit, a.unit.text());
        if (!unit)
            return std::unexpected(unit.error());
        std::optional<std::int64_t> handler;
        if (a.handler) {
            auto code = m_codes.intern(CodeKind::Account, a.handler->text());
            if (!code)
                return std::unexpected(code.error());
            handler = *code;
        }
        if (auto ok = m_database.run("INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?)", key, a.id.text(), *unit, a.level,
                                     static_cast<int>(a.role), static_cast<int>(a.state), maybeMs(a.signedAt), handler);
            !ok)
            return ok;
    }
    return {};
}

Result<void> ProjectionBatch::updateMine(std::int64_t key, const CaseRow& row, const Case& state, bool fresh)
{
    if (!fresh)
        if (auto ok = m_database.run("DELETE FROM mine WHERE key = ?", key); !ok)
            return ok;
    std::set<AccountId> accounts;
    if (isOpen(row.stage)) {
        if (row.handler)
            accounts.insert(*row.handler);
        for (const auto& a : state.assignments)
            if (a.live() && a.handler)
                accounts.insert(*a.handler);
    } else if (row.stage == Stage::Closed && row.marked(CaseMark::CallbackWanted) && !state.callbacks.empty()) {
        accounts.insert(state.callbacks.back().by.account); // who tried last goes on trying
    }
    for (const auto& account : accounts) {
        const auto code = m_codes.intern(CodeKind::Account, account.text());
        if (!code)
            return std::unexpected(code.error());
        if (auto ok = m_database.run("INSERT INTO mine VALUES (?, ?)", key, *code); !ok)
            return ok;
    }
    return {};
}

Result<void> ProjectionBatch::updateCallers(std::int64_t key, const Case& state, bool fresh)
{
    if (!m_callers)
        return {};
    if (!fresh)
        if (auto ok = m_database.run("DELETE FROM caller WHERE key = ?", key); !ok)
            return ok;
    const auto marks = m_callers(state);
    if (!marks)
        return std::unexpected(marks.error());
    for (const auto& mark : *marks)
        if (auto ok = m_database.run("INSERT OR IGNORE INTO caller VALUES (?, ?)", key, std::span<const std::byte>(mark)); !ok)
            return ok;
    return {};
}

Result<std::optional<Matter>> ProjectionBatch::matterOf(const CaseRow& row)
{
    // An import tells of what was; nobody is calling about it now.
    if (!row.category || !row.place || !row.reportedAt || row.marked(CaseMark::Imported))
        return std::optional<Matter>{};
    return m_codes.intern(CodeKind::Category, row.category->text()).transform([&](std::int64_t code) {
        return std::optional(Matter{code, *row.reportedAt, *row.place});
    });
}

Result<void> ProjectionBatch::refreshHot(const SimilarReport& report)
{
    const auto marks = m_database.integer("SELECT marks FROM hot WHERE key = ?", report.key);
    if (!marks)
        return std::unexpected(marks.error());
    const auto hot = m_reports.hot(report.key, report.matter);
    if (!hot)
        return std::unexpected(hot.error());
    constexpr auto bit = static_cast<std::uint32_t>(CaseMark::Hot);
    if (!*marks || ((**marks & bit) != 0) == *hot)
        return {};
    const auto id = m_database.text("SELECT id FROM detail WHERE key = ?", report.key);
    if (!id || !*id)
        return id ? Result<void>{} : std::unexpected(id.error());
    const auto caseId = CaseId::parse(**id);
    if (!caseId)
        return fail(ErrorCode::FileDamaged, caseId.error().detail);
    auto stored = find(*caseId);
    if (!stored || !*stored)
        return stored ? Result<void>{} : std::unexpected(stored.error());
    CaseRow& row = (*stored)->row;
    count(factsOf(row, (*stored)->pending), -1);
    row.marks = *hot ? row.marks | bit : row.marks & ~bit;
    const auto facts = factsOf(row, (*stored)->pending);
    count(facts, 1);
    m_bytes.clear();
    encodeRow(row, m_bytes);
    if (auto ok = again(m_updateDetail, report.key, std::span<const std::byte>(m_bytes)); !ok)
        return ok;
    if (auto ok = m_database.run("UPDATE hot SET queues = ?, marks = ? WHERE key = ?", facts.queues, row.marks, report.key); !ok)
        return ok;
    if (std::ranges::find(m_added, row.id) == m_added.end() && std::ranges::find(m_changed, row.id) == m_changed.end())
        m_changed.push_back(row.id);
    return {};
}

Result<void> ProjectionBatch::refreshAround(std::int64_t key, const Matter& matter)
{
    const auto similar = m_reports.around(key, matter);
    if (!similar)
        return std::unexpected(similar.error());
    for (const auto& report : *similar)
        if (auto ok = refreshHot(report); !ok)
            return ok;
    return {};
}

Result<void> ProjectionBatch::updateMatter(std::int64_t key, const std::optional<Matter>& before, const std::optional<Matter>& after)
{
    if (before == after)
        return {};
    if (before)
        if (auto ok = m_reports.remove(key, *before); !ok)
            return ok;
    if (after)
        if (auto ok = m_reports.add(key, *after); !ok)
            return ok;
    if (before)
        if (auto ok = refreshAround(key, *before); !ok)
            return ok;
    return after ? refreshAround(key, *after) : Result<void>{};
}

Result<void> ProjectionBatch::put(const ProjectedCase& projected)
{
    auto old = find(projected.row.id);
    if (!old)
        return std::unexpected(old.error());
    const bool fresh = !*old;
    std::int64_t key = fresh ? 0 : (*old)->key;
    if (fresh) {
        const auto next = nextKey();
        if (!next)
            return std::unexpected(next.error());
        key = *next;
    }
    const auto matterBefore = fresh ? Result<std::optional<Matter>>{std::optional<Matter>{}} : matterOf((*old)->row);
    const auto matter = matterOf(projected.row);
    if (!matterBefore || !matter)
        return std::unexpected(matter ? matterBefore.error() : matter.error());
    // Only what changes the report itself can change whether it is one of a hot event; others tell it when they come.
    bool hotNow = !fresh && (*old)->row.marked(CaseMark::Hot);
    if (fresh || *matterBefore != *matter) {
        const auto hot = *matter ? m_reports.hot(key, **matter) : Result<bool>{false};
        if (!hot)
            return std::unexpected(hot.error());
        hotNow = *hot;
    }
    std::optional<CaseRow> marked;
    if (hotNow != projected.row.marked(CaseMark::Hot)) {
        marked = projected.row;
        marked->marks ^= static_cast<std::uint32_t>(CaseMark::Hot);
    }
    const CaseRow& row = marked ? *marked : projected.row;
    constexpr auto waiting = static_cast<unsigned>(PendingMark::Waiting);
    const unsigned pending = ((*old ? (*old)->pending : 0U) & ~waiting) | (projected.pending ? waiting : 0U);
    const auto facts = factsOf(row, pending);
    m_bytes.clear();
    encodeRow(row, m_bytes);
    count(facts, 1);

    if (fresh) {
        if (auto ok = again(m_insertDetail, key, row.id.text(), std::span<const std::byte>(m_bytes)); !ok)
            return ok;
        if (auto ok = insert(key, row, facts, pending); !ok)
            return ok;
        m_added.push_back(row.id);
    } else {
        const auto before = factsOf((*old)->row, (*old)->pending);
        count(before, -1);
        if (auto ok = again(m_updateDetail, key, std::span<const std::byte>(m_bytes)); !ok)
            return ok;
        if (auto ok = update(**old, row, before, facts, pending); !ok)
            return ok;
        if (!sameWords((*old)->row, row))
            if (auto ok = m_database.run("INSERT OR IGNORE INTO reindex VALUES (?)", key); !ok)
                return ok;
        m_changed.push_back(row.id);
    }
    const CaseRow* before = fresh ? nullptr : &(*old)->row;
    if (auto ok = updateHolders(key, before, &row); !ok)
        return ok;
    if (auto ok = updateNumbers(key, before, &row); !ok)
        return ok;
    if (auto ok = updateAssignments(key, projected.state, fresh); !ok)
        return ok;
    if (auto ok = updateCallers(key, projected.state, fresh); !ok)
        return ok;
    if (auto ok = updateMatter(key, *matterBefore, *matter); !ok)
        return ok;
    return updateMine(key, row, projected.state, fresh);
}

Result<void> ProjectionBatch::remove(const CaseId& id)
{
    auto old = find(id);
    if (!old)
        return std::unexpected(old.error());
    if (!*old)
        return {};
    const auto key = (*old)->key;
    count(factsOf((*old)->row, (*old)->pending), -1);
    const auto matter = matterOf((*old)->row);
    if (!matter)
        return std::unexpected(matter.error());
    if (auto ok = updateMatter(key, *matter, std::nullopt); !ok)
        return ok;
    if (auto ok = updateHolders(key, &(*old)->row, nullptr); !ok)
        return ok;
    if (auto ok = updateNumbers(key, &(*old)->row, nullptr); !ok)
        return ok;
    for (const Sql& sql : {Sql("DELETE FROM assignment WHERE key = ?"), Sql("DELETE FROM mine WHERE key = ?"), Sql("DELETE FROM caller WHERE key = ?"),
                           Sql("DELETE FROM detail WHERE key = ?"), Sql("DELETE FROM hot WHERE key = ?"),
                           Sql("DELETE FROM reindex WHERE key = ?"), Sql("DELETE FROM word WHERE rowid = ?")})
        if (auto ok = m_database.run(sql, key); !ok)
            return ok;
    m_changed.push_back(id);
    return {};
}

Result<void> ProjectionBatch::setRefused(const CaseId& id, bool refused)
{
    auto old = find(id);
    if (!old)
        return std::unexpected(old.error());
    if (!*old)
        return {};
    constexpr auto bit = static_cast<unsigned>(PendingMark::Refused);
    const unsigned pending = refused ? (*old)->pending | bit : (*old)->pending & ~bit;
    if (pending == (*old)->pending)
        return {};
    const auto before = factsOf((*old)->row, (*old)->pending);
    const auto after = factsOf((*old)->row, pending);
    count(before, -1);
    count(after, 1);
    if (auto ok = m_database.run("UPDATE hot SET queues = ?, pending = ? WHERE key = ?", after.queues, pending, (*old)->key); !ok)
        return ok;
    m_changed.push_back(id);
    return {};
}

Result<std::int64_t> ProjectionBatch::nextKey()
{
    if (!m_lastKey) {
        auto last = m_database.integer("SELECT value FROM state WHERE name = 'lastkey'");
        if (!last)
            return std::unexpected(last.error());
        m_lastKey = last->value_or(0);
    }
    return ++*m_lastKey;
}

Result<void> ProjectionBatch::finish()
{
    if (m_lastKey)
        if (auto ok = m_database.run("UPDATE state SET value = ? WHERE name = 'lastkey'", *m_lastKey); !ok)
            return ok;
    auto add = m_database.statement("INSERT INTO tally VALUES (?1, ?2, ?3) ON CONFLICT (kind, a) DO UPDATE SET n = n + ?3");
    for (const auto& [what, by] : m_tally) {
        if (by == 0)
            continue;
        if (auto ok = again(add, static_cast<int>(what.first), what.second, by); !ok)
            return ok;
    }
    m_tally.clear();
    return {};
}

ChangeSet ProjectionBatch::takeChanges()
{
    ChangeSet changes;
    if (m_added.size() + m_changed.size() > namedChanges) {
        changes.bulk = true;
        return changes;
    }
    changes.added = std::move(m_added);
    changes.changed = std::move(m_changed);
    return changes;
}

} // namespace griddesk
