// SPDX-License-Identifier: GPL-3.0-or-later
#include "casepage.h"

#include "actionbar.h"
#include "casehead.h"
#include "casetabs.h"
#include "clockpanel.h"
#include "evidencepanel.h"
#include "lampdelegate.h"
#include "models/views/casepage/assignmentmodel.h"
#include "models/views/casepage/rulewords.h"
#include "models/views/casepage/suggestions.h"
#include "oversightpanel.h"
#include "relatedpanel.h"
#include "sheets.h"
#include "sheettext.h"
#include "stagestrip.h"
#include "timelineview.h"
#include "widgets/forms/operationdialog.h"
#include "widgets/forms/operationform.h"
#include "widgets/forms/pictures.h"
#include "widgets/words/dutywords.h"

#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int narrowest = 440; // logical pixels that the forms of every operation need in both languages
constexpr int roomForLimit = 520, roomForTimes = 760; // logical pixels
constexpr int roomForHead = 760; // logical pixels of height from which a form leaves the head whole
constexpr int maskAgainMs = 60'000;

/// A file dialog of Qt's own, shown without waiting for it.
void pickWithDialog(QWidget* parent, std::function<void(QStringList)> chosen)
{
    auto* dialog = new QFileDialog(parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [chosen = std::move(chosen)](const QStringList& paths) { chosen(paths); });
    dialog->open();
}

} // namespace

CasePage::CasePage(const Desk& desk, const Words& words, ThemeKeeper& theme, ActionRegistry& actions, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_words(words), m_theme(theme), m_pickFiles(pickWithDialog), m_printer(printWithDialog),
      m_pictures(new Pictures(desk.commands, this)), m_timeline(new TimelineModel(words, this)), m_assignments(new AssignmentModel(words, this)),
      m_clocks(new ClockModel(words, this)), m_actionsModel(new ActionsModel(words, this)), m_evidence(new EvidenceModel(words, this)),
      m_second(new QTimer(this)), m_mask(new QTimer(this))
{
    setObjectName(QStringLiteral("casePage"));
    setMinimumWidth(narrowest);
    build();
    registerActions(actions);
    m_second->setInterval(1000);
    connect(m_second, &QTimer::timeout, this, &CasePage::tick);
    m_mask->setSingleShot(true);
    m_mask->setInterval(maskAgainMs);
    connect(m_mask, &QTimer::timeout, this, [this] { m_head->showPersonal({}); });
    connect(&m_desk.notifier, &Notifier::casesChanged, this, [this](const std::vector<CaseId>& added, const std::vector<CaseId>& changed, bool bulk) {
        if (m_id && (bulk || std::ranges::find(changed, *m_id) != changed.end() || std::ranges::find(added, *m_id) != added.end()))
            reload();
    });
    connect(&m_desk.notifier, &Notifier::outboxChanged, this, [this] { reload(); });
    connect(&m_desk.notifier, &Notifier::rulesChanged, this, [this] { reload(); });
    showNothing();
    retranslate();
}

CasePage::~CasePage() = default;

void CasePage::build()
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    outer->addWidget(m_stack);
    m_empty = new QLabel(m_stack);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("muted", true);
    m_empty->setWordWrap(true);
    m_stack->addWidget(m_empty);

    auto* page = new QWidget(m_stack);
    m_stack->addWidget(page);
    auto* box = new QVBoxLayout(page);
    box->setContentsMargins(8, 8, 8, 8);
    box->setSpacing(8);
    m_head = new CaseHead(m_words, m_theme, page);
    m_strip = new StageStrip(m_words, m_theme, page);
    m_tabs = new CaseTabs(page);
    m_tabs->setObjectName(QStringLiteral("caseTabs"));
    m_timelineView = new TimelineView(*m_timeline, m_theme, m_tabs);
    m_assignmentTree = new QTreeView(m_tabs);
    m_assignmentTree->setObjectName(QStringLiteral("assignments"));
    m_assignmentTree->setFrameShape(QFrame::NoFrame);
    m_assignmentTree->setModel(m_assignments);
    m_assignmentTree->setItemDelegate(new LampDelegate(m_theme, AssignmentModel::LampRole, AssignmentModel::UnitColumn, m_assignmentTree));
    m_assignmentTree->setUniformRowHeights(true);
    m_assignmentTree->setAlternatingRowColors(true);
    m_assignmentTree->setAllColumnsShowFocus(true);
    m_assignmentTree->header()->setStretchLastSection(false);
    m_assignmentTree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_assignmentTree->header()->setSectionResizeMode(AssignmentModel::UnitColumn, QHeaderView::Stretch);
    connect(m_assignments, &QAbstractItemModel::modelReset, m_assignmentTree, &QTreeView::expandAll);
    m_clockPanel = new ClockPanel(*m_clocks, m_theme, m_tabs);
    m_evidencePanel = new EvidencePanel(*m_evidence, *m_pictures, m_tabs);
    m_orders = new OrdersPanel(m_words, m_tabs);
    m_oversight = new OversightPanel(m_words, m_theme, m_tabs);
    m_nearby = new NearbyPanel(m_desk, m_words, m_tabs);
    for (auto* tab : std::initializer_list<QWidget*>{m_timelineView, m_assignmentTree, m_clockPanel, m_evidencePanel, m_orders, m_oversight, m_nearby})
        m_tabs->addTab(tab, QString());
    auto* foot = new QFrame(page);
    foot->setProperty("card", true);
    auto* footBox = new QVBoxLayout(foot);
    footBox->setContentsMargins(0, 0, 0, 0);
    m_bar = new ActionBar(*m_actionsModel, foot);
    footBox->addWidget(m_bar);
    box->addWidget(m_head);
    box->addWidget(m_strip);
    box->addWidget(m_tabs, 1);
    box->addWidget(foot);

    m_dialog = new OperationDialog(this);
    m_more = new MoreSheet(*m_actionsModel, this);
    m_purpose = new PurposeSheet(this);
    m_quickSheet = new QuickSheet(this);
    m_picture = new PictureSheet(this);

    m_head->installEventFilter(this); // what lies below it follows its height
    connect(m_dialog, &Sheet::opened, this, [this] { m_head->setBrief(height() < roomForHead); });
    connect(m_dialog, &Sheet::closed, this, [this] { m_head->setBrief(false); });
    connect(m_bar, &ActionBar::wanted, this, &CasePage::openForm);
    connect(m_bar, &ActionBar::moreWanted, m_more, &MoreSheet::show);
    connect(m_bar, &ActionBar::quickWanted, this, &CasePage::startQuickDispatch);
    connect(m_more, &MoreSheet::wanted, this, &CasePage::openForm);
    connect(m_dialog, &OperationDialog::submitted, this, [this](const SubmitAnswer& answer) {
        reload();
        Q_EMIT submitted(answer);
    });
    connect(m_dialog, &OperationDialog::mapWanted, this, &CasePage::placePickRequested);
    connect(m_head, &CaseHead::revealWanted, m_purpose, &PurposeSheet::show);
    connect(m_purpose, &PurposeSheet::purposeGiven, this, &CasePage::reveal);
    connect(m_quickSheet, &QuickSheet::confirmed, this, &CasePage::confirmQuick);
    connect(m_nearby, &NearbyPanel::tiedRead, m_timeline, &TimelineModel::setOthers);
    connect(m_nearby, &NearbyPanel::openCaseRequested, this, &CasePage::openCaseRequested);
    connect(m_timelineView, &TimelineView::takeBackWanted, this, &CasePage::takeBack);
    connect(m_timelineView, &TimelineView::fileWanted, this, [this](const QString& sha256) { enlarge(sha256, {}); });
    connect(m_evidencePanel, &EvidencePanel::enlargeWanted, this, &CasePage::enlarge);
    connect(m_clockPanel, &ClockPanel::printWanted, this, [this](int row) { printSheet(sheets::clock(*m_clocks, row)); });
}

void CasePage::registerActions(ActionRegistry& actions)
{
    // The page's own actions are said once per program; a second page in another window shares them.
    const auto add = [&](const char* id, const char* text, const QKeySequence& keys, QStringList aliases, auto run) {
        if (actions.action(QLatin1String(id)) == nullptr)
            actions.add({.id = QLatin1String(id), .text = [text] { return tr(text); }, .group = QStringLiteral("case"), .shortcut = keys, .aliases = std::move(aliases), .icon = {}},
                        [page = QPointer<CasePage>(this), run](const QString&) {
                            if (page)
                                run(page.data());
                        });
    };
    add("case.quick", QT_TR_NOOP("Accept, file and dispatch as suggested"), QKeySequence(Qt::ALT | Qt::Key_0), {QStringLiteral("照建议"), QStringLiteral("zjy"), QStringLiteral("quick")},
        [](CasePage* page) { page->startQuickDispatch(); });
    add("case.print", QT_TR_NOOP("Print case…"), QKeySequence(QKeySequence::Print), {QStringLiteral("打印"), QStringLiteral("dayin"), QStringLiteral("print")},
        [](CasePage* page) { page->print(); });
    add("case.more", QT_TR_NOOP("All operations of the case"), {}, {QStringLiteral("更多"), QStringLiteral("gd"), QStringLiteral("more")}, [](CasePage* page) {
        if (page->m_detail)
            page->m_more->show();
    });
}

void CasePage::printSheet(const QString& html)
{
    if (!m_detail)
        return;
    const auto& row = m_detail->row;
    m_printer(this, QString::fromStdString(row.number.empty() ? row.localNumber : row.number), html, [page = QPointer<CasePage>(this)](const Error& error) {
        if (page)
            Q_EMIT page->noticed(page->m_words.error(error));
    });
}

void CasePage::print()
{
    if (m_detail)
        printSheet(sheets::caseSheet({.detail = *m_detail, .rules = m_session.rules.get(), .words = m_words, .timeline = *m_timeline, .assignments = *m_assignments, .clocks = *m_clocks, .now = m_desk.clock.now()}));
}

void CasePage::setSession(Session session)
{
    m_session = std::move(session);
    m_timeline->setRules(m_session.rules);
    m_timeline->setPerson(m_session.actor.account);
    m_timelineView->retranslate(); // what this person may take back
    m_clocks->setRules(m_session.rules);
    if (m_dialog->isVisible())
        m_dialog->cancel(); // another person does not submit what this one wrote
    m_head->showPersonal({});
    reload();
}

void CasePage::showCase(const CaseId& id)
{
    if (m_id == id)
        return reload();
    if (m_dialog->isVisible())
        m_dialog->cancel();
    for (auto* sheet : std::initializer_list<Sheet*>{m_more, m_purpose, m_quickSheet, m_picture})
        if (sheet->isVisible())
            sheet->done();
    m_id = id;
    m_detail.reset();
    m_pending.reset();
    m_empty->setText(tr("Reading the case…")); // not the invitation to choose one
    reload();
}

void CasePage::showNothing()
{
    ++m_generation;
    m_id.reset();
    m_detail.reset();
    m_pending.reset();
    m_timeline->clear();
    m_assignments->clear();
    m_clocks->clear();
    m_actionsModel->clear();
    m_evidence->clear();
    m_oversight->clear();
    m_nearby->clear();
    m_second->stop();
    m_stack->setCurrentIndex(0);
    retranslate();
}

void CasePage::reload()
{
    if (!m_id || !m_session.rules)
        return;
    const int asked = ++m_generation;
    m_desk.queries.detail(*m_id, m_session.actor, m_desk.clock.now()).then(this, [this, asked](const Result<CaseDetail>& detail) {
        if (asked != m_generation)
            return; // somebody asked anew meanwhile
        if (detail)
            return showDetail(std::make_shared<const CaseDetail>(*detail));
        if (!m_detail) {
            m_empty->setText(m_words.error(detail.error()));
            m_stack->setCurrentIndex(0);
        }
        Q_EMIT noticed(m_words.error(detail.error()));
    });
}

void CasePage::showDetail(std::shared_ptr<const CaseDetail> detail)
{
    const bool other = !m_detail;
    m_detail = std::move(detail);
    const auto now = m_desk.clock.now();
    m_head->showDetail(*m_detail, now);
    m_strip->showCase(m_detail->state, m_detail->row.marked(CaseMark::VerifyDue));
    m_timeline->setDetail(*m_detail, now);
    m_assignments->setDetail(*m_detail, now);
    m_clocks->setDetail(*m_detail, now);
    m_actionsModel->setDetail(*m_detail);
    m_evidence->setDetail(*m_detail);
    m_orders->showCase(m_detail->state);
    m_oversight->showCase(m_detail->state, now);
    m_nearby->showDetail(*m_detail);
    const auto stage = m_detail->state.stage;
    m_bar->setQuick((stage == Stage::Reported || stage == Stage::Accepted || (stage == Stage::Filed && m_detail->state.returns < 2)) && m_session.roles().meets({Role::Operator, Role::Dispatcher}));
    m_stack->setCurrentIndex(1);
    retranslate();
    if (other)
        m_timelineView->list()->scrollToTop();
    if (m_timeline->counting())
        m_second->start();
    placeSheets();
    if (const auto pending = std::exchange(m_pending, std::nullopt))
        openFilled(pending->kind, pending->assignment, pending->refused);
}

void CasePage::tick()
{
    const auto now = m_desk.clock.now();
    m_head->setNow(now);
    m_timeline->setNow(now);
    if (!m_timeline->counting())
        m_second->stop();
}

void CasePage::startOperation(OperationKind kind, const std::optional<AssignmentId>& assignment)
{
    if (!m_id)
        return;
    if (!m_detail)
        m_pending = {kind, assignment, {}};
    else
        openForm(kind, assignment);
}

void CasePage::startAgain(const Operation& refused)
{
    if (m_id != refused.caseId)
        return;
    const auto named = AssignmentId::parse(refused.payload.textOr("assignment"));
    const auto assignment = named ? std::optional(*named) : std::nullopt;
    if (!m_detail)
        m_pending = {refused.kind, assignment, refused};
    else
        openFilled(refused.kind, assignment, refused);
}

void CasePage::openForm(OperationKind kind, const std::optional<AssignmentId>& assignment) { openFilled(kind, assignment, {}); }

void CasePage::openFilled(OperationKind kind, const std::optional<AssignmentId>& assignment, const std::optional<Operation>& refused)
{
    if (!m_detail || !m_session.rules)
        return;
    if (m_more->isVisible()) // the key of an operation works while the list of them is open
        m_more->done();
    auto target = assignment;
    if (!target && specOf(kind).target.assignment) // the one it may name, when the caller did not say
        for (const auto& action : m_detail->actions)
            if (action.kind == kind && action.assignment && (!target || (action.allowed() && !assignment))) {
                target = action.assignment;
                if (action.allowed())
                    break;
            }
    m_dialog->openForm({.desk = m_desk, .words = m_words, .theme = m_theme, .pictures = *m_pictures, .session = m_session, .detail = m_detail,
                        .kind = kind, .assignment = std::move(target), .pickFiles = m_pickFiles,
                        .given = refused ? std::optional(refused->payload) : std::nullopt, .replaces = refused ? std::optional(refused->id) : std::nullopt});
}

void CasePage::startQuickDispatch()
{
    if (!m_detail || !m_session.rules)
        return;
    const auto plan = planQuickDispatch(*m_detail, *m_session.rules, m_desk.clock.now());
    if (!plan) {
        m_quick.clear();
        QString why;
        switch (plan.error()) {
        case NoQuickPlan::WrongStage: why = tr("The case is dispatched already."); break;
        case NoQuickPlan::NoCategory: why = tr("The case has no category yet."); break;
        case NoQuickPlan::NoDemandType: why = tr("The demand type is not known yet."); break;
        case NoQuickPlan::NoStandard: why = tr("The category has no standard to file it under."); break;
        case NoQuickPlan::SeveralStandards: why = tr("The category has several standards; file it by hand."); break;
        case NoQuickPlan::NoUnit: why = tr("The duty list names no unit; consult the units."); break;
        case NoQuickPlan::Designation: why = tr("The case came back twice; it goes where the shift leader designates."); break;
        case NoQuickPlan::SeveralUnits: why = tr("The duty list names several units; consult them."); break;
        }
        m_quickSheet->show({}, why);
        return;
    }
    m_quick = plan->drafts;
    QStringList steps;
    for (const auto& draft : m_quick) {
        auto step = m_words.operation(draft.kind);
        if (draft.kind == OperationKind::File && plan->standard)
            step = tr("%1, because: %2").arg(step, standardText(m_session.rules.get(), *plan->standard));
        if (draft.kind == OperationKind::Dispatch)
            step = tr("%1 to %2, %3").arg(step, m_words.unit(plan->reason.unit), m_words.basis(Basis::Statutory));
        steps << step;
    }
    m_quickSheet->show(steps, words::dutyReason(plan->reason, m_words));
}

void CasePage::confirmQuick()
{
    if (m_quick.empty())
        return;
    auto drafts = std::exchange(m_quick, {});
    m_desk.commands.submit(m_session.actor, drafts).then(this, [this, drafts](const Result<SubmitAnswer>& answer) {
        if (answer && answer->saved()) {
            m_quickSheet->done();
            reload();
            Q_EMIT submitted(*answer);
            return;
        }
        m_quick = drafts;
        if (!answer)
            m_quickSheet->showProblem(m_words.error(answer.error()));
        else if (!answer->refusals.empty()) {
            const auto& refused = answer->refusals.front();
            const auto name = refused.index < drafts.size() ? m_words.operation(drafts[refused.index].kind) : QString();
            m_quickSheet->showProblem(tr("%1: %2").arg(name, m_words.refusal(refused.refusal)));
        }
    });
}

void CasePage::reveal(const QString& purpose)
{
    if (!m_id)
        return;
    m_desk.commands.reveal(m_session.actor, *m_id, purpose.toStdString()).then(this, [this, id = *m_id](const Result<PersonalData>& personal) {
        if (m_id != id)
            return;
        if (!personal)
            return m_purpose->showProblem(m_words.error(personal.error()));
        m_purpose->done();
        m_head->showPersonal(*personal);
        m_mask->start();
    });
}

void CasePage::takeBack(const QString& operationId)
{
    const auto id = OperationId::parse(operationId.toStdString());
    if (!id)
        return;
    m_desk.commands.takeBack(m_session.actor, {*id}).then(this, [this](const Result<void>& done) {
        Q_EMIT noticed(done ? tr("Taken back") : m_words.error(done.error()));
        reload();
    });
}

void CasePage::enlarge(const QString& sha256, const QString& caption)
{
    m_pictures->load(sha256, this, [this, caption](const QImage& image) { m_picture->show(image, caption); });
}

void CasePage::setPickedPlace(GeoPoint place)
{
    if (auto* form = m_dialog->form(); form != nullptr && m_dialog->isVisible())
        form->setPickedPlace(place);
}

void CasePage::placeSheets()
{
    const int below = m_head->geometry().bottom() + 5;
    m_dialog->setTopMargin(below); // the head stays in sight: what the form is about
    m_quickSheet->setTopMargin(below);
    m_purpose->setTopMargin(below);
}

void CasePage::retranslate()
{
    if (!m_id)
        m_empty->setText(tr("Choose a case in the table, or find one with / and a number"));
    const auto* c = m_detail ? &m_detail->state : nullptr;
    const auto count = [c](const auto& of) { return c != nullptr ? static_cast<int>((c->*of).size()) : 0; };
    const int orders = count(&Case::orders), overseen = m_oversight->count();
    // One name each, whatever the width; only the counts give way.
    m_tabs->setNames({{.full = tr("Timeline"), .brief = tr("Timeline")},
                      {.full = tr("Assignments"), .brief = tr("Assignments"), .count = count(&Case::assignments)},
                      {.full = tr("Clocks"), .brief = tr("Clocks")},
                      {.full = tr("Evidence"), .brief = tr("Evidence"), .count = count(&Case::evidence)},
                      {.full = tr("Orders"), .brief = tr("Orders"), .count = orders, .shown = orders > 0},
                      {.full = tr("Oversight"), .brief = tr("Oversight"), .count = overseen, .shown = overseen > 0},
                      {.full = tr("Nearby"), .brief = tr("Nearby")}});
    m_assignmentTree->setAccessibleName(tr("Assignments"));
}

void CasePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_head->retranslate();
    m_strip->retranslate();
    m_timeline->retranslate();
    m_timelineView->retranslate();
    m_clockPanel->retranslate();
    m_evidencePanel->retranslate();
    m_bar->retranslate();
    m_dialog->retranslate();
    m_more->retranslate();
    m_purpose->retranslate();
    m_quickSheet->retranslate();
    if (m_detail) {
        const auto now = m_desk.clock.now();
        m_actionsModel->setDetail(*m_detail);
        m_assignments->setDetail(*m_detail, now);
        m_clocks->setDetail(*m_detail, now);
        m_evidence->setDetail(*m_detail);
        m_orders->showCase(m_detail->state);
        m_oversight->showCase(m_detail->state, now);
        m_nearby->showDetail(*m_detail);
    }
    retranslate();
}

void CasePage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // State and what is left before the times of the steps, which the timeline has too.
    for (const int column : {AssignmentModel::SentColumn, AssignmentModel::SignedColumn, AssignmentModel::RepliedColumn})
        m_assignmentTree->setColumnHidden(column, width() < roomForTimes);
    m_assignmentTree->setColumnHidden(AssignmentModel::LimitColumn, width() < roomForLimit); // the unit's name comes first
    if (m_dialog->isVisible())
        m_head->setBrief(height() < roomForHead);
    QTimer::singleShot(0, this, &CasePage::placeSheets); // once the layout has moved the head
}

bool CasePage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_head && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        placeSheets();
    return QWidget::eventFilter(watched, event);
}

} // namespace griddesk
