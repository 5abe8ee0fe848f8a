// SPDX-License-Identifier: GPL-3.0-or-later
#include "bulkdialog.h"

#include "bulkbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {
constexpr std::size_t seenAtOnce = 10;
}

BulkDialog::BulkDialog(const Desk& desk, const Words& words, Session session, BulkAction action, std::vector<CaseKey> keys, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_words(words), m_session(std::move(session)), m_action(action), m_model(words)
{
    setObjectName(QStringLiteral("bulkDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto name = BulkBar::nameOf(action, words);
    setWindowTitle(tr("Check before: %1").arg(name));
    const auto room = parent != nullptr ? parent->size() : QSize(1024, 640);
    resize(std::min(980, room.width() - 80), std::min(640, room.height() - 100));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto* title = new QLabel(name);
    title->setProperty("title", true);
    column->addWidget(title);
    m_summary = new QLabel(tr("Checking %n case(s)…", nullptr, static_cast<int>(keys.size())));
    m_summary->setObjectName(QStringLiteral("bulkSummary"));
    m_summary->setProperty("heading", true);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    m_reasons = new QLabel;
    m_reasons->setObjectName(QStringLiteral("bulkReasons"));
    m_reasons->setProperty("muted", true);
    m_reasons->setWordWrap(true);
    m_reasons->hide();
    column->addWidget(m_reasons);
    m_note = new QLineEdit;
    m_note->setObjectName(QStringLiteral("bulkWords"));
    m_note->setMaxLength(500);
    m_note->setPlaceholderText(needsWords(action) ? tr("Words (needed)") : tr("Words (may stay empty)"));
    m_note->setAccessibleName(tr("Words"));
    m_note->setVisible(action != BulkAction::DispatchAsSuggested);
    column->addWidget(m_note);
    auto* table = new QTableView;
    table->setObjectName(QStringLiteral("bulkTable"));
    table->setAccessibleName(tr("Chosen cases and what becomes of them"));
    table->setModel(&m_model);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(30);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->verticalHeader()->setMinimumSectionSize(32);
    table->setStyleSheet(QStringLiteral("QTableView::item { padding: 5px 8px; }")); // sentences of two lines stand close otherwise
    table->horizontalHeader()->setHighlightSections(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setColumnWidth(BulkPreviewModel::NumberColumn, 190);
    table->setColumnWidth(BulkPreviewModel::TitleColumn, 240);
    table->setColumnWidth(BulkPreviewModel::StageColumn, 110);
    column->addWidget(table, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("bulkCancel"));
    m_go = new QPushButton(name);
    m_go->setObjectName(QStringLiteral("bulkGo"));
    m_go->setProperty("primary", true);
    m_go->setEnabled(false);
    m_go->setDefault(true);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    column->addLayout(buttons);
    m_model.setHeaders({tr("Number"), tr("Title"), tr("Stage"), tr("What happens")}, tr("will change"));

    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &BulkDialog::save);
    connect(m_note, &QLineEdit::editingFinished, this, &BulkDialog::judge);
    connect(m_note, &QLineEdit::textEdited, this, [this] { m_go->setEnabled(m_model.passing() > 0 || needsWords(m_action)); });

    if (keys.size() > maximumCases) {
        m_summary->setText(tr("At most %1 cases can be changed at a time; %2 are selected. Select fewer.").arg(maximumCases).arg(keys.size()));
        return;
    }
    m_desk.queries.rows(std::move(keys)).then(this, [this](Result<std::vector<std::pair<CaseKey, CaseRow>>> answer) {
        if (!answer) {
            tell(answer.error());
            return;
        }
        for (auto& [key, row] : *answer)
            m_rows.push_back(std::move(row));
        judge();
    });
}

std::vector<OperationDraft> BulkDialog::drafts() const
{
    if (!m_session.rules)
        return {};
    return bulkDrafts(m_action, m_rows, *m_session.rules, m_note->text().simplified().toStdString(), m_desk.clock.now());
}

void BulkDialog::judge()
{
    m_model.setCases(m_rows);
    m_desk.commands.judge(m_session.actor, drafts()).then(this, [this, generation = ++m_generation](Result<SubmitAnswer> answer) {
        if (generation != m_generation)
            return;
        if (answer)
            showVerdicts(*answer);
        else
            tell(answer.error());
    });
}

void BulkDialog::showVerdicts(const SubmitAnswer& answer)
{
    m_model.setAnswer(answer);
    const int passing = m_model.passing(), refused = m_model.refused();
    m_summary->setText(refused == 0 ? tr("%n case(s) will change.", nullptr, passing)
                                    : tr("%n case(s) will change, %1 refused.", nullptr, passing).arg(refused));
    QStringList lines;
    for (const auto& [reason, count] : m_model.reasons())
        lines << tr("%1 × %2").arg(count).arg(reason);
    m_reasons->setText(lines.mid(0, 4).join(QLatin1Char('\n')));
    m_reasons->setVisible(m_rows.size() > seenAtOnce && !lines.isEmpty()); // a short list says it in its rows
    m_go->setEnabled(passing > 0 && !(needsWords(m_action) && m_note->text().simplified().isEmpty()));
}

void BulkDialog::save()
{
    m_go->setEnabled(false);
    ++m_generation;
    m_desk.commands.submitEach(m_session.actor, drafts()).then(this, [this](Result<SubmitAnswer> answer) {
        if (!answer) {
            tell(answer.error());
            return;
        }
        Q_EMIT saved(tr("%1: %n case(s)", nullptr, static_cast<int>(answer->operations.size())).arg(BulkBar::nameOf(m_action, m_words)), *answer);
        accept();
    });
}

void BulkDialog::tell(const Error& error)
{
    m_summary->setText(m_words.error(error));
    m_go->setEnabled(false);
}

} // namespace griddesk
