// SPDX-License-Identifier: GPL-3.0-or-later
#include "momentfield.h"

#include "flowlayout.h"

#include <QDateTimeEdit>
#include <QPushButton>
#include <QTimeZone>

namespace griddesk {

MomentField::MomentField(std::shared_ptr<const CalendarIndex> calendar, std::function<Instant()> now, QWidget* parent)
    : FieldEditor(parent), m_calendar(std::move(calendar)), m_now(std::move(now)), m_edit(new QDateTimeEdit(this))
{
    auto* flow = new FlowLayout(this, 6);
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_edit->setTimeZone(QTimeZone::UTC); // wall-clock time of the district; the calendar knows its zone
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_edit->setCalendarPopup(true);
    m_edit->setMinimumWidth(160);
    flow->addWidget(m_edit);
    setFocusProxy(m_edit);
    const auto chip = [this, flow](auto at) {
        auto* button = new QPushButton(this);
        button->setProperty("flat", true);
        button->setAutoDefault(false);
        flow->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, at] { take(at()); });
        return button;
    };
    m_soon = chip([this] { return later(2); });
    m_noon = chip([this] { return noonAfter(1); });
    m_week = chip([this] { return noonAfter(7); });
    m_none = new QPushButton(this);
    m_none->setProperty("flat", true);
    m_none->setAutoDefault(false);
    flow->addWidget(m_none);
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_set = false;
        show(m_now());
        Q_EMIT edited();
    });
    show(m_now());
    retranslate();
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_set = true;
        m_none->setEnabled(true);
        Q_EMIT edited();
    });
}

void MomentField::setName(const QString& name)
{
    setObjectName(name);
    m_edit->setObjectName(name + QStringLiteral(".edit"));
    m_soon->setObjectName(name + QStringLiteral(".soon"));
    m_noon->setObjectName(name + QStringLiteral(".noon"));
    m_week->setObjectName(name + QStringLiteral(".week"));
}

Instant MomentField::later(int workingHours) const
{
    const auto more = std::chrono::hours(workingHours);
    if (!m_calendar)
        return m_now() + more;
    return m_calendar->atWorkingMs(m_calendar->workingMs(m_now()) + Milliseconds(more).count());
}

Instant MomentField::noonAfter(int days) const
{
    constexpr auto noon = std::chrono::hours(12);
    if (!m_calendar)
        return std::chrono::floor<std::chrono::days>(m_now()) + std::chrono::days(days) + noon;
    const auto date = m_calendar->calendar().localDate(m_now()) + std::chrono::days(days);
    return m_calendar->calendar().toInstant(LocalTime(date.time_since_epoch()) + noon);
}

void MomentField::take(Instant at)
{
    show(at);
    m_set = true;
    m_none->setEnabled(true);
    Q_EMIT edited();
}

void MomentField::show(Instant at)
{
    const auto local = m_calendar ? msOf(at) + std::int64_t{60'000} * m_calendar->calendar().offsetAt(at) : msOf(at);
    const QSignalBlocker quiet(m_edit);
    m_edit->setDateTime(QDateTime::fromMSecsSinceEpoch(local, QTimeZone::UTC));
    m_none->setEnabled(m_set);
}

std::optional<Value> MomentField::value() const
{
    if (!m_set)
        return std::nullopt;
    const auto local = LocalTime(Milliseconds(m_edit->dateTime().toMSecsSinceEpoch() / 60'000 * 60'000));
    const auto at = m_calendar ? m_calendar->calendar().toInstant(local) : Instant(local.time_since_epoch());
    return Value(formatInstant(at));
}

void MomentField::setValue(const Value& value)
{
    if (const auto* text = value.text())
        if (const auto at = parseInstant(*text)) {
            m_set = true;
            show(*at);
        }
}

void MomentField::setInvalid(bool invalid) { setStyleProperty(m_edit, "invalid", invalid); }

void MomentField::retranslate()
{
    m_soon->setText(tr("+2 working hours"));
    m_noon->setText(tr("Tomorrow noon"));
    m_week->setText(tr("In a week"));
    m_none->setText(tr("None"));
}

} // namespace griddesk
