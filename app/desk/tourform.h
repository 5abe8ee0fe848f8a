// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/ids.h"
#include "models/core/operationkind.h"

#include <QPointer>
#include <QString>
#include <QStringList>

#include <optional>

namespace griddesk {

class CasePage;
class OperationDialog;
class TourDriver;

/// Fills one operation form of the case page by clicks and keys, field by field. What goes wrong is kept by the driver.
/// Thread: GUI.
class TourForm {
public:
    /// `files` is the list the page's file picker answers with.
    TourForm(TourDriver& driver, CasePage& page, QStringList& files) : m_driver(driver), m_page(page), m_files(files) {}

    /// Presses the operation's button, or takes it from the sheet of all operations when it is not among the first ones.
    bool open(OperationKind kind, const std::optional<AssignmentId>& assignment);
    bool choose(const QString& field, const QString& value);
    bool say(const QString& field, const QString& text);
    /// Picks from a searched list: types what is shown and takes the entry of that id.
    bool pick(const QString& field, const QString& shown, const QString& id);
    bool standard(const StandardId& id);
    bool casePlace();
    /// Adds a picture; `role` (before, after, other) is chosen when it is not the one that stands there.
    bool addPicture(const QString& path, const QString& role);
    /// Ctrl+Enter; waits until the form has gone.
    bool submit();

private:
    [[nodiscard]] OperationDialog* dialog() const;

    TourDriver& m_driver;
    CasePage& m_page;
    QStringList& m_files;
    int m_pictures = 0;
};

} // namespace griddesk
