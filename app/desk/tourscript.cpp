// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourscript.h"

#include "deskapplication.h"
#include "tourpictures.h"

#include "models/core/operationtable.h"
#include "widgets/forms/searchpick.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextStream>

#include <format>

namespace griddesk {

namespace {

constexpr int readMs = 10'000;
constexpr int pageMs = 4'000;

QString stageName(Stage stage) { return fromUtf8(nameOf(stage)); }

QString slug(const QString& name)
{
    QString made;
    for (const auto c : name.toLower())
        if (c.isLetterOrNumber() && c.unicode() < 0x80)
            made += c;
        else if (!made.isEmpty() && !made.endsWith(QLatin1Char('-')))
            made += QLatin1Char('-');
    return made.endsWith(QLatin1Char('-')) ? made.chopped(1) : made;
}

} // namespace

TourScript::TourScript(DeskApplication& app, QString out)
    : m_app(app), m_out(std::move(out)), m_driver(app.window()), m_cast(app.rules(), app.desk().places, app.desk().clock.now())
{
    m_app.casePage().setFilePicker([this](QWidget*, const std::function<void(QStringList)>& chosen) { chosen(m_files); });
    if (!m_pictures.isValid())
        m_driver.fail(QStringLiteral("no folder for pictures: %1").arg(m_pictures.errorString()));
}

void TourScript::beginCase(int number)
{
    m_number = number;
    m_case.reset();
    m_stage.clear();
}

bool TourScript::as(const std::optional<Actor>& actor, const char* role)
{
    if (!ok())
        return false;
    if (!actor)
        return m_driver.fail(QStringLiteral("nobody of this district can act as %1").arg(QLatin1String(role)));
    if (m_app.session().actor != *actor)
        m_app.setSession(*actor);
    return true;
}

bool TourScript::step(const QString& name, const QString& operation, const std::function<void()>& what, const std::vector<Stage>& reached)
{
    if (!ok())
        return false;
    m_driver.takeKeys();
    QElapsedTimer timer;
    timer.start();
    what();
    if (ok() && m_case) {
        const auto stage = reach(reached);
        if (stage)
            m_stage = stageName(*stage);
    }
    TourStep made{.name = name, .number = m_number, .operation = operation, .stage = m_stage, .png = {}, .keys = m_driver.takeKeys(), .ms = timer.elapsed()};
    made.png = QStringLiteral("%1-%2.png").arg(m_steps.size() + 1, 2, 10, QLatin1Char('0')).arg(slug(name));
    if (!m_driver.grab(QDir(m_out).filePath(made.png)))
        m_driver.fail(QStringLiteral("the picture cannot be written: %1").arg(QDir(m_out).filePath(made.png)));
    QTextStream(stdout) << QStringLiteral("%1  %2  %3 ms").arg(name, -44).arg(made.stage.isEmpty() ? QStringLiteral("-") : made.stage, -11).arg(made.ms, 6) << Qt::endl;
    m_steps.push_back(std::move(made));
    return ok();
}

void TourScript::skip(const QString& name)
{
    if (ok())
        step(QStringLiteral("skipped: %1").arg(name), {}, [] {});
}

std::optional<CaseDetail> TourScript::detail()
{
    if (!m_case)
        return std::nullopt;
    auto answer = m_app.desk().queries.detail(*m_case, m_app.session().actor, m_app.desk().clock.now());
    if (!QTest::qWaitFor([&] { return answer.isFinished(); }, readMs) || answer.resultCount() == 0)
        return std::nullopt;
    auto read = answer.result();
    return read ? std::optional(*std::move(read)) : std::nullopt;
}

std::optional<Stage> TourScript::reach(const std::vector<Stage>& stages)
{
    std::optional<Stage> seen;
    const auto there = [&] {
        if (const auto now = detail())
            seen = now->state.stage;
        return seen && (stages.empty() || std::ranges::find(stages, *seen) != stages.end());
    };
    QString wanted;
    for (const auto stage : stages)
        wanted += (wanted.isEmpty() ? QString() : QStringLiteral(" or ")) + stageName(stage);
    m_driver.wait(QStringLiteral("the case reaches %1").arg(wanted), there);
    return seen;
}

std::optional<AssignmentId> TourScript::leadAssignment()
{
    const auto now = detail();
    const auto* lead = now ? currentLead(now->state) : nullptr;
    return lead != nullptr ? std::optional(lead->id) : std::nullopt;
}

std::optional<UnitId> TourScript::leadUnit()
{
    const auto now = detail();
    const auto* lead = now ? currentLead(now->state) : nullptr;
    return lead != nullptr ? std::optional(lead->unit) : std::nullopt;
}

std::optional<AssignmentId> TourScript::lowerAssignment()
{
    std::optional<AssignmentId> found;
    if (const auto now = detail())
        for (const auto& assignment : now->state.assignments)
            if (assignment.level == 2)
                found = assignment.id;
    return found;
}

bool TourScript::showCases()
{
    if (m_app.window().page() != MainWindow::Page::Cases)
        m_driver.key(&m_app.window(), Qt::Key_F3);
    return m_driver.wait(QStringLiteral("the case table shows"), [this] { return m_app.window().page() == MainWindow::Page::Cases; }, pageMs);
}

QString TourScript::picture(bool after)
{
    const auto path = m_pictures.filePath(QStringLiteral("picture-%1.png").arg(m_pictureCount));
    // The camera's clock goes by the district's time, as every time beside the picture does.
    const auto& rules = m_cast.rules();
    const auto now = m_app.desk().clock.now();
    const auto calendar = rules.calendars.find(rules.calendar);
    const auto local = calendar != rules.calendars.end() && calendar->second ? calendar->second->calendar().localTime(now) : LocalTime{now.time_since_epoch()};
    const auto stamp = fromUtf8(std::format("{:%Y-%m-%d %H:%M}  #{}", std::chrono::floor<std::chrono::minutes>(local), m_pictureCount + 1));
    if (!drawTourPicture(path, after, m_pictureCount++, stamp))
        m_driver.fail(QStringLiteral("a picture cannot be drawn: %1").arg(path));
    return path;
}

// ---- report ---------------------------------------------------------------------------------------------------------

bool TourScript::fillReport(const TourReport& report)
{
    auto& page = m_app.intake();
    auto* text = page.findChild<QPlainTextEdit*>(QStringLiteral("intakeText"));
    m_driver.click(text);
    m_driver.type(text, report.text);
    if (!report.demand.isEmpty() && QString::fromStdString(page.form().demandType) != report.demand) // a second click would take it off
        m_driver.click(QStringLiteral("intakeDemand.") + report.demand);
    if (!report.source.isEmpty())
        if (auto* box = page.findChild<QComboBox*>(QStringLiteral("intakeSource"))) {
            m_driver.key(box, Qt::Key_Home);
            for (int left = box->count(); left > 0 && box->currentData().toString() != report.source; --left)
                m_driver.key(box, Qt::Key_Down);
        }
    if (report.category) {
        const auto& category = m_cast.rules().categories.at(*report.category);
        auto* pick = page.findChild<SearchPick*>(QStringLiteral("intakeCategory"));
        for (const auto& words : {QString::fromStdString(category.pinyin), QString::fromStdString(category.code.text())}) {
            if (words.isEmpty() || page.form().category == report.category)
                continue;
            m_driver.retype(pick, words);
            m_driver.key(pick, Qt::Key_Return);
        }
        m_driver.wait(QStringLiteral("the category is taken"), [&] { return page.form().category == report.category; }, pageMs);
    }
    if (!report.address.isEmpty()) {
        auto* pick = page.findChild<SearchPick*>(QStringLiteral("intakeAddress"));
        m_driver.retype(pick, report.address);
        m_driver.wait(QStringLiteral("the address is found"), [&] { return pick->listOpen(); }, pageMs);
        m_driver.key(pick, Qt::Key_Return);
        m_driver.wait(QStringLiteral("the address has a place"), [&] { return page.form().place.has_value(); }, pageMs);
    }
    if (!report.phone.isEmpty()) {
        m_driver.retype(page.findChild<QWidget*>(QStringLiteral("intakePhone")), report.phone);
        m_driver.retype(page.findChild<QWidget*>(QStringLiteral("intakeName")), report.name);
        m_driver.click(QStringLiteral("intakeCallback"));
    }
    return ok();
}

bool TourScript::openSaved()
{
    if (!m_driver.settle([this] { return m_driver.find(QStringLiteral("intakeOpenSaved")) != nullptr; }, pageMs))
        return m_driver.fail(QStringLiteral("the saved report cannot be opened"));
    m_driver.click(QStringLiteral("intakeOpenSaved"));
    return m_driver.wait(QStringLiteral("the new case is shown"), [this] { return m_app.casePage().caseId() == m_case; });
}

bool TourScript::report(const TourReport& report)
{
    auto& page = m_app.intake();
    step(QStringLiteral("Intake form"), {}, [&] {
        m_driver.key(&m_app.window(), Qt::Key_F2);
        m_driver.wait(QStringLiteral("the intake form shows"), [&] { return m_app.window().page() == MainWindow::Page::Intake && page.isVisible(); }, pageMs);
        if (ok() && !page.form().empty()) // somebody's half-written report is kept as a draft
            m_driver.click(QStringLiteral("intakeClear"));
    });
    step(QStringLiteral("Report typed"), {}, [&] { fillReport(report); });
    return step(QStringLiteral("Report saved"), fromUtf8(nameOf(OperationKind::Report)), [&] {
        std::optional<SubmitAnswer> answer;
        const auto listening = QObject::connect(&page, &IntakePage::submitted, &page, [&](const SubmitAnswer& saved) { answer = saved; });
        m_driver.key(page.findChild<QWidget*>(QStringLiteral("intakeText")), Qt::Key_Return, Qt::ControlModifier);
        m_driver.wait(QStringLiteral("the report is saved"), [&] { return answer.has_value(); });
        QObject::disconnect(listening);
        if (!answer || answer->cases.empty())
            return;
        m_case = answer->cases.front();
        m_cases.insert_or_assign(m_number, *m_case);
        openSaved();
    }, {Stage::Reported});
}

// ---- operations -----------------------------------------------------------------------------------------------------

bool TourScript::operate(const TourOperation& operation)
{
    const auto kind = fromUtf8(nameOf(operation.kind));
    const auto name = operation.name.isEmpty() ? kind : operation.name;
    if (!as(operation.actor, nameOf(operation.kind).data()))
        return false;
    const auto before = detail();
    if (!before)
        return m_driver.fail(QStringLiteral("the case cannot be read"));
    auto* timeline = m_app.casePage().findChild<QAbstractItemView*>(QStringLiteral("timeline"));
    const int lines = timeline != nullptr ? timeline->model()->rowCount() : 0;
    TourForm form(m_driver, m_app.casePage(), m_files);
    const auto fill = [&] {
        showCases();
        if (m_app.casePage().caseId() != m_case)
            m_app.window().showCase(*m_case);
        form.open(operation.kind, operation.assignment);
        if (ok() && operation.fill)
            operation.fill(form);
    };
    const auto send = [&] {
        form.submit();
        m_driver.wait(QStringLiteral("%1 is in the history").arg(kind), [&] {
            const auto now = detail();
            return now && now->state.operations > before->state.operations;
        });
    };
    const auto shown = [&] { // the page has read the case again
        m_driver.settle([&] { return timeline == nullptr || timeline->model()->rowCount() != lines; }, pageMs);
    };
    if (operation.showForm)
        step(name + QStringLiteral(" form"), kind, fill);
    return step(name, kind, [&] {
        if (!operation.showForm)
            fill();
        send();
        static_cast<void>(reach(operation.reached));
        shown();
    }, operation.reached);
}

} // namespace griddesk
