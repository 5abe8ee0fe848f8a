// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/casepage/difflistmodel.h"
#include "models/views/words.h"
#include "widgets/intake/livetexts.h"
#include "widgets/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace griddesk {

class Segments;

struct CallbackRow {
    CaseKey id = 0;
    CaseRow row;
    bool operator==(const CallbackRow&) const = default;
};

/// Cases whose reporter is to be called, oldest deadline first. Thread: GUI.
class CallbackModel : public DiffListModel<CallbackRow> {
    Q_OBJECT

public:
    static constexpr int most = 500;

    CallbackModel(const Desk& desk, const Words& words, QObject* parent = nullptr);
    void reload();
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Until when to call and how long that is; empty without a deadline.
    [[nodiscard]] QString dueText(const CaseRow& row) const;

Q_SIGNALS:
    void loaded();

private:
    const Desk m_desk;
    const Words& m_words;
    std::uint64_t m_generation = 0;
};

/// Call-backs: the list of 待回访, what to say, and the attempt: reached, solved, satisfaction, words. After saving the next
/// one comes up. The number is opened on demand only. Object names: callbackList, callbackScript, callbackShowNumber, callbackReached,
/// callbackSolved, callbackSatisfaction, callbackWords, callbackSave, callbackNotice,
/// callbackCount, callbackClose. Thread: GUI.
class CallbackPage : public QWidget {
    Q_OBJECT

public:
    CallbackPage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent = nullptr);

    /// The case to begin with, when it waits for a call; the list opens there.
    void prefer(const std::optional<CaseId>& id) { m_preferred = id; }
    void setSession(const Session& session);
    [[nodiscard]] CallbackModel& model() { return m_model; }
    void save();

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);
    void openCaseRequested(const griddesk::CaseId& id);
    void closeRequested(); ///< the window around the page has no button of its own everywhere

protected:
    void changeEvent(QEvent* event) override;

private:
    void begin();
    void showCase();
    void showNumber();
    void showCount();
    void refresh();
    [[nodiscard]] const CaseRow* current() const;
    [[nodiscard]] Value attempt() const;

    const Desk m_desk;
    const Words& m_words;
    Session m_session;
    CallbackModel m_model;
    LiveTexts m_texts;
    CaseKey m_shown = 0;
    std::optional<CaseId> m_preferred;
    bool m_busy = false;
    QListView* m_list;
    QLabel *m_title, *m_count, *m_head, *m_what, *m_script, *m_number, *m_notice, *m_empty;
    QFrame* m_card;
    Segments *m_reached, *m_solved, *m_satisfaction;
    QPlainTextEdit* m_said;
    QPushButton *m_save, *m_show, *m_open, *m_close;
};

} // namespace griddesk
