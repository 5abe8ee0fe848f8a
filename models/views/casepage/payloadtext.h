// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/operation.h"
#include "models/views/words.h"

#include <QString>
#include <QStringList>

#include <functional>

namespace griddesk {

/// Names for people of what an operation refers to by a number of its case; a namer that is missing leaves the number.
struct PayloadNames {
    const Rules* rules = nullptr; ///< names standards and duty list items
    std::function<QString(const std::string& assignmentId)> assignment{}; ///< the unit it was given to
    /// What a consultation, order, instruction or the like is about; empty when the field is no such reference.
    std::function<QString(OperationKind, std::string_view field, const std::string& value)> record{};
    std::function<QString(const std::string& caseId)> otherCase{};
};

/// What a record of the case that a field names ("m1", "s2") is about, as it was written; empty when the field names none or
/// the case has no such record.
[[nodiscard]] QString recordText(OperationKind kind, std::string_view field, const std::string& value, const Case& c);

/// What an operation said, field by field in the order of its table, as "label: value". Commitments, hashes and other
/// technical fields are left out; files and places are counted, not printed. Thread: GUI.
[[nodiscard]] QStringList payloadLines(const Operation& operation, const Words& words, const PayloadNames& names);

/// One line that says the operation in brief: the words written by hand, else its first fields.
[[nodiscard]] QString payloadBrief(const Operation& operation, const Words& words, const PayloadNames& names);

/// The sentence for the stable name of a refusing rule, as history items carry it; the name itself when it is not known.
[[nodiscard]] QString refusalSentence(const std::string& ruleName, const Words& words);

} // namespace griddesk
