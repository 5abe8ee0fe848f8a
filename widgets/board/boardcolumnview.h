// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/board/boardmodel.h"
#include "widgets/theme.h"

#include <QFrame>

class QLabel;
class QListView;

namespace griddesk {

/// One column of the board: unit, load, overdue, who is on and the number, and the list of its cards. Thread: GUI.
class BoardColumnView : public QFrame {
    Q_OBJECT

public:
    static constexpr int narrowest = 244, widest = 330;

    /// The width at which whole columns and a glimpse of the next fill a lane `room` wide; all of it when `columns` fit.
    [[nodiscard]] static int widthFor(int room, int columns, int spacing);

    BoardColumnView(BoardModel& model, int column, const Words& words, const ThemeKeeper& themes, QWidget* parent = nullptr);

    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] int column() const { return m_column; }
    void showHeader();
    void setColumnWidth(int width);

private:
    BoardModel& m_model;
    const Words& m_words;
    int m_column;
    QLabel *m_name, *m_open, *m_overdue, *m_on;
    QListView* m_list;
};

} // namespace griddesk
