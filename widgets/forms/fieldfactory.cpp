// SPDX-License-Identifier: GPL-3.0-or-later
#include "fieldfactory.h"

#include "choicefields.h"
#include "evidencefield.h"
#include "models/core/categories.h"
#include "models/core/rulesnames.h"
#include "models/core/roster.h"
#include "models/views/casepage/boolwords.h"
#include "models/views/casepage/rulewords.h"
#include "models/views/casepage/suggestions.h"
#include "models/views/casestage.h"
#include "momentfield.h"
#include "numberfields.h"
#include "objectfields.h"
#include "phrases.h"
#include "pickfields.h"
#include "placefield.h"
#include "standardfield.h"
#include "textfields.h"
#include "widgets/words/phrases.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(griddesk::FieldFactory)
};

/// Unit, who is on, and its load once the answer comes.
std::vector<PickItem> unitItems(const FormContext& context, const std::map<UnitId, std::pair<std::int64_t, std::int64_t>>& loads)
{
    std::vector<PickItem> items;
    for (const auto& id : unitCandidates(context.kind, context.rules(), *context.detail, context.session.actor, context.now())) {
        QStringList detail;
        if (const auto load = loads.find(id); load != loads.end())
            detail << (load->second.second > 0 ? Texts::tr("%1 open, %2 overdue").arg(load->second.first).arg(load->second.second) : Texts::tr("%1 open").arg(load->second.first));
        const auto on = whoIsOn(context.rules(), id, context.now());
        if (!on.empty())
            detail << (on.size() > 1 ? Texts::tr("on duty %1 +%2").arg(context.words.account(on.front().account)).arg(on.size() - 1)
                                     : Texts::tr("on duty %1").arg(context.words.account(on.front().account)));
        items.push_back({QString::fromStdString(id.text()), context.words.unit(id), detail.join(QStringLiteral(" · ")), {}, 0});
    }
    return items;
}

template <typename Field>
Field* unitField(const FormContext& context, Field* field)
{
    field->setNamer([&words = context.words](const QString& id) {
        const auto unit = UnitId::parse(id.toStdString());
        return unit ? words.unit(*unit) : id;
    });
    field->setItems(unitItems(context, {}));
    field->pick()->setPlaceholderText(Texts::tr("Search a unit"));
    context.desk.queries.unitLoads(context.now()).then(field, [field, &context](const Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>>& loads) {
        if (loads)
            field->setItems(unitItems(context, *loads));
    });
    return field;
}

void addBranch(std::vector<PickItem>& items, const CategoryTree& tree, const std::optional<CategoryId>& above, int depth)
{
    for (const auto* category : tree.children(above)) {
        const bool leaf = tree.isLeaf(category->code);
        items.push_back({leaf ? QString::fromStdString(category->code.text()) : QString(), fromUtf8(category->name),
                         leaf ? QString::fromStdString(category->code.text()) : QString(), fromUtf8(category->pinyin), depth});
        if (!leaf)
            addBranch(items, tree, category->code, depth + 1);
    }
}

QString categoryNote(const FormContext& context, const QString& value)
{
    const auto code = CategoryId::parse(value.toStdString());
    const auto found = code ? context.rules().categories.find(*code) : context.rules().categories.end();
    if (found == context.rules().categories.end())
        return {};
    QStringList lines;
    QStringList path;
    for (auto above = found->second.parent; above;) {
        const auto up = context.rules().categories.find(*above);
        if (up == context.rules().categories.end())
            break;
        path.prepend(fromUtf8(up->second.name));
        above = up->second.parent;
    }
    if (!path.isEmpty())
        lines << path.join(QStringLiteral(" › "));
    for (const auto& standard : found->second.standards) {
        QStringList limits;
        for (const auto& limit : standard.limits)
            limits << context.words.limit(limit.limit);
        lines << Texts::tr("%1 → %2 (%3)").arg(fromUtf8(standard.filing), fromUtf8(standard.closing), limits.join(QStringLiteral(", ")));
    }
    return lines.join(QLatin1Char('\n'));
}

FieldEditor* categoryField(const FormContext& context, QWidget* parent)
{
    auto* field = new PickField(parent);
    std::vector<PickItem> items;
    addBranch(items, CategoryTree(context.rules()), {}, 0);
    field->setItems(std::move(items));
    field->pick()->setPlaceholderText(Texts::tr("Name, code or pinyin initials"));
    field->setNamer([&words = context.words](const QString& id) {
        const auto code = CategoryId::parse(id.toStdString());
        return code ? words.category(*code) : id;
    });
    field->setDescriber([&context](const QString& value) { return categoryNote(context, value); });
    return field;
}

FieldEditor* accountField(const FormContext& context, QWidget* parent)
{
    auto* field = new PickField(parent);
    std::vector<PickItem> items;
    for (const auto& id : accountCandidates(context.kind, context.rules(), *context.detail, context.assignment, context.now())) {
        QStringList posts;
        for (const auto& post : postsOf(context.rules(), id, context.now()))
            posts << context.words.post(post);
        items.push_back({QString::fromStdString(id.text()), context.words.account(id), posts.join(QStringLiteral(", ")), {}, 0});
    }
    field->setItems(std::move(items));
    field->setNamer([&words = context.words](const QString& id) {
        const auto account = AccountId::parse(id.toStdString());
        return account ? words.account(*account) : id;
    });
    field->pick()->setPlaceholderText(Texts::tr("Search a person"));
    return field;
}

FieldEditor* areaField(const FormContext& context, QWidget* parent)
{
    auto* field = new PickField(parent);
    std::vector<PickItem> items;
    for (const auto& [code, area] : context.rules().areas)
        if (area.valid.holds(context.now()))
            items.push_back({QString::fromStdString(code.text()), fromUtf8(area.name), context.words.areaLevel(area.level) + QStringLiteral(" · ") + QString::fromStdString(code.text()), {}, 0});
    field->setItems(std::move(items));
    field->setNamer([&words = context.words](const QString& id) {
        const auto code = AreaCode::parse(id.toStdString());
        return code ? words.area(*code) : id;
    });
    field->pick()->setPlaceholderText(Texts::tr("Name or code"));
    return field;
}

/// Another case by any of its numbers.
FieldEditor* caseField(const FormContext& context, QWidget* parent)
{
    auto* field = new PickField(parent);
    auto* pick = field->pick();
    pick->setExternal(true);
    pick->setPlaceholderText(Texts::tr("Number of the other case, or its last digits"));
    auto generation = std::make_shared<int>(0);
    QObject::connect(pick, &SearchPick::typed, field, [field, pick, &context, generation](const QString& number) {
        const int asked = ++*generation;
        if (number.size() < 3) {
            pick->setResults({});
            return;
        }
        auto& queries = context.desk.queries;
        queries.find(number.toStdString()).then(field, [&queries, field, pick, &context, generation, asked](const Result<std::vector<CaseKey>>& keys) {
            if (!keys || asked != *generation)
                return;
            queries.rows(*keys).then(field, [pick, &context, generation, asked](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
                if (!rows || asked != *generation)
                    return;
                std::vector<PickItem> items;
                for (const auto& [key, row] : *rows)
                    if (row.id != context.detail->row.id)
                        items.push_back({QString::fromStdString(row.id.text()),
                                         QString::fromStdString(row.number.empty() ? row.localNumber : row.number) + QStringLiteral("  ") + fromUtf8(row.title),
                                         stageWord(row, context.words), {}, 0});
                pick->setResults(items);
            });
        });
    });
    return field;
}

/// Items of the duty list that cover the case.
FieldEditor* dutyField(const FormContext& context, QWidget* parent)
{
    auto* field = new PickField(parent);
    std::vector<PickItem> items;
    for (const auto& [id, item] : context.rules().duties)
        if (context.detail->state.category && item.valid.holds(context.now()) && isWithin(context.rules(), *context.detail->state.category, item.category))
            items.push_back({QString::fromStdString(id.text()), Texts::tr("%1 · %2").arg(dutyText(&context.rules(), context.words, id), context.words.unit(item.lead)), fromUtf8(item.basis), {}, 0});
    field->setNamer([&context](const QString& value) {
        const auto id = DutyId::parse(value.toStdString());
        return id ? dutyText(&context.rules(), context.words, *id) : value;
    });
    field->setItems(std::move(items));
    field->pick()->setPlaceholderText(Texts::tr("Item of the duty list"));
    return field;
}

bool isDesignation(const FormContext& context, const std::string& id)
{
    return std::ranges::find(context.detail->state.designations, id, &Designation::id) != context.detail->state.designations.end();
}

bool isOutsideOrder(const FormContext& context, const std::string& number)
{
    return std::ranges::find(context.detail->state.orders, number, &ExternalOrder::number) != context.detail->state.orders.end();
}

/// Records of the case by what they are about, who made them and when; their numbers mean nothing to people. An order of
/// an outside system is known by its number.
FieldEditor* recordField(const FormContext& context, const FieldSpec& spec, const std::vector<RecordChoice>& records, QWidget* parent)
{
    auto* field = new PickField(parent, spec.type == FieldType::Integer);
        std::vector<PickItem> items;
    std::map<QString, QString> whole;
    for (const auto& record : records) {
        const auto value = QString::fromStdString(record.value);
        const auto about = fromUtf8(record.text).simplified();
        QStringList parts;
        if (record.by) {
            const auto who = words::noted(context.words.account(record.by->account), context.words.post(record.by->post));
            parts << (isDesignation(context, record.value) ? Texts::tr("Designated by %1").arg(who) : Texts::tr("Concluded by %1").arg(who)) << context.words.dateTime(record.by->at);
            whole.insert_or_assign(value, about);
        } else if (spec.name == "order" && isOutsideOrder(context, record.value)) {
            parts << value;
        }
        if (!about.isEmpty() && !record.by)
            parts << about.left(60);
        items.push_back({value, parts.isEmpty() ? value : parts.join(QStringLiteral(" · ")), record.by ? about : QString(), {}, 0});
    }
    field->setItems(std::move(items));
    field->setDescriber([whole = std::move(whole)](const QString& value) {
        const auto found = whole.find(value);
        return found == whole.end() ? QString() : found->second; // below the line, which is too short for both
    });
    return field;
}

FieldEditor* lineField(const FormContext& context, const FieldSpec& spec, std::string_view group, QWidget* parent)
{
    if (group.empty()) {
        if (spec.name == "duty")
            return dutyField(context, parent);
        if (const auto records = recordChoices(context.kind, spec.name, context.detail->state))
            return recordField(context, spec, *records, parent);
    }
    if (spec.type == FieldType::Integer)
        return new IntegerField(static_cast<std::int64_t>(spec.limit()), parent);
    auto* line = new LineField(spec.limit(), spec.type == FieldType::Commitment, parent);
    line->setPlaceholder(hintFor(context.kind, spec.name));
    return line;
}

/// What the rules refuse in any case is not offered.
bool isOffered(OperationKind kind, std::string_view field, std::string_view choice)
{
    if (kind == OperationKind::Reject)
        return choice != "danger"; // never a reason
    if (kind == OperationKind::Answer && field == "demandType")
        return choice == "consult" || choice == "suggestion" || choice == "praise";
    return true;
}

FieldEditor* choiceField(const FormContext& context, const FieldSpec& spec, std::string_view group, QWidget* parent)
{
    std::vector<std::string> values;
    for (const auto choice : spec.choices)
        if (isOffered(context.kind, spec.name, choice))
            values.emplace_back(choice);
    const auto field = group.empty() ? std::string(spec.name) : std::string(group) + '.' + std::string(spec.name);
    return new ChoiceField(std::move(values), [&words = context.words, kind = context.kind, field](const std::string& value) { return words.choiceOf(kind, field, value); },
                           spec.required, parent);
}

FieldEditor* made(const FormContext& context, const FieldSpec& spec, const QString& name, std::string_view group, QWidget* parent)
{
    const auto& words = context.words;
    switch (spec.type) {
    case FieldType::Bool:
        return new BoolField([kind = context.kind, field = std::string(spec.name)] {
            const auto texts = boolWords(kind, field);
            return std::pair(texts.yes, texts.no);
        }, parent);
    case FieldType::Words: {
        auto* field = new WordsField(spec.limit(), false, parent);
        field->setPhrases(phrasesFor(context.kind, spec.name));
        field->setPlaceholder(hintFor(context.kind, spec.name));
        return field;
    }
    case FieldType::Texts: return new WordsField(spec.limit() * 600, true, parent);
    case FieldType::Moment: {
        const auto calendar = context.rules().calendars.find(context.rules().calendar);
        return new MomentField(calendar == context.rules().calendars.end() ? nullptr : calendar->second, [&context] { return context.now(); }, parent);
    }
    case FieldType::Place: return new PlaceField(context, parent);
    case FieldType::Case: return caseField(context, parent);
    case FieldType::Area: return areaField(context, parent);
    case FieldType::Unit: return unitField(context, new PickField(parent));
    case FieldType::Units: return unitField(context, new PickListField(spec.limit(), parent));
    case FieldType::Account: return accountField(context, parent);
    case FieldType::Category: return categoryField(context, parent);
    case FieldType::Standard: {
        auto* field = new StandardField([&words](const Limit& limit) { return words.limit(limit); }, [&words](Urgency urgency) { return words.urgency(urgency); }, parent);
        field->setName(name);
        field->setStandards(standardsOf(context.rules(), context.detail->state.category));
        return field;
    }
    case FieldType::Limit: return new LimitField([&words](const Limit& limit) { return words.limit(limit); }, parent);
    case FieldType::Choice: return choiceField(context, spec, group, parent);
    case FieldType::Evidence: return new EvidenceField(context, spec.limit(), parent);
    case FieldType::Object: return new ObjectField(context, spec, name, parent);
    case FieldType::Objects: return new ObjectsField(context, spec, name, parent);
    case FieldType::Integer:
    case FieldType::Line:
    case FieldType::Assignment:
    case FieldType::Commitment: return lineField(context, spec, group, parent);
    }
    return lineField(context, spec, group, parent);
}

} // namespace

FieldEditor* makeField(const FormContext& context, const FieldSpec& spec, const QString& name, std::string_view group, QWidget* parent)
{
    auto* field = made(context, spec, name, group, parent);
    field->setObjectName(name);
    if (auto* choice = qobject_cast<ChoiceField*>(field))
        choice->setName(name);
    else if (auto* flag = qobject_cast<BoolField*>(field))
        flag->setName(name);
    else if (auto* pick = qobject_cast<PickField*>(field))
        pick->setName(name);
    else if (auto* list = qobject_cast<PickListField*>(field))
        list->setName(name);
    else if (auto* moment = qobject_cast<MomentField*>(field))
        moment->setName(name);
    else if (auto* place = qobject_cast<PlaceField*>(field))
        place->setName(name);
    else if (auto* evidence = qobject_cast<EvidenceField*>(field))
        evidence->setName(name);
    return field;
}

bool isHiddenField(OperationKind kind, std::string_view field)
{
    static constexpr std::array<std::string_view, 8> names{"assignment", "sourceHash", "sourceText", "localNumber", "clock", "rung", "clockDisorder", "sourceOnTime"};
    if (std::ranges::find(names, field) != names.end())
        return true;
    if (kind == OperationKind::SuperviseOrder && field == "number")
        return true; // given by the authority
    return kind == OperationKind::Split && (field == "side" || field == "other"); // both follow from what a split is
}

} // namespace griddesk
