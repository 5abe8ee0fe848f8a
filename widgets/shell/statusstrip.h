// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/words.h"

#include <QStatusBar>
#include <QTimer>

#include <optional>

class QLabel;
class QToolButton;

namespace griddesk {

/// The line at the bottom: how old the data are, what waits to be sent or was refused, who works here, the time, and the
/// buttons for language and theme. Thread: GUI.
class StatusStrip : public QStatusBar {
    Q_OBJECT

public:
    StatusStrip(const Desk& desk, const Words& words, QWidget* parent = nullptr);

    void setSession(const Session& session);
    void setDataAt(Instant at); ///< when the numbers on show were read
    void setOutbox(int waiting, int refused); ///< operations
    void setCasesWaiting(int cases);          ///< to which the waiting operations belong
    void retranslate();
    [[nodiscard]] QToolButton* personButton() const { return m_person; }

Q_SIGNALS:
    void personPressed();
    void languagePressed();
    void themePressed();
    void outboxPressed(bool refused);

private:
    Desk m_desk;
    const Words& m_words;
    Session m_session;
    std::optional<Instant> m_dataAt, m_savedAt;
    int m_waiting = 0, m_refused = 0, m_cases = 0;
    QTimer m_tick;
    QLabel *m_age, *m_clock;
    QToolButton *m_sync, *m_person, *m_language, *m_theme;

    void tick();
};

} // namespace griddesk
