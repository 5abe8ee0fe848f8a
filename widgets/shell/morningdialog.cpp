// SPDX-License-Identifier: GPL-3.0-or-later
#include "morningdialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

/// Days before today at which the count begins; the last entry begins with the first case.
constexpr std::array periods{1, 0, 6, 29, -1};

class SumDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->font.setBold(index.data(MorningModel::SumRole).toBool());
    }
};

void pickWithDialog(QWidget* parent, const QString& name, std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(QStringLiteral("CSV (*.csv)"));
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString& path) { chosen(path); });
    dialog->open();
}

Result<void> writeFile(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, "write CSV: " + file.errorString().toStdString(), path.toStdString());
    return {};
}

} // namespace

MorningDialog::MorningDialog(const Desk& desk, const Words& words, const Session& session, MorningView& view, QWidget* parent)
    : QDialog(parent), m_desk(desk), m_words(words), m_session(session), m_view(view), m_model(words), m_pick(pickWithDialog)
{
    setObjectName(QStringLiteral("morningDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Morning count"));
    // As wide as the window allows: the names at the left and every stage beside each other, without scrolling.
    resize(std::min(parent != nullptr ? parent->window()->width() - 48 : 1320, 1320), 620);
    build();
    m_period->setCurrentIndex(std::clamp(m_view.period, 0, static_cast<int>(periods.size()) - 1));
    m_grouped->setChecked(m_view.grouped);
    m_model.setGrouped(m_view.grouped);
    m_model.setSource(m_view.source);

    connect(m_period, &QComboBox::currentIndexChanged, this, &MorningDialog::ask);
    connect(m_source, &QComboBox::currentIndexChanged, this, &MorningDialog::choose);
    connect(m_grouped, &QCheckBox::toggled, this, &MorningDialog::choose);
    connect(m_table, &QTableView::clicked, this, &MorningDialog::openCases);
    connect(m_table, &QTableView::activated, this, &MorningDialog::openCases);
    connect(new QShortcut(QKeySequence(QKeySequence::Copy), this), &QShortcut::activated, this, &MorningDialog::copy);
    connect(new QShortcut(QKeySequence(Qt::Key_F5), this), &QShortcut::activated, this, &MorningDialog::ask);
    connect(&m_desk.notifier, &Notifier::casesChanged, this, [this] {
        m_changed = true;
        showAge();
    });
    m_minute.setInterval(15'000); // the age is said in minutes
    connect(&m_minute, &QTimer::timeout, this, &MorningDialog::showAge);
    m_minute.start();
    m_table->setFocus();
    ask();
}

void MorningDialog::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    auto* title = new QLabel(windowTitle());
    title->setProperty("title", true);
    head->addWidget(title);
    m_summary = new QLabel;
    m_summary->setProperty("muted", true);
    head->addWidget(m_summary, 1, Qt::AlignBottom);
    m_grouped = new QCheckBox(tr("Group by source"));
    m_grouped->setObjectName(QStringLiteral("morningGrouped"));
    head->addWidget(m_grouped);
    const auto box = [&](const char* name, const QString& what) {
        auto* made = new QComboBox;
        made->setObjectName(QLatin1String(name));
        made->setAccessibleName(what);
        made->setMaxVisibleItems(20);
        head->addWidget(made);
        return made;
    };
    m_source = box("morningSource", tr("Source"));
    m_source->setMinimumContentsLength(14);
    m_period = box("morningPeriod", tr("Reported"));
    m_period->addItems({tr("Reported yesterday and today"), tr("Reported today"), tr("Reported in the last 7 days"), tr("Reported in the last 30 days"),
                        tr("All cases")});
    column->addLayout(head);
    m_model.setTexts({.source = tr("Source"), .community = tr("Community"), .sum = tr("Sum"), .noSource = tr("Source unknown"), .noCommunity = tr("Community unknown")});
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("morningTable"));
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new SumDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(64);
    column->addWidget(m_table, 1);
    auto* hint = new QLabel(tr("Click a number or press Enter to see its cases."));
    hint->setProperty("muted", true);
    m_age = new QLabel;
    m_age->setObjectName(QStringLiteral("morningAge"));
    m_age->setProperty("muted", true);
    auto* below = new QHBoxLayout;
    below->addWidget(hint, 1);
    below->addWidget(m_age);
    column->addLayout(below);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    const auto button = [&](const char* name, const QString& text, void (MorningDialog::*run)()) {
        auto* made = new QPushButton(text);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false); // Enter belongs to the numbers
        connect(made, &QPushButton::clicked, this, run);
        row->addWidget(made);
        return made;
    };
    button("morningRefresh", tr("Count again (F5)"), &MorningDialog::ask);
    row->addStretch(1);
    m_copy = button("morningCopy", tr("Copy as text"), &MorningDialog::copy);
    m_csv = button("morningCsv", tr("Save as CSV…"), &MorningDialog::saveCsv);
    button("morningClose", tr("Close"), &QDialog::accept)->setProperty("primary", true);
    column->addLayout(row);
}

void MorningDialog::ask()
{
    m_view.period = m_period->currentIndex();
    const auto now = m_desk.clock.now();
    const int days = periods[static_cast<std::size_t>(std::max(0, m_view.period))];
    Instant from{};
    if (days >= 0 && m_session.rules)
        if (const auto found = m_session.rules->calendars.find(m_session.rules->calendar); found != m_session.rules->calendars.end() && found->second) {
            const auto& calendar = found->second->calendar();
            from = calendar.toInstant(calendar.localDate(now) - std::chrono::days{days});
        }
    const auto until = now + Milliseconds{1}; // with the case that came this moment
    m_summary->setText(tr("Counting…"));
    m_changed = false;
    m_desk.queries.morningCount(from, until).then(this, [this, from, until, now, generation = ++m_generation](Result<std::vector<MorningNumber>> answer) {
        if (generation != m_generation)
            return; // counted anew meanwhile
        m_copy->setEnabled(answer.has_value());
        m_csv->setEnabled(answer.has_value());
        if (!answer) {
            m_summary->setText(m_words.error(answer.error()));
            return;
        }
        m_countedAt = now;
        m_model.setNumbers(*std::move(answer), from, until);
        fillSources();
        showNumbers();
    });
}

void MorningDialog::fillSources()
{
    const QSignalBlocker quiet(m_source);
    m_source->clear();
    m_source->addItem(tr("All sources"));
    bool there = !m_view.source;
    for (const auto& [source, count] : m_model.sources()) {
        m_source->addItem(tr("%1 (%2)", "source, number of cases").arg(m_model.sourceName(source), QLocale().toString(count)), QString::fromStdString(source));
        if (m_view.source == source) {
            m_source->setCurrentIndex(m_source->count() - 1);
            there = true;
        }
    }
    if (!there) { // nothing came from it in this time; it stays chosen
        m_source->addItem(tr("%1 (%2)", "source, number of cases").arg(m_model.sourceName(*m_view.source), QLocale().toString(0)), QString::fromStdString(*m_view.source));
        m_source->setCurrentIndex(m_source->count() - 1);
    }
}

void MorningDialog::choose()
{
    m_view.source = m_source->currentIndex() <= 0 ? std::nullopt : std::optional(m_source->currentData().toString().toStdString());
    m_view.grouped = m_grouped->isChecked();
    m_model.setSource(m_view.source);
    m_model.setGrouped(m_view.grouped);
    showNumbers();
}

void MorningDialog::showNumbers()
{
    m_summary->setText(m_model.total() == 0 ? tr("No case was reported in this time.") : tr("%n case(s)", nullptr, static_cast<int>(m_model.total())));
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    if (m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 1)); // the names stay in sight where everything does not fit
    showAge();
}

void MorningDialog::showAge()
{
    if (!m_countedAt)
        return;
    const auto age = m_desk.clock.now() - *m_countedAt;
    auto text = age < std::chrono::minutes(1) ? tr("Counted now") : tr("Counted %1 ago").arg(m_words.remaining(age));
    if (m_changed)
        text = tr("%1, cases changed since").arg(text);
    m_age->setText(text);
}

void MorningDialog::openCases(const QModelIndex& index)
{
    if (!isVisible())
        return; // a click is often an activation as well
    if (const auto filter = m_model.filterAt(index)) {
        Q_EMIT casesAsked(*filter);
        accept();
    }
}

void MorningDialog::copy()
{
    if (!m_countedAt)
        return;
    QGuiApplication::clipboard()->setText(m_model.plainText());
    Q_EMIT said(tr("The morning count is in the clipboard as text."));
}

void MorningDialog::saveCsv()
{
    m_pick(this, tr("Morning count") + QStringLiteral(" ") + m_words.date(m_desk.clock.now()) + QStringLiteral(".csv"), [this](const QString& path) {
        // Table programs take a file without the mark for the encoding of the country.
        if (const auto written = writeFile(path, QByteArrayLiteral("\xEF\xBB\xBF") + m_model.csv().toUtf8()); !written)
            Q_EMIT failed(written.error());
        else
            Q_EMIT said(tr("The morning count is saved: %1").arg(path));
    });
}

} // namespace griddesk
