// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/words.h"
#include "widgets/theme.h"

#include <QStringList>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

namespace griddesk {

class Pictures;

/// Asks for files and tells the chosen paths later; none when the user gave up. A seam, so that tests and the tour give
/// files without a dialog of the system.
using FilePicker = std::function<void(QWidget* parent, std::function<void(QStringList paths)> chosen)>;

/// What the parts of one form may know: the case as it was when the form was opened, the rules in force, who works.
/// Shared by the form and its editors; lives as long as the form.
struct FormContext {
    Desk desk;
    const Words& words;
    ThemeKeeper& theme;
    Pictures& pictures;
    Session session;
    std::shared_ptr<const CaseDetail> detail;
    OperationKind kind = OperationKind::Comment;
    std::optional<AssignmentId> assignment;
    FilePicker pickFiles;
    std::optional<Value> given{};          ///< what the form begins with instead of empty fields: a refused operation's payload
    std::optional<OperationId> replaces{}; ///< that refused operation, settled when the form is submitted

    [[nodiscard]] const Rules& rules() const { return *session.rules; }
    [[nodiscard]] Instant now() const { return desk.clock.now(); }
};

[[nodiscard]] inline QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace griddesk
