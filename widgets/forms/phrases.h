// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/operationkind.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace griddesk {

/// Beginnings and set phrases offered below a text field; few, and never filled in by themselves. Thread: GUI.
[[nodiscard]] QStringList phrasesFor(OperationKind kind, std::string_view field);
/// What belongs into a text field, shown while it is empty.
[[nodiscard]] QString hintFor(OperationKind kind, std::string_view field);
/// What to say or to mind while filling in the form of an operation; empty when nothing has to be said.
[[nodiscard]] QString scriptFor(OperationKind kind, const QString& matter);

} // namespace griddesk
