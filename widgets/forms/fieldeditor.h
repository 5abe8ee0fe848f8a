// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/value.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace griddesk {

/// The editor of one payload field. Thread: GUI.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What is filled in; absent while empty.
    [[nodiscard]] virtual std::optional<Value> value() const = 0;
    /// Shows a value; of another type than the field's it changes nothing. Emits no edited().
    virtual void setValue(const Value& value) = 0;
    /// A sentence when what is filled in cannot be used as it is; empty otherwise. A missing value is no problem here.
    [[nodiscard]] virtual QString problem() const { return {}; }
    /// Marks the editor after validation, so that the style sheet shows it.
    virtual void setInvalid(bool) {}
    /// Says its texts anew after a change of language.
    virtual void retranslate() {}

Q_SIGNALS:
    void edited(); ///< by the user
};

/// Sets a dynamic property the style sheet looks at and polishes the widget again when it changed.
void setStyleProperty(QWidget* widget, const char* name, const QVariant& value);

} // namespace griddesk
