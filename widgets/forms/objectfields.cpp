// SPDX-License-Identifier: GPL-3.0-or-later
#include "objectfields.h"

#include "fieldfactory.h"

#include <QFormLayout>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

std::string memberName(const FieldSpec& spec, const FieldSpec& member) { return std::string(spec.name) + '.' + std::string(member.name); }

Value collected(const std::vector<std::pair<const FieldSpec*, FieldEditor*>>& editors)
{
    Value object;
    for (const auto& [member, editor] : editors)
        if (auto value = editor->value())
            object.set(std::string(member->name), std::move(*value));
    return object;
}

QString firstProblem(const std::vector<std::pair<const FieldSpec*, FieldEditor*>>& editors)
{
    for (const auto& [member, editor] : editors)
        if (const auto problem = editor->problem(); !problem.isEmpty())
            return problem;
    return {};
}

} // namespace

ObjectField::ObjectField(const FormContext& context, const FieldSpec& spec, const QString& name, QWidget* parent)
    : FieldEditor(parent), m_context(context), m_spec(spec)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    outer->addWidget(card);
    auto* form = new QFormLayout(card);
    form->setContentsMargins(10, 8, 10, 8);
    form->setSpacing(6);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (spec.name == "reporter") {
        const auto line = [&](const char* suffix) {
            auto* edit = new QLineEdit(card);
            edit->setObjectName(name + QLatin1Char('.') + QLatin1String(suffix));
            form->addRow(new QLabel(card), edit);
            connect(edit, &QLineEdit::textEdited, this, &ObjectField::edited);
            return edit;
        };
        m_personName = line("name");
        m_phone = line("phone");
        m_room = line("room");
    }
    for (const auto& member : spec.fields()) {
        if (member.type == FieldType::Commitment)
            continue;
        auto* editor = makeField(context, member, name + QLatin1Char('.') + fromUtf8(member.name), spec.name, card);
        auto* label = new QLabel(card);
        label->setBuddy(editor);
        form->addRow(label, editor);
        m_editors.emplace_back(&member, editor);
        connect(editor, &FieldEditor::edited, this, &ObjectField::edited);
    }
    if (m_personName != nullptr)
        setFocusProxy(m_personName);
    else if (!m_editors.empty())
        setFocusProxy(m_editors.front().second);
    retranslate();
}

std::optional<Value> ObjectField::value() const
{
    auto object = collected(m_editors);
    if (object.object()->empty() && personal().empty())
        return std::nullopt;
    return object;
}

void ObjectField::setValue(const Value& value)
{
    for (const auto& [member, editor] : m_editors)
        if (const auto* inner = value.find(member->name))
            editor->setValue(*inner);
}

QString ObjectField::problem() const
{
    if (const auto found = firstProblem(m_editors); !found.isEmpty())
        return found;
    if (!value())
        return {};
    for (const auto& [member, editor] : m_editors)
        if (member->required && !editor->value())
            return tr("“%1” is missing").arg(m_context.words.field(memberName(m_spec, *member)));
    return {};
}

void ObjectField::setInvalid(bool invalid)
{
    for (const auto& [member, editor] : m_editors)
        editor->setInvalid(invalid && ((member->required && !editor->value()) || !editor->problem().isEmpty()));
}

void ObjectField::retranslate()
{
    const auto labelOf = [](QWidget* editor) {
        auto* form = qobject_cast<QFormLayout*>(editor->parentWidget()->layout());
        return form == nullptr ? nullptr : qobject_cast<QLabel*>(form->labelForField(editor));
    };
    for (const auto& [edit, text] : {std::pair{m_personName, tr("Name")}, std::pair{m_phone, tr("Telephone")}, std::pair{m_room, tr("Room")}})
        if (edit != nullptr) {
            labelOf(edit)->setText(text);
            edit->setPlaceholderText(tr("sealed; shown only on request"));
            edit->setAccessibleName(text);
        }
    for (const auto& [member, editor] : m_editors) {
        const auto text = m_context.words.field(memberName(m_spec, *member));
        if (auto* label = labelOf(editor))
            label->setText(member->required ? tr("%1 *").arg(text) : text);
        editor->setAccessibleName(text);
        editor->retranslate();
    }
}

PersonalData ObjectField::personal() const
{
    if (m_personName == nullptr)
        return {};
    return {m_personName->text().trimmed().toStdString(), m_phone->text().trimmed().toStdString(), m_room->text().trimmed().toStdString()};
}

ObjectsField::ObjectsField(const FormContext& context, const FieldSpec& spec, const QString& name, QWidget* parent)
    : FieldEditor(parent), m_context(context), m_spec(spec), m_list(new QVBoxLayout), m_add(new QPushButton(this))
{
    setObjectName(name);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    box->addLayout(m_list);
    m_add->setObjectName(name + QStringLiteral(".add"));
    m_add->setAutoDefault(false);
    box->addWidget(m_add, 0, Qt::AlignLeft);
    setFocusProxy(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto& line = addLine();
        if (!line.editors.empty())
            line.editors.front().second->setFocus();
        Q_EMIT edited();
    });
    if (spec.required)
        addLine();
    retranslate();
}

ObjectsField::Line& ObjectsField::addLine()
{
    Line line;
    line.widget = new QWidget(this);
    auto* row = new QHBoxLayout(line.widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    for (const auto& member : m_spec.fields()) {
        if (member.type == FieldType::Commitment)
            continue;
        auto* editor = makeField(m_context, member, objectName() + QStringLiteral(".%1.%2").arg(m_lines.size()).arg(fromUtf8(member.name)), m_spec.name, line.widget);
        const auto text = m_context.words.field(memberName(m_spec, member));
        editor->setAccessibleName(text);
        if (auto* edit = editor->findChild<QLineEdit*>())
            edit->setPlaceholderText(text);
        row->addWidget(editor, 1, Qt::AlignTop);
        line.editors.emplace_back(&member, editor);
        connect(editor, &FieldEditor::edited, this, &ObjectsField::edited);
    }
    auto* off = new QPushButton(QStringLiteral("×"), line.widget);
    off->setProperty("flat", true);
    off->setAutoDefault(false);
    off->setAccessibleName(tr("Take this line off"));
    row->addWidget(off, 0, Qt::AlignTop);
    connect(off, &QPushButton::clicked, this, [this, widget = line.widget] {
        std::erase_if(m_lines, [widget](const Line& l) { return l.widget == widget; });
        widget->deleteLater();
        m_add->setFocus();
        Q_EMIT edited();
    });
    m_list->addWidget(line.widget);
    m_lines.push_back(std::move(line));
    return m_lines.back();
}

std::optional<Value> ObjectsField::value() const
{
    Value::List list;
    for (const auto& line : m_lines)
        if (auto object = collected(line.editors); !object.object()->empty())
            list.push_back(std::move(object));
    return list.empty() ? std::nullopt : std::optional<Value>(std::move(list));
}

void ObjectsField::setValue(const Value& value)
{
    const auto* list = value.list();
    if (list == nullptr)
        return;
    for (const auto& line : m_lines)
        line.widget->deleteLater();
    m_lines.clear();
    for (const auto& object : *list)
        for (const auto& [member, editor] : addLine().editors)
            if (const auto* inner = object.find(member->name))
                editor->setValue(*inner);
}

QString ObjectsField::problem() const
{
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto& editors = m_lines[i].editors;
        if (const auto found = firstProblem(editors); !found.isEmpty())
            return tr("Line %1: %2").arg(i + 1).arg(found);
        if (collected(editors).object()->empty())
            continue;
        for (const auto& [member, editor] : editors)
            if (member->required && !editor->value())
                return tr("Line %1: “%2” is missing").arg(i + 1).arg(m_context.words.field(memberName(m_spec, *member)));
    }
    return m_lines.size() > m_spec.limit() ? tr("At most %1 lines").arg(m_spec.limit()) : QString();
}

void ObjectsField::retranslate() { m_add->setText(tr("Add a line")); }

} // namespace griddesk
