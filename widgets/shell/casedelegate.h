// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace griddesk {

/// Paints the rows of the case table: urgency bar, lamp with the time left, stage chip, title over address, supervision
/// card and as many marks as fit, the rest as a number; long names take two lines. Row height is fixed. Thread: GUI.
class CaseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int rowHeight = 42;

    CaseDelegate(const ThemeKeeper& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The marks that stand below the stage while the column of marks has no room: those that call for a hand.
    [[nodiscard]] static QString marksBelow(const QModelIndex& index);
    /// The row under the mouse, tinted as a whole; -1 for none. The view repaints.
    void setHoverRow(int row) { m_hover = row; }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ThemeKeeper& m_themes;
    int m_hover = -1;

    void paintTime(QPainter& painter, const QRectF& cell, const QModelIndex& index, const QColor& ink) const;
    void paintTitle(QPainter& painter, const QRectF& cell, const QModelIndex& index, const QColor& ink, const QColor& faint) const;
    void paintMarks(QPainter& painter, QRectF cell, const QModelIndex& index) const;
};

} // namespace griddesk
