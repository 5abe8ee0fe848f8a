// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterrow.h"

#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace griddesk {

namespace {

constexpr int roomForAll = 830; // logical pixels for the words and four choices side by side

constexpr std::array sources{"hotline12345", "patrol",     "unitFound", "residentApp", "web",      "wechat",   "mail",   "police110",
                             "superior",     "bureauTransfer", "enterprise", "camera",      "sensor",   "media",    "petition", "walkIn", "leader"};

/// Replaces the choices and keeps the chosen one where it still exists.
void refill(QComboBox& box, const std::vector<std::pair<QString, QString>>& choices)
{
    const QSignalBlocker quiet(box);
    const auto chosen = box.currentData().toString();
    box.clear();
    for (const auto& [text, data] : choices)
        box.addItem(text, data);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

} // namespace

FilterRow::FilterRow(const Words& words, QWidget* parent) : QWidget(parent), m_words(words)
{
    setObjectName(QStringLiteral("filterRow"));
    auto* row = new QHBoxLayout(this);
    m_row = row;
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(6);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(200);
    row->addWidget(m_text, 2);
    m_choices = new QWidget;
    m_choices->setMinimumWidth(1); // what does not fit has its own window
    m_choiceLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_choices);
    m_choiceLayout->setContentsMargins(0, 0, 0, 0);
    m_choiceLayout->setSpacing(6);
    row->addWidget(m_choices, 5);
    m_more = new QPushButton;
    m_more->setObjectName(QStringLiteral("filterMore"));
    m_more->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_more->hide();
    m_more->setMaximumWidth(300);
    row->addWidget(m_more, 1);
    connect(m_more, &QPushButton::clicked, this, &FilterRow::openChoices);
    m_window = new QFrame(this, Qt::Popup);
    m_window->setObjectName(QStringLiteral("filterWindow"));
    m_window->setProperty("card", true);
    auto* inside = new QVBoxLayout(m_window);
    inside->setContentsMargins(14, 12, 14, 14);
    const auto box = [&](const char* name) {
        auto* made = new QComboBox;
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(5);
        made->setMaxVisibleItems(20);
        m_choiceLayout->addWidget(made, 1);
        connect(made, &QComboBox::currentIndexChanged, this, &FilterRow::tell);
        return made;
    };
    m_unit = box("filterUnit");
    m_area = box("filterArea");
    m_category = box("filterCategory");
    m_source = box("filterSource");
    m_clear = new QPushButton;
    m_clear->setObjectName(QStringLiteral("filterClear"));
    m_clear->setProperty("flat", true);
    row->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, &FilterRow::clear);
    m_typed.setSingleShot(true);
    m_typed.setInterval(250);
    connect(&m_typed, &QTimer::timeout, this, &FilterRow::tell);
    connect(m_text, &QLineEdit::textChanged, &m_typed, qOverload<>(&QTimer::start));
    fill({});
    retranslate();
}

void FilterRow::setRules(const Rules& rules) { fill(rules); }

void FilterRow::fill(const Rules& rules)
{
    std::vector<std::pair<QString, QString>> units{{tr("All units"), {}}}, areas{{tr("All areas"), {}}}, categories{{tr("All categories"), {}}},
        channels{{tr("All sources"), {}}};
    for (const auto& [id, unit] : rules.units)
        if (id != rules.centre)
            units.emplace_back(QString::fromStdString(unit.name), QString::fromStdString(id.text()));
    for (const auto level : {AreaLevel::Community, AreaLevel::Grid})
        for (const auto& [code, area] : rules.areas)
            if (area.level == level)
                areas.emplace_back(QString::fromStdString(area.name), QString::fromStdString(code.text()));
    for (const auto& [code, category] : rules.categories)
        categories.emplace_back((category.parent ? QStringLiteral("    ") : QString()) + QString::fromStdString(category.name),
                                QString::fromStdString(code.text()));
    for (const auto* source : sources)
        channels.emplace_back(m_words.choice("source", source), QString::fromLatin1(source));
    refill(*m_unit, units);
    refill(*m_area, areas);
    refill(*m_category, categories);
    refill(*m_source, channels);
}

void FilterRow::retranslate()
{
    m_text->setPlaceholderText(tr("Find here (Ctrl+F)"));
    m_text->setToolTip(tr("Words in this queue (Ctrl+F)"));
    m_text->setAccessibleName(tr("Words"));
    m_unit->setAccessibleName(tr("Unit"));
    m_area->setAccessibleName(tr("Area"));
    m_category->setAccessibleName(tr("Category"));
    m_source->setAccessibleName(tr("Source"));
    m_unit->setItemText(0, tr("All units"));
    m_area->setItemText(0, tr("All areas"));
    m_category->setItemText(0, tr("All categories"));
    m_source->setItemText(0, tr("All sources"));
    for (int i = 1; i < m_source->count(); ++i)
        m_source->setItemText(i, m_words.choice("source", m_source->itemData(i).toString().toStdString()));
    m_clear->setText(tr("Clear"));
    m_clear->setEnabled(narrows());
    showChosen();
}

void FilterRow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    setNarrow(event->size().width() < roomForAll);
    showChosen();
}

void FilterRow::setNarrow(bool narrow)
{
    if (narrow == std::exchange(m_narrow, narrow))
        return;
    m_window->hide();
    m_choiceLayout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    if (narrow) {
        m_row->removeWidget(m_choices);
        m_window->layout()->addWidget(m_choices);
    } else {
        m_window->layout()->removeWidget(m_choices);
        m_row->insertWidget(1, m_choices, 5);
    }
    m_choices->show();
    m_more->setVisible(narrow);
}

void FilterRow::openChoices()
{
    m_window->setFixedWidth(std::max(300, m_more->width()));
    m_window->adjustSize();
    m_window->move(m_more->mapToGlobal(QPoint(0, m_more->height() + 4)));
    m_window->show();
    m_unit->setFocus(Qt::PopupFocusReason);
}

void FilterRow::showChosen()
{
    const auto chosen = this->chosen();
    const auto text = chosen.isEmpty() ? tr("Filters") : tr("Filters: %1").arg(chosen.join(QStringLiteral(" · ")));
    m_more->setToolTip(chosen.join(QLatin1Char('\n')));
    m_more->setAccessibleName(text);
    m_more->setText(m_more->fontMetrics().elidedText(text, Qt::ElideRight, std::max(60, m_more->width() - 34)) + QStringLiteral(" ▾"));
}

void FilterRow::applyTo(CaseFilter& filter) const
{
    // Data of the boxes came from the rules, so what does not parse is the empty first choice.
    const auto chosen = [](const QComboBox* box) { return box->currentData().toString().toStdString(); };
    const auto unit = UnitId::parse(chosen(m_unit));
    const auto area = AreaCode::parse(chosen(m_area));
    const auto category = CategoryId::parse(chosen(m_category));
    filter.unit = unit ? std::optional{*unit} : std::nullopt;
    filter.area = area ? std::optional{*area} : std::nullopt;
    filter.category = category ? std::optional{*category} : std::nullopt;
    filter.source = chosen(m_source);
    filter.text = m_text->text().simplified().toStdString();
}

QStringList FilterRow::chosen() const
{
    QStringList names;
    for (const auto* box : {m_unit, m_area, m_category, m_source})
        if (box->currentIndex() > 0)
            names << box->currentText().trimmed();
    return names;
}

bool FilterRow::narrows() const
{
    return !m_text->text().isEmpty() || m_unit->currentIndex() > 0 || m_area->currentIndex() > 0 || m_category->currentIndex() > 0
           || m_source->currentIndex() > 0;
}

void FilterRow::showFilter(const CaseFilter& filter)
{
    {
        const QSignalBlocker a(m_text), b(m_unit), c(m_area), d(m_category), e(m_source);
        // What the rules no longer have, or a source of another program, gets a line of its own: never a wider list than asked for.
        const auto choose = [](QComboBox* box, const std::string& value, const QString& name) {
            const auto code = QString::fromStdString(value);
            if (!value.empty() && box->findData(code) < 0)
                box->addItem(name, code);
            box->setCurrentIndex(value.empty() ? 0 : box->findData(code));
        };
        m_text->setText(QString::fromStdString(filter.text));
        choose(m_unit, filter.unit ? filter.unit->text() : std::string(), filter.unit ? m_words.unit(*filter.unit) : QString());
        choose(m_area, filter.area ? filter.area->text() : std::string(), filter.area ? m_words.area(*filter.area) : QString());
        choose(m_category, filter.category ? filter.category->text() : std::string(), filter.category ? m_words.category(*filter.category) : QString());
        choose(m_source, filter.source, m_words.choice("source", filter.source));
    }
    m_typed.stop();
    tell();
}

void FilterRow::setText(const QString& text)
{
    m_text->setText(text);
    m_typed.stop();
    tell();
}

void FilterRow::clear()
{
    {
        const QSignalBlocker a(m_text), b(m_unit), c(m_area), d(m_category), e(m_source);
        m_text->clear();
        for (auto* box : {m_unit, m_area, m_category, m_source})
            box->setCurrentIndex(0);
    }
    tell();
}

void FilterRow::tell()
{
    m_clear->setEnabled(narrows());
    showChosen();
    Q_EMIT changed();
}

} // namespace griddesk
