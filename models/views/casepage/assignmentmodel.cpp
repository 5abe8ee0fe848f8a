// SPDX-License-Identifier: GPL-3.0-or-later
#include "assignmentmodel.h"

#include <algorithm>

namespace griddesk {

namespace {

int severity(Lamp lamp)
{
    switch (lamp) {
    case Lamp::Red: return 4;
    case Lamp::Yellow: return 3;
    case Lamp::Green: return 2;
    case Lamp::Suspended: return 1;
    case Lamp::None: return 0;
    }
    return 0;
}

} // namespace

void AssignmentModel::setDetail(const CaseDetail& detail, Instant now)
{
    std::vector<Node> nodes;
    std::vector<int> roots;
    const auto& all = detail.state.assignments;
    std::vector<std::size_t> order(all.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::pair(all[i].live() ? 0 : 1, static_cast<int>(all[i].role)); });
    for (const auto i : order) {
        Node made{.assignment = all[i], .lamp = {}, .due = {}, .kind = {}, .parent = -1, .row = 0, .children = {}};
        for (const auto& clock : detail.clocks.clocks) // the worst of its running clocks
            if (clock.open && clock.clock.subject == all[i].id.text() && bearsLamp(clock.clock.kind)) {
                if (severity(clock.explanation.lamp) > severity(made.lamp))
                    made.lamp = clock.explanation.lamp;
                if (!made.due || clock.explanation.due.at < *made.due) {
                    made.due = clock.explanation.due.at;
                    made.kind = clock.clock.kind;
                }
            }
        nodes.push_back(std::move(made));
    }
    for (int i = 0; i < static_cast<int>(nodes.size()); ++i) {
        auto& made = nodes[static_cast<std::size_t>(i)];
        if (made.assignment.parent)
            for (int p = 0; p < static_cast<int>(nodes.size()); ++p)
                if (p != i && nodes[static_cast<std::size_t>(p)].assignment.id == *made.assignment.parent)
                    made.parent = p;
        auto& siblings = made.parent < 0 ? roots : nodes[static_cast<std::size_t>(made.parent)].children;
        made.row = static_cast<int>(siblings.size());
        siblings.push_back(i);
    }
    const bool sameShape = roots == m_roots && std::ranges::equal(nodes, m_nodes, [](const Node& a, const Node& b) {
                               return a.assignment.id == b.assignment.id && a.parent == b.parent && a.children == b.children;
                           });
    m_now = now;
    if (!sameShape) {
        beginResetModel();
        m_nodes = std::move(nodes);
        m_roots = std::move(roots);
        endResetModel();
        return;
    }
    m_nodes = std::move(nodes);
    for (int i = 0; i < static_cast<int>(m_nodes.size()); ++i) {
        const auto row = m_nodes[static_cast<std::size_t>(i)].row;
        Q_EMIT dataChanged(createIndex(row, 0, static_cast<quintptr>(i)), createIndex(row, ColumnCount - 1, static_cast<quintptr>(i)));
    }
}

void AssignmentModel::clear()
{
    beginResetModel();
    m_nodes.clear();
    m_roots.clear();
    endResetModel();
}

QModelIndex AssignmentModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= ColumnCount || (parent.isValid() && parent.column() != 0))
        return {};
    const auto* above = node(parent);
    const auto& siblings = above == nullptr ? m_roots : above->children;
    if (row >= static_cast<int>(siblings.size()))
        return {};
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex AssignmentModel::parent(const QModelIndex& index) const
{
    const auto* own = node(index);
    if (own == nullptr || own->parent < 0)
        return {};
    return createIndex(m_nodes[static_cast<std::size_t>(own->parent)].row, 0, static_cast<quintptr>(own->parent));
}

int AssignmentModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_roots.size());
    const auto* own = parent.column() == 0 ? node(parent) : nullptr;
    return own == nullptr ? 0 : static_cast<int>(own->children.size());
}

const AssignmentModel::Node* AssignmentModel::node(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() >= m_nodes.size())
        return nullptr;
    return &m_nodes[index.internalId()];
}

QString AssignmentModel::note(const Assignment& a) const
{
    QStringList notes;
    if (a.basis == Basis::Statutory && !a.overrideReason.empty())
        notes << tr("departs from item %1 of the duty list: %2").arg(QString::fromStdString(a.basisRecord), QString::fromStdString(a.overrideReason));
    else if (a.basis)
        notes << m_words.basis(*a.basis) + (a.basisRecord.empty() ? QString() : QStringLiteral(" ") + QString::fromStdString(a.basisRecord));
    if (a.reworks > 0)
        notes << tr("rework %1").arg(a.reworks);
    if (a.sentBacks > 0)
        notes << tr("sent back %1").arg(a.sentBacks);
    if (a.openReturn() != nullptr)
        notes << tr("asks to return: %1").arg(m_words.choiceOf(OperationKind::RequestReturn, "reason", a.openReturn()->reason));
    if (a.openExtension() != nullptr)
        notes << tr("asks for %1 more").arg(m_words.limit(a.openExtension()->limit));
    if (a.wrongDispatch)
        notes << tr("wrong dispatch");
    if (!a.overrideReason.empty() && a.basis != Basis::Statutory)
        notes << tr("instead of the duty list's unit: %1").arg(QString::fromStdString(a.overrideReason));
    return notes.join(tr(" · "));
}

QString AssignmentModel::text(const Node& own, int column) const
{
    const auto& a = own.assignment;
    const auto when = [this](const std::optional<Instant>& at) { return at ? m_words.dateTime(*at) : m_words.unknown(); };
    switch (column) {
    case UnitColumn:
        if (a.level == 1)
            return tr("%1 · %2").arg(m_words.assignmentRole(a.role), m_words.unit(a.unit));
        return m_words.unit(a.unit);
    case StateColumn: return m_words.assignmentState(a.state);
    case LimitColumn: return a.limit ? m_words.limit(*a.limit) : m_words.unknown();
    case LeftColumn: // said of which clock: that of the receipt is not the limit of the work
        return own.due ? tr("%1 %2").arg(m_words.clock(own.kind), m_words.remaining(*own.due - m_now)) : m_words.unknown();
    case SentColumn: return m_words.dateTime(a.sentBy.at);
    case SignedColumn: return when(a.signedAt);
    case RepliedColumn: return when(a.repliedAt);
    default: return {};
    }
}

QVariant AssignmentModel::data(const QModelIndex& index, int role) const
{
    const auto* own = node(index);
    if (own == nullptr)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return text(*own, index.column());
    case Qt::ToolTipRole:
    case NoteRole: return note(own->assignment);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == LeftColumn || index.column() == LimitColumn ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case AssignmentRole: return QString::fromStdString(own->assignment.id.text());
    case LampRole: return static_cast<int>(own->lamp);
    case LiveRole: return own->assignment.live();
    case LeadRole: return own->assignment.role == griddesk::AssignmentRole::Lead;
    default: return {};
    }
}

QVariant AssignmentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case UnitColumn: return tr("Unit");
    case StateColumn: return tr("State");
    case LimitColumn: return tr("Limit");
    case LeftColumn: return tr("Left");
    case SentColumn: return tr("Sent");
    case SignedColumn: return tr("Signed");
    case RepliedColumn: return tr("Replied");
    default: return {};
    }
}

} // namespace griddesk
