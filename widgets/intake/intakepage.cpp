// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakepage.h"

#include "intakefields.h"
#include "intakeside.h"
#include "models/views/casestage.h"
#include "models/views/intake/orderparser.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/words/phrases.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int formWidth = 1280;
constexpr int twoColumns = 900; // logical pixels of the page
constexpr int roomy = 760;      // below this height the fields draw together

QFrame* strip(const char* name)
{
    auto* frame = new QFrame;
    frame->setObjectName(QLatin1String(name));
    frame->setProperty("card", true);
    return frame;
}

} // namespace

IntakePage::IntakePage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_words(words), m_duplicates(desk, words), m_history(desk, words)
{
    setObjectName("intakePage");
    m_pickFiles = [](QWidget* over, std::function<void(QStringList)> chosen) {
        auto* dialog = new QFileDialog(over);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFiles);
        connect(dialog, &QFileDialog::filesSelected, over, chosen);
        dialog->open();
    };
    m_fields = new IntakeFields(desk, words);
    m_side = new IntakeSide(m_duplicates, m_history, themes, this);
    makeHead();
    connect(m_fields, &IntakeFields::edited, this, &IntakePage::edited);
    connect(m_fields, &IntakeFields::placePickRequested, this, &IntakePage::placePickRequested);
    connect(m_fields, &IntakeFields::evidenceRequested, this, &IntakePage::pickEvidence);
    connect(m_side, &IntakeSide::followRequested, this, [this] {
        if (const auto* candidate = m_side->current())
            follow(candidate->row.id);
    });
    connect(m_side, &IntakeSide::mergeRequested, this, &IntakePage::merge);
    connect(m_side, &IntakeSide::openCaseRequested, this, &IntakePage::openCaseRequested);
    connect(&m_duplicates, &DuplicateModel::answered, this, &IntakePage::showHot);
    connect(&desk.notifier, &Notifier::casesChanged, this, &IntakePage::readHot);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(400);
    connect(&m_draftTimer, &QTimer::timeout, this, &IntakePage::keepDraft);
    makeKeys();
    setFocusProxy(m_fields->textEdit());
    showPlan();
}

IntakePage::~IntakePage()
{
    if (m_draftTimer.isActive())
        keepDraft();
}

void IntakePage::makeHead()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);

    auto* head = new QHBoxLayout;
    m_title = new QLabel;
    m_title->setProperty("title", true);
    head->addWidget(m_title);
    head->addStretch(1);
    const auto button = [this](const char* name, std::function<QString()> text) {
        auto* made = new QPushButton;
        made->setObjectName(QLatin1String(name));
        m_texts.add([made, text = std::move(text)] { made->setText(text()); });
        return made;
    };
    m_drafts = button("intakeDrafts", [] { return tr("Unfinished reports"); });
    m_drafts->setMenu(new QMenu(m_drafts));
    m_drafts->hide();
    auto* paste = button("intakePaste", [] { return tr("Paste order  Ctrl+Shift+V"); });
    auto* clear = button("intakeClear", [] { return tr("Clear"); });
    head->addWidget(m_drafts);
    head->addWidget(paste);
    head->addWidget(clear);
    column->addLayout(head);

    m_hotStrip = strip("intakeHot");
    auto* hot = new QHBoxLayout(m_hotStrip);
    hot->setContentsMargins(14, 8, 10, 8);
    auto* hotChip = new QLabel;
    hotChip->setProperty("chip", "bad");
    m_hotText = new QLabel;
    auto* attach = button("intakeHotAttach", [] { return tr("Attach the caller  Ctrl+H"); });
    attach->setProperty("primary", true);
    hot->addWidget(hotChip);
    hot->addWidget(m_hotText, 1);
    hot->addWidget(attach);
    m_hotStrip->hide();
    column->addWidget(m_hotStrip);

    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    auto* body = m_body;
    body->setSpacing(12);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_fields->setMaximumWidth(formWidth);
    scroll->setWidget(m_fields);
    body->addWidget(scroll, 5);
    m_side->setMinimumWidth(340);
    body->addWidget(m_side, 2);
    column->addLayout(body, 1);

    // What was saved and what a key would do share one place, so that the form keeps its height.
    auto* words = new QHBoxLayout;
    words->setSpacing(8);
    m_notice = new QLabel;
    m_notice->setObjectName("intakeNotice");
    m_notice->setProperty("chip", "ok");
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_openSaved = button("intakeOpenSaved", [] { return tr("Open case"); });
    m_openSaved->hide();
    m_plan = new QLabel;
    m_plan->setObjectName("intakePlan");
    m_plan->setProperty("muted", true);
    m_plan->setWordWrap(true);
    words->addWidget(m_notice, 1);
    words->addWidget(m_openSaved);
    words->addWidget(m_plan, 1);
    auto* keys = new QHBoxLayout;
    keys->setSpacing(8);
    m_saveDispatch = button("intakeSaveDispatch", [] { return QString(); }); // says what it will do, see showPlan()
    m_save = button("intakeSave", [] { return tr("Save  Ctrl+Enter"); });
    m_save->setProperty("primary", true);
    keys->addStretch(1);
    keys->addWidget(m_saveDispatch);
    keys->addWidget(m_save);
    m_foot = new QBoxLayout(QBoxLayout::LeftToRight);
    m_foot->setSpacing(8);
    m_foot->addLayout(words, 1);
    m_foot->addLayout(keys);
    column->addLayout(m_foot);

    m_texts.add([this, hotChip] {
        m_title->setText(tr("Intake"));
        hotChip->setText(tr("HOT"));
    });
    connect(paste, &QPushButton::clicked, this, [this] { pasteOrder(QApplication::clipboard()->text()); });
    connect(clear, &QPushButton::clicked, this, [this] {
        dropDraft();
        m_duplicates.clear();
        setForm(blank());
    });
    connect(attach, &QPushButton::clicked, this, [this] {
        if (m_hot)
            follow(m_hot->first.id);
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_saveDispatch, &QPushButton::clicked, this, [this] { save(true); });
    connect(m_openSaved, &QPushButton::clicked, this, [this] {
        hush();
        if (!m_lastAnswer.cases.empty())
            Q_EMIT openCaseRequested(m_lastAnswer.cases.front());
    });
}

void IntakePage::resizeEvent(QResizeEvent* event)
{
    // Where both do not fit side by side, what is perhaps the same matter lies below the form.
    const bool narrow = event->size().width() < twoColumns;
    m_body->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_foot->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_side->setBelow(narrow);
    const bool dense = event->size().height() < roomy;
    if ((event->oldSize().height() < roomy) != dense || !event->oldSize().isValid()) {
        m_fields->setDense(dense);
        m_hotStrip->layout()->setContentsMargins(14, dense ? 2 : 8, dense ? 4 : 10, dense ? 2 : 8);
    }
    layout()->setContentsMargins(16, dense ? 8 : 12, 16, dense ? 8 : 12);
    layout()->setSpacing(dense ? 6 : 10);
    QWidget::resizeEvent(event);
}

void IntakePage::makeKeys()
{
    const auto key = [this](const QKeySequence& keys, std::function<void()> run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, std::move(run));
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { save(false); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { save(false); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] { save(true); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Enter), [this] { save(true); });
    key(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), [this] { pasteOrder(QApplication::clipboard()->text()); });
    key(QKeySequence(Qt::Key_F12), [this] { m_fields->toggleCritical(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_J), [this] { Q_EMIT m_side->followRequested(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_M), [this] { merge(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { m_side->putAsideCurrent(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_H), [this] {
        if (m_hot)
            follow(m_hot->first.id);
    });
}

void IntakePage::setSession(const Session& session)
{
    const bool another = session.actor.account != m_session.actor.account, otherPost = session.actor.post != m_session.actor.post;
    if (another) { // what the one who leaves has begun stays his
        keepDraft();
        m_draftTimer.stop();
        m_draftKey.clear();
        m_lastAnswer = {};
        m_lastOperations.clear();
        m_duplicates.clear();
        hush();
    }
    m_session = session;
    m_history.setActor(session.actor);
    if (another || (otherPost && form().empty()))
        setForm(blank());
    m_fields->setRules(session.rules);
    listDrafts();
    readHot();
}

IntakeForm IntakePage::blank() const
{
    IntakeForm form;
    const auto roles = m_session.roles();
    if (roles.meets({Role::GridWorker, Role::GridLead}) && !roles.has(Role::Operator)) { // nobody called
        form.source = "patrol";
        form.demandType.clear();
    }
    return form;
}

const IntakeForm& IntakePage::form() const { return m_fields->form(); }
void IntakePage::setForm(const IntakeForm& form) { m_fields->setForm(form); }
void IntakePage::startTyping()
{
    hush();
    m_fields->textEdit()->setFocus(Qt::ShortcutFocusReason);
}
void IntakePage::placePicked(GeoPoint place) { m_fields->setPlace(place); }

void IntakePage::edited()
{
    const auto& form = this->form();
    hush();
    m_fields->showMissing({});
    m_duplicates.probe({.place = form.place, .category = form.category, .text = form.text.size() >= 6 ? form.text : std::string(), .address = form.address, .now = {}});
    m_history.ask(form.person.phone, form.address, form.place);
    m_draftTimer.start();
    showPlan();
}

void IntakePage::showPlan()
{
    const auto plan = planFast(m_fields->advice(), form(), m_session.roles());
    using Stop = FastPlan::Stop;
    QStringList steps{tr("save")};
    if (plan.accept)
        steps << m_words.operation(OperationKind::Accept);
    if (plan.file) // with the limit it sets going
        steps << words::noted(m_words.operation(OperationKind::File), m_fields->limitText());
    if (plan.dispatch && plan.lead)
        steps << m_words.operation(OperationKind::Dispatch) + QStringLiteral(" → ") + m_words.unit(*plan.lead);
    QString why;
    switch (plan.stop) {
    case Stop::None: break;
    case Stop::Category: why = tr("a category is missing"); break;
    case Stop::Demand: why = tr("the demand type is missing"); break;
    case Stop::Area: why = tr("a place inside the district is missing"); break;
    case Stop::Standard: why = tr("the category has no filing standard"); break;
    case Stop::Lead: why = tr("the duty list names no single unit"); break;
    case Stop::OperatorRole: why = tr("your post does not accept cases"); break;
    case Stop::DispatcherRole: why = tr("your post does not dispatch"); break;
    }
    // The key is named only where it does something.
    QString line;
    if (!form().empty() && plan.accept)
        line = tr("Ctrl+Shift+Enter: %1").arg(steps.join(QStringLiteral(" → "))) + (why.isEmpty() ? QString() : tr("; ") + why);
    else if (!form().empty() && plan.stop != Stop::OperatorRole)
        line = tr("To accept it at once as well: %1").arg(why);
    m_plan->setText(line);
    const auto does = plan.dispatch || !plan.accept ? tr("Save and dispatch") : plan.file ? tr("Save, accept and file") : tr("Save and accept");
    m_saveDispatch->setText(does + QStringLiteral("  Ctrl+Shift+Enter"));
    m_saveDispatch->setVisible(plan.stop != Stop::OperatorRole);
    m_saveDispatch->setEnabled(plan.accept && !m_busy);
    m_whyNot = plan.accept ? QString() : why;
}

// ---- hot events -----------------------------------------------------------------------------------------------------

void IntakePage::readHot()
{
    if (!m_session.rules)
        return;
    CaseFilter filter;
    filter.queue = Queue::Hot;
    m_desk.queries.firstKeys(filter, {.order = CaseOrder::Reported, .descending = true}, m_desk.clock.now(), 60).then(this, [this](const Result<std::vector<CaseKey>>& keys) {
        if (!keys)
            return;
        m_desk.queries.rows(*keys).then(this, [this](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
            if (!rows)
                return;
            m_hotRows.clear();
            for (const auto& [key, row] : *rows)
                m_hotRows.push_back(row);
            showHot();
        });
    });
}

void IntakePage::showHot()
{
    if (!m_session.rules)
        return;
    auto rows = m_hotRows;
    for (const auto& candidate : m_duplicates.rows())
        rows.push_back(candidate.candidate.row);
    // Whoever takes calls is told; a grid worker on his round has no caller to attach.
    if (!m_session.roles().meets({Role::Operator, Role::ShiftLeader, Role::Dispatcher})) {
        m_hot.reset();
        m_hotStrip->hide();
        return;
    }
    const auto events = hotEvents(std::move(rows), m_session.rules->parameters.duplicateRadiusMetres, m_desk.clock.now());
    m_hot = events.empty() ? std::nullopt : std::optional{events.front()};
    if (m_hot)
        m_hotText->setText(tr("%n similar reports within 30 minutes: %1, %2", nullptr, static_cast<int>(m_hot->cases.size()))
                               .arg(m_words.category(*m_hot->first.category), QString::fromStdString(m_hot->first.address)));
    m_hotStrip->setVisible(m_hot.has_value());
}

// ---- saving ---------------------------------------------------------------------------------------------------------

void IntakePage::say(Tone tone, const QString& text)
{
    m_notice->setText((tone == Tone::Ok ? QStringLiteral("✓  ") : QStringLiteral("!  ")) + text);
    setStyleProperty(m_notice, "chip", tone == Tone::Ok ? "ok" : tone == Tone::Warn ? "warn" : "bad");
    m_openSaved->setVisible(tone != Tone::Bad && !m_lastAnswer.cases.empty());
    m_notice->show();
    m_plan->hide();
}

void IntakePage::hush()
{
    ++m_said;
    m_notice->hide();
    m_openSaved->hide();
    m_plan->show();
}

QString IntakePage::saying(const Answer& answer) const
{
    if (!answer)
        return m_words.error(answer.error());
    return answer->refusals.empty() ? QString() : m_words.refusal(answer->refusals.front().refusal);
}

void IntakePage::submitReport(Next next)
{
    if (m_busy || !m_session.rules)
        return;
    const auto missing = missingIn(form());
    if (!missing.empty()) {
        m_fields->showMissing(missing);
        QStringList names;
        for (const auto& name : missing)
            names << (name == "text" ? tr("what is reported, or a category") : name == "place" ? tr("an address or a place") : m_words.field(name));
        m_lastAnswer = {};
        say(Tone::Bad, tr("Still missing: %1").arg(names.join(tr(", "))));
        return;
    }
    m_busy = true;
    m_save->setEnabled(false);
    m_sent = form();
    std::vector<OperationDraft> drafts{{.caseId = {}, .kind = OperationKind::Report, .payload = reportPayload(form()), .pairId = {}}};
    m_desk.commands.submit(m_session.actor, std::move(drafts), form().person).then(this, [this, next = std::move(next)](const Answer& answer) {
        if (!answer || !answer->saved()) {
            m_busy = false;
            m_save->setEnabled(true);
            m_lastAnswer = {};
            say(Tone::Bad, tr("Not saved: %1").arg(saying(answer)));
            return;
        }
        auto drafts2 = next ? next(answer->cases.front()) : std::vector<OperationDraft>{};
        if (drafts2.empty()) {
            finish(*answer, {});
            return;
        }
        m_desk.commands.submit(m_session.actor, std::move(drafts2)).then(this, [this, first = *answer](const Answer& second) {
            auto all = first;
            if (second && second->saved()) {
                all.operations.insert(all.operations.end(), second->operations.begin(), second->operations.end());
                all.cases.insert(all.cases.end(), second->cases.begin(), second->cases.end());
                all.heldUntil = std::min(first.heldUntil, second->heldUntil);
            }
            finish(std::move(all), saying(second));
        });
    });
}

void IntakePage::save(bool andDispatch)
{
    if (!andDispatch) {
        submitReport({});
        return;
    }
    const auto plan = planFast(m_fields->advice(), form(), m_session.roles());
    if (!plan.accept && missingIn(form()).empty()) { // less than the key says is not done behind somebody's back
        m_lastAnswer = {};
        say(Tone::Bad, tr("Not saved: %1").arg(m_whyNot));
        return;
    }
    submitReport([drafts = plan.drafts](const CaseId& id) {
        auto named = drafts;
        for (auto& draft : named)
            draft.caseId = id;
        return named;
    });
}

void IntakePage::merge()
{
    const auto* candidate = m_side->current();
    if (candidate == nullptr)
        return;
    submitReport([kept = candidate->row.id](const CaseId& id) {
        const auto pair = "merge-" + id.text();
        Value keeps, absorbed;
        keeps.set("side", std::string("kept")).set("other", id.text());
        absorbed.set("side", std::string("absorbed")).set("other", kept.text());
        return std::vector<OperationDraft>{{.caseId = kept, .kind = OperationKind::Merge, .payload = keeps, .pairId = pair},
                                           {.caseId = id, .kind = OperationKind::Merge, .payload = absorbed, .pairId = pair}};
    });
}

void IntakePage::follow(const CaseId& id)
{
    if (m_busy || !m_session.rules)
        return;
    m_busy = true;
    m_sent = form();
    std::vector<OperationDraft> drafts{{.caseId = id, .kind = OperationKind::FollowUp, .payload = joinPayload(form()), .pairId = {}}};
    m_desk.commands.submit(m_session.actor, std::move(drafts), form().person).then(this, [this](const Answer& answer) {
        if (answer && answer->saved()) {
            finish(*answer, {});
            return;
        }
        m_busy = false;
        m_lastAnswer = {};
        say(Tone::Bad, tr("Not saved: %1").arg(saying(answer)));
    });
}

void IntakePage::finish(SubmitAnswer answer, const QString& trouble)
{
    m_busy = false;
    m_save->setEnabled(true);
    m_lastAnswer = std::move(answer);
    m_lastSaved = m_sent;
    m_lastOperations = m_lastAnswer.operations;
    dropDraft();
    m_duplicates.clear();
    setForm(blank());
    showNumber(m_lastAnswer.cases.front(), trouble);
    Q_EMIT submitted(m_lastAnswer);
}

void IntakePage::showNumber(const CaseId& id, const QString& trouble)
{
    say(trouble.isEmpty() ? Tone::Ok : Tone::Warn, tr("Saved"));
    m_desk.queries.keysOf({id}).then(this, [this, trouble, said = m_said](const Result<std::vector<CaseKey>>& keys) {
        if (!keys || keys->empty() || keys->front() == 0)
            return;
        m_desk.queries.rows({keys->front()}).then(this, [this, trouble, said](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
            if (said != m_said || !rows || rows->empty() || m_lastAnswer.cases.empty() || rows->front().second.id != m_lastAnswer.cases.front())
                return;
            const auto& row = rows->front().second;
            const auto number = QString::fromStdString(row.number.empty() ? row.localNumber : row.number);
            const auto saved = tr("Saved as %1: %2").arg(number, stageWord(row, m_words));
            say(trouble.isEmpty() ? Tone::Ok : Tone::Warn, trouble.isEmpty() ? saved : tr("%1; the next step was refused: %2").arg(saved, trouble));
        });
    });
}

void IntakePage::takenBack(const std::vector<OperationId>& operations)
{
    if (m_lastOperations.empty() || std::ranges::find(operations, m_lastOperations.front()) == operations.end())
        return;
    m_lastOperations.clear();
    m_lastAnswer = {};
    if (m_lastSaved.empty())
        return;
    if (form().empty()) {
        setForm(m_lastSaved);
        say(Tone::Warn, tr("Taken back; the report is in the form again"));
        return;
    }
    m_desk.drafts.put(newDraftKey(), writeDraft(m_lastSaved));
    listDrafts();
    say(Tone::Warn, tr("Taken back; the report is among the unfinished ones"));
}

// ---- orders, evidence -----------------------------------------------------------------------------------------------

void IntakePage::pasteOrder(const QString& text)
{
    if (!m_session.rules)
        return;
    m_lastAnswer = {};
    const auto order = parseOrder(text.toStdString());
    if (!order) {
        say(Tone::Bad, order.error().code == ErrorCode::MissingField ? tr("There is no text to paste") : m_words.error(order.error()));
        return;
    }
    auto filled = form();
    fillFrom(filled, *order, *m_session.rules);
    if (!filled.place && !filled.address.empty())
        if (const auto found = m_desk.places.find(filled.address, 1); !found.empty())
            filled.place = found.front().place;
    setForm(filled);
    say(order->labels > 0 ? Tone::Ok : Tone::Warn,
        order->labels > 0 ? tr("%n field(s) read from the order; please check them", nullptr, order->labels) : tr("No labels known: all of it went into the text"));
}

void IntakePage::pickEvidence()
{
    m_pickFiles(this, [this](const QStringList& paths) {
        for (const auto& path : paths)
            m_desk.commands.addEvidence(path.toStdString(), "before").then(this, [this](const Result<EvidenceFile>& file) {
                if (file)
                    m_fields->addEvidence(*file);
                else
                    say(Tone::Bad, m_words.error(file.error()));
            });
    });
}

// ---- drafts ---------------------------------------------------------------------------------------------------------

void IntakePage::keepDraft()
{
    if (form().empty()) {
        dropDraft();
        return;
    }
    if (m_draftKey.empty())
        m_draftKey = newDraftKey();
    m_desk.drafts.put(m_draftKey, writeDraft(form()));
}

std::string IntakePage::newDraftKey() const
{
    const auto start = "intake/" + m_session.actor.account.text() + "/";
    auto ms = msOf(m_desk.clock.now());
    while (m_draftKey == start + std::to_string(ms)) // begun in this very millisecond
        ++ms;
    return start + std::to_string(ms);
}

void IntakePage::dropDraft()
{
    m_draftTimer.stop();
    if (!m_draftKey.empty())
        m_desk.drafts.put(m_draftKey, {});
    m_draftKey.clear();
}

void IntakePage::listDrafts()
{
    m_desk.drafts.list("intake/" + m_session.actor.account.text() + "/").then(this, [this](const Result<std::vector<std::pair<std::string, std::string>>>& found) {
        if (!found)
            return;
        auto* menu = m_drafts->menu();
        menu->clear();
        for (const auto& [key, json] : *found) {
            const auto draft = readDraft(json);
            if (key == m_draftKey || !draft || draft->empty())
                continue;
            const auto title = titleOf(*draft);
            auto* action = menu->addAction(QString::fromStdString(title.empty() ? draft->address + draft->person.phone : title));
            connect(action, &QAction::triggered, this, [this, key, json] { restoreDraft(key, json); });
        }
        m_drafts->setVisible(!menu->isEmpty());
        m_drafts->setText(tr("Unfinished reports") + QStringLiteral(" (%1)").arg(menu->actions().size()));
    });
}

void IntakePage::restoreDraft(std::string key, std::string json)
{
    const auto draft = readDraft(json);
    if (!draft)
        return;
    keepDraft(); // what is in the form now stays a draft of its own
    m_draftKey = std::move(key);
    setForm(*draft);
    listDrafts();
}

void IntakePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_texts.again();
        m_fields->retranslate();
        m_side->retranslate();
        showPlan();
        showHot();
        listDrafts();
    }
    QWidget::changeEvent(event);
}

} // namespace griddesk
