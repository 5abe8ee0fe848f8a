// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casetable.h"

#include <QDialog>

#include <functional>

class QListWidget;
class QMenu;

namespace griddesk {

/// The columns of the case table: which, in which order, back to the usual ones. Every change is seen in the table at once.
/// Opened with open(). Thread: GUI. Object names: columnList, columnUp, columnDown, columnReset.
class ColumnsDialog : public QDialog {
    Q_OBJECT

public:
    ColumnsDialog(CaseTable& table, QWidget* parent);

    /// Fills a menu with one tick per column; `chosen` is called after a change.
    static void fillMenu(QMenu& menu, CaseTable& table, const std::function<void()>& chosen);

Q_SIGNALS:
    void chosen();

private:
    CaseTable& m_table;
    QListWidget* m_list;
    bool m_filling = false;

    void fill();
    void apply();
    void move(int by);
};

} // namespace griddesk
