// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionbar.h"

#include "models/core/operationtable.h"
#include "widgets/forms/flowlayout.h"
#include "widgets/forms/formcontext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace griddesk {

namespace {
constexpr std::size_t mostButtons = 6;
}

ActionBar::ActionBar(ActionsModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_buttons(new QWidget(this)), m_more(new QPushButton(this)), m_quick(new QPushButton(this)), m_none(new QLabel(this))
{
    setObjectName(QStringLiteral("actionBar"));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(8);
    new FlowLayout(m_buttons, 8);
    auto policy = m_buttons->sizePolicy();
    policy.setHeightForWidth(true);
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    m_buttons->setSizePolicy(policy);
    m_none->setProperty("muted", true);
    box->addWidget(m_none, 1);
    box->addWidget(m_buttons, 1);
    box->addWidget(m_quick, 0, Qt::AlignTop);
    box->addWidget(m_more, 0, Qt::AlignTop);
    m_quick->setObjectName(QStringLiteral("quickDispatch"));
    m_quick->hide();
    m_more->setObjectName(QStringLiteral("moreActions"));
    for (auto* button : {m_quick, m_more})
        button->setAutoDefault(false);
    m_more->setProperty("flat", true);
    connect(m_more, &QPushButton::clicked, this, &ActionBar::moreWanted);
    connect(m_quick, &QPushButton::clicked, this, &ActionBar::quickWanted);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] { rebuild(); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { rebuild(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { rebuild(); });
    retranslate();
}

void ActionBar::setQuick(bool offered) { m_quick->setVisible(offered); }

void ActionBar::rebuild()
{
    std::vector<const ActionRow*> shown;
    for (const auto& row : m_model.rows())
        if (row.allowed && shown.size() < mostButtons)
            shown.push_back(&row);
    std::vector<std::string> ids;
    for (const auto* row : shown)
        ids.push_back(row->id + '\n' + row->text.toStdString() + (row->primary ? "!" : ""));
    m_more->setText(m_model.rows().empty() ? QString() : tr("More…"));
    m_more->setVisible(!m_model.rows().empty());
    m_none->setVisible(shown.empty());
    m_buttons->setVisible(!shown.empty());
    m_none->setText(m_model.rows().empty() ? QString() : tr("Nothing for this post to do here now"));
    if (ids == m_shown)
        return; // buttons stay where they are under the hand
    m_shown = std::move(ids);
    auto* flow = m_buttons->layout();
    while (auto* item = flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        item->widget()->setObjectName({});
        delete item;
    }
    int digit = 0;
    for (const auto* row : shown) {
        ++digit;
        auto* button = new QPushButton(tr("%1 %2").arg(digit).arg(row->text), m_buttons);
        button->setAutoDefault(false);
        button->setProperty("primary", row->primary && digit == 1);
        button->setShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + digit)));
        button->setToolTip(tr("Alt+%1").arg(digit));
        button->setAccessibleName(row->text);
        button->setObjectName(QStringLiteral("action_") + fromUtf8(griddesk::nameOf(row->kind)));
        button->setProperty("assignment", row->assignment ? QString::fromStdString(row->assignment->text()) : QString());
        connect(button, &QPushButton::clicked, this, [this, kind = row->kind, assignment = row->assignment] { Q_EMIT wanted(kind, assignment); });
        flow->addWidget(button);
        button->show();
    }
    m_buttons->updateGeometry();
}

void ActionBar::retranslate()
{
    m_quick->setText(tr("As suggested…"));
    m_quick->setToolTip(tr("Accept, file and dispatch as suggested, statutory only (Alt+0)"));
    m_quick->setShortcut(QKeySequence(Qt::ALT | Qt::Key_0));
    m_shown.clear();
    rebuild();
}

} // namespace griddesk
