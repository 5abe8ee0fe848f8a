// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"

#include <cstddef>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace griddesk {

/// One line of text; with `hex` only hexadecimal digits (hashes that come from elsewhere). Limit in bytes of UTF-8.
class LineField : public FieldEditor {
    Q_OBJECT

public:
    LineField(std::size_t maximumBytes, bool hex, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setPlaceholder(const QString& text);
    void setInvalid(bool invalid) override;

private:
    QLineEdit* m_edit;
    std::size_t m_maximum;
    bool m_hex;
};

/// Text with line breaks that grows with what is written, three to ten lines. Phrases are offered below it and put in at
/// the cursor. `asList`: every line is an element of a list. Limit in bytes of UTF-8.
class WordsField : public FieldEditor {
    Q_OBJECT

public:
    WordsField(std::size_t maximumBytes, bool asList, QWidget* parent);
    void setPhrases(const QStringList& phrases);
    void setPlaceholder(const QString& text);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setInvalid(bool invalid) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void grow();

    QPlainTextEdit* m_edit;
    QWidget* m_phrases;
    std::size_t m_maximum;
    bool m_asList;
};

} // namespace griddesk
