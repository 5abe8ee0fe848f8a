// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/tables/casetablemodel.h"
#include "widgets/theme.h"

#include <QTableView>
#include <QTimer>

#include <vector>

namespace griddesk {

/// The view of the case table: tells the model its window, keeps its place while rows come and go, opens a case by Enter
/// or double click. Thread: GUI.
class CaseTable : public QTableView {
    Q_OBJECT

public:
    CaseTable(CaseTableModel& model, const ThemeKeeper& themes, QWidget* parent = nullptr);

    [[nodiscard]] std::vector<CaseKey> selectedKeys() const;
    /// Makes the case current and scrolls to it; false when it is not in the list.
    bool showKey(CaseKey key);
    /// Leaves out the columns there is no room for: times and source first, then the area; the title keeps its room.
    void fitColumns();
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    void opened(griddesk::CaseKey key);  ///< Enter or double click
    void currentKeyChanged(griddesk::CaseKey key);
    void selectionCounted(int count);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    CaseTableModel& m_model;
    QTimer m_window;
    CaseKey m_top = 0, m_current = 0;
    int m_topRow = 0;
    bool m_tight = false;

    void tellWindow();
    void keepPlace();
    void returnToPlace();
};

} // namespace griddesk
