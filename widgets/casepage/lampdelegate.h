// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace griddesk {

/// Rows of the page's small tables: comfortable height and the lamp's sign in front of one column.
class LampDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LampDelegate(ThemeKeeper& theme, int lampRole, int lampColumn, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    ThemeKeeper& m_theme;
    int m_role, m_column;
};

} // namespace griddesk
