// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "difflistmodel.h"
#include "models/service/casequeries.h"
#include "models/views/words.h"

namespace griddesk {

/// One operation that could be done next.
struct ActionRow {
    std::string id{}; ///< operation name, with the assignment behind a colon
    OperationKind kind = OperationKind::Comment;
    std::optional<AssignmentId> assignment{};
    QString name{};   ///< of the operation
    QString about{};  ///< the unit it is about, where the case has several it may name
    QString text{};   ///< both
    QString reason{}; ///< why it is refused, as a sentence; empty when allowed
    bool allowed = false;
    bool primary = false; ///< one of the steps that carry the case on
    bool operator==(const ActionRow&) const = default;
};

/// What may be done next, allowed ones first: the steps that carry the case on, then what lies near the work in hand, the
/// rare ones last. Refused ones follow with what is missing; those of another post come last. Thread: GUI.
class ActionsModel : public DiffListModel<ActionRow> {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, AssignmentRole, AllowedRole, PrimaryRole, ReasonRole, NameRole };

    explicit ActionsModel(const Words& words, QObject* parent = nullptr) : DiffListModel(parent), m_words(words) {}

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    void setDetail(const CaseDetail& detail);
    void clear() { replace({}); }
    [[nodiscard]] int allowedCount() const;

private:
    const Words& m_words;
};

/// Whether an operation is the step that carries a case on from where it stands: not a call-back that was made already,
/// not the work of a unit that asks to give it back. Pure.
[[nodiscard]] bool carriesOn(OperationKind kind, const CaseDetail& detail, const std::optional<AssignmentId>& assignment);

} // namespace griddesk
