// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/service/tray.h"
#include "models/views/words.h"
#include "traylist.h"
#include "widgets/intake/livetexts.h"
#include "widgets/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QListView;
class QPushButton;
class QScrollArea;

namespace griddesk {

class Segments;
class WithdrawSheet;

/// The conflict tray 待处理箱: what was refused, why, what it would have done, where the case stands now; and what to do
/// with it: do it again (at once, or in its form), keep it as a note on the case, withdraw it. Settled ones are listed as
/// well, and withdrawn ones can be put back. Keys: Ctrl+Enter again, Ctrl+Shift+Enter form, Ctrl+M note, Delete withdraw.
/// Object names: trayList, trayShown, trayWhy, trayEffect, trayNow, trayAgainState, trayAgain, trayForm, trayNote,
/// trayWithdraw, trayOpen, trayPutBack, trayNotice. Thread: GUI.
class TrayPage : public QWidget {
    Q_OBJECT

public:
    TrayPage(const Desk& desk, Tray& tray, const Words& words, ThemeKeeper& themes, QWidget* parent = nullptr);

    void setSession(const Session& session);
    void reload();
    [[nodiscard]] TrayModel& model() { return m_model; }
    /// The payload as it was, on the case as it stands; offered when the rules allow it.
    void doAgain();
    /// Asks for the operation's form, filled with what was written.
    void openForm();
    void keepAsNote();
    /// Shows what would be withdrawn and asks for the reason.
    void withdraw();
    void putBack();

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);
    void openCaseRequested(const griddesk::CaseId& id);
    /// The form of that operation is wanted, filled; its draft is to name the operation in `replaces`.
    void formRequested(const griddesk::Operation& operation);
    void noticed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void enter();
    void showCurrent();
    void showItem(const TrayItem& item);
    void showSettled(const SettledTrayItem& item);
    void showActions();
    void submit(std::vector<OperationDraft> drafts);
    void confirmWithdraw(const QString& words);
    /// The item and, of a pair, its other half; empty when the other half is not in the tray.
    [[nodiscard]] std::vector<const TrayItem*> together(const TrayItem& item) const;
    [[nodiscard]] std::vector<const TrayItem*> chosen() const;
    [[nodiscard]] const TrayItem* current() const;
    [[nodiscard]] QString noteOf(const TrayItem& item) const;
    [[nodiscard]] QString why(const TrayItem& item) const;
    [[nodiscard]] QStringList said(const TrayItem& item) const;

    const Desk m_desk;
    Tray& m_tray;
    const Words& m_words;
    ThemeKeeper& m_themes;
    Session m_session;
    TrayModel m_model;
    LiveTexts m_texts;
    int m_generation = 0;
    bool m_busy = false;
    std::vector<OperationId> m_withdrawing;
    QListView* m_list;
    Segments* m_shown;
    QFrame* m_card;
    QScrollArea* m_scroll;
    QLabel *m_title, *m_about, *m_empty, *m_head, *m_what, *m_whyTitle, *m_why, *m_effectTitle, *m_effect, *m_nowTitle, *m_now, *m_againState, *m_notice;
    QPushButton *m_again, *m_form, *m_note, *m_withdraw, *m_open, *m_putBack;
    WithdrawSheet* m_sheet;
};

} // namespace griddesk
