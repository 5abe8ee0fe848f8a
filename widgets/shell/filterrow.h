// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/queue.h"
#include "models/service/session.h"
#include "models/views/words.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QFrame;
class QLineEdit;
class QPushButton;

namespace griddesk {

/// Narrows the queue on show by words, unit, area, category and source. Where the choices do not fit side by side they go
/// into a small window behind one button, which names what is chosen. Thread: GUI.
class FilterRow : public QWidget {
    Q_OBJECT

public:
    explicit FilterRow(const Words& words, QWidget* parent = nullptr);

    /// Fills the choices from the rules; what is chosen stays where it still exists.
    void setRules(const Rules& rules);
    void retranslate();
    /// Puts what is chosen into a filter; its queue stays.
    void applyTo(CaseFilter& filter) const;
    /// Shows what a filter narrows by, and tells; its queue and what has no field here is left alone.
    void showFilter(const CaseFilter& filter);
    void setText(const QString& text);
    void clear();
    [[nodiscard]] bool narrows() const;
    [[nodiscard]] QStringList chosen() const; ///< names of what narrows, without the words

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    const Words& m_words;
    QTimer m_typed;
    QLineEdit* m_text;
    QComboBox *m_unit, *m_area, *m_category, *m_source;
    QPushButton *m_clear, *m_more;
    QWidget* m_choices;
    QFrame* m_window;
    QBoxLayout *m_row, *m_choiceLayout;
    bool m_narrow = false;

    void setNarrow(bool narrow);
    void openChoices();
    void showChosen();
    void fill(const Rules& rules);
    void tell();
};

} // namespace griddesk
