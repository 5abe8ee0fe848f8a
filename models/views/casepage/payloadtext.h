// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/operation.h"
#include "models/views/words.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace griddesk {

/// Name of an assignment for people: the unit it was given to.
using AssignmentNamer = std::function<QString(const std::string& assignmentId)>;

/// What an operation said, field by field in the order of its table, as "label: value". Commitments, hashes and other
/// technical fields are left out; files and places are counted, not printed. Thread: GUI.
[[nodiscard]] QStringList payloadLines(const Operation& operation, const Words& words, const AssignmentNamer& assignment);

/// One line that says the operation in brief: the words written by hand, else its first fields.
[[nodiscard]] QString payloadBrief(const Operation& operation, const Words& words, const AssignmentNamer& assignment);

/// The sentence for the stable name of a refusing rule, as history items carry it; the name itself when it is not known.
[[nodiscard]] QString refusalSentence(const std::string& ruleName, const Words& words);

} // namespace griddesk
