// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/operationkind.h"

#include <QString>

#include <string_view>

namespace griddesk {

/// A yes-or-no field said as a question with its two answers.
struct BoolWords {
    QString question, yes, no;
};

/// The words of a boolean payload field in the present language; plain "Yes" and "No" for fields without words of their
/// own (question empty). Thread: GUI.
[[nodiscard]] BoolWords boolWords(OperationKind kind, std::string_view field);

} // namespace griddesk
