// SPDX-License-Identifier: GPL-3.0-or-later
#include "casetable.h"

#include "casedelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

#include <array>

namespace griddesk {

namespace {
constexpr std::array widths{138, 186, 102, 64, 116, 300, 122, 124, 108, 108, 96, 150};
constexpr int wideEnough = 1400, middling = 900; // pixels of the table
static_assert(widths.size() == CaseTableModel::ColumnCount);
} // namespace

CaseTable::CaseTable(CaseTableModel& model, const ThemeKeeper& themes, QWidget* parent) : QTableView(parent), m_model(model)
{
    setObjectName(QStringLiteral("caseTable"));
    setAccessibleName(tr("Cases"));
    setModel(&model);
    setItemDelegate(new CaseDelegate(themes, this));
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
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < CaseTableModel::ColumnCount; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)]);
    setColumnHidden(CaseTableModel::UrgencyColumn, true); // the bar at the left edge says it
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
}

void CaseTable::returnToPlace()
{
    if (m_top != 0)
        if (const int row = m_model.rowOf(m_top, m_topRow); row >= 0)
            verticalScrollBar()->setValue(row);
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
    setCurrentIndex(m_model.index(row, CaseTableModel::NumberColumn));
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
    fitColumns();
    m_window.start();
}

void CaseTable::fitColumns()
{
    const int room = viewport()->width();
    for (const int column : {CaseTableModel::ReportedColumn, CaseTableModel::DueColumn, CaseTableModel::SourceColumn})
        setColumnHidden(column, room < wideEnough);
    setColumnHidden(CaseTableModel::AreaColumn, room < middling);
    if (const bool tight = room < middling; tight != m_tight) {
        m_tight = tight; // the last figures of a number tell cases apart
        setColumnWidth(CaseTableModel::NumberColumn, tight ? 104 : widths[CaseTableModel::NumberColumn]);
    }
    // The title takes what the other columns leave.
    int others = 0;
    for (int column = 0; column < CaseTableModel::ColumnCount; ++column)
        if (column != CaseTableModel::TitleColumn && !isColumnHidden(column))
            others += columnWidth(column);
    setColumnWidth(CaseTableModel::TitleColumn, std::max(190, viewport()->width() - others));
}

QByteArray CaseTable::saveColumns() const { return horizontalHeader()->saveState(); }

void CaseTable::restoreColumns(const QByteArray& state)
{
    if (horizontalHeader()->restoreState(state))
        horizontalHeader()->setSortIndicatorShown(false);
    fitColumns();
}

void CaseTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
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
