// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace griddesk {

/// One thing a user can do, said once: menu, toolbar, command bar, help sheet and key settings are all made from it.
struct ActionSpec {
    QString id;                     ///< stable, e.g. "case.accept"
    std::function<QString()> text;  ///< asked again when the language changes
    QString group;                  ///< stable id of the menu it belongs to: case, dispatch, view, go, tools, help
    QKeySequence shortcut;
    QStringList aliases;            ///< command words: Chinese, pinyin, English; without the slash
    QString icon;                   ///< name of a drawn icon; empty = none
    bool checkable = false;
};

/// All actions of the program. Thread: GUI. Owned by the main window.
class ActionRegistry : public QObject {
    Q_OBJECT

public:
    explicit ActionRegistry(QObject* parent = nullptr) : QObject(parent) {}

    /// Adds an action; `run` is called with the words typed behind a command (empty from menu and key).
    QAction* add(ActionSpec spec, std::function<void(const QString& arguments)> run);
    [[nodiscard]] QAction* action(const QString& id) const;
    /// Runs by id or alias; false when there is no such action or it is switched off.
    bool run(const QString& idOrAlias, const QString& arguments = {});
    /// Specs in order of adding, for menus, help and completion.
    [[nodiscard]] std::vector<const ActionSpec*> specs(const QString& group = {}) const;
    /// Another key for an action; an empty sequence removes it. Returns the id of the action that has the key already.
    QString rebind(const QString& id, const QKeySequence& keys);
    /// Sets all texts anew after a change of language.
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        ActionSpec spec;
        std::function<void(const QString&)> run;
        QAction* action = nullptr;
    };
    std::vector<std::unique_ptr<Entry>> m_entries;
    [[nodiscard]] Entry* find(const QString& idOrAlias) const;
};

} // namespace griddesk
