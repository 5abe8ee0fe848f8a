// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourform.h"

#include "tourdriver.h"

#include "models/core/operationtable.h"
#include "models/views/casepage/actionsmodel.h"
#include "widgets/casepage/casepage.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/operationdialog.h"
#include "widgets/forms/operationform.h"
#include "widgets/forms/searchpick.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int offeredMs = 5'000;
constexpr int thumbnailMs = 2'000;
constexpr int reopenMs = 3'000;

QString fieldName(const QString& field) { return QStringLiteral("field_") + field; }

} // namespace

OperationDialog* TourForm::dialog() const
{
    auto* found = m_page.findChild<OperationDialog*>();
    return found != nullptr && found->isVisible() && found->form() != nullptr ? found : nullptr;
}

bool TourForm::open(OperationKind kind, const std::optional<AssignmentId>& assignment)
{
    const auto name = fromUtf8(nameOf(kind));
    const auto wanted = assignment ? QString::fromStdString(assignment->text()) : QString();
    auto* list = m_page.findChild<QListView*>(QStringLiteral("allActions"));
    const auto* actions = list != nullptr ? qobject_cast<ActionsModel*>(list->model()) : nullptr;
    int row = -1;
    m_driver.settle([&] { // the page has read the case as the present person may act on it
        for (int i = 0; actions != nullptr && i < actions->rowCount(); ++i)
            if (const auto& action = actions->rows()[static_cast<std::size_t>(i)];
                action.kind == kind && action.allowed && (!assignment || action.assignment == assignment))
                return (row = i, true);
        return false;
    }, offeredMs);
    const auto opened = [&] {
        const auto* open = dialog();
        return open != nullptr && open->form()->context().kind == kind && (!assignment || open->form()->context().assignment == assignment);
    };
    // A page that reads its case again lays its buttons out anew; a click that met one going away is made again, as a person would.
    for (int attempt = 0; attempt < 4; ++attempt) {
        QPushButton* button = nullptr;
        for (auto* found : m_page.findChildren<QPushButton*>(QStringLiteral("action_") + name))
            if (found->isVisible() && found->isEnabled() && (wanted.isEmpty() || found->property("assignment").toString() == wanted))
                button = found;
        if (button != nullptr) {
            m_driver.click(button);
        } else if (row >= 0) {
            m_driver.click(QStringLiteral("moreActions"));
            m_driver.wait(QStringLiteral("all operations are listed"), [list] { return list->isVisible(); }, offeredMs);
            m_driver.clickRow(list, actions->index(row, 0));
        } else {
            m_page.startOperation(kind, assignment);
        }
        if (m_driver.settle(opened, reopenMs))
            return true;
    }
    return m_driver.wait(QStringLiteral("the form %1 opens").arg(name), opened);
}

bool TourForm::choose(const QString& field, const QString& value)
{
    const auto name = fieldName(field);
    QWidget* found = nullptr;
    m_driver.wait(QStringLiteral("field %1 is there").arg(field), [&] {
        found = m_driver.find(name + QLatin1Char('.') + value);
        if (found == nullptr)
            found = m_driver.find(name + QStringLiteral(".box"));
        return found != nullptr;
    });
    auto* box = qobject_cast<QComboBox*>(found);
    if (box == nullptr)
        return m_driver.click(found);
    m_driver.key(box, Qt::Key_Home);
    for (int left = box->count(); left > 0 && box->currentData().toString() != value; --left)
        m_driver.key(box, Qt::Key_Down);
    return box->currentData().toString() == value || m_driver.fail(QStringLiteral("field %1 does not offer %2").arg(field, value));
}

bool TourForm::say(const QString& field, const QString& text)
{
    auto* editor = m_driver.await(fieldName(field));
    if (editor == nullptr)
        return false;
    QWidget* into = editor->findChild<QPlainTextEdit*>();
    if (into == nullptr)
        into = editor->findChild<QLineEdit*>();
    return m_driver.retype(into, text);
}

bool TourForm::pick(const QString& field, const QString& shown, const QString& id)
{
    auto* edit = qobject_cast<SearchPick*>(m_driver.await(fieldName(field) + QStringLiteral(".edit")));
    if (edit == nullptr)
        return m_driver.fail(QStringLiteral("field %1 has no search").arg(field));
    for (const auto& words : {shown, id}) { // by its id when the name leads to another one
        m_driver.retype(edit, words);
        m_driver.settle([edit] { return edit->listOpen(); }, 2'000);
        m_driver.key(edit, Qt::Key_Return);
        if (edit->value() == id)
            return m_driver.ok();
    }
    return m_driver.fail(QStringLiteral("field %1 does not offer %2").arg(field, shown));
}

bool TourForm::standard(const StandardId& id) { return m_driver.click(QStringLiteral("field_standard.") + QString::fromStdString(id.text())); }

bool TourForm::casePlace() { return m_driver.click(QStringLiteral("field_place.own")); }

bool TourForm::addPicture(const QString& path, const QString& role)
{
    m_files = {path};
    m_driver.click(QStringLiteral("field_evidence.add"));
    const auto wanted = static_cast<std::size_t>(m_pictures) + 1;
    m_driver.wait(QStringLiteral("the picture is added"), [&] {
        const auto* open = dialog();
        const auto* editor = open != nullptr ? open->form()->editor("evidence") : nullptr;
        const auto held = editor != nullptr ? editor->value() : std::nullopt;
        return held && held->list() != nullptr && held->list()->size() >= wanted;
    });
    auto* editor = m_driver.find(QStringLiteral("field_evidence"));
    m_driver.settle([&] { // its small picture is drawn
        const auto labels = editor != nullptr ? editor->findChildren<QLabel*>() : QList<QLabel*>();
        return static_cast<std::size_t>(std::ranges::count_if(labels, [](const QLabel* label) { return !label->pixmap().isNull(); })) >= wanted;
    }, thumbnailMs);
    return m_driver.click(QStringLiteral("field_evidence.role%1.%2").arg(m_pictures++).arg(role));
}

bool TourForm::submit()
{
    auto* open = dialog();
    if (open == nullptr)
        return m_driver.fail(QStringLiteral("the form has gone before it was sent"));
    m_driver.key(open->form(), Qt::Key_Return, Qt::ControlModifier);
    if (m_driver.settle([this] { return dialog() == nullptr; }, TourDriver::patienceMs))
        return m_driver.ok();
    const auto* state = qobject_cast<QLabel*>(m_driver.find(QStringLiteral("formState")));
    return m_driver.fail(QStringLiteral("the form was not accepted: %1").arg(state != nullptr ? state->text() : QString()));
}

} // namespace griddesk
