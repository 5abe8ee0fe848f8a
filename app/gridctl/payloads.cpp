// SPDX-License-Identifier: GPL-3.0-or-later
#include "payloads.h"

#include "models/exchange/jsonfile.h"

#include <QMimeDatabase>
#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace griddesk::gridctl {

namespace {

Result<Value> jsonValue(const std::string& name, const std::string& text)
{
    auto source = memoryByteSource(text, "--set " + name);
    auto value = readJson(*source);
    if (!value)
        return usage("the value is not JSON: " + value.error().detail, name + "=" + text);
    return value;
}

Value listOfWords(const std::string& text)
{
    Value::List items;
    for (std::size_t from = 0; from <= text.size();) {
        const auto comma = std::min(text.find(',', from), text.size());
        items.emplace_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return items;
}

/// What cannot be read as its type stays text; the rules then say which form they want.
Result<Value> typed(const FieldSpec& field, const std::string& text)
{
    const std::string name(field.name);
    switch (field.type) {
    case FieldType::Bool:
        return text == "true" || text == "false" ? Value(text == "true") : Value(text);
    case FieldType::Integer: {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc{} && end == text.data() + text.size() ? Value(number) : Value(text);
    }
    case FieldType::Units:
        return text.starts_with('[') ? jsonValue(name, text) : Result<Value>(listOfWords(text));
    case FieldType::Place:
    case FieldType::Evidence:
    case FieldType::Texts:
    case FieldType::Object:
    case FieldType::Objects:
        return jsonValue(name, text);
    default:
        return Value(text);
    }
}

} // namespace

Result<void> setField(Value& payload, const OperationSpec& spec, const std::string& word)
{
    const auto equals = word.find('=');
    if (equals == std::string::npos || equals == 0)
        return usage("--set is written NAME=VALUE", word);
    const std::string name = word.substr(0, equals);
    const FieldSpec* field = spec.field(name);
    auto value = field != nullptr ? typed(*field, word.substr(equals + 1)) : Result<Value>(word.substr(equals + 1));
    if (!value)
        return std::unexpected(value.error());
    payload.set(name, *std::move(value));
    return {};
}

Result<void> addEvidence(Value& payload, const BlobStore& blobs, const std::string& word)
{
    constexpr std::array<std::string_view, 3> roles{"before", "after", "other"};
    std::string file = word, role = "other";
    if (const auto colon = word.rfind(':'); colon != std::string::npos && std::ranges::contains(roles, std::string_view(word).substr(colon + 1))) {
        file = word.substr(0, colon);
        role = word.substr(colon + 1);
    }
    if (file.empty())
        return usage("--evidence is written FILE[:before|after|other]", word);
    auto content = blobs.putFile(file);
    if (!content)
        return std::unexpected(content.error());
    Value item;
    item.set("sha256", content->sha256.hex())
        .set("size", content->size)
        .set("mime", QMimeDatabase().mimeTypeForFile(QString::fromStdString(file)).name().toStdString())
        .set("role", role);
    Value::List items;
    if (const auto* known = payload.find("evidence"); known != nullptr && known->list() != nullptr)
        items = *known->list();
    items.push_back(std::move(item));
    payload.set("evidence", std::move(items));
    return {};
}

Result<void> checkEvidence(const Value& payload, const BlobStore& blobs)
{
    const auto* evidence = payload.find("evidence");
    if (evidence == nullptr || evidence->list() == nullptr)
        return {};
    for (const auto& item : *evidence->list()) {
        const auto hash = Hash::parse(item.textOr("sha256"));
        if (hash && !blobs.has(*hash))
            return fail(ErrorCode::UnknownReference, "the profile has no file of this hash; --evidence FILE brings one in", hash->hex());
    }
    return {};
}

} // namespace griddesk::gridctl
