// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace griddesk {

/// Paints a card of the dispatch board: urgency bar, lamp with the time left, number, title, area and class,
/// address; below, the unit the duty list names or since when nobody has signed (a clock that fills and takes its colour as
/// the time to sign runs out). Thread: GUI.
class CardDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int cardHeight = 120;

    CardDelegate(const ThemeKeeper& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, cardHeight}; }

private:
    const ThemeKeeper& m_themes;
};

} // namespace griddesk
