// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"

#include <functional>
#include <vector>

class QComboBox;

namespace griddesk {

class Segments;

/// One of some texts: side by side when they are few, a box to choose from when they are many.
class ChoiceField : public FieldEditor {
    Q_OBJECT

public:
    /// `say` gives the text of a value in the present language.
    ChoiceField(std::vector<std::string> values, std::function<QString(const std::string&)> say, bool required, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    void setInvalid(bool invalid) override;
    void retranslate() override;
    void setName(const QString& name); ///< object name; that of each segment is made from it

private:
    [[nodiscard]] bool known(const std::string& value) const;

    std::vector<std::string> m_values;
    std::function<QString(const std::string&)> m_say;
    Segments* m_segments = nullptr;
    QComboBox* m_box = nullptr;
};

/// Yes or no as two answers to a question; nothing is chosen until somebody chooses.
class BoolField : public FieldEditor {
    Q_OBJECT

public:
    BoolField(std::function<std::pair<QString, QString>()> yesAndNo, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    void retranslate() override;
    void setName(const QString& name);

private:
    std::function<std::pair<QString, QString>()> m_say;
    Segments* m_segments;
};

} // namespace griddesk
