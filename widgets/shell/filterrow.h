// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/queue.h"
#include "models/service/session.h"
#include "models/views/words.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace griddesk {

/// Narrows the queue on show by words, unit, area, category and source. Thread: GUI.
class FilterRow : public QWidget {
    Q_OBJECT

public:
    explicit FilterRow(const Words& words, QWidget* parent = nullptr);

    /// Fills the choices from the rules; what is chosen stays where it still exists.
    void setRules(const Rules& rules);
    void retranslate();
    /// Puts what is chosen into a filter; its queue stays.
    void applyTo(CaseFilter& filter) const;
    void setText(const QString& text);
    void clear();
    [[nodiscard]] bool narrows() const;

Q_SIGNALS:
    void changed();

private:
    const Words& m_words;
    QTimer m_typed;
    QLineEdit* m_text;
    QComboBox *m_unit, *m_area, *m_category, *m_source;
    QPushButton* m_clear;

    void fill(const Rules& rules);
    void tell();
};

} // namespace griddesk
