// SPDX-License-Identifier: GPL-3.0-or-later
#include "choicefields.h"

#include "segments.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace griddesk {

namespace {
constexpr std::size_t mostSegments = 7;
}

ChoiceField::ChoiceField(std::vector<std::string> values, std::function<QString(const std::string&)> say, bool required, QWidget* parent)
    : FieldEditor(parent), m_values(std::move(values)), m_say(std::move(say))
{
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    if (m_values.size() <= mostSegments) {
        m_segments = new Segments(this);
        m_segments->setMustHold(required);
        box->addWidget(m_segments, 1);
        connect(m_segments, &Segments::chosen, this, &ChoiceField::edited);
    } else {
        m_box = new QComboBox(this);
        m_box->addItem(QString(), QString());
        for (const auto& value : m_values)
            m_box->addItem(m_say(value), QString::fromStdString(value));
        setFocusProxy(m_box);
        box->addWidget(m_box);
        box->addStretch(1);
        connect(m_box, &QComboBox::activated, this, &ChoiceField::edited);
    }
    setName(QString());
}

void ChoiceField::setName(const QString& name)
{
    setObjectName(name);
    if (m_box != nullptr) {
        m_box->setObjectName(name + QStringLiteral(".box"));
        return;
    }
    const auto held = m_segments->value();
    m_segments->setObjectName(name);
    std::vector<std::pair<QString, QString>> items;
    for (const auto& value : m_values)
        items.emplace_back(QString::fromStdString(value), m_say(value));
    m_segments->setItems(items);
    m_segments->setValue(held);
    m_segments->setObjectName(name + QStringLiteral(".segments"));
    if (!m_values.empty())
        setFocusProxy(m_segments->button(QString::fromStdString(m_values.front())));
}

bool ChoiceField::known(const std::string& value) const { return std::ranges::find(m_values, value) != m_values.end(); }

std::optional<Value> ChoiceField::value() const
{
    const auto held = m_segments != nullptr ? m_segments->value() : m_box->currentData().toString();
    return held.isEmpty() ? std::nullopt : std::optional<Value>(held.toStdString());
}

void ChoiceField::setValue(const Value& value)
{
    const auto* text = value.text();
    if (text == nullptr || (!known(*text) && !text->empty()))
        return;
    if (m_segments != nullptr)
        m_segments->setValue(QString::fromStdString(*text));
    else
        m_box->setCurrentIndex(m_box->findData(QString::fromStdString(*text)));
}

void ChoiceField::setInvalid(bool invalid)
{
    if (m_box != nullptr)
        setStyleProperty(m_box, "invalid", invalid);
}

void ChoiceField::retranslate()
{
    if (m_segments != nullptr) {
        std::vector<QString> texts;
        for (const auto& value : m_values)
            texts.push_back(m_say(value));
        m_segments->setTexts(texts);
    } else {
        for (int i = 1; i < m_box->count(); ++i)
            m_box->setItemText(i, m_say(m_box->itemData(i).toString().toStdString()));
    }
}

BoolField::BoolField(std::function<std::pair<QString, QString>()> yesAndNo, QWidget* parent)
    : FieldEditor(parent), m_say(std::move(yesAndNo)), m_segments(new Segments(this))
{
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_segments, 1);
    connect(m_segments, &Segments::chosen, this, &BoolField::edited);
    setName(QString());
}

void BoolField::setName(const QString& name)
{
    setObjectName(name);
    const auto held = m_segments->value();
    m_segments->setObjectName(name);
    const auto [yes, no] = m_say();
    m_segments->setItems({{QStringLiteral("true"), yes}, {QStringLiteral("false"), no}});
    m_segments->setValue(held);
    m_segments->setObjectName(name + QStringLiteral(".segments"));
    setFocusProxy(m_segments->button(QStringLiteral("true")));
}

std::optional<Value> BoolField::value() const
{
    const auto held = m_segments->value();
    return held.isEmpty() ? std::nullopt : std::optional<Value>(held == QLatin1String("true"));
}

void BoolField::setValue(const Value& value)
{
    if (const auto* flag = value.boolean())
        m_segments->setValue(*flag ? QStringLiteral("true") : QStringLiteral("false"));
}

void BoolField::retranslate()
{
    const auto [yes, no] = m_say();
    m_segments->setTexts({yes, no});
}

} // namespace griddesk
