// SPDX-License-Identifier: GPL-3.0-or-later
#include "relatedpanel.h"

#include "models/views/casestage.h"
#include "widgets/forms/formcontext.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace griddesk {

namespace {

constexpr int nearMetres = 300;
constexpr int nearMost = 30;
constexpr int rowHeight = 28;

QTableWidget* table(QWidget* parent, int columns)
{
    auto* made = new QTableWidget(0, columns, parent);
    made->setFrameShape(QFrame::NoFrame);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setSelectionMode(QAbstractItemView::SingleSelection);
    made->setAlternatingRowColors(true);
    made->setShowGrid(false);
    made->setTabKeyNavigation(false);
    made->setWordWrap(false);
    made->verticalHeader()->hide();
    made->verticalHeader()->setDefaultSectionSize(rowHeight);
    made->horizontalHeader()->setHighlightSections(false);
    made->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    made->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    made->horizontalHeader()->setStretchLastSection(true);
    return made;
}

void put(QTableWidget* table, int row, const QStringList& texts, const QString& id = {})
{
    for (int column = 0; column < texts.size(); ++column) {
        auto* item = new QTableWidgetItem(texts[column]);
        item->setToolTip(texts[column]);
        item->setData(Qt::UserRole, id);
        table->setItem(row, column, item);
    }
}

/// Distance in metres, good enough within a district.
double metres(GeoPoint a, GeoPoint b)
{
    constexpr double perDegree = 111'320.0;
    const double north = (a.lat() - b.lat()) * perDegree;
    const double east = (a.lon() - b.lon()) * perDegree * std::cos(a.lat() * std::numbers::pi / 180.0);
    return std::hypot(north, east);
}

} // namespace

OrdersPanel::OrdersPanel(const Words& words, QWidget* parent) : QWidget(parent), m_words(words), m_table(table(this, 6)), m_none(new QLabel(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_none->setProperty("muted", true);
    m_none->setContentsMargins(12, 10, 12, 10);
    m_none->setAlignment(Qt::AlignTop);
    box->addWidget(m_none, 1);
    box->addWidget(m_table, 1);
    m_table->setObjectName(QStringLiteral("orders"));
}

void OrdersPanel::showCase(const Case& c)
{
    m_table->setHorizontalHeaderLabels({tr("Number"), tr("Platform"), tr("Deadline"), tr("Stands"), tr("Wants"), tr("Original text")});
    m_table->setAccessibleName(tr("Outside orders"));
    m_none->setText(tr("No outside order stands behind this case"));
    m_none->setVisible(c.orders.empty());
    m_table->setVisible(!c.orders.empty());
    m_table->setRowCount(static_cast<int>(c.orders.size()));
    for (int row = 0; row < static_cast<int>(c.orders.size()); ++row) {
        const auto& order = c.orders[static_cast<std::size_t>(row)];
        QString state = order.state == ExternalOrder::State::Open ? tr("open") : order.state == ExternalOrder::State::Replied ? tr("replied") : tr("returned");
        if (order.asked == ExternalOrder::Asked::Return)
            state = tr("return asked");
        else if (order.asked == ExternalOrder::Asked::Extension)
            state = tr("extension asked");
        QStringList wants;
        if (order.mustReply)
            wants << tr("reply");
        if (order.mustCallback)
            wants << tr("call-back");
        put(m_table, row, {fromUtf8(order.number), fromUtf8(order.platform), order.due ? m_words.dateTime(*order.due) : m_words.unknown(), state, wants.join(tr(", ")), fromUtf8(order.text).simplified()});
    }
}

NearbyPanel::NearbyPanel(Desk desk, const Words& words, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_words(words), m_table(table(this, 5)), m_none(new QLabel(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    m_none->setProperty("muted", true);
    m_none->setContentsMargins(12, 10, 12, 10);
    m_none->setAlignment(Qt::AlignTop);
    box->addWidget(m_none, 1);
    box->addWidget(m_table, 1);
    m_table->setObjectName(QStringLiteral("nearby"));
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem* item) {
        if (const auto id = CaseId::parse(item->data(Qt::UserRole).toString().toStdString()))
            Q_EMIT openCaseRequested(*id);
    });
}

void NearbyPanel::clear()
{
    ++m_generation;
    m_own.reset();
    m_links.clear();
    m_near.clear();
    m_tied.clear();
    showRows();
}

void NearbyPanel::showDetail(const CaseDetail& detail)
{
    const bool other = !m_own || m_own->id != detail.row.id;
    m_own = detail.row;
    m_links.clear();
    std::vector<CaseId> tied;
    for (const auto& link : detail.state.links)
        if (!link.endedAt) {
            m_links.push_back(link);
            tied.push_back(link.other);
        }
    if (other) {
        m_near.clear();
        m_tied.clear();
    }
    showRows();
    const int asked = ++m_generation;
    if (detail.row.place)
        m_desk.queries.nearby(*detail.row.place, nearMetres, nearMost).then(this, [this, asked](const Result<std::vector<CaseRow>>& rows) {
            if (asked != m_generation || !rows)
                return;
            m_near = *rows;
            showRows();
        });
    if (tied.empty())
        return;
    m_desk.queries.keysOf(std::move(tied)).then(this, [this, asked](const Result<std::vector<CaseKey>>& keys) {
        if (asked != m_generation || !keys)
            return;
        m_desk.queries.rows(*keys).then(this, [this, asked](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
            if (asked != m_generation || !rows)
                return;
            m_tied.clear();
            for (const auto& [key, row] : *rows)
                m_tied.push_back(row);
            showRows();
            Q_EMIT tiedRead(m_tied);
        });
    });
}

void NearbyPanel::showRows()
{
    m_table->setHorizontalHeaderLabels({tr("Tie"), tr("Number"), tr("Stage"), tr("Reported"), tr("What")});
    m_table->setAccessibleName(tr("Repeats and cases nearby"));
    m_none->setText(tr("No tied case and none within %1 m").arg(nearMetres));
    const auto number = [](const CaseRow& row) { return QString::fromStdString(row.number.empty() ? row.localNumber : row.number); };
    const auto reported = [this](const CaseRow& row) { return row.reportedAt ? m_words.dateTime(*row.reportedAt) : m_words.unknown(); };
    int lines = 0;
    m_table->setRowCount(static_cast<int>(m_links.size() + m_near.size()));
    for (const auto& link : m_links) {
        const auto row = std::ranges::find(m_tied, link.other, &CaseRow::id);
        const auto id = QString::fromStdString(link.other.text());
        const auto kind = m_words.choice("link.kind", link.kind);
        if (row == m_tied.end())
            put(m_table, lines++, {kind, id, m_words.unknown(), m_words.unknown(), QString()}, id);
        else
            put(m_table, lines++, {kind, number(*row), stageWord(*row, m_words), reported(*row), fromUtf8(row->title)}, id);
    }
    for (const auto& row : m_near) {
        if (!m_own || row.id == m_own->id || std::ranges::any_of(m_links, [&](const CaseLink& link) { return link.other == row.id; }))
            continue;
        const auto away = row.place && m_own->place ? tr("%1 m").arg(std::lround(metres(*row.place, *m_own->place))) : m_words.unknown();
        put(m_table, lines++, {away, number(row), stageWord(row, m_words), reported(row), fromUtf8(row.title)}, QString::fromStdString(row.id.text()));
    }
    m_table->setRowCount(lines);
    m_none->setVisible(lines == 0);
    m_table->setVisible(lines > 0);
}

} // namespace griddesk
