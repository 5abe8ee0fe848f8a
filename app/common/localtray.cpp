// SPDX-License-Identifier: GPL-3.0-or-later
#include "localtray.h"

#include "caseview.h"
#include "localdesk.h"

#include "models/hub/casefold.h"
#include "models/store/casereader.h"

#include <algorithm>
#include <map>

namespace griddesk {

namespace {

constexpr std::size_t shownSince = 5;

/// What one case tells about all its refused operations.
struct CaseOfTray {
    std::vector<LogEntry> log;
    CaseView view;
    std::optional<CaseRow> row;
};

Result<CaseOfTray> readCase(DeskConnection& desk, const CaseId& id)
{
    CaseOfTray found;
    auto view = viewCase(desk, id);
    auto log = desk.log->caseHistory(id);
    if (!view || !log)
        return std::unexpected(view ? log.error() : view.error());
    found.view = *std::move(view);
    found.log = *std::move(log);
    if (found.view.state) {
        auto row = CaseReader(*desk.storeDb).row(id);
        if (!row)
            return std::unexpected(row.error());
        found.row = *std::move(row);
    }
    return found;
}

/// The full refusal: only its rule is on record, but the history up to that moment gives the same judgement again.
Result<std::optional<Refusal>> refusalOf(DeskConnection& desk, const CaseOfTray& about, const OutboxItem& item)
{
    const auto entry = std::ranges::find(about.log, item.operation.id, &LogEntry::operationId);
    if (entry == about.log.end())
        return std::optional<Refusal>{};
    auto rules = desk.rules->rules(item.operation.rules);
    if (!rules)
        return std::optional<Refusal>{}; // it was refused for want of these rules
    auto before = foldCase(std::span(about.log).first(static_cast<std::size_t>(entry - about.log.begin())), *desk.rules);
    if (!before)
        return std::unexpected(before.error());
    auto after = apply(*before, item.operation, **rules, entry->effective);
    if (after || nameOf(after.error().rule) != item.reason)
        return std::optional<Refusal>{};
    return std::optional(after.error());
}

/// What it was made on, and where it would have led: the case as it stood when somebody saved it.
Result<void> tellEffect(DeskConnection& desk, const CaseOfTray& about, const OutboxItem& item, TrayItem& into)
{
    const auto later = std::ranges::find_if(about.log, [&](const LogEntry& entry) {
        return entry.effective > item.savedAt || entry.operationId == item.operation.id;
    });
    auto before = foldCase(std::span(about.log).first(static_cast<std::size_t>(later - about.log.begin())), *desk.rules);
    if (!before)
        return std::unexpected(before.error());
    auto rules = desk.rules->rules(item.operation.rules);
    if (!rules)
        return {};
    const Instant at = *before ? std::max(item.savedAt, (*before)->changedAt) : item.savedAt;
    if (auto after = apply(*before, item.operation, **rules, at); after) {
        if (*before)
            into.before = (*before)->stage;
        into.after = after->stage;
    }
    return {};
}

Result<TrayItem> trayItem(DeskConnection& desk, const CaseOfTray& about, const OutboxItem& item, const Actor& actor, const Rules& rules, Instant now)
{
    TrayItem made{.operation = item.operation,
                  .savedAt = item.savedAt,
                  .outcome = item.outcome,
                  .reason = item.reason,
                  .refusal = {},
                  .before = {},
                  .after = {},
                  .row = about.row,
                  .since = {},
                  .assignments = {},
                  .now = {}};
    auto refusal = refusalOf(desk, about, item);
    if (!refusal)
        return std::unexpected(refusal.error());
    made.refusal = *std::move(refusal);
    if (auto told = tellEffect(desk, about, item, made); !told)
        return std::unexpected(told.error());
    const auto& state = about.view.state;
    if (state)
        for (const auto& assignment : state->assignments)
            made.assignments.emplace_back(assignment.id.text(), assignment.unit);
    for (const auto& happened : about.view.history)
        if (happened.effective > item.savedAt && happened.reason.empty() && happened.operation.id != item.operation.id)
            made.since.push_back(happened);
    if (made.since.size() > shownSince)
        made.since.erase(made.since.begin(), made.since.end() - static_cast<std::ptrdiff_t>(shownSince));

    Operation again = item.operation;
    again.id = OperationId::literal("again");
    again.actor = actor;
    again.rules = rules.hash;
    if (auto judged = apply(state, again, rules, state ? std::max(now, state->changedAt) : now); !judged)
        made.now = judged.error();
    return made;
}

} // namespace

QFuture<Result<std::vector<TrayItem>>> LocalTray::items(const Actor& actor, Instant now)
{
    return m_workspace.read([rules = m_workspace.rules(), actor, now](DeskConnection& desk) -> Result<std::vector<TrayItem>> {
        auto items = desk.outbox->items();
        if (!items)
            return std::unexpected(items.error());
        std::erase_if(*items, [](const OutboxItem& item) { return item.state != OutboxState::Refused; });
        std::ranges::stable_sort(*items, std::ranges::greater{}, &OutboxItem::savedAt);
        std::map<CaseId, CaseOfTray> cases;
        std::vector<TrayItem> answer;
        for (const auto& item : *items) {
            auto about = cases.find(item.operation.caseId);
            if (about == cases.end()) {
                auto read = readCase(desk, item.operation.caseId);
                if (!read)
                    return std::unexpected(read.error());
                about = cases.emplace(item.operation.caseId, *std::move(read)).first;
            }
            auto made = trayItem(desk, about->second, item, actor, *rules, now);
            if (!made)
                return std::unexpected(made.error());
            answer.push_back(*std::move(made));
        }
        return answer;
    });
}

QFuture<Result<std::vector<SettledTrayItem>>> LocalTray::settled(int limit)
{
    return m_workspace.read([limit](DeskConnection& desk) -> Result<std::vector<SettledTrayItem>> {
        auto settled = desk.outbox->settledItems(static_cast<std::size_t>(std::max(limit, 0)));
        if (!settled)
            return std::unexpected(settled.error());
        std::vector<SettledTrayItem> answer;
        CaseReader reader(*desk.storeDb);
        for (auto& one : *settled) {
            auto row = reader.row(one.item.operation.caseId);
            if (!row)
                return std::unexpected(row.error());
            answer.push_back({.operation = std::move(one.item.operation),
                              .savedAt = one.item.savedAt,
                              .number = *row ? ((*row)->number.empty() ? (*row)->localNumber : (*row)->number) : std::string(),
                              .how = std::move(one.how),
                              .byAccount = std::move(one.byAccount),
                              .words = std::move(one.words),
                              .at = one.at});
        }
        return answer;
    });
}

QFuture<Result<void>> LocalTray::withdraw(const Actor& actor, std::vector<OperationId> operations, const std::string& words)
{
    return m_workspace.write([this, actor, operations = std::move(operations), words, now = m_clock.now()](DeskConnection& desk) -> Result<void> {
        auto changes = desk.submitter->withdraw(operations, actor.account.text(), words, now);
        if (!changes)
            return std::unexpected(changes.error());
        m_desk.announce(*changes, *desk.submitter);
        return {};
    });
}

QFuture<Result<void>> LocalTray::putBack(const Actor& actor, std::vector<OperationId> operations)
{
    return m_workspace.write([this, actor, operations = std::move(operations), now = m_clock.now()](DeskConnection& desk) -> Result<void> {
        auto changes = desk.submitter->putBack(operations, actor.account.text(), now);
        if (!changes)
            return std::unexpected(changes.error());
        m_desk.announce(*changes, *desk.submitter);
        return {};
    });
}

} // namespace griddesk
