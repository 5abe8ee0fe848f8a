// SPDX-License-Identifier: GPL-3.0-or-later
#include "traypage.h"

#include "models/core/operationtable.h"
#include "models/views/casepage/payloadtext.h"
#include "models/views/casestage.h"
#include "widgets/forms/segments.h"
#include "withdrawsheet.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int shownSettled = 300;

QString q(const std::string& s) { return QString::fromStdString(s); }

PayloadNames namesOf(const TrayItem& item, const Words& words)
{
    PayloadNames names;
    names.assignment = [&item, &words](const std::string& id) {
        const auto found = std::ranges::find(item.assignments, id, &std::pair<std::string, UnitId>::first);
        return found == item.assignments.end() ? q(id) : words.unit(found->second);
    };
    return names;
}

OperationDraft draftOf(const TrayItem& item)
{
    // The first operation of a case keeps its id: what was sealed beside the report belongs to it.
    return {.caseId = item.operation.caseId,
            .kind = item.operation.kind,
            .payload = item.operation.payload,
            .pairId = item.operation.pairId,
            .replaces = item.operation.id};
}

} // namespace

TrayPage::TrayPage(const Desk& desk, Tray& tray, const Words& words, ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_tray(tray), m_words(words), m_themes(themes), m_model(words)
{
    setObjectName("trayPage");
    build();
    connect(&desk.notifier, &Notifier::outboxChanged, this, &TrayPage::reload);
    connect(&desk.notifier, &Notifier::casesChanged, this, [this](const std::vector<CaseId>&, const std::vector<CaseId>& changed, bool bulk) {
        const auto about = [&](const TrayItem& item) { return std::ranges::contains(changed, item.operation.caseId); };
        if (bulk || std::ranges::any_of(m_model.items(), about))
            reload();
    });
    connect(&desk.notifier, &Notifier::rulesChanged, this, &TrayPage::reload);
    connect(&themes, &ThemeKeeper::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    showCurrent();
}

void TrayPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    m_title = new QLabel;
    m_title->setProperty("title", true);
    m_shown = new Segments;
    m_shown->setObjectName("trayShown");
    m_shown->setMustHold(true);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_shown);
    column->addLayout(head);
    m_about = new QLabel;
    m_about->setProperty("muted", true);
    m_about->setWordWrap(true);
    column->addWidget(m_about);

    auto* body = new QHBoxLayout;
    body->setSpacing(12);
    column->addLayout(body, 1);
    m_list = new QListView;
    m_list->setObjectName("trayList");
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new TrayDelegate(m_themes, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMinimumWidth(260);
    m_list->setMaximumWidth(430);
    body->addWidget(m_list, 2);

    m_card = new QFrame;
    m_card->setProperty("card", true);
    auto* box = new QVBoxLayout(m_card);
    box->setContentsMargins(20, 16, 20, 16);
    box->setSpacing(8);
    const auto label = [&](const char* property, const char* name = nullptr) {
        auto* made = new QLabel;
        if (property != nullptr)
            made->setProperty(property, true);
        if (name != nullptr)
            made->setObjectName(QLatin1String(name));
        made->setWordWrap(true);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        box->addWidget(made);
        return made;
    };
    m_head = label("heading");
    m_what = label("muted");
    m_whyTitle = label("small");
    m_why = label(nullptr, "trayWhy");
    m_effectTitle = label("small");
    m_effect = label(nullptr, "trayEffect");
    m_nowTitle = label("small");
    m_now = label(nullptr, "trayNow");
    m_againState = label("panel", "trayAgainState");
    m_againState->setMargin(10);
    m_notice = label("problem", "trayNotice");
    box->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(m_card);
    auto* right = new QVBoxLayout;
    right->setSpacing(10);
    right->addWidget(m_scroll, 1);
    m_empty = new QLabel;
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    right->addWidget(m_empty, 1);
    // Two rows: what looks and puts away, and below it what settles; one row would be wider than the page beside a case.
    auto* above = new QHBoxLayout;
    above->setSpacing(8);
    auto* below = new QHBoxLayout;
    below->setSpacing(8);
    below->addStretch(1);
    auto* foot = above;
    const auto button = [&](const char* name, auto pressed) {
        auto* made = new QPushButton;
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, pressed);
        foot->addWidget(made);
        return made;
    };
    m_open = button("trayOpen", [this] {
        if (const auto* item = current(); item != nullptr && item->row)
            Q_EMIT openCaseRequested(item->operation.caseId);
        else if (const auto* settled = m_model.settledAt(m_list->currentIndex().row()); settled != nullptr && !settled->number.empty())
            Q_EMIT openCaseRequested(settled->operation.caseId);
    });
    foot->addStretch(1);
    m_putBack = button("trayPutBack", &TrayPage::putBack);
    m_withdraw = button("trayWithdraw", &TrayPage::withdraw);
    foot = below;
    m_note = button("trayNote", &TrayPage::keepAsNote);
    m_form = button("trayForm", &TrayPage::openForm);
    m_again = button("trayAgain", &TrayPage::doAgain);
    m_again->setProperty("primary", true);
    right->addLayout(above);
    right->addLayout(below);
    body->addLayout(right, 3);
    m_sheet = new WithdrawSheet(this);

    m_texts.add([this] {
        const auto held = m_shown->value().isEmpty() ? QStringLiteral("open") : m_shown->value();
        m_shown->setItems({{QStringLiteral("open"), tr("To settle")}, {QStringLiteral("settled"), tr("Settled")}});
        m_shown->setValue(held);
        m_title->setText(tr("Refused operations"));
        m_about->setText(tr("What was saved here and then refused waits until somebody decides. Nothing leaves by itself."));
        m_list->setAccessibleName(tr("Refused operations"));
        m_whyTitle->setText(tr("Why it was refused"));
        m_effectTitle->setText(tr("What it would have done"));
        m_nowTitle->setText(tr("The case now"));
        m_open->setText(tr("Open case"));
        m_form->setText(tr("Open the form…"));
        m_form->setToolTip(tr("Ctrl+Shift+Enter: the form of this operation, filled with what was written"));
        m_note->setText(tr("Keep as a note"));
        m_note->setToolTip(tr("Ctrl+M: what was written becomes a note on the case"));
        m_again->setText(tr("Do it again  Ctrl+Enter"));
        m_putBack->setText(tr("Put back"));
    });
    connect(m_shown, &Segments::chosen, this, [this] {
        m_list->clearSelection();
        reload();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_notice->clear();
        showCurrent();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TrayPage::showActions);
    connect(m_sheet, &WithdrawSheet::confirmed, this, &TrayPage::confirmWithdraw);
    const auto key = [this](const QKeySequence& keys, auto pressed) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, pressed);
    };
    for (const auto enter : {Qt::Key_Return, Qt::Key_Enter}) {
        key(QKeySequence(Qt::CTRL | enter), &TrayPage::enter);
        key(QKeySequence(Qt::CTRL | Qt::SHIFT | enter), &TrayPage::openForm);
    }
    key(QKeySequence(Qt::CTRL | Qt::Key_M), &TrayPage::keepAsNote);
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &TrayPage::withdraw);
}

void TrayPage::setSession(const Session& session)
{
    m_session = session;
    if (m_sheet->isVisible())
        m_sheet->done(); // another person does not confirm what this one chose
    reload();
}

void TrayPage::reload()
{
    if (!m_session.rules)
        return;
    const int asked = ++m_generation;
    const auto take = [this, asked](auto answer, auto set) {
        if (asked != m_generation)
            return;
        if (!answer) {
            m_notice->setText(m_words.error(answer.error()));
            return;
        }
        (m_model.*set)(*std::move(answer));
        if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(0));
        showCurrent();
    };
    if (m_shown->value() == QLatin1String("settled"))
        m_tray.settled(shownSettled).then(this, [take](Result<std::vector<SettledTrayItem>> answer) { take(std::move(answer), &TrayModel::setSettled); });
    else
        m_tray.items(m_session.actor, m_desk.clock.now()).then(this, [take](Result<std::vector<TrayItem>> answer) { take(std::move(answer), &TrayModel::setItems); });
}

const TrayItem* TrayPage::current() const { return m_model.itemAt(m_list->currentIndex().row()); }

std::vector<const TrayItem*> TrayPage::chosen() const
{
    std::vector<const TrayItem*> found;
    auto rows = m_list->selectionModel()->selectedIndexes();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const auto& row : rows)
        if (const auto* item = m_model.itemAt(row.row()))
            for (const auto* one : together(*item))
                if (!std::ranges::contains(found, one))
                    found.push_back(one);
    return found;
}

std::vector<const TrayItem*> TrayPage::together(const TrayItem& item) const
{
    std::vector<const TrayItem*> found{&item};
    if (!item.operation.pairId.empty())
        for (const auto& other : m_model.items())
            if (&other != &item && other.operation.pairId == item.operation.pairId)
                found.push_back(&other);
    return found;
}

QString TrayPage::why(const TrayItem& item) const
{
    if (item.refusal)
        return m_words.refusal(*item.refusal);
    return refusalSentence(item.reason, m_words);
}

QStringList TrayPage::said(const TrayItem& item) const { return payloadLines(item.operation, m_words, namesOf(item, m_words)); }

void TrayPage::showCurrent()
{
    const int row = m_list->currentIndex().row();
    const auto* item = m_model.itemAt(row);
    const auto* settled = m_model.settledAt(row);
    m_scroll->setVisible(item != nullptr || settled != nullptr);
    m_empty->setVisible(!m_scroll->isVisibleTo(this));
    const bool past = m_shown->value() == QLatin1String("settled");
    m_empty->setText(past ? tr("Nothing was settled yet") : tr("Nothing was refused. What you save is taken over as it is."));
    if (item != nullptr)
        showItem(*item);
    else if (settled != nullptr)
        showSettled(*settled);
    showActions();
}

void TrayPage::showItem(const TrayItem& item)
{
    const auto join = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    };
    m_head->setText(m_words.operation(item.operation.kind));
    m_what->setText(join({m_words.account(item.operation.actor.account), m_words.post(item.operation.actor.post), m_words.dateTime(item.savedAt)}));
    m_why->setText(why(item));
    QStringList effect;
    if (item.before && item.after && *item.before != *item.after)
        effect << tr("The case would have gone from “%1” to “%2”.").arg(m_words.stage(*item.before), m_words.stage(*item.after));
    else if (!item.before && item.after)
        effect << tr("A new case would have begun.");
    effect << said(item);
    m_effect->setText(effect.isEmpty() ? m_words.unknown() : effect.join(QLatin1Char('\n')));
    QStringList now;
    if (item.row) {
        const auto& row = *item.row;
        now << join({q(row.number.empty() ? row.localNumber : row.number), q(row.title), stageWord(row, m_words), row.unit ? m_words.unit(*row.unit) : QString()});
        for (const auto& happened : item.since)
            now << tr("since then: %1").arg(join({m_words.dateTime(happened.effective), m_words.operation(happened.operation.kind), m_words.account(happened.operation.actor.account),
                                                  payloadBrief(happened.operation, m_words, namesOf(item, m_words))}));
    } else {
        now << tr("There is no such case: this was to be its first operation.");
    }
    m_now->setText(now.join(QLatin1Char('\n')));
    const auto halves = together(item);
    if (!item.operation.pairId.empty() && halves.size() < 2)
        m_againState->setText(tr("This was one half of an operation on two cases. Start it again from the list of related cases."));
    else if (item.now)
        m_againState->setText(tr("As it stands it would be refused again: %1").arg(m_words.refusal(*item.now)));
    else if (halves.size() > 1)
        m_againState->setText(tr("The rules allow it now. Both halves of the pair are done together."));
    else
        m_againState->setText(tr("The rules allow it now, under your name."));
    m_nowTitle->show();
    m_whyTitle->show();
    m_againState->show();
}

void TrayPage::showSettled(const SettledTrayItem& item)
{
    m_head->setText(m_words.operation(item.operation.kind));
    m_what->setText(QStringList{m_words.account(item.operation.actor.account), m_words.dateTime(item.savedAt), q(item.number)}.join(QStringLiteral(" · ")));
    m_effect->setText(payloadLines(item.operation, m_words, {}).join(QLatin1Char('\n')));
    const auto by = AccountId::parse(item.byAccount);
    m_now->setText((by ? m_words.account(*by) : q(item.byAccount)) + QStringLiteral(" · ") + m_words.dateTime(item.at));
    m_why->setText(item.words.empty() ? m_words.unknown() : q(item.words));
    m_whyTitle->show();
    m_nowTitle->show();
    m_againState->hide();
}

void TrayPage::showActions()
{
    const bool past = m_shown->value() == QLatin1String("settled");
    m_whyTitle->setText(past ? tr("Reason") : tr("Why it was refused"));
    m_nowTitle->setText(past ? tr("Settled by") : tr("The case now"));
    const auto all = chosen();
    const auto* item = current();
    const auto* settled = m_model.settledAt(m_list->currentIndex().row());
    const auto halves = item != nullptr ? together(*item) : std::vector<const TrayItem*>{};
    const bool single = item != nullptr && all.size() == halves.size() && !m_busy;
    const bool whole = item != nullptr && (item->operation.pairId.empty() || halves.size() == 2);
    m_again->setEnabled(single && whole && std::ranges::none_of(halves, [](const TrayItem* one) { return one->now.has_value(); }));
    m_form->setEnabled(single && item->row && item->operation.pairId.empty() && !specOf(item->operation.kind).first);
    m_note->setEnabled(single && std::ranges::all_of(halves, [](const TrayItem* one) { return one->row.has_value(); }));
    m_withdraw->setEnabled(!all.empty() && !m_busy);
    m_withdraw->setText(all.size() > 1 ? tr("Withdraw %n…", nullptr, static_cast<int>(all.size())) : tr("Withdraw…"));
    m_withdraw->setToolTip(tr("Delete: shows what leaves the tray and asks for the reason"));
    m_open->setEnabled((item != nullptr && item->row) || (settled != nullptr && !settled->number.empty()));
    m_putBack->setEnabled(settled != nullptr && settled->canReturn() && !m_busy);
    for (auto* button : {m_again, m_form, m_note, m_withdraw})
        button->setVisible(!past);
    m_putBack->setVisible(past);
    m_notice->setVisible(!m_notice->text().isEmpty());
}

void TrayPage::submit(std::vector<OperationDraft> drafts)
{
    m_busy = true;
    m_notice->clear();
    showActions();
    m_desk.commands.submit(m_session.actor, std::move(drafts)).then(this, [this](const Result<SubmitAnswer>& answer) {
        m_busy = false;
        if (!answer)
            m_notice->setText(m_words.error(answer.error()));
        else if (!answer->saved())
            m_notice->setText(answer->refusals.empty() ? tr("Nothing was saved.") : m_words.refusal(answer->refusals.front().refusal));
        else
            Q_EMIT submitted(*answer);
        reload();
        showActions();
    });
}

void TrayPage::enter()
{
    // One shortcut for page and sheet: two for the same keys would be ambiguous.
    if (m_sheet->isVisible())
        m_sheet->go();
    else
        doAgain();
}

void TrayPage::doAgain()
{
    const auto* item = current();
    if (item == nullptr || !m_again->isEnabled() || m_sheet->isVisible())
        return;
    std::vector<OperationDraft> drafts;
    for (const auto* one : together(*item))
        drafts.push_back(draftOf(*one));
    submit(std::move(drafts));
}

void TrayPage::openForm()
{
    if (const auto* item = current(); item != nullptr && m_form->isEnabled() && !m_sheet->isVisible())
        Q_EMIT formRequested(item->operation);
}

QString TrayPage::noteOf(const TrayItem& item) const
{
    auto note = tr("Refused: %1 of %2, %3.").arg(m_words.operation(item.operation.kind), m_words.account(item.operation.actor.account), m_words.dateTime(item.savedAt));
    note += QLatin1Char('\n') + why(item);
    for (const auto& line : said(item))
        note += QLatin1Char('\n') + line;
    const auto limit = static_cast<qsizetype>(specOf(OperationKind::Comment).field("words")->limit());
    while (note.toUtf8().size() > limit)
        note.chop(std::max<qsizetype>(1, (note.toUtf8().size() - limit) / 4));
    return note;
}

void TrayPage::keepAsNote()
{
    const auto* item = current();
    if (item == nullptr || !m_note->isEnabled() || m_sheet->isVisible())
        return;
    std::vector<OperationDraft> drafts;
    for (const auto* one : together(*item)) {
        Value words;
        words.set("words", noteOf(*one).toStdString());
        drafts.push_back({.caseId = one->operation.caseId, .kind = OperationKind::Comment, .payload = std::move(words), .pairId = {}, .replaces = one->operation.id});
        // Its pictures stay with the case as well.
        if (const auto* evidence = one->operation.payload.find("evidence"); evidence != nullptr && evidence->list() != nullptr && !evidence->list()->empty()) {
            Value files;
            files.set("evidence", *evidence);
            drafts.push_back({.caseId = one->operation.caseId, .kind = OperationKind::Attach, .payload = std::move(files), .pairId = {}});
        }
    }
    submit(std::move(drafts));
}

void TrayPage::withdraw()
{
    const auto all = chosen();
    if (all.empty() || !m_withdraw->isEnabled())
        return;
    m_withdrawing.clear();
    QStringList lines;
    for (const auto* item : all) {
        m_withdrawing.push_back(item->operation.id);
        const auto brief = payloadBrief(item->operation, m_words, namesOf(*item, m_words));
        QStringList parts{m_words.operation(item->operation.kind), item->row ? q(item->row->number.empty() ? item->row->localNumber : item->row->number) : tr("no case"),
                          m_words.account(item->operation.actor.account), m_words.dateTime(item->savedAt), brief};
        parts.removeAll(QString());
        lines << parts.join(QStringLiteral(" · "));
    }
    m_sheet->show(lines);
}

void TrayPage::confirmWithdraw(const QString& words)
{
    m_tray.withdraw(m_session.actor, m_withdrawing, words.toStdString()).then(this, [this](const Result<void>& done) {
        if (!done) {
            m_sheet->showProblem(m_words.error(done.error()));
            reload();
            return;
        }
        m_sheet->done();
        Q_EMIT noticed(tr("%n operation(s) withdrawn; “Settled” puts them back", nullptr, static_cast<int>(m_withdrawing.size())));
        reload();
    });
}

void TrayPage::putBack()
{
    const auto* settled = m_model.settledAt(m_list->currentIndex().row());
    if (settled == nullptr || !settled->canReturn())
        return;
    // The halves of a pair were withdrawn together and come back together.
    std::vector<OperationId> operations{settled->operation.id};
    if (!settled->operation.pairId.empty())
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (const auto* other = m_model.settledAt(row); other != settled && other->canReturn() && other->operation.pairId == settled->operation.pairId)
                operations.push_back(other->operation.id);
    m_tray.putBack(m_session.actor, std::move(operations)).then(this, [this](const Result<void>& done) {
        if (!done)
            m_notice->setText(m_words.error(done.error()));
        else
            Q_EMIT noticed(tr("Put back: it waits to be settled again"));
        reload();
    });
}

void TrayPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_texts.again();
        m_sheet->retranslate();
        m_model.retranslate();
        showCurrent();
    }
    QWidget::changeEvent(event);
}

} // namespace griddesk
