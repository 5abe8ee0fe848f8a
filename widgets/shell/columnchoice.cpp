// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnchoice.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace griddesk {

namespace {

constexpr std::size_t count = CaseTableModel::ColumnCount;
constexpr int narrowest = 40, widest = 1200;
constexpr qsizetype longestText = 4096;
constexpr int titleLiked = 200, extraRank = 7;

/// What a column is by nature. `rank` says when it goes for want of room: the highest first, 0 never.
struct Usual {
    const char* name;
    int least, good, rank;
};
constexpr std::array<Usual, count> usuals{{
    {"lamp", 124, 132, 0},
    {"number", 78, 186, 1},
    {"stage", 92, 106, 2},
    {"urgency", 66, 72, 99}, // the bar at the left edge says it; shown only when wished for
    {"category", 78, 132, 4}, // names of classes, areas and units take two lines where one is too short
    {"title", 160, 300, 0},
    {"area", 84, 150, 5},
    {"unit", 90, 156, 3},
    {"reported", 104, 112, 7},
    {"due", 104, 112, 8},
    {"source", 88, 100, 9},
    {"marks", 96, 168, 6}, // until they have room the first ones stand below the stage
}};
constexpr std::array wishNames{"fitting", "shown", "hidden"};

const Usual& usualOf(int column) { return usuals[static_cast<std::size_t>(column)]; }

} // namespace

ColumnChoice::ColumnChoice()
{
    for (int column = 0; column < CaseTableModel::ColumnCount; ++column)
        columns.push_back({.column = column});
}

ColumnChoice::Column& ColumnChoice::of(int column)
{
    return *std::ranges::find(columns, column, &Column::column);
}

const ColumnChoice::Column& ColumnChoice::of(int column) const
{
    return *std::ranges::find(columns, column, &Column::column);
}

QByteArray ColumnChoice::text() const
{
    QByteArray written;
    for (const auto& one : columns) {
        if (!written.isEmpty())
            written += ' ';
        written += QByteArray(usualOf(one.column).name) + ':' + wishNames[static_cast<std::size_t>(one.wish)] + ':' + QByteArray::number(one.width);
    }
    return written;
}

ColumnChoice ColumnChoice::parse(const QByteArray& text)
{
    ColumnChoice natural, read;
    read.columns.clear();
    for (const auto& word : text.first(std::min(text.size(), longestText)).split(' ')) {
        const auto parts = word.split(':');
        if (parts.size() != 3)
            continue;
        const auto usual = std::ranges::find_if(usuals, [&](const Usual& n) { return parts[0] == n.name; });
        const auto wish = std::ranges::find_if(wishNames, [&](const char* name) { return parts[1] == name; });
        const auto column = static_cast<int>(usual - usuals.begin());
        if (usual == usuals.end() || wish == wishNames.end() || std::ranges::find(read.columns, column, &Column::column) != read.columns.end())
            continue;
        const int width = parts[2].toInt();
        read.columns.push_back({.column = column, .wish = static_cast<Wish>(wish - wishNames.begin()),
                                .width = width >= narrowest && width <= widest ? width : 0});
    }
    for (const auto& one : natural.columns)
        if (std::ranges::find(read.columns, one.column, &Column::column) == read.columns.end())
            read.columns.push_back(one);
    return read;
}

std::array<int, count> fitColumns(const ColumnChoice& choice, int room)
{
    std::array<int, count> widths{};
    int needed = 0;
    for (const auto& one : choice.columns) {
        if (one.column != CaseTableModel::TitleColumn && (one.wish == ColumnChoice::Wish::Hidden
            || (one.wish == ColumnChoice::Wish::Fitting && usualOf(one.column).rank == 99)))
            continue; // a table without titles says nothing
        auto& width = widths[static_cast<std::size_t>(one.column)];
        width = one.width > 0 && one.column != CaseTableModel::TitleColumn ? one.width : usualOf(one.column).least;
        needed += width;
    }
    const auto worst = [&](int fromRank) {
        int found = -1;
        for (const auto& one : choice.columns)
            if (widths[static_cast<std::size_t>(one.column)] > 0 && one.wish == ColumnChoice::Wish::Fitting && usualOf(one.column).rank >= fromRank
                && (found < 0 || usualOf(one.column).rank > usualOf(found).rank))
                found = one.column;
        return found;
    };
    // Times and source come only when no name is cut off for them.
    const auto liked = [&] {
        int sum = titleLiked;
        for (const auto& one : choice.columns)
            if (const int width = widths[static_cast<std::size_t>(one.column)]; width > 0 && one.column != CaseTableModel::TitleColumn)
                sum += one.width > 0 || one.column == CaseTableModel::NumberColumn ? width : usualOf(one.column).good;
        return sum;
    };
    const auto leave = [&](int column) { needed -= std::exchange(widths[static_cast<std::size_t>(column)], 0); };
    for (int column = worst(extraRank); column >= 0 && liked() > room; column = worst(extraRank))
        leave(column);
    for (int column = worst(1); column >= 0 && needed > room; column = worst(1))
        leave(column);
    // First every column gets what it likes, the most wanted before the others; the title has the rest.
    std::vector<int> order;
    for (const auto& one : choice.columns)
        if (widths[static_cast<std::size_t>(one.column)] > 0 && one.width == 0 && one.column != CaseTableModel::TitleColumn)
            order.push_back(one.column);
    std::ranges::stable_sort(order, {}, [](int column) { return usualOf(column).rank; });
    const auto grow = [&](int column, int until) {
        auto& width = widths[static_cast<std::size_t>(column)];
        const int more = std::clamp(until - width, 0, std::max(0, room - needed));
        width += more;
        needed += more;
    };
    grow(CaseTableModel::TitleColumn, titleLiked);
    for (const int column : order)
        if (column != CaseTableModel::NumberColumn)
            grow(column, usualOf(column).good);
    // Half a number helps nobody: the whole one or its end.
    if (const auto at = static_cast<std::size_t>(CaseTableModel::NumberColumn);
        std::ranges::find(order, int{CaseTableModel::NumberColumn}) != order.end() && room - needed >= usuals[at].good - widths[at])
        grow(CaseTableModel::NumberColumn, usuals[at].good);
    widths[CaseTableModel::TitleColumn] += std::max(0, room - needed);
    return widths;
}

} // namespace griddesk
