// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "formcontext.h"

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace griddesk {

class Segments;

class Segments;

/// Pictures and documents: from files, dropped or pasted, each with its role before / after / other and a small picture.
/// Files are put with the case at once (CaseCommands::addEvidence); the payload names them.
class EvidenceField : public FieldEditor {
    Q_OBJECT

public:
    EvidenceField(const FormContext& context, std::size_t maximum, QWidget* parent);
    void setName(const QString& name);
    /// Puts files in, as dropping them does. New ones are "after" where the operation reports a result.
    void addFiles(const QStringList& paths);
    [[nodiscard]] int count() const { return static_cast<int>(m_items.size()); }

    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void retranslate() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Item {
        EvidenceFile file;
        QWidget* card = nullptr;
    };
    void show(EvidenceFile file);
    void paste();
    void remove(const QWidget* card);
    void arrange(QGridLayout& grid, Segments& roles) const;
    [[nodiscard]] QString roleText(const QString& role) const;

    const FormContext& m_context;
    std::vector<Item> m_items;
    QVBoxLayout* m_list;
    QPushButton *m_add, *m_paste;
    QLabel* m_note;
    std::size_t m_maximum;
    int m_adding = 0;
};

} // namespace griddesk
