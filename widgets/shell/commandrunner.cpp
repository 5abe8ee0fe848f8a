// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandrunner.h"

#include "models/views/tables/bulkdrafts.h"

#include <array>
#include <utility>

namespace griddesk {

namespace {

/// Bases of a dispatch by the words people type.
constexpr std::array<std::pair<const char*, const char*>, 8> bases{{{"法定", "statutory"},
                                                                    {"商定", "negotiated"},
                                                                    {"指定", "designated"},
                                                                    {"应急先行", "emergency"},
                                                                    {"statutory", "statutory"},
                                                                    {"negotiated", "negotiated"},
                                                                    {"designated", "designated"},
                                                                    {"emergency", "emergency"}}};

} // namespace

CommandRunner::CommandRunner(const Desk& desk, const Words& words, QObject* parent) : QObject(parent), m_desk(desk), m_words(words) {}

std::vector<CommandVerb> CommandRunner::verbs()
{
    const auto list = [](std::initializer_list<const char*> words) {
        QStringList found;
        for (const auto* word : words)
            found << QString::fromUtf8(word);
        return found;
    };
    return {
        {QStringLiteral("dispatch"),
         list({"派", "派单", "dispatch", "pai"}),
         {{QStringLiteral("case"), list({"案", "案件", "case", "an"}), true},
          {QStringLiteral("unit"), list({"单位", "unit", "danwei"}), true},
          {QStringLiteral("basis"), list({"依据", "basis", "yiju"}), false},
          {QStringLiteral("reason"), list({"理由", "reason", "liyou"}), false}},
         false},
        {QStringLiteral("case"), list({"案件", "case", "anjian"}), {}, true},
        {QStringLiteral("go"), list({"去", "go", "qu"}), {}, true},
    };
}

bool CommandRunner::run(const CommandLine& line)
{
    if (line.verb == QLatin1String("dispatch"))
        dispatch(line);
    else if (line.verb == QLatin1String("case"))
        openCase(line.rest);
    else if (line.verb == QLatin1String("go"))
        go(line.rest);
    else
        return false;
    return true;
}

QStringList CommandRunner::values(const QString& field, const QString& prefix) const
{
    QStringList found;
    if (field == QLatin1String("basis"))
        for (const auto& [word, name] : bases)
            if (const auto text = QString::fromUtf8(word); text.startsWith(prefix, Qt::CaseInsensitive))
                found << text;
    if (field == QLatin1String("unit") && m_session.rules)
        for (const auto& [id, unit] : m_session.rules->units) {
            const auto name = QString::fromStdString(unit.name);
            if (id != m_session.rules->centre && unit.level == 1
                && (name.contains(prefix, Qt::CaseInsensitive) || QString::fromStdString(id.text()).startsWith(prefix, Qt::CaseInsensitive)))
                found << name;
        }
    return found;
}

std::optional<UnitId> CommandRunner::unitNamed(const QString& name) const
{
    if (!m_session.rules)
        return std::nullopt;
    std::optional<UnitId> part;
    for (const auto& [id, unit] : m_session.rules->units) {
        const auto full = QString::fromStdString(unit.name);
        if (full == name || QString::fromStdString(id.text()).compare(name, Qt::CaseInsensitive) == 0)
            return id;
        if (!part && full.contains(name, Qt::CaseInsensitive))
            part = id;
    }
    return part;
}

void CommandRunner::withCase(const QString& number, std::function<void(const CaseRow&)> then)
{
    const auto generation = ++m_generation;
    const auto trouble = [this, number](const QString& why) { Q_EMIT refused(tr("Case %1").arg(number), why); };
    if (number.isEmpty()) {
        trouble(tr("Type the number of a case, or its last digits."));
        return;
    }
    m_desk.queries.find(number.toStdString())
        .then(this, [this, generation, trouble, then = std::move(then)](Result<std::vector<CaseKey>> keys) {
            if (generation != m_generation)
                return;
            if (!keys)
                trouble(m_words.error(keys.error()));
            else if (keys->empty())
                trouble(tr("No case has this number. Try more digits, or search by words."));
            else if (keys->size() > 1)
                trouble(tr("%n case(s) end with these digits. Type more of them.", nullptr, static_cast<int>(keys->size())));
            else
                m_desk.queries.rows(std::move(*keys)).then(this, [this, generation, trouble, then](Result<std::vector<std::pair<CaseKey, CaseRow>>> rows) {
                    if (generation != m_generation)
                        return;
                    if (!rows)
                        trouble(m_words.error(rows.error()));
                    else if (!rows->empty())
                        then(rows->front().second);
                });
        });
}

void CommandRunner::openCase(const QString& number)
{
    withCase(number, [this](const CaseRow& row) { Q_EMIT caseFound(row.id); });
}

void CommandRunner::go(const QString& where)
{
    if (const auto code = AreaCode::parse(where.toStdString()))
        if (const auto place = m_desk.places.centreOf(*code)) {
            Q_EMIT placeFound(*place, m_words.area(*code));
            return;
        }
    const auto found = m_desk.places.find(where.toStdString(), 1);
    if (found.empty())
        Q_EMIT refused(tr("Go to %1").arg(where), tr("No such area, street or crossing. Type a grid code or part of a name."));
    else
        Q_EMIT placeFound(found.front().place, QString::fromStdString(found.front().name));
}

void CommandRunner::dispatch(const CommandLine& line)
{
    const auto name = line.fields.value(QStringLiteral("unit"));
    const auto unit = unitNamed(name);
    if (!unit) {
        Q_EMIT refused(tr("Dispatch"), tr("There is no unit called %1.").arg(name));
        return;
    }
    const auto typed = line.fields.value(QStringLiteral("basis"), QStringLiteral("statutory"));
    QString basis;
    for (const auto& [word, value] : bases)
        if (typed.compare(QString::fromUtf8(word), Qt::CaseInsensitive) == 0)
            basis = QString::fromLatin1(value);
    if (basis.isEmpty()) {
        Q_EMIT refused(tr("Dispatch"), tr("%1 is not a basis. Use statutory, negotiated, designated or emergency.").arg(typed));
        return;
    }
    withCase(line.fields.value(QStringLiteral("case")),
             [this, unit = *unit, basis, reason = line.fields.value(QStringLiteral("reason"))](const CaseRow& row) {
                 submitDispatch(row, unit, basis, reason);
             });
}

void CommandRunner::submitDispatch(const CaseRow& row, const UnitId& unit, const QString& basis, const QString& reason)
{
    auto draft = m_session.rules ? statutoryDispatch(row, *m_session.rules, unit, reason.toStdString(), m_desk.clock.now())
                                 : OperationDraft{.caseId = row.id, .kind = OperationKind::Dispatch, .payload = {}, .pairId = {}};
    if (basis != QLatin1String("statutory")) {
        Value payload;
        payload.set("lead", unit.text()).set("basis", basis.toStdString());
        if (!reason.isEmpty())
            payload.set("reason", reason.toStdString());
        draft.payload = std::move(payload);
    }
    const auto what = tr("Dispatch %1 to %2").arg(QString::fromStdString(row.number.empty() ? row.localNumber : row.number), m_words.unit(unit));
    m_desk.commands.submit(m_session.actor, {std::move(draft)}).then(this, [this, what](Result<SubmitAnswer> answer) {
        if (!answer)
            Q_EMIT refused(what, m_words.error(answer.error()));
        else if (!answer->saved())
            Q_EMIT refused(what, answer->refusals.empty() ? QString() : m_words.refusal(answer->refusals.front().refusal));
        else
            Q_EMIT saved(what, *answer);
    });
}

} // namespace griddesk
