// SPDX-License-Identifier: GPL-3.0-or-later
#include "oversight.h"

#include "rulewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace griddesk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(griddesk::Oversight)
};

QString fromStd(const std::string& text) { return QString::fromStdString(text); }

struct Dated {
    Instant at{};
    OversightRecord record{};
};

class Teller {
public:
    Teller(const Case& c, const Words& words, Instant now) : m_case(c), m_words(words), m_now(now) {}

    std::vector<Dated> all() const
    {
        std::vector<Dated> found;
        for (const auto& order : m_case.supervisions)
            found.push_back({order.by.at, told(order)});
        for (const auto& instruction : m_case.instructions)
            found.push_back({instruction.by.at, told(instruction)});
        for (const auto& consultation : m_case.consultations)
            found.push_back({consultation.asked.at, told(consultation)});
        for (std::size_t i = 0; i < m_case.designations.size(); ++i)
            found.push_back({m_case.designations[i].by.at, told(i)});
        for (const auto& check : m_case.spotChecks)
            found.push_back({check.by.at, told(check)});
        return found;
    }

private:
    QString line(const QString& label, const QString& value) const { return Texts::tr("%1: %2").arg(label, value); }
    QString by(const Trace& trace) const { return line(Texts::tr("By"), Texts::tr("%1, %2").arg(m_words.account(trace.account), m_words.dateTime(trace.at))); }
    QString units(const std::vector<UnitId>& ids) const
    {
        QStringList names;
        for (const auto& id : ids)
            names << m_words.unit(id);
        return names.join(Texts::tr(", "));
    }
    OversightAnswer answer(const Trace& trace, const QString& text) const { return {m_words.account(trace.account), m_words.dateTime(trace.at), text}; }

    OversightRecord told(const SupervisionOrder& order) const
    {
        using enum SupervisionOrder::State;
        OversightRecord made{.title = m_words.operation(OperationKind::SuperviseOrder)};
        if (!order.number.empty())
            made.title = Texts::tr("%1 %2").arg(made.title, fromStd(order.number));
        const auto* state = order.state == Issued ? "issued" : order.state == Received ? "received" : order.state == Replied ? "replied" : "settled";
        made.state = m_words.choice("supervisionState", state);
        made.open = order.state != Settled;
        made.late = order.replyBy && (order.state == Issued || order.state == Received) && *order.replyBy < m_now;
        made.lines << line(Texts::tr("To"), m_words.unit(order.unit)) << by(order.by);
        made.lines << line(fieldOf(m_words, OperationKind::SuperviseOrder, "level"), m_words.areaLevel(order.level));
        if (!order.card.empty() && order.card != "none")
            made.lines << line(m_words.field("card"), m_words.choice("card", order.card));
        if (order.replyBy)
            made.lines << line(m_words.field("replyBy"), made.late ? Texts::tr("%1, overdue").arg(m_words.dateTime(*order.replyBy)) : m_words.dateTime(*order.replyBy));
        made.lines << line(fieldOf(m_words, OperationKind::SuperviseOrder, "words"), fromStd(order.words));
        if (order.received)
            made.answers.push_back(answer(*order.received, m_words.choice("supervisionState", "received")));
        if (order.replied)
            made.answers.push_back(answer(*order.replied, fromStd(order.reply)));
        else
            made.answers.push_back({m_words.unit(order.unit), {}, Texts::tr("no reply yet"), true});
        if (!order.verdict.empty())
            made.answers.push_back({order.settled ? m_words.account(order.settled->account) : Texts::tr("Sent back"), order.settled ? m_words.dateTime(order.settled->at) : QString(), fromStd(order.verdict)});
        return made;
    }

    OversightRecord told(const Instruction& instruction) const
    {
        OversightRecord made{.title = m_words.operation(OperationKind::Instruct)};
        made.open = !instruction.received;
        made.state = made.open ? Texts::tr("not acknowledged") : Texts::tr("acknowledged");
        QStringList to;
        if (instruction.unit)
            to << m_words.unit(*instruction.unit);
        if (instruction.account)
            to << m_words.account(*instruction.account);
        made.lines << line(Texts::tr("To"), to.join(Texts::tr(", "))) << by(instruction.by) << fromStd(instruction.words);
        if (instruction.received)
            made.answers.push_back(answer(*instruction.received, Texts::tr("acknowledged")));
        return made;
    }

    OversightRecord told(const Consultation& consultation) const
    {
        OversightRecord made{.title = m_words.field("consultation")};
        made.open = !consultation.concluded;
        const auto answered = [&consultation](const UnitId& unit) { return std::ranges::find(consultation.opinions, unit, &ConsultOpinion::unit) != consultation.opinions.end(); };
        const auto given = std::ranges::count_if(consultation.units, answered);
        made.state = made.open ? Texts::tr("%1 of %2 units answered").arg(given).arg(consultation.units.size()) : Texts::tr("concluded");
        made.lines << by(consultation.asked) << line(m_words.field("question"), fromStd(consultation.question));
        if (consultation.pauses && made.open)
            made.lines << Texts::tr("The dispatch clock stands still meanwhile");
        for (const auto& opinion : consultation.opinions)
            made.answers.push_back({m_words.unit(opinion.unit), m_words.dateTime(opinion.at), joined(m_words.choice("opinion", opinion.opinion), fromStd(opinion.words))});
        for (const auto& unit : consultation.units)
            if (!answered(unit))
                made.answers.push_back({m_words.unit(unit), {}, made.open ? Texts::tr("no answer yet") : Texts::tr("did not answer"), made.open});
        if (consultation.concluded) {
            QStringList outcome;
            if (consultation.lead)
                outcome << line(m_words.field("lead"), m_words.unit(*consultation.lead));
            if (!consultation.assists.empty())
                outcome << line(m_words.field("assists"), units(consultation.assists));
            outcome << fromStd(consultation.conclusion);
            made.answers.push_back(answer(*consultation.concluded, outcome.join(Texts::tr(" · "))));
        }
        return made;
    }

    OversightRecord told(std::size_t at) const
    {
        const auto& designation = m_case.designations[at];
        OversightRecord made{.title = m_words.operation(OperationKind::Designate), .state = m_words.unit(designation.lead)};
        made.lines << by(designation.by);
        if (!designation.assists.empty())
            made.lines << line(m_words.field("assists"), units(designation.assists));
        made.lines << line(m_words.field("reason"), fromStd(designation.reason));
        if (!designation.precedent.empty())
            made.lines << line(m_words.field("precedent"), m_words.choice("precedent", designation.precedent));
        const auto until = at + 1 < m_case.designations.size() ? m_case.designations[at + 1].by.at : Instant::max();
        for (const auto& objection : m_case.objections) // those raised while this one stood
            if (objection.by.at >= designation.by.at && objection.by.at < until)
                made.answers.push_back({m_words.unit(objection.unit), m_words.dateTime(objection.by.at), fromStd(objection.words)});
        return made;
    }

    OversightRecord told(const SpotCheck& check) const
    {
        OversightRecord made{.title = m_words.operation(OperationKind::SpotCheck), .state = m_words.choice("spotCheck.result", check.result)};
        made.lines << by(check.by);
        if (!check.words.empty())
            made.lines << fromStd(check.words);
        return made;
    }

    static QString joined(const QString& first, const QString& second) { return second.isEmpty() ? first : Texts::tr("%1: %2").arg(first, second); }

    const Case& m_case;
    const Words& m_words;
    Instant m_now;
};

} // namespace

std::vector<OversightRecord> oversightOf(const Case& c, const Words& words, Instant now)
{
    auto dated = Teller(c, words, now).all();
    std::ranges::stable_sort(dated, [](const Dated& a, const Dated& b) { return std::pair(a.record.open, a.at) > std::pair(b.record.open, b.at); });
    std::vector<OversightRecord> records;
    records.reserve(dated.size());
    for (auto& each : dated)
        records.push_back(std::move(each.record));
    return records;
}

} // namespace griddesk
