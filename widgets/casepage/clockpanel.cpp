// SPDX-License-Identifier: GPL-3.0-or-later
#include "clockpanel.h"

#include "lampdelegate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace griddesk {

namespace {
constexpr int widestColumn = 420, roomForFrom = 560, roomForAll = 760; // logical pixels
}

ClockPanel::ClockPanel(ClockModel& model, ThemeKeeper& theme, QWidget* parent)
    : QWidget(parent), m_model(model), m_tree(new QTreeView(this)), m_sum(new QLabel(this)), m_copy(new QPushButton(this)), m_print(new QPushButton(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    m_tree->setObjectName(QStringLiteral("clocks"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setModel(&model);
    m_tree->setItemDelegate(new LampDelegate(theme, ClockModel::LampRole, ClockModel::WhatColumn, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAlternatingRowColors(true);
    // The times keep their width, the name of the clock takes what is left; in a narrow page the lesser columns go.
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(ClockModel::WhatColumn, QHeaderView::Stretch);
    m_tree->header()->setMaximumSectionSize(widestColumn);
    m_tree->header()->moveSection(ClockModel::CountedColumn, 1);
    m_tree->header()->moveSection(m_tree->header()->visualIndex(ClockModel::UntilColumn), 2);
    box->addWidget(m_tree, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 8, 6);
    bar->setSpacing(8);
    m_sum->setWordWrap(true);
    bar->addWidget(m_sum, 1);
    for (auto* button : {m_copy, m_print}) {
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    m_copy->setObjectName(QStringLiteral("clockCopy"));
    m_print->setObjectName(QStringLiteral("clockPrint"));
    box->addLayout(bar);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model.sheet(chosen())); });
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printWanted(chosen()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showSum(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { showSum(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        showWorst();
        showSum();
    });
    retranslate();
}

void ClockPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_tree->setColumnHidden(ClockModel::FromColumn, width() < roomForFrom);
    for (const int column : {ClockModel::HolderColumn, ClockModel::WhyColumn})
        m_tree->setColumnHidden(column, width() < roomForAll);
}

void ClockPanel::showWorst()
{
    // People ask about the limit of the case; while it does not run, about the worst of the others.
    int row = 0;
    for (int i = 0; i < m_model.rowCount(); ++i)
        if (m_model.clockAt(i)->clock.kind == ClockKind::CaseLimit) {
            row = i;
            break;
        }
    const auto index = m_model.index(row, ClockModel::WhatColumn);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->expand(index);
    m_tree->scrollTo(index, QAbstractItemView::PositionAtTop);
}

int ClockPanel::chosen() const
{
    const auto current = m_tree->currentIndex();
    if (!current.isValid())
        return 0;
    return current.parent().isValid() ? current.parent().row() : current.row();
}

void ClockPanel::showSum()
{
    const auto* clock = m_model.clockAt(chosen());
    m_copy->setEnabled(clock != nullptr);
    m_print->setEnabled(clock != nullptr);
    if (clock == nullptr) {
        m_sum->setText(tr("No clock runs and none has run"));
        return;
    }
    std::int64_t sum = 0;
    for (const auto& segment : clock->explanation.segments)
        sum += segment.countedMs;
    // The sum is said as it is: the clock has counted this much, and these periods are what it is made of.
    const auto counted = clock->clock.limit.unit == LimitUnit::Stated ? m_model.counted(sum) : tr("%1 of %2").arg(m_model.counted(sum), m_model.counted(clock->explanation.limitMs));
    m_sum->setText(tr("%1 counted, in %n period(s)", nullptr, m_model.rowCount(m_model.index(chosen(), 0))).arg(counted));
    m_sum->setToolTip(m_model.index(chosen(), ClockModel::WhatColumn).data().toString());
}

void ClockPanel::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_print->setText(tr("Print…"));
    m_tree->setAccessibleName(tr("Clocks and their segments"));
    showSum();
}

} // namespace griddesk
