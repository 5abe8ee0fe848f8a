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
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(true);
    box->addWidget(m_tree, 1);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 6, 8, 6);
    bar->addWidget(m_sum, 1);
    for (auto* button : {m_copy, m_print}) {
        button->setAutoDefault(false);
        bar->addWidget(button);
    }
    m_copy->setObjectName(QStringLiteral("clockCopy"));
    m_print->setObjectName(QStringLiteral("clockPrint"));
    box->addLayout(bar);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_model.sheet(chosen())); });
    connect(m_print, &QPushButton::clicked, this, [this] { Q_EMIT printWanted(m_model.sheet(chosen())); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] { showSum(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { showSum(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        showWorst();
        showSum();
    });
    retranslate();
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
    const auto name = m_model.index(chosen(), ClockModel::WhatColumn).data().toString();
    m_sum->setText(tr("%1: sum of %n segment(s) = %2", nullptr, static_cast<int>(clock->explanation.segments.size())).arg(name, m_model.counted(sum)));
}

void ClockPanel::retranslate()
{
    m_copy->setText(tr("Copy"));
    m_print->setText(tr("Print…"));
    m_tree->setAccessibleName(tr("Clocks and their segments"));
    showSum();
}

} // namespace griddesk
