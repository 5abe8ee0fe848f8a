// SPDX-License-Identifier: GPL-3.0-or-later
#include "casehead.h"

#include "models/views/casepage/standing.h"
#include "models/views/tables/rowlamp.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/flowlayout.h"
#include "widgets/forms/formcontext.h"
#include "widgets/shell/signs.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int urgencyBar = 5;
constexpr int clockUnitWidth = 120; ///< room for the unit behind the name of a clock

const char* stageTone(Stage stage)
{
    if (stage == Stage::Closed || stage == Stage::Archived || stage == Stage::Answered)
        return "ok";
    return isEnd(stage) ? "plain" : "info";
}

const char* markTone(CaseMark mark)
{
    switch (mark) {
    case CaseMark::RedCard:
    case CaseMark::Redo:
    case CaseMark::Arbitration:
    case CaseMark::Forced: return "bad";
    case CaseMark::Returned:
    case CaseMark::ReturnAsked:
    case CaseMark::Rework:
    case CaseMark::Supervised:
    case CaseMark::YellowCard:
    case CaseMark::ExtensionAsked:
    case CaseMark::SuspensionAsked:
    case CaseMark::Urged: return "warn";
    case CaseMark::Hot:
    case CaseMark::Incident:
    case CaseMark::CallbackWanted: return "info";
    default: return "plain";
    }
}

QLabel* label(QWidget* parent, const char* property = nullptr)
{
    auto* made = new QLabel(parent);
    if (property != nullptr)
        made->setProperty(property, true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

} // namespace

LampSign::LampSign(const ThemeKeeper& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { setFixedSize(18, 18); }

void LampSign::show(Lamp lamp, const QString& text)
{
    m_lamp = lamp;
    setToolTip(text);
    setAccessibleName(text);
    update();
}

void LampSign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    signs::paintLamp(painter, rect(), m_lamp, m_theme.theme());
}

CaseHead::CaseHead(const Words& words, ThemeKeeper& theme, QWidget* parent)
    : QFrame(parent), m_words(words), m_theme(theme), m_number(label(this, "heading")), m_stage(new QLabel(this)),
      m_left(label(this)), m_clock(label(this, "small")), m_title(label(this, "heading")), m_category(label(this, "muted")), m_place(label(this)), m_holder(label(this)),
      m_reporter(label(this, "muted")), m_lamp(new LampSign(theme, this)), m_marks(new QWidget(this)), m_reveal(new QPushButton(this))
{
    setObjectName(QStringLiteral("caseHead"));
    setProperty("card", true);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(16, 10, 12, 10);
    box->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_number);
    m_number->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // a number that is cut off is none
    top->addStretch(1);
    top->addWidget(m_stage);
    top->addWidget(m_lamp);
    auto strong = m_left->font();
    strong.setBold(true);
    m_left->setFont(strong);
    top->addWidget(m_left);
    box->addLayout(top);
    m_title->setWordWrap(true);
    auto* named = new QHBoxLayout;
    named->setSpacing(8);
    named->addWidget(m_title, 1);
    named->addWidget(m_clock, 0, Qt::AlignTop);
    box->addLayout(named);
    for (auto* line : {m_category, m_place, m_holder}) {
        line->setWordWrap(true);
        box->addWidget(line);
    }
    auto* who = new QHBoxLayout;
    who->setSpacing(6);
    auto* told = new FlowLayout(m_marks, 6); // reporter and marks share a line as long as it is wide enough
    told->addWidget(m_reporter);
    auto policy = m_marks->sizePolicy();
    policy.setHeightForWidth(true);
    policy.setHorizontalPolicy(QSizePolicy::Expanding);
    m_marks->setSizePolicy(policy);
    auto* lower = new QVBoxLayout; // on a line with the text of the button
    lower->setContentsMargins(0, 5, 0, 0);
    lower->addWidget(m_marks);
    who->addLayout(lower, 1);
    m_reveal->setProperty("flat", true);
    m_reveal->setAutoDefault(false);
    m_reveal->setObjectName(QStringLiteral("revealReporter"));
    who->addWidget(m_reveal, 0, Qt::AlignTop);
    box->addLayout(who);
    connect(m_reveal, &QPushButton::clicked, this, [this] {
        if (m_personal.empty())
            Q_EMIT revealWanted();
        else
            showPersonal({});
    });
    connect(&theme, &ThemeKeeper::changed, this, qOverload<>(&QWidget::update));
}

void CaseHead::showDetail(const CaseDetail& detail, Instant now)
{
    if (!m_detail || m_detail->row.id != detail.row.id)
        m_personal = {};
    m_detail = detail;
    m_now = now;
    retranslate();
}

void CaseHead::setNow(Instant now)
{
    m_now = now;
    if (!m_detail)
        return;
    const auto lamp = lampOf(m_detail->row, now);
    const auto left = remainingOf(m_detail->row, now);
    m_left->setText(left ? m_words.remaining(*left) : lamp == Lamp::Suspended ? m_words.lamp(lamp) : QString());
    m_lamp->show(lamp, m_words.lamp(lamp));
    m_lamp->setVisible(lamp != Lamp::None); // a dot beside nothing says nothing
    m_clock->setText(left || lamp == Lamp::Suspended ? clockName() : QString()); // which of the case's clocks it is
    m_clock->setVisible(!m_clock->text().isEmpty());
}

QString CaseHead::clockName() const
{
    const auto& clocks = m_detail->state.clocks;
    const auto found = std::ranges::find(clocks, m_detail->row.clockId, &Clock::id);
    if (found == clocks.end())
        return {};
    const auto name = m_words.clock(found->kind);
    const auto& assignments = m_detail->state.assignments;
    const auto of = std::ranges::find_if(assignments, [&](const Assignment& a) { return a.id.text() == found->subject; });
    if (of == assignments.end() || (of->level == 1 && of->role == AssignmentRole::Lead))
        return name;
    return tr("%1 · %2").arg(name, fontMetrics().elidedText(m_words.unit(of->unit), Qt::ElideRight, clockUnitWidth)); // not of the unit that leads
}

QString CaseHead::stageName() const
{
    const auto& row = m_detail->row;
    if (row.stage == Stage::Closed && !row.marked(CaseMark::CallbackWanted))
        return tr("To archive"); // nobody is to be called, or somebody was
    if (row.stage == Stage::Accepted && row.marked(CaseMark::VerifyDue))
        return m_words.queue(Queue::ToVerify); // as the queue it waits in
    return m_words.stage(row.stage);
}

void CaseHead::setBrief(bool brief)
{
    if (m_brief == brief)
        return;
    m_brief = brief;
    if (m_detail)
        retranslate();
}

void CaseHead::showPersonal(const PersonalData& personal)
{
    m_personal = personal;
    showReporter();
}

QString CaseHead::holder() const
{
    const auto& row = m_detail->row;
    if (!row.unit)
        return awaitsDesignation(m_detail->state) ? tr("Held by the command centre, waits for a designation")
            : isOpen(row.stage)                   ? tr("Held by the command centre")
                                                  : m_words.unknown();
    QStringList chain{m_words.unit(*row.unit)};
    if (row.unit2)
        chain << m_words.unit(*row.unit2);
    auto text = chain.join(QStringLiteral(" → "));
    if (const auto who = handler(); !who.isEmpty())
        text = tr("%1 · %2").arg(text, who);
    QStringList assists;
    for (const auto& unit : row.assists)
        assists << m_words.unit(unit);
    switch (row.stage) {
    case Stage::Handled:
    case Stage::Checking: return tr("With the command centre for the check; handled by %1").arg(text);
    case Stage::Checked: return tr("With the command centre to close; handled by %1").arg(text);
    default: break;
    }
    if (!isOpen(row.stage))
        return tr("Handled by %1").arg(text);
    return assists.isEmpty() ? tr("Held by %1").arg(text) : tr("Held by %1, assisted by %2").arg(text, assists.join(tr(", ")));
}

QString CaseHead::handler() const
{
    const auto& row = m_detail->row;
    if (row.unit2) // the person of the unit named last, not of the one that gave the work on
        for (const auto& a : m_detail->state.assignments)
            if (a.level == 2 && a.unit == *row.unit2 && a.live())
                return a.handler ? m_words.account(*a.handler) : a.signedAt ? QString() : tr("not signed yet");
    return row.handler ? m_words.account(*row.handler) : QString();
}

void CaseHead::retranslate()
{
    if (!m_detail)
        return;
    const auto& row = m_detail->row;
    const auto& state = m_detail->state;
    const auto& own = !row.number.empty() ? row.number : row.localNumber;
    m_number->setText(own.empty() ? tr("No number yet") : QString::fromStdString(own));
    QStringList others;
    if (!row.number.empty() && !row.localNumber.empty())
        others << QString::fromStdString(row.localNumber);
    for (const auto& number : row.outsideNumbers)
        others << QString::fromStdString(number);
    m_number->setToolTip(others.join(QLatin1Char('\n')));
    m_stage->setText(stageName());
    setStyleProperty(m_stage, "chip", QString::fromLatin1(stageTone(row.stage)));
    m_title->setText(row.title.empty() ? tr("No title") : fromUtf8(row.title));
    m_title->setToolTip(fromUtf8(row.text));

    QStringList about;
    about << (row.category ? m_words.category(*row.category) : tr("No category yet"));
    if (!row.demandType.empty())
        about << m_words.choice("demandType", row.demandType);
    if (row.urgency != Urgency::Ordinary)
        about << m_words.urgency(row.urgency);
    if (!row.source.empty())
        about << m_words.choice("source", row.source);
    about << (row.reportedAt ? tr("reported %1").arg(m_words.dateTime(*row.reportedAt)) : tr("reported %1").arg(m_words.unknown()));
    about << others.mid(0, 2); // the desk's own number and the hotline's; all of them are in the tooltip
    m_about = about;
    showAbout();
    m_category->setToolTip(others.join(QLatin1Char('\n')));

    QStringList areas;
    for (const auto& area : {row.community, row.grid, row.cell})
        if (area && m_words.area(*area) != fromUtf8(row.address)) // an address that is a cell is not said twice
            areas << m_words.area(*area);
    const auto where = areas.join(QStringLiteral(" › "));
    m_place->setText(row.address.empty() ? (where.isEmpty() ? tr("No place yet") : where) : where.isEmpty() ? fromUtf8(row.address) : tr("%1 · %2").arg(fromUtf8(row.address), where));
    m_holder->setText(holder());
    m_holder->setVisible(!m_brief && (isOpen(row.stage) || row.unit));
    m_category->setVisible(!m_brief);
    m_reveal->setVisible(!m_brief && !state.reporters.empty());
    setNow(m_now);
    showReporter();
    showMarks();
    layout()->activate(); // a number that has just come is not cut to the width of the one before
    update();
}

void CaseHead::showAbout()
{
    // Broken between the facts, so that no line begins or ends with the dot between them.
    const auto margins = contentsMargins() + layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    QString text, line;
    for (const auto& fact : m_about) {
        const auto longer = line.isEmpty() ? fact : tr("%1 · %2").arg(line, fact);
        if (!line.isEmpty() && m_category->fontMetrics().horizontalAdvance(longer) > room) {
            text += line + QLatin1Char('\n');
            line = fact;
        } else {
            line = longer;
        }
    }
    m_category->setText(text + line);
}

void CaseHead::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (m_detail && event->oldSize().width() != event->size().width())
        showAbout();
}

void CaseHead::showReporter()
{
    if (!m_detail)
        return;
    const auto& reporters = m_detail->state.reporters;
    m_reporter->setVisible(!reporters.empty());
    if (reporters.empty())
        return;
    if (!m_personal.empty()) {
        QStringList open;
        for (const auto& part : {m_personal.name, m_personal.phone, m_personal.room})
            if (!part.empty())
                open << fromUtf8(part);
        m_reporter->setText(tr("Reporter: %1").arg(open.join(QStringLiteral("  "))));
        m_reveal->setText(tr("Mask again"));
        return;
    }
    const auto& reporter = reporters.front();
    QStringList parts{QStringLiteral("***")};
    if (!reporter.relation.empty())
        parts << m_words.choice("reporter.relation", reporter.relation);
    if (reporter.anonymous)
        parts << tr("anonymous");
    if (reporter.confidential)
        parts << tr("confidential");
    if (!reporter.contactTime.empty())
        parts << fromUtf8(reporter.contactTime);
    if (reporters.size() > 1)
        parts << tr("and %1 more").arg(reporters.size() - 1);
    m_reporter->setText(tr("Reporter: %1").arg(parts.join(tr(" · "))));
    m_reveal->setText(tr("Reveal…"));
}

void CaseHead::showMarks()
{
    auto* flow = m_marks->layout();
    while (auto* item = flow->takeAt(0)) {
        if (item->widget() != m_reporter)
            delete item->widget();
        delete item;
    }
    flow->addWidget(m_reporter);
    const auto& row = m_detail->row;
    for (unsigned bit = 0; bit < 32; ++bit) {
        const auto mark = static_cast<CaseMark>(1u << bit);
        if (!row.marked(mark) || mark == CaseMark::VerifyDue)
            continue;
        if (mark == CaseMark::Returned && row.marked(CaseMark::ReturnAsked))
            continue; // it has only been asked for
        const bool decided = mark == CaseMark::Arbitration && isDesignated(m_detail->state);
        auto text = decided ? tr("Designated") : m_words.mark(mark);
        if (text.isEmpty())
            continue;
        const int times = mark == CaseMark::Rework ? row.reworks : mark == CaseMark::Returned ? row.returns : mark == CaseMark::Urged ? row.followUps : 0;
        if (times > 1)
            text += QStringLiteral(" %1").arg(times);
        auto* chip = new QLabel(text, m_marks);
        chip->setProperty("chip", QString::fromLatin1(decided ? "info" : markTone(mark)));
        flow->addWidget(chip);
        chip->show();
    }
    m_marks->setVisible(!m_brief && (flow->count() > 1 || !m_detail->state.reporters.empty()));
}

void CaseHead::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!m_detail)
        return;
    QPainter painter(this);
    signs::paintUrgency(painter, QRectF(1, 6, urgencyBar, height() - 12), m_detail->row.urgency, m_theme.theme());
}

} // namespace griddesk
