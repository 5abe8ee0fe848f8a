// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/core/caserow.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/core/instant.h"
#include "models/core/operationkind.h"
#include "models/core/queue.h"
#include "models/core/rules.h"
#include "models/core/stage.h"

#include <QString>

#include <string>
#include <string_view>

namespace griddesk {

/// The words of the screen, given to models and pages from outside: models hold values, this turns them into text of the
/// present language. Implemented once, in widgets/screenwords. Thread: GUI.
class Words {
public:
    Words() = default;
    Words(const Words&) = delete;
    Words& operator=(const Words&) = delete;
    virtual ~Words() = default;

    [[nodiscard]] virtual QString stage(Stage stage) const = 0;
    [[nodiscard]] virtual QString queue(Queue queue) const = 0;
    [[nodiscard]] virtual QString urgency(Urgency urgency) const = 0;
    [[nodiscard]] virtual QString operation(OperationKind kind) const = 0;
    [[nodiscard]] virtual QString role(Role role) const = 0;
    [[nodiscard]] virtual QString clock(ClockKind kind) const = 0;
    [[nodiscard]] virtual QString lamp(Lamp lamp) const = 0;
    [[nodiscard]] virtual QString areaLevel(AreaLevel level) const = 0;
    /// A value of a choice field in an operation's payload ("wrongUnit", "satisfied", "hotline12345" …), by field name.
    /// Where a word depends on the operation the field may be qualified, "reply.result"; see choiceOf().
    [[nodiscard]] virtual QString choice(const std::string& field, const std::string& value) const = 0;
    /// The same, for the form of an operation: "partly" is another word for a verification than for a reply.
    [[nodiscard]] QString choiceOf(OperationKind kind, std::string_view field, const std::string& value) const
    {
        return choice(std::string(nameOf(kind)) + '.' + std::string(field), value);
    }
    [[nodiscard]] QString assignmentState(AssignmentState state) const { return choice("assignmentState", std::string(nameOf(state))); }
    [[nodiscard]] QString assignmentRole(AssignmentRole role) const { return choice("assignmentRole", std::string(nameOf(role))); }
    [[nodiscard]] QString basis(Basis basis) const { return choice("basis", std::string(nameOf(basis))); }
    /// A mark of a case as the text of a chip.
    [[nodiscard]] virtual QString mark(CaseMark mark) const = 0;
    /// Name of a payload field as a form label; "reporter.relation" for a member of a group.
    [[nodiscard]] virtual QString field(const std::string& name) const = 0;
    [[nodiscard]] virtual QString limit(const Limit& limit) const = 0;

    /// "2 h 15 min", "3 d 4 h"; negative means overdue and is said so. Days have 24 hours. Lengths of time are said with
    /// it as well.
    [[nodiscard]] virtual QString remaining(Milliseconds left) const = 0;
    /// "today 14:05", "11-22 14:05" within the year, else "2025-11-22 14:05", in the district's zone.
    [[nodiscard]] virtual QString dateTime(Instant at) const = 0;
    [[nodiscard]] virtual QString date(Instant at) const = 0; ///< "2025-11-22", in the district's zone
    [[nodiscard]] virtual QString unknown() const = 0; ///< "–"

    [[nodiscard]] virtual QString error(const Error& error) const = 0;
    /// A sentence: the rule, what is missing, who can supply it.
    [[nodiscard]] virtual QString refusal(const Refusal& refusal) const = 0;

    [[nodiscard]] virtual QString unit(const UnitId& id) const = 0;     ///< its name under the rules in force, else the id
    [[nodiscard]] virtual QString category(const CategoryId& code) const = 0;
    [[nodiscard]] virtual QString area(const AreaCode& code) const = 0;
    [[nodiscard]] virtual QString account(const AccountId& id) const = 0;
    [[nodiscard]] virtual QString post(const PostId& id) const = 0;
};

} // namespace griddesk
