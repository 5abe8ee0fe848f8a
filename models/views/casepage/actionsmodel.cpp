// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionsmodel.h"

#include "standing.h"

#include <algorithm>
#include <map>

namespace griddesk {

namespace {

/// Kinds of demand that are answered directly rather than sent to a unit.
bool isInquiry(const Case& c) { return c.demandType == "consult" || c.demandType == "suggestion" || c.demandType == "praise"; }

/// Whether the unit has given work on, and whether some of it is still out or waits for a review.
struct GivenOn {
    bool ever = false, open = false;
};
GivenOn givenOn(const Case& c, const Assignment& parent)
{
    GivenOn found;
    for (const auto& a : c.assignments)
        if (a.parent == parent.id) {
            found.ever = found.ever || a.live() || a.state == AssignmentState::Replied;
            found.open = found.open || a.live() || (a.state == AssignmentState::Replied && !a.accepted);
        }
    return found;
}

/// Under rules that call the resident before a case is closed, closing is refused until then.
bool closingWaitsForCall(const CaseDetail& detail)
{
    return std::ranges::any_of(detail.actions, [](const AllowedOperation& a) {
        return a.kind == OperationKind::Close && a.refusal && a.refusal->rule == RefusalRule::CallbackOpen;
    });
}

} // namespace

bool carriesOn(OperationKind kind, const CaseDetail& detail, const std::optional<AssignmentId>& assignment)
{
    using K = OperationKind;
    const auto& c = detail.state;
    const auto stage = c.stage;
    const auto* a = assignment ? findAssignment(c, *assignment) : nullptr;
    const bool asksBack = a != nullptr && a->openReturn() != nullptr; // whoever decides on it is next, not the unit
    const auto below = a != nullptr ? givenOn(c, *a) : GivenOn{};
    switch (kind) {
    case K::Accept: return stage == Stage::Reported && !isInquiry(c);
    case K::Answer: return (stage == Stage::Reported || stage == Stage::Accepted) && isInquiry(c);
    case K::SelfHandle: return stage == Stage::Reported || stage == Stage::Accepted;
    case K::RequestVerify: return stage == Stage::Accepted && detail.row.marked(CaseMark::VerifyDue);
    case K::File: return stage == Stage::Accepted && !detail.row.marked(CaseMark::VerifyDue) && !isInquiry(c);
    case K::Verify: return stage == Stage::Verifying;
    case K::Designate: return awaitsDesignation(c);
    case K::Dispatch: return stage == Stage::Filed && !awaitsDesignation(c);
    case K::Sign: return stage >= Stage::Dispatched && stage <= Stage::Handling && !asksBack;
    case K::Subdispatch: return stage == Stage::Handling && !asksBack && !below.ever;
    case K::Reply: return stage == Stage::Handling && !asksBack && !below.open;
    case K::ReviewReply: return stage == Stage::Handling;
    case K::DecideReturn:
    case K::DecideExtension:
    case K::DecideSuspension: return stage == Stage::Dispatched || stage == Stage::Handling;
    case K::RequestCheck: return stage == Stage::Handled;
    case K::Check: return stage == Stage::Checking && !checkFailed(c);
    case K::Rework: return checkFailed(c);
    case K::Close: return stage == Stage::Checked && !closingWaitsForCall(detail);
    case K::Callback: return callbackOpen(c) && (stage == Stage::Closed || (stage == Stage::Checked && closingWaitsForCall(detail)));
    case K::Archive: return stage == Stage::Closed && !callbackOpen(c);
    default: return false;
    }
}

namespace {

bool runs(const CaseDetail& detail, ClockKind kind)
{
    return std::ranges::any_of(detail.clocks.clocks, [kind](const ClockExplanation& c) { return c.open && c.clock.kind == kind; });
}

/// How near an operation that is allowed but no step of the way lies to the work in hand: 1 next to it, 5 rare.
int distance(OperationKind kind, const CaseDetail& detail)
{
    using K = OperationKind;
    const bool late = detail.clocks.lamp == Lamp::Red || detail.clocks.lamp == Lamp::Yellow;
    switch (kind) {
    case K::Urge: return late ? 1 : 3;
    case K::FirstContact: return runs(detail, ClockKind::FirstContact) ? 1 : 4;
    // A step that is not next but possible, and what answers somebody who waits.
    case K::Accept:
    case K::Answer:
    case K::File:
    case K::RequestVerify:
    case K::Dispatch:
    case K::Consult:
    case K::ConcludeConsult:
    case K::ConsultReply:
    case K::Designate:
    case K::Reply:
    case K::AssistReply:
    case K::ReviewReply:
    case K::ReplyToSource:
    case K::SourceDecision:
    case K::DecidePlan:
    case K::DecideExclusion:
    case K::DecideReview:
    case K::DecideAppeal:
    case K::SuperviseReceipt:
    case K::SuperviseReply:
    case K::SuperviseSettle:
    case K::Receipt:
    case K::CheckIn:
    case K::Callback:
    case K::WaiveCallback:
    case K::Archive:
    case K::Resume: return 1;
    // What belongs to handling.
    case K::Subdispatch:
    case K::Progress:
    case K::FollowUp:
    case K::RequestReturn:
    case K::RequestExtension:
    case K::RequestSuspension:
    case K::Plan:
    case K::ReachMilestone:
    case K::Mediate:
    case K::Fulfil:
    case K::Redispatch:
    case K::Reopen: return 2;
    case K::Reject:
    case K::ReturnToSource:
    case K::AddAssist:
    case K::ChangeLead:
    case K::Revoke:
    case K::RaiseTier:
    case K::LowerTier:
    case K::Whistle:
    case K::Comment:
    case K::Attach:
    case K::Amend: return 3;
    case K::Merge:
    case K::Split:
    case K::Link:
    case K::Unmerge:
    case K::RequestExclusion:
    case K::AnswerRepeat:
    case K::Void:
    case K::ForceClose:
    case K::Watch:
    case K::Rezone:
    case K::SpotCheck:
    case K::DeclareIncident: return 5;
    default: return 4;
    }
}

/// Place of a row in the list: smaller comes first.
int rank(const ActionRow& row, const AllowedOperation& action, const CaseDetail& detail)
{
    if (row.allowed)
        return row.primary ? 0 : distance(row.kind, detail);
    const auto rule = action.refusal->rule;
    const bool foreign = rule == RefusalRule::RoleMissing || rule == RefusalRule::PostNotHeld || rule == RefusalRule::NotYourUnit;
    return row.primary ? 6 : foreign ? 8 : 7;
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
        row.primary = carriesOn(action.kind, detail, action.assignment);
        if (action.refusal)
            row.reason = m_words.refusal(*action.refusal);
        const int place = rank(row, action, detail);
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
