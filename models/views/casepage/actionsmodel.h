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

/// What may be done next, allowed ones first: the steps that carry the case on, then other transitions, then notes.
/// Refused ones follow with what is missing; those of another post come last. Thread: GUI.
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

/// Whether an operation carries a case on from a stage (accept, file, dispatch, sign, reply, check, close …).
[[nodiscard]] bool carriesOn(OperationKind kind, Stage stage) noexcept;

} // namespace griddesk
