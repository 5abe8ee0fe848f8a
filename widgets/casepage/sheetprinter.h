// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QString>

#include <functional>

class QWidget;

namespace griddesk {

/// Prints a sheet of rich text; a seam for tests and the tour. `failed` gets the error of a file that could not be written.
using SheetPrinter = std::function<void(QWidget* parent, const QString& title, const QString& html, std::function<void(const Error&)> failed)>;

/// Shows the sheet as it will be printed, with the choice of printer and paper; where no printer is set up, asks for a
/// PDF file instead. Returns at once. Thread: GUI.
void printWithDialog(QWidget* parent, const QString& title, const QString& html, std::function<void(const Error&)> failed);

/// Writes the sheet on A4 pages as PDF; the file is there as a whole or not at all. Errors: FileNotWritable with the path. Thread: GUI.
[[nodiscard]] Result<void> writePdf(const QString& path, const QString& title, const QString& html);

} // namespace griddesk
