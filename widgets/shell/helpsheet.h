// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actionregistry.h"

#include <QDialog>

class QLineEdit;
class QTreeWidget;
class QPushButton;

namespace griddesk {

/// Title of a group of actions ("case", "view" …), for menus and the help sheet.
[[nodiscard]] QString groupTitle(const QString& group);

/// A key as it is shown: arrows as arrows, which are shorter than their names in any language.
[[nodiscard]] QString keyText(const QKeySequence& keys);

/// Everything the program can do with its keys and commands, made from the registry; searchable; opens the change of a
/// key. Thread: GUI.
class HelpSheet : public QDialog {
    Q_OBJECT

public:
    HelpSheet(ActionRegistry& actions, QWidget* parent);

Q_SIGNALS:
    void rebindAsked(const QString& id);

private:
    ActionRegistry& m_actions;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QPushButton* m_rebind;

    void fill();
    void filter();
    [[nodiscard]] QString currentId() const;
};

} // namespace griddesk
