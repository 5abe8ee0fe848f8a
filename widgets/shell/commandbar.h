// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commandlanguage.h"
#include "models/views/tables/searchresultsmodel.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>

class QFrame;
class QLabel;
class QListWidget;

namespace griddesk {

/// The line for commands and search: `/派 案 3217 单位 市容科`, or words and numbers to find cases. Suggestions stand
/// below; Up and Down choose, Tab takes, Enter runs, Escape gives the focus back. Thread: GUI.
class CommandBar : public QLineEdit {
    Q_OBJECT

public:
    using Values = std::function<QStringList(const QString& field, const QString& prefix)>;

    CommandBar(CaseQueries& queries, const Words& words, QWidget* parent = nullptr);

    void setLanguage(CommandLanguage language);
    /// What a verb does, as words beside it, after a tab the key that does the same; and what could stand in a field.
    void setHelpers(std::function<QString(const QString& verb)> describe, Values values);
    /// Opens with a beginning ("/") and takes the focus; Escape gives it back.
    void begin(const QString& text);
    void retranslate();
    [[nodiscard]] QWidget* popup() const;
    /// Sentence for a command that was not understood.
    [[nodiscard]] static QString words(const CommandProblem& problem);

Q_SIGNALS:
    void commanded(const griddesk::CommandLine& line);
    void notUnderstood(const QString& text, const QString& why);
    void caseChosen(const griddesk::CaseId& id);
    void searched(const QString& words); ///< Enter on plain words: show them as a filtered table

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override; ///< Tab takes a suggestion while there are some
    void focusOutEvent(QFocusEvent* event) override;

private:
    const Words& m_words;
    SearchResultsModel m_results;
    CommandLanguage m_language{{}};
    std::function<QString(const QString&)> m_describe;
    Values m_values;
    CommandPrompt m_prompt;
    QPointer<QWidget> m_before;
    QTimer m_ask;
    QFrame* m_popup = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_hint = nullptr;

    void suggest();
    void showCompletions();
    void showResults();
    void placePopup();
    void hidePopup();
    void take();
    void run();
    void leave();
};

} // namespace griddesk
