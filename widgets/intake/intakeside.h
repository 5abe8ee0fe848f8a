// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "livetexts.h"
#include "models/views/intake/duplicatemodel.h"
#include "models/views/intake/historymodel.h"
#include "widgets/theme.h"

#include <QWidget>

class QFrame;
class QLabel;
class QListView;
class QPushButton;

namespace griddesk {

/// Beside the intake form: what may be the same matter, with one key each for follow, merge and really new, and earlier
/// cases of the caller and the place. Never takes the focus by itself. Thread: GUI.
class IntakeSide : public QWidget {
    Q_OBJECT

public:
    IntakeSide(DuplicateModel& duplicates, HistoryModel& history, const ThemeKeeper& themes, QWidget* parent = nullptr);

    /// The marked candidate, else the first; nullptr when there is none.
    [[nodiscard]] const DuplicateCandidate* current() const;
    void putAsideCurrent();
    /// Below the form instead of beside it: then only what has something to say takes room.
    void setBelow(bool below);
    void retranslate() { m_texts.again(); }

Q_SIGNALS:
    void followRequested();
    void mergeRequested();
    void openCaseRequested(const griddesk::CaseId& id);

private:
    void refresh();

    DuplicateModel& m_duplicates;
    HistoryModel& m_history;
    LiveTexts m_texts;
    QFrame *m_same = nullptr, *m_earlier = nullptr;
    QWidget* m_keys = nullptr;
    bool m_below = false;
    QListView *m_list, *m_past;
    QLabel *m_none, *m_pastNone;
    QPushButton *m_follow, *m_merge, *m_new;
};

} // namespace griddesk
