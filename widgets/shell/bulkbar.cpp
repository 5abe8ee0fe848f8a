// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkbar.h"

#include "widgets/forms/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace griddesk {

BulkBar::BulkBar(const Words& words, QWidget* parent) : QFrame(parent), m_words(words)
{
    setObjectName(QStringLiteral("bulkBar"));
    setProperty("panel", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(6);
    m_label = new QLabel;
    m_label->setObjectName(QStringLiteral("bulkCount"));
    m_label->setProperty("heading", true);
    row->addWidget(m_label);
    setProperty("dense", true);
    auto* actions = new QWidget; // takes a second line rather than cut a word
    auto* flow = new FlowLayout(actions);
    for (int i = 0; i < bulkActionCount; ++i) {
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("bulk%1").arg(i));
        m_buttons[static_cast<std::size_t>(i)] = button;
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT asked(static_cast<BulkAction>(i)); });
    }
    row->addWidget(actions, 1);
    m_drop = new QPushButton;
    m_drop->setObjectName(QStringLiteral("bulkDrop"));
    m_drop->setProperty("flat", true);
    row->addWidget(m_drop);
    connect(m_drop, &QPushButton::clicked, this, &BulkBar::dropped);
    retranslate();
    setCount(0);
}

QString BulkBar::nameOf(BulkAction action, const Words& words)
{
    return action == BulkAction::DispatchAsSuggested ? tr("Dispatch as suggested") : words.operation(operationOf(action));
}

void BulkBar::setCount(int count)
{
    m_count = count;
    m_label->setText(tr("%n selected", nullptr, count));
    setVisible(count > 1);
}

void BulkBar::retranslate()
{
    m_label->setText(tr("%n selected", nullptr, m_count));
    for (int i = 0; i < bulkActionCount; ++i)
        m_buttons[static_cast<std::size_t>(i)]->setText(nameOf(static_cast<BulkAction>(i), m_words));
    m_drop->setText(tr("Clear selection"));
}

} // namespace griddesk
