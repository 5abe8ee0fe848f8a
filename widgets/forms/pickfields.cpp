// SPDX-License-Identifier: GPL-3.0-or-later
#include "pickfields.h"

#include "flowlayout.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

PickField::PickField(QWidget* parent, bool number) : FieldEditor(parent), m_pick(new SearchPick(this)), m_more(new QLabel(this)), m_number(number)
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    box->addWidget(m_pick);
    m_more->setProperty("small", true);
    m_more->setWordWrap(true);
    m_more->hide();
    box->addWidget(m_more);
    setFocusProxy(m_pick);
    connect(m_pick, &SearchPick::picked, this, [this] {
        describe();
        Q_EMIT edited();
    });
    connect(m_pick, &SearchPick::cleared, this, [this] {
        describe();
        Q_EMIT edited();
    });
}

void PickField::setItems(std::vector<PickItem> items)
{
    m_items = items;
    m_pick->setItems(std::move(items));
    if (!m_pick->value().isEmpty()) // the name may be another one now
        if (const auto found = std::ranges::find(m_items, m_pick->value(), &PickItem::value); found != m_items.end())
            m_pick->setValue(found->value, found->text);
}

void PickField::setName(const QString& name)
{
    setObjectName(name);
    m_pick->setObjectName(name + QStringLiteral(".edit"));
}

void PickField::setDescriber(std::function<QString(const QString&)> describer)
{
    m_describer = std::move(describer);
    describe();
}

void PickField::describe()
{
    const auto text = m_describer && !m_pick->value().isEmpty() ? m_describer(m_pick->value()) : QString();
    m_more->setText(text);
    m_more->setVisible(!text.isEmpty());
}

std::optional<Value> PickField::value() const
{
    if (m_pick->value().isEmpty())
        return std::nullopt;
    if (m_number)
        return Value(static_cast<std::int64_t>(m_pick->value().toLongLong()));
    return Value(m_pick->value().toStdString());
}

void PickField::setValue(const Value& value)
{
    QString id;
    if (value.text() != nullptr)
        id = QString::fromStdString(*value.text());
    else if (m_number && value.integer() != nullptr)
        id = QString::number(*value.integer());
    else
        return;
    const auto found = std::ranges::find(m_items, id, &PickItem::value);
    m_pick->setValue(id, found != m_items.end() ? found->text : m_namer ? m_namer(id) : id);
    describe();
}

QString PickField::problem() const { return m_pick->dangling() ? tr("Choose one from the list") : QString(); }

void PickField::setInvalid(bool invalid) { setStyleProperty(m_pick, "invalid", invalid); }

PickListField::PickListField(std::size_t maximum, QWidget* parent)
    : FieldEditor(parent), m_pick(new SearchPick(this)), m_chips(new QWidget(this)), m_maximum(maximum)
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    new FlowLayout(m_chips, 4);
    auto policy = m_chips->sizePolicy();
    policy.setHeightForWidth(true);
    m_chips->setSizePolicy(policy);
    m_chips->hide();
    box->addWidget(m_chips);
    box->addWidget(m_pick);
    m_pick->setKeepsText(false);
    setFocusProxy(m_pick);
    connect(m_pick, &SearchPick::picked, this, &PickListField::add);
}

void PickListField::setItems(std::vector<PickItem> items)
{
    m_items = items;
    m_pick->setItems(std::move(items));
    showChips();
}

void PickListField::setName(const QString& name)
{
    setObjectName(name);
    m_pick->setObjectName(name + QStringLiteral(".edit"));
}

void PickListField::add(const QString& value)
{
    if (m_values.contains(value))
        return;
    m_values << value;
    showChips();
    Q_EMIT edited();
}

void PickListField::showChips()
{
    auto* flow = m_chips->layout();
    while (auto* item = flow->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const auto& value : m_values) {
        const auto found = std::ranges::find(m_items, value, &PickItem::value);
        const auto text = found != m_items.end() ? found->text : m_namer ? m_namer(value) : value;
        auto* chip = new QPushButton(tr("%1 ×").arg(text), m_chips);
        chip->setProperty("segment", true);
        chip->setAutoDefault(false);
        chip->setAccessibleName(tr("Take %1 off").arg(text));
        chip->setObjectName(objectName() + QStringLiteral(".chip.") + value);
        connect(chip, &QPushButton::clicked, this, [this, value] {
            m_values.removeAll(value);
            m_pick->setFocus();
            showChips();
            Q_EMIT edited();
        });
        flow->addWidget(chip);
        chip->show();
    }
    m_chips->setVisible(!m_values.isEmpty());
    m_chips->updateGeometry();
}

std::optional<Value> PickListField::value() const
{
    if (m_values.isEmpty())
        return std::nullopt;
    Value::List list;
    for (const auto& value : m_values)
        list.emplace_back(value.toStdString());
    return Value(std::move(list));
}

void PickListField::setValue(const Value& value)
{
    const auto* list = value.list();
    if (list == nullptr)
        return;
    m_values.clear();
    for (const auto& item : *list)
        if (item.text() != nullptr)
            m_values << QString::fromStdString(*item.text());
    showChips();
}

QString PickListField::problem() const
{
    if (m_pick->dangling())
        return tr("Choose one from the list");
    return static_cast<std::size_t>(m_values.size()) > m_maximum ? tr("At most %1").arg(m_maximum) : QString();
}

void PickListField::setInvalid(bool invalid) { setStyleProperty(m_pick, "invalid", invalid); }

} // namespace griddesk
