// SPDX-License-Identifier: GPL-3.0-or-later
#include "standardfield.h"

#include <QButtonGroup>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace griddesk {

StandardField::StandardField(std::function<QString(const Limit&)> sayLimit, std::function<QString(Urgency)> sayUrgency, QWidget* parent)
    : FieldEditor(parent), m_sayLimit(std::move(sayLimit)), m_sayUrgency(std::move(sayUrgency)), m_group(new QButtonGroup(this)), m_none(new QLabel(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(6);
    m_none->setProperty("muted", true);
    m_none->setWordWrap(true);
    m_none->setText(tr("This category has no standard. Correct the category first."));
    box->addWidget(m_none);
    connect(m_group, &QButtonGroup::idClicked, this, &StandardField::edited);
}

void StandardField::setStandards(const std::vector<const Standard*>& standards)
{
    const auto held = value();
    for (auto* card : findChildren<QFrame*>(QStringLiteral("standardCard"), Qt::FindDirectChildrenOnly))
        delete card;
    auto* box = static_cast<QVBoxLayout*>(layout());
    int id = 0;
    for (const auto* standard : standards) {
        auto* card = new QFrame(this);
        card->setObjectName(QStringLiteral("standardCard"));
        card->setProperty("card", true);
        auto* sides = new QHBoxLayout(card);
        sides->setContentsMargins(10, 6, 10, 6);
        sides->setSpacing(8);
        auto* lines = new QVBoxLayout;
        lines->setSpacing(2);
        QStringList limits;
        for (const auto& limit : standard->limits) {
            auto text = m_sayLimit(limit.limit);
            if (limit.purpose == LimitPurpose::MakeSafe)
                text = tr("make safe in %1").arg(text);
            if (limit.urgency)
                text = tr("%1: %2").arg(m_sayUrgency(*limit.urgency), text);
            limits << text;
        }
        const auto number = QString::fromStdString(standard->id.text());
        auto* radio = new QRadioButton(card); // its text stands beside it, because that of a button never wraps
        radio->setProperty("standard", QString::fromStdString(standard->id.text()));
        radio->setObjectName(objectName() + QLatin1Char('.') + QString::fromStdString(standard->id.text()));
        m_group->addButton(radio, id++);
        sides->addWidget(radio, 0, Qt::AlignTop);
        sides->addLayout(lines, 1);
        const auto line = [card, lines](const QString& text, bool strong) {
            auto* shown = new QLabel(text, card);
            shown->setTextFormat(Qt::PlainText);
            shown->setProperty(strong ? "strong" : "small", true);
            shown->setWordWrap(true);
            lines->addWidget(shown);
            return shown;
        };
        const auto condition = standard->filing.empty() ? number : QString::fromStdString(standard->filing);
        auto* title = line(condition, true);
        auto strong = title->font();
        strong.setBold(true);
        title->setFont(strong);
        line(tr("Limit: %1").arg(limits.join(tr(" · "))), false);
        if (!standard->closing.empty())
            line(tr("Closed when: %1").arg(QString::fromStdString(standard->closing)), false);
        if (standard->minor)
            line(tr("Minor: may be handled by its finder"), false);
        card->setToolTip(tr("Standard %1").arg(number));
        radio->setAccessibleName(tr("%1: %2").arg(condition, limits.join(tr(" · "))));
        card->installEventFilter(this);
        box->addWidget(card);
        if (standard == standards.front())
            setFocusProxy(radio);
    }
    m_none->setVisible(standards.empty());
    if (held)
        setValue(*held);
    if (!value() && standards.size() == 1)
        m_group->button(0)->setChecked(true);
}

bool StandardField::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease) // anywhere on the card
        if (auto* radio = watched->findChild<QRadioButton*>())
            radio->click();
    return FieldEditor::eventFilter(watched, event);
}

std::optional<Value> StandardField::value() const
{
    const auto* chosen = m_group->checkedButton();
    return chosen == nullptr ? std::nullopt : std::optional<Value>(chosen->property("standard").toString().toStdString());
}

void StandardField::setValue(const Value& value)
{
    if (const auto* text = value.text())
        for (auto* button : m_group->buttons())
            if (button->property("standard").toString().toStdString() == *text)
                button->setChecked(true);
}

} // namespace griddesk
