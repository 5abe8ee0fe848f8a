// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnsdialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace griddesk {

namespace {

using Wish = ColumnChoice::Wish;

QString nameOf(const CaseTable& table, int column)
{
    return table.model()->headerData(column, Qt::Horizontal).toString();
}

} // namespace

ColumnsDialog::ColumnsDialog(CaseTable& table, QWidget* parent) : QDialog(parent), m_table(table)
{
    setObjectName(QStringLiteral("columnsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Columns of the case table"));
    resize(420, 500);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto* title = new QLabel(windowTitle());
    title->setProperty("title", true);
    column->addWidget(title);
    auto* words = new QLabel(tr("A half tick leaves it to the room there is. Drag a line to move the column."));
    words->setProperty("muted", true);
    words->setWordWrap(true);
    column->addWidget(words);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("columnList"));
    m_list->setAccessibleName(tr("Columns"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    column->addWidget(m_list, 1);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto button = [&](const char* name, const QString& text) {
        auto* made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        row->addWidget(made);
        return made;
    };
    auto* up = button("columnUp", tr("Up"));
    auto* down = button("columnDown", tr("Down"));
    auto* reset = button("columnReset", tr("Usual columns"));
    row->addStretch();
    auto* close = button("columnClose", tr("Close"));
    close->setProperty("primary", true);
    close->setDefault(true);
    column->addLayout(row);

    fill();
    m_list->setCurrentRow(0);
    connect(m_list, &QListWidget::itemChanged, this, &ColumnsDialog::apply);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ColumnsDialog::apply);
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
    connect(reset, &QPushButton::clicked, this, [this] {
        m_table.setColumns({});
        fill();
        Q_EMIT chosen();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void ColumnsDialog::fill()
{
    m_filling = true;
    const int at = m_list->currentRow();
    m_list->clear();
    for (const auto& one : m_table.columns().columns) {
        auto* item = new QListWidgetItem(nameOf(m_table, one.column), m_list);
        item->setData(Qt::UserRole, one.column);
        auto flags = item->flags() & ~Qt::ItemIsDropEnabled;
        if (one.column == CaseTableModel::TitleColumn) {
            flags &= ~Qt::ItemIsUserCheckable; // a table without titles says nothing
            item->setCheckState(Qt::Checked);
        } else {
            flags |= Qt::ItemIsUserCheckable | Qt::ItemIsUserTristate;
            item->setCheckState(one.wish == Wish::Shown ? Qt::Checked : one.wish == Wish::Hidden ? Qt::Unchecked : Qt::PartiallyChecked);
        }
        item->setFlags(flags);
    }
    m_list->setCurrentRow(at);
    m_filling = false;
}

void ColumnsDialog::apply()
{
    if (m_filling)
        return;
    ColumnChoice wanted;
    wanted.columns.clear();
    for (int i = 0; i < m_list->count(); ++i) {
        auto one = m_table.columns().of(m_list->item(i)->data(Qt::UserRole).toInt());
        if (one.column != CaseTableModel::TitleColumn) {
            const auto state = m_list->item(i)->checkState();
            one.wish = state == Qt::Checked ? Wish::Shown : state == Qt::Unchecked ? Wish::Hidden : Wish::Fitting;
        }
        wanted.columns.push_back(one);
    }
    m_table.setColumns(wanted);
    Q_EMIT chosen();
}

void ColumnsDialog::move(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_filling = true;
    auto* item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
    m_filling = false;
    apply();
}

void ColumnsDialog::fillMenu(QMenu& menu, CaseTable& table, const std::function<void()>& chosen)
{
    for (const auto& one : table.columns().columns) {
        if (one.column == CaseTableModel::TitleColumn)
            continue;
        auto* action = menu.addAction(nameOf(table, one.column));
        action->setCheckable(true);
        action->setChecked(!table.isColumnHidden(one.column));
        connect(action, &QAction::triggered, &table, [&table, column = one.column, chosen](bool on) {
            auto wanted = table.columns();
            wanted.of(column).wish = on ? Wish::Shown : Wish::Hidden;
            table.setColumns(wanted);
            chosen();
        });
    }
}

} // namespace griddesk
