// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakefields.h"

#include "models/geo/datum.h"
#include "widgets/forms/fieldeditor.h"
#include "widgets/forms/flowlayout.h"
#include "widgets/forms/searchpick.h"
#include "widgets/forms/segments.h"
#include "widgets/words/dutywords.h"
#include "widgets/words/phrases.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace griddesk {

namespace {

QString q(const std::string& s) { return QString::fromStdString(s); }

constexpr std::array<std::string_view, 6> demands{"help", "complaint", "tipOff", "consult", "suggestion", "praise"};
constexpr int checkHeight = 26; // logical pixels
constexpr std::array<Urgency, 3> urgencies{Urgency::Ordinary, Urgency::Urgent, Urgency::Critical};

} // namespace

IntakeFields::IntakeFields(const Desk& desk, const Words& words, QWidget* parent) : QWidget(parent), m_desk(desk), m_words(words)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(card(makeMatter()));
    m_column->addWidget(card(makePlace()));
    m_column->addWidget(card(makePerson()));
    m_column->addStretch(1);
    setDense(false);
    showForm();
}

QWidget* IntakeFields::card(QWidget* content)
{
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    auto* box = new QVBoxLayout(frame);
    box->addWidget(content, 0, Qt::AlignTop); // never spread over a height that is no longer needed
    m_cards.push_back(box);
    return frame;
}

QGridLayout* IntakeFields::grid(QWidget* owner)
{
    auto* layout = new QGridLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(16);
    for (int column = 0; column < 4; ++column)
        layout->setColumnStretch(column, 1);
    m_grids.push_back(layout);
    return layout;
}

void IntakeFields::setDense(bool dense)
{
    const bool restyle = std::exchange(m_dense, dense) != dense;
    m_column->setSpacing(dense ? 6 : 12);
    for (auto* card : m_cards)
        card->setContentsMargins(dense ? 14 : 16, dense ? 4 : 12, dense ? 14 : 16, dense ? 5 : 14);
    for (auto* grid : m_grids)
        grid->setVerticalSpacing(dense ? 3 : 10);
    for (auto* cell : m_cells)
        cell->setSpacing(dense ? 1 : 4);
    m_text->setFixedHeight(dense ? 2 * m_text->fontMetrics().lineSpacing() + 18 : 96); // two lines, or four and a half
    if (restyle) {
        setProperty("dense", dense);
        for (auto* child : findChildren<QWidget*>()) { // their rules depend on what is above them
            child->style()->unpolish(child);
            child->style()->polish(child);
        }
    }
    showStandard();
}

void IntakeFields::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry(); // other lines are needed now
}

QSize IntakeFields::minimumSizeHint() const
{
    auto size = QWidget::minimumSizeHint();
    if (layout()->hasHeightForWidth() && width() > 0)
        size.setHeight(std::max(size.height(), layout()->minimumHeightForWidth(width())));
    return size;
}

void IntakeFields::place(QGridLayout* layout, int row, int column, int span, QWidget* field, std::function<QString()> label)
{
    auto* cell = new QVBoxLayout;
    m_cells.push_back(cell);
    auto* caption = new QLabel;
    caption->setProperty("small", true);
    caption->setBuddy(field);
    m_texts.add([caption, field, label = std::move(label)] {
        caption->setText(label());
        field->setAccessibleName(label());
    });
    cell->addWidget(caption);
    cell->addWidget(field);
    layout->addLayout(cell, row, column, 1, span);
}

QLineEdit* IntakeFields::line(const char* name, std::string IntakeForm::* member)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(200);
    connect(edit, &QLineEdit::textEdited, this, [this, member](const QString& text) {
        m_form.*member = text.trimmed().toStdString();
        changed();
    });
    m_shows.emplace_back([this, edit, member] { edit->setText(q(m_form.*member)); });
    return edit;
}

QLineEdit* IntakeFields::personLine(const char* name, std::string PersonalData::* member)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(100);
    connect(edit, &QLineEdit::textEdited, this, [this, member](const QString& text) {
        m_form.person.*member = text.trimmed().toStdString();
        changed();
    });
    m_shows.emplace_back([this, edit, member] { edit->setText(q(m_form.person.*member)); });
    return edit;
}

QCheckBox* IntakeFields::check(const char* name, bool IntakeForm::* member)
{
    auto* box = new QCheckBox;
    box->setObjectName(QLatin1String(name));
    connect(box, &QCheckBox::clicked, this, [this, member](bool on) {
        m_form.*member = on;
        changed();
    });
    m_shows.emplace_back([this, box, member] { box->setChecked(m_form.*member); });
    return box;
}

QWidget* IntakeFields::makeMatter()
{
    auto* body = new QWidget;
    auto* layout = grid(body);

    m_text = new QPlainTextEdit;
    m_text->setObjectName("intakeText");
    m_text->setTabChangesFocus(true);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing)
            return;
        m_form.text = m_text->toPlainText().trimmed().toStdString();
        changed();
    });
    place(layout, 0, 0, 4, m_text, [] { return tr("What is reported"); });

    m_category = new SearchPick;
    m_category->setObjectName("intakeCategory");
    connect(m_category, &SearchPick::picked, this, [this](const QString& value) {
        if (const auto id = CategoryId::parse(value.toStdString()))
            m_form.category = *id;
        changed();
    });
    connect(m_category, &SearchPick::cleared, this, [this] {
        m_form.category.reset();
        changed();
    });
    m_shows.emplace_back([this] {
        m_category->setValue(m_form.category ? q(m_form.category->text()) : QString(), m_form.category ? m_words.category(*m_form.category) : QString());
    });
    place(layout, 1, 0, 2, m_category, [] { return tr("Category (name, code or pinyin)"); });
    m_texts.add([this] { m_category->setPlaceholderText(tr("e.g. bllj")); });
    m_title = line("intakeTitle", &IntakeForm::title);
    m_title->setMaxLength(60);
    place(layout, 1, 2, 2, m_title, [] { return tr("Title"); });

    m_urgency = new Segments;
    m_urgency->setObjectName("intakeUrgency");
    m_urgency->setMustHold(true);
    m_texts.add([this] {
        std::vector<std::pair<QString, QString>> items;
        for (const auto urgency : urgencies)
            items.emplace_back(QString::number(static_cast<int>(urgency)), m_words.urgency(urgency) + (urgency == Urgency::Critical ? QStringLiteral("  F12") : QString()));
        m_urgency->setItems(items);
        m_urgency->setValue(QString::number(static_cast<int>(m_form.urgency)));
    });
    connect(m_urgency, &Segments::chosen, this, [this](const QString& value) {
        m_form.urgency = static_cast<Urgency>(value.toInt());
        changed();
    });
    m_shows.emplace_back([this] { m_urgency->setValue(QString::number(static_cast<int>(m_form.urgency))); });
    place(layout, 2, 0, 2, m_urgency, [] { return tr("Urgency"); });

    m_source = new QComboBox;
    m_source->setObjectName("intakeSource");
    for (const auto choice : specOf(OperationKind::Report).field("source")->choices)
        if (choice != "split")
            m_source->addItem(QString(), QVariant(QString::fromUtf8(choice.data(), static_cast<qsizetype>(choice.size()))));
    m_texts.add([this] {
        for (int i = 0; i < m_source->count(); ++i)
            m_source->setItemText(i, m_words.choice("source", m_source->itemData(i).toString().toStdString()));
    });
    connect(m_source, &QComboBox::activated, this, [this] {
        m_form.source = m_source->currentData().toString().toStdString();
        changed();
    });
    m_shows.emplace_back([this] { m_source->setCurrentIndex(m_source->findData(q(m_form.source))); });
    place(layout, 2, 2, 1, m_source, [] { return tr("Channel"); });
    m_evidence = new QPushButton;
    m_evidence->setObjectName("intakeEvidenceAdd");
    connect(m_evidence, &QPushButton::clicked, this, &IntakeFields::evidenceRequested);
    m_shows.emplace_back([this] {
        m_evidence->setText(m_form.evidence.empty() ? tr("Add evidence…") : tr("%n file(s), add…", nullptr, static_cast<int>(m_form.evidence.size())));
    });
    place(layout, 2, 3, 1, m_evidence, [] { return tr("Evidence"); });

    m_demand = new Segments;
    m_demand->setObjectName("intakeDemand");
    m_texts.add([this] {
        std::vector<std::pair<QString, QString>> items;
        for (const auto demand : demands)
            items.emplace_back(q(std::string(demand)), m_words.choice("demandType", std::string(demand)));
        m_demand->setItems(items);
        m_demand->setValue(q(m_form.demandType));
    });
    connect(m_demand, &Segments::chosen, this, [this](const QString& value) {
        m_form.demandType = value.toStdString();
        changed();
    });
    m_shows.emplace_back([this] { m_demand->setValue(q(m_form.demandType)); });
    place(layout, 3, 0, 4, m_demand, [] { return tr("Demand type"); });
    m_standard = new QLabel;
    m_standard->setObjectName("intakeStandard");
    m_standard->setProperty("small", true);
    m_standard->setWordWrap(true);
    layout->addWidget(m_standard, 4, 0, 1, 4);
    return body;
}

QWidget* IntakeFields::makePlace()
{
    auto* body = new QWidget;
    auto* layout = grid(body);
    m_address = new SearchPick;
    m_address->setObjectName("intakeAddress");
    m_address->setExternal(true);
    connect(m_address, &SearchPick::typed, this, [this](const QString& words) {
        m_form.address = words.toStdString();
        changed();
        searchPlaces(words);
    });
    connect(m_address, &SearchPick::picked, this, [this](const QString& value) {
        const auto parts = value.split(QLatin1Char(','));
        m_form.address = m_address->text().toStdString();
        m_form.place = GeoPoint{parts.value(0).toInt(), parts.value(1).toInt()};
        m_coordinates->clear();
        changed();
    });
    m_shows.emplace_back([this] { m_address->setValue({}, q(m_form.address)); });
    auto* row = new QWidget;
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->setSpacing(8);
    rowLayout->addWidget(m_address, 1);
    auto* pick = new QPushButton;
    pick->setObjectName("intakePickOnMap");
    m_texts.add([pick] { pick->setText(tr("Pick on map")); });
    connect(pick, &QPushButton::clicked, this, &IntakeFields::placePickRequested);
    rowLayout->addWidget(pick);
    place(layout, 0, 0, 2, row, [] { return tr("Address (street, area, pinyin or grid code)"); });
    m_texts.add([this] { m_address->setAccessibleName(tr("Address")); });

    m_coordinates = new QLineEdit;
    m_coordinates->setObjectName("intakeCoordinates");
    m_texts.add([this] { m_coordinates->setPlaceholderText(tr("longitude, latitude")); });
    connect(m_coordinates, &QLineEdit::textEdited, this, &IntakeFields::readCoordinates);
    place(layout, 0, 2, 1, m_coordinates, [] { return tr("Coordinates"); });
    m_datum = new QComboBox;
    m_datum->setObjectName("intakeDatum");
    m_datum->addItem(QStringLiteral("WGS-84"), static_cast<int>(Datum::Wgs84));
    m_datum->addItem(QStringLiteral("CGCS2000"), static_cast<int>(Datum::Cgcs2000));
    m_datum->addItem(QStringLiteral("GCJ-02"), static_cast<int>(Datum::Gcj02));
    m_datum->addItem(QStringLiteral("BD-09"), static_cast<int>(Datum::Bd09));
    connect(m_datum, &QComboBox::activated, this, &IntakeFields::readCoordinates);
    place(layout, 0, 3, 1, m_datum, [] { return tr("Datum"); });
    m_coordinateProblem = new QLabel;
    m_coordinateProblem->setProperty("chip", "bad");
    m_coordinateProblem->hide();
    layout->addWidget(m_coordinateProblem, 2, 0, 1, 4, Qt::AlignLeft);

    m_areas = new QLabel;
    m_areas->setObjectName("intakeAreas");
    m_areas->setProperty("chip", "plain");
    m_unit = new QLabel;
    m_unit->setObjectName("intakeUnit");
    m_unit->setProperty("chip", "info");
    m_reason = new QLabel;
    m_reason->setObjectName("intakeReason");
    m_reason->setProperty("small", true);
    m_reason->setWordWrap(true);
    auto* found = new QHBoxLayout;
    found->setSpacing(8);
    found->addWidget(m_areas);
    found->addWidget(m_unit);
    found->addStretch(1);
    layout->addLayout(found, 3, 0, 1, 4);
    layout->addWidget(m_reason, 4, 0, 1, 4);
    return body;
}

QWidget* IntakeFields::makePerson()
{
    auto* body = new QWidget;
    auto* layout = grid(body);
    place(layout, 0, 0, 1, personLine("intakePhone", &PersonalData::phone), [] { return tr("Telephone"); });
    place(layout, 0, 1, 1, personLine("intakeName", &PersonalData::name), [] { return tr("Name of the reporter"); });
    place(layout, 0, 2, 1, personLine("intakeRoom", &PersonalData::room), [] { return tr("Room"); });
    place(layout, 0, 3, 1, line("intakeContactTime", &IntakeForm::contactTime), [] { return tr("Safe contact time"); });
    auto* choices = new QWidget;
    auto policy = choices->sizePolicy();
    policy.setHeightForWidth(true);
    choices->setSizePolicy(policy);
    auto* row = new FlowLayout(choices, 14);
    m_orderFold = new QPushButton;
    m_orderFold->setObjectName("intakeOrderFold");
    m_orderFold->setProperty("flat", true);
    m_orderFold->setCheckable(true);
    m_texts.add([this] { m_orderFold->setText((m_orderFold->isChecked() ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + tr("Outside order")); });
    const auto box = [&](const char* name, bool IntakeForm::* member, std::function<QString()> text) {
        auto* made = check(name, member);
        made->setMinimumHeight(checkHeight); // stands in the middle of the line it shares with the fold
        m_texts.add([made, text = std::move(text)] { made->setText(text()); });
        row->addWidget(made);
    };
    box("intakeCallback", &IntakeForm::callbackWanted, [] { return tr("Wants a call-back"); });
    box("intakeConsent", &IntakeForm::consent, [] { return tr("Contact may be given to the handler"); });
    box("intakeAnonymous", &IntakeForm::anonymous, [] { return tr("Anonymous"); });
    box("intakeConfidential", &IntakeForm::confidential, [] { return tr("Confidential"); });
    row->addWidget(m_orderFold);
    layout->addWidget(choices, 1, 0, 1, 4);
    layout->addWidget(makeOrder(), 2, 0, 1, 4);
    return body;
}

QWidget* IntakeFields::makeOrder()
{
    m_orderBody = new QWidget;
    auto* layout = grid(m_orderBody);
    place(layout, 0, 0, 2, line("intakeOrderNumber", &IntakeForm::orderNumber), [] { return tr("Outside number"); });
    place(layout, 0, 2, 2, line("intakeOrderPlatform", &IntakeForm::orderPlatform), [] { return tr("Platform"); });
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    auto* reply = check("intakeMustReply", &IntakeForm::mustReply);
    auto* call = check("intakeMustCallback", &IntakeForm::mustCallback);
    m_texts.add([reply, call] {
        reply->setText(tr("Reply to the source required"));
        call->setText(tr("The source wants a call-back"));
    });
    m_due = new QLabel;
    m_due->setProperty("muted", true);
    row->addWidget(reply);
    row->addWidget(call);
    row->addStretch(1);
    row->addWidget(m_due);
    layout->addLayout(row, 1, 0, 1, 4);
    m_orderBody->hide();
    connect(m_orderFold, &QPushButton::toggled, this, [this](bool open) {
        m_orderBody->setVisible(open);
        m_texts.again();
    });
    m_shows.emplace_back([this] {
        if (!m_form.orderNumber.empty())
            m_orderFold->setChecked(true);
        m_due->setText(m_form.orderDue ? tr("Due at the source: %1").arg(m_words.dateTime(*m_form.orderDue)) : QString());
    });
    return m_orderBody;
}

void IntakeFields::setRules(std::shared_ptr<const Rules> rules)
{
    m_rules = std::move(rules);
    fillCategories();
    showForm();
    changed();
}

void IntakeFields::fillCategories()
{
    std::vector<PickItem> items;
    std::map<std::optional<CategoryId>, std::vector<const Category*>> below;
    if (m_rules)
        for (const auto& [code, category] : m_rules->categories)
            below[category.parent].push_back(&category);
    const std::function<void(const std::optional<CategoryId>&, int)> add = [&](const std::optional<CategoryId>& parent, int depth) {
        if (const auto it = below.find(parent); it != below.end() && depth < 8)
            for (const auto* category : it->second) {
                const bool leaf = !below.contains(category->code);
                const auto code = q(category->code.text());
                items.push_back({.value = leaf ? code : QString(), .text = q(category->name), .detail = code,
                                 .search = q(category->pinyin) + QLatin1Char(' ') + code, .depth = depth});
                add(category->code, depth + 1);
            }
    };
    add(std::nullopt, 0);
    m_category->setItems(std::move(items));
}

void IntakeFields::searchPlaces(const QString& words)
{
    std::vector<PickItem> items;
    if (words.size() >= 2)
        for (const auto& found : m_desk.places.find(words.toStdString(), 8))
            items.push_back({.value = QStringLiteral("%1,%2").arg(found.place.lonE7).arg(found.place.latE7), .text = q(found.name), .detail = q(found.detail), .search = {}, .depth = 0});
    m_address->setResults(items);
}

void IntakeFields::readCoordinates()
{
    static const QRegularExpression apart(QStringLiteral("[\\s,，;；]+"));
    const auto parts = m_coordinates->text().trimmed().split(apart, Qt::SkipEmptyParts);
    m_form.place.reset();
    QString problem;
    if (!parts.isEmpty()) {
        bool lonOk = false, latOk = false;
        const double lon = parts.value(0).toDouble(&lonOk), lat = parts.value(1).toDouble(&latOk);
        if (parts.size() != 2 || !lonOk || !latOk)
            problem = tr("Two numbers: longitude, latitude");
        else if (const auto place = geoPointFrom(static_cast<Datum>(m_datum->currentData().toInt()), lon, lat))
            m_form.place = *place;
        else
            problem = tr("Longitude is -180 to 180 and latitude -90 to 90");
    }
    m_coordinateProblem->setText(problem);
    m_coordinateProblem->setVisible(!problem.isEmpty());
    setStyleProperty(m_coordinates, "invalid", !problem.isEmpty());
    changed();
}

void IntakeFields::setForm(const IntakeForm& form)
{
    m_form = form;
    m_coordinates->clear();
    m_coordinateProblem->hide();
    setStyleProperty(m_coordinates, "invalid", false);
    if (form.orderNumber.empty())
        m_orderFold->setChecked(false);
    showForm();
    if (form.place)
        m_coordinates->setText(QStringLiteral("%1, %2").arg(form.place->lon(), 0, 'f', 6).arg(form.place->lat(), 0, 'f', 6));
    changed();
}

void IntakeFields::setPlace(GeoPoint at)
{
    m_form.place = at;
    m_datum->setCurrentIndex(0);
    m_coordinates->setText(QStringLiteral("%1, %2").arg(at.lon(), 0, 'f', 6).arg(at.lat(), 0, 'f', 6));
    m_coordinateProblem->hide();
    setStyleProperty(m_coordinates, "invalid", false);
    changed();
}

void IntakeFields::addEvidence(const EvidenceFile& file)
{
    m_form.evidence.push_back(file);
    showForm();
    changed();
}

void IntakeFields::toggleCritical()
{
    m_form.urgency = m_form.urgency == Urgency::Critical ? Urgency::Ordinary : Urgency::Critical;
    m_urgency->setValue(QString::number(static_cast<int>(m_form.urgency)));
    changed();
}

void IntakeFields::showForm()
{
    m_showing = true;
    if (const auto text = q(m_form.text); text != m_text->toPlainText().trimmed())
        m_text->setPlainText(text);
    for (const auto& show : m_shows)
        show();
    m_showing = false;
}

void IntakeFields::changed()
{
    if (m_rules) {
        m_form.area.reset();
        m_advice = adviseIntake(*m_rules, m_desk.places, m_form, m_desk.clock.now());
        const auto& areas = m_advice.areas;
        m_form.area = areas.cell ? areas.cell : areas.grid ? areas.grid : areas.community ? areas.community : areas.subdistrict;
    }
    showAdvice();
    Q_EMIT edited();
}

void IntakeFields::showAdvice()
{
    auto automatic = m_form;
    automatic.title.clear();
    m_title->setPlaceholderText(q(titleOf(automatic)));
    QStringList areas;
    for (const auto& area : {m_advice.areas.community, m_advice.areas.grid, m_advice.areas.cell})
        if (area)
            areas << m_words.area(*area);
    const bool outside = m_form.place && areas.isEmpty();
    m_areas->setText(outside ? tr("Outside the district") : areas.join(QStringLiteral(" › ")));
    m_areas->setVisible(!m_areas->text().isEmpty());
    setStyleProperty(m_areas, "chip", outside ? "warn" : "plain");
    QString unit, reason;
    if (m_advice.match) {
        const auto& match = *m_advice.match;
        unit = match.kind == DutyMatch::Kind::One ? tr("Suggested: %1").arg(m_words.unit(*match.lead))
            : match.kind == DutyMatch::Kind::Several ? tr("Several units: consult") : tr("No unit on the duty list: consult");
        reason = words::dutySentence(match, m_words);
    }
    if (m_form.urgency == Urgency::Critical && m_advice.fallback)
        reason += (reason.isEmpty() ? QString() : QStringLiteral("\n")) + tr("Urgent first: fallback unit of the place is %1").arg(m_words.unit(*m_advice.fallback));
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
    setStyleProperty(m_unit, "chip", m_advice.match && m_advice.match->kind == DutyMatch::Kind::One ? "info" : "warn");
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    showStandard();
}

QString IntakeFields::limitOf(const Standard& standard) const
{
    QStringList limits;
    for (const auto& limit : standard.limits)
        if (!limit.urgency || *limit.urgency == m_form.urgency)
            limits << m_words.limit(limit.limit);
    return limits.join(QStringLiteral(" / "));
}

QString IntakeFields::limitText() const { return m_advice.standard != nullptr ? limitOf(*m_advice.standard) : QString(); }

void IntakeFields::showStandard()
{
    QStringList parts, all, limits;
    if (m_advice.standard != nullptr) {
        const auto& standards = m_advice.category->standards;
        const auto limit = limitText();
        for (const auto& standard : standards) {
            all << words::noted(q(standard.filing), limitOf(standard));
            limits << limitOf(standard);
        }
        limits.removeAll(QString());
        limits.removeDuplicates();
        // Which one holds is decided when the case is filed; until then nobody is promised the first one's limit alone.
        if (standards.size() > 1 && !limits.isEmpty())
            parts << tr("%n filing standard(s), limits %1", nullptr, static_cast<int>(standards.size())).arg(limits.join(QStringLiteral(" / ")));
        parts << tr("Filing: %1").arg(q(m_advice.standard->filing));
        if (standards.size() == 1 && !limit.isEmpty())
            parts << tr("Limit: %1").arg(limit);
        if (!m_advice.standard->closing.empty())
            parts << tr("Closing: %1").arg(q(m_advice.standard->closing));
    }
    m_standard->setText(parts.join(QStringLiteral("   ")));
    m_standard->setToolTip(all.size() > 1 ? all.join(QLatin1Char('\n')) : QString());
    m_standard->setVisible(!parts.isEmpty());
    arrange();
}

void IntakeFields::arrange()
{
    // Inside out and at once: left to itself every layer would follow an event later, and the form would be seen to settle.
    for (auto* grid : m_grids)
        grid->activate();
    for (auto* card : m_cards)
        card->activate();
    m_column->activate();
}

void IntakeFields::showMissing(const std::vector<std::string>& missing)
{
    const auto lacks = [&](const char* name) { return std::ranges::find(missing, name) != missing.end(); };
    setStyleProperty(m_text, "invalid", lacks("text"));
    setStyleProperty(m_category, "invalid", lacks("text") || lacks("category"));
    setStyleProperty(m_address, "invalid", lacks("place"));
    setStyleProperty(m_source, "invalid", lacks("source"));
}

void IntakeFields::retranslate()
{
    m_texts.again();
    showForm();
    showAdvice();
}

} // namespace griddesk
