// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/clocksource.h"
#include "models/views/words.h"

#include <QCoreApplication>

#include <memory>
#include <string_view>

namespace griddesk {

/// The words of the screen in the language of the installed translator, with the names of the rules in force. Texts are
/// looked up at every call, so a change of language or of rules needs no more than a repaint. Thread: GUI.
class ScreenWords final : public Words {
    Q_DECLARE_TR_FUNCTIONS(griddesk::ScreenWords)

public:
    /// `clock` says what "today" is and outlives this object.
    explicit ScreenWords(const ClockSource& clock) : m_clock(clock) {}

    /// Names of units, areas, categories, accounts and posts come from here, the zone from its calendar for new clocks.
    /// Without rules ids stand for names and times are in UTC.
    void setRules(std::shared_ptr<const Rules> rules) { m_rules = std::move(rules); }

    [[nodiscard]] QString stage(Stage stage) const override;
    [[nodiscard]] QString queue(Queue queue) const override;
    [[nodiscard]] QString urgency(Urgency urgency) const override;
    [[nodiscard]] QString operation(OperationKind kind) const override;
    [[nodiscard]] QString role(Role role) const override;
    [[nodiscard]] QString clock(ClockKind kind) const override;
    [[nodiscard]] QString lamp(Lamp lamp) const override;
    [[nodiscard]] QString areaLevel(AreaLevel level) const override;
    [[nodiscard]] QString choice(const std::string& field, const std::string& value) const override;
    [[nodiscard]] QString mark(CaseMark mark) const override;
    [[nodiscard]] QString field(const std::string& name) const override;
    [[nodiscard]] QString limit(const Limit& limit) const override;
    [[nodiscard]] QString remaining(Milliseconds left) const override;
    [[nodiscard]] QString dateTime(Instant at) const override;
    [[nodiscard]] QString date(Instant at) const override;
    [[nodiscard]] QString unknown() const override;
    [[nodiscard]] QString error(const Error& error) const override;
    [[nodiscard]] QString refusal(const Refusal& refusal) const override;
    [[nodiscard]] QString unit(const UnitId& id) const override;
    [[nodiscard]] QString category(const CategoryId& code) const override;
    [[nodiscard]] QString area(const AreaCode& code) const override;
    [[nodiscard]] QString account(const AccountId& id) const override;
    [[nodiscard]] QString post(const PostId& id) const override;

private:
    [[nodiscard]] LocalTime local(Instant at) const;
    [[nodiscard]] static QString duration(std::chrono::minutes length);
    /// What stands for %1 in the sentence of a refusal: its technical detail as people know the thing.
    [[nodiscard]] QString subject(const Refusal& refusal) const;

    const ClockSource& m_clock;
    std::shared_ptr<const Rules> m_rules;
};

} // namespace griddesk
