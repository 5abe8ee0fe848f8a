// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationform.h"

#include "fieldfactory.h"
#include "formrules.h"
#include "models/views/casepage/boolwords.h"
#include "models/views/casepage/rulewords.h"
#include "objectfields.h"
#include "pairdrafts.h"
#include "phrases.h"
#include "placefield.h"
#include "standardfield.h"
#include "valuejson.h"
#include "widgets/words/dutywords.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int labelWidth = 108;
constexpr int judgePauseMs = 200; ///< after the last key; short enough to be there before the hand leaves the keys

QLabel* smallLabel(QWidget* parent, const char* property)
{
    auto* label = new QLabel(parent);
    label->setProperty(property, true);
    label->setWordWrap(true);
    label->hide();
    return label;
}

} // namespace

OperationForm::OperationForm(FormContext context, QWidget* parent) : QWidget(parent), m_context(std::move(context)), m_pause(new QTimer(this))
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(judgePauseMs);
    connect(m_pause, &QTimer::timeout, this, [this] {
        judge();
        keepDraft();
    });
    m_suggestion = suggestPayload(m_context.kind, *m_context.detail, m_context.rules(), m_context.session.actor, m_context.assignment, m_context.now());
    build();
    fill(m_suggestion.payload);
    if (m_context.given)
        fill(*m_context.given);
    retranslate();
    restoreDraft();
    m_pause->start();
}

OperationForm::~OperationForm() = default;

void OperationForm::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // labels stay in sight; what is long wraps
    outer->addWidget(m_scroll);
    auto* body = new QWidget(m_scroll);
    m_scroll->setWidget(body);
    auto* box = new QVBoxLayout(body);
    box->setContentsMargins(16, 12, 16, 12);
    box->setSpacing(10);
    m_about = new QLabel(body);
    m_about->setProperty("note", true);
    m_about->setWordWrap(true);
    m_about->hide();
    m_script = new QLabel(body);
    m_script->setProperty("note", true);
    m_script->setWordWrap(true);
    m_script->hide();
    box->addWidget(m_script);
    box->addWidget(m_about);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
    box->addLayout(m_grid);
    box->addStretch(1);
    int line = 0;
    for (const auto& spec : specOf(m_context.kind).fields) {
        if (isHiddenField(m_context.kind, spec.name))
            continue;
        Row row{.spec = &spec};
        row.editor = makeField(m_context, spec, QStringLiteral("field_") + fromUtf8(spec.name), {}, body);
        row.label = new QLabel(body);
        row.label->setWordWrap(true);
        row.label->setFixedWidth(labelWidth);
        row.label->setBuddy(row.editor);
        row.label->setContentsMargins(0, 6, 0, 0);
        row.note = smallLabel(body, "small");
        row.problem = smallLabel(body, "problem");
        row.problem->setObjectName(QStringLiteral("problem_") + fromUtf8(spec.name));
        auto* right = new QVBoxLayout;
        right->setContentsMargins(0, 0, 0, 10);
        right->setSpacing(3);
        right->addWidget(row.editor);
        right->addWidget(row.note);
        right->addWidget(row.problem);
        m_grid->addWidget(row.label, line, 0, Qt::AlignTop);
        m_grid->addLayout(right, line, 1);
        ++line;
        if (auto* place = qobject_cast<PlaceField*>(row.editor))
            connect(place, &PlaceField::mapWanted, this, [this, place] {
                m_asking = place;
                Q_EMIT mapWanted();
            });
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        connect(m_rows[i].editor, &FieldEditor::edited, this, [this, i] { onEdited(m_rows[i]); });
}

void OperationForm::fill(const Value& payload)
{
    for (const auto& row : m_rows)
        if (const auto* value = payload.find(row.spec->name))
            row.editor->setValue(*value);
    showWanted();
}

void OperationForm::onEdited(const Row& row)
{
    m_touched = true;
    ++m_generation; // what the rules are saying now is about what was there before
    if (row.spec->type == FieldType::Category)
        if (auto* standards = qobject_cast<StandardField*>(editor("standard"))) {
            const auto chosen = row.editor->value();
            const auto code = chosen && chosen->text() != nullptr ? CategoryId::parse(*chosen->text()) : Result<CategoryId>(fail(ErrorCode::Syntax, {}));
            standards->setStandards(standardsOf(m_context.rules(), code ? std::optional(*code) : std::nullopt));
        }
    if (row.spec->name == "lead") {
        leaveOutOfAssists(row.editor->value());
        restOn(row.editor->value());
    }
    setProblem(row, row.editor->problem());
    if (!m_missing.empty() && row.editor->value()) // what was said to be missing is no longer true
        if (std::erase(m_missing, std::string(row.spec->name)) > 0) {
            m_refusalText.clear();
            Q_EMIT judged(m_refusalText);
        }
    showWanted();
    m_pause->start();
    Q_EMIT edited();
}

void OperationForm::leaveOutOfAssists(const std::optional<Value>& lead)
{
    auto* assists = editor("assists");
    const auto chosen = assists != nullptr ? assists->value() : std::nullopt;
    if (!lead || !chosen || chosen->list() == nullptr)
        return;
    auto others = *chosen->list();
    if (std::erase(others, *lead) > 0) // one unit does not do both
        assists->setValue(others);
}

void OperationForm::restOn(const std::optional<Value>& lead)
{
    auto* basis = editor("basis");
    const auto unit = lead && lead->text() != nullptr ? UnitId::parse(*lead->text()) : Result<UnitId>(fail(ErrorCode::Syntax, {}));
    if (basis == nullptr || !unit || basis->value() == std::optional<Value>(std::string(nameOf(Basis::Emergency))))
        return; // in an emergency the unit is settled later
    const auto grounds = groundsFor(*unit, *m_context.detail, m_suggestion);
    for (const auto* field : {"basis", "duty", "record"})
        if (const auto* value = grounds.find(field); value != nullptr && editor(field) != nullptr)
            editor(field)->setValue(*value);
}

bool OperationForm::wanted(std::string_view field, const Value& payload) const
{
    return isFieldWanted(m_context.kind, field, payload, *m_context.detail, m_suggestion, m_context.rules());
}

void OperationForm::showWanted()
{
    const auto filled = payload();
    for (const auto& row : m_rows) {
        const bool shown = wanted(row.spec->name, filled);
        row.editor->setVisible(shown);
        row.label->setVisible(shown);
        row.note->setVisible(shown && !row.note->text().isEmpty());
        if (!shown)
            row.problem->hide();
        const auto text = labelOf(*row.spec, filled);
        row.editor->setAccessibleName(text);
        row.label->setText(needed(row, filled) ? tr("%1 *").arg(text).replace(QStringLiteral(" *"), QStringLiteral("\u00a0*")) : text); // the star never stands alone in a line
    }
    showAbout(filled);
}

void OperationForm::showAbout(const Value& payload)
{
    const auto about = suggestionNote(payload);
    m_about->setText(about);
    m_about->setVisible(!about.isEmpty());
}

Value OperationForm::payload() const
{
    Value made;
    for (const auto* field : {"assignment", "clock"})
        if (const auto* value = m_suggestion.payload.find(field))
            made.set(field, *value);
    for (const auto& row : m_rows)
        if (auto value = row.editor->value())
            made.set(std::string(row.spec->name), std::move(*value));
    Value kept;
    for (const auto& [key, value] : *made.object())
        if (wanted(key, made))
            kept.set(key, value);
    return kept;
}

PersonalData OperationForm::personal() const
{
    for (const auto& row : m_rows)
        if (const auto* object = qobject_cast<ObjectField*>(row.editor); object != nullptr && row.spec->name == "reporter")
            return object->personal();
    return {};
}

std::vector<OperationDraft> OperationForm::drafts() const
{
    auto drafts = draftsOf(m_context.detail->row.id, m_context.kind, payload(), m_context.now());
    if (!drafts.empty())
        drafts.front().replaces = m_context.replaces;
    return drafts;
}

FieldEditor* OperationForm::editor(std::string_view field) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const Row& row) { return row.spec->name == field; });
    return found == m_rows.end() ? nullptr : found->editor;
}

QWidget* OperationForm::firstField() const
{
    const auto filled = payload();
    for (const auto& row : m_rows) // what still has to be said comes first
        if (needed(row, filled) && !row.editor->value() && wanted(row.spec->name, filled))
            return row.editor;
    for (const auto& row : m_rows)
        if (row.spec->name == "words")
            return row.editor;
    return m_rows.empty() ? nullptr : m_rows.front().editor;
}

bool OperationForm::needed(const Row& row, const Value& payload) const
{
    return row.spec->required || isFieldNeeded(m_context.kind, row.spec->name, payload, *m_context.detail, m_suggestion, m_context.rules());
}

QString OperationForm::problemOf(const Row& row, const Value& payload) const
{
    if (const auto own = row.editor->problem(); !own.isEmpty())
        return own;
    if (needed(row, payload) && !row.editor->value())
        return tr("“%1” is missing").arg(labelOf(*row.spec, payload));
    return {};
}

void OperationForm::setProblem(const Row& row, const QString& text)
{
    row.problem->setText(text.isEmpty() ? QString() : tr("! %1").arg(text));
    row.problem->setVisible(!text.isEmpty());
    row.editor->setInvalid(!text.isEmpty());
    row.editor->setAccessibleDescription(text);
}

bool OperationForm::validate()
{
    const auto filled = payload();
    const Row* first = nullptr;
    for (const auto& row : m_rows) {
        const auto problem = wanted(row.spec->name, filled) ? problemOf(row, filled) : QString();
        setProblem(row, problem);
        if (!problem.isEmpty() && first == nullptr)
            first = &row;
    }
    if (first == nullptr)
        return true;
    first->editor->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(first->editor);
    return false;
}

void OperationForm::judge()
{
    const int asked = ++m_generation;
    m_context.desk.commands.judge(m_context.session.actor, drafts()).then(this, [this, asked](const Result<SubmitAnswer>& answer) {
        if (asked != m_generation)
            return;
        m_refusalText.clear();
        m_missing.clear();
        if (!answer)
            m_refusalText = m_context.words.error(answer.error());
        else if (!answer->refusals.empty())
            showRefusal(answer->refusals.front().refusal);
        Q_EMIT judged(m_refusalText);
    });
}

void OperationForm::showRefusal(const Refusal& refusal)
{
    if (!m_touched && refusal.rule == RefusalRule::FieldMissing)
        return; // an empty form is not wrong yet
    m_refusalText = m_context.words.refusal(refusal);
    m_missing = refusal.missing;
    if (!m_touched || refusal.rule == RefusalRule::FieldMissing)
        return; // fields still empty carry their mark already
    for (const auto& missing : refusal.missing)
        for (const auto& row : m_rows)
            if (row.spec->name == missing && row.editor->isVisible() && row.editor->value())
                setProblem(row, m_refusalText);
}

std::string OperationForm::draftKey() const
{
    auto key = "form/" + m_context.detail->row.id.text() + '/' + std::string(nameOf(m_context.kind));
    if (m_context.assignment)
        key += ':' + m_context.assignment->text();
    if (m_context.replaces)
        key += '=' + m_context.replaces->text(); // apart from the draft of an ordinary form
    return key;
}

void OperationForm::keepDraft()
{
    if (!m_touched)
        return;
    const auto filled = payload();
    const auto json = filled == m_suggestion.payload ? QByteArray() : toDraftJson(filled);
    m_context.desk.drafts.put(draftKey(), json.toStdString());
}

void OperationForm::forgetDraft()
{
    m_touched = false;
    m_pause->stop();
    m_context.desk.drafts.put(draftKey(), {});
}

void OperationForm::restoreDraft()
{
    using Drafts = std::vector<std::pair<std::string, std::string>>;
    m_context.desk.drafts.list(draftKey()).then(this, [this](const Result<Drafts>& found) {
        if (!found || m_touched) // what is typed by now is newer
            return;
        for (const auto& [key, json] : *found)
            if (key == draftKey())
                if (const auto payload = fromDraftJson(QByteArray::fromStdString(json))) {
                    m_touched = m_restored = true;
                    fill(*payload);
                    m_pause->start();
                    Q_EMIT draftRestored();
                }
    });
}

void OperationForm::setPickedPlace(GeoPoint place)
{
    if (m_asking != nullptr)
        m_asking->setPlace(place);
    m_asking = nullptr;
}

QString OperationForm::labelOf(const FieldSpec& spec, const Value& payload) const
{
    if (spec.name == "duty" && departsFrom(payload, m_suggestion, m_context.rules()))
        return tr("Departs from item");
    if (spec.name == "reason" && m_context.kind == OperationKind::Dispatch)
        return tr("Reason for another unit");
    if (spec.name == "pass" || spec.name == "agreed" || spec.name == "overturned")
        return tr("Verdict");
    return fieldOf(m_context.words, m_context.kind, spec.name);
}

QString OperationForm::suggestionNote(const Value& payload) const
{
    const auto& words = m_context.words;
    if (const auto* lead = payload.find("lead"); lead != nullptr && lead->text() != nullptr) {
        const auto unit = UnitId::parse(*lead->text());
        if (const auto named = departsFrom(payload, m_suggestion, m_context.rules()); named && unit) // no reasons for a unit that was not chosen
            return tr("The duty list names %1, not %2. The dispatch is recorded and counted as a departure from the list: say why below, or consult the units first.")
                .arg(words.unit(*named), words.unit(*unit));
        const auto& made = m_context.detail->state.designations;
        if (payload.textOr("basis") == "designated" && unit && !made.empty() && made.back().lead == *unit)
            return tr("%1 designated %2 for this case (%3).").arg(words.account(made.back().by.account), words.unit(*unit), words.dateTime(made.back().by.at));
    }
    if (m_suggestion.emergency)
        return tr("Urgent: goes to the fallback unit of the cell at once; who owns it is settled while it is handled.");
    if (!m_suggestion.duty)
        return {};
    return words::dutySentence(*m_suggestion.duty, words);
}

void OperationForm::retranslate()
{
    for (const auto& row : m_rows) {
        row.editor->retranslate();
        if (row.spec->type == FieldType::Bool) {
            const auto question = boolWords(m_context.kind, row.spec->name).question;
            row.note->setText(question);
            row.editor->setToolTip(question);
        }
        if (row.spec->type == FieldType::Limit)
            row.note->setText(limitNote());
    }
    const auto script = scriptFor(m_context.kind, fromUtf8(m_context.detail->row.title));
    m_script->setText(script);
    m_script->setVisible(!script.isEmpty());
    showWanted();
}

QString OperationForm::limitNote() const
{
    const auto& c = m_context.detail->state;
    using K = OperationKind;
    if (!c.filing || (m_context.kind != K::Dispatch && m_context.kind != K::Redispatch && m_context.kind != K::Subdispatch && m_context.kind != K::AddAssist))
        return {};
    for (const auto& limit : c.filing->limits)
        if (limit.purpose == LimitPurpose::Restore)
            return tr("Left empty: as the standard says, %1").arg(m_context.words.limit(limit.limit));
    return {};
}

} // namespace griddesk
