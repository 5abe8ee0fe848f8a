// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demoscript.h"

namespace griddesk {

/// The cases of a demo that are at a certain point just now, so that every queue of a desk has something in it at whatever
/// hour the demo is made: each stage; orders of supervision in each of their states; work to be done again; repeated calls
/// merged into the first; orders sent back to where they came from; matters given to the police, a utility or the
/// district; cases that stand still; questions that wait for an answer; call-backs that are to be tried again.
/// Every step is an operation like any other, made through the life. Thread: the writer.
class DemoScenes {
public:
    using Fits = std::function<bool(const Value& text)>;
    using Matter = std::function<DemoMatter(const Fits&)>; ///< another matter whose text fits; any text when none does
    /// The halves of a pair; false: refused.
    using PushPair = std::function<Result<bool>(Operation, Operation, Instant)>;

    DemoScenes(DemoLife& life, const CalendarIndex& calendar, const Rules& rules, DemoDice& dice, Instant now, Matter matter, PushPair pushPair,
               std::function<std::string(Instant)> newId)
        : m_life(life), m_calendar(calendar), m_rules(rules), m_dice(dice), m_now(now), m_matter(std::move(matter)), m_pushPair(std::move(pushPair)),
          m_newId(std::move(newId))
    {
    }

    /// Errors: those of the log.
    [[nodiscard]] Result<void> play();

    int cases = 0;
    int pairs = 0; ///< operations that touched two cases

private:
    using Scene = Result<void> (DemoScenes::*)();
    /// Begins a case so many working hours ago (or minutes of the clock) and leads it to a stage; false when it did not get there.
    [[nodiscard]] Result<bool> leadTo(Stage stage, const Fits& fits, int fewestHours = 3, int mostHours = 12);
    [[nodiscard]] Result<bool> leadAtDesk(Stage stage, const Fits& fits, Value order = {});
    [[nodiscard]] Result<bool> lead(DemoMatter matter, Stage stage, Instant from, DemoPose pose);
    /// One more step of the case; false when the rules refused it.
    [[nodiscard]] Result<bool> step(OperationKind kind, const std::optional<Actor>& actor, Value payload);
    [[nodiscard]] Result<bool> toUnit(OperationKind kind, std::initializer_list<Role> roles, Value payload);

    [[nodiscard]] Result<void> stages();
    [[nodiscard]] Result<void> supervised();
    [[nodiscard]] Result<void> doneAgain();
    [[nodiscard]] Result<void> merged();
    [[nodiscard]] Result<void> returnedUp();
    [[nodiscard]] Result<void> handedOver();
    [[nodiscard]] Result<void> standingStill();
    [[nodiscard]] Result<void> questions();
    [[nodiscard]] Result<void> calls();
    [[nodiscard]] Value outsideOrder();

    DemoLife& m_life;
    const CalendarIndex& m_calendar;
    const Rules& m_rules;
    DemoDice& m_dice;
    Instant m_now;
    Matter m_matter;
    PushPair m_pushPair;
    std::function<std::string(Instant)> m_newId;
    int m_supervisions = 0, m_orders = 0;
};

} // namespace griddesk
