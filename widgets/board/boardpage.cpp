// SPDX-License-Identifier: GPL-3.0-or-later
#include "boardpage.h"

#include "boardcolumnview.h"
#include "dispatchsheet.h"
#include "edgeshadow.h"
#include "models/views/intake/intakeadvice.h"
#include "widgets/words/dutywords.h"

#include <QCheckBox>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace griddesk {

BoardPage::BoardPage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_words(words), m_themes(themes), m_model(desk, words)
{
    setObjectName("boardPage");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    m_title = new QLabel;
    m_title->setProperty("title", true);
    m_count = new QLabel;
    m_count->setProperty("muted", true);
    m_filter = new QLineEdit;
    m_filter->setObjectName("boardFilter");
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(110);
    m_filter->setMaximumWidth(260);
    m_filter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setMinimumWidth(40);
    m_count->setMinimumWidth(10);
    m_hideEmpty = new QCheckBox;
    m_hideEmpty->setObjectName("boardHideEmpty");
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_hideEmpty);
    head->addWidget(m_filter, 100); // all that is over, up to its width
    column->addLayout(head);

    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_lane = new QWidget;
    m_laneLayout = new QHBoxLayout(m_lane);
    m_laneLayout->setContentsMargins(0, 0, 0, 4);
    m_laneLayout->setSpacing(10);
    m_scroll->setWidget(m_lane);
    new EdgeShadow(*m_scroll, themes);
    column->addWidget(m_scroll, 1);

    m_confirm = new QFrame;
    m_confirm->setObjectName("boardConfirm");
    m_confirm->setProperty("card", true);
    auto* line = new QHBoxLayout(m_confirm);
    line->setContentsMargins(14, 10, 14, 10);
    line->setSpacing(10);
    auto* said = new QVBoxLayout;
    said->setSpacing(2);
    m_confirmText = new QLabel;
    m_confirmText->setObjectName("boardQuestion");
    m_confirmText->setProperty("heading", true);
    m_confirmText->setWordWrap(true);
    m_confirmWhy = new QLabel;
    m_confirmWhy->setObjectName("boardReason");
    m_confirmWhy->setProperty("muted", true);
    m_confirmWhy->setWordWrap(true);
    said->addWidget(m_confirmText);
    said->addWidget(m_confirmWhy);
    line->addLayout(said, 1);
    m_yes = new QPushButton;
    m_yes->setObjectName("boardYes");
    m_yes->setProperty("primary", true);
    m_no = new QPushButton;
    m_no->setObjectName("boardNo");
    for (auto* button : {m_no, m_yes}) {
        button->setFocusPolicy(Qt::NoFocus); // the card keeps the focus, Enter and Escape go through it
        line->addWidget(button, 0, Qt::AlignVCenter);
    }
    connect(m_yes, &QPushButton::clicked, this, [this] { confirm(true); });
    connect(m_no, &QPushButton::clicked, this, [this] { confirm(false); });
    m_confirm->hide();
    column->addWidget(m_confirm);

    m_sheet = new DispatchSheet(desk, words, this);
    m_sheet->hide();
    m_texts.add([this] {
        m_title->setText(tr("Dispatch board"));
        m_filter->setPlaceholderText(tr("Filter cards"));
        m_filter->setAccessibleName(tr("Filter cards"));
        m_hideEmpty->setText(tr("Only units with work"));
        m_yes->setText(tr("Dispatch  Enter"));
        m_no->setText(tr("Cancel  Esc"));
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setFilter(text.trimmed());
        showHeaders();
    });
    connect(m_hideEmpty, &QCheckBox::toggled, this, &BoardPage::hideEmpty);
    connect(m_sheet, &DispatchSheet::submitted, this, &BoardPage::submitted);
    connect(&m_model, &BoardModel::modelReset, this, &BoardPage::makeColumns);
    connect(&m_model, &BoardModel::headersChanged, this, &BoardPage::showHeaders);
    connect(&m_model, &BoardModel::rowsInserted, this, &BoardPage::showHeaders);
    connect(&m_model, &BoardModel::rowsRemoved, this, &BoardPage::showHeaders);
    connect(&m_model, &BoardModel::dataChanged, this, &BoardPage::followDispatched);
    connect(&m_model, &BoardModel::dropped, this, [this](CaseKey key, int to) {
        dispatchTo(key, m_model.columns()[static_cast<std::size_t>(to)].unit);
    });
    connect(&themes, &ThemeKeeper::changed, this, qOverload<>(&QWidget::update));
    m_model.setWatched(false); // until the page is shown
    connect(&m_tick, &QTimer::timeout, &m_model, &BoardModel::tick);
    m_tick.start(20'000);
}

void BoardPage::setSession(const Session& session)
{
    m_session = session;
    m_pending.reset();
    m_confirm->hide();
    m_model.setSession(session);
}

void BoardPage::makeColumns()
{
    for (auto* column : m_columns)
        delete column;
    m_columns.clear();
    while (auto* item = m_laneLayout->takeAt(0))
        delete item;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        auto* column = new BoardColumnView(m_model, i, m_words, m_themes, m_lane);
        column->list()->installEventFilter(this);
        connect(column->list(), &QListView::doubleClicked, this, [this](const QModelIndex& card) {
            if (const auto* row = m_model.row(card))
                Q_EMIT openCaseRequested(row->id);
        });
        connect(column->list(), &QListView::pressed, this, [this] { confirm(false); });
        m_laneLayout->addWidget(column);
        m_columns.push_back(column);
    }
    m_laneLayout->addStretch(1);
    hideEmpty();
}

void BoardPage::showHeaders()
{
    for (auto* column : m_columns)
        if (column->column() < m_model.rowCount())
            column->showHeader();
    m_count->setText(tr("%n case(s)", nullptr, m_model.cards()));
    hideEmpty();
}

void BoardPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void BoardPage::fitColumns()
{
    std::vector<bool> empty;
    for (const auto* column : m_columns)
        if (!column->isHidden())
            empty.push_back(column->isBare());
    // By the page, not by the lane: that has its width only after the first layout.
    const int width = BoardColumnView::widthFor(contentsRect().width() - 32, empty, m_laneLayout->spacing());
    for (auto* column : m_columns)
        column->setColumnWidth(column->isBare() ? BoardColumnView::bare : width);
}

void BoardPage::hideEmpty()
{
    for (auto* column : m_columns) {
        const auto& info = m_model.columns()[static_cast<std::size_t>(column->column())];
        const bool cards = m_model.rowCount(m_model.index(column->column(), 0)) > 0;
        // While cards are filtered a unit without one says nothing; M still reaches every unit.
        const bool work = !info.unit || cards || (info.open > 0 && !m_model.filtering());
        column->setVisible(work || !(m_hideEmpty->isChecked() || m_model.filtering()));
    }
    fitColumns();
}

void BoardPage::followDispatched()
{
    // The next card of the column has its turn; where none is left the case is followed to its unit.
    const auto card = m_dispatched != 0 ? m_model.find(m_dispatched) : QModelIndex();
    if (!card.isValid() || card.parent().row() == m_dispatchedFrom)
        return;
    const auto key = std::exchange(m_dispatched, 0);
    if (m_model.rowCount(m_model.index(m_dispatchedFrom, 0)) == 0)
        goTo(key);
}

// ---- keys -----------------------------------------------------------------------------------------------------------

bool BoardPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const auto column = std::ranges::find(m_columns, watched, [](BoardColumnView* view) -> QObject* { return view->list(); });
    if (column == m_columns.end() || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) { // letters and digits are the board's while a card has the focus
        if ((key->key() >= Qt::Key_0 && key->key() <= Qt::Key_9) || key->key() == Qt::Key_D || key->key() == Qt::Key_M || (key->key() == Qt::Key_Escape && m_pending))
            event->accept();
        return false;
    }
    return keyPressed(*column, key->key()) || QWidget::eventFilter(watched, event);
}

bool BoardPage::keyPressed(BoardColumnView* column, int key)
{
    const auto card = column->list()->currentIndex();
    if (m_pending && key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Escape)
        confirm(false); // the question was about the card as it stood
    switch (key) {
    case Qt::Key_Left: step(column, -1); return true;
    case Qt::Key_Right: step(column, 1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_pending)
            confirm(true);
        else if (const auto* row = m_model.row(card))
            Q_EMIT openCaseRequested(row->id);
        return true;
    case Qt::Key_Escape:
        if (!m_pending)
            return false;
        confirm(false);
        return true;
    case Qt::Key_D: dispatchAsSuggested(); return true;
    case Qt::Key_M:
        if (const auto key2 = m_model.keyOf(card); key2 != 0)
            dispatchTo(key2, std::nullopt);
        return true;
    default: break;
    }
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        int nth = key - Qt::Key_1;
        for (auto* view : m_columns)
            if (!view->isHidden() && nth-- == 0)
                focusColumn(view, 0);
        return true;
    }
    return false;
}

void BoardPage::step(BoardColumnView* from, int by)
{
    auto at = static_cast<int>(std::ranges::find(m_columns, from) - m_columns.begin());
    const auto count = static_cast<int>(m_columns.size());
    do
        at += by;
    while (at >= 0 && at < count && (m_columns[static_cast<std::size_t>(at)]->isHidden() || m_model.rowCount(m_model.index(at, 0)) == 0));
    if (at >= 0 && at < count)
        focusColumn(m_columns[static_cast<std::size_t>(at)], from->list()->currentIndex().row());
}

void BoardPage::focusColumn(BoardColumnView* column, int row)
{
    for (auto* other : m_columns)
        if (other != column)
            other->list()->clearSelection();
    const auto top = m_model.index(column->column(), 0);
    const auto card = m_model.index(std::clamp(row, 0, std::max(0, m_model.rowCount(top) - 1)), 0, top);
    column->list()->setFocus(Qt::ShortcutFocusReason);
    if (card.isValid())
        column->list()->setCurrentIndex(card);
    m_scroll->ensureWidgetVisible(column, 8, 0);
}

BoardColumnView* BoardPage::focused() const
{
    for (auto* column : m_columns)
        if (column->list() == focusWidget()) // also while another window is in front
            return column;
    return nullptr;
}

void BoardPage::goTo(CaseKey key)
{
    if (const auto card = m_model.find(key); card.isValid())
        focusColumn(m_columns[static_cast<std::size_t>(card.parent().row())], card.row());
}

// ---- dispatching ----------------------------------------------------------------------------------------------------

void BoardPage::say(const QString& text, const QString& why)
{
    m_confirmText->setText(text);
    m_confirmWhy->setText(why);
    m_confirmWhy->setVisible(!why.isEmpty());
    m_yes->setVisible(m_pending.has_value());
    m_no->setVisible(m_pending.has_value());
    m_confirm->setVisible(!text.isEmpty());
}

void BoardPage::dispatchAsSuggested()
{
    const auto* column = focused();
    const auto card = column != nullptr ? column->list()->currentIndex() : QModelIndex();
    const auto* row = m_model.row(card);
    if (row == nullptr || m_busy)
        return;
    const auto match = m_model.suggestion(card);
    if (row->stage != Stage::Filed || match.kind != DutyMatch::Kind::One || !match.item) {
        dispatchTo(m_model.keyOf(card), std::nullopt);
        return;
    }
    OperationDraft draft{.caseId = row->id, .kind = OperationKind::Dispatch, .payload = statutoryDispatch(match), .pairId = {}};
    const auto what = tr("Dispatch %1 to %2?").arg(card.data(BoardModel::NumberRole).toString(), m_words.unit(*match.lead));
    const auto why = words::dutySentence(match, m_words);
    m_busy = true;
    m_desk.commands.judge(m_session.actor, {draft}).then(this, [this, draft, what, why](const Result<SubmitAnswer>& answer) {
        m_busy = false;
        if (!answer || !answer->refusals.empty()) {
            say(!answer ? m_words.error(answer.error()) : m_words.refusal(answer->refusals.front().refusal));
            return;
        }
        m_pending = draft;
        say(what, why);
    });
}

void BoardPage::confirm(bool yes)
{
    const auto draft = std::exchange(m_pending, std::nullopt);
    say({});
    if (!yes || !draft)
        return;
    if (const auto* column = focused()) {
        m_dispatched = m_model.keyOf(column->list()->currentIndex());
        m_dispatchedFrom = column->column();
    }
    m_desk.commands.submit(m_session.actor, {*draft}).then(this, [this](const Result<SubmitAnswer>& answer) {
        if (answer && answer->saved()) {
            Q_EMIT submitted(*answer);
            return;
        }
        m_dispatched = 0;
        say(!answer ? m_words.error(answer.error()) : answer->refusals.empty() ? tr("Not saved") : m_words.refusal(answer->refusals.front().refusal));
    });
}

void BoardPage::dispatchTo(CaseKey key, std::optional<UnitId> unit)
{
    const auto card = m_model.find(key);
    const auto* row = m_model.row(card);
    if (row == nullptr || !m_session.rules)
        return;
    m_pending.reset();
    say({});
    DispatchAsk ask{.row = *row, .unit = std::move(unit), .match = m_model.suggestion(card), .assignment = {}};
    if (!m_model.ofUnit()) {
        ask.kind = row->stage == Stage::Filed ? OperationKind::Dispatch : OperationKind::Redispatch;
        m_sheet->ask(m_session, std::move(ask));
        return;
    }
    ask.kind = OperationKind::Subdispatch;
    m_desk.queries.detail(row->id, m_session.actor, m_desk.clock.now()).then(this, [this, ask](const Result<CaseDetail>& detail) mutable {
        if (!detail) {
            say(m_words.error(detail.error()));
            return;
        }
        for (const auto& assignment : detail->state.assignments) // ours, as lead or assist
            if (assignment.level == 1 && assignment.live() && assignment.unit == m_session.unit())
                ask.assignment = assignment.id;
        m_sheet->ask(m_session, std::move(ask));
    });
}

void BoardPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_model.setWatched(true);
}

void BoardPage::hideEvent(QHideEvent* event)
{
    m_model.setWatched(false);
    QWidget::hideEvent(event);
}

void BoardPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_texts.again();
        m_sheet->retranslate();
        showHeaders();
    }
    QWidget::changeEvent(event);
}

} // namespace griddesk
