// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <QColor>
#include <QObject>
#include <QPalette>
#include <QString>

namespace griddesk {

enum class ThemeId { Light, Dark, Contrast };

/// Names as on the command line: light, dark, contrast.
[[nodiscard]] Result<ThemeId> parseTheme(const QString& name);
[[nodiscard]] QString nameOf(ThemeId id);

/// The colours of one theme by what they mean; pages never name a colour of their own. Red is kept for what needs a hand
/// now. Every text colour has a contrast of at least 4.5:1 on its ground (7:1 in the contrast theme).
struct Theme {
    ThemeId id = ThemeId::Light;
    QColor window;      ///< ground of the window
    QColor panel;       ///< docks and side lists
    QColor card;        ///< cards, tables, forms
    QColor cardAlternate;
    QColor border;
    QColor text, textMuted, textDisabled;
    QColor accent, accentText, accentSoft;
    QColor selection, selectionText, hover;
    QColor lampGreen, lampYellow, lampRed, lampGrey;
    QColor urgent, critical;
    QColor supervise;
    QColor okSoft, warnSoft, badSoft; ///< grounds of chips
    QColor okText, warnText, badText;

    [[nodiscard]] static const Theme& of(ThemeId id);
    [[nodiscard]] QPalette palette() const;
    /// Style sheet for the whole application; `scale` is a factor on 96 dpi sizes.
    [[nodiscard]] QString styleSheet(double scale = 1.0) const;
};

/// Holds the theme in use and tells when it changes. Owned by the composition root. Thread: GUI.
class ThemeKeeper : public QObject {
    Q_OBJECT

public:
    explicit ThemeKeeper(QObject* parent = nullptr) : QObject(parent) {}

    [[nodiscard]] const Theme& theme() const { return Theme::of(m_id); }
    /// Applies palette and style sheet to the application and emits changed().
    void set(ThemeId id);

Q_SIGNALS:
    void changed();

private:
    ThemeId m_id = ThemeId::Light;
};

} // namespace griddesk
