// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

// How the present language puts pieces of text together. Thread: GUI.

namespace griddesk::words {

/// "a, b, c"; empty items are left out.
[[nodiscard]] QString joined(const QStringList& items);
/// Sentences one after the other; empty ones are left out.
[[nodiscard]] QString sentences(const QStringList& items);
/// "text (note)"; only the text without a note.
[[nodiscard]] QString noted(const QString& text, const QString& note);

} // namespace griddesk::words
