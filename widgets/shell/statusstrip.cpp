// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusstrip.h"

#include <QDate>
#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace griddesk {

StatusStrip::StatusStrip(const Desk& desk, const Words& words, QWidget* parent) : QStatusBar(parent), m_desk(desk), m_words(words)
{
    setObjectName(QStringLiteral("statusStrip"));
    setSizeGripEnabled(false);
    const auto button = [this](const char* name, auto signal) {
        auto* made = new QToolButton;
        made->setObjectName(QLatin1String(name));
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, signal);
        return made;
    };
    m_sync = button("statusSync", [this] { Q_EMIT outboxPressed(m_refused > 0); });
    m_age = new QLabel;
    m_age->setObjectName(QStringLiteral("statusAge"));
    m_person = button("statusPerson", &StatusStrip::personPressed);
    m_clock = new QLabel;
    m_clock->setObjectName(QStringLiteral("statusClock"));
    m_language = button("statusLanguage", &StatusStrip::languagePressed);
    m_theme = button("statusTheme", &StatusStrip::themePressed);
    addWidget(m_sync);
    addWidget(m_age);
    addPermanentWidget(m_person);
    addPermanentWidget(m_language);
    addPermanentWidget(m_theme);
    addPermanentWidget(m_clock);
    connect(&desk.notifier, &Notifier::outboxChanged, this, &StatusStrip::setOutbox);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &StatusStrip::tick);
    m_tick.start();
    retranslate();
}

void StatusStrip::setSession(const Session& session)
{
    m_session = session;
    retranslate();
}

void StatusStrip::setDataAt(Instant at)
{
    m_dataAt = at;
    tick();
}

void StatusStrip::setOutbox(int waiting, int refused)
{
    m_waiting = waiting;
    m_refused = refused;
    m_savedAt = m_desk.clock.now();
    retranslate();
}

void StatusStrip::setCasesWaiting(int cases)
{
    if (cases == m_cases)
        return;
    m_cases = cases;
    retranslate();
}

void StatusStrip::tick()
{
    const auto now = m_desk.clock.now();
    // Day and weekday as people write them, in the district's zone like every other time; that of today ends in the hour.
    const QLocale locale(tr("en", "code of the language in use: en or zh_CN"));
    const auto day = locale.toString(QDate::fromString(m_words.date(now), Qt::ISODate), tr("ddd d MMM", "date of the status line, as QDate::toString takes it"));
    m_clock->setText(day + QLatin1Char(' ') + m_words.dateTime(now).section(QLatin1Char(' '), -1));
    if (!m_dataAt) {
        m_age->setText(tr("Reading…"));
        return;
    }
    const auto age = std::max(Milliseconds{0}, now - *m_dataAt);
    m_age->setText(age < std::chrono::minutes(1) ? tr("Data: now") : tr("Data: %1 old").arg(m_words.remaining(age)));
}

void StatusStrip::retranslate()
{
    QStringList parts;
    if (m_refused > 0)
        parts << tr("%n refused", nullptr, m_refused);
    if (m_waiting > 0)
        parts << (m_cases > 0 ? tr("%1 of %2 to be sent").arg(tr("%n operation(s)", nullptr, m_waiting), tr("%n case(s)", nullptr, m_cases))
                              : tr("%1 to be sent").arg(tr("%n operation(s)", nullptr, m_waiting)));
    if (parts.isEmpty())
        parts << tr("Nothing waits to be sent");
    if (m_savedAt)
        parts << tr("last saved %1").arg(m_words.dateTime(*m_savedAt));
    m_sync->setText((m_refused > 0 ? QStringLiteral("▲ ") : m_waiting > 0 ? QStringLiteral("↑ ") : QStringLiteral("✓ ")) + parts.join(QStringLiteral(" · ")));
    m_sync->setToolTip(m_refused > 0 ? tr("Shows the refused operations") : tr("Shows what waits to be sent"));
    m_sync->setProperty("alert", m_refused > 0);
    m_sync->style()->polish(m_sync);
    const auto account = m_words.account(m_session.actor.account), post = m_words.post(m_session.actor.post);
    m_person->setText(account + QStringLiteral(" · ") + post);
    m_person->setToolTip(tr("Change the person or post (Ctrl+Shift+L)"));
    m_language->setText(tr("中", "the button that switches to the other language"));
    m_language->setToolTip(tr("Change the language"));
    m_theme->setText(tr("Theme"));
    m_theme->setToolTip(tr("Light, dark, high contrast"));
    tick();
}

} // namespace griddesk
