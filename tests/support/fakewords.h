// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/words.h"

#include <memory>

namespace griddesk::fake {

/// Words for model tests: stable names and plain numbers, so that drawings of models can be compared.
class PlainWords : public Words {
public:
    std::shared_ptr<const Rules> rules;

    [[nodiscard]] QString stage(Stage stage) const override { return text(nameOf(stage)); }
    [[nodiscard]] QString queue(Queue queue) const override { return text(nameOf(queue)); }
    [[nodiscard]] QString urgency(Urgency urgency) const override
    {
        return urgency == Urgency::Critical ? QStringLiteral("critical") : urgency == Urgency::Urgent ? QStringLiteral("urgent") : QStringLiteral("ordinary");
    }
    [[nodiscard]] QString operation(OperationKind kind) const override { return text(nameOf(kind)); }
    [[nodiscard]] QString role(Role role) const override { return text(nameOf(role)); }
    [[nodiscard]] QString clock(ClockKind) const override { return QStringLiteral("clock"); }
    [[nodiscard]] QString lamp(Lamp lamp) const override { return text(lampName(lamp)); }
    [[nodiscard]] QString areaLevel(AreaLevel level) const override { return QString::number(static_cast<int>(level)); }
    [[nodiscard]] QString choice(const std::string&, const std::string& value) const override { return QString::fromStdString(value); }
    [[nodiscard]] QString mark(CaseMark mark) const override { return QStringLiteral("mark%1").arg(static_cast<unsigned>(mark)); }
    [[nodiscard]] QString field(const std::string& name) const override { return QString::fromStdString(name); }
    [[nodiscard]] QString limit(const Limit& limit) const override { return QString::fromStdString(formatLimit(limit)); }
    [[nodiscard]] QString remaining(Milliseconds left) const override
    {
        return QStringLiteral("%1 min").arg(std::chrono::duration_cast<std::chrono::minutes>(left).count());
    }
    [[nodiscard]] QString dateTime(Instant at) const override { return QString::fromStdString(formatInstant(at)).mid(5, 11); }
    [[nodiscard]] QString date(Instant at) const override { return QString::fromStdString(formatInstant(at)).left(10); }
    [[nodiscard]] QString unknown() const override { return QStringLiteral("-"); }
    [[nodiscard]] QString error(const Error& error) const override { return QString::fromLatin1(errorName(error.code)); }
    [[nodiscard]] QString refusal(const Refusal& refusal) const override { return text(nameOf(refusal.rule)); }
    [[nodiscard]] QString unit(const UnitId& id) const override { return named(rules ? &rules->units : nullptr, id); }
    [[nodiscard]] QString category(const CategoryId& code) const override { return named(rules ? &rules->categories : nullptr, code); }
    [[nodiscard]] QString area(const AreaCode& code) const override { return named(rules ? &rules->areas : nullptr, code); }
    [[nodiscard]] QString account(const AccountId& id) const override { return named(rules ? &rules->accounts : nullptr, id); }
    [[nodiscard]] QString post(const PostId& id) const override { return named(rules ? &rules->posts : nullptr, id); }

private:
    [[nodiscard]] static QString text(std::string_view s) { return QString::fromUtf8(s.data(), static_cast<qsizetype>(s.size())); }
    template <typename Key, typename Record>
    [[nodiscard]] static QString named(const std::map<Key, Record>* records, const Key& key)
    {
        if (records != nullptr)
            if (const auto it = records->find(key); it != records->end())
                return QString::fromStdString(it->second.name);
        return QString::fromStdString(key.text());
    }
};

} // namespace griddesk::fake
