// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formcontext.h"
#include "models/core/operationtable.h"
#include "models/views/casepage/suggestions.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QScrollArea;
class QTimer;

namespace griddesk {

class FieldEditor;
class PlaceField;

/// The form of one operation, made from its row in the operation table: an editor per field with sensible beginnings,
/// marks for what is required, problems said beside the field, and the judgement of the rules on what is filled in so
/// far. Half-written forms are kept in the draft store and come back. Thread: GUI; nothing waits.
class OperationForm : public QWidget {
    Q_OBJECT

public:
    OperationForm(FormContext context, QWidget* parent);
    ~OperationForm() override;

    [[nodiscard]] const FormContext& context() const { return m_context; }
    [[nodiscard]] Value payload() const;
    [[nodiscard]] PersonalData personal() const;
    [[nodiscard]] std::vector<OperationDraft> drafts() const;
    [[nodiscard]] FieldEditor* editor(std::string_view field) const;
    [[nodiscard]] QWidget* firstField() const;
    /// Shows every problem of the filled-in form beside its field and puts the cursor into the first; true: none.
    bool validate();
    /// The place picked on the map goes into the place field that asked for it.
    void setPickedPlace(GeoPoint place);
    /// Removes the kept draft (after submitting, or thrown away on purpose).
    void forgetDraft();
    /// Writes the draft now instead of a moment after the last key.
    void keepDraft();
    void retranslate();
    /// A sentence of the rules that refuses the form as it is; empty when it would pass.
    [[nodiscard]] QString refusal() const { return m_refusalText; }
    /// Whether a kept draft came back.
    [[nodiscard]] bool restored() const { return m_restored; }

Q_SIGNALS:
    void judged(const QString& refusal); ///< answer of the rules on what is filled in; empty: it would pass
    void draftRestored();
    void mapWanted();
    void edited();

private:
    struct Row {
        const FieldSpec* spec = nullptr;
        QLabel *label = nullptr, *note = nullptr, *problem = nullptr;
        FieldEditor* editor = nullptr;
    };
    void build();
    void fill(const Value& payload);
    void onEdited(const Row& row);
    void leaveOutOfAssists(const std::optional<Value>& lead);
    void showWanted();
    void showAbout(const Value& payload);
    void restOn(const std::optional<Value>& lead);
    void judge();
    void restoreDraft();
    void showRefusal(const Refusal& refusal);
    void setProblem(const Row& row, const QString& text);
    [[nodiscard]] QString problemOf(const Row& row, const Value& payload) const;
    [[nodiscard]] bool needed(const Row& row, const Value& payload) const;
    [[nodiscard]] QString labelOf(const FieldSpec& spec, const Value& payload) const;
    [[nodiscard]] QString suggestionNote(const Value& payload) const;
    [[nodiscard]] QString limitNote() const;
    [[nodiscard]] bool wanted(std::string_view field, const Value& payload) const;
    [[nodiscard]] std::string draftKey() const;

    FormContext m_context;
    FormSuggestion m_suggestion;
    std::vector<Row> m_rows;
    QScrollArea* m_scroll = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel *m_script = nullptr, *m_about = nullptr;
    QTimer* m_pause;
    PlaceField* m_asking = nullptr;
    QString m_refusalText;
    std::vector<std::string> m_missing; ///< fields the last judgement asked for
    int m_generation = 0;
    bool m_touched = false, m_restored = false;
};

} // namespace griddesk
