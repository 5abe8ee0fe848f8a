// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrases.h"

#include <QCoreApplication>

namespace griddesk::words {

namespace {

/// `pattern` has both items, in their order.
QString chained(const QStringList& items, const QString& pattern)
{
    QString text;
    for (const auto& item : items) {
        if (item.isEmpty())
            continue;
        text = text.isEmpty() ? item : pattern.arg(text, item);
    }
    return text;
}

} // namespace

QString joined(const QStringList& items)
{
    //: Two items of a list
    return chained(items, QCoreApplication::translate("Phrases", "%1, %2"));
}

QString sentences(const QStringList& items)
{
    //: Two whole sentences; Chinese puts no blank between them
    return chained(items, QCoreApplication::translate("Phrases", "%1 %2"));
}

QString noted(const QString& text, const QString& note)
{
    //: A text and a note on it
    return note.isEmpty() ? text : QCoreApplication::translate("Phrases", "%1 (%2)").arg(text, note);
}

} // namespace griddesk::words
