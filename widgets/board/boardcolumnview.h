// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/board/boardmodel.h"
#include "widgets/theme.h"

#include <QFrame>

#include <vector>

class QLabel;
class QListView;

namespace griddesk {

/// One column of the board: unit, load and overdue below it, who is on and the number, and the list of its cards. Thread: GUI.
class BoardColumnView : public QFrame {
    Q_OBJECT

public:
    static constexpr int narrowest = 244, widest = 372, bare = 184;

    /// The width of the columns that hold work, so that a lane `room` wide begins with whole columns only; `empty` says by
    /// column which ones stay `bare` because nothing is in them.
    [[nodiscard]] static int widthFor(int room, const std::vector<bool>& empty, int spacing);

    BoardColumnView(BoardModel& model, int column, const Words& words, const ThemeKeeper& themes, QWidget* parent = nullptr);

    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] int column() const { return m_column; }
    void showHeader();
    void setColumnWidth(int width);
    /// A unit without any open case and without a card: it needs no room for cards.
    [[nodiscard]] bool isBare() const;

private:
    BoardModel& m_model;
    const Words& m_words;
    int m_column;
    QLabel *m_name, *m_open, *m_overdue, *m_on;
    QListView* m_list;
};

} // namespace griddesk
