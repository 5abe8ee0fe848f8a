// SPDX-License-Identifier: GPL-3.0-or-later
#include "standardfield.h"

#include <QButtonGroup>
#include <QFrame>
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
        auto* lines = new QVBoxLayout(card);
        lines->setContentsMargins(10, 6, 10, 6);
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
        auto* radio = new QRadioButton(tr("%1   %2").arg(QString::fromStdString(standard->id.text()), limits.join(tr(" · "))), card);
        radio->setProperty("standard", QString::fromStdString(standard->id.text()));
        radio->setObjectName(objectName() + QLatin1Char('.') + QString::fromStdString(standard->id.text()));
        radio->setAccessibleDescription(QString::fromStdString(standard->filing));
        auto strong = radio->font();
        strong.setBold(true);
        radio->setFont(strong);
        m_group->addButton(radio, id++);
        lines->addWidget(radio);
        const auto line = [card, lines](const QString& label, const std::string& text) {
            if (text.empty())
                return;
            auto* shown = new QLabel(label.arg(QString::fromStdString(text)), card);
            shown->setProperty("small", true);
            shown->setWordWrap(true);
            shown->setIndent(20);
            lines->addWidget(shown);
        };
        line(tr("Filed when: %1"), standard->filing);
        line(tr("Closed when: %1"), standard->closing);
        if (standard->minor)
            line(tr("%1"), tr("Minor: may be handled by its finder").toStdString());
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
