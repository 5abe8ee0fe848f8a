// SPDX-License-Identifier: GPL-3.0-or-later
#include "segments.h"

#include "flowlayout.h"

#include <QKeyEvent>
#include <QPushButton>

#include <algorithm>

namespace griddesk {

namespace {

/// As wide as its text in bold needs, for the chosen one is written so; the row does not move when the choice does.
class SegmentButton : public QPushButton {
public:
    using QPushButton::QPushButton;
    QSize sizeHint() const override
    {
        auto strong = font();
        strong.setWeight(QFont::DemiBold);
        const int more = QFontMetrics(strong).horizontalAdvance(text()) - fontMetrics().horizontalAdvance(text());
        return QPushButton::sizeHint() + QSize(std::max(0, more) + 4, 0);
    }
    QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace

Segments::Segments(QWidget* parent) : QWidget(parent)
{
    new FlowLayout(this, 6);
    auto policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Segments::setItems(const std::vector<std::pair<QString, QString>>& valuesAndTexts)
{
    for (const auto& item : m_items)
        delete item.button;
    m_items.clear();
    for (const auto& [value, text] : valuesAndTexts) {
        auto* button = new SegmentButton(this);
        button->setProperty("segment", true);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setObjectName(objectName() + QLatin1Char('.') + value);
        button->installEventFilter(this);
        const auto i = m_items.size();
        connect(button, &QPushButton::clicked, this, [this, i] { choose(i); });
        layout()->addWidget(button);
        m_items.push_back({value, text, button});
    }
    showItems();
}

void Segments::setTexts(const std::vector<QString>& texts)
{
    for (std::size_t i = 0; i < m_items.size() && i < texts.size(); ++i)
        m_items[i].text = texts[i];
    showItems();
}

void Segments::setValue(const QString& value)
{
    m_value = value;
    showItems();
}

QPushButton* Segments::button(const QString& value) const
{
    for (const auto& item : m_items)
        if (item.value == value)
            return item.button;
    return nullptr;
}

void Segments::choose(std::size_t i)
{
    m_value = m_items[i].value == m_value && !m_mustHold ? QString() : m_items[i].value;
    showItems();
    Q_EMIT chosen(m_value);
}

void Segments::showItems()
{
    for (const auto& item : m_items) {
        const bool on = item.value == m_value && !m_value.isEmpty();
        item.button->setChecked(on);
        item.button->setText((on ? QStringLiteral("● ") : QStringLiteral("○ ")) + item.text);
        item.button->setAccessibleName(item.text);
    }
    updateGeometry();
}

bool Segments::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier && key->modifiers() != Qt::KeypadModifier)
        return false;
    std::size_t here = 0;
    while (here < m_items.size() && m_items[here].button != watched)
        ++here;
    const auto go = [this](std::size_t i) {
        m_items[i].button->setFocus(Qt::TabFocusReason);
        if (m_items[i].value != m_value)
            choose(i);
    };
    switch (key->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down: go((here + 1) % m_items.size()); return true;
    case Qt::Key_Left:
    case Qt::Key_Up: go((here + m_items.size() - 1) % m_items.size()); return true;
    default:
        if (key->key() >= Qt::Key_1 && key->key() <= Qt::Key_9) {
            if (const auto i = static_cast<std::size_t>(key->key() - Qt::Key_1); i < m_items.size())
                go(i);
            return true;
        }
        return false;
    }
}

} // namespace griddesk
