// SPDX-License-Identifier: GPL-3.0-or-later
#include "screenwords.h"

#include "words/phrases.h"
#include "words/wordtables.h"

#include <QStringList>

#include <chrono>
#include <format>
#include <map>

namespace griddesk {

namespace {

QString fromText(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// The text in the present language; `otherwise` for what no table knows.
QString translated(const char* context, const char* text, std::string_view otherwise)
{
    return text != nullptr ? QCoreApplication::translate(context, text) : fromText(otherwise);
}

template <typename Key, typename Record>
QString named(const std::map<Key, Record>* records, const Key& key)
{
    if (records != nullptr)
        if (const auto found = records->find(key); found != records->end() && !found->second.name.empty())
            return fromText(found->second.name);
    return fromText(key.text());
}

} // namespace

QString ScreenWords::stage(Stage stage) const { return translated("Stage", words::stage(stage), nameOf(stage)); }
QString ScreenWords::queue(Queue queue) const { return translated("Queue", words::queue(queue), nameOf(queue)); }
QString ScreenWords::urgency(Urgency urgency) const { return translated("Urgency", words::urgency(urgency), {}); }
QString ScreenWords::operation(OperationKind kind) const { return translated("Operation", words::operation(kind), nameOf(kind)); }
QString ScreenWords::role(Role role) const { return translated("Role", words::role(role), nameOf(role)); }
QString ScreenWords::clock(ClockKind kind) const { return translated("Clock", words::clock(kind), clockKindName(kind)); }
QString ScreenWords::lamp(Lamp lamp) const { return translated("Lamp", words::lamp(lamp), lampName(lamp)); }
QString ScreenWords::areaLevel(AreaLevel level) const { return translated("AreaLevel", words::areaLevel(level), {}); }
QString ScreenWords::mark(CaseMark mark) const { return translated("Mark", words::mark(mark), {}); }
QString ScreenWords::field(const std::string& name) const { return translated("Field", words::field(name), name); }

QString ScreenWords::choice(const std::string& field, const std::string& value) const
{
    return translated("Choice", words::choice(field, value), value);
}

QString ScreenWords::limit(const Limit& limit) const
{
    const bool one = limit.amount == 1;
    if (limit.amount <= 0 && limit.unit != LimitUnit::Stated)
        return tr("no limit");
    switch (limit.unit) {
    case LimitUnit::WorkingHours: return one ? tr("1 working hour") : tr("%1 working hours").arg(limit.amount);
    case LimitUnit::UrgentHours: return one ? tr("1 urgent hour") : tr("%1 urgent hours").arg(limit.amount);
    case LimitUnit::WorkingDaysRolling:
    case LimitUnit::WorkingDaysWhole: return one ? tr("1 working day") : tr("%1 working days").arg(limit.amount);
    case LimitUnit::NaturalDays: return one ? tr("1 calendar day") : tr("%1 calendar days").arg(limit.amount);
    case LimitUnit::Stated: return tr("as stated by the source");
    }
    return unknown();
}

QString ScreenWords::duration(std::chrono::minutes length)
{
    const auto total = length.count();
    const auto days = total / (24 * 60), hours = total / 60 % 24, minutes = total % 60;
    if (days > 0)
        return hours > 0 ? tr("%1 d %2 h").arg(days).arg(hours) : tr("%1 d").arg(days);
    if (hours > 0)
        return minutes > 0 ? tr("%1 h %2 min").arg(hours).arg(minutes) : tr("%1 h").arg(hours);
    return tr("%1 min").arg(minutes);
}

QString ScreenWords::remaining(Milliseconds left) const
{
    using namespace std::chrono;
    if (left < Milliseconds::zero()) {
        // Counted down from zero without negating: the smallest value has no positive twin.
        const auto over = minutes{-(duration_cast<minutes>(left).count())};
        return over == minutes::zero() ? tr("just over") : tr("%1 over").arg(duration(over));
    }
    const auto whole = floor<minutes>(left);
    return whole == minutes::zero() && left > Milliseconds::zero() ? tr("under 1 min") : duration(whole);
}

LocalTime ScreenWords::local(Instant at) const
{
    if (m_rules)
        if (const auto found = m_rules->calendars.find(m_rules->calendar); found != m_rules->calendars.end() && found->second)
            return found->second->calendar().localTime(at);
    return LocalTime{at.time_since_epoch()};
}

QString ScreenWords::dateTime(Instant at) const
{
    using namespace std::chrono;
    const auto then = floor<minutes>(local(at));
    const auto day = floor<days>(then), today = floor<days>(local(m_clock.now()));
    if (day == today)
        return tr("today %1").arg(fromText(std::format("{:%H:%M}", then)));
    if (year_month_day(day).year() == year_month_day(today).year())
        return fromText(std::format("{:%m-%d %H:%M}", then));
    return fromText(std::format("{:%Y-%m-%d %H:%M}", then));
}

QString ScreenWords::date(Instant at) const { return fromText(std::format("{:%Y-%m-%d}", std::chrono::floor<std::chrono::days>(local(at)))); }

QString ScreenWords::unknown() const { return QStringLiteral("–"); }

QString ScreenWords::error(const Error& error) const
{
    const auto& subject = error.context.empty() ? error.detail : error.context;
    const auto sentence = translated("Error", words::error(error.code), errorName(error.code));
    return sentence.contains(QLatin1String("%1")) ? sentence.arg(subject.empty() ? unknown() : fromText(subject)) : sentence;
}

QString ScreenWords::subject(const Refusal& refusal) const
{
    const auto& detail = refusal.detail;
    if (detail.empty())
        return unknown();
    if (refusal.rule == RefusalRule::StageClosed)
        if (const auto parsed = parseStage(detail))
            return stage(*parsed);
    if (refusal.rule == RefusalRule::AssignmentState) // "a1 signed"
        return choice("assignmentState", detail.substr(detail.rfind(' ') + 1));
    if (refusal.rule == RefusalRule::VerdictAgainst)
        return choice("verify.result", detail);
    if (const auto at = parseInstant(detail))
        return dateTime(*at);
    if (const auto parsed = parseLimit(detail))
        return limit(*parsed);
    if (m_rules) {
        if (const auto id = PostId::parse(detail); id && m_rules->posts.contains(*id))
            return post(*id);
        if (const auto id = UnitId::parse(detail); id && m_rules->units.contains(*id))
            return unit(*id);
    }
    return fromText(detail);
}

QString ScreenWords::refusal(const Refusal& refusal) const
{
    auto sentence = translated("Refusal", words::refusal(refusal.rule), nameOf(refusal.rule));
    if (sentence.contains(QLatin1String("%1")))
        sentence = sentence.arg(subject(refusal));

    // What is missing is either something to fill in or a step to take before.
    QStringList things, steps, people;
    for (const auto& name : refusal.missing) {
        const auto step = parseOperationKind(name);
        if (words::field(name) != nullptr || !step)
            things << field(name);
        else
            steps << operation(*step);
    }
    if (refusal.whoCan != RoleSet::all())
        for (std::size_t i = 0; i < roleCount; ++i)
            if (const auto each = static_cast<Role>(i); refusal.whoCan.has(each))
                people << role(each);

    QStringList parts{sentence};
    if (!things.isEmpty())
        parts << tr("Needed: %1.").arg(words::joined(things));
    if (!steps.isEmpty())
        parts << tr("Next step: %1.").arg(words::joined(steps));
    if (!people.isEmpty())
        parts << tr("Who can do it: %1.").arg(words::joined(people));
    return words::sentences(parts);
}

QString ScreenWords::unit(const UnitId& id) const { return named(m_rules ? &m_rules->units : nullptr, id); }
QString ScreenWords::category(const CategoryId& code) const { return named(m_rules ? &m_rules->categories : nullptr, code); }
QString ScreenWords::area(const AreaCode& code) const { return named(m_rules ? &m_rules->areas : nullptr, code); }
QString ScreenWords::account(const AccountId& id) const { return named(m_rules ? &m_rules->accounts : nullptr, id); }
QString ScreenWords::post(const PostId& id) const { return named(m_rules ? &m_rules->posts : nullptr, id); }

} // namespace griddesk
