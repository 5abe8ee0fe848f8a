// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "context.h"

// Steps the operations have in common: clocks, stages, assignments.

namespace griddesk::machine {

// ---- clocks
/// Starts a clock under the rules of the operation, frozen with limit and calendar. A limit of nothing starts none.
Clock* startClock(Context& x, ClockKind kind, const std::string& subject, Limit limit, const std::string& holder, Instant start);
/// Starts a clock whose deadline is stated.
Clock* startStated(Context& x, ClockKind kind, const std::string& subject, Instant due, const std::string& holder);
[[nodiscard]] inline bool running(const Clock& clock) noexcept { return !clock.metAt && !clock.cancelledAt; }
[[nodiscard]] Clock* runningClock(Case& c, ClockKind kind, const std::string& subject);
[[nodiscard]] const Clock* runningClock(const Case& c, ClockKind kind, const std::string& subject);
void meet(Context& x, ClockKind kind, const std::string& subject);
void meetAll(Context& x, ClockKind kind);
void cancel(Context& x, ClockKind kind, const std::string& subject);
/// Ends every clock of a subject that still runs.
void cancelSubject(Context& x, const std::string& subject);
/// From now on the clocks of the whole case run on this holder's account.
void holdCase(Context& x, const std::string& holder);
/// Whether the deadline of a clock is over; false when its calendar is not known.
[[nodiscard]] bool isPast(const Rules& rules, const Clock& clock, Instant at);
/// The clock an assignment is held to now: rework and redo before its ordinary one; nullptr when it has none.
[[nodiscard]] Clock* workClock(Case& c, const AssignmentId& id);
/// Clocks that stand still in a suspension or a statutory pause.
[[nodiscard]] bool standsStill(ClockKind kind) noexcept;
void pauseWork(Context& x, PauseKind kind, std::optional<Instant> plannedUntil, const std::string& reason);
void resumeWork(Context& x, PauseKind kind);
[[nodiscard]] std::string centre(const Context& x);

// ---- stages
/// Goes to a stage: ends the clock of the step before, starts that of the new one, sets the instants.
void enterStage(Context& x, Stage stage);
/// Ends the case: work is released, clocks of steps and work end (met when the matter is done, cancelled otherwise).
void endCase(Context& x, Stage stage, bool done);
void decide(Context& x, std::string kind, std::string reason);
/// Takes the case up again after an end: to `Filed` when a standard is frozen, or earlier.
void takeUpAgain(Context& x);

// ---- assignments
/// Gives work to a unit: assignment, receipt clock, return window and the clock of its limit.
Assignment& send(Context& x, const UnitId& unit, int level, AssignmentRole role, std::optional<AssignmentId> parent,
                 std::optional<Limit> limit);
/// Ends an assignment and the work given on from it.
void endAssignment(Context& x, Assignment& a, AssignmentState state);
/// The main limit of the frozen standard: the shortest to restore.
[[nodiscard]] std::optional<Limit> mainLimit(const Case& c);
/// Starts the clocks of the whole case from the frozen standard, once.
void startCaseClocks(Context& x, Instant start);
/// The minutes since it was sent were the centre's fault.
void chargeCentre(Context& x, Assignment& a);
[[nodiscard]] bool hasOpenSubtasks(const Case& c, const AssignmentId& parent);
/// Gives the case back to the unit that handled it last (不满意重办); to the dispatcher when it is not known.
void redoWork(Context& x);
/// Requests that wait for a decision end with the work they are about.
void dropRequests(Context& x);

} // namespace griddesk::machine
