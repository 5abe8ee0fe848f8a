// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/clock.h"
#include "models/core/rules.h"
#include "widgets/theme.h"

#include <QColor>
#include <QRectF>
#include <QString>

class QFontMetrics;
class QPainter;

namespace griddesk::signs {

// The signs of the desk, drawn the same everywhere; none says anything by colour alone. Thread: GUI.

/// Circle green / yellow / red with a different filling each (ring, half, full); grey with two bars while suspended; a
/// dot when nothing runs. Drawn into the middle of `area`.
void paintLamp(QPainter& painter, const QRectF& area, Lamp lamp, const Theme& theme);
[[nodiscard]] QColor lampColour(Lamp lamp, const Theme& theme);
/// Bar along the left edge: 特急 whole height, 紧急 the middle part; nothing for ordinary.
void paintUrgency(QPainter& painter, const QRectF& row, Urgency urgency, const Theme& theme);

enum class Card { None, Yellow, Red };
/// Supervision order: a small card with 督; its corner says yellow or red.
void paintSupervision(QPainter& painter, const QRectF& area, Card card, const Theme& theme);
/// A grade as a letter in a ring.
void paintGrade(QPainter& painter, const QRectF& area, QChar letter, const Theme& theme);

enum class Tone { Plain, Ok, Warn, Bad, Info };
/// Rounded ground with a short text; returns the width it took.
double paintChip(QPainter& painter, const QRectF& area, const QString& text, Tone tone, const Theme& theme);
[[nodiscard]] double chipWidth(const QFontMetrics& metrics, const QString& text);

} // namespace griddesk::signs
