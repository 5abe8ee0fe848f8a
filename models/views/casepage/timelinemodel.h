// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "difflistmodel.h"
#include "models/service/casequeries.h"
#include "models/views/words.h"

#include <QStringList>

#include <map>
#include <memory>
#include <optional>

namespace griddesk {

/// One line of the timeline, ready to be shown.
struct TimelineRow {
    std::string id{}; ///< of the operation
    OperationKind kind = OperationKind::Comment;
    QString title{}, who{}, post{}, when{}, refusal{};
    QString written{}; ///< when it was written down, if that was later than it is said to have been done
    QStringList lines{}; ///< what was said, field by field
    QStringList files{}; ///< SHA-256 of pictures and documents
    Instant heldUntil{};
    qint64 holdSeconds = 0; ///< left to take it back
    bool waiting = false, refused = false;
    bool operator==(const TimelineRow&) const = default;
};

/// What is still held on the case and could be taken back: the last of it, for whatever was saved later goes with the rest.
struct TimelineHold {
    std::string id; ///< of the operation
    bool mine = false;
    QString who;    ///< who saved it, and alone may take it back
};

/// The history of one case: who did what, when and in which post, what it said; what waits to be sent with the seconds
/// it may still be taken back; what was refused with its reason. Newest first unless told otherwise. Thread: GUI.
class TimelineModel : public DiffListModel<TimelineRow> {
    Q_OBJECT

public:
    enum Role { KindRole = Qt::UserRole, WhoRole, PostRole, WhenRole, LinesRole, FilesRole, WaitingRole, HoldSecondsRole, RefusedRole, RefusalRole, OperationIdRole, WrittenRole };

    explicit TimelineModel(const Words& words, QObject* parent = nullptr) : DiffListModel(parent), m_words(words) {}

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Rules that name standards and duty list items; without them their numbers are shown.
    void setRules(std::shared_ptr<const Rules> rules) { m_rules = std::move(rules); }
    /// Who looks at it.
    void setPerson(const AccountId& person) { m_person = person; }
    void setDetail(const CaseDetail& detail, Instant now);
    void clear();
    /// Numbers and titles of cases tied to this one, once they are read.
    void setOthers(const std::vector<CaseRow>& rows);
    /// Counts the holds down. Cheap when nothing waits.
    void setNow(Instant now);
    void setNewestFirst(bool newestFirst);
    [[nodiscard]] bool newestFirst() const noexcept { return m_newestFirst; }
    /// Whether something may still be taken back, so that somebody has to call setNow().
    [[nodiscard]] bool counting() const;
    [[nodiscard]] std::optional<TimelineHold> hold() const;
    /// Makes all texts anew after a change of language.
    void retranslate();

private:
    [[nodiscard]] std::vector<TimelineRow> made() const;

    const Words& m_words;
    std::optional<AccountId> m_person;
    std::shared_ptr<const Rules> m_rules;
    std::vector<HistoryItem> m_history; ///< in the order they happened
    std::optional<Case> m_case;                 ///< names what operations refer to by number
    std::map<std::string, QString> m_others;    ///< number and title of tied cases, by id
    Instant m_now{};
    bool m_newestFirst = true;
};

} // namespace griddesk
