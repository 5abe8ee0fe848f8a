// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/duty.h"
#include "models/service/desk.h"
#include "models/views/words.h"
#include "widgets/forms/sheet.h"
#include "widgets/intake/livetexts.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace griddesk {

class SearchPick;
class Segments;

/// What is to be given to whom; made by the board.
struct DispatchAsk {
    CaseRow row;
    std::optional<UnitId> unit;                  ///< where the card was dropped; absent: to be picked
    DutyMatch match;                             ///< what the duty list says
    std::optional<AssignmentId> assignment;      ///< set: level 2, the work of this assignment is given on
    OperationKind kind = OperationKind::Dispatch; ///< Dispatch, Redispatch or Subdispatch
};

/// Asks for the basis of a dispatch (法定, 商定, 指定, 应急先行), judges it while it is filled in and saves it. Basis and duty item
/// stand ready; another unit than the suggested one needs a reason. Object names: dispatchUnit, dispatchBasis,
/// dispatchReason, dispatchProblem, dispatchSave, dispatchCancel. Thread: GUI.
class DispatchSheet : public Sheet {
    Q_OBJECT

public:
    DispatchSheet(const Desk& desk, const Words& words, QWidget* page);

    void ask(const Session& session, DispatchAsk ask);
    void save();
    [[nodiscard]] OperationDraft draft() const;
    void retranslate();

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit(); ///< the card as high as what it holds
    void judge();
    void showProblem(const QString& text);

    const Desk m_desk;
    const Words& m_words;
    Session m_session;
    DispatchAsk m_ask;
    LiveTexts m_texts;
    std::uint64_t m_generation = 0;
    bool m_busy = false;
    QLabel *m_title, *m_case, *m_sentence, *m_problem, *m_basisCaption, *m_reasonCaption;
    SearchPick* m_unit;
    Segments* m_basis;
    QPlainTextEdit* m_reason;
    QPushButton* m_save;
};

} // namespace griddesk
