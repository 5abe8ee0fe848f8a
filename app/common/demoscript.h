// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "democases.h"

#include "models/core/apply.h"
#include "models/core/calendarindex.h"

#include <map>
#include <optional>
#include <random>

namespace griddesk {

/// Random choices that are the same everywhere for a seed (the distributions of the standard library are not).
class DemoDice {
public:
    explicit DemoDice(std::uint64_t seed) : m_engine(seed) {}
    /// 0 … count-1
    [[nodiscard]] std::size_t pick(std::size_t count) { return count == 0 ? 0 : static_cast<std::size_t>(m_engine() % count); }
    [[nodiscard]] int between(int low, int high) { return low + static_cast<int>(pick(static_cast<std::size_t>(high - low + 1))); }
    [[nodiscard]] bool chance(int percent) { return static_cast<int>(m_engine() % 100) < percent; }

private:
    std::mt19937_64 m_engine;
};

/// Who may act for which unit in which role, looked up once.
class DemoCast {
public:
    DemoCast(const Rules& rules, Instant at);
    [[nodiscard]] std::optional<Actor> find(Role role, const UnitId& unit, DemoDice& dice) const;
    [[nodiscard]] std::optional<Actor> anybody(Role role, DemoDice& dice) const;

private:
    std::map<Role, std::vector<Actor>> m_byRole;
    std::map<std::pair<UnitId, Role>, std::vector<Actor>> m_byUnit;
};

/// What a case of the demo is about, and where.
struct DemoMatter {
    Value text; ///< a template of cases.json with the place filled in
    std::string address;
    GeoPoint place;
    std::optional<AreaCode> area;
};

/// A case that is led to a certain point and left there, for the scenes of a demo. It has no mishaps on the way.
struct DemoPose {
    std::function<bool(const Case&)> reached; ///< looked at after every step; true ends the life there
    Instant by;                               ///< every step is before this
    bool byDay = true;                        ///< steps in working hours only; else round the clock
};

/// The life of one demo case. Each step is tried at a time that working hours and the limit of the case allow, a few of
/// them late; a step later than the present is not made, so that the newest cases are found half-way.
class DemoLife {
public:
    using Push = std::function<Result<std::optional<Case>>(Operation, Instant)>; ///< absent: refused
    using Step = Result<bool>; ///< false: too late or refused, the case stays

    DemoLife(const Rules& rules, const CalendarIndex& calendar, const DemoCast& cast, DemoDice& dice, const DemoOptions& options, Instant now,
             Push push, std::function<std::string(Instant)> newId)
        : m_rules(rules), m_calendar(calendar), m_cast(cast), m_dice(dice), m_options(options), m_now(now), m_push(std::move(push)),
          m_newId(std::move(newId)), m_people(options.seed + 1)
    {
    }

    /// Errors: only those of the log; a refused step ends the life quietly and is counted.
    [[nodiscard]] Result<void> live(const DemoMatter& matter, Instant from, std::optional<DemoPose> pose = {});

    /// Whether the last life began: its report was not too late and not refused.
    [[nodiscard]] bool born() const noexcept { return m_case.has_value(); }
    /// The case of the last life; absent when it was not born.
    [[nodiscard]] const std::optional<Case>& state() const noexcept { return m_case; }

    // Further steps of the last life, for scenes.
    [[nodiscard]] Step act(OperationKind kind, const std::optional<Actor>& actor, Value payload);
    void wait(int fewestMinutes, int mostMinutes);
    [[nodiscard]] Instant at() const noexcept { return m_at; }
    [[nodiscard]] std::optional<Actor> centre(Role role) { return m_cast.find(role, m_rules.centre, m_dice); }
    [[nodiscard]] std::optional<Actor> worker(const UnitId& unit, std::initializer_list<Role> roles);
    [[nodiscard]] std::optional<Actor> anybody(Role role) { return m_cast.anybody(role, m_dice); }

    int operations = 0;
    int refused = 0;

private:
    /// Whether something goes otherwise than it should; never in a pose.
    [[nodiscard]] bool mishap(int percent) { return m_dice.chance(percent) && !m_pose; }
    void waitForSignature(int fewestMinutes, int mostMinutes);
    void setPace();
    [[nodiscard]] Value::List pictures(bool after);
    [[nodiscard]] PersonalData caller();

    [[nodiscard]] Step intake(const Value& text, const std::string& address, GeoPoint place, const std::optional<AreaCode>& area);
    [[nodiscard]] Step dispatch();
    [[nodiscard]] Step designate(const UnitId& unit, const char* reason);
    [[nodiscard]] Step handle(const Value& text);
    [[nodiscard]] Step handled(const Value& text, const UnitId& unit, const AssignmentId& id);
    [[nodiscard]] Step handleBelow(const Value& text, const AssignmentId& parent, const UnitId& unit);
    [[nodiscard]] Step trouble();
    [[nodiscard]] Step checkAndClose(const Value& text);
    [[nodiscard]] Step checked(const Value& text);

    const Rules& m_rules;
    const CalendarIndex& m_calendar;
    const DemoCast& m_cast;
    DemoDice& m_dice;
    const DemoOptions& m_options;
    Instant m_now;
    Push m_push;
    std::function<std::string(Instant)> m_newId;
    DemoDice m_people; ///< of its own, so that who calls does not change what happens

    std::optional<CaseId> m_id;
    std::optional<Case> m_case;
    std::optional<DemoPose> m_pose;
    Instant m_at{};
    std::int64_t m_pace = 1000; ///< permille of the usual time the units take, so that most cases keep their limit
    bool m_roundTheClock = false; ///< the limit runs at night too, and so does the work
    int m_reports = 0; ///< reports written down, for the numbers the desk gives
    bool m_urgent = false;
    bool m_hasReporter = false;
    bool m_atDesk = true; ///< the next steps are the centre's
};

} // namespace griddesk
