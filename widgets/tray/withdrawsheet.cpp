// SPDX-License-Identifier: GPL-3.0-or-later
#include "withdrawsheet.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace griddesk {

WithdrawSheet::WithdrawSheet(QWidget* page)
    : Sheet(page), m_title(new QLabel(card())), m_about(new QLabel(card())), m_problem(new QLabel(card())), m_list(new QListWidget(card())),
      m_words(new QLineEdit(card())), m_cancel(new QPushButton(card())), m_go(new QPushButton(card()))
{
    setObjectName(QStringLiteral("withdrawSheet"));
    auto* box = new QVBoxLayout(card());
    box->setContentsMargins(20, 16, 20, 16);
    box->setSpacing(10);
    m_title->setProperty("heading", true);
    m_about->setProperty("muted", true);
    m_about->setWordWrap(true);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("withdrawProblem"));
    m_list->setObjectName(QStringLiteral("withdrawList"));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("withdrawWords"));
    m_words->setMaxLength(500);
    m_cancel->setObjectName(QStringLiteral("withdrawCancel"));
    m_go->setObjectName(QStringLiteral("withdrawGo"));
    m_go->setProperty("primary", true);
    auto* foot = new QHBoxLayout;
    foot->addStretch(1);
    foot->addWidget(m_cancel);
    foot->addWidget(m_go);
    box->addWidget(m_title);
    box->addWidget(m_about);
    box->addWidget(m_list, 1);
    box->addWidget(m_words);
    box->addWidget(m_problem);
    box->addLayout(foot);
    for (auto* button : {m_cancel, m_go})
        button->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &Sheet::done);
    connect(m_go, &QPushButton::clicked, this, &WithdrawSheet::go);
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& text) { m_go->setEnabled(!text.simplified().isEmpty()); });
    retranslate();
}

void WithdrawSheet::show(const QStringList& lines)
{
    m_count = static_cast<int>(lines.size());
    m_list->clear();
    m_list->addItems(lines);
    m_words->clear();
    m_go->setEnabled(false);
    showProblem({});
    retranslate();
    open(m_words);
}

void WithdrawSheet::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void WithdrawSheet::go()
{
    if (const auto words = m_words->text().simplified(); isVisible() && !words.isEmpty())
        Q_EMIT confirmed(words);
}

void WithdrawSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return done();
    Sheet::keyPressEvent(event);
}

void WithdrawSheet::retranslate()
{
    m_title->setText(tr("Withdraw %n operation(s)", nullptr, m_count));
    m_about->setText(tr("Nothing is done to the cases. The operations leave the tray and stay on record under “Settled”, from where they can be put back."));
    m_words->setPlaceholderText(tr("Reason (needed)"));
    m_words->setAccessibleName(tr("Reason"));
    m_list->setAccessibleName(tr("What will be withdrawn"));
    m_cancel->setText(tr("Cancel"));
    m_go->setText(tr("Withdraw  Ctrl+Enter"));
    setAccessibleName(m_title->text());
}

} // namespace griddesk
