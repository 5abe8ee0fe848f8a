// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace griddesk {

namespace {

constexpr int deepest = 16;

QJsonValue written(const Value& value)
{
    if (const auto* flag = value.boolean())
        return *flag;
    if (const auto* number = value.integer())
        return static_cast<qint64>(*number);
    if (const auto* text = value.text())
        return QString::fromStdString(*text);
    if (const auto* list = value.list()) {
        QJsonArray array;
        for (const auto& item : *list)
            array.append(written(item));
        return array;
    }
    QJsonObject object;
    for (const auto& [key, member] : *value.object())
        object.insert(QString::fromStdString(key), written(member));
    return object;
}

Value read(const QJsonValue& json, int depth)
{
    if (json.isBool())
        return json.toBool();
    if (json.isDouble())
        return Value(static_cast<std::int64_t>(json.toInteger()));
    if (json.isString())
        return json.toString().toStdString();
    if (depth >= deepest)
        return {};
    if (json.isArray()) {
        Value::List list;
        for (const auto& item : json.toArray())
            list.push_back(read(item, depth + 1));
        return list;
    }
    Value object;
    const auto members = json.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        object.set(it.key().toStdString(), read(it.value(), depth + 1));
    return object;
}

} // namespace

QByteArray toDraftJson(const Value& value)
{
    return QJsonDocument(written(value).toObject()).toJson(QJsonDocument::Compact);
}

std::optional<Value> fromDraftJson(const QByteArray& json)
{
    const auto document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(read(document.object(), 0)) : std::nullopt;
}

} // namespace griddesk
