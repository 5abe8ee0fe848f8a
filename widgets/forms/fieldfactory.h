// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "formcontext.h"
#include "models/core/operationtable.h"

#include <QString>

#include <string_view>

namespace griddesk {

/// The editor for one field of a payload, chosen by its type and, where a plain text names a record of the case or an item
/// of the duty list, by what it names. `name` becomes the object name. `group` is the field it is a member of, or empty.
[[nodiscard]] FieldEditor* makeField(const FormContext& context, const FieldSpec& spec, const QString& name, std::string_view group, QWidget* parent);

/// Fields no person fills in: names of devices, hashes, the rung of a ladder, and the assignment, which the form is opened for.
[[nodiscard]] bool isHiddenField(OperationKind kind, std::string_view field);

} // namespace griddesk
