// SPDX-License-Identifier: GPL-3.0-or-later
#include "caselistpage.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace griddesk {

CaseListPage::CaseListPage(const Desk& desk, const Words& words, const ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_words(words), m_model(desk.queries, desk.notifier, desk.clock, words)
{
    setObjectName(QStringLiteral("caseListPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 10, 12, 2);
    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("queueTitle"));
    m_title->setProperty("title", true);
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("queueSize"));
    m_count->setProperty("muted", true);
    head->setSpacing(10);
    head->addWidget(m_title);
    head->addWidget(m_count, 0, Qt::AlignBottom);
    m_bound = new QPushButton;
    m_bound->setObjectName(QStringLiteral("filterBound"));
    m_bound->setProperty("flat", true);
    m_bound->hide();
    head->addWidget(m_bound);
    m_away = new QLabel;
    m_away->setObjectName(QStringLiteral("caseNotInList"));
    m_away->setProperty("chip", "plain");
    m_away->hide();
    head->addWidget(m_away);
    head->addStretch();
    m_save = new QPushButton;
    m_save->setObjectName(QStringLiteral("filterSave"));
    m_save->setProperty("flat", true);
    m_save->hide();
    head->addWidget(m_save);
    column->addLayout(head);
    m_filters = new FilterRow(words);
    column->addWidget(m_filters);
    m_fresh = new QPushButton;
    m_fresh->setObjectName(QStringLiteral("newRowsBar"));
    m_fresh->setProperty("flat", true);
    m_fresh->hide();
    column->addWidget(m_fresh);
    m_table = new CaseTable(m_model, themes);
    column->addWidget(m_table, 1);
    m_empty = new QLabel(m_table->viewport());
    m_empty->setObjectName(QStringLiteral("emptyTable"));
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->hide();
    m_bulk = new BulkBar(words);
    column->addWidget(m_bulk);

    connect(m_filters, &FilterRow::changed, this, &CaseListPage::ask);
    connect(m_save, &QPushButton::clicked, this, &CaseListPage::saveAsked);
    connect(m_bound, &QPushButton::clicked, this, [this] {
        clearBounds();
        ask();
    });
    auto* columns = m_table->horizontalHeader();
    connect(columns, &QWidget::customContextMenuRequested, this, [this, columns](const QPoint& at) { Q_EMIT headerMenuAsked(columns->mapToGlobal(at)); });
    connect(m_fresh, &QPushButton::clicked, &m_model, &CaseTableModel::showPendingRows);
    connect(&m_model, &CaseTableModel::pendingNewRowsChanged, this, [this](int count) {
        m_fresh->setText(tr("%n new case(s). Show", nullptr, count));
        m_fresh->setVisible(count > 0);
        showSought();
    });
    connect(&m_model, &CaseTableModel::listed, this, &CaseListPage::showCount);
    connect(&m_model, &CaseTableModel::followed, this, &CaseListPage::showCount);
    connect(&m_model, &CaseTableModel::busyChanged, this, &CaseListPage::showCount);
    connect(&m_model, &CaseTableModel::failed, this, &CaseListPage::failed);
    connect(m_table, &CaseTable::opened, this, &CaseListPage::opened);
    connect(&m_model, &CaseTableModel::listed, this, &CaseListPage::followShown);
    connect(&m_model, &CaseTableModel::followed, this, &CaseListPage::followShown);
    connect(m_table, &CaseTable::currentKeyChanged, this, [this](CaseKey key) {
        if (key != 0) { // whoever walks through the list is not pulled back
            m_shown = key;
            m_sought = false;
            m_away->hide();
        }
        Q_EMIT chosen(key);
    });
    connect(m_table, &CaseTable::selectionCounted, m_bulk, &BulkBar::setCount);
    connect(m_bulk, &BulkBar::asked, this, &CaseListPage::bulkAsked);
    connect(m_bulk, &BulkBar::dropped, m_table, &QTableView::clearSelection);
    m_time.setInterval(15'000); // the remaining time is said in minutes
    connect(&m_time, &QTimer::timeout, &m_model, &CaseTableModel::tick);
    m_time.start();
    retranslate();
}

void CaseListPage::setSession(const Session& session)
{
    m_session = session;
    if (session.rules)
        m_filters->setRules(*session.rules);
    m_model.retranslate();
    if (m_queue == Queue::Mine)
        ask();
}

void CaseListPage::setQueue(Queue queue)
{
    m_queue = queue;
    const bool named = !m_name.isEmpty();
    clearBounds();
    m_table->clearSelection();
    if (named)
        m_filters->clear(); // asks; what a saved filter narrowed by goes with it
    else
        ask();
}

void CaseListPage::setNarrowed(const QString& name, const CaseFilter& filter)
{
    m_queue = filter.queue;
    m_bounds = filter;
    m_name = name;
    m_table->clearSelection();
    m_filters->showFilter(filter); // asks
}

void CaseListPage::clearBounds()
{
    m_bounds = {};
    m_name.clear();
}

void CaseListPage::showName()
{
    m_title->setText(m_name.isEmpty() ? m_words.queue(m_queue) : m_name);
    QStringList bounds;
    if (m_bounds.stage)
        bounds << m_words.stage(*m_bounds.stage);
    if (m_bounds.noSource)
        bounds << tr("source unknown");
    if (m_bounds.noCommunity)
        bounds << tr("community unknown");
    if (m_bounds.reportedFrom && m_bounds.reportedFrom->time_since_epoch().count() > 0)
        bounds << tr("reported since %1").arg(m_words.dateTime(*m_bounds.reportedFrom));
    m_bound->setText(bounds.join(QStringLiteral(" · ")) + QStringLiteral("  ✕"));
    m_bound->setToolTip(tr("Show the cases without this bound"));
    m_bound->setVisible(!bounds.isEmpty());
    m_save->setVisible(m_filters->narrows() || !bounds.isEmpty());
}

void CaseListPage::searchAll(const QString& words)
{
    m_queue = Queue::All;
    clearBounds();
    m_filters->setText(words);
}

CaseFilter CaseListPage::filter() const
{
    CaseFilter filter;
    filter.queue = m_queue;
    if (m_queue == Queue::Mine)
        filter.mine = m_session.actor.account;
    filter.stage = m_bounds.stage;
    filter.noSource = m_bounds.noSource;
    filter.noCommunity = m_bounds.noCommunity;
    filter.reportedFrom = m_bounds.reportedFrom;
    filter.reportedUntil = m_bounds.reportedUntil;
    m_filters->applyTo(filter);
    return filter;
}

QString CaseListPage::suggestedName() const
{
    auto parts = m_filters->chosen();
    if (m_bounds.stage)
        parts.prepend(m_words.stage(*m_bounds.stage));
    parts.prepend(m_words.queue(m_queue));
    return parts.join(QStringLiteral(" · "));
}

void CaseListPage::ask()
{
    const auto wanted = filter();
    showName();
    m_model.setQuery(wanted, m_model.caseSort());
    Q_EMIT filterChanged(wanted);
}

void CaseListPage::showCount()
{
    m_count->setText(m_model.busy() && !m_model.complete() ? tr("Reading…")
                                                           : tr("%1 cases").arg(QLocale().toString(m_model.rowCount())));
    const bool empty = m_model.complete() && m_model.rowCount() == 0;
    m_empty->setText(m_filters->narrows() ? tr("No case in this queue fits the filters.") : tr("Nothing waits here."));
    m_empty->setVisible(empty);
    m_empty->setGeometry(m_table->viewport()->rect());
}

void CaseListPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_empty->setGeometry(m_table->viewport()->rect());
}

void CaseListPage::follow(CaseKey key)
{
    m_shown = key;
    m_sought = key != 0 && m_model.rowOf(key) < 0;
    showSought();
    followShown();
}

void CaseListPage::showSought()
{
    if (m_sought && m_model.pendingNewRows() > 0) { // it may be one of them; once, or other new rows would push in too
        m_sought = false;
        m_model.showPendingRows();
    }
}

void CaseListPage::followShown()
{
    const bool bulk = m_table->selectionModel()->selectedRows().size() > 1;
    const bool here = m_shown == 0 || m_model.rowOf(m_shown) >= 0;
    m_away->setVisible(!here && m_model.complete());
    if (m_shown == 0 || !here || bulk || m_model.keyAt(m_table->currentIndex().row()) == m_shown)
        return;
    m_table->showKey(m_shown);
}

void CaseListPage::retranslate()
{
    m_away->setText(tr("The case at the right is not in this list"));
    m_save->setText(tr("Save filter…"));
    showName();
    m_model.setHeaders({tr("Time left"), tr("Number"), tr("Stage"), tr("Urgency"), tr("Category"), tr("Title and address"), tr("Community / grid"),
                        tr("Unit"), tr("Reported"), tr("Due"), tr("Source"), tr("Marks")});
    m_fresh->setText(tr("%n new case(s). Show", nullptr, m_model.pendingNewRows()));
    m_filters->retranslate();
    m_bulk->retranslate();
    showCount();
}

} // namespace griddesk
