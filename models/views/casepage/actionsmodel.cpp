// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionsmodel.h"

#include "models/core/operationtable.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace griddesk {

bool carriesOn(OperationKind kind, Stage stage) noexcept
{
    using K = OperationKind;
    switch (kind) {
    case K::Accept: return stage == Stage::Reported;
    case K::File: return stage == Stage::Accepted;
    case K::Verify: return stage == Stage::Verifying;
    case K::Dispatch: return stage == Stage::Filed;
    case K::Sign: return stage >= Stage::Dispatched && stage <= Stage::Handling;
    case K::Subdispatch:
    case K::ReviewReply:
    case K::Reply: return stage == Stage::Handling;
    case K::DecideReturn:
    case K::DecideExtension:
    case K::DecideSuspension: return stage == Stage::Dispatched || stage == Stage::Handling;
    case K::RequestCheck: return stage == Stage::Handled;
    case K::Check:
    case K::Rework: return stage == Stage::Checking;
    case K::Close: return stage == Stage::Checked;
    case K::Callback: return stage == Stage::Checked || stage == Stage::Closed;
    case K::Archive: return stage == Stage::Closed;
    default: return false;
    }
}

namespace {

/// Place of a row in the list: smaller comes first.
int rank(const ActionRow& row, const AllowedOperation& action)
{
    if (row.allowed) {
        if (row.primary)
            return 0;
        const auto cls = specOf(row.kind).cls;
        return cls == OperationClass::Claim || cls == OperationClass::Transition || cls == OperationClass::TimeLaw ? 1 : 2;
    }
    const auto rule = action.refusal->rule;
    const bool foreign = rule == RefusalRule::RoleMissing || rule == RefusalRule::PostNotHeld || rule == RefusalRule::NotYourUnit;
    return row.primary ? 3 : foreign ? 5 : 4;
}

} // namespace

void ActionsModel::setDetail(const CaseDetail& detail)
{
    std::map<OperationKind, int> times;
    for (const auto& action : detail.actions)
        ++times[action.kind];
    std::vector<std::pair<int, ActionRow>> ranked;
    for (const auto& action : detail.actions) {
        ActionRow row{.id = std::string(nameOf(action.kind)), .kind = action.kind, .assignment = action.assignment};
        row.name = row.text = m_words.operation(action.kind);
        if (action.assignment) {
            row.id += ':' + action.assignment->text();
            const auto* assignment = findAssignment(detail.state, *action.assignment);
            if (assignment != nullptr && times[action.kind] > 1) {
                row.about = m_words.unit(assignment->unit);
                row.text = tr("%1 · %2").arg(row.name, row.about);
            }
        }
        row.allowed = action.allowed();
        row.primary = carriesOn(action.kind, detail.state.stage);
        if (action.refusal)
            row.reason = m_words.refusal(*action.refusal);
        const int place = rank(row, action);
        ranked.emplace_back(place, std::move(row));
    }
    std::ranges::stable_sort(ranked, {}, [](const auto& entry) { return entry.first; });
    std::vector<ActionRow> rows;
    rows.reserve(ranked.size());
    for (auto& [place, row] : ranked)
        rows.push_back(std::move(row));
    replace(std::move(rows));
}

int ActionsModel::allowedCount() const
{
    return static_cast<int>(std::ranges::count(rows(), true, &ActionRow::allowed));
}

QVariant ActionsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows()[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row.text;
    case Qt::AccessibleTextRole: return row.allowed ? row.text : tr("%1, not possible: %2").arg(row.text, row.reason);
    case KindRole: return static_cast<int>(row.kind);
    case AssignmentRole: return row.assignment ? QString::fromStdString(row.assignment->text()) : QString();
    case AllowedRole: return row.allowed;
    case PrimaryRole: return row.primary;
    case ReasonRole: return row.reason;
    case NameRole: return QString::fromUtf8(nameOf(row.kind).data(), static_cast<qsizetype>(nameOf(row.kind).size()));
    default: return {};
    }
}

} // namespace griddesk
