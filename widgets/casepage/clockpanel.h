// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/clockmodel.h"
#include "widgets/theme.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace griddesk {

/// Every clock with its segments: from, to, who held it, what counted and why not; the sum below is the clock. The sheet
/// of the chosen clock can be copied and printed. Thread: GUI.
class ClockPanel : public QWidget {
    Q_OBJECT

public:
    ClockPanel(ClockModel& model, ThemeKeeper& theme, QWidget* parent);
    void retranslate();
    [[nodiscard]] QTreeView* tree() const { return m_tree; }

Q_SIGNALS:
    void printWanted(int row); ///< the page prints; a seam for tests and the tour

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int chosen() const;
    void showSum();
    void showWorst();

    ClockModel& m_model;
    QTreeView* m_tree;
    QLabel* m_sum;
    QPushButton *m_copy, *m_print;
};

} // namespace griddesk
