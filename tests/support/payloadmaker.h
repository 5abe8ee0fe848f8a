// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casebuilder.h"

#include <cstdint>
#include <functional>

namespace griddesk::testing {

/// Makes payloads from the operation table: everything required, some of what is optional, with values that fit the case
/// as far as the field's type tells. `pick(n)` chooses among n; the same choices give the same payload.
class PayloadMaker {
public:
    using Pick = std::function<std::size_t(std::size_t)>;

    PayloadMaker(const Rules& rules, Pick pick) : m_rules(rules), m_pick(std::move(pick)) {}

    [[nodiscard]] Value make(const OperationSpec& spec, const Case* c, const std::optional<AssignmentId>& assignment, Instant at)
    {
        m_case = c;
        m_at = at;
        Value value;
        for (const auto& field : spec.fields) {
            if (field.type == FieldType::Assignment && assignment)
                value.set(std::string(field.name), assignment->text());
            else if (field.required || wanted(spec.kind, field.name) || m_pick(4) == 1)
                value.set(std::string(field.name), one(spec.kind, field));
        }
        if (spec.kind == OperationKind::Dispatch || spec.kind == OperationKind::Redispatch)
            basis(value);
        return value;
    }

private:
    /// Optional by the table, but without them a guard would nearly always refuse.
    [[nodiscard]] static bool wanted(OperationKind kind, std::string_view field)
    {
        using K = OperationKind;
        switch (kind) {
        case K::Report: return field == "source" || field == "text" || field == "address";
        case K::Accept: return field == "area";
        case K::Answer: return field == "words" || field == "demandType";
        case K::HandOver: return field == "to" || field == "receiver" || field == "receipt";
        case K::Split: return field == "category" || field == "text" || field == "demandType" || field == "area";
        case K::FollowUp: return field == "words" || field == "reporter";
        case K::File: return field == "reason";
        case K::SelfHandle: return field == "reason" || field == "address" || field == "area";
        case K::StatutoryPause: return field == "kind" || field == "document";
        case K::Mediate: case K::Reply: return field == "evidence";
        case K::Check: return field == "words" || field == "evidence";
        case K::Callback: return field == "solved";
        case K::AnswerRepeat: return field == "words";
        case K::Instruct: return field == "unit";
        case K::Amend: return field == "address";
        case K::Whistle: return field == "where";
        default: return false;
        }
    }

    [[nodiscard]] Value one(OperationKind kind, const FieldSpec& field)
    {
        switch (field.type) {
        case FieldType::Bool: return m_pick(3) != 0;
        case FieldType::Integer: return static_cast<std::int64_t>(m_pick(2));
        case FieldType::Moment: return formatInstant(m_at + std::chrono::hours{24 * static_cast<std::int64_t>(1 + m_pick(20))});
        case FieldType::Place: return placeAt(1205500000, 313000000);
        case FieldType::Case: return "case-2";
        case FieldType::Assignment: return "a1";
        case FieldType::Area: return m_pick(2) == 0 ? "E1a" : "W1a";
        case FieldType::Unit: return units()[m_pick(units().size())].text();
        case FieldType::Units: return Value::List{units()[m_pick(units().size())].text()};
        case FieldType::Account: return "u-city-ha";
        case FieldType::Category: return category();
        case FieldType::Standard: return m_case != nullptr && m_case->category && kind != OperationKind::SelfHandle ? "s-" + m_case->category->text() : "s-" + m_lastCategory;
        case FieldType::Limit: return m_pick(2) == 0 ? "2wh" : "1wd";
        case FieldType::Choice: return std::string(field.choices[m_pick(field.choices.size())]);
        case FieldType::Evidence: return photos({"before", "after"});
        case FieldType::Commitment: return "ab12";
        case FieldType::Texts: return texts({"x"});
        case FieldType::Object: return object(kind, field);
        case FieldType::Objects: return Value::List{object(kind, field)};
        case FieldType::Line:
        case FieldType::Words: return line(field.name);
        }
        return {};
    }

    [[nodiscard]] Value object(OperationKind kind, const FieldSpec& field)
    {
        Value value;
        for (const auto& member : field.fields())
            if (member.required || m_pick(3) == 1)
                value.set(std::string(member.name), one(kind, member));
        return value;
    }

    [[nodiscard]] std::string category()
    {
        static const std::vector<std::string> all{"waste", "ads", "manhole", "illegal", "traders", "photo"};
        return m_lastCategory = all[m_pick(all.size())];
    }

    [[nodiscard]] const std::vector<UnitId>& units()
    {
        if (m_units.empty())
            for (const auto* id : {"city", "water", "east", "west", "crew", "clean"})
                m_units.push_back(UnitId::literal(id));
        return m_units;
    }

    /// Names of records the case has.
    [[nodiscard]] std::string line(std::string_view field)
    {
        const auto last = [](const auto& records, const char* otherwise) { return records.empty() ? std::string(otherwise) : records.back().id; };
        if (m_case != nullptr) {
            if (field == "consultation")
                return last(m_case->consultations, "m1");
            if (field == "whistle")
                return last(m_case->whistles, "w1");
            if (field == "instruction")
                return last(m_case->instructions, "i1");
            if (field == "clock" && !m_case->clocks.empty())
                return m_case->clocks.back().id;
            if (field == "order")
                return !m_case->supervisions.empty() && m_pick(2) == 0 ? m_case->supervisions.back().id
                    : m_case->orders.empty()                           ? "n1"
                                                                       : m_case->orders.back().number;
        }
        if (field == "duty")
            return m_pick(2) == 0 ? "d-city" : "d-east";
        if (field == "number" || field == "outsideNumber")
            return "n1";
        return "x";
    }

    void basis(Value& value)
    {
        if (m_case == nullptr)
            return;
        value.set("reason", "理由").set("duty", "d-city");
        if (!m_case->designations.empty() && (m_case->returns >= 2 || m_pick(2) == 0)) {
            value.set("basis", "designated").set("lead", m_case->designations.back().lead.text());
        } else if (m_pick(4) != 0) {
            value.set("basis", "statutory");
        }
        if (const auto* assists = value.find("assists"); assists != nullptr)
            value.set("assists", Value::List{});
    }

    const Rules& m_rules;
    Pick m_pick;
    const Case* m_case = nullptr;
    Instant m_at{};
    std::string m_lastCategory = "waste";
    std::vector<UnitId> m_units;
};

} // namespace griddesk::testing
