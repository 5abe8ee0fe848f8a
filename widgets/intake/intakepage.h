// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "livetexts.h"
#include "models/service/desk.h"
#include "models/views/intake/duplicatemodel.h"
#include "models/views/intake/historymodel.h"
#include "models/views/intake/hotevents.h"
#include "models/views/intake/intakeadvice.h"
#include "widgets/forms/formcontext.h"
#include "widgets/theme.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace griddesk {

class IntakeFields;
class IntakeSide;

/// The intake form (F2). Ctrl+Enter saves, Ctrl+Shift+Enter saves, accepts, files and dispatches as far as the duty list
/// and the post allow, F12 marks 特急, Ctrl+Shift+V takes a pasted order apart, Ctrl+J follows, Ctrl+M merges, Ctrl+N says a
/// candidate is another matter, Ctrl+H attaches the caller to the hot event. Every change is kept as a draft. Nothing moves
/// the focus but the user. What was saved is said in the last line until somebody types, comes back or sits down. Thread: GUI.
///
/// Object names: intakeText, intakeCategory, intakeTitle, intakeUrgency, intakeSource, intakeDemand, intakeAddress,
/// intakePickOnMap, intakeCoordinates, intakeDatum, intakeAreas, intakeUnit, intakeReason, intakeStandard, intakePhone,
/// intakeName, intakeRoom, intakeContactTime, intakeCallback, intakeConsent, intakeAnonymous, intakeConfidential,
/// intakeOrderFold, intakeOrderNumber, intakeOrderPlatform, intakeEvidenceAdd, intakeDuplicates, intakeFollow, intakeMerge,
/// intakeReallyNew, intakeHistory, intakeHot, intakeHotAttach, intakeDrafts, intakePaste, intakeClear, intakeSave,
/// intakeSaveDispatch, intakeNotice, intakeOpenSaved, intakePlan.
class IntakePage : public QWidget {
    Q_OBJECT

public:
    IntakePage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent = nullptr);
    ~IntakePage() override;

    void setSession(const Session& session);
    void setFilePicker(FilePicker picker) { m_pickFiles = std::move(picker); }
    [[nodiscard]] const IntakeForm& form() const;
    void setForm(const IntakeForm& form);
    /// Puts the cursor into the text; called when the user asked for the page.
    void startTyping();
    [[nodiscard]] DuplicateModel& duplicates() { return m_duplicates; }
    [[nodiscard]] HistoryModel& history() { return m_history; }

    void save(bool andDispatch);
    /// The caller joins that case; no new case is made.
    void follow(const CaseId& id);
    void merge();
    void pasteOrder(const QString& text);

public Q_SLOTS:
    /// These operations were taken back. When they are what was saved here last, the report comes back into the form, or
    /// among the unfinished ones when something else was begun meanwhile.
    void takenBack(const std::vector<griddesk::OperationId>& operations);
    void placePicked(griddesk::GeoPoint place);

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);
    void openCaseRequested(const griddesk::CaseId& id);
    void placePickRequested();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Tone { Ok, Warn, Bad };
    using Answer = Result<SubmitAnswer>;

    void makeHead();
    void makeKeys();
    void edited();
    void showPlan();
    void showHot();
    void readHot();
    void say(Tone tone, const QString& text);
    void hush(); ///< what was said is over
    [[nodiscard]] IntakeForm blank() const; ///< an empty form as this post needs it
    [[nodiscard]] std::string newDraftKey() const;
    [[nodiscard]] QString saying(const Answer& answer) const; ///< why it was not saved
    /// Drafts of the next step, once the report is saved as `id`.
    using Next = std::function<std::vector<OperationDraft>(const CaseId& id)>;
    void submitReport(Next next);
    void finish(SubmitAnswer answer, const QString& trouble);
    void showNumber(const CaseId& id, const QString& trouble);
    void pickEvidence();
    void keepDraft();
    void dropDraft();
    void listDrafts();
    void restoreDraft(std::string key, std::string json); ///< by value: the menu entry that asks goes meanwhile

    const Desk m_desk;
    const Words& m_words;
    Session m_session;
    LiveTexts m_texts;
    DuplicateModel m_duplicates;
    HistoryModel m_history;
    FilePicker m_pickFiles;
    QTimer m_draftTimer;
    std::string m_draftKey;
    IntakeForm m_sent, m_lastSaved;
    std::vector<OperationId> m_lastOperations; ///< what m_lastSaved became
    SubmitAnswer m_lastAnswer;
    QString m_whyNot; ///< what keeps a report from being accepted at once
    int m_said = 0; ///< tells a late answer that its notice is over
    std::vector<CaseRow> m_hotRows;
    std::optional<HotEvent> m_hot;
    bool m_busy = false;

    QBoxLayout *m_body, *m_foot;
    IntakeFields* m_fields;
    IntakeSide* m_side;
    QFrame* m_hotStrip;
    QLabel *m_hotText, *m_notice, *m_plan, *m_title;
    QPushButton *m_save, *m_saveDispatch, *m_openSaved, *m_drafts;
};

} // namespace griddesk
