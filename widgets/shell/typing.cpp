// SPDX-License-Identifier: GPL-3.0-or-later
#include "typing.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace griddesk {

bool takesText(const QWidget* widget)
{
    if (widget == nullptr)
        return false;
    if (const auto* line = qobject_cast<const QLineEdit*>(widget))
        return !line->isReadOnly();
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        return box->isEditable();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(widget))
        return !text->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(widget))
        return !text->isReadOnly();
    if (qobject_cast<const QAbstractItemView*>(widget) != nullptr)
        return false;
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QKeySequenceEdit*>(widget) != nullptr
           || widget->testAttribute(Qt::WA_InputMethodEnabled);
}

} // namespace griddesk
