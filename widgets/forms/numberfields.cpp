// SPDX-License-Identifier: GPL-3.0-or-later
#include "numberfields.h"

#include "models/core/limit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <array>

namespace griddesk {

namespace {
constexpr std::array units{LimitUnit::WorkingHours, LimitUnit::UrgentHours, LimitUnit::WorkingDaysRolling, LimitUnit::WorkingDaysWhole, LimitUnit::NaturalDays};
}

IntegerField::IntegerField(std::int64_t maximum, QWidget* parent) : FieldEditor(parent), m_edit(new QLineEdit(this)), m_maximum(maximum)
{
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_edit->setMaximumWidth(140);
    m_edit->setAlignment(Qt::AlignRight);
    m_edit->setInputMethodHints(Qt::ImhDigitsOnly);
    box->addWidget(m_edit);
    box->addStretch(1);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &IntegerField::edited);
}

std::optional<Value> IntegerField::value() const
{
    bool fits = false;
    const auto number = m_edit->text().trimmed().toLongLong(&fits);
    return fits ? std::optional<Value>(static_cast<std::int64_t>(number)) : std::nullopt;
}

void IntegerField::setValue(const Value& value)
{
    if (const auto* number = value.integer())
        m_edit->setText(QString::number(*number));
}

QString IntegerField::problem() const
{
    if (m_edit->text().trimmed().isEmpty())
        return {};
    const auto number = value();
    if (!number || *number->integer() < 0 || *number->integer() > m_maximum)
        return tr("A whole number from 0 to %1").arg(m_maximum);
    return {};
}

void IntegerField::setInvalid(bool invalid) { setStyleProperty(m_edit, "invalid", invalid); }

LimitField::LimitField(std::function<QString(const Limit&)> say, QWidget* parent)
    : FieldEditor(parent), m_say(std::move(say)), m_amount(new QLineEdit(this)), m_unit(new QComboBox(this))
{
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_amount->setMaximumWidth(80);
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setInputMethodHints(Qt::ImhDigitsOnly);
    box->addWidget(m_amount);
    box->addWidget(m_unit);
    box->addStretch(1);
    setFocusProxy(m_amount);
    for (const auto unit : units)
        m_unit->addItem(QString(), static_cast<int>(unit));
    retranslate();
    connect(m_amount, &QLineEdit::textEdited, this, &LimitField::edited);
    connect(m_unit, &QComboBox::activated, this, &LimitField::edited);
}

std::optional<Value> LimitField::value() const
{
    bool fits = false;
    const auto amount = m_amount->text().trimmed().toLongLong(&fits);
    if (!fits || amount <= 0)
        return std::nullopt;
    return Value(formatLimit({static_cast<LimitUnit>(m_unit->currentData().toInt()), amount}));
}

void LimitField::setValue(const Value& value)
{
    const auto limit = value.text() != nullptr ? parseLimit(*value.text()) : Result<Limit>(fail(ErrorCode::WrongType, {}));
    if (!limit || limit->unit == LimitUnit::Stated)
        return;
    m_amount->setText(QString::number(limit->amount));
    m_unit->setCurrentIndex(m_unit->findData(static_cast<int>(limit->unit)));
}

QString LimitField::problem() const
{
    if (m_amount->text().trimmed().isEmpty())
        return {};
    const auto most = maximumAmount(static_cast<LimitUnit>(m_unit->currentData().toInt()));
    const auto limit = value();
    if (!limit || !parseLimit(*limit->text()))
        return tr("A whole number from 1 to %1").arg(most);
    return {};
}

void LimitField::setInvalid(bool invalid) { setStyleProperty(m_amount, "invalid", invalid); }

void LimitField::retranslate()
{
    // The name of a unit is what stands behind the number in the text of a limit.
    for (int i = 0; i < m_unit->count(); ++i) {
        auto text = m_say({static_cast<LimitUnit>(m_unit->itemData(i).toInt()), 2});
        if (const auto number = text.indexOf(QLatin1Char('2')); number >= 0)
            text.remove(number, 1);
        m_unit->setItemText(i, text.trimmed());
    }
}

} // namespace griddesk
