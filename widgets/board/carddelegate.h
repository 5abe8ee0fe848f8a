// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/words.h"
#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace griddesk {

/// Paints a card of the dispatch board: urgency bar, lamp with the time left, number, title, area and class; below, the unit
/// the duty list names or how long nobody has signed (a clock whose filling and colour grow with age). Thread: GUI.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int cardHeight = 102;

    CardDelegate(const ThemeKeeper& themes, const Words& words, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes), m_words(words) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, cardHeight}; }

private:
    const ThemeKeeper& m_themes;
    const Words& m_words;
};

} // namespace griddesk
