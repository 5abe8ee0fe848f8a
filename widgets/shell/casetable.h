// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "columnchoice.h"
#include "models/views/tables/casetablemodel.h"
#include "widgets/theme.h"

#include <QTableView>
#include <QTimer>

#include <vector>

namespace griddesk {

class CaseDelegate;

/// The view of the case table: tells the model its window, keeps its place while rows come and go, shows the columns that
/// were chosen or fit, opens a case by Enter or double click. Thread: GUI.
class CaseTable : public QTableView {
    Q_OBJECT

public:
    CaseTable(CaseTableModel& model, const ThemeKeeper& themes, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<CaseKey> selectedKeys() const;
    /// Makes the case current and scrolls to it; false when it is not in the list.
    bool showKey(CaseKey key);
    /// The columns somebody wants; the rest comes and goes with the width of the table.
    [[nodiscard]] const ColumnChoice& columns() const { return m_columns; }
    void setColumns(const ColumnChoice& columns);

Q_SIGNALS:
    void opened(griddesk::CaseKey key);  ///< Enter or double click
    void currentKeyChanged(griddesk::CaseKey key);
    void selectionCounted(int count);
    void columnsChosen(); ///< by a hand: moved, made wider, shown or hidden

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    CaseTableModel& m_model;
    QTimer m_window;
    CaseKey m_top = 0, m_current = 0;
    int m_topRow = 0, m_hovered = -1;
    CaseDelegate* m_delegate;
    ColumnChoice m_columns;
    bool m_sawCurrent = false; ///< the current row was in sight before rows came and went
    bool m_fitting = false; ///< the program moves the columns, not a hand

    void fit();
    void hover(int row);
    void updateRow(int row);
    void noteMoved();
    void tellWindow();
    void keepPlace();
    void returnToPlace();
};

} // namespace griddesk
