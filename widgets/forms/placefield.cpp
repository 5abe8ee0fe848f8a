// SPDX-License-Identifier: GPL-3.0-or-later
#include "placefield.h"

#include "flowlayout.h"
#include "searchpick.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace griddesk {

PlaceField::PlaceField(const FormContext& context, QWidget* parent)
    : FieldEditor(parent), m_context(context), m_search(new SearchPick(this)), m_map(new QPushButton(this)), m_own(new QPushButton(this)),
      m_none(new QPushButton(this)), m_where(new QLabel(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(4);
    auto* buttons = new QWidget(this); // they wrap where the form is narrow
    auto* line = new FlowLayout(buttons, 6);
    auto wrapping = buttons->sizePolicy();
    wrapping.setHeightForWidth(true);
    buttons->setSizePolicy(wrapping);
    box->addWidget(m_search); // on a line of its own: beside three buttons it would be too short to read
    for (auto* button : {m_map, m_own, m_none}) {
        button->setAutoDefault(false);
        line->addWidget(button);
    }
    m_own->setProperty("flat", true);
    m_none->setProperty("flat", true);
    box->addWidget(buttons);
    m_where->setProperty("small", true);
    m_where->setWordWrap(true);
    box->addWidget(m_where);
    setFocusProxy(m_search);
    m_search->setExternal(true);
    m_search->setKeepsText(true);
    m_own->setVisible(m_context.detail && m_context.detail->state.place);
    connect(m_search, &SearchPick::typed, this, [this](const QString& words) {
        std::vector<PickItem> items;
        if (!words.isEmpty())
            for (const auto& found : m_context.desk.places.find(words.toStdString(), 12))
                items.push_back({QStringLiteral("%1,%2").arg(found.place.lonE7).arg(found.place.latE7), fromUtf8(found.name), fromUtf8(found.detail), {}, 0});
        m_search->setResults(items);
    });
    connect(m_search, &SearchPick::picked, this, [this](const QString& at) {
        setPlace({at.section(QLatin1Char(','), 0, 0).toInt(), at.section(QLatin1Char(','), 1, 1).toInt()});
    });
    connect(m_map, &QPushButton::clicked, this, &PlaceField::mapWanted);
    connect(m_own, &QPushButton::clicked, this, [this] { setPlace(*m_context.detail->state.place); });
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_place.reset();
        m_search->setValue({});
        showPlace();
        Q_EMIT edited();
    });
    retranslate();
}

void PlaceField::setName(const QString& name)
{
    setObjectName(name);
    m_search->setObjectName(name + QStringLiteral(".edit"));
    m_map->setObjectName(name + QStringLiteral(".map"));
    m_own->setObjectName(name + QStringLiteral(".own"));
}

void PlaceField::setPlace(GeoPoint place)
{
    m_place = place;
    showPlace();
    Q_EMIT edited();
}

std::optional<Value> PlaceField::value() const
{
    if (!m_place)
        return std::nullopt;
    Value place;
    place.set("lonE7", std::int64_t{m_place->lonE7});
    place.set("latE7", std::int64_t{m_place->latE7});
    return place;
}

void PlaceField::setValue(const Value& value)
{
    if (!value.isObject() || !value.has("lonE7") || !value.has("latE7"))
        return;
    m_place = GeoPoint{static_cast<std::int32_t>(value.intOr("lonE7", 0)), static_cast<std::int32_t>(value.intOr("latE7", 0))};
    showPlace();
}

void PlaceField::showPlace()
{
    m_none->setVisible(m_place.has_value());
    if (!m_place) {
        m_where->setText(tr("No place set"));
        return;
    }
    const auto areas = m_context.desk.places.areasAt(*m_place);
    QStringList names;
    for (const auto& area : {areas.community, areas.grid, areas.cell})
        if (area)
            names << m_context.words.area(*area);
    m_where->setText(tr("%1 °E, %2 °N · %3")
                         .arg(m_place->lon(), 0, 'f', 5)
                         .arg(m_place->lat(), 0, 'f', 5)
                         .arg(names.isEmpty() ? tr("outside the district") : names.join(QStringLiteral(" › "))));
}

void PlaceField::retranslate()
{
    m_search->setPlaceholderText(tr("Street, crossing or grid code"));
    m_map->setText(tr("Pick on map"));
    m_own->setText(tr("Case place"));
    m_none->setText(tr("None"));
    showPlace();
}

} // namespace griddesk
