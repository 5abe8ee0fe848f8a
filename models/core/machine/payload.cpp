// SPDX-License-Identifier: GPL-3.0-or-later
// Payload validation, generic from the table.
#include "context.h"

#include "models/core/categories.h"
#include "models/core/utf8.h"

#include <algorithm>
#include <set>

namespace griddesk::machine {

namespace {

using Rule = RefusalRule;

constexpr std::size_t hashLength = 64;
constexpr std::int64_t largestFile = std::int64_t{1} << 40;

bool isHex(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isLine(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool isPlace(const Value& value)
{
    if (!value.isObject() || value.object()->size() != 2)
        return false;
    const auto* lon = value.find("lonE7");
    const auto* lat = value.find("latE7");
    return lon != nullptr && lat != nullptr && lon->isInt() && lat->isInt() && *lon->integer() >= -1'800'000'000
        && *lon->integer() <= 1'800'000'000 && *lat->integer() >= -900'000'000 && *lat->integer() <= 900'000'000;
}

bool isEvidence(const Value& value)
{
    if (!value.isObject())
        return false;
    for (const auto& [key, member] : *value.object())
        if (key != "sha256" && key != "size" && key != "mime" && key != "role" && key != "takenAt" && key != "place")
            return false;
    const auto* size = value.find("size");
    const auto role = value.textOr("role");
    const auto hash = value.textOr("sha256");
    const auto mime = value.textOr("mime");
    return hash.size() == hashLength && isHex(hash) && size != nullptr && size->isInt() && *size->integer() >= 0
        && *size->integer() <= largestFile && !mime.empty() && mime.size() <= 100 && isUtf8(mime) && (role == "before" || role == "after" || role == "other")
        && (!value.has("takenAt") || parseInstant(value.textOr("takenAt")).has_value())
        && (!value.has("place") || isPlace(*value.find("place")));
}

class Checker {
public:
    Checker(const Rules& rules, Instant at) : m_rules(rules), m_at(at) {}

    Verdict object(std::span<const FieldSpec> fields, const Value& value, const std::string& path) const
    {
        if (!value.isObject())
            return refuse(Rule::FieldType, "an object is wanted", {path});
        std::vector<std::string> missing;
        for (const auto& field : fields)
            if (field.required && !value.has(field.name))
                missing.push_back(path + std::string(field.name));
        if (!missing.empty())
            return refuse(Rule::FieldMissing, {}, std::move(missing));
        for (const auto& [key, member] : *value.object()) {
            const auto found = std::ranges::find(fields, std::string_view(key), &FieldSpec::name);
            if (found == fields.end())
                return refuse(Rule::FieldUnknown, key.substr(0, 64), {path + key.substr(0, 64)});
            if (auto verdict = one(*found, member, path + key))
                return verdict;
        }
        return {};
    }

private:
    [[nodiscard]] static Verdict wrong(const std::string& path, std::string_view wanted) { return refuse(Rule::FieldType, std::string(wanted), {path}); }

    Verdict one(const FieldSpec& field, const Value& value, const std::string& path) const
    {
        switch (field.type) {
        case FieldType::Bool:
            return value.isBool() ? Verdict{} : wrong(path, "true or false");
        case FieldType::Integer:
            return value.isInt() && *value.integer() >= 0 && *value.integer() <= static_cast<std::int64_t>(field.limit())
                ? Verdict{}
                : wrong(path, "a whole number in range");
        case FieldType::Place:
            return isPlace(value) ? Verdict{} : wrong(path, "a place {lonE7, latE7}");
        case FieldType::Object:
            return object(field.fields(), value, path + ".");
        case FieldType::Objects:
        case FieldType::Evidence:
        case FieldType::Units:
        case FieldType::Texts:
            return list(field, value, path);
        default:
            return text(field, value, path);
        }
    }

    Verdict list(const FieldSpec& field, const Value& value, const std::string& path) const
    {
        if (!value.isList())
            return wrong(path, "a list");
        const auto& items = *value.list();
        if (items.size() > field.limit())
            return refuse(Rule::FieldTooLong, std::to_string(items.size()), {path});
        if (items.empty() && field.required)
            return refuse(Rule::FieldMissing, {}, {path});
        std::set<std::string> seen;
        for (const auto& item : items) {
            if (field.type == FieldType::Objects) {
                if (auto verdict = object(field.fields(), item, path + "."))
                    return verdict;
            } else if (field.type == FieldType::Evidence) {
                if (!isEvidence(item))
                    return wrong(path, "{sha256, size, mime, role}");
            } else if (field.type == FieldType::Units) {
                if (auto verdict = reference(FieldType::Unit, item, path))
                    return verdict;
                if (!seen.insert(*item.text()).second)
                    return wrong(path, "each unit once");
            } else if (!item.isText() || item.text()->size() > 600 || !isLine(*item.text()) || !isUtf8(*item.text())) {
                return wrong(path, "lines of text");
            }
        }
        return {};
    }

    Verdict text(const FieldSpec& field, const Value& value, const std::string& path) const
    {
        const auto* content = value.text();
        if (content == nullptr)
            return wrong(path, "a text");
        if (!isUtf8(*content))
            return wrong(path, "UTF-8 text");
        if (content->size() > field.limit())
            return refuse(Rule::FieldTooLong, std::to_string(content->size()), {path});
        if (field.required && content->find_first_not_of(" \t\n\r") == std::string::npos)
            return refuse(Rule::FieldMissing, {}, {path});
        switch (field.type) {
        case FieldType::Line:
            return isLine(*content) ? Verdict{} : wrong(path, "one line");
        case FieldType::Words:
            return {};
        case FieldType::Moment:
            return parseInstant(*content) ? Verdict{} : wrong(path, "a time like 2026-02-14T08:00:00Z");
        case FieldType::Commitment:
            return isHex(*content) ? Verdict{} : wrong(path, "lower-case hex");
        case FieldType::Limit:
            return parseLimit(*content) && *content != "stated" ? Verdict{} : wrong(path, "a limit like 4wh");
        case FieldType::Case:
            return CaseId::parse(*content) ? Verdict{} : wrong(path, "a case id");
        case FieldType::Assignment:
            return AssignmentId::parse(*content) ? Verdict{} : wrong(path, "an assignment id");
        case FieldType::Choice:
            return std::ranges::find(field.choices, std::string_view(*content)) != field.choices.end()
                ? Verdict{}
                : Verdict(refuse(Rule::FieldChoice, content->substr(0, 64), {path}));
        default:
            return reference(field.type, value, path);
        }
    }

    Verdict reference(FieldType type, const Value& value, const std::string& path) const
    {
        const auto* content = value.text();
        if (content == nullptr || !isIdentifier(*content))
            return wrong(path, "an identifier");
        if (!known(type, *content))
            return refuse(Rule::ReferenceUnknown, *content, {path});
        return {};
    }

    [[nodiscard]] bool known(FieldType type, const std::string& content) const
    {
        switch (type) {
        case FieldType::Unit: return unitInForce(m_rules, *UnitId::parse(content), m_at) != nullptr;
        case FieldType::Area: return m_rules.areas.contains(*AreaCode::parse(content));
        case FieldType::Account: return m_rules.accounts.contains(*AccountId::parse(content));
        case FieldType::Category: return m_rules.categories.contains(*CategoryId::parse(content));
        case FieldType::Standard: return findStandard(m_rules, *StandardId::parse(content)).standard != nullptr;
        default: return false;
        }
    }

    const Rules& m_rules;
    Instant m_at;
};

} // namespace

Verdict checkPayload(const OperationSpec& spec, const Value& payload, const Rules& rules, Instant at)
{
    return Checker(rules, at).object(spec.fields, payload, {});
}

} // namespace griddesk::machine
