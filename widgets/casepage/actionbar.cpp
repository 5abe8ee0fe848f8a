// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionbar.h"

#include "models/core/operationtable.h"
#include "widgets/forms/formcontext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <set>

namespace griddesk {

namespace {
constexpr std::size_t digits = 9; ///< as many as there are keys for
constexpr int gap = 8;
constexpr int unitWidth = 160;    ///< room for the unit on a button; the tooltip has the whole name
} // namespace

ActionBar::ActionBar(ActionsModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_row(new QWidget(this)), m_more(new QPushButton(this)), m_quick(new QPushButton(this)), m_none(new QLabel(this))
{
    setObjectName(QStringLiteral("actionBar"));
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(12, 8, 12, 8);
    box->setSpacing(gap);
    m_row->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_none->setProperty("muted", true);
    box->addWidget(m_none, 1);
    box->addWidget(m_row, 1);
    box->addWidget(m_quick);
    box->addWidget(m_more);
    m_row->installEventFilter(this);
    m_quick->setObjectName(QStringLiteral("quickDispatch"));
    m_quick->hide();
    m_more->setObjectName(QStringLiteral("moreActions"));
    for (auto* button : {m_quick, m_more})
        button->setAutoDefault(false);
    m_more->setProperty("flat", true);
    connect(m_more, &QPushButton::clicked, this, &ActionBar::moreWanted);
    connect(m_quick, &QPushButton::clicked, this, &ActionBar::quickWanted);
    for (int digit = 1; digit <= static_cast<int>(digits); ++digit)
        connect(new QShortcut(QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_0 + digit)), this), &QShortcut::activated, this, [this, digit] { press(digit); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] { rebuild(); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this] { rebuild(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { rebuild(); });
    retranslate();
}

void ActionBar::setQuick(bool offered)
{
    m_quick->setVisible(offered);
    layout()->activate();
    place();
}

void ActionBar::press(int digit)
{
    const auto at = static_cast<std::size_t>(digit - 1);
    if (at < m_model.rows().size() && m_model.rows()[at].allowed) // allowed ones come first
        Q_EMIT wanted(m_model.rows()[at].kind, m_model.rows()[at].assignment);
}

void ActionBar::rebuild()
{
    std::vector<const ActionRow*> shown;
    std::set<QString> units;
    for (const auto& row : m_model.rows())
        if (row.allowed && shown.size() < digits) {
            shown.push_back(&row);
            if (!row.about.isEmpty())
                units.insert(row.about);
        }
    std::vector<std::string> ids;
    for (const auto* row : shown)
        ids.push_back(row->id + '\n' + row->text.toStdString() + (row->primary ? "!" : ""));
    m_more->setVisible(!m_model.rows().empty());
    m_none->setVisible(shown.empty());
    m_row->setVisible(!shown.empty());
    m_none->setText(m_model.rows().empty() ? QString() : tr("Nothing for this post to do here now"));
    if (ids == m_shown)
        return; // buttons stay where they are under the hand
    m_shown = std::move(ids);
    for (auto* button : m_buttons) {
        button->hide();
        button->setObjectName({});
        button->deleteLater();
    }
    m_buttons.clear();
    int digit = 0;
    for (const auto* row : shown) {
        ++digit;
        auto name = row->name;
        if (units.size() > 1 && !row->about.isEmpty()) // one and the same unit needs not be said on every button
            name = tr("%1 · %2").arg(row->name, fontMetrics().elidedText(row->about, Qt::ElideRight, unitWidth));
        auto* button = new QPushButton(tr("%1 %2").arg(digit).arg(name), m_row);
        button->setAutoDefault(false);
        button->setProperty("primary", row->primary && digit == 1);
        button->setToolTip(tr("%1 (Alt+%2)").arg(row->text).arg(digit));
        button->setAccessibleName(row->text);
        button->setObjectName(QStringLiteral("action_") + fromUtf8(griddesk::nameOf(row->kind)));
        button->setProperty("assignment", row->assignment ? QString::fromStdString(row->assignment->text()) : QString());
        connect(button, &QPushButton::clicked, this, [this, kind = row->kind, assignment = row->assignment] { Q_EMIT wanted(kind, assignment); });
        m_buttons.push_back(button);
    }
    layout()->activate();
    place();
}

void ActionBar::place()
{
    int x = 0, height = 0;
    bool room = true;
    for (auto* button : m_buttons) {
        button->ensurePolished(); // its size comes with the style sheet
        const auto size = button->sizeHint();
        const int width = x == 0 ? std::min(size.width(), std::max(60, m_row->width())) : size.width(); // the first one is always there
        height = std::max(height, size.height());
        room = room && (x == 0 || x + width <= m_row->width());
        button->setVisible(room);
        if (!room)
            continue;
        button->setGeometry(x, 0, width, size.height());
        x += width + gap;
    }
    if (height > 0)
        m_row->setFixedHeight(height);
}

bool ActionBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_row && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void ActionBar::retranslate()
{
    m_quick->setText(tr("As suggested…"));
    m_quick->setToolTip(tr("Accept, file and dispatch as suggested, statutory only (Alt+0)"));
    m_more->setText(tr("More…"));
    m_more->setToolTip(tr("All operations, and what is missing for those that are not possible"));
    m_shown.clear();
    rebuild();
}

} // namespace griddesk
