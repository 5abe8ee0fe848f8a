// SPDX-License-Identifier: GPL-3.0-or-later
#include "stagestrip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace griddesk {

namespace {
constexpr double radius = 8;
constexpr double line = 22; ///< height of the middle of the circles
constexpr int largest = 12, smallest = 9; ///< pixels of letters
constexpr double between = 6; ///< of two names
}

StageStrip::StageStrip(const Words& words, ThemeKeeper& theme, QWidget* parent) : QWidget(parent), m_words(words), m_theme(theme)
{
    setObjectName(QStringLiteral("stageStrip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &ThemeKeeper::changed, this, qOverload<>(&QWidget::update));
}

void StageStrip::showCase(const Case& c, bool verifyDue)
{
    m_steps = stepsOf(c, verifyDue);
    m_exit = isEnd(c.stage) && c.stage != Stage::Archived ? m_words.stage(c.stage) : QString();
    retranslate();
}

void StageStrip::retranslate()
{
    QStringList all;
    for (std::size_t i = 0; i < caseStepCount; ++i)
        all << saying(i);
    setAccessibleName(tr("Way of the case"));
    if (!m_exit.isEmpty())
        all << tr("Ended: %1").arg(m_exit);
    setAccessibleDescription(all.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QString StageStrip::nameOf(CaseStep step) const
{
    switch (step) {
    case CaseStep::Report: return tr("Report");
    case CaseStep::Verify: return tr("Verify");
    case CaseStep::File: return tr("File");
    case CaseStep::Dispatch: return tr("Dispatch");
    case CaseStep::Handle: return tr("Handle");
    case CaseStep::Check: return tr("Check");
    case CaseStep::Close: return tr("Close");
    case CaseStep::Callback: return tr("Call back");
    case CaseStep::Archive: return tr("Archive");
    }
    return {};
}

QString StageStrip::saying(std::size_t i) const
{
    const auto& view = m_steps[i];
    auto text = nameOf(static_cast<CaseStep>(i));
    switch (view.state) {
    case StepState::Done: text = view.at ? tr("%1: done %2").arg(text, m_words.dateTime(*view.at)) : tr("%1: done").arg(text); break;
    case StepState::Present: text = tr("%1: the case waits here").arg(text); break;
    case StepState::Skipped: text = tr("%1: passed by").arg(text); break;
    case StepState::Unknown: text = tr("%1: unknown").arg(text); break;
    case StepState::Ahead: break;
    }
    if (view.again == 0)
        return text;
    switch (static_cast<CaseStep>(i)) { // what the sign with the number means
    case CaseStep::Dispatch: return tr("%1; given back by the unit: %2").arg(text).arg(view.again);
    case CaseStep::Handle: return tr("%1; done again after a check or a complaint: %2").arg(text).arg(view.again);
    case CaseStep::Check: return tr("%1; not passed: %2").arg(text).arg(view.again);
    default: return tr("%1; done again: %2").arg(text).arg(view.again);
    }
}

StageStrip::Spread StageStrip::spread() const
{
    Spread found;
    std::array<double, caseStepCount> needed{};
    double all = 0;
    for (found.pixels = largest;; --found.pixels) {
        auto strong = font();
        strong.setPixelSize(found.pixels);
        strong.setBold(true);
        const QFontMetricsF metrics(strong);
        all = 0;
        for (std::size_t i = 0; i < caseStepCount; ++i)
            all += needed[i] = metrics.horizontalAdvance(nameOf(static_cast<CaseStep>(i))) + between;
        if (all <= width() || found.pixels == smallest)
            break;
    }
    const double spare = (width() - all) / static_cast<double>(caseStepCount);
    double x = 0;
    for (std::size_t i = 0; i < caseStepCount; ++i)
        found.right[i] = x += needed[i] + spare;
    return found;
}

void StageStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto& theme = m_theme.theme();
    const auto steps = spread();
    const auto leftOf = [&steps](std::size_t i) { return i == 0 ? 0.0 : steps.right[i - 1]; };
    const auto middle = [&](std::size_t i) { return QPointF((leftOf(i) + steps.right[i]) / 2, line); };
    for (std::size_t i = 0; i + 1 < caseStepCount; ++i) {
        const bool walked = m_steps[i].state == StepState::Done && m_steps[i + 1].state != StepState::Ahead;
        painter.setPen(QPen(walked ? theme.accent : theme.border, walked ? 2.0 : 1.5, walked ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(middle(i) + QPointF(radius + 3, 0), middle(i + 1) - QPointF(radius + 3, 0));
    }
    auto small = font();
    small.setPixelSize(steps.pixels);
    auto strong = small;
    strong.setBold(true);
    for (std::size_t i = 0; i < caseStepCount; ++i) {
        const auto& view = m_steps[i];
        const auto at = middle(i);
        const bool present = view.state == StepState::Present, done = view.state == StepState::Done;
        painter.setPen(QPen(present || done ? theme.accent : theme.border, 1.6));
        painter.setBrush(present ? theme.accent : done ? theme.accentSoft : theme.card);
        painter.drawEllipse(at, radius, radius);
        if (done) {
            QPainterPath tick(at + QPointF(-3.6, 0.2));
            tick.lineTo(at + QPointF(-1.0, 3.0));
            tick.lineTo(at + QPointF(3.8, -3.0));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(theme.accent, 1.8));
            painter.drawPath(tick);
        } else if (present) {
            painter.setBrush(theme.accentText);
            painter.setPen(Qt::NoPen);
            painter.drawEllipse(at, 3, 3);
        } else if (view.state == StepState::Unknown || view.state == StepState::Skipped) {
            painter.setPen(QPen(theme.textMuted, 1.5));
            painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0));
        }
        const auto box = QRectF(leftOf(i), line + radius + 5, steps.right[i] - leftOf(i), 20);
        painter.setFont(present ? strong : small);
        painter.setPen(present ? theme.accent : done ? theme.text : theme.textMuted);
        painter.drawText(box, Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, nameOf(static_cast<CaseStep>(i)));
        if (view.again > 0) { // how often it was done over: sign and number
            const auto text = QStringLiteral("↺%1").arg(view.again);
            painter.setFont(strong);
            const double room = painter.fontMetrics().horizontalAdvance(text) + 8;
            const QRectF chip(at.x() + radius - 1, 1, room, 15);
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.warnSoft);
            painter.drawRoundedRect(chip, 7, 7);
            painter.setPen(theme.warnText);
            painter.drawText(chip, Qt::AlignCenter, text);
        }
    }
    if (!m_exit.isEmpty()) {
        // On a line of its own below the way it left.
        strong.setPixelSize(largest);
        painter.setFont(strong);
        const auto text = tr("Ended: %1").arg(m_exit);
        const double room = painter.fontMetrics().horizontalAdvance(text) + 20;
        const QRectF chip((width() - room) / 2, height() - 24, room, 20);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accentSoft);
        painter.drawRoundedRect(chip, 10, 10);
        painter.setPen(theme.text);
        painter.drawText(chip, Qt::AlignCenter, text);
    }
}

bool StageStrip::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const auto steps = spread();
        const auto i = static_cast<std::size_t>(std::ranges::lower_bound(steps.right, static_cast<double>(help->pos().x())) - steps.right.begin());
        QToolTip::showText(help->globalPos(), saying(std::min(i, caseStepCount - 1)), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace griddesk
