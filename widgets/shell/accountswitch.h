// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/session.h"
#include "models/views/words.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListWidget;

namespace griddesk {

/// Fast change of person: everybody who holds a post now, found by name, post or unit. What one person may not do, another
/// post must: the list names the roles. Lies over its parent. Thread: GUI.
class AccountSwitch : public QFrame {
    Q_OBJECT

public:
    AccountSwitch(const Words& words, QWidget* parent);

    /// Shows the people of the rules in force; `now` decides who holds which post.
    void popUp(const Session& session, Instant now, QPoint bottomRight);
    void retranslate();

Q_SIGNALS:
    void chosen(const griddesk::AccountId& account, const griddesk::PostId& post);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Words& m_words;
    QLabel *m_title, *m_hint;
    QLineEdit* m_search;
    QListWidget* m_list;

    void filter(const QString& text);
    void take();
};

} // namespace griddesk
