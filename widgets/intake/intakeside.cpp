// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakeside.h"

#include "widgets/forms/flowlayout.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace griddesk {

namespace {

/// Two lines: title, and what it is; with a bar for the score where there is one.
class TwoLineDelegate : public QStyledItemDelegate {
public:
    TwoLineDelegate(const ThemeKeeper& themes, int titleRole, int detailRole, int scoreRole, QObject* parent)
        : QStyledItemDelegate(parent), m_themes(themes), m_title(titleRole), m_detail(detailRole), m_score(scoreRole)
    {
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& theme = m_themes.theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect, theme.selection);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, theme.hover);
        auto box = option.rect.adjusted(12, 6, -12, -6);
        if (m_score != 0) {
            const auto score = index.data(m_score).toInt();
            const QRectF bar(box.right() - 44, box.center().y() - 3, 44, 6);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.border);
            painter->drawRoundedRect(bar, 3, 3);
            painter->setBrush(score >= 70 ? theme.urgent : theme.accent);
            painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * std::clamp(score, 0, 100) / 100.0, bar.height()), 3, 3);
            box.setRight(box.right() - 56);
        }
        const QFontMetrics metrics(option.font);
        painter->setPen(selected ? theme.selectionText : theme.text);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignTop, metrics.elidedText(index.data(m_title).toString(), Qt::ElideRight, box.width()));
        auto small = option.font;
        small.setPixelSize(12);
        painter->setFont(small);
        painter->setPen(selected ? theme.selectionText : theme.textMuted);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, QFontMetrics(small).elidedText(index.data(m_detail).toString(), Qt::ElideRight, box.width()));
        painter->setPen(theme.border);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 50}; }

private:
    const ThemeKeeper& m_themes;
    int m_title, m_detail, m_score;
};

QListView* list(const char* name, QAbstractItemModel* model, QAbstractItemDelegate* delegate)
{
    auto* view = new QListView;
    view->setObjectName(QLatin1String(name));
    view->setModel(model);
    view->setItemDelegate(delegate);
    view->setUniformItemSizes(true);
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setStyleSheet(QStringLiteral("QListView { border: none; border-radius: 0; }")); // it lies in a card already
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return view;
}

} // namespace

IntakeSide::IntakeSide(DuplicateModel& duplicates, HistoryModel& history, const ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_duplicates(duplicates), m_history(history)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const auto section = [&](QFrame*& frame, QListView* view, QLabel*& none, std::function<QString()> title, std::function<QString()> empty) {
        frame = new QFrame;
        frame->setProperty("card", true);
        auto* box = new QVBoxLayout(frame);
        box->setContentsMargins(1, 12, 1, 8);
        box->setSpacing(8);
        auto* heading = new QLabel;
        heading->setProperty("heading", true);
        heading->setContentsMargins(15, 0, 15, 0);
        none = new QLabel;
        none->setProperty("muted", true);
        none->setWordWrap(true);
        none->setAlignment(Qt::AlignTop);
        none->setContentsMargins(15, 0, 15, 0);
        auto* emptyLabel = none;
        m_texts.add([heading, emptyLabel, view, title = std::move(title), empty = std::move(empty)] {
            heading->setText(title());
            view->setAccessibleName(title());
            emptyLabel->setText(empty());
        });
        box->addWidget(heading);
        box->addWidget(none, 1);
        box->addWidget(view, 1);
        column->addWidget(frame);
        return box;
    };
    m_list = list("intakeDuplicates", &duplicates, new TwoLineDelegate(themes, DuplicateModel::TitleRole, DuplicateModel::ReasonRole, DuplicateModel::ScoreRole, this));
    auto* box = section(m_same, m_list, m_none, [] { return tr("Same matter?"); }, [] { return tr("Nothing like it so far. Cases of the same class, place or words appear here while you type."); });
    m_keys = new QWidget;
    auto* keyRow = m_keys;
    auto policy = keyRow->sizePolicy();
    policy.setHeightForWidth(true);
    keyRow->setSizePolicy(policy);
    auto* keys = new FlowLayout(keyRow, 8); // long labels go to a second line
    auto* keyMargin = new QHBoxLayout;
    keyMargin->setContentsMargins(12, 0, 12, 4);
    keyMargin->addWidget(keyRow);
    const auto button = [&](const char* name, std::function<QString()> text) {
        auto* made = new QPushButton;
        made->setObjectName(QLatin1String(name));
        m_texts.add([made, text = std::move(text)] { made->setText(text()); });
        keys->addWidget(made);
        return made;
    };
    m_follow = button("intakeFollow", [] { return tr("Follow  Ctrl+J"); });
    m_merge = button("intakeMerge", [] { return tr("Merge  Ctrl+M"); });
    m_new = button("intakeReallyNew", [] { return tr("Really new  Ctrl+N"); });
    m_texts.add([this] {
        m_follow->setToolTip(tr("The caller joins the marked case; no new case is made"));
        m_merge->setToolTip(tr("Saves this report and merges it into the marked case"));
        m_new->setToolTip(tr("The marked case is another matter and goes from the list"));
    });
    box->addLayout(keyMargin);
    m_past = list("intakeHistory", &history, new TwoLineDelegate(themes, HistoryModel::TitleRole, HistoryModel::DetailRole, 0, this));
    section(m_earlier, m_past, m_pastNone, [] { return tr("Earlier cases of caller and place"); }, [] { return tr("None known for this telephone and address."); });
    column->addStretch(0);

    connect(m_follow, &QPushButton::clicked, this, &IntakeSide::followRequested);
    connect(m_merge, &QPushButton::clicked, this, &IntakeSide::mergeRequested);
    connect(m_new, &QPushButton::clicked, this, &IntakeSide::putAsideCurrent);
    const auto open = [this](const QModelIndex& index) {
        const int role = index.model() == &m_duplicates ? int(DuplicateModel::IdRole) : int(HistoryModel::IdRole);
        if (const auto id = CaseId::parse(index.data(role).toString().toStdString()))
            Q_EMIT openCaseRequested(*id);
    };
    connect(m_list, &QListView::activated, this, open);
    connect(m_past, &QListView::activated, this, open);
    for (QAbstractItemModel* model : {static_cast<QAbstractItemModel*>(&duplicates), static_cast<QAbstractItemModel*>(&history)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &IntakeSide::refresh);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &IntakeSide::refresh);
        connect(model, &QAbstractItemModel::modelReset, this, &IntakeSide::refresh);
    }
    refresh();
}

const DuplicateCandidate* IntakeSide::current() const
{
    const auto& rows = m_duplicates.rows();
    if (rows.empty())
        return nullptr;
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0;
    return &rows[static_cast<std::size_t>(std::min(row, static_cast<int>(rows.size()) - 1))].candidate;
}

void IntakeSide::putAsideCurrent()
{
    m_duplicates.putAside(m_list->currentIndex().isValid() ? m_list->currentIndex().row() : 0);
}

void IntakeSide::refresh()
{
    const bool any = m_duplicates.rowCount() > 0;
    m_list->setVisible(any);
    m_none->setVisible(!any);
    m_keys->setVisible(any);
    if (any && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_duplicates.index(0));
    const bool past = m_history.rowCount() > 0;
    m_past->setVisible(past);
    m_pastNone->setVisible(!past);
    // What says something gets the room, what does not keeps to its own lines; below the form it goes altogether.
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->setStretch(0, any ? 3 : 0);
    column->setStretch(1, past ? 3 : 0);
    column->setStretch(2, any || past ? 0 : 1);
    m_same->setVisible(any || !m_below);
    m_earlier->setVisible(past || !m_below);
    setVisible(any || past || !m_below);
}

void IntakeSide::setBelow(bool below)
{
    if (below == m_below)
        return;
    m_below = below;
    refresh();
}

} // namespace griddesk
