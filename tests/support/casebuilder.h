// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "rulesbuilder.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace griddesk::testing {

/// A payload in one line: `payload({{"lead", "city"}, {"agreed", true}})`.
inline Value payload(std::initializer_list<std::pair<const char*, Value>> members = {})
{
    Value value;
    for (const auto& [key, member] : members)
        value.set(key, member);
    return value;
}

inline Value texts(std::initializer_list<const char*> items)
{
    Value::List list;
    for (const auto* item : items)
        list.emplace_back(item);
    return list;
}

/// One made-up file per role given: before, after, other.
inline Value photos(std::initializer_list<const char*> roles)
{
    Value::List list;
    for (const auto* role : roles)
        list.push_back(payload({{"sha256", std::string(64, 'b')}, {"size", 1000}, {"mime", "image/jpeg"}, {"role", role}}));
    return list;
}

inline Value placeAt(std::int64_t lonE7, std::int64_t latE7) { return payload({{"lonE7", lonE7}, {"latE7", latE7}}); }

/// One case carried on by short calls: `s.does("op", OperationKind::Accept, …)`. Posts are those of testRules(); the time
/// stands still unless told to go on.
class Scenario {
public:
    explicit Scenario(Rules rules = testRules(), std::string_view start = "2026-03-02T01:00:00Z", const char* id = "case-1") // Monday 09:00
        : m_rules(std::move(rules)), m_now(*parseInstant(start)), m_id(CaseId::literal(id))
    {
    }

    [[nodiscard]] const Rules& rules() const noexcept { return m_rules; }
    [[nodiscard]] Rules& rules() noexcept { return m_rules; }
    [[nodiscard]] Instant now() const noexcept { return m_now; }
    Scenario& wait(std::chrono::minutes time)
    {
        m_now += time;
        return *this;
    }
    [[nodiscard]] const std::optional<Case>& state() const noexcept { return m_case; }
    [[nodiscard]] const Case& c() const { return *m_case; }
    [[nodiscard]] Stage stage() const { return m_case->stage; }
    [[nodiscard]] const std::vector<std::pair<Operation, Instant>>& history() const noexcept { return m_history; }

    [[nodiscard]] Actor actor(std::string_view post) const
    {
        return {AccountId::literal("u-" + std::string(post)), PostId::literal(post)};
    }
    [[nodiscard]] Operation operation(std::string_view post, OperationKind kind, Value value = {}) const
    {
        return {.id = OperationId::literal("o-" + std::to_string(m_history.size() + 1)),
                .caseId = m_id,
                .kind = kind,
                .actor = actor(post),
                .rules = m_rules.hash,
                .payload = std::move(value),
                .pairId = specOf(kind).pair ? "pair-1" : ""};
    }
    std::expected<Case, Refusal> tries(const Operation& operation) const { return apply(m_case, operation, m_rules, m_now); }

    /// Applies and keeps the result; a refusal fails the test.
    Scenario& does(std::string_view post, OperationKind kind, Value value = {})
    {
        const auto op = operation(post, kind, std::move(value));
        auto result = tries(op);
        if (!result) {
            ADD_FAILURE() << nameOf(kind) << " by " << post << " refused: " << nameOf(result.error().rule) << " " << result.error().detail
                          << (result.error().missing.empty() ? std::string() : " missing " + result.error().missing.front());
            return *this;
        }
        keep(op, std::move(*result));
        return *this;
    }
    /// The refusal of something that must not go; fails the test when it goes. Nothing changes.
    Refusal refused(std::string_view post, OperationKind kind, Value value = {}) const
    {
        auto result = tries(operation(post, kind, std::move(value)));
        if (result) {
            ADD_FAILURE() << nameOf(kind) << " by " << post << " was not refused";
            return {};
        }
        return result.error();
    }
    void keep(const Operation& op, Case after)
    {
        m_history.emplace_back(op, m_now);
        m_case = std::move(after);
    }

    // ---- a case on its way, each from the stage before
    Scenario& reported(const char* urgency = "ordinary", bool callback = false)
    {
        return does("op", OperationKind::Report,
                    payload({{"source", "hotline12345"}, {"text", "路口有成堆垃圾没人清"}, {"address", "枫津路12号"}, {"place", placeAt(1205500000, 313000000)},
                             {"urgency", urgency}, {"demandType", "complaint"},
                             {"reporter", payload({{"phoneCommitment", "ab12"}, {"callbackWanted", callback}, {"consent", true}})}}));
    }
    Scenario& accepted(const char* category = "waste", const char* urgency = "ordinary", const char* demand = "complaint")
    {
        return does("op", OperationKind::Accept, payload({{"category", category}, {"area", "E1a"}, {"urgency", urgency}, {"demandType", demand}}));
    }
    Scenario& filed(const char* standard = "s-waste") { return does("op", OperationKind::File, payload({{"standard", standard}})); }
    Scenario& dispatched(const char* lead = "city", const char* duty = "d-city")
    {
        return does("di", OperationKind::Dispatch, payload({{"lead", lead}, {"basis", "statutory"}, {"duty", duty}}));
    }
    Scenario& signedBy(const char* post = "city-ha", const char* assignment = "a1")
    {
        return does(post, OperationKind::Sign, payload({{"assignment", assignment}}));
    }
    Scenario& replied(const char* post = "city-ha", const char* assignment = "a1")
    {
        return does(post, OperationKind::Reply,
                    payload({{"assignment", assignment}, {"result", "resolved"}, {"words", "已清理"}, {"evidence", photos({"after"})}}));
    }
    Scenario& checked(bool pass = true)
    {
        does("op", OperationKind::RequestCheck);
        return does("rv", OperationKind::Check, payload({{"pass", pass}, {"words", pass ? "已恢复" : "仍有垃圾"}, {"evidence", photos({"other"})}}));
    }
    Scenario& closed() { return does("sl", OperationKind::Close, payload({{"closing", "恢复"}})); }
    /// From report to `stage` on the shortest way (reported … archived).
    Scenario& upTo(Stage stage)
    {
        const auto reach = [&](Stage next) { return static_cast<int>(next) <= static_cast<int>(stage); };
        reported();
        if (reach(Stage::Accepted))
            accepted();
        if (stage == Stage::Verifying)
            return does("op", OperationKind::RequestVerify);
        if (reach(Stage::Filed))
            filed();
        if (reach(Stage::Dispatched))
            dispatched();
        if (reach(Stage::Handling))
            signedBy();
        if (reach(Stage::Handled))
            replied();
        if (stage == Stage::Checking)
            return does("op", OperationKind::RequestCheck);
        if (reach(Stage::Checked))
            checked();
        if (reach(Stage::Closed))
            closed();
        if (reach(Stage::Archived))
            does("sl", OperationKind::Archive);
        return *this;
    }

private:
    Rules m_rules;
    Instant m_now;
    CaseId m_id;
    std::optional<Case> m_case;
    std::vector<std::pair<Operation, Instant>> m_history;
};

/// Applies a history again, from nothing.
inline std::expected<Case, Refusal> replay(const std::vector<std::pair<Operation, Instant>>& history, const Rules& rules)
{
    std::optional<Case> state;
    for (const auto& [operation, at] : history) {
        auto next = apply(state, operation, rules, at);
        if (!next)
            return next;
        state = std::move(*next);
    }
    return *state;
}

} // namespace griddesk::testing
