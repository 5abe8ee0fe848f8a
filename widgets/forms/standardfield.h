// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "models/core/rules.h"

#include <functional>

class QButtonGroup;
class QLabel;

namespace griddesk {

/// The standards of a category as a list to choose from, each with its filing condition, limits and closing condition.
class StandardField : public FieldEditor {
    Q_OBJECT

public:
    StandardField(std::function<QString(const Limit&)> sayLimit, std::function<QString(Urgency)> sayUrgency, QWidget* parent);
    /// The standards on offer; one alone is chosen at once. Pointers are read during the call only.
    void setStandards(const std::vector<const Standard*>& standards);
    void setName(const QString& name) { setObjectName(name); }

    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    std::function<QString(const Limit&)> m_sayLimit;
    std::function<QString(Urgency)> m_sayUrgency;
    QButtonGroup* m_group;
    QLabel* m_none;
};

} // namespace griddesk
