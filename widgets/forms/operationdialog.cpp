// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationdialog.h"

#include "fieldeditor.h"
#include "operationform.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace griddesk {

namespace {

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("separator", true);
    return line;
}

} // namespace

OperationDialog::OperationDialog(QWidget* page)
    : Sheet(page), m_title(new QLabel(card())), m_about(new QLabel(card())), m_state(new QLabel(card())), m_discard(new QPushButton(card())),
      m_cancel(new QPushButton(card())), m_submit(new QPushButton(card())), m_body(new QVBoxLayout)
{
    setObjectName(QStringLiteral("operationDialog"));
    auto* box = new QVBoxLayout(card());
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 12, 10);
    head->setSpacing(10);
    m_title->setProperty("heading", true);
    m_about->setProperty("muted", true);
    head->addWidget(m_title);
    head->addWidget(m_about, 1);
    m_discard->setProperty("flat", true);
    m_discard->setAutoDefault(false);
    m_discard->setObjectName(QStringLiteral("formDiscard"));
    head->addWidget(m_discard);
    box->addLayout(head);
    box->addWidget(rule(card()));
    box->addLayout(m_body, 1);
    box->addWidget(rule(card()));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(16, 10, 16, 10);
    foot->setSpacing(8);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("formState"));
    foot->addWidget(m_state, 1);
    m_cancel->setObjectName(QStringLiteral("formCancel"));
    m_submit->setObjectName(QStringLiteral("formSubmit"));
    m_submit->setProperty("primary", true);
    for (auto* button : {m_cancel, m_submit})
        button->setAutoDefault(false);
    foot->addWidget(m_cancel);
    foot->addWidget(m_submit);
    box->addLayout(foot);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) // a shortcut, because text fields keep the key to themselves
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this,
                &OperationDialog::submit);
    connect(m_submit, &QPushButton::clicked, this, &OperationDialog::submit);
    connect(m_cancel, &QPushButton::clicked, this, &OperationDialog::cancel);
    connect(m_discard, &QPushButton::clicked, this, [this] {
        auto context = m_form->context();
        m_form->forgetDraft();
        build(std::move(context));
    });
}

void OperationDialog::openForm(FormContext context)
{
    if (m_form != nullptr)
        m_form->keepDraft();
    build(std::move(context));
}

void OperationDialog::build(FormContext context)
{
    if (m_form != nullptr) {
        m_form->hide();
        m_form->deleteLater();
    }
    m_form = new OperationForm(std::move(context), card());
    m_body->addWidget(m_form);
    m_discard->setVisible(m_form->restored());
    m_sending = false;
    connect(m_form, &OperationForm::judged, this, &OperationDialog::showJudgement);
    connect(m_form, &OperationForm::draftRestored, m_discard, &QWidget::show);
    connect(m_form, &OperationForm::mapWanted, this, &OperationDialog::mapWanted);
    retranslate();
    showJudgement({});
    open(m_form->firstField());
}

void OperationDialog::showJudgement(const QString& refusal)
{
    if (m_sending)
        return;
    setStyleProperty(m_state, "problem", !refusal.isEmpty());
    setStyleProperty(m_state, "small", refusal.isEmpty());
    m_state->setText(refusal.isEmpty() ? tr("Ctrl+Enter submits · Esc puts the form away, what you wrote stays") : refusal);
}

void OperationDialog::submit()
{
    if (m_form == nullptr || m_sending || !isVisible())
        return;
    if (!m_form->validate()) {
        showJudgement(tr("Something is missing, see the marked fields."));
        return;
    }
    m_sending = true;
    m_submit->setEnabled(false);
    setStyleProperty(m_state, "problem", false);
    m_state->setText(tr("Saving…"));
    const auto& context = m_form->context();
    context.desk.commands.submit(context.session.actor, m_form->drafts(), m_form->personal())
        .then(this, [this, asked = QPointer<OperationForm>(m_form)](const Result<SubmitAnswer>& answer) {
            if (asked == nullptr || asked != m_form) { // another form was opened meanwhile; the answer still counts
                if (answer && answer->saved())
                    Q_EMIT submitted(*answer);
                return;
            }
            m_sending = false;
            m_submit->setEnabled(true);
            if (!answer)
                return showJudgement(m_form->context().words.error(answer.error()));
            if (!answer->saved())
                return showJudgement(answer->refusals.empty() ? tr("Nothing was saved.") : m_form->context().words.refusal(answer->refusals.front().refusal));
            m_form->forgetDraft();
            const auto saved = *answer;
            done();
            Q_EMIT submitted(saved);
        });
}

void OperationDialog::cancel()
{
    if (m_form != nullptr)
        m_form->keepDraft();
    done();
}

void OperationDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return cancel();
    Sheet::keyPressEvent(event);
}

void OperationDialog::retranslate()
{
    m_cancel->setText(tr("Put away"));
    m_submit->setText(tr("Submit"));
    m_discard->setText(tr("Restored · start anew"));
    if (m_form == nullptr)
        return;
    const auto& context = m_form->context();
    m_title->setText(context.words.operation(context.kind));
    const auto* assignment = context.assignment ? findAssignment(context.detail->state, *context.assignment) : nullptr;
    m_about->setText(assignment != nullptr ? tr("%1 · %2").arg(context.words.assignmentRole(assignment->role), context.words.unit(assignment->unit)) : QString());
    setAccessibleName(m_title->text());
    m_form->retranslate();
}

} // namespace griddesk
