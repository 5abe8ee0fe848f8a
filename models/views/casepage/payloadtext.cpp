// SPDX-License-Identifier: GPL-3.0-or-later
#include "payloadtext.h"

#include "boolwords.h"
#include "rulewords.h"
#include "models/core/operationtable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(griddesk::PayloadText)
};

QString fromStd(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

bool technical(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> names{"sourceHash", "recordHash", "localNumber", "sourceText", "side", "rung", "clock", "categoryCode"};
    return std::ranges::find(names, name) != names.end();
}

template <typename Tag, typename Show>
QString named(const Value& value, Show show)
{
    const auto* text = value.text();
    if (text == nullptr)
        return {};
    const auto id = Id<Tag>::parse(*text);
    return id ? show(*id) : fromStd(*text);
}

class Writer {
public:
    Writer(const Operation& operation, const Words& words, const PayloadNames& names)
        : m_operation(operation), m_words(words), m_names(names)
    {
    }

    QStringList lines() const
    {
        QStringList all;
        for (const auto& spec : specOf(m_operation.kind).fields)
            if (const auto* value = m_operation.payload.find(spec.name); value != nullptr && !technical(spec.name))
                if (const auto text = say(spec, *value, {}); !text.isEmpty())
                    all << Texts::tr("%1: %2").arg(label(spec, {}), text);
        return all;
    }

    QString say(const FieldSpec& spec, const Value& value, const std::string& group) const
    {
        switch (spec.type) {
        case FieldType::Bool: {
            const auto both = boolWords(m_operation.kind, spec.name);
            return value.boolean() == nullptr ? QString() : *value.boolean() ? both.yes : both.no;
        }
        case FieldType::Integer: return value.integer() == nullptr ? QString() : QString::number(*value.integer() + (spec.name == "milestone" ? 1 : 0));
        case FieldType::Line:
        case FieldType::Words: return value.text() == nullptr ? QString() : line(spec.name, *value.text());
        case FieldType::Case: return value.text() == nullptr ? QString() : m_names.otherCase ? m_names.otherCase(*value.text()) : fromStd(*value.text());
        case FieldType::Moment: {
            const auto at = value.text() != nullptr ? parseInstant(*value.text()) : Result<Instant>(fail(ErrorCode::WrongType, {}));
            return at ? m_words.dateTime(*at) : QString();
        }
        case FieldType::Place: return Texts::tr("marked on the map");
        case FieldType::Assignment: return value.text() == nullptr ? QString() : m_names.assignment ? m_names.assignment(*value.text()) : fromStd(*value.text());
        case FieldType::Area: return named<AreaTag>(value, [this](const AreaCode& id) { return m_words.area(id); });
        case FieldType::Unit: return named<UnitTag>(value, [this](const UnitId& id) { return m_words.unit(id); });
        case FieldType::Account: return named<AccountTag>(value, [this](const AccountId& id) { return m_words.account(id); });
        case FieldType::Category: return named<CategoryTag>(value, [this](const CategoryId& id) { return m_words.category(id); });
        case FieldType::Standard: return named<StandardTag>(value, [this](const StandardId& id) { return standardText(m_names.rules, id); });
        case FieldType::Limit: {
            const auto limit = value.text() != nullptr ? parseLimit(*value.text()) : Result<Limit>(fail(ErrorCode::WrongType, {}));
            return limit ? m_words.limit(*limit) : QString();
        }
        case FieldType::Choice:
            if (spec.name == "basis" && departs())
                return Texts::tr("departs from the duty list");
            return value.text() == nullptr ? QString() : m_words.choiceOf(m_operation.kind, group.empty() ? std::string(spec.name) : group + '.' + std::string(spec.name), *value.text());
        case FieldType::Units: return list(value, [this](const Value& one) { return named<UnitTag>(one, [this](const UnitId& id) { return m_words.unit(id); }); });
        case FieldType::Texts: return list(value, [](const Value& one) { return one.text() != nullptr ? fromStd(*one.text()) : QString(); });
        case FieldType::Evidence: return value.list() == nullptr ? QString() : Texts::tr("%n file(s)", nullptr, static_cast<int>(value.list()->size()));
        case FieldType::Commitment: return {};
        case FieldType::Object: return members(spec, value);
        case FieldType::Objects: return list(value, [this, &spec](const Value& one) { return members(spec, one); });
        }
        return {};
    }

private:
    /// A dispatch to another unit than the one its duty item names.
    bool departs() const
    {
        const auto& payload = m_operation.payload;
        const auto duty = DutyId::parse(payload.textOr("duty"));
        if (m_names.rules == nullptr || !duty || payload.textOr("basis") != "statutory")
            return false;
        const auto found = m_names.rules->duties.find(*duty);
        return found != m_names.rules->duties.end() && payload.has("lead") && found->second.lead.text() != payload.textOr("lead");
    }
    QString label(const FieldSpec& spec, const std::string& group) const
    {
        return fieldOf(m_words, m_operation.kind, group.empty() ? std::string(spec.name) : group + '.' + std::string(spec.name));
    }
    /// A text, or what the text refers to.
    QString line(std::string_view name, const std::string& text) const
    {
        if (name == "duty")
            if (const auto id = DutyId::parse(text))
                return dutyText(m_names.rules, m_words, *id);
        const auto record = m_names.record ? m_names.record(m_operation.kind, name, text) : QString();
        return record.isEmpty() ? fromStd(text) : record;
    }
    template <typename Say>
    static QString list(const Value& value, Say one)
    {
        QStringList parts;
        if (const auto* all = value.list())
            for (const auto& item : *all)
                if (const auto text = one(item); !text.isEmpty())
                    parts << text;
        return parts.join(Texts::tr(", "));
    }
    QString members(const FieldSpec& spec, const Value& value) const
    {
        QStringList parts;
        for (const auto& member : spec.fields()) {
            const auto* inner = value.find(member.name);
            if (inner == nullptr)
                continue;
            if (const auto* flag = inner->boolean()) {
                if (*flag)
                    parts << label(member, std::string(spec.name));
            } else if (const auto text = say(member, *inner, std::string(spec.name)); !text.isEmpty()) {
                parts << text;
            }
        }
        return parts.join(Texts::tr(" · "));
    }

    const Operation& m_operation;
    const Words& m_words;
    const PayloadNames& m_names;
};

} // namespace

QString recordText(OperationKind kind, std::string_view field, const std::string& value, const Case& c)
{
    const auto about = [&value](const auto& records, auto text) -> QString {
        const auto found = std::ranges::find_if(records, [&value](const auto& record) { return record.id == value; });
        return found == records.end() ? QString() : fromStd((*found).*text).simplified();
    };
    if (field == "consultation")
        return about(c.consultations, &Consultation::question);
    if (field == "whistle")
        return about(c.whistles, &Whistle::purpose);
    if (field == "instruction")
        return about(c.instructions, &Instruction::words);
    if (field == "order" && (kind == OperationKind::SuperviseReceipt || kind == OperationKind::SuperviseReply || kind == OperationKind::SuperviseSettle))
        return about(c.supervisions, &SupervisionOrder::words);
    if (field == "record") {
        const auto consulted = about(c.consultations, &Consultation::conclusion);
        return consulted.isEmpty() ? about(c.designations, &Designation::reason) : consulted;
    }
    return {};
}

QStringList payloadLines(const Operation& operation, const Words& words, const PayloadNames& names)
{
    return Writer(operation, words, names).lines();
}

QString payloadBrief(const Operation& operation, const Words& words, const PayloadNames& names)
{
    for (const auto* key : {"words", "reason", "text", "title"})
        if (const auto* spec = specOf(operation.kind).field(key); spec != nullptr && spec->type != FieldType::Choice)
            if (const auto text = operation.payload.textOr(key); !text.empty())
                return fromStd(text).simplified();
    const auto lines = payloadLines(operation, words, names);
    return lines.mid(0, 2).join(Texts::tr(" · "));
}

QString refusalSentence(const std::string& ruleName, const Words& words)
{
    for (std::size_t i = 0; i < refusalRuleCount; ++i)
        if (const auto rule = static_cast<RefusalRule>(i); nameOf(rule) == ruleName)
            return words.refusal(Refusal{.rule = rule, .missing = {}, .whoCan = {}, .detail = {}});
    if (ruleName == "pairRefused")
        return Texts::tr("The other half of this operation on two cases was refused, so neither counts.");
    if (ruleName == "unknownRules")
        return Texts::tr("It was made under rules that are not known here. Do it again under the rules in force.");
    if (ruleName == "foreignStream")
        return Texts::tr("It belongs to another sub-district and was not taken over here.");
    if (ruleName == "operationIdReused" || ruleName == "unknownDevice")
        return Texts::tr("It does not fit what is known of this computer. Tell an administrator before doing it again.");
    if (ruleName == "salvaged")
        return Texts::tr("It was found in the salvage file after a fault of the disk and may never have been saved whole. Look at the case before doing it again.");
    return QString::fromStdString(ruleName);
}

} // namespace griddesk
