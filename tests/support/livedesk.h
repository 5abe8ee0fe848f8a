// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/explaincase.h"
#include "models/core/rulesreader.h"
#include "models/core/summarise.h"
#include "models/wire/canonicaljson.h"
#include "tests/support/fakedesk.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace griddesk::fake {

/// The rule bundle of the demonstration sub-district.
inline std::shared_ptr<const Rules> demoRules()
{
    std::ifstream file(std::string(GRIDDESK_SOURCE_DIR) + "/resources/demo/shanghai/rules.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const JsonLimits limits{.bytes = 16 * 1024 * 1024};
    const auto value = fromJson(text, limits);
    auto rules = value ? readRules(*value) : Result<Rules>(std::unexpected(value.error()));
    if (!rules)
        throw std::runtime_error("demo rules: " + rules.error().detail + " " + rules.error().context);
    rules->hash = std::string(64, 'a');
    return std::make_shared<const Rules>(std::move(*rules));
}

/// A desk in memory whose cases obey the real rules: what is submitted goes through apply(), and the details are told
/// anew. Thread: GUI.
class LiveDesk : public FakeDesk {
public:
    std::shared_ptr<const Rules> rules = demoRules();
    std::optional<Actor> judge; ///< whose drafts they are; set by sessionOf()

    LiveDesk()
    {
        commands.rule = [this](const OperationDraft& draft) -> std::optional<Refusal> {
            const auto applied = apply(before(draft.caseId), operation(draft, draft.caseId.value_or(CaseId::literal("fresh"))), *rules, clock.now());
            return applied ? std::nullopt : std::optional(applied.error());
        };
        commands.onSubmit = [this](const OperationDraft& draft, const CaseId& id) { take(draft, id); };
    }

    Session session(const char* account, const char* post)
    {
        judge = Actor{AccountId::literal(account), PostId::literal(post)};
        return {.actor = *judge, .rules = rules};
    }
    /// Somebody who holds the post now.
    Session sessionOf(const char* post)
    {
        for (const auto& tenure : rules->tenures)
            if (tenure.post.text() == post)
                return session(tenure.account.text().c_str(), post);
        throw std::runtime_error("nobody holds that post");
    }
    /// Does an operation as the holder of a post; throws the refusal.
    void act(const char* post, const CaseId& id, OperationKind kind, Value payload)
    {
        const auto held = judge;
        sessionOf(post);
        OperationDraft draft{.caseId = id, .kind = kind, .payload = std::move(payload), .pairId = {}};
        if (const auto refusal = commands.rule(draft))
            throw std::runtime_error(std::string(nameOf(kind)) + ": " + std::string(nameOf(refusal->rule)) + " " + refusal->detail);
        take(draft, id);
        judge = held;
    }
    void pass(Milliseconds time) { clock.at += time; }
    [[nodiscard]] const CaseDetail& detailOf(const CaseId& id) { return queries.details.at(id.text()); }
    /// Makes the detail anew for the person of the session (allowed operations, clocks at this moment).
    void refresh(const CaseId& id)
    {
        auto& detail = queries.details.at(id.text());
        detail.row = summarise(detail.state, *rules);
        detail.clocks = explainCase(detail.state, *rules, clock.now());
        detail.actions = judge ? allowedOperations(detail.state, *judge, *rules, clock.now()) : std::vector<AllowedOperation>{};
    }

private:
    int m_next = 0;
    CaseKey m_key = 1000;

    [[nodiscard]] std::optional<Case> before(const std::optional<CaseId>& id) const
    {
        const auto found = id ? queries.details.find(id->text()) : queries.details.end();
        return found == queries.details.end() ? std::nullopt : std::optional(found->second.state);
    }
    [[nodiscard]] Operation operation(const OperationDraft& draft, const CaseId& id) const
    {
        return {.id = OperationId::literal("live-" + std::to_string(m_next + 1)), .caseId = id, .kind = draft.kind, .actor = *judge, .rules = rules->hash,
                .payload = draft.payload, .pairId = draft.pairId};
    }
    void take(const OperationDraft& draft, const CaseId& id)
    {
        const auto done = operation(draft, id);
        auto after = apply(before(id), done, *rules, clock.now());
        if (!after)
            throw std::runtime_error("refused after judging");
        ++m_next;
        if (needsNumber(*after))
            after->number = "2026-990101001-" + std::to_string(100000 + m_next).substr(1);
        auto found = queries.details.find(id.text());
        if (found == queries.details.end())
            found = queries.details.emplace(id.text(), CaseDetail{.key = ++m_key, .row = {.id = id}, .state = *after, .history = {}, .clocks = {}, .actions = {}}).first;
        found->second.state = std::move(*after);
        found->second.history.push_back({.seq = m_next, .operation = done, .effective = clock.now(), .outcome = "applied", .reason = {}, .heldUntil = {}, .waiting = false});
        refresh(id);
        Q_EMIT notifier.casesChanged({}, {id}, false);
    }
};

/// A payload from pairs.
inline Value payload(std::initializer_list<std::pair<const char*, Value>> members)
{
    Value value;
    for (const auto& [key, member] : members)
        value.set(key, member);
    return value;
}

/// A report of rubbish by the road, as the hotline sends it; in a cell of the demonstration sub-district.
inline Value rubbishReport(const LiveDesk& desk)
{
    std::string cell;
    for (const auto& [code, area] : desk.rules->areas)
        if (area.level == AreaLevel::Cell) {
            cell = code.text();
            break;
        }
    return payload({{"source", "hotline12345"}, {"title", "垃圾堆在路边没人收"},
                    {"text", "垃圾房外面堆了两天的生活垃圾，苍蝇乱飞，保洁说不是他们的范围，物业说归环卫，到底谁管？"},
                    {"category", "200110"}, {"area", cell}, {"address", "新闸路218弄垃圾房外"}, {"urgency", "ordinary"}, {"demandType", "complaint"},
                    {"place", payload({{"lonE7", std::int64_t{1214600000}}, {"latE7", std::int64_t{312400000}}})},
                    {"reporter", payload({{"relation", "resident"}, {"callbackWanted", true}, {"consent", true}, {"contactTime", "18:00 以后"}})},
                    {"order", payload({{"number", "SH12345-26031000417"}, {"platform", "12345"}, {"due", "2026-03-17T09:00:00Z"}, {"mustReply", true}, {"mustCallback", true}})}});
}

} // namespace griddesk::fake
