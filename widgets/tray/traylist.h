// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/tray.h"
#include "models/views/casepage/difflistmodel.h"
#include "models/views/words.h"
#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace griddesk {

/// One line of the tray: still there, or settled.
struct TrayRow {
    std::string id; ///< of the operation
    QString title, detail, badge;
    bool good = false; ///< may be done again, or may be put back
    bool operator==(const TrayRow&) const = default;
};

/// The operations of the tray, or those that were settled; the items themselves stand beside the lines. Thread: GUI.
class TrayModel : public DiffListModel<TrayRow> {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, BadgeRole, GoodRole };

    TrayModel(const Words& words, QObject* parent = nullptr) : DiffListModel(parent), m_words(words) {}

    void setItems(std::vector<TrayItem> items);
    void setSettled(std::vector<SettledTrayItem> items);
    [[nodiscard]] const TrayItem* itemAt(int row) const;
    [[nodiscard]] const SettledTrayItem* settledAt(int row) const;
    [[nodiscard]] const std::vector<TrayItem>& items() const noexcept { return m_items; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// Makes all texts anew after a change of language.
    void retranslate();

private:
    const Words& m_words;
    std::vector<TrayItem> m_items;
    std::vector<SettledTrayItem> m_settled;
    bool m_showsSettled = false;
};

/// Two lines and a chip that says in words whether the operation may be done again.
class TrayDelegate : public QStyledItemDelegate {
public:
    TrayDelegate(const ThemeKeeper& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const ThemeKeeper& m_themes;
};

} // namespace griddesk
