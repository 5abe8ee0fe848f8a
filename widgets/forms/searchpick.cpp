// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchpick.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace griddesk {

namespace {

enum Role { ValueRole = Qt::UserRole, DetailRole, DepthRole };
constexpr int rowHeight = 28;
constexpr int listHeight = 260;
constexpr int decorations = 56; ///< padding and the sign that clears

/// Text at the left by depth, detail at the right, headings in the muted colour.
class PickDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool heading = index.data(ValueRole).toString().isEmpty();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        const auto& colours = option.palette;
        if (selected)
            painter->fillRect(option.rect, colours.color(QPalette::Highlight));
        const auto ink = selected ? colours.color(QPalette::HighlightedText) : colours.color(heading ? QPalette::PlaceholderText : QPalette::Text);
        auto box = option.rect.adjusted(10 + 16 * index.data(DepthRole).toInt(), 0, -10, 0);
        const auto detail = index.data(DetailRole).toString();
        auto font = option.font;
        const QFontMetrics metrics(font);
        const auto text = index.data().toString();
        const int room = std::max(box.width() - metrics.horizontalAdvance(text) - 24, box.width() / 3);
        painter->setPen(selected ? ink : colours.color(QPalette::PlaceholderText));
        const auto shown = metrics.elidedText(detail, Qt::ElideRight, room);
        painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, shown);
        font.setBold(heading);
        painter->setFont(font);
        painter->setPen(ink);
        box.setRight(box.right() - metrics.horizontalAdvance(shown) - 12);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, rowHeight}; }
};

} // namespace

SearchPick::SearchPick(QWidget* parent) : QLineEdit(parent), m_model(new QStandardItemModel(this))
{
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!m_value.isEmpty()) {
            m_value.clear();
            Q_EMIT cleared();
        }
        if (m_external)
            Q_EMIT typed(text.trimmed());
        else
            openList();
    });
}

SearchPick::~SearchPick() { delete m_list; }

void SearchPick::setItems(std::vector<PickItem> items)
{
    m_items = std::move(items);
    if (listOpen())
        narrow();
}

void SearchPick::setResults(const std::vector<PickItem>& found)
{
    m_items = found;
    std::vector<const PickItem*> all;
    for (const auto& item : m_items)
        all.push_back(&item);
    fill(all);
    if (hasFocus() && !found.empty())
        placeList();
    else if (found.empty())
        closeList();
}

void SearchPick::setValue(const QString& value, const QString& text)
{
    m_value = value;
    setText(text);
    placeCursor();
}

void SearchPick::placeCursor()
{
    // Behind the text as everywhere; before it where it is too long, so that its beginning is seen.
    const bool fits = fontMetrics().horizontalAdvance(text()) <= contentsRect().width() - decorations;
    setCursorPosition(fits ? static_cast<int>(text().size()) : 0);
}

void SearchPick::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    if (!m_value.isEmpty())
        placeCursor();
}

bool SearchPick::listOpen() const { return m_list && m_list->isVisible(); }

void SearchPick::openList()
{
    if (m_external)
        return;
    narrow();
    placeList();
}

void SearchPick::narrow()
{
    const auto words = m_value.isEmpty() ? text().simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts) : QStringList();
    std::vector<const PickItem*> kept;
    for (const auto& item : m_items) {
        const bool meets = std::ranges::all_of(words, [&](const QString& word) {
            return item.text.contains(word, Qt::CaseInsensitive) || item.value.contains(word, Qt::CaseInsensitive) || item.search.contains(word, Qt::CaseInsensitive);
        });
        if (meets && (words.isEmpty() || !item.value.isEmpty()))
            kept.push_back(&item);
    }
    if (!words.isEmpty()) // a name that begins so before one that only contains it
        std::ranges::stable_sort(kept, {}, [&](const PickItem* item) {
            return item->text.startsWith(words.front(), Qt::CaseInsensitive) || item->search.startsWith(words.front(), Qt::CaseInsensitive) || item->value.startsWith(words.front()) ? 0 : 1;
        });
    fill(kept);
}

void SearchPick::fill(const std::vector<const PickItem*>& items)
{
    m_model->clear();
    for (const auto* item : items) {
        auto* row = new QStandardItem(item->text);
        row->setData(item->value, ValueRole);
        row->setData(item->detail, DetailRole);
        row->setData(text().simplified().isEmpty() || !m_value.isEmpty() ? item->depth : 0, DepthRole);
        row->setData(item->detail.isEmpty() ? item->text : item->text + QStringLiteral(", ") + item->detail, Qt::AccessibleTextRole);
        row->setFlags(item->value.isEmpty() ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_model->appendRow(row);
    }
    if (m_list) {
        m_list->setCurrentIndex({});
        int current = -1;
        for (int row = 0; row < m_model->rowCount(); ++row)
            if (const auto value = m_model->index(row, 0).data(ValueRole).toString(); !value.isEmpty() && (current < 0 || value == m_value))
                if (current < 0 || value == m_value)
                    current = row;
        if (current >= 0) {
            m_list->setCurrentIndex(m_model->index(current, 0));
            m_list->scrollTo(m_model->index(current, 0));
        }
    }
}

void SearchPick::placeList()
{
    if (!m_list) {
        m_list = new QListView(window());
        m_list->setObjectName(objectName() + QStringLiteral(".list"));
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setModel(m_model);
        m_list->setItemDelegate(new PickDelegate(m_list));
        m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        m_list->setUniformItemSizes(true);
        m_list->setMouseTracking(true);
        m_list->setAccessibleName(accessibleName());
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { pickRow(index.row()); });
        if (m_model->rowCount() > 0)
            step(1);
    }
    const int wanted = std::min(listHeight, m_model->rowCount() * rowHeight + 4);
    if (wanted <= 4) {
        closeList();
        return;
    }
    auto corner = mapTo(window(), QPoint(0, height() + 2));
    if (corner.y() + wanted > window()->height()) // no room below: above
        corner = mapTo(window(), QPoint(0, -wanted - 2));
    m_list->setGeometry(corner.x(), std::max(0, corner.y()), std::max(width(), 260), wanted);
    m_list->show();
    m_list->raise();
}

void SearchPick::closeList()
{
    if (m_list)
        m_list->hide();
}

void SearchPick::pickRow(int row)
{
    const auto index = m_model->index(row, 0);
    const auto value = index.data(ValueRole).toString();
    if (value.isEmpty())
        return;
    const auto text = index.data().toString();
    closeList();
    if (m_keepsText)
        setValue(value, text);
    else
        clear();
    Q_EMIT picked(value);
}

void SearchPick::step(int by)
{
    if (!m_list)
        return;
    int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : by > 0 ? -1 : m_model->rowCount();
    do
        row += by;
    while (row >= 0 && row < m_model->rowCount() && m_model->index(row, 0).data(ValueRole).toString().isEmpty());
    if (row >= 0 && row < m_model->rowCount())
        m_list->setCurrentIndex(m_model->index(row, 0));
}

bool SearchPick::event(QEvent* event)
{
    // While the list is open Enter and Escape belong to it, not to the shortcuts of the form.
    if (event->type() == QEvent::ShortcutOverride && listOpen()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape || ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier)) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void SearchPick::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        if (!listOpen())
            openList();
        else
            step(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier && listOpen()) {
            if (m_list->currentIndex().isValid())
                pickRow(m_list->currentIndex().row());
            return;
        }
        break;
    case Qt::Key_Escape:
        if (listOpen()) {
            closeList();
            return;
        }
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchPick::focusOutEvent(QFocusEvent* event)
{
    closeList();
    QLineEdit::focusOutEvent(event);
}

void SearchPick::mousePressEvent(QMouseEvent* event)
{
    QLineEdit::mousePressEvent(event);
    openList();
}

void SearchPick::hideEvent(QHideEvent* event)
{
    closeList();
    QLineEdit::hideEvent(event);
}

} // namespace griddesk
