// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/forms/sheet.h"

#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace griddesk {

/// Shows what would be withdrawn, one line each, asks for the reason and only then tells confirmed(). The page's Ctrl+Enter
/// withdraws, Escape leaves everything as it is. Object names: withdrawList, withdrawWords, withdrawGo, withdrawCancel. Thread: GUI.
class WithdrawSheet : public Sheet {
    Q_OBJECT

public:
    explicit WithdrawSheet(QWidget* page);
    void show(const QStringList& lines);
    void showProblem(const QString& sentence);
    void retranslate();
    /// Confirms when a reason is given; the page's Ctrl+Enter.
    void go();

Q_SIGNALS:
    void confirmed(const QString& words);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel *m_title, *m_about, *m_problem;
    QListWidget* m_list;
    QLineEdit* m_words;
    QPushButton *m_cancel, *m_go;
    int m_count = 0;
};

} // namespace griddesk
