// SPDX-License-Identifier: GPL-3.0-or-later
#include "filterrow.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <optional>

namespace griddesk {

namespace {

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
    row->setContentsMargins(8, 6, 8, 6);
    row->setSpacing(6);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setClearButtonEnabled(true);
    m_text->setMaxLength(200);
    row->addWidget(m_text, 2);
    const auto box = [&](const char* name) {
        auto* made = new QComboBox;
        made->setObjectName(QLatin1String(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        made->setMinimumContentsLength(5);
        made->setMaxVisibleItems(20);
        row->addWidget(made, 2);
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
    m_text->setPlaceholderText(tr("Words in this queue (Ctrl+F)"));
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

bool FilterRow::narrows() const
{
    return !m_text->text().isEmpty() || m_unit->currentIndex() > 0 || m_area->currentIndex() > 0 || m_category->currentIndex() > 0
           || m_source->currentIndex() > 0;
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
    Q_EMIT changed();
}

} // namespace griddesk
