// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "formcontext.h"
#include "models/core/operationtable.h"

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace griddesk {

/// A group of fields (reporter, subject, outside order). Personal data of a reporter is written here but never part of the
/// value: it is taken by personal() and sealed beside the operation.
class ObjectField : public FieldEditor {
    Q_OBJECT

public:
    ObjectField(const FormContext& context, const FieldSpec& spec, const QString& name, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setInvalid(bool invalid) override;
    void retranslate() override;
    [[nodiscard]] PersonalData personal() const;

private:
    const FormContext& m_context;
    const FieldSpec& m_spec;
    std::vector<std::pair<const FieldSpec*, FieldEditor*>> m_editors;
    QLineEdit *m_personName = nullptr, *m_phone = nullptr, *m_room = nullptr;
};

/// A small table of such groups: milestones, parties.
class ObjectsField : public FieldEditor {
    Q_OBJECT

public:
    ObjectsField(const FormContext& context, const FieldSpec& spec, const QString& name, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void retranslate() override;

private:
    struct Line {
        QWidget* widget = nullptr;
        std::vector<std::pair<const FieldSpec*, FieldEditor*>> editors;
    };
    Line& addLine();

    const FormContext& m_context;
    const FieldSpec& m_spec;
    QVBoxLayout* m_list;
    QPushButton* m_add;
    std::vector<Line> m_lines;
};

} // namespace griddesk
