// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"

#include <functional>

class QComboBox;
class QLineEdit;

namespace griddesk {

struct Limit;

/// A whole number from 0 to a largest one; empty while nothing is written.
class IntegerField : public FieldEditor {
    Q_OBJECT

public:
    IntegerField(std::int64_t maximum, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setInvalid(bool invalid) override;

private:
    QLineEdit* m_edit;
    std::int64_t m_maximum;
};

/// A time limit: a number and how it is counted. `say` gives the text of a limit for the units' names.
class LimitField : public FieldEditor {
    Q_OBJECT

public:
    LimitField(std::function<QString(const Limit&)> say, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setInvalid(bool invalid) override;
    void retranslate() override;

private:
    std::function<QString(const Limit&)> m_say;
    QLineEdit* m_amount;
    QComboBox* m_unit;
};

} // namespace griddesk
