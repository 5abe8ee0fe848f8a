// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseview.h"

#include "models/hub/casefold.h"
#include "models/wire/envelope.h"

#include <algorithm>

namespace griddesk {

Result<CaseView> viewCase(DeskConnection& connection, const CaseId& id)
{
    CaseView view;
    // The outbox is read before the log: what leaves it in between stands in both and is told apart by its id. The other
    // way round it would stand in neither, and the case would seem to go back.
    auto items = connection.outbox->items();
    if (!items)
        return std::unexpected(items.error());
    auto logged = connection.log->caseHistory(id);
    if (!logged)
        return std::unexpected(logged.error());
    auto folded = foldCase(*logged, *connection.rules);
    if (!folded)
        return std::unexpected(folded.error());
    view.state = *std::move(folded);
    for (const auto& entry : *logged) {
        auto sealed = readEnvelope(entry.envelope);
        if (!sealed)
            return std::unexpected(sealed.error());
        const Instant deviceTime = sealed->envelope.wall + Milliseconds{sealed->envelope.estOffset};
        view.history.push_back(HistoryItem{.seq = entry.seq,
                                           .operation = std::move(sealed->envelope.op),
                                           .effective = entry.effective,
                                           .outcome = std::string(nameOf(entry.outcome)),
                                           .reason = entry.reason,
                                           .heldUntil = {},
                                           .waiting = false,
                                           .deviceTime = deviceTime,
                                           .receivedAt = entry.receivedAt});
    }
    for (const auto& item : *items) {
        if (item.operation.caseId != id || item.state == OutboxState::Refused)
            continue;
        // Between push and settling an operation stands in both; the log's word counts.
        if (std::ranges::any_of(view.history, [&](const HistoryItem& known) { return known.operation.id == item.operation.id; }))
            continue;
        auto rules = connection.rules->rules(item.operation.rules);
        if (!rules)
            return std::unexpected(rules.error());
        const Instant at = view.state ? std::max(item.savedAt, view.state->changedAt) : item.savedAt;
        if (auto after = apply(view.state, item.operation, **rules, at); after)
            view.state = *std::move(after);
        view.history.push_back(HistoryItem{.seq = 0,
                                           .operation = item.operation,
                                           .effective = at,
                                           .outcome = {},
                                           .reason = {},
                                           .heldUntil = item.heldUntil,
                                           .waiting = true,
                                           .deviceTime = item.savedAt});
    }
    return view;
}

} // namespace griddesk
