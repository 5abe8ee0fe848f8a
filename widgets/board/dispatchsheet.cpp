// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchsheet.h"

#include "models/views/intake/intakeadvice.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/searchpick.h"
#include "widgets/forms/segments.h"
#include "widgets/words/dutywords.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace griddesk {

namespace {

QString q(const std::string& s) { return QString::fromStdString(s); }

} // namespace

DispatchSheet::DispatchSheet(const Desk& desk, const Words& words, QWidget* page)
    : Sheet(page), m_desk(desk), m_words(words), m_ask{.row = CaseRow{.id = CaseId::literal("none")}, .unit = {}, .match = {}, .assignment = {}}
{
    setObjectName("dispatchSheet");
    setCardWidth(620);
    auto* column = new QVBoxLayout(card());
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(10);
    const auto label = [&](const char* property) {
        auto* made = new QLabel;
        made->setProperty(property, true);
        made->setWordWrap(true);
        made->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        column->addWidget(made);
        return made;
    };
    m_title = label("title");
    m_case = label("muted");
    m_sentence = label("muted");
    m_sentence->setObjectName("dispatchSentence");
    auto* unitCaption = label("small");
    m_unit = new SearchPick;
    m_unit->setObjectName("dispatchUnit");
    column->addWidget(m_unit);
    m_basisCaption = label("small");
    m_basis = new Segments;
    m_basis->setObjectName("dispatchBasis");
    m_basis->setMustHold(true);
    column->addWidget(m_basis);
    m_reasonCaption = label("small");
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName("dispatchReason");
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(72);
    column->addWidget(m_reason);
    m_problem = label("muted");
    m_problem->setObjectName("dispatchProblem");
    m_problem->setProperty("chip", "warn");
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* cancel = new QPushButton;
    cancel->setObjectName("dispatchCancel");
    m_save = new QPushButton;
    m_save->setObjectName("dispatchSave");
    m_save->setProperty("primary", true);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    column->addStretch(1);

    m_texts.add([this, unitCaption, cancel] {
        unitCaption->setText(tr("To which unit"));
        m_unit->setAccessibleName(tr("To which unit"));
        m_basisCaption->setText(tr("Basis"));
        m_reason->setAccessibleName(tr("Reason"));
        cancel->setText(tr("Cancel  Esc"));
        m_save->setText(tr("Dispatch  Ctrl+Enter"));
        std::vector<std::pair<QString, QString>> items;
        for (const auto basis : {Basis::Statutory, Basis::Negotiated, Basis::Designated, Basis::Emergency})
            items.emplace_back(QString::fromUtf8(nameOf(basis).data(), static_cast<qsizetype>(nameOf(basis).size())), m_words.basis(basis));
        const auto held = m_basis->value();
        m_basis->setItems(items);
        m_basis->setValue(held.isEmpty() ? QStringLiteral("statutory") : held);
    });
    connect(cancel, &QPushButton::clicked, this, &DispatchSheet::done);
    connect(m_save, &QPushButton::clicked, this, &DispatchSheet::save);
    connect(m_unit, &SearchPick::picked, this, &DispatchSheet::judge);
    connect(m_unit, &SearchPick::cleared, this, &DispatchSheet::judge);
    connect(m_basis, &Segments::chosen, this, &DispatchSheet::judge);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DispatchSheet::judge);
    for (const auto& keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &DispatchSheet::save);
    }
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DispatchSheet::done);
}

void DispatchSheet::ask(const Session& session, DispatchAsk ask)
{
    m_session = session;
    m_ask = std::move(ask);
    m_busy = false;
    m_reason->clear();
    const auto& row = m_ask.row;
    const bool level2 = m_ask.kind == OperationKind::Subdispatch;
    m_title->setText(m_words.operation(m_ask.kind));
    m_case->setText(QStringList{q(row.number.empty() ? row.localNumber : row.number), q(row.title), q(row.address)}.join(QStringLiteral(" · ")));
    m_sentence->setText(level2 ? QString() : words::dutySentence(m_ask.match, m_words));
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    std::vector<PickItem> items;
    const auto now = m_desk.clock.now();
    for (const auto& [id, unit] : session.rules->units)
        if (unit.valid.holds(now) && id != session.rules->centre && (level2 ? unit.level == 2 || unit.alsoLevel2 : unit.level == 1) && id != session.unit())
            items.push_back({.value = q(id.text()), .text = q(unit.name), .detail = q(unit.phone), .search = q(id.text()), .depth = 0});
    m_unit->setItems(std::move(items));
    const auto unit = m_ask.unit ? m_ask.unit : m_ask.match.lead;
    m_unit->setValue(unit && !level2 ? q(unit->text()) : m_ask.unit ? q(m_ask.unit->text()) : QString(),
                     unit && (!level2 || m_ask.unit) ? m_words.unit(*unit) : QString());
    m_basis->setVisible(!level2);
    m_basisCaption->setVisible(!level2);
    m_reasonCaption->setText(level2 ? tr("Words for the unit") : tr("Reason (needed for another unit than the suggested one, and for a redispatch)"));
    m_basis->setValue(m_ask.row.urgency == Urgency::Critical && m_ask.match.kind != DutyMatch::Kind::One ? QStringLiteral("emergency") : QStringLiteral("statutory"));
    open(m_ask.unit && (level2 || m_ask.unit == m_ask.match.lead) ? static_cast<QWidget*>(m_save) : m_ask.unit ? static_cast<QWidget*>(m_reason) : m_unit);
    judge();
}

void DispatchSheet::resizeEvent(QResizeEvent* event)
{
    Sheet::resizeEvent(event);
    fit();
}

void DispatchSheet::fit()
{
    auto box = card()->geometry();
    const int wanted = card()->layout()->hasHeightForWidth() ? card()->layout()->totalHeightForWidth(box.width()) : card()->layout()->totalSizeHint().height();
    box.setHeight(std::clamp(wanted, 0, std::max(0, height() - 32)));
    box.moveTop(std::max(16, (height() - box.height()) / 3));
    card()->setGeometry(box);
}

OperationDraft DispatchSheet::draft() const
{
    Value payload;
    const auto reason = m_reason->toPlainText().trimmed().toStdString();
    const auto unit = m_unit->value().toStdString();
    if (m_ask.kind == OperationKind::Subdispatch) {
        if (m_ask.assignment)
            payload.set("assignment", m_ask.assignment->text());
        if (!unit.empty())
            payload.set("unit", unit);
        if (!reason.empty())
            payload.set("words", reason);
    } else {
        const auto basis = m_basis->value().toStdString();
        const bool asSuggested = m_ask.match.lead && m_ask.match.lead->text() == unit;
        if (asSuggested && m_ask.match.item && basis == "statutory")
            payload = statutoryDispatch(m_ask.match);
        if (!unit.empty())
            payload.set("lead", unit);
        payload.set("basis", basis);
        if (basis == "statutory" && m_ask.match.item)
            payload.set("duty", m_ask.match.item->text());
        if (!reason.empty())
            payload.set("reason", reason);
    }
    return {.caseId = m_ask.row.id, .kind = m_ask.kind, .payload = std::move(payload), .pairId = {}};
}

void DispatchSheet::showProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_save->setEnabled(text.isEmpty());
    fit();
}

void DispatchSheet::judge()
{
    const auto generation = ++m_generation;
    if (m_unit->value().isEmpty()) {
        showProblem(tr("Choose a unit"));
        return;
    }
    m_desk.commands.judge(m_session.actor, {draft()}).then(this, [this, generation](const Result<SubmitAnswer>& answer) {
        if (generation != m_generation)
            return;
        showProblem(!answer ? m_words.error(answer.error()) : answer->refusals.empty() ? QString() : m_words.refusal(answer->refusals.front().refusal));
    });
}

void DispatchSheet::save()
{
    if (m_busy || !isVisible() || m_unit->value().isEmpty() || !m_session.rules)
        return;
    m_busy = true;
    m_desk.commands.submit(m_session.actor, {draft()}).then(this, [this](const Result<SubmitAnswer>& answer) {
        m_busy = false;
        if (!answer || !answer->saved()) {
            showProblem(!answer ? m_words.error(answer.error()) : answer->refusals.empty() ? tr("Not saved") : m_words.refusal(answer->refusals.front().refusal));
            return;
        }
        done();
        Q_EMIT submitted(*answer);
    });
}

void DispatchSheet::retranslate() { m_texts.again(); }

} // namespace griddesk
