// SPDX-License-Identifier: GPL-3.0-or-later
#include "casetable.h"

#include "casedelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace griddesk {

CaseTable::CaseTable(CaseTableModel& model, const ThemeKeeper& themes, QWidget* parent) : QTableView(parent), m_model(model), m_delegate(new CaseDelegate(themes, this))
{
    setObjectName(QStringLiteral("caseTable"));
    setAccessibleName(tr("Cases"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false); // Tab leaves the table
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(CaseDelegate::rowHeight);
    auto* header = horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setMinimumSectionSize(48);
    header->setSortIndicatorShown(false);
    header->setSectionsClickable(true);
    header->setTextElideMode(Qt::ElideRight);
    header->setContextMenuPolicy(Qt::CustomContextMenu); // of the page, which has the words
    connect(header, &QHeaderView::sectionMoved, this, &CaseTable::noteMoved);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (m_fitting || width == 0)
            return;
        m_columns.of(column).width = width;
        Q_EMIT columnsChosen();
    });
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
        const bool again = header->isSortIndicatorShown() && header->sortIndicatorSection() == column;
        const auto order = again && header->sortIndicatorOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
        header->setSortIndicatorShown(true);
        header->setSortIndicator(column, order);
        m_model.sort(column, order);
    });

    m_window.setSingleShot(true);
    m_window.setInterval(30); // a fling asks for where it stops, not for all it passes
    connect(&m_window, &QTimer::timeout, this, &CaseTable::tellWindow);
    const auto soon = [this] {
        if (!m_window.isActive())
            m_window.start();
    };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, soon);
    connect(&m_model, &QAbstractItemModel::modelReset, this, soon);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&m_model, &CaseTableModel::aboutToFollow, this, &CaseTable::keepPlace);
    connect(&m_model, &CaseTableModel::followed, this, &CaseTable::returnToPlace);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& index) { Q_EMIT opened(m_model.keyAt(index.row())); });
}

void CaseTable::tellWindow()
{
    const int first = rowAt(0);
    if (first < 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    m_model.setVisibleRange(first, last < 0 ? first + viewport()->height() / CaseDelegate::rowHeight : last);
}

void CaseTable::keepPlace()
{
    m_topRow = std::max(0, rowAt(0));
    m_top = verticalScrollBar()->value() == 0 ? 0 : m_model.keyAt(m_topRow); // at the top the view stays at the top
    m_sawCurrent = currentIndex().isValid() && viewport()->rect().contains(visualRect(currentIndex()).center());
}

void CaseTable::returnToPlace()
{
    if (m_top != 0)
        if (const int row = m_model.rowOf(m_top, m_topRow); row >= 0)
            verticalScrollBar()->setValue(row);
    if (m_sawCurrent && currentIndex().isValid() && !viewport()->rect().contains(visualRect(currentIndex()).center()))
        scrollTo(currentIndex()); // what was worked on moved in the order: it stays in sight
    tellWindow();
}

std::vector<CaseKey> CaseTable::selectedKeys() const
{
    std::vector<CaseKey> keys;
    for (const auto& range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            keys.push_back(m_model.keyAt(row));
    return keys;
}

bool CaseTable::showKey(CaseKey key)
{
    const int row = m_model.rowOf(key, std::max(0, currentIndex().row()));
    if (row < 0)
        return false;
    // Not QTableView's own function: with Ctrl held down, as for Ctrl+Enter in a form, that one would add the row to what is selected.
    selectionModel()->setCurrentIndex(m_model.index(row, CaseTableModel::NumberColumn), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
    return true;
}

void CaseTable::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT opened(m_model.keyAt(currentIndex().row()));
        return;
    }
    // Typing never jumps about in the list: letters are left to the command bar and the input method.
    if (!event->text().isEmpty() && event->text().at(0).isPrint() && event->key() != Qt::Key_Space
        && !event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    QTableView::keyPressEvent(event);
}

void CaseTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
    m_window.start();
}

void CaseTable::setColumns(const ColumnChoice& columns)
{
    m_columns = columns;
    m_fitting = true;
    for (int at = 0; at < static_cast<int>(m_columns.columns.size()); ++at)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(m_columns.columns[static_cast<std::size_t>(at)].column), at);
    m_fitting = false;
    fit();
}

void CaseTable::fit()
{
    const auto widths = fitColumns(m_columns, viewport()->width());
    m_fitting = true;
    for (int column = 0; column < CaseTableModel::ColumnCount; ++column) {
        const int width = widths[static_cast<std::size_t>(column)];
        setColumnHidden(column, width == 0);
        if (width > 0)
            setColumnWidth(column, width);
    }
    m_fitting = false;
}

void CaseTable::noteMoved()
{
    if (m_fitting)
        return;
    std::ranges::stable_sort(m_columns.columns, {}, [this](const ColumnChoice::Column& one) { return horizontalHeader()->visualIndex(one.column); });
    Q_EMIT columnsChosen();
}

bool CaseTable::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::MouseMove)
        hover(rowAt(static_cast<QMouseEvent*>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

void CaseTable::hover(int row)
{
    if (const int before = std::exchange(m_hovered, row); before != row) {
        m_delegate->setHoverRow(row);
        updateRow(before);
        updateRow(row);
    }
}

void CaseTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), CaseDelegate::rowHeight);
}

void CaseTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    updateRow(currentIndex().row());
}

void CaseTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    updateRow(currentIndex().row());
}

void CaseTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
    // Told only when it is another case: rows that move around it are no choice of the person.
    if (const auto key = m_model.keyAt(current.row()); key != m_current) {
        m_current = key;
        Q_EMIT currentKeyChanged(key);
    }
}

void CaseTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    int count = 0;
    for (const auto& range : selectionModel()->selection())
        count += range.height();
    Q_EMIT selectionCounted(count);
}

} // namespace griddesk
