// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/columnchoice.h"

#include "widgets/board/boardcolumnview.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

using namespace griddesk;

namespace {

using Model = CaseTableModel;
using Wish = ColumnChoice::Wish;

int sum(const std::array<int, Model::ColumnCount>& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }

} // namespace

TEST(Columns, NeverNeedMoreThanTheTableIsWide)
{
    for (int room = 560; room <= 2400; room += 7) {
        const auto widths = fitColumns({}, room);
        EXPECT_EQ(sum(widths), room);
        EXPECT_GE(widths[Model::TitleColumn], 160);
    }
}

TEST(Columns, ComeWithTheRoomInOrderOfUse)
{
    const auto narrow = fitColumns({}, 610);
    for (const auto column : {Model::LampColumn, Model::NumberColumn, Model::StageColumn, Model::TitleColumn, Model::UnitColumn})
        EXPECT_GT(narrow[column], 0) << column;
    EXPECT_EQ(narrow[Model::AreaColumn], 0);
    const auto wide = fitColumns({}, 1900);
    for (int column = 0; column < Model::ColumnCount; ++column)
        EXPECT_EQ(wide[static_cast<std::size_t>(column)] > 0, column != Model::UrgencyColumn) << column;
    EXPECT_EQ(wide[Model::NumberColumn], 186) << "the whole number";
}

TEST(Columns, AWishIsKeptWhateverTheRoom)
{
    ColumnChoice choice;
    choice.of(Model::SourceColumn).wish = Wish::Shown;
    choice.of(Model::UnitColumn).wish = Wish::Hidden;
    choice.of(Model::StageColumn).width = 333;
    const auto narrow = fitColumns(choice, 700);
    EXPECT_GT(narrow[Model::SourceColumn], 0);
    EXPECT_EQ(fitColumns(choice, 2400)[Model::UnitColumn], 0);
    EXPECT_EQ(fitColumns(choice, 2400)[Model::StageColumn], 333);
    choice.of(Model::TitleColumn).wish = Wish::Hidden;
    EXPECT_GT(fitColumns(choice, 700)[Model::TitleColumn], 0) << "a table without titles says nothing";
}

TEST(Columns, RoundTripAsText)
{
    ColumnChoice choice;
    std::swap(choice.columns[1], choice.columns[7]);
    choice.of(Model::DueColumn) = {.column = Model::DueColumn, .wish = Wish::Shown, .width = 140};
    choice.of(Model::MarksColumn).wish = Wish::Hidden;
    EXPECT_EQ(ColumnChoice::parse(choice.text()), choice);
}

TEST(Columns, BadTextGivesTheUsualOnes)
{
    for (const QByteArray& text : {QByteArray(), QByteArray("nonsense"), QByteArray("lamp:often:3 :: title"), QByteArray(100'000, ':'), QByteArray("\xff\0\x01", 3)})
        EXPECT_EQ(ColumnChoice::parse(text), ColumnChoice()) << text.left(20).toStdString();
    const auto some = ColumnChoice::parse("unit:shown:99999 unit:hidden:0 later:shown:50 lamp:hidden:-5");
    EXPECT_EQ(some.columns.size(), static_cast<std::size_t>(Model::ColumnCount));
    EXPECT_EQ(some.columns.front(), (ColumnChoice::Column{.column = Model::UnitColumn, .wish = Wish::Shown, .width = 0}));
    EXPECT_EQ(some.columns[1].wish, Wish::Hidden);
}

TEST(BoardColumns, TheLaneBeginsWithWholeColumnsOnly)
{
    constexpr int spacing = 10;
    using View = BoardColumnView;
    for (int room = 400; room <= 2400; room += 13) {
        const int width = View::widthFor(room, std::vector<bool>(12, false), spacing);
        EXPECT_GE(width, View::narrowest);
        EXPECT_LE(width, View::widest);
        if (width < View::widest) {
            const int left = (room + spacing) % (width + spacing); // of a column cut by the edge
            EXPECT_LT(left, 12) << room << ": half a card is neither read nor a hint";
        }
    }
    EXPECT_EQ(View::widthFor(2000, {false, false, false}, spacing), View::widest);
    // Empty columns leave their room to those with work.
    EXPECT_EQ(View::widthFor(2 * 300 + View::bare + 2 * spacing, {false, true, false}, spacing), 300);
}

TEST(Columns, AtTheWidthOfASmallScreenTheAreaIsThereToo)
{
    const auto widths = fitColumns({}, 728); // between the queues and the case on 1366 pixels
    for (const auto column : {Model::CategoryColumn, Model::AreaColumn, Model::UnitColumn})
        EXPECT_GT(widths[column], 0) << column;
}
