// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "livetexts.h"
#include "models/service/desk.h"
#include "models/views/intake/intakeadvice.h"
#include "models/views/words.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace griddesk {

class SearchPick;
class Segments;

/// The fields of the intake form: shows an IntakeForm, keeps it up to date while somebody types and says edited(). Asks the
/// rules and the places in memory at every change, so that areas, unit and standard are there in the same frame. Thread: GUI.
class IntakeFields : public QWidget {
    Q_OBJECT

public:
    IntakeFields(const Desk& desk, const Words& words, QWidget* parent = nullptr);

    void setRules(std::shared_ptr<const Rules> rules);
    [[nodiscard]] const IntakeForm& form() const { return m_form; }
    [[nodiscard]] const IntakeAdvice& advice() const { return m_advice; }
    void setForm(const IntakeForm& form); ///< emits edited()
    void setPlace(GeoPoint place);        ///< emits edited(); the address is kept
    void addEvidence(const EvidenceFile& file);
    /// Marks the fields of that name as missing; an empty list clears all marks.
    void showMissing(const std::vector<std::string>& missing);
    void toggleCritical();
    /// Draws the fields together, so that a low window shows all of them.
    void setDense(bool dense);
    [[nodiscard]] QPlainTextEdit* textEdit() const { return m_text; }
    /// The limit of the standard under which the form would be filed; empty without one.
    [[nodiscard]] QString limitText() const;
    /// What wraps is counted with the lines it takes at the present width, so that nothing is cut off.
    [[nodiscard]] QSize minimumSizeHint() const override;
    void retranslate();

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void edited();
    void placePickRequested();
    void evidenceRequested();

private:
    QWidget* card(QWidget* content);
    QGridLayout* grid(QWidget* owner);
    QWidget* makeMatter();
    QWidget* makePlace();
    QWidget* makePerson();
    QWidget* makeOrder();
    QLineEdit* line(const char* name, std::string IntakeForm::* member);
    QLineEdit* personLine(const char* name, std::string PersonalData::* member);
    QCheckBox* check(const char* name, bool IntakeForm::* member);
    void place(QGridLayout* grid, int row, int column, int span, QWidget* field, std::function<QString()> label);
    void searchPlaces(const QString& words);
    void readCoordinates();
    void changed();
    void showAdvice();
    [[nodiscard]] QString limitOf(const Standard& standard) const;
    void showStandard();
    void arrange();
    void showForm();
    void fillCategories();

    const Desk m_desk;
    const Words& m_words;
    std::shared_ptr<const Rules> m_rules;
    IntakeForm m_form;
    IntakeAdvice m_advice;
    LiveTexts m_texts;
    bool m_showing = false;
    std::vector<std::function<void()>> m_shows; ///< puts members of the form into their widgets

    QComboBox *m_source, *m_datum;
    Segments *m_demand, *m_urgency;
    QPlainTextEdit* m_text;
    QLineEdit *m_title, *m_coordinates;
    SearchPick *m_category, *m_address;
    QLabel *m_areas, *m_unit, *m_reason, *m_standard, *m_coordinateProblem, *m_due;
    QPushButton* m_evidence;
    QVBoxLayout* m_column;
    std::vector<QVBoxLayout*> m_cards, m_cells;
    std::vector<QGridLayout*> m_grids;
    bool m_dense = false;
    QWidget* m_orderBody;
    QPushButton* m_orderFold;
};

} // namespace griddesk
