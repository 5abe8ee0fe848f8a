// SPDX-License-Identifier: GPL-3.0-or-later
#include "selectionsql.h"

#include "casefacts.h"

namespace griddesk {

namespace {

/// Numbers as a JSON list: one bound parameter, whatever their count.
std::string jsonList(const std::vector<std::int64_t>& numbers)
{
    std::string text = "[";
    for (const auto n : numbers) {
        if (text.size() > 1)
            text += ',';
        text += std::to_string(n);
    }
    return text + "]";
}

class Builder {
public:
    Builder(Database& database, SelectionSql& out) : m_codes(database), m_out(out) { out.where.add(" WHERE 1"); }

    void condition(Sql piece) { m_out.where.add(piece); }
    template <typename T>
    void condition(Sql piece, T parameter)
    {
        m_out.where.add(piece);
        m_out.parameters.emplace_back(std::move(parameter));
    }
    /// The numbers of codes; those no case uses are left out.
    template <typename Ids>
    Result<std::vector<std::int64_t>> numbers(CodeKind kind, const Ids& ids)
    {
        std::vector<std::int64_t> found;
        for (const auto& id : ids) {
            auto code = m_codes.find(kind, id);
            if (!code)
                return std::unexpected(code.error());
            if (*code)
                found.push_back(**code);
        }
        m_out.nothing = m_out.nothing || found.empty();
        return found;
    }

private:
    CodeBook m_codes;
    SelectionSql& m_out;
};

template <typename IdType>
std::vector<std::string> texts(const std::vector<IdType>& below, const IdType& self)
{
    std::vector<std::string> all{self.text()};
    for (const auto& id : below)
        if (id != self)
            all.push_back(id.text());
    return all;
}

void addQueue(Builder& builder, Queue queue, std::int64_t now)
{
    switch (queue) {
    case Queue::All: return;
    case Queue::Open: return builder.condition(" AND closed = 0");
    case Queue::Closed: return builder.condition(" AND closed = 1");
    case Queue::DueSoon:
        builder.condition(" AND closed = 0 AND yellow <= ?", now);
        return builder.condition(" AND due > ?", now);
    case Queue::Overdue: return builder.condition(" AND closed = 0 AND due <= ?", now);
    default: break;
    }
    if ((markedQueues & queueBit(queue)) != 0) {
        builder.condition(" AND queues & 3661824 <> 0");
        return builder.condition(" AND queues & ? <> 0", std::int64_t{queueBit(queue)});
    }
    builder.condition(" AND step = ?", static_cast<std::int64_t>(queue));
}

} // namespace

void SelectionSql::bindTo(Statement& statement) const
{
    int number = 0;
    for (const auto& parameter : parameters)
        std::visit([&](const auto& value) { statement.bind(++number, value); }, parameter);
}

Result<SelectionSql> selectionSql(Database& database, const CaseSelection& selection, Instant now, bool withQueue)
{
    const auto& filter = selection.filter;
    SelectionSql sql;
    Builder builder(database, sql);
    if (withQueue && filter.queue == Queue::Mine) {
        if (!filter.mine) {
            sql.nothing = true;
            return sql;
        }
        auto account = builder.numbers(CodeKind::Account, std::vector{filter.mine->text()});
        if (!account)
            return std::unexpected(account.error());
        builder.condition(" AND key IN (SELECT m.key FROM mine m JOIN json_each(?) j ON m.account = j.value)", jsonList(*account));
    } else if (withQueue) {
        addQueue(builder, filter.queue, msOf(now));
    }
    if (filter.unit) {
        auto units = builder.numbers(CodeKind::Unit, texts(selection.units, *filter.unit));
        if (!units)
            return std::unexpected(units.error());
        builder.condition(" AND key IN (SELECT h.key FROM holder h JOIN json_each(?) j ON h.unit = j.value)", jsonList(*units));
    }
    if (filter.area) {
        auto area = builder.numbers(CodeKind::Area, std::vector{filter.area->text()});
        if (!area)
            return std::unexpected(area.error());
        const auto code = area->empty() ? -1 : area->front();
        builder.condition(" AND (cell = ?", code);
        builder.condition(" OR grid = ?", code);
        builder.condition(" OR community = ?", code);
        builder.condition(" OR subdistrict = ?)", code);
    }
    if (filter.category) {
        auto categories = builder.numbers(CodeKind::Category, texts(selection.categories, *filter.category));
        if (!categories)
            return std::unexpected(categories.error());
        builder.condition(" AND category IN (SELECT value FROM json_each(?))", jsonList(*categories));
    }
    if (!filter.source.empty()) {
        auto source = builder.numbers(CodeKind::Source, std::vector{filter.source});
        if (!source)
            return std::unexpected(source.error());
        builder.condition(" AND source = ?", source->empty() ? -1 : source->front());
    }
    if (filter.urgency)
        builder.condition(" AND urgency = ?", static_cast<std::int64_t>(*filter.urgency));
    if (filter.stage)
        builder.condition(" AND stage = ?", static_cast<std::int64_t>(*filter.stage));
    if (filter.noSource)
        builder.condition(" AND source IS NULL");
    if (filter.noCommunity)
        builder.condition(" AND community IS NULL");
    if (filter.reportedFrom)
        builder.condition(" AND reported >= ?", msOf(*filter.reportedFrom));
    if (filter.reportedUntil)
        builder.condition(" AND reported < ?", msOf(*filter.reportedUntil));
    if (selection.among)
        builder.condition(" AND key IN (SELECT value FROM json_each(?))", jsonList(*selection.among));
    return sql;
}

} // namespace griddesk
