// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkdrafts.h"

#include "models/core/duty.h"

namespace griddesk {

OperationKind operationOf(BulkAction action) noexcept
{
    switch (action) {
    case BulkAction::DispatchAsSuggested: return OperationKind::Dispatch;
    case BulkAction::RequestCheck: return OperationKind::RequestCheck;
    case BulkAction::Urge: return OperationKind::Urge;
    case BulkAction::Comment: return OperationKind::Comment;
    case BulkAction::Archive: return OperationKind::Archive;
    }
    return OperationKind::Comment;
}

bool needsWords(BulkAction action) noexcept { return action == BulkAction::Comment; }

OperationDraft statutoryDispatch(const CaseRow& row, const Rules& rules, const std::optional<UnitId>& lead, const std::string& reason,
                                 Instant now)
{
    OperationDraft draft{.caseId = row.id, .kind = OperationKind::Dispatch, .payload = {}, .pairId = {}};
    draft.payload.set("basis", "statutory");
    const auto match = row.category ? matchDuty(rules, *row.category, row.cell ? row.cell : row.community, now) : DutyMatch{};
    if (lead)
        draft.payload.set("lead", lead->text());
    else if (match.lead)
        draft.payload.set("lead", match.lead->text());
    if (match.item)
        draft.payload.set("duty", match.item->text());
    if (!lead && !match.assists.empty()) {
        Value::List assists;
        for (const auto& unit : match.assists)
            assists.emplace_back(unit.text());
        draft.payload.set("assists", std::move(assists));
    }
    if (!reason.empty())
        draft.payload.set("reason", reason);
    return draft;
}

std::vector<OperationDraft> bulkDrafts(BulkAction action, const std::vector<CaseRow>& rows, const Rules& rules, const std::string& words,
                                       Instant now)
{
    std::vector<OperationDraft> drafts;
    drafts.reserve(rows.size());
    for (const auto& row : rows) {
        if (action == BulkAction::DispatchAsSuggested) {
            drafts.push_back(statutoryDispatch(row, rules, std::nullopt, {}, now));
            continue;
        }
        OperationDraft draft{.caseId = row.id, .kind = operationOf(action), .payload = {}, .pairId = {}};
        if (!words.empty())
            draft.payload.set("words", words);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace griddesk
