// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/board/boardmodel.h"
#include "widgets/intake/livetexts.h"
#include "widgets/theme.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QCheckBox;
class QFrame;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace griddesk {

class BoardColumnView;
class DispatchSheet;

/// The dispatch board (F4). Dragging a card to a unit asks for the basis; arrows move between cards and columns, Enter opens
/// the case, D dispatches as suggested after a line to confirm, M asks for another unit, digits go to the nth column.
/// A unit's account sees its own second level. Thread: GUI.
///
/// Object names: boardFilter, boardHideEmpty, boardToDispatch, boardReturns, boardColumn.<unit>, boardConfirm (Enter / Esc) with
/// boardQuestion, boardReason, boardYes and boardNo,
/// dispatchSheet and its parts.
class BoardPage : public QWidget {
    Q_OBJECT

public:
    BoardPage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent = nullptr);

    void setSession(const Session& session);
    [[nodiscard]] BoardModel& model() { return m_model; }
    /// Goes to a card and gives its column the focus; called when the user asked for it.
    void goTo(CaseKey key);
    /// Shows what D would do and waits for Enter or Escape.
    void dispatchAsSuggested();
    /// Opens the sheet for the card; `unit` absent: to be picked there.
    void dispatchTo(CaseKey key, std::optional<UnitId> unit);

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);
    void openCaseRequested(const griddesk::CaseId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void makeColumns();
    void showHeaders();
    void hideEmpty();
    void fitColumns();
    bool keyPressed(BoardColumnView* column, int key);
    void step(BoardColumnView* from, int by);
    void focusColumn(BoardColumnView* column, int row);
    [[nodiscard]] BoardColumnView* focused() const;
    void confirm(bool yes);
    void say(const QString& text, const QString& why = {});
    void followDispatched();

    const Desk m_desk;
    const Words& m_words;
    ThemeKeeper& m_themes;
    Session m_session;
    BoardModel m_model;
    LiveTexts m_texts;
    QTimer m_tick;
    std::vector<BoardColumnView*> m_columns;
    std::optional<OperationDraft> m_pending; ///< waits for Enter
    bool m_busy = false;
    CaseKey m_dispatched = 0; ///< said yes to, and not seen in its new column yet
    int m_dispatchedFrom = -1;

    QLabel *m_title, *m_count, *m_confirmText, *m_confirmWhy;
    QLineEdit* m_filter;
    QCheckBox* m_hideEmpty;
    QScrollArea* m_scroll;
    QWidget* m_lane;
    QHBoxLayout* m_laneLayout;
    QPushButton *m_yes, *m_no;
    QFrame* m_confirm;
    DispatchSheet* m_sheet;
};

} // namespace griddesk
